import { once } from 'node:events';
import { existsSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase, throwAwayDatabase, updateDatabase } from './database.ts';
import type { Job } from './job.mjs';
import { databaseProblem } from './problem.mjs';

/** Every sentence about a database, got from a real PostgreSQL: one of our own, where users need a password. */
const job: Job = { signal: new AbortController().signal, log: () => {}, logFile: 'test.log' };
const given = process.env.DATABASE_URL;
let server: Awaited<ReturnType<typeof throwAwayDatabase>>;
let admin: pg.Client;

beforeAll(async () => {
  server = await throwAwayDatabase(job, path.join(tmpdir(), `konnekt-database-${process.pid}/pg`));
  admin = new pg.Client({ connectionString: server.url('postgres') });
  await admin.connect();
  await admin.query(`CREATE DATABASE ours`);
  await admin.query(`CREATE ROLE visitor LOGIN PASSWORD 'visitor'`);
});
afterAll(async () => {
  await admin?.end();
  await server?.release();
  if (given === undefined) delete process.env.DATABASE_URL;
  else process.env.DATABASE_URL = given;
});

const visitor = (change: (url: URL) => void = () => {}) => {
  const url = new URL(server.url('ours'));
  url.username = 'visitor';
  url.password = 'visitor';
  change(url);
  return url.toString();
};

/** What `npm start` and `npm run admin` do first with a database; what they say of it. */
async function said(url: string): Promise<string> {
  process.env.DATABASE_URL = url;
  const opened = openDatabase(job).then((database) => updateDatabase(job, database));
  const error = await opened.then(
    () => undefined,
    (problem: Error & { code?: string }) => problem,
  );
  return `${error?.code}: ${error?.message}`;
}

it('says which right its user lacks, and never speaks of files', async () => {
  const place = `The database of DATABASE_URL (127.0.0.1:${new URL(server.url('ours')).port}/ours)`;
  expect(await said(visitor())).toBe(
    `database-privilege: ${place} does not allow its user what Konnekt needs there (permission denied for schema public): make that user the owner of the database, then try again.`,
  );
  const toMake = visitor((url) => {
    url.pathname = '/not-there';
  });
  expect(await said(toMake)).toMatch(/^database-privilege: .*\(permission denied to create database\)/);
  await admin.query('REVOKE CONNECT ON DATABASE ours FROM PUBLIC');
  expect(await said(visitor())).toMatch(/^database-privilege: .*\(permission denied for database "ours"\)/);
  await admin.query('GRANT CONNECT ON DATABASE ours TO PUBLIC');
});

it('says that the password is wrong, or missing', async () => {
  const wrong = visitor((url) => {
    url.password = 'wrong';
  });
  const missing = visitor((url) => {
    url.password = '';
  });
  const nobody = visitor((url) => {
    url.username = 'nobody';
  });
  for (const url of [wrong, missing, nobody]) expect(await said(url)).toMatch(/^database-password: /);
});

it('says that the host is unknown, that nobody answers there, and that it is no address', async () => {
  const unknown = visitor((url) => {
    url.hostname = 'database.invalid';
  });
  expect(await said(unknown)).toMatch(/^database-unknown-host: /);
  const closed = net.createServer().listen(0, '127.0.0.1');
  await once(closed, 'listening');
  const { port } = closed.address() as net.AddressInfo;
  closed.close();
  await once(closed, 'close');
  const refused = visitor((url) => {
    url.port = String(port);
  });
  expect(await said(refused)).toMatch(/^database-refused: /);
  expect(await said('not an address')).toMatch(/^database-url: /);
});

it('says that it has no connection left', async () => {
  await admin.query('ALTER ROLE visitor CONNECTION LIMIT 0');
  expect(await said(visitor())).toMatch(/^database-busy: /);
  await admin.query('ALTER ROLE visitor CONNECTION LIMIT -1');
});

it('says that it can only be read', async () => {
  await admin.query('ALTER ROLE visitor SET default_transaction_read_only = on');
  await admin.query('GRANT CREATE ON SCHEMA public TO visitor');
  expect(await said(visitor())).toMatch(/^database-read-only: /);
  await admin.query('ALTER ROLE visitor RESET default_transaction_read_only');
});

it.runIf(existsSync('/dev/full'))('says that its own disk is full, not that of this machine', async () => {
  const error = await admin.query(`COPY (SELECT 1) TO '/dev/full'`).catch((caught: unknown) => caught);
  expect(databaseProblem(error, 'The database')).toMatchObject({
    code: 'database-disk-full',
    message: 'The database has no room left on its own disk: make room there, then try again.',
  });
});

it('finds nothing wrong with one that is its user’s own', async () => {
  await admin.query('ALTER DATABASE ours OWNER TO visitor');
  expect(await said(visitor())).toBe('undefined: undefined');
});
