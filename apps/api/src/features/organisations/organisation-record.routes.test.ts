import type { AuditEvent } from '@konnekt/shared/audit/audit.contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { ask, type Client, testApp } from '#api/test/build-app';
import { createOrganisation, createPerson, createPlacement, createSupervisor, hourTypeId } from '#api/test/factories';
import { signInNew } from '#api/test/sign-in-as';

const test = testApp();
let staff: Client;

beforeAll(async () => {
  staff = await signInNew(test, 'staff');
});

const post = (path: string, body: object) => ask(test.app, staff, 'POST', path, body);
const put = (path: string, body: object) => ask(test.app, staff, 'PUT', path, body);
const read = async (path: string) => (await ask(test.app, staff, 'GET', path)).body;

type Told = Pick<AuditEvent, 'action' | 'subjectName' | 'changes'>;

const whole = {
  name: 'Bouwbedrijf Kade',
  street: 'Kade 1',
  postcode: '3011ab',
  city: 'Rotterdam',
  kvkNumber: '12345678',
  vatNumber: 'nl 1234.56.782.b12',
  invoiceEmail: 'facturen@kade.example',
  invoiceCopyEmail: 'inkoop@kade.example',
  invoiceLanguage: 'en',
  invoiceDocument: 'nlcius',
  debtorNumber: '13001',
  buyerReference: 'Afdeling Nieuwbouw',
  contractReference: 'RO-2026-7',
  costCentre: 'KP 410',
  oin: '00000001234567890000',
  gln: '8712345678906',
  peppolId: '0106:12345678',
  invoicePer: 'budget-number',
  invoiceEvery: 'four-weeks',
  paymentTermDays: 14,
  gAccountShareBp: 2500,
  reverseCharge: true,
  hoursBy: 'supervisor',
  periodType: 'month',
  entryMode: 'times',
  requiresBudgetNumber: true,
};

describe('POST /api/organisations', () => {
  it('keeps all of a client, as it is written, and gives it the next free number', async () => {
    const only = await hourTypeId(test.db);
    const first = await post('/api/organisations', { ...whole, hourTypeIds: [only] });
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      ...whole,
      postcode: '3011 AB',
      vatNumber: 'NL123456782B12',
      country: 'NL',
      version: 1,
      hourTypeIds: [only],
      budgetNumbers: [],
    });
    const taken = String(Number(first.body.number) + 1);
    await post('/api/organisations', { name: 'Eigen nummer', city: 'Urk', number: taken });
    const next = await post('/api/organisations', { name: 'Daarna', city: 'Urk' });
    expect(Number(next.body.number)).toBe(Number(taken) + 1);
  });

  it('says at each field what is wrong with it', async () => {
    const { status, body } = await post('/api/organisations', {
      name: ' ',
      city: 'Urk',
      kvkNumber: '1234',
      vatNumber: 'NL12',
      invoiceEmail: 'geen adres',
      gAccountShareBp: 10_001,
      oin: '123',
      gln: '8712345678907',
      peppolId: '0190:12',
    });
    expect(status).toBe(400);
    expect(body.errors).toEqual([
      { pointer: '/name', code: 'required' },
      { pointer: '/kvkNumber', code: 'kvk-number' },
      { pointer: '/vatNumber', code: 'vat-number' },
      { pointer: '/invoiceEmail', code: 'email' },
      { pointer: '/oin', code: 'oin' },
      { pointer: '/gln', code: 'gln' },
      { pointer: '/peppolId', code: 'peppol-id' },
      { pointer: '/gAccountShareBp', code: 'too-large' },
    ]);
  });

  it('asks for a btw-id where VAT is reverse-charged, and for a Dutch postcode in the Netherlands only', async () => {
    const reverse = await post('/api/organisations', { name: 'Zonder btw-id', city: 'Urk', reverseCharge: true });
    expect(reverse.body.errors).toEqual([{ pointer: '/vatNumber', code: 'needed-for-reverse-charge' }]);
    const dutch = await post('/api/organisations', { name: 'Postcode', city: 'Urk', postcode: '2000' });
    expect(dutch.body.errors).toEqual([{ pointer: '/postcode', code: 'postcode' }]);
    const belgian = await post('/api/organisations', { name: 'Elders', city: 'Gent', postcode: '9000', country: 'BE' });
    expect(belgian.status).toBe(201);
  });

  it('keeps contact persons in their order and an address for invoices, and says at whose field what is wrong', async () => {
    const contacts = [
      { name: 'Anna Bos', role: 'Administratie', phone: '010 1234567', email: 'anna@kade.example' },
      { name: 'Receptie', role: null, phone: null, email: null },
    ];
    const invoice = { invoiceStreet: 'Postbus 9', invoicePostcode: '3000 AA', invoiceCity: 'Rotterdam' };
    const { body } = await post('/api/organisations', { name: 'Met mensen', city: 'Urk', contacts, ...invoice });
    expect(body).toMatchObject({ contacts, ...invoice });
    const wrong = await post('/api/organisations', {
      ...{ name: 'Fout', city: 'Urk' },
      contacts: [{ name: 'Anna' }, { name: ' ', phone: 'bel maar', email: 'geen adres' }],
    });
    expect(wrong.body.errors).toEqual([
      { pointer: '/contacts/1/name', code: 'required' },
      { pointer: '/contacts/1/phone', code: 'phone' },
      { pointer: '/contacts/1/email', code: 'email' },
    ]);
    const half = await post('/api/organisations', { name: 'Half', city: 'Urk', invoicePostcode: '12' });
    expect(half.body.errors).toEqual([
      { pointer: '/invoiceStreet', code: 'required' },
      { pointer: '/invoicePostcode', code: 'postcode' },
    ]);
    const many = Array.from({ length: 11 }, (_, n) => ({ name: `Nummer ${n}` }));
    const full = await post('/api/organisations', { name: 'Vol', city: 'Urk', contacts: many });
    expect(full.body.errors).toEqual([{ pointer: '/contacts', code: 'too-large' }]);
  });

  it('refuses a name and a number that are taken, at their fields', async () => {
    const { body: one } = await post('/api/organisations', { name: 'Dubbel', city: 'Urk' });
    const name = await post('/api/organisations', { name: 'Dubbel', city: 'Urk' });
    expect(name.body.errors).toEqual([{ pointer: '/name', code: 'taken' }]);
    const number = await post('/api/organisations', { name: 'Ander', city: 'Urk', number: one.number });
    expect(number.body.errors).toEqual([{ pointer: '/number', code: 'taken' }]);
  });

  it('takes other capitals for the same name and number', async () => {
    await post('/api/organisations', { name: 'Hoofdletter B.V.', city: 'Urk', number: 'HL-1' });
    const name = await post('/api/organisations', { name: 'HOOFDLETTER b.v.', city: 'Urk' });
    expect(name.body.errors).toEqual([{ pointer: '/name', code: 'taken' }]);
    const number = await post('/api/organisations', { name: 'Kleine letter', city: 'Urk', number: 'hl-1' });
    expect(number.body.errors).toEqual([{ pointer: '/number', code: 'taken' }]);
  });
});

describe('PUT /api/organisations/:id', () => {
  it('of two people who save the same version lets one win, and tells the other who it was', async () => {
    const { body: made } = await post('/api/organisations', { name: 'Samen', city: 'Urk' });
    const save = (city: string) => put(`/api/organisations/${made.id}`, { name: 'Samen', city, version: 1 });
    const answers = await Promise.all([save('Delft'), save('Gouda')]);
    const refused = answers.filter(({ status }) => status === 409);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(refused[0]?.body).toMatchObject({ code: 'record-changed', version: 2, changedBy: expect.any(String) });
  });

  it('keeps the number where none is typed, and allows exactly the hour types that are named', async () => {
    const types = [await hourTypeId(test.db), await hourTypeId(test.db, 'SCK')];
    const { body: made } = await post('/api/organisations', { name: 'Uursoorten', city: 'Urk', hourTypeIds: types });
    const url = `/api/organisations/${made.id}`;
    const saved = await put(url, { name: 'Uursoorten', city: 'Urk', version: 1, hourTypeIds: [types[1]] });
    expect(saved.body).toMatchObject({ number: made.number, hourTypeIds: [types[1]], version: 2 });
    const unknown = await put(url, { name: 'Uursoorten', city: 'Urk', version: 2, hourTypeIds: [made.id] });
    expect(unknown.body.errors).toEqual([{ pointer: '/hourTypeIds', code: 'unknown' }]);
    expect((await read(url)).version).toBe(2);
  });

  it('tells in the history which contact person came, changed or left, and not who moved up', async () => {
    const [anna, bea, coen] = ['Anna', 'Bea', 'Coen'].map((name) => ({ name, role: null, phone: null, email: null }));
    const fields = { name: 'Wisseling', city: 'Urk' };
    const { body: made } = await post('/api/organisations', { ...fields, contacts: [anna, bea, bea] });
    const url = `/api/organisations/${made.id}`;
    const contacts = [bea, { ...bea, phone: '0527 123456' }, coen];
    const saved = await put(url, { ...fields, version: 1, contacts });
    expect(saved.body.contacts).toEqual(contacts);
    const stale = await put(url, { ...fields, version: 1, contacts: [] });
    expect(stale).toMatchObject({ status: 409, body: { code: 'record-changed', version: 2 } });
    expect((await put(url, { ...fields, version: 2, contacts: [{ ...bea, name: 'Beatrix' }] })).status).toBe(200);
    const { items } = await read(`/api/records/${made.id}/history`);
    const told = items.filter(({ subjectType }: { subjectType: string }) => subjectType === 'organisation-contact');
    const after = told.slice(0, -3).map(({ action, subjectName, changes }: Told) => [action, subjectName, changes]);
    expect(after.slice(0, 3)).toEqual(
      expect.arrayContaining([
        ['remove', 'Coen', expect.anything()],
        ['remove', 'Bea', expect.anything()],
        ['change', 'Beatrix', [{ field: 'name', before: 'Bea', after: 'Beatrix' }]],
      ]),
    );
    expect(after.slice(3)).toEqual(
      expect.arrayContaining([
        ['remove', 'Anna', expect.anything()],
        ['create', 'Coen', expect.anything()],
        ['change', 'Bea', expect.arrayContaining([{ field: 'phone', before: null, after: '0527 123456' }])],
      ]),
    );
    expect(after).toHaveLength(6);
  });

  it('does not know one that is not there', async () => {
    const { status } = await put(`/api/organisations/${crypto.randomUUID()}`, { name: 'X', city: 'Y', version: 1 });
    expect(status).toBe(404);
  });
});

describe('budget numbers', () => {
  it('are given with a description and a validity, once each per client', async () => {
    const id = await createOrganisation(test.db);
    const url = `/api/organisations/${id}/budget-numbers`;
    const made = await post(url, { number: 'BN-1', description: 'Afdeling A', validFrom: '2026-01-01' });
    expect(made.status).toBe(201);
    expect((await post(url, { number: 'BN-1' })).body.errors).toEqual([{ pointer: '/number', code: 'taken' }]);
    const wrong = await post(url, { number: 'BN-2', validFrom: '2026-02-01', validUntil: '2026-01-31' });
    expect(wrong.body.errors).toEqual([{ pointer: '/validUntil', code: 'before-start' }]);
    const ended = { number: 'BN-1', validUntil: '2026-12-31', version: 1 };
    expect((await put(`/api/budget-numbers/${made.body.id}`, ended)).body).toMatchObject({ version: 2 });
    expect((await put(`/api/budget-numbers/${made.body.id}`, ended)).body).toMatchObject({ code: 'record-changed' });
    const [kept] = (await read(`/api/organisations/${id}`)).budgetNumbers;
    expect(kept).toMatchObject({ number: 'BN-1', description: null, validUntil: '2026-12-31' });
  });
});

describe('GET /api/office/organisations', () => {
  it('counts who works and supervises there today, and finds by name, number and state', async () => {
    const id = await createOrganisation(test.db, 'Zoekbaar BV');
    const employee = await createPerson(test.db);
    await createPlacement(test.db, employee, id);
    await createPlacement(test.db, employee, id, { startsOn: '2026-01-01', endsOn: '2026-11-20' });
    await createSupervisor(test.db, id);
    const found = await read('/api/office/organisations?q=zoekbaar');
    expect(found).toMatchObject({ total: 1, items: [{ id, placements: 1, supervisors: 1, isActive: true }] });
    const [{ number }] = found.items;
    expect((await read(`/api/office/organisations?q=${number}`)).items).toHaveLength(1);
    expect((await read('/api/office/organisations?q=zoekbaar&state=inactive')).total).toBe(0);
  });

  it('sorts both ways over pages', async () => {
    const names = async (sort: string) => {
      const first = await read(`/api/office/organisations?sort=${sort}&limit=2`);
      const rest = await read(`/api/office/organisations?sort=${sort}&limit=500&cursor=${first.nextCursor}`);
      return [...first.items, ...rest.items].map(({ name }: { name: string }) => name);
    };
    const up = await names('name');
    expect(new Set(up).size).toBe(up.length);
    expect(await names('-name')).toEqual([...up].reverse());
  });
});
