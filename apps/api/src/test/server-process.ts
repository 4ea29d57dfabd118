import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import path from 'node:path';
import { type Person, testPassword } from './factories.ts';
import { filesUrlOf } from './template-database.ts';

export interface ServerProcess {
  origin: string;
  /** The cookies of who logged in there. */
  logIn(person: Person): Promise<string>;
  /** At once, without a word (SIGKILL). */
  kill(): Promise<void>;
}

/** The whole server as a process of its own, to be killed. */
export async function startServer(databaseUrl: string, port?: number): Promise<ServerProcess> {
  const given = port ?? (await freePort());
  const origin = `http://127.0.0.1:${given}`;
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    FILES_URL: filesUrlOf(new URL(databaseUrl).pathname.slice(1)),
    JWT_SECRET: randomBytes(32).toString('hex'),
    PUBLIC_URL: origin,
    SMTP_URL: 'smtp://127.0.0.1:9',
    PORT: String(given),
    LOG_LEVEL: 'silent',
  };
  const server = spawn(process.execPath, [path.join(import.meta.dirname, '../server.ts')], { env, stdio: 'ignore' });
  await untilHealthy(origin, server);
  return {
    origin,
    logIn: async ({ email }) => {
      const { headers } = await fetch(`${origin}/api/auth/login`, jsonOf({ login: email, password: testPassword }));
      return headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; ');
    },
    kill: () =>
      new Promise<void>((resolve) => {
        if (server.exitCode !== null || server.signalCode !== null) return resolve();
        server.once('exit', () => resolve());
        server.kill('SIGKILL');
      }),
  };
}

export const jsonOf = (payload: object, headers: Record<string, string> = {}) =>
  ({
    method: 'POST',
    body: JSON.stringify(payload),
    headers: { 'content-type': 'application/json', ...headers },
  }) as const;

async function untilHealthy(origin: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const isHealthy = await fetch(`${origin}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isHealthy) return;
    if (server.exitCode !== null) throw new Error('The server ended');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The server does not answer');
}

export const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
