import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { longest } from '@konnekt/shared/basics/text-rules';
import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#api/kit/sql';
import { type Client, sendFile, testApp } from '#api/test/build-app';
import { signInNew } from '#api/test/sign-in-as';
import { filesUrlOf } from '#api/test/template-database';

const test = testApp();
let staff: Client;
let port: number;

beforeAll(async () => {
  staff = await signInNew(test, 'staff');
  const address = await test.app.listen({ port: 0, host: '127.0.0.1' });
  port = Number(new URL(address).port);
});

let nth = 0;
const pdf = () => Buffer.from(`%PDF-1.7\n%âãÏÓ\n${++nth}`);
const path = '/api/files?purpose=document';
const kept = () =>
  test.db.query(
    sql`SELECT (SELECT count(*)::int FROM stored_file) AS files, (SELECT count(*)::int FROM file_content) AS contents`,
  );
/** What lies beside what is kept: nothing, whatever became of a request. */
const takenIn = () => readdir(new URL(`${filesUrlOf(new URL(test.url).pathname.slice(1))}/incoming`)).catch(() => []);

/** A request as no browser sends it: the head of a file is written byte by byte, and the connection may be cut. */
function raw(
  headOfPart: Buffer,
  content: Buffer,
  { cutAfter, end = '--' }: { cutAfter?: number; end?: string } = {},
): Promise<string> {
  const boundary = 'grens';
  const body = Buffer.concat([
    Buffer.from(`--${boundary}\r\n`),
    headOfPart,
    Buffer.from('\r\n\r\n'),
    content,
    Buffer.from(end === '' ? '' : `\r\n--${boundary}${end}\r\n`),
  ]);
  const cookie = Object.entries(staff.cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');
  const head = `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncookie: ${cookie}\r\ncontent-type: multipart/form-data; boundary=${boundary}\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n`;
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('error', () => resolve(answer));
    socket.on('close', () => resolve(answer));
    socket.write(head);
    if (cutAfter === undefined) socket.write(body);
    else socket.write(body.subarray(0, cutAfter), () => setTimeout(() => socket.destroy(), 20));
  });
}
const named = (name: string) => Buffer.from(`content-disposition: form-data; name="file"; filename="${name}"`);

describe('what a file is called', () => {
  it.each([
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['..\\..\\windows\\system32\\x.pdf', 'x.pdf'],
    ['C:\\geheim\\loon.pdf', 'loon.pdf'],
    ['/etc/loon.pdf', 'loon.pdf'],
    ['factuur\u202Efdp.exe', 'factuurfdp.exe.pdf'],
    ['loon\u200b\u2066strook.pdf', 'loonstrook.pdf'],
    ['<script>alert(1)<|script>.pdf', '_script_alert(1)__script_.pdf'],
    ['...', 'file.pdf'],
    ['bericht.hta', 'bericht.hta.pdf'],
    ['עברית – “mooi”.pdf', 'עברית – “mooi”.pdf'],
  ])('%j becomes %j', async (name, expected) => {
    const { status, body } = await sendFile(test.app, staff, path, { name, content: pdf() });
    expect([status, body.name]).toEqual([201, expected]);
  });

  it('of three hundred letters keeps its ending, and no half letter', async () => {
    for (const letters of ['a'.repeat(300), '😀'.repeat(150)]) {
      const { body } = await sendFile(test.app, staff, path, { name: `${letters}.pdf`, content: pdf() });
      expect(body.name.length).toBeLessThanOrEqual(longest.fileName);
      expect(body.name.endsWith('.pdf')).toBe(true);
      expect(body.name.isWellFormed()).toBe(true);
    }
  });

  it('with a NUL, of nothing, or of a head that is none is kept safe or refused, never a fault of ours', async () => {
    const heads = [
      named('loon\0strook.pdf'),
      named('\0'),
      named(''),
      named('%00.pdf'),
      Buffer.from([0xff, 0xfe, 0x00, 0x41]),
      Buffer.from('content-disposition: form-data'),
      Buffer.from("content-disposition: attachment; filename*=utf-8''..%2f..%2fx.pdf"),
    ];
    for (const head of heads) {
      const answer = await raw(head, pdf());
      expect(answer, head.toString('latin1')).toMatch(/^HTTP\/1\.1 (201|400) /);
      expect(answer).not.toContain('\\u0000');
    }
    expect(await test.db.query(sql`SELECT name FROM stored_file WHERE name ~ '[/\\\\]' OR name = ''`)).toEqual([]);
  });
});

describe('what is in a file', () => {
  it('is what it is, whatever its name says: pages and drawings with scripts, programs and packed things are refused', async () => {
    const before = await kept();
    for (const content of [
      '<!doctype html><script>alert(1)</script>',
      '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
      '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
      Buffer.from('MZ\u0090\u0000\u0003', 'latin1'),
      Buffer.from('\x7fELF\u0002', 'latin1'),
      Buffer.from('PK\u0005\u0006'.padEnd(22, '\0'), 'latin1'),
      'gewoon tekst',
      Buffer.alloc(1000),
    ]) {
      const { status, body } = await sendFile(test.app, staff, path, { name: 'loon.pdf', content });
      expect([status, body.errors]).toEqual([400, [{ pointer: '/file', code: 'file-type' }]]);
    }
    expect(await kept()).toEqual(before);
    expect(await takenIn()).toEqual([]);
  });
});

it('a request that ends before its file does is refused, and leaves nothing', async () => {
  const before = await kept();
  const content = Buffer.concat([pdf(), Buffer.alloc(100_000, 'x')]);
  expect(await raw(named('half.pdf'), content, { end: '' })).toMatch(/^HTTP\/1\.1 400 /);
  expect(await kept()).toEqual(before);
  expect(await takenIn()).toEqual([]);
});

it('two files in one request are refused, never the one of them kept and the other dropped unseen', async () => {
  const before = await kept();
  for (const [head, size] of [
    [named('twee.pdf'), 10],
    [named('twee.pdf'), 6_000_000],
    [named(''), 0],
    [Buffer.from('content-disposition: form-data; name="nota"'), 3],
  ] as const) {
    const content = Buffer.concat([pdf(), Buffer.from('\r\n--grens\r\n'), head, Buffer.from('\r\n\r\n')]);
    const answer = await raw(named('een.pdf'), Buffer.concat([content, Buffer.alloc(size, 'x')]));
    expect(answer, head.toString()).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('"errors":[{"pointer":"/file","code":"one-file"}]');
  }
  expect(await kept()).toEqual(before);
  expect(await takenIn()).toEqual([]);
});

describe('a connection that is cut', () => {
  it('leaves nothing, wherever that is, and the next file comes through', async () => {
    const before = await kept();
    const content = Buffer.concat([pdf(), Buffer.alloc(400_000, 'x')]);
    for (const cutAfter of [0, 5, 60, 200, 50_000, 399_000]) await raw(named('half.pdf'), content, { cutAfter });
    await expect.poll(kept).toEqual(before);
    await expect.poll(takenIn).toEqual([]);
    expect(await raw(named('heel.pdf'), content)).toMatch(/^HTTP\/1\.1 201 /);
    const [after] = await test.db.query<{ files: number }>(
      sql`SELECT count(*)::int AS files FROM stored_file WHERE name = 'half.pdf'`,
    );
    expect(after?.files).toBe(0);
  });
});
