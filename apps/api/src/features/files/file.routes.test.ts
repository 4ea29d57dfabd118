import { beforeAll, describe, expect, it } from 'vitest';
import { checkFiles } from '#api/kit/file-check';
import { clearFiles } from '#api/kit/file-clearing';
import { readContent } from '#api/kit/file-content';
import { keepFile, removeFile } from '#api/kit/files';
import { sql } from '#api/kit/sql';
import { ask, type Client, sendFile, testApp } from '#api/test/build-app';
import { createPerson, type Person } from '#api/test/factories';
import { signInAs, signInNew } from '#api/test/sign-in-as';

const test = testApp();
let person: Person;
let staff: Client;
let colleague: Client;

beforeAll(async () => {
  person = await createPerson(test.db, { role: 'staff' });
  staff = await signInAs(test.app, person);
  colleague = await signInNew(test, 'staff');
});

const send = (content: string | Buffer, name = 'file.csv', client = staff) =>
  sendFile(test.app, client, '/api/files?purpose=import', { name, content });
const kept = async () =>
  (
    await test.db.query<{ files: number; contents: number }>(sql`
    SELECT (SELECT count(*)::int FROM stored_file) AS files, (SELECT count(*)::int FROM file_content WHERE unused_since IS NULL) AS contents`)
  )[0];
const wrong = (code: string) => ({ code: 'invalid-input', errors: [{ pointer: '/file', code }] });

describe('POST /api/files', () => {
  it('keeps a file by what is in it, under its name, with its hash', async () => {
    const { status, body } = await send('Nummer;Naam\n1;Bouw', 'Bedrijven – “nieuw”.csv');
    expect(status).toBe(201);
    expect(body).toMatchObject({ name: 'Bedrijven – “nieuw”.csv', mediaType: 'text/csv', size: 18 });
    expect(body.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('keeps what is handed in twice once', async () => {
    const before = await kept();
    const [one, other] = await Promise.all([send('dezelfde'), send('dezelfde', 'andere naam.csv')]);
    expect(one.body.sha256).toBe(other.body.sha256);
    expect(one.body.id).not.toBe(other.body.id);
    expect(await kept()).toEqual({ files: (before?.files ?? 0) + 2, contents: (before?.contents ?? 0) + 1 });
  });

  it('goes by what is in a file, never by its name', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    expect((await send(png, 'tabel.csv')).body).toMatchObject(wrong('file-type'));
    expect((await send('Dit is geen pdf', 'loonstrook.PDF')).body).toMatchObject(wrong('file-type'));
    expect((await send('%PDF-1.7\n%âãÏÓ\n', 'tabel.xlsx')).body).toMatchObject(wrong('file-type'));
    expect((await send(Buffer.from([0x61, 0x00, 0x62]), 'tabel.csv')).body).toMatchObject(wrong('file-type'));
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Naam;Plaats', 'utf16le')]);
    expect((await send(utf16)).body).toMatchObject({ mediaType: 'text/csv' });
  });

  it('keeps one that has no name', async () => {
    expect(await send('Nummer;Naam', '')).toMatchObject({ status: 201, body: { name: 'file.txt' } });
  });

  it('refuses nothing, an empty file, and one that is too large, and keeps none of them', async () => {
    const before = await kept();
    expect((await ask(test.app, staff, 'POST', '/api/files?purpose=import', {})).body).toMatchObject(wrong('required'));
    expect((await send('')).body).toMatchObject(wrong('required'));
    expect(await send(Buffer.alloc(24 * 1024 * 1024 + 1, 'a'))).toMatchObject({
      status: 413,
      body: { code: 'too-large' },
    });
    expect(await kept()).toEqual(before);
  });

  it('is for who handed it in alone, and for one import', async () => {
    const { id } = (await send('Nummer\n1')).body;
    const start = (client: Client) =>
      ask(test.app, client, 'POST', '/api/imports', { kind: 'organisations', fileId: id });
    expect((await start(colleague)).status).toBe(404);
    const run = await start(staff);
    expect(run.status).toBe(201);
    // Asked again it is the same import, and never another one.
    expect(await start(staff)).toMatchObject({ status: 201, body: { id: run.body.id } });
    const asked = { kind: 'employees', fileId: id };
    expect((await ask(test.app, staff, 'POST', '/api/imports', asked)).status).toBe(404);
  });
});

describe('removing a file', () => {
  it('takes what is in it along with the last that has it, also while it is handed in again', async () => {
    const file = { name: 'x.csv', mediaType: 'text/csv', content: Buffer.from('telkens weer') };
    const keep = () => keepFile(test.db, person.personId, 'import', file);
    let last = await keep();
    for (let round = 0; round < 20; round++) {
      const before = last;
      const [next] = await Promise.all([
        keep(),
        test.db.transaction(null, (tx) => removeFile(tx, before.id)),
        clearFiles(test.db),
      ]);
      last = next;
    }
    const contents = () => test.db.query(sql`SELECT sha256 FROM file_content WHERE sha256 = ${last.sha256}`);
    await clearFiles(test.db);
    expect(await contents()).toHaveLength(1);
    expect(await readContent(test.db, last.id)).toEqual(file.content);
    await test.db.transaction(null, (tx) => removeFile(tx, last.id));
    await clearFiles(test.db);
    expect(await contents()).toHaveLength(0);
    expect(await checkFiles(test.db)).toEqual({ missing: [], wrong: [], left: [] });
  });
});
