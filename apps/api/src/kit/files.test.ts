import { createHash } from 'node:crypto';
import { readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { testApp } from '#api/test/build-app';
import { createPerson } from '#api/test/factories';
import { filesUrlOf } from '#api/test/template-database';
import { checkFiles } from './file-check.ts';
import { clearFiles, findLeftBehind } from './file-clearing.ts';
import { openContent, readContent } from './file-content.ts';
import { keepFile, removeFile, storeOf } from './files.ts';
import { sql } from './sql.ts';

const test = testApp();
let personId: string;
let folder: string;
beforeAll(async () => {
  ({ personId } = await createPerson(test.db));
  const [own] = await test.db.query<{ id: string }>(sql`SELECT id FROM file_store`);
  folder = path.join(fileURLToPath(filesUrlOf(new URL(test.url).pathname.slice(1))), own?.id ?? '');
});

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const placeOf = (sha256: string) => path.join(folder, sha256.slice(0, 2), sha256);
const isThere = (sha256: string) =>
  stat(placeOf(sha256)).then(
    () => true,
    () => false,
  );
const keep = (text: string) =>
  keepFile(test.db, personId, 'receipt', { name: 'x.pdf', mediaType: 'application/pdf', content: Buffer.from(text) });
const remove = (id: string) => test.db.transaction(null, (tx) => removeFile(tx, id));
const whole = { missing: [], wrong: [], left: [] };

describe('what is in a file', () => {
  it('lies in a folder under its hash, of nobody else to read, and not in the database', async () => {
    const { sha256 } = await keep('een bonnetje');
    expect(sha256).toBe(hashOf('een bonnetje'));
    expect((await stat(placeOf(sha256))).mode & 0o077).toBe(0);
    expect(await test.db.query(sql`SELECT content FROM file_content WHERE sha256 = ${sha256}`)).toEqual([
      { content: null },
    ]);
  });

  it('is given out piece by piece', async () => {
    const text = 'lang '.repeat(100_000);
    const content = await openContent(test.db, (await keep(text)).id);
    const pieces: Buffer[] = [];
    for await (const piece of content?.bytes ?? []) pieces.push(piece);
    expect(pieces.length).toBeGreaterThan(1);
    expect([content?.size, Buffer.concat(pieces).toString()]).toEqual([text.length, text]);
  });

  it('goes when the removal is stored, and stays when it is not', async () => {
    const { id, sha256 } = await keep('weg ermee');
    const broken = test.db.transaction(null, async (tx) => {
      await removeFile(tx, id);
      throw new Error('toch niet');
    });
    await expect(broken).rejects.toThrow('toch niet');
    await clearFiles(test.db);
    expect(await isThere(sha256)).toBe(true);
    await remove(id);
    await clearFiles(test.db);
    expect(await isThere(sha256)).toBe(false);
  });

  it('is there again where it is handed in before it was cleared away, or while its bytes were gone and its row was not', async () => {
    const first = await keep('heen en weer');
    await remove(first.id);
    const second = await keep('heen en weer');
    await clearFiles(test.db);
    expect(String(await readContent(test.db, second.id))).toBe('heen en weer');
    await remove(second.id);
    // As after a process that was killed between both.
    await rm(placeOf(second.sha256));
    const third = await keep('heen en weer');
    expect(String(await readContent(test.db, third.id))).toBe('heen en weer');
  });

  it('of before there was a store is read where it lies, and moved', async () => {
    const text = 'van vroeger';
    const sha256 = hashOf(text);
    const [old] = await test.db.query<{ id: string }>(sql`
      WITH c AS (INSERT INTO file_content (sha256, content) VALUES (${sha256}, ${Buffer.from(text)}) RETURNING sha256)
      INSERT INTO stored_file (sha256, name, media_type, size, purpose, created_by_id)
      SELECT sha256, 'x', 'text/csv', ${text.length}::int, 'import', ${personId}::uuid FROM c RETURNING id`);
    const read = async () => String(await readContent(test.db, old?.id ?? ''));
    expect([await read(), await isThere(sha256), await checkFiles(test.db)]).toEqual([text, false, whole]);
    await Promise.all([clearFiles(test.db), clearFiles(test.db)]);
    expect([await read(), await isThere(sha256), await checkFiles(test.db, { reads: true })]).toEqual([
      text,
      true,
      whole,
    ]);
  });
});

describe('the check of files', () => {
  it('names bytes that are gone, of another size, with another hash, or without a row', async () => {
    const [gone, longer, other] = await Promise.all([keep('kwijt'), keep('langer'), keep('anders')]);
    await rm(placeOf(gone.sha256));
    await writeFile(placeOf(longer.sha256), 'langer!');
    await writeFile(placeOf(other.sha256), 'ANDERS');
    const { files } = test.db;
    const taken = await files.take([Buffer.from('zonder rij')]);
    await (await storeOf(test.db)).keep(taken);
    expect(await checkFiles(test.db)).toEqual({
      missing: [gone.sha256],
      wrong: [longer.sha256],
      left: [taken.sha256],
    });
    const { wrong } = await checkFiles(test.db, { reads: true });
    expect(wrong.toSorted()).toEqual([longer.sha256, other.sha256].toSorted());
    for (const { id } of [gone, longer, other]) await remove(id);
    await clearFiles(test.db);
  });

  it('leaves what may be under way alone, and has go what was left behind the day before', async () => {
    const sha256 = hashOf('zonder rij');
    await findLeftBehind(test.db);
    await clearFiles(test.db);
    expect((await checkFiles(test.db)).left).toEqual([sha256]);
    const half = await test.db.files.take([Buffer.from('half')]);
    const before = new Date(Date.now() - 25 * 3_600_000);
    await Promise.all([placeOf(sha256), half.path].map((file) => utimes(file, before, before)));
    await findLeftBehind(test.db);
    await clearFiles(test.db);
    expect(await checkFiles(test.db)).toEqual(whole);
    expect(await readdir(path.dirname(half.path))).toEqual([]);
  });
});

describe('two databases in one folder', () => {
  it('have the same bytes each for themselves', async () => {
    const { sha256, id } = await keep('van allebei');
    const other = test.db.files.of('01a22c88-6fad-7a10-87d8-bc248decce4d');
    const taken = await test.db.files.take([Buffer.from('van allebei')]);
    await other.keep(taken);
    await other.remove(sha256);
    expect(String(await readContent(test.db, id))).toBe('van allebei');
    await expect(other.open(sha256).then(buffer)).rejects.toThrow('file-unreachable');
  });
});
