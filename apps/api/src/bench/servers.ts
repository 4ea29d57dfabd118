import { type ChildProcess, spawn } from 'node:child_process';
import net from 'node:net';
import path from 'node:path';
import type { Db } from '#api/kit/database';
import { benchPassword } from './fill.ts';
import type { Scenario } from './scenario.ts';
import type { BenchAccount } from './task.ts';

/** Where the two answer, on ports that were free. */
export interface Servers {
  ports: { product: number; bare: number };
  stop(): Promise<void>;
}

/** The product and the bare Fastify, each in a process of its own, until they are stopped. */
export async function startServers(url: string, jwtSecret: string): Promise<Servers> {
  const ports = { product: await freePort(), bare: await freePort() };
  const servers = [
    startServer('../server.ts', ports.product, url, jwtSecret),
    startServer('bare-server.ts', ports.bare, url, jwtSecret),
  ];
  const ended = servers.map((server) => new Promise<void>((resolve) => server.once('exit', () => resolve())));
  const stop = async () => {
    for (const server of servers) server.kill('SIGTERM');
    await Promise.all(ended);
  };
  const failed = Promise.race(ended).then(() => {
    throw new Error('A server of the bench ended before it answered');
  });
  try {
    await Promise.race([Promise.all(Object.values(ports).map(untilAnswers)), failed]);
  } catch (error) {
    await stop();
    throw error;
  }
  failed.catch(() => {});
  return { ports, stop };
}

/** Logs in people of the kind that the scenario needs. */
export async function signInAll(db: Db, { ports }: Servers, scenario: Scenario): Promise<BenchAccount[]> {
  const kind = scenario.accounts === 'region' ? 'supervisor' : scenario.accounts;
  const first = scenario.accounts === 'region' ? 101 : 1;
  // An employee has one worksheet a week to save.
  const count = kind === 'employee' ? 128 : 16;
  const emails = Array.from({ length: count }, (_, i) => `${kind}-${first + i}@bench.example`);
  const { rows } = await db.pool.query<Omit<BenchAccount, 'cookie'>>(
    `SELECT id, person_id AS "personId", email,
            ARRAY(SELECT organisation_id FROM supervisor_right r WHERE r.person_id = account.person_id ORDER BY 1) AS "organisationIds"
       FROM account WHERE email = ANY($1) ORDER BY email`,
    [emails],
  );
  const accounts: BenchAccount[] = [];
  // One after the other: so many at once from one address would be slowed down.
  for (const row of rows) accounts.push({ ...row, cookie: await logIn(ports.product, row.email) });
  return accounts;
}

async function logIn(port: number, email: string): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: email, password: benchPassword }),
  });
  if (!response.ok) throw new Error(`${email} cannot log in: ${response.status}`);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

function startServer(file: string, port: number, url: string, jwtSecret: string): ChildProcess {
  const env = {
    ...process.env,
    DATABASE_URL: url,
    PORT: String(port),
    JWT_SECRET: jwtSecret,
    PUBLIC_URL: `http://localhost:${port}`,
    // nobody listens there, and nothing is mailed
    SMTP_URL: 'smtp://127.0.0.1:9',
    LOG_LEVEL: 'silent',
    NODE_ENV: 'production',
  };
  return spawn(process.execPath, [path.join(import.meta.dirname, file)], {
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

const START_PATIENCE_MS = 60_000;

async function untilAnswers(port: number): Promise<void> {
  const deadline = Date.now() + START_PATIENCE_MS;
  while (Date.now() < deadline) {
    const isUp = await fetch(`http://127.0.0.1:${port}/api/health`).then(
      () => true,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Nothing answers on port ${port}`);
}
