import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#api/kit/sql';
import { ask, type Client, sendFile, testApp } from '#api/test/build-app';
import {
  createInvited,
  createOrganisation,
  createPerson,
  createPlacement,
  createSupervisor,
  type Person,
  testPassword,
} from '#api/test/factories';
import { sendHours } from '#api/test/send-hours';
import { signInAs, signInNew } from '#api/test/sign-in-as';

const test = testApp();
const password = 'een heel eigen wachtwoord';
let staff: Client;
beforeAll(async () => {
  staff = await signInNew(test, 'staff');
});

interface MailRow {
  kind: string;
  to: string;
  subject: string;
  text: string;
}
const mailsOf = ({ accountId }: Person) =>
  test.db.query<MailRow>(sql`
    SELECT kind, to_address AS to, subject, body_text AS text FROM mail
     WHERE account_id = ${accountId}::uuid AND failed_at IS NULL ORDER BY id`);
const tokenIn = (mail: MailRow | undefined) => /#([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? '';
const look = async (token: string) => (await ask(test.app, undefined, 'POST', '/api/auth/link', { token })).body;
const logIn = (login: string, chosen: string) =>
  ask(test.app, undefined, 'POST', '/api/auth/login', { login, password: chosen });
const me = async (client: Client) => (await ask(test.app, client, 'GET', '/api/me')).status;

async function changeAddress(person: Person, email: string, by = staff) {
  const { body: now } = await ask(test.app, staff, 'GET', `/api/people/${person.personId}/account`);
  const { version, userName, language } = now;
  const body = { version, userName, language, email };
  expect((await ask(test.app, by, 'PUT', `/api/accounts/${person.accountId}`, body)).status).toBe(200);
}
/** Asks for a link at this address and sets the password by it. */
async function resetAt(person: Person, email: string, chosen = password) {
  const before = (await mailsOf(person)).length;
  await ask(test.app, undefined, 'POST', '/api/auth/forgot-password', { login: email });
  await expect.poll(async () => (await mailsOf(person)).length).toBe(before + 1);
  const mail = (await mailsOf(person)).at(-1);
  expect(mail?.to).toBe(email);
  const answer = await ask(test.app, undefined, 'POST', '/api/auth/activate', {
    token: tokenIn(mail),
    password: chosen,
  });
  expect(answer.status).toBe(200);
  return answer;
}

describe('an address that the office changes', () => {
  it('is told to the old one, in the language of the account, without the new one or a link', async () => {
    for (const language of ['nl', 'en'] as const) {
      const person = await createPerson(test.db);
      await test.db.query(sql`UPDATE account SET language = ${language} WHERE id = ${person.accountId}::uuid`);
      await changeAddress(person, `new-${person.email}`);
      const [mail, ...more] = await mailsOf(person);
      expect(more).toEqual([]);
      expect(mail).toMatchObject({ kind: 'address-changed', to: person.email });
      expect(mail?.subject).toBe(
        language === 'nl'
          ? 'Uw e-mailadres in het urenportaal van Testbureau is gewijzigd'
          : 'Your e-mail address in the hours portal of Testbureau was changed',
      );
      expect(mail?.text).toContain(person.name);
      expect(mail?.text).not.toContain('new-');
      expect(mail?.text).not.toContain('http');
    }
  });

  it('is told wherever it is changed: as a supervisor, as an employee, by an import', async () => {
    const [supervisor, employee, imported] = [
      await createPerson(test.db, { role: 'supervisor' }),
      await createPerson(test.db),
      await createPerson(test.db),
    ];
    const saved: [Person, string][] = [
      [supervisor, `/api/supervisors/${supervisor.personId}`],
      [employee, `/api/employees/${employee.employeeId}`],
    ];
    for (const [person, url] of saved) {
      const { body } = await ask(test.app, staff, 'GET', url);
      const { id, personId, accountId, account, name, rights, ...fields } = body;
      const change = { ...fields, email: `new-${person.email}` };
      expect((await ask(test.app, staff, 'PUT', url, change)).status).toBe(200);
    }
    const [{ number } = { number: '' }] = await test.db.query<{ number: string }>(
      sql`SELECT personnel_number AS number FROM employee WHERE person_id = ${imported.personId}::uuid`,
    );
    const file = `Personeelsnummer;Voornaam;Tussenvoegsel;Achternaam;E-mail\n${number};Anna;de;Vries;new-${imported.email}\n`;
    const handedIn = await sendFile(test.app, staff, '/api/files?purpose=import', { name: 'a.csv', content: file });
    const run = await ask(test.app, staff, 'POST', '/api/imports', { kind: 'employees', fileId: handedIn.body.id });
    const seen = async () => (await ask(test.app, staff, 'GET', `/api/imports/${run.body.id}`)).body;
    const state = async () => (await seen()).status;
    await expect.poll(state, { timeout: 20_000 }).toBe('checked');
    const { fingerprint } = (await seen()).result;
    await ask(test.app, staff, 'POST', `/api/imports/${run.body.id}/apply`, { fingerprint });
    await expect.poll(state, { timeout: 20_000 }).toBe('applied');
    for (const person of [supervisor, employee, imported])
      expect(await mailsOf(person)).toMatchObject([{ kind: 'address-changed', to: person.email }]);
  });

  it('is told to nobody who never logged in with it, nor when only its case changes', async () => {
    const [invited, person] = [await createInvited(test.db), await createPerson(test.db)];
    await changeAddress(invited, `right-${invited.email}`);
    await changeAddress(person, person.email.toUpperCase());
    expect([await mailsOf(invited), await mailsOf(person)]).toEqual([[], []]);
  });

  it('ends the sessions of its account, but not the one in which an admin changes their own', async () => {
    const [person, admin] = [await createPerson(test.db), await createPerson(test.db, { role: 'admin' })];
    const client = await signInAs(test.app, person);
    await changeAddress(person, `new-${person.email}`);
    expect(await me(client)).toBe(401);
    expect((await ask(test.app, client, 'POST', '/api/auth/refresh')).status).toBe(401);
    expect((await logIn(person.email, testPassword)).status).toBe(401);
    expect((await logIn(`new-${person.email}`, testPassword)).status).toBe(200);
    const [here, elsewhere] = [await signInAs(test.app, admin), await signInAs(test.app, admin)];
    const { body: now } = await ask(test.app, here, 'GET', `/api/accounts/${admin.accountId}`);
    const change = { version: now.version, userName: null, language: 'nl', email: `new-${admin.email}` };
    expect((await ask(test.app, here, 'PUT', `/api/accounts/${admin.accountId}`, change)).status).toBe(200);
    expect([await me(here), await me(elsewhere)]).toEqual([200, 401]);
  });

  it('is never shown by a link that was sent to another, used or not', async () => {
    const [invited, active] = [await createInvited(test.db), await createInvited(test.db)];
    const tokens = [];
    for (const person of [invited, active]) {
      await ask(test.app, staff, 'POST', `/api/accounts/${person.accountId}/invite`);
      tokens.push(tokenIn((await mailsOf(person)).at(-1)));
    }
    const [unused = '', used = ''] = tokens;
    await ask(test.app, undefined, 'POST', '/api/auth/activate', { token: used, password });
    expect(await look(used)).toMatchObject({ state: 'used', email: active.email, name: active.name });
    for (const person of [invited, active]) await changeAddress(person, `right-${person.email}`);
    const nobody = { purpose: 'activation', name: null, email: null, language: null };
    expect(await look(unused)).toEqual({ state: 'expired', ...nobody });
    expect(await look(used)).toEqual({ state: 'used', ...nobody });
    // Who is invited anew where they are now is helped as always.
    await ask(test.app, staff, 'POST', `/api/accounts/${invited.accountId}/invite`);
    expect(await look(tokenIn((await mailsOf(invited)).at(-1)))).toMatchObject({ email: `right-${invited.email}` });
  });
});

describe('a changed password', () => {
  it('is told to its owner, however it was changed, and a first one is not', async () => {
    const [person, invited] = [await createPerson(test.db), await createInvited(test.db)];
    const client = await signInAs(test.app, person);
    const change = { currentPassword: testPassword, newPassword: password };
    expect((await ask(test.app, client, 'PUT', '/api/me/password', change)).status).toBe(200);
    await resetAt(person, person.email, 'nog een eigen wachtwoord');
    const told = {
      kind: 'password-changed',
      to: person.email,
      subject: 'Uw wachtwoord voor het urenportaal van Testbureau is gewijzigd',
    };
    expect(await mailsOf(person)).toMatchObject([told, told]);
    await ask(test.app, staff, 'POST', `/api/accounts/${invited.accountId}/invite`);
    const token = tokenIn((await mailsOf(invited))[0]);
    await ask(test.app, undefined, 'POST', '/api/auth/activate', { token, password });
    expect(await mailsOf(invited)).toEqual([]);
  });
});

describe('the proof of an approval', () => {
  /** A supervisor, and hours that wait for them: as many worksheets as are asked for. */
  async function waiting() {
    const organisationId = await createOrganisation(test.db);
    const [supervisor, worker] = [await createSupervisor(test.db, organisationId), await createPerson(test.db)];
    const employee = await signInAs(test.app, worker);
    const send = async () => sendHours(test, employee, await createPlacement(test.db, worker, organisationId));
    return { supervisor, employee, send };
  }
  const approve = async (client: Client, sheet: { id: string; version: number }) => {
    const items = [{ id: sheet.id, version: sheet.version }];
    const { body } = await ask(test.app, client, 'POST', '/api/worksheets/approve', { items });
    expect(body.refused).toEqual([]);
    const { body: worksheet } = await ask(test.app, client, 'GET', `/api/worksheets/${sheet.id}`);
    return worksheet.history.at(-1).isAfterAddressChange;
  };

  it('says that the password was set by a link to a changed address, until the first one', async () => {
    const { supervisor, employee, send } = await waiting();
    const email = `new-${supervisor.email}`;
    await changeAddress(supervisor, email);
    await resetAt(supervisor, email);
    // Logging out and in again does not wash it off, nor does another password.
    const client = await logIn(email, password);
    const change = { currentPassword: password, newPassword: 'weer een ander wachtwoord' };
    const { cookies } = await ask(test.app, client, 'PUT', '/api/me/password', change);
    const sheet = await send();
    expect(await approve({ cookies }, sheet)).toBe(true);
    const seen = (await ask(test.app, employee, 'GET', `/api/worksheets/${sheet.id}`)).body.history.at(-1);
    expect(seen).toMatchObject({ action: 'approve', isAfterAddressChange: true });
    const [event] = await test.db.query(sql`
      SELECT auth_method AS how FROM worksheet_event WHERE worksheet_id = ${sheet.id}::uuid AND action = 'approve'`);
    expect(event).toEqual({ how: 'password-after-address-change' });
    expect(await approve(await logIn(email, change.newPassword), await send())).toBe(false);
  });

  it('says it again after the next change and reset', async () => {
    const { supervisor, send } = await waiting();
    let email = supervisor.email;
    for (const chosen of ['het eerste wachtwoord hier', 'het tweede wachtwoord hier']) {
      email = `new-${email}`;
      await changeAddress(supervisor, email);
      expect(await approve(await resetAt(supervisor, email, chosen), await send())).toBe(true);
    }
    expect(await approve(await resetAt(supervisor, email, 'het derde wachtwoord hier'), await send())).toBe(false);
  });

  it('does not say it of who still had their password, nor of a reset without a change', async () => {
    const { supervisor, send } = await waiting();
    expect(await approve(await resetAt(supervisor, supervisor.email, testPassword), await send())).toBe(false);
    const email = `new-${supervisor.email}`;
    await changeAddress(supervisor, email);
    const client = await logIn(email, testPassword);
    expect(await approve(client, await send())).toBe(false);
    const change = { currentPassword: testPassword, newPassword: password };
    expect((await ask(test.app, client, 'PUT', '/api/me/password', change)).status).toBe(200);
    expect(await approve(await resetAt(supervisor, email, 'nog een eigen wachtwoord'), await send())).toBe(false);
  });
});
