import { FRESH_HINT_COOKIE, SESSION_HINT_COOKIE } from '@konnekt/shared/accounts/session-hint';
import { hash } from '@node-rs/argon2';
import { describe, expect, it, vi } from 'vitest';
import { sql } from '#api/kit/sql';
import { ask, type Client, testApp } from '#api/test/build-app';
import { createPerson, type Person, testPassword } from '#api/test/factories';
import { signInAs, signInNew } from '#api/test/sign-in-as';
import { waitSeconds } from './login-throttle.ts';
import { GRACE_SECONDS } from './session.ts';

const test = testApp();
const online = testApp({ publicUrl: 'https://uren.bureau.example' });
const logIn = (login: string, password = testPassword) =>
  ask(test.app, undefined, 'POST', '/api/auth/login', { login, password });
const me = async (client: Client) => (await ask(test.app, client, 'GET', '/api/me')).status;
const refresh = (client: Client) => ask(test.app, client, 'POST', '/api/auth/refresh');

describe('logging in', () => {
  it('takes the e-mail address in any case, and the user name of an older system', async () => {
    const person = await createPerson(test.db, { userName: 'E-Flexer.Anna' });
    expect((await logIn(person.email.toUpperCase())).body).toMatchObject({
      personId: person.personId,
      role: 'employee',
    });
    expect((await logIn('e-flexer.ANNA')).status).toBe(200);
    expect((await logIn(` ${person.email} `)).status).toBe(200);
  });

  it('answers the same for an unknown, an invited and a blocked account, and for a wrong password', async () => {
    const [invited, blocked, active] = [
      await createPerson(test.db),
      await createPerson(test.db),
      await createPerson(test.db),
    ];
    await test.db.prisma.account.update({
      where: { id: invited.accountId },
      data: { status: 'invited', passwordHash: null },
    });
    await test.db.prisma.account.update({ where: { id: blocked.accountId }, data: { status: 'blocked' } });
    const answers = [
      await logIn('nobody@bureau.example'),
      await logIn(invited.email),
      await logIn(blocked.email),
      await logIn(active.email, 'wrong password'),
    ].map(({ status, body }) => ({ status, ...body, requestId: '' }));
    expect(answers[0]).toMatchObject({ status: 401, code: 'wrong-credentials' });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  it('keeps its tokens out of reach of scripts and of other sites', async () => {
    const cookies = async ({ app, db }: typeof test, headers: Record<string, string>) => {
      const payload = { login: (await createPerson(db)).email, password: testPassword };
      const response = await app.inject({ method: 'POST', url: '/api/auth/login', payload, headers });
      // The two that tell a browser whether anybody is logged in prove nothing, and are there to be read.
      const hints: string[] = [SESSION_HINT_COOKIE, FRESH_HINT_COOKIE];
      expect(response.cookies.filter(({ name }) => hints.includes(name)).map(({ value }) => value)).toEqual([
        'nl',
        '1',
      ]);
      const tokens = response.cookies.filter(({ name }) => !hints.includes(name));
      expect(tokens).toHaveLength(3);
      return tokens;
    };
    for (const cookie of await cookies(test, { host: 'localhost:3000' })) {
      expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
      expect(cookie.secure).toBeFalsy();
    }
    // A proxy may speak to it by an address of its own.
    for (const host of ['uren.bureau.example', '127.0.0.1:3000']) {
      const sent = await cookies(online, { host, 'x-forwarded-proto': 'https' });
      for (const cookie of sent) expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', secure: true });
    }
  });

  it('slows down after wrong passwords, for an account that exists and one that does not alike', async () => {
    const person = await createPerson(test.db);
    for (const login of [person.email, 'ghost@bureau.example']) {
      for (let i = 0; i < 5; i++) expect((await logIn(login, 'wrong')).status).toBe(401);
      const { status, body, headers } = await logIn(login);
      expect([status, body.code, headers['retry-after']]).toEqual([429, 'too-many-attempts', '1']);
    }
    // Others from the same address are not held up by it.
    expect((await logIn((await createPerson(test.db)).email)).status).toBe(200);
  });

  it('slows down as well when the guesses come all at once', async () => {
    const person = await createPerson(test.db);
    const answers = await Promise.all(Array.from({ length: 30 }, () => logIn(person.email, 'wrong')));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(25);
  });

  it('gives no spelling of one name tries of its own', async () => {
    const person = await createPerson(test.db, { userName: 'iris' });
    for (let i = 0; i < 5; i++) await logIn('iris', 'wrong');
    for (const login of ['IRIS', 'Iris', ' iris ']) expect((await logIn(login)).status).toBe(429);
    expect((await logIn('İRİS')).status).toBe(401);
    expect(person.role).toBe('employee');
  });

  it('counts tries of the own password anew after a right one', async () => {
    const client = await signInNew(test, 'employee');
    const change = (currentPassword: string) =>
      ask(test.app, client, 'PUT', '/api/me/password', { currentPassword, newPassword: testPassword });
    for (let i = 0; i < 4; i++) expect((await change('wrong')).status).toBe(400);
    const { status, cookies } = await change(testPassword);
    expect(status).toBe(200);
    client.cookies = cookies;
    for (let i = 0; i < 5; i++) expect((await change('wrong')).status).toBe(400);
    expect((await change(testPassword)).status).toBe(429);
  });

  it('slows an address down that tries many accounts', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 45; i++) {
      const payload = { login: `guess-${i}@bureau.example`, password: 'x' };
      statuses.push(
        (await test.app.inject({ method: 'POST', url: '/api/auth/login', payload, remoteAddress: '10.9.8.7' }))
          .statusCode,
      );
    }
    expect(statuses).toContain(429);
  });

  const logInsFrom = (remoteAddress: string, logins: string[], password: string) =>
    Promise.all(
      logins.map(async (login) => {
        const payload = { login, password };
        return (await test.app.inject({ method: 'POST', url: '/api/auth/login', payload, remoteAddress })).statusCode;
      }),
    );

  it('slows an address down as well that tries many accounts at once', async () => {
    const logins = Array.from({ length: 120 }, (_, i) => `guess-${i}@elsewhere.example`);
    const statuses = await logInsFrom('10.9.8.6', logins, 'x');
    // Forty free tries, and the ten that are always let in at once.
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(50);
    expect(new Set(statuses)).toEqual(new Set([401, 429]));
  });

  it('counts no right password against an address, nor puts off when its wrong ones are forgotten', async () => {
    const address = '10.9.8.5';
    const [person, ...rest] = [await createPerson(test.db), await createPerson(test.db), await createPerson(test.db)];
    const wrong = Array.from({ length: 39 }, (_, i) => `guess-${i}@office.example`);
    await logInsFrom(address, wrong, 'x');
    const stored = (what: string) =>
      test.db.query<{ failures: number; at: string }>(sql`
        SELECT failures, last_failed_at AS at FROM login_throttle WHERE key = sha256(${`${what}:${address}`}::bytea)`);
    const before = await stored('address');
    expect(before).toMatchObject([{ failures: 39 }]);
    for (const { email } of [person, ...rest]) expect(await logInsFrom(address, [email], testPassword)).toEqual([200]);
    expect(await stored('address')).toEqual(before);
    expect(await stored('under-way')).toMatchObject([{ failures: 0 }]);
  });

  it('waits longer after each further failure, a quarter of an hour at most, and forgets after an hour', () => {
    expect([4, 5, 6, 8, 30].map((failures) => waitSeconds({ failures, secondsAgo: 0 }, 5))).toEqual([0, 1, 2, 8, 900]);
    expect(waitSeconds({ failures: 8, secondsAgo: 7.5 }, 5)).toBe(1);
    expect(waitSeconds({ failures: 30, secondsAgo: 3601 }, 5)).toBe(0);
  });

  it('refuses a state change that comes from another site', async () => {
    const response = await test.app.inject({
      method: 'POST',
      url: '/api/auth/logout',
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect([response.statusCode, response.json().code]).toEqual([403, 'foreign-origin']);
  });
});

describe('where a change comes from', () => {
  const logOutFrom = async ({ app }: typeof test, headers: Record<string, string>) =>
    (await app.inject({ method: 'POST', url: '/api/auth/logout', headers })).statusCode;

  it('is asked of the origin where the browser says no site', async () => {
    const host = '192.168.1.5:3000';
    const own = ['http://192.168.1.5:3000', 'http://localhost:3000'];
    for (const origin of own) expect(await logOutFrom(test, { host, origin }), origin).toBe(204);
    const foreign = ['http://192.168.1.5', 'http://192.168.1.5:3001', 'https://bureau.example', 'null', 'nonsense', ''];
    for (const origin of foreign) expect(await logOutFrom(test, { host, origin }), origin).toBe(403);
    expect(await logOutFrom(test, { host })).toBe(204);
    // What the browser says of the site comes first.
    expect(await logOutFrom(test, { host, origin: 'null', 'sec-fetch-site': 'same-origin' })).toBe(204);
    expect(await logOutFrom(test, { host, origin: `http://${host}`, 'sec-fetch-site': 'same-site' })).toBe(403);
  });

  it('may be the public address behind a proxy that asks by another, and nothing without https there', async () => {
    const origin = 'https://uren.bureau.example';
    expect(await logOutFrom(online, { host: '127.0.0.1:3000', origin })).toBe(204);
    expect(await logOutFrom(online, { host: 'uren2.bureau.example', origin: 'https://uren2.bureau.example' })).toBe(
      204,
    );
    const host = 'uren.bureau.example';
    expect(await logOutFrom(online, { host, origin: 'http://uren.bureau.example' })).toBe(403);
  });
});

it('is reached by https alone once it was, where that is its address', async () => {
  const header = async ({ app }: typeof test) =>
    (await app.inject({ method: 'GET', url: '/api/agency' })).headers['strict-transport-security'];
  expect(await header(online)).toBe('max-age=31536000');
  expect(await header(test)).toBeUndefined();
});

describe('a session', () => {
  const start = async (): Promise<[Person, Client]> => {
    const person = await createPerson(test.db);
    return [person, await signInAs(test.app, person)];
  };

  it('goes on with a new refresh token', async () => {
    const [, client] = await start();
    const { status, cookies } = await refresh(client);
    expect(status).toBe(200);
    expect(cookies.konnekt_refresh).not.toBe(client.cookies.konnekt_refresh);
    expect(await me({ cookies })).toBe(200);
  });

  /** Some moments and one later. */
  const passMoments = ({ accountId }: Person, seconds = GRACE_SECONDS + 1) =>
    test.db.query(sql`
      UPDATE session SET refreshed_at = refreshed_at - make_interval(secs => ${seconds}::int) WHERE account_id = ${accountId}::uuid`);

  it('goes on when the answer to a refresh was lost, and that to the next one too', async () => {
    const [person, client] = await start();
    for (const _ of ['lost', 'lost again']) expect((await refresh(client)).status).toBe(200);
    await passMoments(person, GRACE_SECONDS - 30);
    const { status, cookies } = await refresh(client);
    expect(status).toBe(200);
    expect(cookies.konnekt_refresh).not.toBe(client.cookies.konnekt_refresh);
    expect(await me({ cookies })).toBe(200);
    await passMoments(person);
    const next = await refresh({ cookies });
    expect([next.status, await me(next)]).toEqual([200, 200]);
  });

  it('goes on for all who renew it at once, and for each of them again when that runs out', async () => {
    const [person, client] = await start();
    let held = [client, client, client];
    for (let round = 0; round < 3; round++) {
      const answers = await Promise.all(held.map(refresh));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
      expect(await Promise.all(answers.map(me))).toEqual([200, 200, 200]);
      held = answers;
      await passMoments(person);
    }
  });

  it('is renewed by no token but the last one that was used, however soon', async () => {
    const [, client] = await start();
    const second = await refresh(client);
    const third = await refresh(second);
    expect((await refresh(client)).status).toBe(401);
    expect((await refresh(third)).status).toBe(401);
  });

  it('ends by logging out with the token just used, as by any other of its owner', async () => {
    const [person, client] = await start();
    const { cookies } = await refresh(client);
    const { konnekt_refresh = '' } = client.cookies;
    await ask(test.app, { cookies: { konnekt_refresh } }, 'POST', '/api/auth/logout');
    expect(await me({ cookies })).toBe(401);
    const [ended] = await test.db.query(
      sql`SELECT end_reason AS why FROM session WHERE account_id = ${person.accountId}::uuid`,
    );
    expect(ended).toEqual({ why: 'logged-out' });
  });

  it('that ran out was not copied', async () => {
    const [person, client] = await start();
    await test.db.query(sql`UPDATE session SET expires_at = now() WHERE account_id = ${person.accountId}::uuid`);
    expect((await refresh(client)).status).toBe(401);
    const [session] = await test.db.query(
      sql`SELECT end_reason AS why FROM session WHERE account_id = ${person.accountId}::uuid`,
    );
    expect(session).toEqual({ why: null });
  });

  it('ends when a refresh token is used a second time, for both who have it', async () => {
    const [person, client] = await start();
    const { cookies } = await refresh(client);
    await passMoments(person);
    expect((await refresh(client)).status).toBe(401);
    expect((await refresh({ cookies })).status).toBe(401);
    expect(await me({ cookies })).toBe(401);
    expect(await me(client)).toBe(401);
  });

  it('is not ended by a made-up token', async () => {
    const [, client] = await start();
    const [id = '', key = '', secret = ''] = (client.cookies.konnekt_refresh ?? '').split('.');
    const made = 'A'.repeat(43);
    const tokens = [`${'0'.repeat(36)}.${made}`, `${id}.${made}`, `${id}.${made}.${made}`, `${id}.${made}.${secret}`];
    for (const konnekt_refresh of ['', 'x', ...tokens, `${id}.${key}`]) {
      const stranger = { cookies: { konnekt_refresh } };
      expect((await refresh(stranger)).status).toBe(401);
      expect((await ask(test.app, stranger, 'POST', '/api/auth/logout')).status).toBe(204);
    }
    expect(await me(client)).toBe(200);
    expect((await refresh(client)).status).toBe(200);
  });

  it('ends by logging out with the refresh token alone, and tells from where', async () => {
    const [person, client] = await start();
    const konnekt_refresh = client.cookies.konnekt_refresh ?? '';
    const logOutFrom = (remoteAddress: string) =>
      test.app.inject({ method: 'POST', url: '/api/auth/logout', cookies: { konnekt_refresh }, remoteAddress });
    expect((await logOutFrom('192.0.2.7')).statusCode).toBe(204);
    expect(await me(client)).toBe(401);
    await logOutFrom('192.0.2.8');
    const events = await test.db.query(sql`
      SELECT action, actor_name AS by, address FROM audit_event
       WHERE record_id = ${person.personId}::uuid AND action IN ('log-out', 'session-ended')`);
    expect(events).toEqual([{ action: 'log-out', by: person.name, address: '192.0.2.7' }]);
  });

  it('ends by the system when somebody logs out with a token that was used before, however long ago', async () => {
    const [person, client] = await start();
    let owner = client;
    for (let i = 0; i < 5; i++) owner = { cookies: (await refresh(owner)).cookies };
    const { konnekt_refresh = '' } = client.cookies;
    await ask(test.app, { cookies: { konnekt_refresh } }, 'POST', '/api/auth/logout');
    expect(await me(owner)).toBe(401);
    const events = await test.db.query(sql`
      SELECT action, actor_name AS by, address FROM audit_event
       WHERE record_id = ${person.personId}::uuid AND action IN ('log-out', 'session-ended')`);
    expect(events).toEqual([{ action: 'session-ended', by: null, address: '127.0.0.1' }]);
  });

  it('is remembered, whatever strangers ask', async () => {
    const [, client] = await start();
    expect(await me(client)).toBe(200);
    const query = vi.spyOn(test.db, 'query');
    expect((await refresh({ cookies: {} })).status).toBe(401);
    expect((await ask(test.app, undefined, 'POST', '/api/auth/logout')).status).toBe(204);
    expect(await me(client)).toBe(200);
    expect(query.mock.calls.filter(([{ text }]) => text.includes('FROM session'))).toEqual([]);
    query.mockRestore();
  });

  it('ends at once by logging out, though its access token has not expired', async () => {
    const [, client] = await start();
    expect(await me(client)).toBe(200);
    expect((await ask(test.app, client, 'POST', '/api/auth/logout')).status).toBe(204);
    expect(await me(client)).toBe(401);
    expect((await refresh(client)).status).toBe(401);
  });

  it('ends with the password, on every device; the one who changed it goes on with a new one', async () => {
    const [person, client] = await start();
    const other = await signInAs(test.app, person);
    const change = { currentPassword: testPassword, newPassword: 'a brand new password' };
    const { status, cookies } = await ask(test.app, client, 'PUT', '/api/me/password', change);
    expect(status).toBe(200);
    expect([await me(client), await me(other), await me({ cookies })]).toEqual([401, 401, 200]);
    expect((await logIn(person.email)).status).toBe(401);
    expect((await logIn(person.email, change.newPassword)).status).toBe(200);
  });

  it('ends when the account is blocked, whoever blocks it', async () => {
    const [person, client] = await start();
    expect(await me(client)).toBe(200);
    await test.db.query(sql`UPDATE account SET status = 'blocked' WHERE id = ${person.accountId}::uuid`);
    await expect.poll(() => me(client)).toBe(401);
    expect((await refresh(client)).status).toBe(401);
  });

  it('does not come back when the account is active again', async () => {
    const [person, client] = await start();
    for (const status of ['blocked', 'active']) {
      await test.db.query(sql`UPDATE account SET status = ${status} WHERE id = ${person.accountId}::uuid`);
    }
    await expect.poll(() => me(client)).toBe(401);
    expect((await refresh(client)).status).toBe(401);
    expect((await logIn(person.email)).status).toBe(200);
  });

  it('does not begin with a password that is being changed', async () => {
    const person = await createPerson(test.db);
    const change = await test.db.pool.connect();
    try {
      await change.query('BEGIN');
      await change.query('UPDATE account SET password_hash = $1 WHERE id = $2', ['another hash', person.accountId]);
      const answer = logIn(person.email);
      const waiting = async () =>
        (
          await test.db.query(sql`
            SELECT FROM pg_stat_activity
             WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%INSERT INTO session%'`)
        ).length;
      await expect.poll(waiting).toBe(1);
      await change.query('COMMIT');
      expect((await answer).status).toBe(401);
    } finally {
      change.release(true);
    }
  });

  it('that begins while the password is being changed ends with the others', async () => {
    const [person, client] = await start();
    const logIns = Promise.all(Array.from({ length: 8 }, () => logIn(person.email)));
    const change = { currentPassword: testPassword, newPassword: 'a brand new password' };
    const changed = await ask(test.app, client, 'PUT', '/api/me/password', change);
    expect(changed.status).toBe(200);
    const begun = (await logIns).filter(({ status }) => status === 200);
    for (const { cookies } of begun) expect(await me({ cookies })).toBe(401);
    expect(await me({ cookies: changed.cookies })).toBe(200);
  });

  it('leaves nothing in the browser’s cache', async () => {
    const [, client] = await start();
    for (const one of [client, undefined]) {
      expect((await ask(test.app, one, 'GET', '/api/me')).headers['cache-control']).toBe('no-store');
    }
  });

  it('is handed out by answers that nothing keeps', async () => {
    const [person, client] = await start();
    const answers = [await logIn(person.email), await refresh(client), await logIn(person.email, 'wrong')];
    for (const { headers } of answers) expect(headers['cache-control']).toBe('no-store');
  });

  it('follows a changed role at once', async () => {
    const [person, client] = await start();
    expect((await ask(test.app, client, 'POST', '/api/worksheets/finalise', { items: [] })).status).toBe(403);
    await test.db.query(sql`UPDATE account SET role = 'staff' WHERE id = ${person.accountId}::uuid`);
    await expect
      .poll(async () => (await ask(test.app, client, 'POST', '/api/worksheets/finalise', { items: [] })).status)
      .toBe(400);
  });

  it('does not accept a token that somebody else signed', async () => {
    const [, client] = await start();
    const [header, payload] = (client.cookies.konnekt_access ?? '').split('.');
    const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
    expect(await me({ cookies: { konnekt_access: `${header}.${payload}.c2lnbmF0dXJl` } })).toBe(401);
    expect(await me({ cookies: { konnekt_access: `${none}.${payload}.` } })).toBe(401);
  });

  it('does not accept a token of ours that was signed otherwise, or that never ends', async () => {
    const [, client] = await start();
    const { sid } = test.app.jwt.decode<{ sid: string }>(client.cookies.konnekt_access ?? '') ?? { sid: '' };
    const [good, otherwise, endless] = [
      test.app.jwt.sign({ sid }, { expiresIn: 600 }),
      test.app.jwt.sign({ sid }, { expiresIn: 600, algorithm: 'HS512' }),
      test.app.jwt.sign({ sid }),
    ];
    const statuses = await Promise.all(
      [good, otherwise, endless].map((konnekt_access) => me({ cookies: { konnekt_access } })),
    );
    expect(statuses).toEqual([200, 401, 401]);
  });
});

describe('the own account', () => {
  it('keeps its language', async () => {
    const client = await signInNew(test, 'employee');
    expect((await ask(test.app, client, 'PATCH', '/api/me', { language: 'en' })).body.language).toBe('en');
    expect((await ask(test.app, client, 'GET', '/api/me')).body.language).toBe('en');
    expect((await ask(test.app, client, 'PATCH', '/api/me', { language: 'de' })).status).toBe(400);
  });

  it('refuses a new password that anybody guesses, or that is a word of its owner', async () => {
    const person = await createPerson(test.db);
    const client = await signInAs(test.app, person);
    for (const newPassword of ['password', 'Welkom2026!', person.email, person.name]) {
      const change = { currentPassword: testPassword, newPassword };
      const { status, body } = await ask(test.app, client, 'PUT', '/api/me/password', change);
      expect([status, body.errors]).toEqual([400, [{ pointer: '/newPassword', code: 'guessable' }]]);
    }
  });

  it('refuses one with swapped letters, and a word of its owner in another dress', async () => {
    const person = await createPerson(test.db, { lastName: 'Wolkenveld' });
    const client = await signInAs(test.app, person);
    for (const newPassword of ['p@ssw0rd!1', 'W0lkenveld2026', 'T3stbur3au!!', 'fietsenstalling']) {
      const change = { currentPassword: testPassword, newPassword };
      const { status, body } = await ask(test.app, client, 'PUT', '/api/me/password', change);
      expect([newPassword, status, body.errors]).toEqual([
        newPassword,
        400,
        [{ pointer: '/newPassword', code: 'guessable' }],
      ]);
    }
  });

  it('takes a password with accents however they are composed', async () => {
    const person = await createPerson(test.db);
    const typed = 'wachtwoord-Zoë-één-42';
    const change = { currentPassword: testPassword, newPassword: typed.normalize('NFC') };
    await ask(test.app, await signInAs(test.app, person), 'PUT', '/api/me/password', change);
    for (const form of ['NFC', 'NFD']) expect((await logIn(person.email, typed.normalize(form))).status).toBe(200);
  });

  it('keeps one that was hashed as it was typed, and hashes it anew without ending or telling anything', async () => {
    const person = await createPerson(test.db);
    const typed = 'wachtwoord-Zoë-één-42'.normalize('NFD');
    await test.db.query(
      sql`UPDATE account SET password_hash = ${await hash(typed)} WHERE id = ${person.accountId}::uuid`,
    );
    const atOnce = await Promise.all([1, 2, 3].map(() => logIn(person.email, typed)));
    expect(atOnce.map(({ status }) => status)).toEqual([200, 200, 200]);
    const [{ cookies } = { cookies: {} }] = atOnce;
    expect((await logIn(person.email, typed.normalize('NFC'))).status).toBe(200);
    expect((await logIn(person.email, typed)).status).toBe(200);
    expect(await me({ cookies })).toBe(200);
    // The one change of the account that is told of is this test's own.
    const told = await test.db.query(sql`
      SELECT FROM audit_event WHERE record_id = ${person.personId}::uuid AND subject_type = 'account' AND action = 'change'`);
    expect(told).toHaveLength(1);
  });

  it('says at the field that the current password is wrong, or the new one too short', async () => {
    const client = await signInNew(test, 'employee');
    const change = (currentPassword: string, newPassword: string) =>
      ask(test.app, client, 'PUT', '/api/me/password', { currentPassword, newPassword });
    expect((await change('wrong', 'long enough')).body.errors).toEqual([
      { pointer: '/currentPassword', code: 'wrong-current-password' },
    ]);
    expect((await change(testPassword, 'short')).body.errors).toEqual([{ pointer: '/newPassword', code: 'too-small' }]);
  });
});
