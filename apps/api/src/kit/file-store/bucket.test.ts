import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '#api/app';
import { connect, type Db } from '#api/kit/database';
import { checkFiles } from '#api/kit/file-check';
import { clearFiles, findLeftBehind } from '#api/kit/file-clearing';
import { removeFile, storeOf } from '#api/kit/files';
import { ask, type Client, now, sendFile, testApp } from '#api/test/build-app';
import { signInNew } from '#api/test/sign-in-as';
import { startSmallBucket } from '#api/test/small-bucket';
import { openFileStores } from './open-file-stores.ts';

const test = testApp();
let bucket: Awaited<ReturnType<typeof startSmallBucket>>;
let db: Db;
let app: (typeof test)['app'];
let staff: Client;

beforeAll(async () => {
  bucket = await startSmallBucket();
  // KONNEKT_TRY_BUCKET: the same against a real server, such as one of MinIO.
  db = connect(test.url, { files: openFileStores(process.env.KONNEKT_TRY_BUCKET ?? bucket.url) });
  app = await buildApp({ db, jwtSecret: 'a-secret-of-at-least-32-characters', now: () => now, checksAnswers: true });
  staff = await signInNew(test, 'staff');
});
afterAll(async () => {
  await app?.close();
  await db?.close();
  await bucket?.stop();
});

const pdf = (mark: string) => Buffer.from(`%PDF-1.7\n%âãÏÓ\n${mark.repeat(50_000)}`);
const send = (mark: string) =>
  sendFile(app, staff, '/api/files?purpose=document', { name: 'x.pdf', content: pdf(mark) });
const whole = { missing: [], wrong: [], left: [] };

describe('a bucket of S3', () => {
  it('keeps what is handed in, once, and gives it out', async () => {
    const [one, other] = await Promise.all([send('a'), send('a')]);
    expect([one.status, other.status]).toEqual([201, 201]);
    const document = { id: one.body.id, name: 'x', category: 'other', fileId: one.body.id };
    expect((await ask(app, staff, 'POST', '/api/documents', document)).status).toBe(201);
    const given = await app.inject({
      url: `/api/documents/${document.id}/versions/1/file`,
      cookies: staff.cookies,
    });
    expect(given.rawPayload.equals(pdf('a'))).toBe(true);
    expect(await checkFiles(db, { reads: true })).toEqual(whole);
  });

  it('names what is gone and what was left behind, page after page, and clears it away', async () => {
    const sent = await Promise.all(['b', 'c', 'd', 'e', 'f'].map(send));
    const store = await storeOf(db);
    const lost = sent[0]?.body.sha256 ?? '';
    await store.remove(lost);
    const taken = await db.files.take([Buffer.from('zonder rij')]);
    await store.keep(taken);
    await db.files.drop(taken);
    expect(await checkFiles(db, { reads: true })).toEqual({ missing: [lost], wrong: [], left: [taken.sha256] });
    await findLeftBehind(db, new Date(Date.now() + 60_000));
    for (const { body } of sent) await db.transaction(null, (tx) => removeFile(tx, body.id));
    await clearFiles(db);
    expect(await checkFiles(db)).toEqual(whole);
  });

  it.skipIf(process.env.KONNEKT_TRY_BUCKET)('that does not answer is told of, and leaves no row', async () => {
    bucket.breakDown(true);
    expect(await send('g')).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    bucket.breakDown(false);
    expect(await checkFiles(db)).toEqual(whole);
    expect((await send('g')).status).toBe(201);
  });
});
