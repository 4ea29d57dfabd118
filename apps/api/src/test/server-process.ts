import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
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
    NODE_COMPILE_CACHE: compiled,
  };
  await whenCompiled();
  const server = spawn(process.execPath, [path.join(import.meta.dirname, '../server.ts')], { env, stdio: 'ignore' });
  try {
    await untilHealthy(origin, server);
  } catch (error) {
    server.kill('SIGKILL');
    throw error;
  }
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

/** What Node made of the sources: half of what a start takes. */
const compiled = path.join(tmpdir(), 'konnekt-test', 'compiled');
let compiling: Promise<unknown> | undefined;
/** Who is killed leaves nothing there: it is made by a process that ends by itself. */
async function whenCompiled(): Promise<void> {
  if (existsSync(compiled)) return;
  const app = pathToFileURL(path.join(import.meta.dirname, '../app.ts')).href;
  const env = { ...process.env, NODE_COMPILE_CACHE: compiled };
  compiling ??= promisify(execFile)(process.execPath, ['--input-type=module', '-e', `await import('${app}')`], { env });
  await compiling;
}

/** However busy the machine is. */
const START_MS = 60_000;

async function untilHealthy(origin: string, server: ChildProcess): Promise<void> {
  const until = performance.now() + START_MS;
  while (performance.now() < until) {
    const isHealthy = await fetch(`${origin}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isHealthy) return;
    if (server.exitCode !== null) throw new Error('The server ended');
    await new Promise((resolve) => setTimeout(resolve, 50));
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
