import { beforeAll, describe, expect, it } from 'vitest';
import { prune } from '#api/features/accounts/prune.repository';
import { sql } from '#api/kit/sql';
import { ask, type Client, sendFile, testApp } from '#api/test/build-app';
import { signInNew } from '#api/test/sign-in-as';

const test = testApp();
let admin: Client;
let colleague: Client;
beforeAll(async () => {
  admin = await signInNew(test, 'admin');
  colleague = await signInNew(test, 'admin');
});

const handIn = (content: string | Buffer, name = 'logo.png', client = admin) =>
  sendFile(test.app, client, '/api/files?purpose=logo', { name, content });
const save = async (logoFileId: string | null) => {
  const { body } = await ask(test.app, admin, 'GET', '/api/settings');
  return ask(test.app, admin, 'PUT', '/api/settings', { ...body, logoFileId });
};
const shown = (id: string) => test.app.inject({ url: `/api/agency/logo/${id}` });
const wrong = (code: string, pointer = '/file') => ({
  code: 'invalid-input',
  errors: [{ pointer, code, ...(code === 'picture-too-large' && { values: { most: 4096 } }) }],
});
const drawing = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`;

/** The head of a PNG says how large it is; browsers unpack it, we do not. */
function png(width: number, height: number): Buffer {
  const picture = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  picture.writeUInt32BE(width, 16);
  picture.writeUInt32BE(height, 20);
  return picture;
}
const webp = Buffer.from('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA', 'base64');
const jpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
  'base64',
);

describe('a logo', () => {
  it('is seen by everybody once it is saved, as the picture that it is and nothing else', async () => {
    const { body: file } = await handIn(png(40, 20));
    expect((await shown(file.id)).statusCode).toBe(404);
    expect((await save(file.id)).body.logoFileId).toBe(file.id);
    expect((await ask(test.app, undefined, 'GET', '/api/agency')).body.logoFileId).toBe(file.id);
    const picture = await shown(file.id);
    expect(picture.rawPayload.equals(png(40, 20))).toBe(true);
    expect(picture.headers).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });

  it('is a PNG, JPEG, WebP or SVG by what is in it, whatever it is called', async () => {
    expect((await handIn(jpeg, 'logo.png')).body).toMatchObject({ mediaType: 'image/jpeg' });
    expect((await handIn(webp, 'logo.png')).body).toMatchObject({ mediaType: 'image/webp' });
    expect((await handIn(drawing('<path d="M0 0"/>'), 'logo.png')).body).toMatchObject({ mediaType: 'image/svg+xml' });
    for (const other of [
      'Nummer;Naam',
      '%PDF-1.7\n%âãÏÓ\n',
      'GIF89a',
      '<html><svg></svg></html>',
      png(1, 1).subarray(0, 12),
    ])
      expect((await handIn(other)).body).toMatchObject(wrong('file-type'));
    expect((await handIn(drawing('<g>'))).body).toMatchObject(wrong('file-type'));
    expect((await handIn(Buffer.concat([png(1, 1), Buffer.alloc(300_000)]))).status).toBe(413);
  });

  it('that would be gigabytes once it is unpacked is refused', async () => {
    expect((await handIn(png(4096, 4096))).status).toBe(201);
    expect((await handIn(png(4097, 10))).body).toMatchObject(wrong('picture-too-large'));
    expect((await handIn(png(10, 2_000_000_000))).body).toMatchObject(wrong('picture-too-large'));
    expect((await handIn(png(0, 10))).body).toMatchObject(wrong('file-type'));
  });

  it('that is a drawing is served without what could run or be fetched', async () => {
    const { body: file } = await handIn(
      drawing('<script>alert(1)</script><path d="M0 0h1" onload="alert(1)"/><image href="https://x.example/a.png"/>'),
    );
    await save(file.id);
    const picture = await shown(file.id);
    expect(picture.body).toBe(drawing('<path d="M0 0h1"></path>'));
    expect(picture.headers['content-type']).toBe('image/svg+xml');
  });

  it('is one that was handed in by whoever saves it, as a logo', async () => {
    const foreign = (await handIn(png(1, 1), 'logo.png', colleague)).body.id;
    const table = await sendFile(test.app, admin, '/api/files?purpose=import', { name: 'a.csv', content: 'Naam' });
    for (const id of [foreign, table.body.id, '019ad0c4-0000-7000-8000-000000000000'])
      expect((await save(id)).body).toMatchObject(wrong('unknown', '/logoFileId'));
  });

  it('takes the one before it away, also when there is none any more; the log says so without the picture', async () => {
    const files = () =>
      test.db.query<{ id: string }>(sql`SELECT f.id FROM stored_file f JOIN agency a ON a.logo_file_id = f.id`);
    const [one, other] = [(await handIn(png(2, 2))).body.id, (await handIn(png(3, 3))).body.id];
    await save(one);
    await save(other);
    expect(await files()).toEqual([{ id: other }]);
    expect((await shown(one)).statusCode).toBe(404);
    expect((await save(one)).body).toMatchObject(wrong('unknown', '/logoFileId'));
    await save(null);
    expect((await shown(other)).statusCode).toBe(404);
    const { items } = (await ask(test.app, admin, 'GET', '/api/records/agency/history')).body;
    expect(items[0].changes).toEqual([{ field: 'logo_file_id', before: other, after: null }]);
  });

  it('that never came into use goes after a day', async () => {
    const [used, unused] = [(await handIn(png(4, 4))).body.id, (await handIn(png(5, 5))).body.id];
    await save(used);
    await test.db.query(sql`UPDATE stored_file SET created_at = now() - interval '2 days'`);
    await prune(test.db);
    const left = await test.db.query<{ id: string }>(
      sql`SELECT id FROM stored_file WHERE id = ANY(${[used, unused]}::uuid[])`,
    );
    expect(left).toEqual([{ id: used }]);
  });
});
