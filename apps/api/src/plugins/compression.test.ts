import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Client, testApp } from '#api/test/build-app';
import { createOrganisation } from '#api/test/factories';
import { signInNew } from '#api/test/sign-in-as';

const test = testApp();
let staff: Client;
beforeAll(async () => {
  staff = await signInNew(test, 'staff');
  for (let n = 0; n < 30; n++) await createOrganisation(test.db);
});

const get = (url: string, encodings?: string) =>
  test.app.inject({ url, cookies: staff.cookies, headers: encodings ? { 'accept-encoding': encodings } : {} });

describe('what is sent', () => {
  it('is compressed from 1 kB, in the quickest way that a browser takes', async () => {
    const plain = await get('/api/office/organisations');
    const zstd = await get('/api/office/organisations', 'gzip, deflate, br, zstd');
    const gzip = await get('/api/office/organisations', 'gzip, deflate');
    expect([plain, zstd, gzip].map(({ headers }) => headers['content-encoding'])).toEqual([undefined, 'zstd', 'gzip']);
    expect(zstdDecompressSync(zstd.rawPayload).toString()).toBe(plain.body);
    expect(gunzipSync(gzip.rawPayload).toString()).toBe(plain.body);
    expect(zstd.rawPayload.length).toBeLessThan(plain.rawPayload.length / 3);
    expect(zstd.headers.vary).toContain('accept-encoding');
  });

  it('stays as it is where it is small', async () => {
    expect((await get('/api/health', 'br, zstd')).headers['content-encoding']).toBeUndefined();
  });

  it('is compressed where it is a problem or a file of lines, never a workbook', async () => {
    const items = Array.from({ length: 60 }, () => ({ id: 1 }));
    const wrong = await test.app.inject({
      ...{ method: 'POST', url: '/api/worksheets/refuse', payload: { items, reason: 'x' } },
      ...{ cookies: staff.cookies, headers: { 'accept-encoding': 'zstd' } },
    });
    expect([wrong.statusCode, wrong.headers['content-encoding']]).toEqual([400, 'zstd']);
    const csv = await get('/api/exports/organisations?format=csv', 'zstd');
    const xlsx = await get('/api/exports/organisations?format=xlsx', 'zstd');
    expect([csv, xlsx].map(({ headers }) => headers['content-encoding'])).toEqual(['zstd', undefined]);
  });

  it('is never unpacked on the way in', async () => {
    const { statusCode } = await test.app.inject({
      ...{ method: 'POST', url: '/api/auth/login', payload: Buffer.from('packed') },
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
    });
    expect(statusCode).toBe(400);
  });
});
