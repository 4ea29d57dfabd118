import { beforeAll, expect, it } from 'vitest';
import { findBrokenRules } from '#api/features/data-check/data-check.repository';
import { ask, askFile, type Client, testApp } from '#api/test/build-app';
import { createDocument, createOrganisation, createPerson, createSupervisor, type Person } from '#api/test/factories';
import { signInAs, signInNew } from '#api/test/sign-in-as';
import { tellReaders } from './document-readers.repository.ts';

const test = testApp();
let anna: Person;
let [asAnna, asBert, supervisor, staff]: Client[] = [];
let bert: Person;
let client: Person;
let organisationId: string;

beforeAll(async () => {
  const { db, app } = test;
  [anna, bert] = [await createPerson(db), await createPerson(db)];
  [asAnna, asBert] = [await signInAs(app, anna), await signInAs(app, bert)];
  organisationId = await createOrganisation(db);
  client = await createSupervisor(db, organisationId);
  supervisor = await signInAs(app, client);
  staff = await signInNew(test, 'staff');
});

const get = (who: Client | undefined, path: string) => ask(test.app, who, 'GET', `/api/documents${path}`);
const change = (id: string, version: number, more: object, who = staff) =>
  ask(test.app, who, 'PUT', `/api/documents/${id}`, { name: 'Contract', category: 'contract', version, ...more });
const told = async (who: Client | undefined, id: string) =>
  (await ask(test.app, who, 'GET', '/api/notices')).body.items.filter((one: { aboutId: string }) => one.aboutId === id)
    .length;

it('a document that is for somebody else by now is gone for who it was for, whose confirmation stays; the other is told', async () => {
  const id = await createDocument(test.db, { personId: anna.personId }, { asksConfirmation: true });
  const { file } = (await get(asAnna, `/${id}`)).body;
  await ask(test.app, asAnna, 'POST', `/api/documents/${id}/open`, { number: 1 });
  await ask(test.app, asAnna, 'POST', `/api/documents/${id}/confirm`, { number: 1, sha256: file.sha256 });
  expect((await change(id, 1, { personId: bert.personId, asksConfirmation: true }, asAnna)).status).toBe(403);
  const changed = await change(id, 1, { personId: bert.personId, asksConfirmation: true });
  expect(changed.body).toMatchObject({ version: 2, person: { id: bert.personId }, readers: 1, confirmed: 1 });
  expect((await change(id, 1, { personId: anna.personId })).body.code).toBe('record-changed');

  expect([(await get(asAnna, `/${id}`)).status, (await get(asBert, `/${id}`)).status]).toEqual([404, 200]);
  expect((await askFile(test.app, asAnna as Client, `/api/documents/${id}/versions/1/file`)).statusCode).toBe(404);
  expect([await told(asAnna, id), await told(asBert, id)]).toEqual([0, 1]);
  const { items } = (await get(staff, `/${id}/readers`)).body;
  expect(items).toHaveLength(2);
  expect(items).toContainEqual(
    expect.objectContaining({
      id: anna.personId,
      isReader: false,
      confirmedAt: expect.any(String),
      confirmations: [expect.objectContaining({ sha256: file.sha256 })],
    }),
  );
  expect(await findBrokenRules(test.db)).toEqual([]);
  const history = (await ask(test.app, staff, 'GET', `/api/records/${id}/history`)).body.items;
  expect(JSON.stringify(history)).toContain('person_id');
});

it('who has opened a document is not told anew when it is for more people', async () => {
  const id = await createDocument(test.db, { role: 'supervisor', organisationId });
  await ask(test.app, supervisor, 'POST', `/api/documents/${id}/open`, { number: 1 });
  await change(id, 1, { role: null, organisationId: null });
  expect([await told(supervisor, id), await told(asAnna, id)]).toEqual([0, 1]);
  await test.db.transaction(null, (tx) => tellReaders(tx, '2026-11-21', [id]));
  expect(await told(asAnna, id)).toBe(1);
  const payslip = await createDocument(test.db, { personId: anna.personId }, { category: 'payslip' });
  const refused = async (more: object) => (await change(payslip, 1, { category: 'payslip', ...more })).body.errors;
  expect(await refused({ personId: null })).toEqual([{ pointer: '/personId', code: 'stays-of-one-person' }]);
  expect(await refused({ role: 'employee' })).toEqual([{ pointer: '/personId', code: 'not-together' }]);
  expect(await refused({ personId: organisationId })).toEqual([{ pointer: '/personId', code: 'unknown' }]);
});

it('what is for one person stays for one, whatever it is called by now: a payslip is never there for others', async () => {
  const payslip = await createDocument(test.db, { personId: anna.personId }, { category: 'payslip' });
  const stays = { status: 400, body: { errors: [{ pointer: '/personId', code: 'stays-of-one-person' }] } };
  const others = [{}, { role: 'employee' }, { organisationId }, { role: 'supervisor', organisationId }];
  for (const more of others)
    expect(await change(payslip, 1, { category: 'other', personId: null, ...more })).toMatchObject(stays);
  // In two steps, and by way of somebody else.
  expect(await change(payslip, 1, { category: 'other' })).toMatchObject({ status: 200, body: { version: 2 } });
  expect(await change(payslip, 2, { category: 'other', personId: bert.personId })).toMatchObject({ status: 200 });
  for (const more of others)
    expect(await change(payslip, 3, { category: 'other', personId: null, ...more })).toMatchObject(stays);
  expect([(await get(asAnna, `/${payslip}`)).status, (await get(asBert, `/${payslip}`)).status]).toEqual([404, 200]);
  expect((await get(supervisor, `/${payslip}`)).status).toBe(404);
});

it('what tells of wages is for an employee, also where that is what it becomes', async () => {
  const wrong = { status: 400, body: { errors: [{ pointer: '/personId', code: 'no-employee' }] } };
  const letter = await createDocument(test.db, { personId: client.personId });
  expect(await change(letter, 1, { category: 'payslip' })).toMatchObject(wrong);
  expect(await change(letter, 1, { category: 'payslip', personId: anna.personId })).toMatchObject({ status: 200 });
  expect(await change(letter, 2, { category: 'annual-statement', personId: client.personId })).toMatchObject(wrong);
});

it('who has opened and confirmed it is a file, narrowed down as the list is', async () => {
  const id = await createDocument(test.db, {}, { name: 'Huisregels' });
  await ask(test.app, asBert, 'POST', `/api/documents/${id}/open`, { number: 1 });
  const file = (query: string) => askFile(test.app, staff as Client, `/api/documents/${id}/readers/export?${query}`);
  const lines = async (query: string) => (await file(query)).body.trim().split('\r\n');
  const [heading, ...opened] = await lines('state=opened&language=nl');
  expect(heading).toContain('Naam;Nummer of e-mail;Nu lezer;Versie;Geopend op');
  expect(opened).toHaveLength(1);
  expect(opened[0]).toMatch(/;ja;1;\d\d-\d\d-\d{4};\d\d:\d\d;;;;1$/);
  const all = (await get(staff, `/${id}/readers`)).body.total;
  expect((await lines('language=en')).length).toBe(1 + all);
  expect((await file('format=xlsx')).rawPayload.subarray(0, 2).toString()).toBe('PK');
});

it('words find documents by their names and those of whom they are for, also a word that is in all of them', async () => {
  const person = await createPerson(test.db, { firstName: 'Zoëy', lastName: 'Zonderling' });
  const own = await createDocument(test.db, { personId: person.personId }, { name: 'Loonstrook week 1' });
  const found = async (q: string) =>
    (await get(staff, `?q=${encodeURIComponent(q)}`)).body.items.map((one: { id: string }) => one.id);
  expect(await found('zoey loonstrook')).toEqual([own]);
  expect(await found('LOON zonder')).toEqual([own]);
  expect(await found('loonstrook nergens')).toEqual([]);
  const home = (await ask(test.app, asAnna, 'GET', '/api/home')).body;
  expect(home.documents).toEqual((await get(asAnna, '/counts')).body);
});
