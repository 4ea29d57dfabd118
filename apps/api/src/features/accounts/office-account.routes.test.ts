import { describe, expect, it } from 'vitest';
import { sql } from '#api/kit/sql';
import { ask, askFile, type Client, testApp } from '#api/test/build-app';
import { createInvited, createPerson, type Person } from '#api/test/factories';
import { sheetRows } from '#api/test/sheet-rows';
import { signInAs } from '#api/test/sign-in-as';

const test = testApp();
const as = async (role: 'staff' | 'admin'): Promise<[Person, Client]> => {
  const person = await createPerson(test.db, { role });
  return [person, await signInAs(test.app, person)];
};
const act = (client: Client, person: Person, what: string) =>
  ask(test.app, client, 'POST', `/api/accounts/${person.accountId}/${what}`);
const read = async (client: Client, person: Person) =>
  (await ask(test.app, client, 'GET', `/api/accounts/${person.accountId}`)).body;
const me = async (client: Client) => (await ask(test.app, client, 'GET', '/api/me')).status;

describe('an account', () => {
  it('tells the office what became of its invitation', async () => {
    const [[, staff], person] = [await as('staff'), await createInvited(test.db)];
    expect((await read(staff, person)).link).toBeNull();
    const { body } = await act(staff, person, 'invite');
    expect(body).toMatchObject({ status: 'invited', link: { purpose: 'activation', isAlive: true, mail: 'waiting' } });
    await test.db.query(sql`UPDATE mail SET sent_at = now() WHERE account_id = ${person.accountId}::uuid`);
    await test.db.query(sql`UPDATE account_link SET expires_at = now() WHERE account_id = ${person.accountId}::uuid`);
    expect((await read(staff, person)).link).toMatchObject({ isAlive: false, mail: 'sent' });
  });

  it('of the office is seen by admins alone, with where it is logged in and all that is stored', async () => {
    const [[, staff], [admin, asAdmin]] = [await as('staff'), await as('admin')];
    const urls = ['account', 'personal-data', 'personal-data/file'].map((of) => `/api/people/${admin.personId}/${of}`);
    urls.push(`/api/accounts/${admin.accountId}`, `/api/accounts/${admin.accountId}/sessions`);
    const statuses = (client: Client) =>
      Promise.all(urls.map(async (url) => (await ask(test.app, client, 'GET', url)).status));
    expect(await statuses(staff)).toEqual(urls.map(() => 404));
    expect(await statuses(asAdmin)).toEqual(urls.map(() => 200));
  });

  it('is found by its person', async () => {
    const [[, staff], person] = [await as('staff'), await createPerson(test.db)];
    const { body } = await ask(test.app, staff, 'GET', `/api/people/${person.personId}/account`);
    expect(body).toEqual(await read(staff, person));
  });
});

describe('blocking', () => {
  it('ends every session at once, and unblocking gives the account back', async () => {
    const [[, staff], person] = [await as('staff'), await createPerson(test.db)];
    const client = await signInAs(test.app, person);
    expect((await act(staff, person, 'block')).body.status).toBe('blocked');
    expect(await me(client)).toBe(401);
    expect((await act(staff, person, 'block')).body.code).toBe('account-blocked');
    expect((await act(staff, person, 'unblock')).body.status).toBe('active');
    expect((await act(staff, person, 'unblock')).body.code).toBe('account-not-blocked');
    expect(await me(await signInAs(test.app, person))).toBe(200);
  });

  it('leaves who never had a password to be invited again', async () => {
    const [[, staff], person] = [await as('staff'), await createInvited(test.db)];
    await act(staff, person, 'block');
    expect((await act(staff, person, 'unblock')).body.status).toBe('invited');
  });

  it('is never of oneself', async () => {
    const [admin, client] = await as('admin');
    await as('admin');
    expect((await act(client, admin, 'block')).body.code).toBe('own-account');
  });

  it('always leaves an admin, also when two block each other at the same moment', async () => {
    await test.db.query(sql`UPDATE account SET status = 'blocked' WHERE role = 'admin'`);
    const [[first, asFirst], [second, asSecond]] = [await as('admin'), await as('admin')];
    const answers = await Promise.all([act(asFirst, second, 'block'), act(asSecond, first, 'block')]);
    // The second may be found blocked already (401), or be the last one left (409).
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const [left] = await test.db.query<{ count: number }>(
      sql`SELECT count(*)::int AS count FROM account WHERE role = 'admin' AND status = 'active'`,
    );
    expect(left?.count).toBe(1);
  });

  it('refuses to make the last admin staff', async () => {
    await test.db.query(sql`UPDATE account SET status = 'blocked' WHERE role = 'admin'`);
    const [admin, client] = await as('admin');
    const change = { version: 1, email: admin.email, userName: null, language: 'nl', role: 'staff' };
    const { body } = await ask(test.app, client, 'PUT', `/api/accounts/${admin.accountId}`, change);
    expect(body.code).toBe('last-admin');
  });

  it('is told of in the audit log with who did it', async () => {
    const [[officer, staff], person] = [await as('staff'), await createPerson(test.db)];
    await act(staff, person, 'block');
    const { items } = (await ask(test.app, staff, 'GET', `/api/records/${person.personId}/history`)).body;
    expect(items[0]).toMatchObject({
      action: 'block',
      subjectType: 'account',
      actorName: officer.name,
      address: '127.0.0.1',
      changes: [{ field: 'status', before: 'active', after: 'blocked' }],
    });
  });
});

describe('a user name of an older system', () => {
  const change = async (client: Client, person: Person, part: object) => {
    const { version, email, language } = await read(client, person);
    const body = { version, email, language, userName: null, ...part };
    return ask(test.app, client, 'PUT', `/api/accounts/${person.accountId}`, body);
  };

  it('is set by the office, unique whatever the case, and logs in', async () => {
    const [[, staff], first, second] = [await as('staff'), await createPerson(test.db), await createPerson(test.db)];
    expect((await change(staff, first, { userName: 'E-Flexer.Anna' })).body.userName).toBe('E-Flexer.Anna');
    const { status, body } = await change(staff, second, { userName: 'e-flexer.ANNA' });
    expect([status, body.errors]).toEqual([400, [{ pointer: '/userName', code: 'taken' }]]);
    const taken = await change(staff, second, { email: first.email.toUpperCase() });
    expect(taken.body.errors).toEqual([{ pointer: '/email', code: 'taken' }]);
    expect((await change(staff, second, { userName: 'anna@flexer' })).status).toBe(400);
  });

  it('is not lost to somebody who looked earlier', async () => {
    const [[, staff], person] = [await as('staff'), await createPerson(test.db)];
    await change(staff, person, { userName: 'first' });
    expect((await change(staff, person, { version: 1, userName: 'second' })).body.code).toBe('record-changed');
    expect((await read(staff, person)).userName).toBe('first');
  });

  it('changes neither name nor role of who is not of the office', async () => {
    const [[, admin], person] = [await as('admin'), await createPerson(test.db)];
    const { body } = await change(admin, person, {
      role: 'admin',
      name: { firstName: 'Iemand', prefix: null, lastName: 'Anders' },
    });
    expect([body.role, body.name]).toEqual(['employee', person.name]);
  });

  it('makes a link worthless that went to another address', async () => {
    const [[, staff], person] = [await as('staff'), await createInvited(test.db)];
    await act(staff, person, 'invite');
    const { body } = await change(staff, person, { email: 'right@bureau.example' });
    expect([body.email, body.link.isAlive]).toEqual(['right@bureau.example', false]);
    // No mail server refused it: it is not to go there any more.
    expect(body.link.mail).not.toBe('failed');
    const waiting = await test.db.query(
      sql`SELECT FROM mail WHERE account_id = ${person.accountId}::uuid AND failed_at IS NULL`,
    );
    expect(waiting).toEqual([]);
  });
});

describe('colleagues', () => {
  const colleague = { firstName: 'Tess', prefix: 'van', lastName: 'Dam', language: 'en', role: 'staff' };

  it('get an account and an invitation in one go, from an admin', async () => {
    const [, admin] = await as('admin');
    const email = 'tess@bureau.example';
    const { status, body } = await ask(test.app, admin, 'POST', '/api/accounts', { ...colleague, email });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      name: 'Tess van Dam',
      email,
      role: 'staff',
      status: 'invited',
      link: { mail: 'waiting' },
    });
    const again = await ask(test.app, admin, 'POST', '/api/accounts', { ...colleague, email: 'TESS@bureau.example' });
    expect(again.body.errors).toEqual([{ pointer: '/email', code: 'taken' }]);
    const [people] = await test.db.query<{ count: number }>(
      sql`SELECT count(*)::int AS count FROM person WHERE full_name = 'Tess van Dam'`,
    );
    expect(people?.count).toBe(1);
  });

  it('are never made supervisors or employees here', async () => {
    const [, admin] = await as('admin');
    const { status } = await ask(test.app, admin, 'POST', '/api/accounts', {
      ...colleague,
      email: 'x@bureau.example',
      role: 'supervisor',
    });
    expect(status).toBe(400);
  });

  it('are listed by last name, searched, filtered and turned over', async () => {
    const [, admin] = await as('admin');
    for (const lastName of ['Zoeker', 'Boer', 'Appel'])
      await createPerson(test.db, { role: 'staff', firstName: 'Zoë', lastName });
    const list = async (query: string) => (await ask(test.app, admin, 'GET', `/api/accounts?q=zoë&${query}`)).body;
    const names = ({ items }: { items: { name: string }[] }) => items.map(({ name }) => name);
    expect(names(await list(''))).toEqual(['Zoë de Appel', 'Zoë de Boer', 'Zoë de Zoeker']);
    const first = await list('sort=-name&limit=2');
    expect(names(first)).toEqual(['Zoë de Zoeker', 'Zoë de Boer']);
    expect(names(await list(`sort=-name&limit=2&cursor=${first.nextCursor}`))).toEqual(['Zoë de Appel']);
    expect((await list('role=admin')).total).toBe(0);
    expect((await list('status=blocked')).total).toBe(0);
    expect((await list('status=active&role=staff')).total).toBe(3);
  });
});

describe('sessions', () => {
  const own = async (client: Client) => (await ask(test.app, client, 'GET', '/api/me/sessions')).body.items;

  it('are shown to whose they are, with the one they look from', async () => {
    const person = await createPerson(test.db);
    const [first, second] = [await signInAs(test.app, person), await signInAs(test.app, person)];
    const items = await own(second);
    expect(items).toHaveLength(2);
    expect(items.filter(({ isCurrent }: { isCurrent: boolean }) => isCurrent)).toHaveLength(1);
    expect(items[0]).toMatchObject({ address: '127.0.0.1', isCurrent: true });
    expect(await own(first)).toHaveLength(2);
  });

  it('are ended everywhere but here', async () => {
    const person = await createPerson(test.db);
    const [here, there, elsewhere] = [
      await signInAs(test.app, person),
      await signInAs(test.app, person),
      await signInAs(test.app, person),
    ];
    const { body } = await ask(test.app, here, 'POST', '/api/me/sessions/end-others');
    expect(body.items).toHaveLength(1);
    expect([await me(here), await me(there), await me(elsewhere)]).toEqual([200, 401, 401]);
  });

  it('are ended one by one, but not somebody else’s', async () => {
    const [person, other] = [await createPerson(test.db), await createPerson(test.db)];
    const [here, there, foreign] = [
      await signInAs(test.app, person),
      await signInAs(test.app, person),
      await signInAs(test.app, other),
    ];
    const [theirs] = await own(foreign);
    expect((await ask(test.app, here, 'POST', `/api/me/sessions/${theirs.id}/end`)).status).toBe(404);
    const open = (await own(here)).find(({ isCurrent }: { isCurrent: boolean }) => !isCurrent);
    expect((await ask(test.app, here, 'POST', `/api/me/sessions/${open.id}/end`)).body.items).toHaveLength(1);
    expect([await me(here), await me(there), await me(foreign)]).toEqual([200, 401, 200]);
  });

  it('are seen and ended by the office, and the audit log tells of it', async () => {
    const [[officer, staff], person] = [await as('staff'), await createPerson(test.db)];
    const client = await signInAs(test.app, person);
    const { body } = await ask(test.app, staff, 'GET', `/api/accounts/${person.accountId}/sessions`);
    expect(body.items).toMatchObject([{ isCurrent: false }]);
    expect((await act(staff, person, 'end-sessions')).body.items).toEqual([]);
    expect(await me(client)).toBe(401);
    const [event] = await test.db.query(sql`
      SELECT actor_name AS by FROM audit_event WHERE action = 'session-ended' AND record_id = ${person.personId}::uuid`);
    expect(event).toEqual({ by: officer.name });
  });
});

describe('GET /api/accounts/export', () => {
  it('holds every account of the list under its filter, in its order, with days as dates', async () => {
    const [[, admin], [, staff]] = [await as('admin'), await as('staff')];
    for (const lastName of ['Zwart', 'Aalbers'])
      await signInAs(test.app, await createPerson(test.db, { role: 'staff', firstName: 'Bestand', lastName }));
    const query = 'q=bestand&role=staff&sort=-name';
    const { items } = (await ask(test.app, admin, 'GET', `/api/accounts?${query}`)).body;
    const rows = await sheetRows(test.app, admin, `/api/accounts/export?${query}&format=xlsx&language=en`);
    expect(rows.map((row) => row['E-mail address'])).toEqual(items.map(({ email }: { email: string }) => email));
    expect(rows.map((row) => row.Name)).toEqual(['Bestand de Zwart', 'Bestand de Aalbers']);
    expect(rows[0]).toMatchObject({ Role: 'Back office', Language: 'Dutch', Status: 'Active' });
    expect(rows[0]?.['Last seen on']).toBeInstanceOf(Date);
    const [latest] = (await ask(test.app, admin, 'GET', '/api/audit?action=export')).body.items;
    expect(latest).toMatchObject({ subjectType: 'accounts-file', subjectName: 'xlsx' });
    expect((await askFile(test.app, staff, '/api/accounts/export')).statusCode).toBe(403);
  });

  it('has no cell that a spreadsheet would run', async () => {
    const [, admin] = await as('admin');
    await createPerson(test.db, { role: 'staff', firstName: '=Som(A1)', lastName: 'Formule' });
    const { body } = await askFile(test.app, admin, '/api/accounts/export?q=formule&language=nl');
    expect(body.trimEnd().split('\r\n')[1]).toMatch(/^'=Som\(A1\) de Formule;/);
  });
});
