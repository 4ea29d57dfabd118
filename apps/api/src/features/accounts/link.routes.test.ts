import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sql } from '#api/kit/sql';
import { ask, type Client, testApp } from '#api/test/build-app';
import { createInvited, createPerson, type Person, testPassword } from '#api/test/factories';
import { signInAs, signInNew } from '#api/test/sign-in-as';

const test = testApp({ publicUrl: 'https://uren.bureau.example' });
const password = 'een heel eigen wachtwoord';

interface MailRow {
  kind: string;
  to: string;
  subject: string;
  text: string;
}
/** Mails of an account that wait to be sent, the newest first. */
const mailsOf = (person: Person) =>
  test.db.query<MailRow>(sql`
    SELECT kind, to_address AS to, subject, body_text AS text FROM mail
     WHERE account_id = ${person.accountId}::uuid AND sent_at IS NULL AND failed_at IS NULL ORDER BY id DESC`);
const tokenIn = (mail: MailRow | undefined) => /#([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? '';

const office = async () => signInNew(test, 'staff');
const inviteBy = (client: Client, person: Person) =>
  ask(test.app, client, 'POST', `/api/accounts/${person.accountId}/invite`);
const look = async (token: string) => (await ask(test.app, undefined, 'POST', '/api/auth/link', { token })).body;
const activate = (token: string, chosen = password) =>
  ask(test.app, undefined, 'POST', '/api/auth/activate', { token, password: chosen });
const forgot = (login: string) => ask(test.app, undefined, 'POST', '/api/auth/forgot-password', { login });
const logIn = (person: Person, chosen: string) =>
  ask(test.app, undefined, 'POST', '/api/auth/login', { login: person.email, password: chosen });

it('is not used up by a password that anybody guesses', async () => {
  const { person, token } = await invitation();
  for (const chosen of ['password', person.email]) {
    const { status, body } = await activate(token, chosen);
    expect([status, body.errors]).toEqual([400, [{ pointer: '/password', code: 'guessable' }]]);
  }
  expect((await activate(token)).status).toBe(200);
});

async function invitation(): Promise<{ person: Person; token: string; staff: Client }> {
  const [person, staff] = [await createInvited(test.db), await office()];
  expect((await inviteBy(staff, person)).status).toBe(200);
  return { person, staff, token: tokenIn((await mailsOf(person))[0]) };
}
/** A record as it was read, as the office saves it. */
const typed = ({ id, personId, accountId, account, name, rights, ...fields }: Record<string, unknown>) => fields;
const makeOld = (person: Person) =>
  test.db.query(sql`UPDATE account_link SET expires_at = now() WHERE account_id = ${person.accountId}::uuid`);
const events = (person: Person) =>
  test.db.query<{ action: string; actorName: string | null; changes: object }>(sql`
    SELECT action, actor_name AS "actorName", changes FROM audit_event WHERE record_id = ${person.personId}::uuid ORDER BY id`);

describe('an invitation', () => {
  it('is a mail in the language of the account, with a link that works for 48 hours', async () => {
    const [dutch, english, staff] = [
      await createInvited(test.db),
      await createInvited(test.db, { language: 'en' }),
      await office(),
    ];
    for (const person of [dutch, english]) await inviteBy(staff, person);
    const [[nl], [en]] = [await mailsOf(dutch), await mailsOf(english)];
    expect(nl).toMatchObject({ kind: 'activation', to: dutch.email });
    expect(nl?.subject).toBe('Uitnodiging voor het urenportaal van Testbureau');
    expect(en?.subject).toBe('Invitation to the hours portal of Testbureau');
    expect(nl?.text).toMatch(/https:\/\/uren\.bureau\.example\/activate#[\w-]{43}\n/);
    const [link] = await test.db.query<{ hours: number }>(sql`
      SELECT extract(epoch FROM expires_at - created_at)::int / 3600 AS hours FROM account_link WHERE account_id = ${dutch.accountId}::uuid`);
    expect(link?.hours).toBe(48);
  });

  it('keeps only a hash of what is in the link', async () => {
    const { person, token } = await invitation();
    const [link] = await test.db.query<{ hash: Buffer }>(
      sql`SELECT token_hash AS hash FROM account_link WHERE account_id = ${person.accountId}::uuid`,
    );
    expect(link?.hash).toEqual(createHash('sha256').update(token).digest());
    expect(JSON.stringify(await test.db.query(sql`SELECT * FROM audit_event`))).not.toContain(token);
  });

  it('is used up by the press, not by looking', async () => {
    const { person, token } = await invitation();
    for (let i = 0; i < 3; i++) {
      expect(await look(token)).toEqual({
        state: 'good',
        purpose: 'activation',
        name: person.name,
        email: person.email,
        language: 'nl',
      });
    }
    const { status, body, cookies } = await activate(token);
    expect([status, body.personId]).toEqual([200, person.personId]);
    expect((await ask(test.app, { cookies }, 'GET', '/api/me')).body.email).toBe(person.email);
    expect((await logIn(person, password)).status).toBe(200);
  });

  it('works once, also when it is pressed twice at the same moment', async () => {
    const { token } = await invitation();
    const answers = await Promise.all([activate(token), activate(token), activate(token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect((await activate(token)).body.code).toBe('link-used');
    expect(await look(token)).toMatchObject({ state: 'used', purpose: 'activation' });
  });

  it('ends after 48 hours', async () => {
    const { person, token } = await invitation();
    await makeOld(person);
    expect(await look(token)).toMatchObject({ state: 'expired' });
    expect((await activate(token)).body.code).toBe('link-expired');
    expect((await logIn(person, password)).status).toBe(401);
  });

  it('kills the one before, and its mail when that was not sent yet', async () => {
    const { person, token, staff } = await invitation();
    await inviteBy(staff, person);
    const mails = await mailsOf(person);
    expect(mails).toHaveLength(1);
    expect(await look(token)).toMatchObject({ state: 'expired' });
    expect((await activate(token)).status).toBe(410);
    expect((await activate(tokenIn(mails[0]))).status).toBe(200);
  });

  it('comes down to one good link when two send it at the same moment', async () => {
    const [person, staff] = [await createInvited(test.db), await office()];
    const answers = await Promise.all([1, 2, 3, 4].map(() => inviteBy(staff, person)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const [alive] = await test.db.query<{ count: number }>(sql`
      SELECT count(*)::int AS count FROM account_link
       WHERE account_id = ${person.accountId}::uuid AND used_at IS NULL AND replaced_at IS NULL`);
    expect(alive?.count).toBe(1);
  });

  it('says nothing of an account to who made a link up', async () => {
    const unknown = { state: 'unknown', purpose: null, name: null, email: null, language: null };
    for (const token of ['x', 'A'.repeat(43)]) {
      expect(await look(token)).toEqual(unknown);
      expect((await activate(token)).body.code).toBe('link-unknown');
    }
  });

  it('asks for a password that is long enough before it is used up', async () => {
    const { token } = await invitation();
    const { status, body } = await activate(token, 'kort');
    expect([status, body.errors]).toEqual([400, [{ pointer: '/password', code: 'too-small' }]]);
    expect(await look(token)).toMatchObject({ state: 'good' });
  });

  it('is not for who is active or blocked, and staff do not invite staff', async () => {
    const staff = await office();
    const active = await createPerson(test.db);
    expect((await inviteBy(staff, active)).body.code).toBe('account-active');
    await test.db.query(sql`UPDATE account SET status = 'blocked' WHERE id = ${active.accountId}::uuid`);
    expect((await inviteBy(staff, active)).body.code).toBe('account-blocked');
    const colleague = await createPerson(test.db, { role: 'staff' });
    expect((await inviteBy(staff, colleague)).status).toBe(403);
  });

  it('ends with a blocked account, and stays dead when that is unblocked', async () => {
    const { person, token } = await invitation();
    await test.db.query(sql`UPDATE account SET status = 'blocked' WHERE id = ${person.accountId}::uuid`);
    expect(await look(token)).toMatchObject({ state: 'unknown', name: null });
    expect((await activate(token)).body.code).toBe('link-unknown');
    await test.db.query(sql`UPDATE account SET status = 'invited' WHERE id = ${person.accountId}::uuid`);
    expect((await activate(token)).body.code).toBe('link-expired');
  });

  it('ends with a corrected address, and its mail is not sent there any more', async () => {
    const { person, token, staff } = await invitation();
    const { body: stored } = await ask(test.app, staff, 'GET', `/api/employees/${person.employeeId}`);
    const save = (email: string, version: number) =>
      ask(test.app, staff, 'PUT', `/api/employees/${person.employeeId}`, { ...typed(stored), email, version });
    expect((await save(person.email.toUpperCase(), 1)).status).toBe(200);
    expect(await look(token)).toMatchObject({ state: 'good' });
    expect((await save(`right-${person.email}`, 2)).status).toBe(200);
    expect(await look(token)).toMatchObject({ state: 'expired' });
    expect((await activate(token)).body.code).toBe('link-expired');
    expect(await mailsOf(person)).toEqual([]);
  });

  it('ends with the address of a supervisor too', async () => {
    const [person, staff] = [await createInvited(test.db, { role: 'supervisor' }), await office()];
    await inviteBy(staff, person);
    const token = tokenIn((await mailsOf(person))[0]);
    const { body: stored } = await ask(test.app, staff, 'GET', `/api/supervisors/${person.personId}`);
    const body = { ...typed(stored), email: `right-${person.email}` };
    expect((await ask(test.app, staff, 'PUT', `/api/supervisors/${person.personId}`, body)).status).toBe(200);
    expect((await activate(token)).body.code).toBe('link-expired');
    expect(await mailsOf(person)).toEqual([]);
  });

  it('changes nothing when a link is opened, as scanners of mail do', async () => {
    const { token } = await invitation();
    const before = await test.db.query(sql`SELECT * FROM account_link`);
    await test.app.inject({ method: 'GET', url: `/activate` });
    await look(token);
    expect(await test.db.query(sql`SELECT * FROM account_link`)).toEqual(before);
  });

  it('is in the audit log from sending to using, without a secret', async () => {
    const { person, token } = await invitation();
    await activate(token);
    const found = (await events(person)).slice(-4);
    expect(found.map(({ action }) => action)).toEqual(['invite', 'change', 'link-used', 'log-in']);
    expect(found.slice(1).map(({ actorName }) => actorName)).toEqual([person.name, person.name, person.name]);
    expect(found[1]?.changes).toEqual({ status: ['invited', 'active'], password_hash: ['•', '•'] });
  });
});

describe('a forgotten password', () => {
  /** Asks, and waits for the mail that comes after the answer. */
  async function mailAfter(person: Person, login = person.email): Promise<MailRow | undefined> {
    expect((await forgot(login)).status).toBe(204);
    await expect.poll(() => mailsOf(person)).not.toHaveLength(0);
    return (await mailsOf(person))[0];
  }

  it('is set anew by a mailed link, and ends every session', async () => {
    const person = await createPerson(test.db);
    const before = await signInAs(test.app, person);
    const mail = await mailAfter(person);
    expect(mail).toMatchObject({
      kind: 'new-password',
      subject: 'Nieuw wachtwoord voor het urenportaal van Testbureau',
    });
    const token = tokenIn(mail);
    expect(await look(token)).toMatchObject({ state: 'good', purpose: 'new-password' });
    expect((await logIn(person, testPassword)).status).toBe(200);
    const { status, cookies } = await activate(token);
    expect(status).toBe(200);
    expect((await ask(test.app, before, 'GET', '/api/me')).status).toBe(401);
    expect((await ask(test.app, { cookies }, 'GET', '/api/me')).status).toBe(200);
    expect((await logIn(person, testPassword)).status).toBe(401);
    expect((await logIn(person, password)).status).toBe(200);
    expect((await activate(token)).body.code).toBe('link-used');
  });

  it('is asked for by user name too, whatever the case', async () => {
    const person = await createPerson(test.db, { userName: 'Oud.Systeem' });
    expect(await mailAfter(person, 'oud.SYSTEEM')).toMatchObject({ to: person.email });
  });

  it('sends the activation again to who was invited', async () => {
    const { person, token } = await invitation();
    await makeOld(person);
    await forgot(person.email);
    await expect.poll(async () => tokenIn((await mailsOf(person))[0])).not.toBe(token);
    const [mail] = await mailsOf(person);
    expect(mail?.kind).toBe('activation');
    expect((await activate(tokenIn(mail))).status).toBe(200);
  });

  it('answers the same, to the letter, for an unknown, a blocked and an active account', async () => {
    const [active, blocked] = [await createPerson(test.db), await createPerson(test.db)];
    await test.db.query(sql`UPDATE account SET status = 'blocked' WHERE id = ${blocked.accountId}::uuid`);
    const answers = [];
    for (const login of [active.email, blocked.email, 'nobody@bureau.example']) {
      const { status, body, headers } = await forgot(login);
      answers.push({ status, body, headers: { ...headers, date: '' } });
    }
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    await expect.poll(() => mailsOf(active)).toHaveLength(1);
    expect(await mailsOf(blocked)).toHaveLength(0);
  });

  it('answers before it looks, so that the time tells nothing', async () => {
    const person = await createPerson(test.db);
    const held = await test.db.pool.connect();
    try {
      await held.query('BEGIN');
      await held.query('SELECT FROM account WHERE id = $1 FOR UPDATE', [person.accountId]);
      expect((await forgot(person.email)).status).toBe(204);
      expect(await mailsOf(person)).toHaveLength(0);
    } finally {
      await held.query('ROLLBACK');
      held.release();
    }
    await expect.poll(() => mailsOf(person)).toHaveLength(1);
  });

  it('slows down who asks again and again, whether there is an account or not', async () => {
    const person = await createPerson(test.db);
    for (const login of [person.email, 'ghost-2@bureau.example']) {
      const statuses = [];
      for (let i = 0; i < 6; i++) statuses.push((await forgot(login)).status);
      expect(statuses).toEqual([204, 204, 204, 204, 204, 429]);
    }
    // It costs nobody a try to log in.
    expect((await logIn(person, testPassword)).status).toBe(200);
  });

  it('is useless once the password was changed in another way', async () => {
    const person = await createPerson(test.db);
    const token = tokenIn(await mailAfter(person));
    const client = await signInAs(test.app, person);
    await ask(test.app, client, 'PUT', '/api/me/password', { currentPassword: testPassword, newPassword: password });
    expect((await activate(token, 'weer een ander wachtwoord')).body.code).toBe('link-expired');
  });

  it('is told of in the audit log as asked by nobody who was logged in', async () => {
    const person = await createPerson(test.db);
    await mailAfter(person);
    expect((await events(person)).at(-1)).toMatchObject({ action: 'link-sent', actorName: null });
  });
});

describe('the door in the audit log', () => {
  it('tells of coming and going, and of who was refused', async () => {
    const person = await createPerson(test.db);
    await logIn(person, 'wrong');
    const client = await signInAs(test.app, person);
    await ask(test.app, client, 'POST', '/api/auth/logout');
    const found = (await events(person)).slice(-3);
    expect(found.map(({ action, actorName }) => [action, actorName])).toEqual([
      ['log-in-refused', null],
      ['log-in', person.name],
      ['log-out', person.name],
    ]);
  });

  it('never holds what was typed where no account is known', async () => {
    await ask(test.app, undefined, 'POST', '/api/auth/login', { login: 'my-secret-password', password: 'oops' });
    const all = JSON.stringify(await test.db.query(sql`SELECT * FROM audit_event WHERE action = 'log-in-refused'`));
    expect(all).not.toMatch(/my-secret-password|oops/);
    expect(all).toContain('127.0.0.1');
  });

  it('tells of a session that ended because its token was used twice', async () => {
    const person = await createPerson(test.db);
    const client = await signInAs(test.app, person);
    await ask(test.app, client, 'POST', '/api/auth/refresh');
    await test.db.query(sql`
      UPDATE session SET refreshed_at = refreshed_at - interval '1 hour' WHERE account_id = ${person.accountId}::uuid`);
    await ask(test.app, client, 'POST', '/api/auth/refresh');
    expect((await events(person)).at(-1)).toMatchObject({ action: 'session-ended', actorName: null });
  });

  it('tells of an act that somebody may not do, not of what they sent', async () => {
    const person = await createPerson(test.db);
    const client = await signInAs(test.app, person);
    const { status } = await ask(test.app, client, 'POST', '/api/accounts', { email: 'geheim@bureau.example' });
    expect(status).toBe(403);
    const refused = () =>
      test.db.query(sql`
        SELECT subject_name AS what, actor_name AS by, address, changes FROM audit_event
         WHERE action = 'refused' AND actor_id = ${person.personId}::uuid`);
    await expect
      .poll(refused)
      .toEqual([{ what: 'POST /api/accounts', by: person.name, address: '127.0.0.1', changes: {} }]);
  });
});
