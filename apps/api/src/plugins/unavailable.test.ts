import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '#api/app';
import { ask, now, testApp } from '#api/test/build-app';
import { signInNew } from '#api/test/sign-in-as';
import { type StallableProxy, stallableProxy } from '#api/test/stallable-proxy';
import { connect, type Db } from '../kit/database.ts';
import { sql } from '../kit/sql.ts';
import { isUnavailable } from './unavailable.ts';

const test = testApp();
const secret = 'a-secret-of-at-least-32-characters';

let proxy: StallableProxy;
let db: Db;
let app: FastifyInstance;
const webDir = mkdtempSync(path.join(tmpdir(), 'konnekt-web-'));

beforeAll(async () => {
  proxy = await stallableProxy(test.url);
  db = connect(proxy.url, { poolSize: 4 });
  const options = { jwtSecret: secret, now: () => now, checksAnswers: true, sendWithinMilliseconds: 1_000, webDir };
  writeFileSync(path.join(webDir, 'index.html'), '<!doctype html><title>Konnekt</title>');
  app = await buildApp({ db, ...options });
});
afterAll(async () => {
  proxy.goOn();
  await app.close();
  await db.close();
  await proxy.close();
  rmSync(webDir, { recursive: true });
});

const errorOf = (work: Promise<unknown>): Promise<Error> =>
  work.then(
    () => new Error('it did it'),
    (error: Error) => error,
  );

// Each waits for seconds, on connections of its own.
describe.concurrent('a database that does not answer', () => {
  it('has requests answered "later" within seconds, health at once, and goes on by itself', async ({ expect }) => {
    const client = await signInNew(test, 'staff');
    expect((await ask(app, client, 'GET', '/api/worksheets')).status).toBe(200);
    proxy.stall();
    const began = performance.now();
    const health = ask(app, undefined, 'GET', '/api/health').then(({ status }) => [status, performance.now() - began]);
    const asked = await Promise.all(
      Array.from({ length: 12 }, async () => {
        const { status, body, headers } = await ask(app, client, 'GET', '/api/worksheets');
        return [status, body.code, headers['retry-after'], body.retryAfterSeconds];
      }),
    );
    expect(asked).toEqual(asked.map(() => [503, 'unavailable', '2', 2]));
    expect(performance.now() - began).toBeLessThan(12_000);
    const page = await app.inject('/worksheets/approve');
    expect([page.statusCode, page.body.includes('<title>')]).toEqual([200, true]);
    const [status, milliseconds] = await health;
    expect([status, Number(milliseconds) < 2_000]).toEqual([503, true]);
    proxy.goOn();
    await expect.poll(async () => (await ask(app, client, 'GET', '/api/worksheets')).status).toBe(200);
    expect((await ask(app, undefined, 'GET', '/api/health')).status).toBe(200);
  });

  it('is told apart from what is wrong with the question', async ({ expect }) => {
    const holder = connect(test.url, { poolSize: 1, isPatient: true });
    const busy = await holder.pool.connect();
    try {
      await busy.query('BEGIN');
      await busy.query('LOCK TABLE import_run');
      const [locked, slow, wrong] = await Promise.all([
        errorOf(test.db.query(sql`SELECT 1 FROM import_run`)),
        errorOf(test.db.query(sql`SELECT pg_sleep(30)`)),
        errorOf(test.db.query(sql`SELECT 1 / 0`)),
      ]);
      expect([isUnavailable(locked), isUnavailable(slow), isUnavailable(wrong)]).toEqual([true, true, false]);
      await busy.query('ROLLBACK');
    } finally {
      busy.release();
      await holder.close();
    }
    const gone = connect('postgresql://nobody@127.0.0.1:9/nothing', { poolSize: 1 });
    expect(isUnavailable(await errorOf(gone.query(sql`SELECT 1`)))).toBe(true);
    await gone.close();
  });

  it('has long work done all the same where it is said to be long', async ({ expect }) => {
    const done = await test.db.transaction(null, (tx) => tx.query(sql`SELECT pg_sleep(10), 1 AS one`), {
      isLong: true,
    });
    expect(done).toMatchObject([{ one: 1 }]);
  });
});

it('more requests than it gets through are answered early', async () => {
  const client = await signInNew(test, 'staff');
  const taken = await Promise.all([1, 2, 3, 4].map(() => db.pool.connect()));
  const many = (count: number) => Array.from({ length: count }, () => ask(app, client, 'GET', '/api/worksheets'));
  const waiting = many(170);
  await expect.poll(() => db.pool.waitingCount).toBeGreaterThan(150);
  const late = await Promise.all(many(20));
  for (const connection of taken) connection.release();
  expect(late.map(({ status, headers }) => [status, headers['retry-after']])).toEqual(late.map(() => [503, '2']));
  expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual(waiting.map(() => 200));
});

it('a connection that breaks in the middle of a transaction ends nothing but that', async () => {
  const error = await errorOf(
    test.db.transaction(null, async (tx) => {
      const [own] = await tx.query<{ pid: number }>(sql`SELECT pg_backend_pid() AS pid`);
      await db.query(sql`SELECT pg_terminate_backend(${own?.pid ?? 0}::int)`);
      await expect.poll(async () => (await errorOf(tx.query(sql`SELECT 1`))).message).toMatch(/terminat|queryable/);
      await tx.query(sql`SELECT 1`);
    }),
  );
  expect(isUnavailable(error)).toBe(true);
  expect(await test.db.query(sql`SELECT 1 AS one`)).toEqual([{ one: 1 }]);
});

it('a request that never ends is ended', async () => {
  await app.listen({ port: 0, host: '127.0.0.1' });
  const address = app.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const lines = Array.from({ length: 40 }, () => {
    const line = net.connect(port, '127.0.0.1');
    line.on('error', () => {});
    line.write(
      'POST /api/auth/login HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{',
    );
    return new Promise((resolve) => line.on('data', () => {}).on('close', resolve));
  });
  await Promise.all(lines);
  expect(await new Promise((resolve) => app.server.getConnections((_, open) => resolve(open)))).toBe(0);
});
