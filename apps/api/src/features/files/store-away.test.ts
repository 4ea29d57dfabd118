import { rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildApp } from '#api/app';
import { connect, type Db } from '#api/kit/database';
import { openFileStores } from '#api/kit/file-store/open-file-stores';
import { sql } from '#api/kit/sql';
import { ask, askFile, type Client, now, sendFile, type TestApp, testApp } from '#api/test/build-app';
import { signInNew } from '#api/test/sign-in-as';
import { filesUrlOf } from '#api/test/template-database';

/** The same database, by a process whose folder is none: a share that is not mounted, or a disk that lets nobody write. */
const test = testApp();
let db: Db;
let away: TestApp['app'];
let staff: Client;
const keptAlive = new Agent({ keepAlive: true, maxSockets: 1 });
beforeAll(async () => {
  db = connect(test.url, { files: openFileStores('file:///dev/null/files') });
  away = await buildApp({ db, jwtSecret: 'a-secret-of-at-least-32-characters', now: () => now, checksAnswers: true });
  staff = await signInNew(test, 'staff');
});
afterAll(async () => {
  keptAlive.destroy();
  await away?.close();
  await db?.close();
});

const content = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(300_000, 'x')]);
const send = (app: TestApp['app']) => sendFile(app, staff, '/api/files?purpose=document', { name: 'x.pdf', content });
const unreachable = { status: 507, body: { code: 'file-unreachable' } };
async function put() {
  const fileId = (await send(test.app)).body.id;
  const document = { id: crypto.randomUUID(), name: 'x', category: 'other', fileId };
  expect((await ask(test.app, staff, 'POST', '/api/documents', document)).status).toBe(201);
  return `/api/documents/${document.id}/versions/1/file`;
}

it('where files are kept is away: that is told, and no row of a file is left', async () => {
  const path = await put();
  const rows = () => test.db.query(sql`SELECT count(*)::int AS files FROM stored_file`);
  const before = await rows();
  expect(await send(away)).toMatchObject(unreachable);
  expect(await rows()).toEqual(before);
  const given = await askFile(away, staff, path);
  expect([given.statusCode, JSON.parse(given.body).code]).toEqual([507, 'file-unreachable']);
  expect((await askFile(test.app, staff, path)).rawPayload.equals(content)).toBe(true);
});

it('a file whose bytes are lost is told of, and is there again once the same is handed in', async () => {
  const path = await put();
  const [own] = await test.db.query<{ id: string }>(sql`SELECT id FROM file_store`);
  const folder = fileURLToPath(filesUrlOf(new URL(test.url).pathname.slice(1)));
  await rm(`${folder}/${own?.id}`, { recursive: true });
  const given = await askFile(test.app, staff, path);
  expect([given.statusCode, JSON.parse(given.body).code]).toEqual([507, 'file-unreachable']);
  await send(test.app);
  expect((await askFile(test.app, staff, path)).statusCode).toBe(200);
});

it('the next request of a connection is answered after a file that could not be taken in', async () => {
  const port = Number(new URL(await away.listen({ port: 0, host: '127.0.0.1' })).port);
  const cookie = Object.entries(staff.cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');
  const statusOf = (method: string, path: string, headers: Record<string, string>, body?: Buffer) =>
    new Promise<number | undefined>((resolve, reject) => {
      const asked = request({ agent: keptAlive, host: '127.0.0.1', port, method, path, headers }, (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode));
      });
      asked.on('error', reject);
      asked.end(body);
    });
  const part = 'content-disposition: form-data; name="file"; filename="x.pdf"';
  const body = Buffer.concat([Buffer.from(`--grens\r\n${part}\r\n\r\n`), content, Buffer.from('\r\n--grens--\r\n')]);
  const headers = { cookie, 'content-type': 'multipart/form-data; boundary=grens', 'content-length': `${body.length}` };
  expect(await statusOf('POST', '/api/files?purpose=document', headers, body)).toBe(507);
  expect(await statusOf('GET', '/api/health', {})).toBe(200);
});
