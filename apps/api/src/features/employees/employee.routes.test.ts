import { beforeAll, describe, expect, it } from 'vitest';
import { bounds } from '#api/kit/bounds';
import { sql } from '#api/kit/sql';
import { ask, type Client, testApp } from '#api/test/build-app';
import { createOrganisation, createPerson, createPlacement, testPassword } from '#api/test/factories';
import { signInAs, signInNew } from '#api/test/sign-in-as';

const test = testApp();
let staff: Client;

beforeAll(async () => {
  staff = await signInNew(test, 'staff');
});

/** Everybody here is called Anna. */
const post = (body: object) => ask(test.app, staff, 'POST', '/api/employees', { isAnother: true, ...body });
const put = (id: string, body: object) => ask(test.app, staff, 'PUT', `/api/employees/${id}`, body);
const list = async (query: string) => (await ask(test.app, staff, 'GET', `/api/office/employees?${query}`)).body;
const anna = (personnelNumber: string, rest: object = {}) => ({
  personnelNumber,
  firstName: 'Anna',
  prefix: 'de',
  lastName: 'Vries',
  ...rest,
});

describe('POST /api/employees', () => {
  it('with an e-mail address makes person, employee and an account that waits to be invited', async () => {
    const made = await post(
      anna('70001', {
        email: 'Anna@werk.example',
        language: 'en',
        phone: '06 12345678',
        birthDate: '1990-02-28',
        street: 'Dijk 2',
        postcode: '2611 BB',
        city: 'Delft',
      }),
    );
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ name: 'Anna de Vries', account: 'new', language: 'en', version: 1 });
    const [links] = await test.db.query<{ n: number }>(sql`SELECT count(*)::int AS n FROM account_link`);
    expect(links?.n).toBe(0);
  });

  it('without one makes no account', async () => {
    const { body } = await post(anna('70002'));
    expect(body).toMatchObject({ account: 'none', accountId: null, email: null });
  });

  it('refuses an address or number that is taken, at its field, and then keeps nothing at all', async () => {
    const people = async () => (await test.db.query<{ n: number }>(sql`SELECT count(*)::int AS n FROM person`))[0]?.n;
    await post(anna('70003', { email: 'bezet@werk.example' }));
    const before = await people();
    const email = await post(anna('70004', { email: 'BEZET@werk.example' }));
    expect(email.body.errors).toEqual([{ pointer: '/email', code: 'taken' }]);
    expect(email.body.people).toMatchObject([{ personnelNumber: '70003', email: 'bezet@werk.example' }]);
    const number = await post(anna('70003'));
    expect(number.body.errors).toEqual([{ pointer: '/personnelNumber', code: 'taken' }]);
    expect(await people()).toBe(before);
  });

  it('says at each field what is wrong with it', async () => {
    const { body } = await post({ personnelNumber: '', firstName: 'A', lastName: '', email: 'x', phone: 'bel mij' });
    expect(body.errors).toEqual([
      { pointer: '/personnelNumber', code: 'required' },
      { pointer: '/lastName', code: 'required' },
      { pointer: '/email', code: 'email' },
      { pointer: '/phone', code: 'phone' },
    ]);
    const { body: unborn } = await post(anna('70005', { birthDate: '2026-11-21' }));
    expect(unborn.errors).toEqual([{ pointer: '/birthDate', code: 'too-young' }]);
    const { body: ancient } = await post(anna('70006', { birthDate: '1900-01-01' }));
    expect(ancient.errors).toEqual([{ pointer: '/birthDate', code: 'odd-year' }]);
  });
});

describe('PUT /api/employees/:id', () => {
  it('gives somebody an account when an address becomes known, and keeps it then', async () => {
    const { body: made } = await post(anna('70010'));
    const given = await put(made.id, anna('70010', { email: 'later@werk.example', version: 1 }));
    expect(given.body).toMatchObject({ account: 'new', email: 'later@werk.example', version: 2 });
    const taken = await put(made.id, anna('70010', { version: 2 }));
    expect(taken.body.errors).toEqual([{ pointer: '/email', code: 'account-needs-email' }]);
  });

  it('leaves to admins what a colleague logs in with, who works for clients too', async () => {
    const admin = await createPerson(test.db, { role: 'admin', isEmployee: true });
    const { body: stored } = await ask(test.app, staff, 'GET', `/api/employees/${admin.employeeId}`);
    const save = (change: object, by = staff) =>
      ask(test.app, by, 'PUT', `/api/employees/${admin.employeeId}`, {
        ...anna(stored.personnelNumber, { email: admin.email, language: 'nl', version: 1 }),
        ...change,
      });
    const refused = [await save({ email: 'van-mij@werk.example' }), await save({ language: 'en' })];
    expect(refused.map(({ body }) => body.errors)).toEqual([
      [{ pointer: '/email', code: 'office-account' }],
      [{ pointer: '/language', code: 'office-account' }],
    ]);
    expect((await save({ phone: '06 12345678' })).body).toMatchObject({ phone: '06 12345678', version: 2 });
    const asAdmin = await signInAs(test.app, admin);
    expect((await save({ email: 'nieuw@werk.example', version: 2 }, asAdmin)).body.email).toBe('nieuw@werk.example');
  });

  it('of two people who save the same version lets one win', async () => {
    const { body: made } = await post(anna('70011'));
    const save = (city: string) => put(made.id, anna('70011', { city, version: 1 }));
    const answers = await Promise.all([save('Delft'), save('Gouda')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'record-changed', version: 2 });
  });
});

describe('a version that is not there any more', () => {
  it('is said to be of who made the newer one, whatever the employee did since', async () => {
    const [person, admin] = [await createPerson(test.db), await createPerson(test.db, { role: 'admin' })];
    const asAdmin = await signInAs(test.app, admin);
    const save = (by: Client, change: object) =>
      ask(test.app, by, 'PUT', `/api/employees/${person.employeeId}`, {
        ...anna(`N-${person.employeeId}`, { email: person.email }),
        ...change,
      });
    expect((await save(asAdmin, { city: 'Delft', version: 1 })).status).toBe(200);
    const employee = await signInAs(test.app, person);
    await ask(test.app, employee, 'PATCH', '/api/me', { language: 'en' });
    const change = { currentPassword: testPassword, newPassword: 'a brand new password' };
    await ask(test.app, employee, 'PUT', '/api/me/password', change);
    expect((await save(staff, { version: 1 })).body).toMatchObject({ code: 'record-changed', changedBy: admin.name });
    // What they log in with is part of the record.
    const { body } = await save(staff, { email: `nieuw-${person.email}`, city: 'Delft', version: 2 });
    expect(body).toMatchObject({ version: 3 });
    expect((await save(asAdmin, { version: 2 })).body.changedBy).not.toBe(admin.name);
  });
});

describe('GET /api/office/employees', () => {
  it('sorts under the last name, and finds by name, number, address, client and account', async () => {
    const person = await createPerson(test.db, { firstName: 'Zara', lastName: 'Aalbers' });
    const organisationId = await createOrganisation(test.db, 'Waar Zara werkt');
    await createPlacement(test.db, person, organisationId);
    const found = await list('q=zara');
    expect(found.items).toEqual([
      {
        id: person.employeeId,
        personnelNumber: expect.any(String),
        name: 'Zara de Aalbers',
        sortName: 'Aalbers, Zara de',
        email: person.email,
        account: 'active',
        invitationFailure: null,
        organisations: ['Waar Zara werkt'],
      },
    ]);
    const names = (await list('limit=500')).items.map(({ sortName }: { sortName: string }) => sortName);
    expect(names).toEqual([...names].sort(new Intl.Collator('nl').compare));
    expect((await list(`organisationId=${organisationId}`)).total).toBe(1);
    expect((await list('q=zara&placed=not')).total).toBe(0);
    expect((await list('q=70002')).items).toHaveLength(1);
    expect((await list('account=none')).items.every(({ email }: { email: null }) => email === null)).toBe(true);
  });
});

describe('POST /api/office/employees/invite', () => {
  it('says how many wait, who were sent as many links within the hour as there may be', async () => {
    const employee = (n: number) => ({
      firstName: 'Wim',
      lastName: 'Wachtend',
      personnelNumber: `W-${n}`,
      email: `wim${n}@werk.example`,
    });
    for (const n of [1, 2]) await post(employee(n));
    const invite = async () =>
      (
        await ask(test.app, staff, 'POST', '/api/office/employees/invite', {
          q: 'Wachtend',
          states: ['new', 'invited', 'on-its-way'],
        })
      ).body;
    for (let sent = 0; sent < bounds.linksAnHour; sent++) expect(await invite()).toEqual({ invited: 2, waiting: 0 });
    await post(employee(3));
    expect(await invite()).toEqual({ invited: 1, waiting: 2 });
    await test.db.query(sql`
      UPDATE account_link l SET created_at = l.created_at - interval '1 hour' FROM account a WHERE a.id = l.account_id AND a.email LIKE 'wim%'`);
    expect(await invite()).toEqual({ invited: 3, waiting: 0 });
  });

  it('invites once who is in the list, has an address and was never invited', async () => {
    const mark = 'Uitnodigend';
    const make = async (rest: object) =>
      (
        await post({
          firstName: 'Ina',
          lastName: mark,
          personnelNumber: `U-${Math.random()}`,
          ...rest,
        })
      ).body;
    const [one, two] = [
      await make({ email: 'ina1@werk.example' }),
      await make({ email: 'ina2@werk.example', language: 'en' }),
    ];
    await make({});
    await post({
      firstName: 'Ina',
      lastName: 'Anders',
      personnelNumber: 'U-1',
      email: 'ina3@werk.example',
    });
    const invite = async () =>
      (await ask(test.app, staff, 'POST', '/api/office/employees/invite', { q: mark, states: ['new'] })).body;
    const both = await Promise.all([invite(), invite()]);
    expect(both.map(({ invited }) => invited).sort()).toEqual([0, 2]);
    expect(await invite()).toEqual({ invited: 0, waiting: 0 });
    const mails = await test.db.query(sql`
      SELECT m.to_address AS to, m.language, l.expires_at > now() AS good FROM mail m JOIN account_link l ON l.account_id = m.account_id
       WHERE m.to_address LIKE 'ina%' ORDER BY 1`);
    expect(mails).toEqual([
      { to: 'ina1@werk.example', language: 'nl', good: true },
      { to: 'ina2@werk.example', language: 'en', good: true },
    ]);
    const events = await test.db.query(sql`
      SELECT record_id FROM audit_event WHERE action = 'invite' AND record_id = ANY(${[one.personId, two.personId]}::uuid[])`);
    expect(events).toHaveLength(2);
    expect([(await list('q=ina&account=new')).total, (await list('q=ina&account=on-its-way')).total]).toEqual([1, 2]);
  });
});
