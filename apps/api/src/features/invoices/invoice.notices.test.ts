import { beforeAll, expect, it } from 'vitest';
import { mailNotices } from '#api/features/notices/notice.service';
import { sql } from '#api/kit/sql';
import { ask, type Client, testApp } from '#api/test/build-app';
import { createOrganisation, createSupervisor, type Person } from '#api/test/factories';
import { completeAgency, createClient, createInvoices } from '#api/test/invoices';
import { signInAs, signInNew } from '#api/test/sign-in-as';

const test = testApp();
let staff: Client;
let client: string;
let reader: Person;

/** A supervisor at a client, who may see its invoices or not. */
async function supervisor(organisationId: string, maySeeInvoices: boolean) {
  const person = await createSupervisor(test.db, organisationId);
  await test.db.query(
    sql`UPDATE supervisor_right SET may_see_invoices = ${maySeeInvoices}::boolean WHERE person_id = ${person.personId}::uuid`,
  );
  return person;
}
const told = async (person: Person) =>
  (await ask(test.app, await signInAs(test.app, person), 'GET', '/api/notices')).body.items;

beforeAll(async () => {
  await completeAgency(test.db);
  staff = await signInNew(test, 'staff');
  client = await createClient(test.db);
  reader = await supervisor(client, true);
});

it('Who may see the invoices of a client is told of a new one, and nobody else', async () => {
  const [others, elsewhere] = [
    await supervisor(client, false),
    await supervisor(await createOrganisation(test.db), true),
  ];
  const [invoice] = await createInvoices(test, staff, [client]);
  expect(await told(reader)).toEqual([
    expect.objectContaining({ kind: 'invoice-new', aboutId: invoice?.id, title: invoice?.number, isRead: false }),
  ]);
  for (const other of [others, elsewhere]) expect(await told(other)).toEqual([]);
});

it('Who wants it by mail has one of all that are new, in their language', async () => {
  const items = [{ kind: 'invoice-new', onScreen: false, byMail: true }];
  await ask(test.app, await signInAs(test.app, reader), 'PUT', '/api/me/notices', { items });
  const made = await createInvoices(test, staff, [client, client]);
  await test.db.query(sql`UPDATE notice SET mail_due_at = now() WHERE mail_due_at IS NOT NULL`);
  await mailNotices({ db: test.db, today: () => '2026-11-21', publicUrl: 'https://uren.example', wakeMail: () => {} });
  const mails = await test.db.query<{ text: string }>(
    sql`SELECT body_text AS text FROM mail WHERE kind = 'invoice-new' AND account_id = ${reader.accountId}::uuid`,
  );
  expect(mails).toHaveLength(1);
  for (const { number } of made) expect(mails[0]?.text).toContain(`Factuur ${number}`);
  expect(mails[0]?.text).toContain('https://uren.example/finance/invoices');
});

it('Who may not see invoices any more reads of none, counts none and is mailed of none', async () => {
  const person = await supervisor(client, true);
  const asPerson = await signInAs(test.app, person);
  const items = [{ kind: 'invoice-new', onScreen: true, byMail: true }];
  await ask(test.app, asPerson, 'PUT', '/api/me/notices', { items });
  await createInvoices(test, staff, [client]);
  expect((await ask(test.app, asPerson, 'GET', '/api/notices')).body).toMatchObject({ total: 1, unread: 1 });
  await test.db.query(
    sql`UPDATE supervisor_right SET may_see_invoices = FALSE WHERE person_id = ${person.personId}::uuid`,
  );
  expect((await ask(test.app, asPerson, 'GET', '/api/notices')).body).toMatchObject({ items: [], total: 0, unread: 0 });
  await test.db.query(sql`UPDATE notice SET mail_due_at = now() WHERE mail_due_at IS NOT NULL`);
  await mailNotices({ db: test.db, today: () => '2026-11-21', publicUrl: 'https://uren.example', wakeMail: () => {} });
  expect(await test.db.query(sql`SELECT FROM mail WHERE account_id = ${person.accountId}::uuid`)).toEqual([]);
});
