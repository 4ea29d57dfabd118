import { beforeEach, describe, expect, it } from 'vitest';
import { sql } from '#api/kit/sql';
import { type Client, cookiesOf, testApp } from '#api/test/build-app';
import { createPerson, type Person, testPassword } from '#api/test/factories';
import { spacingSeconds } from './login-throttle.ts';

const test = testApp();

let networks = 0;
let canteen = '';
/** Each test has an address of its own. */
beforeEach(() => {
  canteen = `192.0.2.${++networks}`;
});

async function tryFrom(remoteAddress: string, login: string, password: string, client?: Client) {
  const cookies = client?.cookies ?? {};
  const payload = { login, password };
  const response = await test.app.inject({ method: 'POST', url: '/api/auth/login', payload, remoteAddress, cookies });
  return { status: response.statusCode, cookies: cookiesOf(response.cookies), headers: response.headers };
}
const statusOf = async (...args: Parameters<typeof tryFrom>) => (await tryFrom(...args)).status;

let strangers = 0;
async function guessFrom(address: string, times: number) {
  for (let i = 0; i < times; i++) await tryFrom(address, `stranger-${++strangers}@elsewhere.example`, 'x');
}
/** As if so many minutes had passed. */
const wait = (minutes: number) =>
  test.db.query(
    sql`UPDATE login_throttle SET last_failed_at = last_failed_at - make_interval(mins => ${minutes}::int)`,
  );
const someone = () => createPerson(test.db);
const failuresOf = async (address: string) =>
  (
    await test.db.query<{ failures: number }>(
      sql`SELECT failures FROM login_throttle WHERE key = sha256(${`address:${address}`}::bytea)`,
    )
  )[0]?.failures;

describe('an address that many share', () => {
  it('lets a right password in after forty wrong ones of others, and goes on doing so', async () => {
    await guessFrom(canteen, 60);
    for (let round = 0; round < 8; round++) {
      const [typist, other] = [await someone(), await someone()];
      expect(await statusOf(canteen, typist.email, 'a typo')).toBe(429);
      expect(await statusOf(canteen, other.email, testPassword)).toBe(200);
    }
  });

  it('makes somebody with a typo wait a second, not a quarter of an hour', async () => {
    await guessFrom(canteen, 60);
    const person = await someone();
    const { headers } = await tryFrom(canteen, person.email, 'a typo');
    expect(headers['retry-after']).toBe('1');
    await test.db.query(sql`UPDATE login_throttle SET last_failed_at = last_failed_at - interval '1 second'`);
    expect(await statusOf(canteen, person.email, testPassword)).toBe(200);
  });

  it('forgets its wrong ones, two a minute, however often somebody has a typo meanwhile', async () => {
    await guessFrom(canteen, 40);
    for (let minute = 0; minute < 60; minute++) {
      await wait(1);
      await guessFrom(canteen, 1);
    }
    expect(await failuresOf(canteen)).toBe(1);
    const person = await someone();
    expect(await statusOf(canteen, person.email, 'a typo')).toBe(401);
    expect(await statusOf(canteen, person.email, testPassword)).toBe(200);
  });

  it('forgets them between two that come within half a minute too', async () => {
    await guessFrom(canteen, 30);
    for (let i = 0; i < 12; i++) {
      await test.db.query(sql`UPDATE login_throttle SET last_failed_at = last_failed_at - interval '20 seconds'`);
      await guessFrom(canteen, 1);
    }
    // Four minutes passed, at least: eight forgotten, twelve more.
    expect(await failuresOf(canteen)).toBeLessThanOrEqual(34);
  });

  it('has its tries made further apart when it guesses at hundreds of accounts, and still not locked', async () => {
    await guessFrom(canteen, 10);
    await test.db.query(sql`
      UPDATE login_throttle SET failures = 2000 WHERE key = sha256(${`address:${canteen}`}::bytea)`);
    const person = await someone();
    await guessFrom(canteen, 1);
    const { status, headers } = await tryFrom(canteen, person.email, testPassword);
    expect([status, headers['retry-after']]).toEqual([429, '10']);
    await test.db.query(sql`UPDATE login_throttle SET last_failed_at = last_failed_at - interval '10 seconds'`);
    expect(await statusOf(canteen, person.email, testPassword)).toBe(200);
    expect([39, 40, 80].map((failures) => spacingSeconds(failures, 40))).toEqual([0, 1, 2]);
    expect([0, 199, 200, 1000, 5000].map((failures) => spacingSeconds(failures, 200))).toEqual([0, 0, 1, 5, 10]);
  });

  it('is mailed links one after the other once it asked for many', async () => {
    const ask = async (login: string) => {
      const payload = { login };
      const url = '/api/auth/forgot-password';
      return (await test.app.inject({ method: 'POST', url, payload, remoteAddress: canteen })).statusCode;
    };
    expect(await ask('forgot-1@elsewhere.example')).toBe(204);
    await test.db.query(sql`
      UPDATE login_throttle SET failures = 400 WHERE key = sha256(${`address:forgot:${canteen}`}::bytea)`);
    expect(await ask('forgot-2@elsewhere.example')).toBe(204);
    expect(await ask('forgot-3@elsewhere.example')).toBe(429);
    // Logging in there is another matter.
    expect(await statusOf(canteen, (await someone()).email, 'a typo')).toBe(401);
  });

  it('is a whole network of IPv6, and an IPv4 address however it is written', async () => {
    const network = (host: number) => `2001:db8:0:7:${host}::1`;
    for (let i = 0; i < 50; i++) await guessFrom(network(i), 1);
    expect(await statusOf(network(99), (await someone()).email, 'a typo')).toBe(429);
    expect(await statusOf('2001:db8:0:8::1', (await someone()).email, 'a typo')).toBe(401);
    await guessFrom(canteen, 50);
    expect(await statusOf(`::ffff:${canteen}`, (await someone()).email, 'a typo')).toBe(429);
  });
});

describe('an account that others guess at', () => {
  /** Ten guesses, each from an address of its own, as far as they are let in; the next has to wait for a minute. */
  async function guessAt({ email }: Person) {
    for (let i = 0; i < 10; i++) await tryFrom(`198.51.100.${i}`, email, 'a guess');
    await holdUp();
  }
  /** So that a slow machine is no waiting. */
  const holdUp = () =>
    test.db.query(
      sql`UPDATE login_throttle SET last_failed_at = now() + interval '1 minute' WHERE failures BETWEEN 5 AND 9`,
    );

  it('lets its owner in on a device where they logged in before', async () => {
    const person = await someone();
    const known = await tryFrom(canteen, person.email, testPassword);
    await guessAt(person);
    expect(await statusOf(canteen, person.email, testPassword)).toBe(429);
    for (let i = 0; i < 3; i++) expect(await statusOf(canteen, person.email, testPassword, known)).toBe(200);
    // Their coming gives who guesses no new tries.
    expect(await statusOf('198.51.100.77', person.email, 'a guess')).toBe(429);
  });

  it('lets them in there from an address that guesses, by another spelling or name too', async () => {
    const person = await createPerson(test.db, { userName: 'oud.bekénd' });
    const known = await tryFrom(canteen, person.email, testPassword);
    await guessAt(person);
    await guessFrom(canteen, 60);
    for (const login of [person.email, 'Oud.BEKÉND'.normalize('NFD')])
      expect(await statusOf(canteen, login, testPassword, known)).toBe(200);
  });

  it('gives a device its own five tries, by whichever name', async () => {
    const person = await createPerson(test.db, { userName: 'vijf.keer' });
    const known = await tryFrom(canteen, person.email, testPassword);
    for (const login of [person.email, 'vijf.keer', person.email, 'vijf.keer', person.email])
      expect(await statusOf(canteen, login, 'wrong', known)).toBe(401);
    await holdUp();
    expect(await statusOf(canteen, 'vijf.keer', testPassword, known)).toBe(429);
    // The login itself was not wrong anywhere else.
    expect(await statusOf(canteen, person.email, testPassword)).toBe(200);
  });

  it('gives nothing to a device of somebody else, nor to one that was made up', async () => {
    const [person, other] = [await someone(), await someone()];
    const known = await tryFrom(canteen, other.email, testPassword);
    await guessAt(person);
    const madeUp = { cookies: { konnekt_device: 'A'.repeat(43) } };
    for (const device of [known, madeUp]) expect(await statusOf(canteen, person.email, testPassword, device)).toBe(429);
  });

  it('knows one device for all who use it, by a secret that nobody chooses', async () => {
    const [person, other] = [await someone(), await someone()];
    const first = await tryFrom(canteen, person.email, testPassword);
    const second = await tryFrom(canteen, other.email, testPassword, first);
    expect(second.cookies.konnekt_device).toBe(first.cookies.konnekt_device);
    const madeUp = 'A'.repeat(43);
    const { cookies } = await tryFrom(canteen, person.email, testPassword, { cookies: { konnekt_device: madeUp } });
    expect(cookies.konnekt_device).toMatch(/^[\w-]{43}$/);
    expect(cookies.konnekt_device).not.toBe(madeUp);
    const stored = JSON.stringify(await test.db.query(sql`SELECT encode(token_hash, 'escape') FROM login_device`));
    expect(stored).not.toContain(cookies.konnekt_device);
  });

  it('knows no device any more once the password changed or the account was blocked', async () => {
    for (const change of [sql`password_hash = password_hash || ' '`, sql`status = 'blocked'`]) {
      const person = await someone();
      await tryFrom(canteen, person.email, testPassword);
      await test.db.query(sql`UPDATE account SET ${change} WHERE id = ${person.accountId}::uuid`);
      expect(
        await test.db.query(sql`SELECT FROM login_device WHERE account_id = ${person.accountId}::uuid`),
      ).toHaveLength(0);
    }
  });
});

it('lets nothing be counted as under way once all tries have ended', async () => {
  const person = await someone();
  await Promise.all([
    ...Array.from({ length: 20 }, () => tryFrom(canteen, person.email, 'wrong')),
    tryFrom(canteen, (await someone()).email, testPassword),
  ]);
  const [left] = await test.db.query(sql`
    SELECT failures FROM login_throttle WHERE key = sha256(${`under-way:${canteen}`}::bytea)`);
  expect(left).toEqual({ failures: 0 });
});
