import { beforeAll, describe, expect, it } from 'vitest';
import { bounds } from '#api/kit/bounds';
import { sql } from '#api/kit/sql';
import { ask, type Client, testApp } from '#api/test/build-app';
import { createPerson, giveRight, type Person } from '#api/test/factories';
import { completeAgency, createClient, createDraft, createInvoices } from '#api/test/invoices';
import { signInAs } from '#api/test/sign-in-as';

const test = testApp();
let staff: Client;
let supervisor: Client;
let person: Person;
let client: string;

beforeAll(async () => {
  await completeAgency(test.db);
  staff = await signInAs(test.app, await createPerson(test.db, { role: 'staff' }));
  client = await createClient(test.db);
  person = await createPerson(test.db, { role: 'supervisor' });
  await giveRight(test.db, person, client);
  await test.db.query(sql`UPDATE supervisor_right SET may_see_invoices = true`);
  supervisor = await signInAs(test.app, person);
});

const write = (who: Client, id: string, body: object) =>
  ask(test.app, who, 'POST', `/api/invoices/${id}/messages`, body);
const asked = async () => (await ask(test.app, staff, 'GET', '/api/invoices?question=true')).body.items;
const mails = (kind: string) =>
  test.db.query<{ to: string; subject: string; body: string }>(
    sql`SELECT to_address AS to, subject, body_text AS body FROM mail WHERE kind = ${kind} ORDER BY id`,
  );

describe('a question about an invoice', () => {
  it('is seen by the office and mailed to it, and answered to who asked', async () => {
    const [{ id, number } = { id: '', number: '' }] = await createInvoices(test, staff, [client]);
    const [line] = (await ask(test.app, staff, 'GET', `/api/invoices/${id}`)).body.lines;
    const question = await write(supervisor, id, { body: 'Dit waren zeven uur, geen acht.', lineId: line.id });
    expect(question.body.items).toEqual([expect.objectContaining({ isOffice: false, lineId: line.id })]);
    expect(await asked()).toEqual([expect.objectContaining({ id, hasQuestion: true })]);
    const [mail] = await mails('invoice-question');
    expect(mail).toMatchObject({ to: 'help@bureau.example', subject: expect.stringContaining(number) });
    expect(mail?.body).toContain('“Dit waren zeven uur, geen acht.”');

    await write(staff, id, { body: 'U krijgt een creditnota.' });
    expect(await asked()).toEqual([]);
    expect((await mails('invoice-answer'))[0]).toMatchObject({ to: person.email });
    const seen = (await ask(test.app, supervisor, 'GET', `/api/invoices/${id}/messages`)).body.items;
    expect(seen.map(({ body }: { body: string }) => body)).toEqual([
      'Dit waren zeven uur, geen acht.',
      'U krijgt een creditnota.',
    ]);
    await write(supervisor, id, { body: 'Dank u.' });
    expect(await asked()).toHaveLength(1);
    await expect(test.db.query(sql`UPDATE invoice_message SET body = 'x'`)).rejects.toThrow();
  });

  it('is asked at a pace that nobody types at, so that no mailbox is filled', async () => {
    const [{ id } = { id: '' }] = await createInvoices(test, staff, [client]);
    const hasty = await createPerson(test.db, { role: 'supervisor' });
    await giveRight(test.db, hasty, client);
    await test.db.query(sql`UPDATE supervisor_right SET may_see_invoices = true`);
    const hastily = await signInAs(test.app, hasty);
    for (let n = 0; n < bounds.invoiceMessagesAnHour; n++)
      expect((await write(hastily, id, { body: 'Nu?' })).status).toBe(201);
    const refused = await write(hastily, id, { body: 'Nu?' });
    expect([refused.status, refused.body.code]).toEqual([429, 'too-fast']);
    expect((await write(supervisor, id, { body: 'Rustig.' })).status).toBe(201);
  });

  it('is of a line of that invoice, of a final one, and nobody else’s business', async () => {
    const [one, other] = await createInvoices(test, staff, [client, client]);
    const [line] = (await ask(test.app, staff, 'GET', `/api/invoices/${other?.id}`)).body.lines;
    expect((await write(supervisor, one?.id ?? '', { body: 'x', lineId: line.id })).body.errors).toEqual([
      { pointer: '/lineId', code: 'unknown' },
    ]);
    const draft = await createDraft(test.db, client);
    expect((await write(supervisor, draft, { body: 'x' })).status).toBe(404);
    expect((await write(staff, draft, { body: 'x' })).body.code).toBe('wrong-state');
    const outsider = await signInAs(test.app, await createPerson(test.db, { role: 'supervisor' }));
    expect((await write(outsider, one?.id ?? '', { body: 'x' })).status).toBe(404);
    expect((await ask(test.app, outsider, 'GET', `/api/invoices/${one?.id}/messages`)).status).toBe(404);
  });
});
