import { beforeAll, expect, it } from 'vitest';
import { newId } from '#api/kit/database';
import { sql } from '#api/kit/sql';
import { ask, type Client, testApp } from '#api/test/build-app';
import { createOrganisation, createPerson, createSupervisor, giveRight, type Person } from '#api/test/factories';
import { completeAgency, createClient, createInvoices } from '#api/test/invoices';
import { signInAs } from '#api/test/sign-in-as';

/** The tests' clock stands still on 21 November 2026; messages of other days are written as of then. */
const test = testApp();
let organisationId: string;
let supervisor: Person;
let threadId: string;

beforeAll(async () => {
  organisationId = await createOrganisation(test.db);
  supervisor = await createSupervisor(test.db, organisationId);
  threadId = await thread();
});

async function thread(more: { invoiceId?: string; at?: string } = {}): Promise<string> {
  const id = newId();
  await test.db.query(sql`
    INSERT INTO thread (id, title, person_id, organisation_id, invoice_id)
    VALUES (${id}::uuid, 'Vraag', ${supervisor.personId}::uuid, ${more.at ?? organisationId}::uuid, ${more.invoiceId ?? null}::uuid)`);
  const days = ['2026-05-10', '2026-08-10', '2026-11-10'];
  for (const [index, day] of days.entries()) {
    await test.db.query(sql`
      INSERT INTO thread_message (thread_id, number, id, at, on_day, by_id, by_name, is_office, body)
      VALUES (${id}::uuid, ${index + 1}::int, ${newId()}::uuid, ${`${day}T10:00:00Z`}::timestamptz, ${day}::date, ${supervisor.personId}::uuid, 'x', false, ${day})`);
  }
  return id;
}
const seenBy = async (client: Client, id = threadId): Promise<string[] | number> => {
  const { status, body } = await ask(test.app, client, 'GET', `/api/messages/${id}`);
  const { body: list } = await ask(test.app, client, 'GET', '/api/messages?limit=500');
  const row = list.items.find((one: { id: string }) => one.id === id);
  if (status !== 200) {
    expect(row).toBeUndefined();
    return status;
  }
  const said = body.messages.map((message: { body: string }) => message.body);
  // What a list says of it is no more than the thread itself.
  expect(row.last.excerpt).toBe(said.at(-1));
  return said;
};
const holder = async (from: string, until: string | undefined, options: object = {}) => {
  const person = await createPerson(test.db, { role: 'supervisor' });
  await giveRight(test.db, person, organisationId, {
    validFrom: from,
    ...(until && { validUntil: until }),
    ...options,
  });
  return person;
};
const as = (person: Person) => signInAs(test.app, person);

it('is seen by a later supervisor from their first day on, by one who left no more, by its own supervisor as long as they were there', async () => {
  expect(await seenBy(await as(await holder('2026-08-01', undefined)))).toEqual(['2026-08-10', '2026-11-10']);
  expect(await seenBy(await as(await holder('2026-11-20', undefined)))).toBe(404);
  expect(await seenBy(await as(await holder('2026-01-01', '2026-09-30')))).toBe(404);
  expect(await seenBy(await as(supervisor))).toEqual(['2026-05-10', '2026-08-10', '2026-11-10']);
  await test.db.query(
    sql`UPDATE supervisor_right SET valid_until = '2026-09-30' WHERE person_id = ${supervisor.personId}::uuid`,
  );
  const client = await as(supervisor);
  expect(await seenBy(client)).toEqual(['2026-05-10', '2026-08-10']);
  const answer = await ask(test.app, client, 'POST', `/api/messages/${threadId}/replies`, {
    id: newId(),
    body: 'Nog iets',
  });
  expect(answer.status).toBe(403);
  await test.db.query(
    sql`UPDATE supervisor_right SET valid_until = NULL WHERE person_id = ${supervisor.personId}::uuid`,
  );
});

it('is seen by a substitute of their time only', async () => {
  const substitute = await holder('2026-11-01', '2026-11-30', { onBehalfOf: supervisor });
  expect(await seenBy(await as(substitute))).toEqual(['2026-11-10']);
  const past = await holder('2026-08-01', '2026-08-31', { onBehalfOf: supervisor });
  expect(await seenBy(await as(past))).toBe(404);
});

it('two times of one person are two: what was said between them is not theirs', async () => {
  const person = await holder('2026-05-01', '2026-06-30');
  await giveRight(test.db, person, organisationId, { validFrom: '2026-11-01' });
  expect(await seenBy(await as(person))).toEqual(['2026-05-10', '2026-11-10']);
});

it('of another organisation, or of an employee, is nobody’s else', async () => {
  const elsewhere = await createSupervisor(test.db, await createOrganisation(test.db));
  expect(await seenBy(await as(elsewhere))).toBe(404);
  expect(await seenBy(await as(await createPerson(test.db)))).toBe(404);
});

it('about an invoice is for who may see invoices there', async () => {
  await completeAgency(test.db);
  const client = await createClient(test.db);
  const staff = await as(await createPerson(test.db, { role: 'staff' }));
  const [invoice] = await createInvoices(test, staff, [client]);
  const reader = await createSupervisor(test.db, client, { maySeeInvoices: true });
  const other = await createSupervisor(test.db, client, { maySeeInvoices: false });
  const asReader = await as(reader);
  const begin = (who: Client, more: object = {}) =>
    ask(test.app, who, 'POST', '/api/messages', {
      id: newId(),
      title: 'Factuur',
      body: 'Te veel',
      invoiceId: invoice?.id,
      ...more,
    });
  const { status, body } = await begin(asReader);
  expect([status, body.about]).toEqual([201, expect.objectContaining({ kind: 'invoice', number: invoice?.number })]);
  expect(await seenBy(await as(other), body.id)).toBe(404);
  expect((await begin(await as(other))).body.errors).toEqual([{ pointer: '/invoiceId', code: 'unknown' }]);
  expect((await begin(asReader, { invoiceLineId: newId() })).body.errors).toEqual([
    { pointer: '/invoiceLineId', code: 'unknown' },
  ]);
  expect((await begin(staff, { personId: other.personId })).body.errors).toEqual([
    { pointer: '/personId', code: 'unknown' },
  ]);
  expect((await begin(staff, { personId: reader.personId })).status).toBe(201);
  // Only those who may read it are told of it.
  const told = await test.db.query<{ id: string }>(
    sql`SELECT person_id AS id FROM thread_reader WHERE thread_id = ${body.id}::uuid AND unread_since IS NOT NULL`,
  );
  expect(told.map(({ id }) => id)).not.toContain(other.personId);
});

it('new messages count for who reads them, no more when they left', async () => {
  const id = await thread();
  const colleague = await holder('2026-08-01', undefined);
  const client = await as(colleague);
  const staff = await as(await createPerson(test.db, { role: 'staff' }));
  await ask(test.app, staff, 'POST', `/api/messages/${id}/replies`, { id: newId(), body: 'Antwoord' });
  const counts = async () => (await ask(test.app, client, 'GET', '/api/messages/counts')).body.unread;
  expect(await counts()).toBe(1);
  await test.db.query(
    sql`UPDATE supervisor_right SET valid_until = '2026-11-20' WHERE person_id = ${colleague.personId}::uuid`,
  );
  expect(await counts()).toBe(0);
});
