import { beforeAll, expect, it } from 'vitest';
import { newId } from '#api/kit/database';
import { sql } from '#api/kit/sql';
import { ask, type Client, testApp } from '#api/test/build-app';
import { createPerson, createSupervisor, giveRight } from '#api/test/factories';
import { completeAgency, createClient, createInvoices } from '#api/test/invoices';
import { signInAs, signInNew } from '#api/test/sign-in-as';

const test = testApp();
let staff: Client;
let supervisor: Client;
let client: string;

beforeAll(async () => {
  await completeAgency(test.db);
  staff = await signInNew(test, 'staff');
  client = await createClient(test.db);
  const person = await createSupervisor(test.db, client);
  await test.db.query(sql`UPDATE supervisor_right SET may_see_invoices = true`);
  supervisor = await signInAs(test.app, person);
});

const write = (who: Client, path: string, more: object = {}) =>
  ask(test.app, who, 'POST', path, { id: newId(), body: 'Dit waren zeven uur, geen acht.', fileIds: [], ...more });
const asked = async () => (await ask(test.app, staff, 'GET', '/api/invoices?question=true')).body.items;

it('An invoice has a question from when its client wrote until the office answered or closed the thread', async () => {
  const [{ id, number } = { id: '', number: '' }] = await createInvoices(test, staff, [client]);
  const [line] = (await ask(test.app, staff, 'GET', `/api/invoices/${id}`)).body.lines;
  const begin = { title: number, invoiceId: id, invoiceLineId: line.id };
  const { body: thread } = await write(supervisor, '/api/messages', begin);
  expect(thread.about).toMatchObject({ kind: 'invoice', number, lineId: line.id });
  expect(await asked()).toEqual([expect.objectContaining({ id, hasQuestion: true })]);

  await write(staff, `/api/messages/${thread.id}/replies`, { body: 'U krijgt een creditnota.' });
  expect(await asked()).toEqual([]);
  await write(supervisor, `/api/messages/${thread.id}/replies`, { body: 'Dank u.' });
  expect(await asked()).toHaveLength(1);
  const { version } = (await ask(test.app, staff, 'GET', `/api/messages/${thread.id}`)).body;
  const closed = await ask(test.app, staff, 'POST', `/api/messages/${thread.id}/handle`, { act: 'close', version });
  expect(closed.status).toBe(200);
  expect(await asked()).toEqual([]);
});

it('What is being written about an invoice, about a line of it and about nothing are each kept apart', async () => {
  const [{ id } = { id: '' }] = await createInvoices(test, staff, [client]);
  const [line] = (await ask(test.app, staff, 'GET', `/api/invoices/${id}`)).body.lines;
  const places = [null, id, line.id];
  const keep = (who: Client, aboutId: string | null, body: string) =>
    ask(test.app, who, 'PUT', '/api/message-draft', { threadId: null, aboutId, body });
  for (const [at, place] of places.entries()) expect((await keep(supervisor, place, `Vraag ${at}`)).status).toBe(204);
  const kept = async (place: string | null) =>
    (await ask(test.app, supervisor, 'GET', `/api/message-draft${place ? `?aboutId=${place}` : ''}`)).body.body;
  for (const [at, place] of places.entries()) expect(await kept(place)).toBe(`Vraag ${at}`);

  await keep(supervisor, id, '');
  expect([await kept(id), await kept(line.id)]).toEqual(['', 'Vraag 2']);
  const outsider = await signInNew(test, 'employee');
  for (const place of places.slice(1)) expect((await keep(outsider, place, 'Ik zie dit niet')).status).toBe(404);
});

it('The threads of an invoice are listed with it, closed or not, to who sees them', async () => {
  const [{ id } = { id: '' }, other] = await createInvoices(test, staff, [client, client]);
  for (const title of ['Een', 'Twee']) await write(supervisor, '/api/messages', { title, invoiceId: id });
  await write(supervisor, '/api/messages', { title: 'Anders', invoiceId: other?.id });
  const titles = async (who: Client) =>
    (await ask(test.app, who, 'GET', `/api/messages?invoiceId=${id}`)).body.items.map(
      (one: { title: string }) => one.title,
    );
  for (const who of [staff, supervisor]) expect(await titles(who)).toEqual(['Twee', 'Een']);
  const stranger = await createPerson(test.db, { role: 'supervisor' });
  await giveRight(test.db, stranger, await createClient(test.db));
  expect(await titles(await signInAs(test.app, stranger))).toEqual([]);
});
