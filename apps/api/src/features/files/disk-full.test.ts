import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildApp } from '#api/app';
import { connect, type Db } from '#api/kit/database';
import { checkFiles } from '#api/kit/file-check';
import { openFileStores } from '#api/kit/file-store/open-file-stores';
import { sql } from '#api/kit/sql';
import { askFile, type Client, now, sendFile, type TestApp, testApp } from '#api/test/build-app';
import { signInNew } from '#api/test/sign-in-as';

/** A disk of one megabyte: to be made by root alone. Elsewhere this says that it was not tried. */
const disk = mkdtempSync(path.join(tmpdir(), 'konnekt-disk-'));
const isMounted = mount();
function mount(): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const test = testApp();
let db: Db;
let app: TestApp['app'];
let staff: Client;

beforeAll(async () => {
  db = connect(test.url, { files: openFileStores(pathToFileURL(disk).href) });
  app = await buildApp({ db, jwtSecret: 'a-secret-of-at-least-32-characters', now: () => now, checksAnswers: true });
  staff = await signInNew(test, 'staff');
});
afterAll(async () => {
  await app?.close();
  await db?.close();
  if (isMounted) execFileSync('umount', [disk]);
  rmdirSync(disk);
});

const pdf = (size: number) => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(size, 'x')]);
const send = (size: number) =>
  sendFile(app, staff, '/api/files?purpose=document', { name: 'x.pdf', content: pdf(size) });
const rows = () =>
  db.query(
    sql`SELECT (SELECT count(*)::int FROM stored_file) AS files, (SELECT count(*)::int FROM file_content) AS contents`,
  );

it.skipIf(!isMounted)(
  'a disk without room for a file is told of, keeps nothing of it, and takes the next one when there is room',
  async () => {
    const first = await send(300_000);
    expect(first.status).toBe(201);
    for (let tries = 0; tries < 3; tries++)
      expect(await send(900_000)).toMatchObject({ status: 507, body: { code: 'storage-full' } });
    expect(await rows()).toEqual([{ files: 1, contents: 1 }]);
    expect(await checkFiles(db, { reads: true })).toEqual({ missing: [], wrong: [], left: [] });
    expect(await readdir(path.join(disk, 'incoming'))).toEqual([]);

    const filler = path.join(disk, 'filler');
    await writeFile(filler, Buffer.alloc(4 * 1024 * 1024)).catch(() => {});
    expect((await send(50_000)).status).toBe(507);
    await rm(filler);
    expect((await send(50_000)).status).toBe(201);
    expect(await checkFiles(db, { reads: true })).toEqual({ missing: [], wrong: [], left: [] });
    expect((await askFile(app, staff, '/api/documents')).statusCode).toBe(200);
  },
);
