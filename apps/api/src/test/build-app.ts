import type { Role } from '@konnekt/shared/basics/actor';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll } from 'vitest';
import { type AppOptions, buildApp } from '../app.ts';
import { ensurePeriods } from '../features/periods/period.repository.ts';
import { connect, type Db } from '../kit/database.ts';
import { openFileStores } from '../kit/file-store/open-file-stores.ts';
import { cheapPasswords, createAgency } from './factories.ts';
import { createDatabase, dropDatabase, filesUrlOf, urlOf } from './template-database.ts';

/** Saturday 21 November 2026, ten in the morning: 2026-W47. */
export const now = new Date('2026-11-21T09:00:00Z');

export interface TestApp {
  app: FastifyInstance;
  db: Db;
  url: string;
}

/** The whole API on a PostgreSQL database of its own, for one test file. */
export function testApp(options: Partial<AppOptions> = {}): TestApp {
  const test = {} as TestApp;
  let name: string;
  beforeAll(async () => {
    name = await createDatabase();
    test.url = urlOf(name);
    test.db = connect(test.url, { poolSize: 12, files: openFileStores(filesUrlOf(name)) });
    await createAgency(test.db);
    await ensurePeriods(test.db, now);
    test.app = await buildApp({
      db: test.db,
      jwtSecret: 'a-secret-of-at-least-32-characters',
      now: () => now,
      checksAnswers: true,
      passwordCost: cheapPasswords,
      ...options,
    });
  });
  afterAll(async () => {
    await test.app?.close();
    await test.db?.close();
    await dropDatabase(name);
  });
  return test;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A signed-in client: its cookies and how to ask with them. */
export interface Client {
  cookies: Record<string, string>;
  role?: Role;
}

/** One request, as that client; without one it is anonymous. */
export async function ask(
  app: FastifyInstance,
  client: Client | undefined,
  method: Method,
  url: string,
  payload?: object,
) {
  return sent(app, { method, url, cookies: client?.cookies ?? {}, ...(payload && { payload }) });
}

/** A file of the API, as text and as bytes. */
export async function askFile(app: FastifyInstance, client: Client, url: string) {
  const { statusCode, body, rawPayload } = await app.inject({ method: 'GET', url, cookies: client.cookies });
  return { statusCode, body, rawPayload };
}

/** Hands in a file, as a browser does. */
export async function sendFile(
  app: FastifyInstance,
  client: Client | undefined,
  url: string,
  file: { name: string; content: string | Buffer },
) {
  const form = new FormData();
  form.append('file', new File([new Uint8Array(Buffer.from(file.content))], file.name));
  const body = new Response(form);
  const headers = { 'content-type': body.headers.get('content-type') ?? '' };
  const payload = Buffer.from(await body.arrayBuffer());
  return sent(app, { method: 'POST', url, cookies: client?.cookies ?? {}, headers, payload });
}

/** An answer that does not end is left when it has begun. */
const isEndless = ({ url }: InjectOptions): boolean => url === '/api/live';

async function sent(app: FastifyInstance, options: InjectOptions) {
  const response = await app.inject({ ...options, ...(isEndless(options) && { payloadAsStream: true }) });
  if (isEndless(options)) response.stream().destroy();
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  const body: any =
    !isEndless(options) && String(response.headers['content-type']).includes('json') ? response.json() : undefined;
  return { status: response.statusCode, body, cookies: cookiesOf(response.cookies), headers: response.headers };
}

export const cookiesOf = (cookies: { name: string; value: string }[]): Record<string, string> =>
  Object.fromEntries(cookies.map(({ name, value }) => [name, value]));
