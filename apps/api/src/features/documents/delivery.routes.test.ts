import { crc32, deflateRawSync } from 'node:zlib';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#api/kit/database';
import { sql } from '#api/kit/sql';
import { ask, type Client, sendFile, testApp } from '#api/test/build-app';
import { createPerson, type Person } from '#api/test/factories';
import { zip } from '#api/test/packed';
import { signInAs, signInNew } from '#api/test/sign-in-as';

const test = testApp();
let staff: Client;
let colleague: Client;
let anna: Person;
let bert: Person;

beforeAll(async () => {
  const { db } = test;
  staff = await signInNew(test, 'staff');
  colleague = await signInNew(test, 'staff');
  anna = await createPerson(db);
  bert = await createPerson(db);
  await number(anna, '1042');
  await number(bert, 'KB-7');
});
beforeEach(() => test.db.query(sql`DELETE FROM document_delivery`));

const number = (person: Person, personnelNumber: string) =>
  test.db.query(
    sql`UPDATE employee SET personnel_number = ${personnelNumber} WHERE person_id = ${person.personId}::uuid`,
  );
let nth = 0;
const pdf = () => `%PDF-1.7\n%âãÏÓ\nloon ${++nth}`;
const hand = async (name: string, content: string | Buffer = pdf(), purpose = 'document') =>
  (await sendFile(test.app, staff, `/api/files?purpose=${purpose}`, { name, content })).body;
const check = (fileIds: string[], who = staff, id = newId(), more: object = {}) =>
  ask(test.app, who, 'POST', '/api/document-deliveries', {
    id,
    name: 'Loonstrook week 47',
    category: 'payslip',
    fileIds,
    ...more,
  });
const apply = (id: string, total: number, who = staff) =>
  ask(test.app, who, 'POST', `/api/document-deliveries/${id}/apply`, { total });
const said = (body: { items: { fileName: string; problem: string | null }[] }) =>
  Object.fromEntries(body.items.map(({ fileName, problem }) => [fileName, problem]));
const documentsOf = async (person: Person) =>
  (await ask(test.app, await signInAs(test.app, person), 'GET', '/api/documents')).body.items;

describe('many payslips at once', () => {
  it('are shown first, each with whose it is, then put there exactly so, and told of', async () => {
    const before = (await documentsOf(anna)).length;
    const packed = await hand(
      'w47.zip',
      await zip({ 'map/strook_1042.pdf': pdf(), 'KB-7.pdf': pdf(), '__MACOSX/._KB-7.pdf': 'x', '.DS_Store': 'x' }),
      'document-zip',
    );
    const { status, body } = await check([packed.id]);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      total: 2,
      appliedAt: null,
      items: [
        { fileName: 'KB-7.pdf', personnelNumber: 'KB-7', personName: bert.name, problem: null },
        { fileName: 'strook_1042.pdf', personnelNumber: '1042', personName: anna.name, problem: null },
      ],
    });
    expect(await documentsOf(anna)).toHaveLength(before);
    expect((await apply(body.id, 2)).body).toMatchObject({ appliedAt: expect.any(String), total: 2 });
    const [slip] = await documentsOf(anna);
    expect(slip).toMatchObject({
      name: 'Loonstrook week 47',
      category: 'payslip',
      isNew: true,
      file: { name: 'strook_1042.pdf' },
    });
    const bytes = await ask(
      test.app,
      await signInAs(test.app, bert),
      'GET',
      `/api/documents/${slip.id}/versions/1/file`,
    );
    expect(bytes.status).toBe(404);
    const notices = (await ask(test.app, await signInAs(test.app, bert), 'GET', '/api/notices')).body.items;
    expect(notices).toMatchObject([{ kind: 'document', title: 'Loonstrook week 47' }]);
    // Sent again, also twice at once, it is what was put there.
    await Promise.all([apply(body.id, 2), apply(body.id, 2)]);
    expect(await documentsOf(anna)).toHaveLength(before + 1);
    // The ZIP is of no use any more.
    expect(await test.db.query(sql`SELECT FROM stored_file WHERE id = ${packed.id}::uuid`)).toEqual([]);
  });

  it('name what nobody’s is, twice somebody’s, of several, of another kind, and what is there already', async () => {
    const same = pdf();
    const first = await check([(await hand('1042.pdf', same)).id]);
    await apply(first.body.id, 1);
    const names = ['onbekend.pdf', '1042 KB-7.pdf', '9999.pdf'];
    const ids = await Promise.all(names.map(async (name) => (await hand(name)).id));
    const { body } = await check([...ids, (await hand('opnieuw 1042.pdf', same)).id]);
    expect(said(body)).toEqual({
      'onbekend.pdf': 'unknown',
      '1042 KB-7.pdf': 'ambiguous',
      '9999.pdf': 'unknown',
      'opnieuw 1042.pdf': 'already-there',
    });
    expect(body.total).toBe(0);
    const twice = await check([(await hand('1042-a.pdf')).id, (await hand('1042-b.pdf')).id]);
    expect(said(twice.body)).toEqual({ '1042-a.pdf': 'twice', '1042-b.pdf': 'twice' });
    const bytes = pdf();
    const shared = await check([(await hand('1042.pdf', bytes)).id, (await hand('KB-7.pdf', bytes)).id]);
    expect(said(shared.body)).toEqual({ '1042.pdf': 'same-file', 'KB-7.pdf': 'same-file' });
    const odd = await hand(
      'x.zip',
      await zip({ '1042.pdf': '<html><script>1</script></html>', 'KB-7.pdf': pdf() }),
      'document-zip',
    );
    const { body: mixed } = await check([odd.id]);
    expect([said(mixed), mixed.total]).toEqual([{ '1042.pdf': 'file-type', 'KB-7.pdf': null }, 1]);
  });

  it('are put there as they were seen or not at all: not when a number is somebody else’s by now', async () => {
    const { body } = await check([(await hand('1042.pdf')).id]);
    expect((await apply(body.id, 2)).body.code).toBe('receivers-changed');
    await number(anna, '1043');
    const before = (await documentsOf(anna)).length;
    expect((await apply(body.id, 1)).body.code).toBe('receivers-changed');
    expect(await documentsOf(anna)).toHaveLength(before);
    await number(anna, '1042');
    expect((await apply(body.id, 1)).status).toBe(200);
  });

  it('are each person’s once, also where several who saw them put them there at the same moment', async () => {
    const slips = [pdf(), pdf()];
    const hands = async () => [(await hand('1042.pdf', slips[0])).id, (await hand('KB-7.pdf', slips[1])).id];
    const shared = await hands();
    const seen = await Promise.all([check(shared), check(shared), check(await hands()), check(await hands())]);
    const before = (await documentsOf(anna)).length;
    const taken = await Promise.all(seen.map(({ body }) => apply(body.id, 2)));
    expect(taken.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409]);
    expect(await documentsOf(anna)).toHaveLength(before + 1);
  });

  it('or one of them alone is put there, where both are asked for at the same moment', async () => {
    const fileId = (await hand('1042.pdf')).id;
    const { body: seen } = await check([fileId]);
    const alone = { id: newId(), name: 'Los', category: 'other', personId: anna.personId, fileId };
    const [many, one] = await Promise.all([apply(seen.id, 1), ask(test.app, staff, 'POST', '/api/documents', alone)]);
    expect([
      [200, 400],
      [409, 201],
    ]).toContainEqual([many.status, one.status]);
  });

  it('are seen once under an id, also where they are asked for twice at the same moment', async () => {
    const [packed, id] = [await hand('w48.zip', await zip({ '1042.pdf': pdf() }), 'document-zip'), newId()];
    const seen = await Promise.all([check([packed.id], staff, id), check([packed.id], staff, id)]);
    expect(seen).toMatchObject([
      { status: 201, body: { id, total: 1 } },
      { status: 201, body: { id, total: 1 } },
    ]);
  });

  it('are refused when they are sent again as something else: what was amended is not lost unseen', async () => {
    const packed = (await hand('w49.zip', await zip({ '1042.pdf': pdf() }), 'document-zip')).id;
    const [loose, other, id] = [(await hand('KB-7.pdf')).id, (await hand('9.pdf')).id, newId()];
    const seen = await check([packed, loose], staff, id);
    expect(seen).toMatchObject({ status: 201, body: { total: 2 } });
    expect(await check([loose, packed], staff, id, { name: ' Loonstrook  week 47 ' })).toMatchObject({
      status: 201,
      body: seen.body,
    });
    const amended = [
      check([packed, loose], staff, id, { name: 'Loonstrook week 48' }),
      check([packed, loose], staff, id, { category: 'annual-statement' }),
      check([packed], staff, id),
      check([packed, other], staff, id),
      check([packed, loose, other], staff, id),
    ];
    for (const { status, body } of await Promise.all(amended))
      expect([status, body.errors]).toEqual([400, [{ pointer: '/id', code: 'already-sent' }]]);
    expect((await apply(id, 2)).status).toBe(200);
    expect((await check([packed, loose], staff, id)).body).toMatchObject({ appliedAt: expect.any(String), total: 2 });
    expect((await apply(id, 1)).body.errors).toEqual([{ pointer: '/total', code: 'already-sent' }]);
  });

  it('are files of who handed them in: a colleague who names one of what was not put there yet finds none', async () => {
    const packed = await hand('w50.zip', await zip({ '1042.pdf': pdf(), 'KB-7.pdf': pdf() }), 'document-zip');
    const { body } = await check([packed.id]);
    const files = await test.db.query<{ id: string }>(
      sql`SELECT file_id AS id FROM document_delivery_item WHERE delivery_id = ${body.id}::uuid`,
    );
    const message = { title: 'Loon', body: 'Hierbij', personId: anna.personId };
    const [document, person] = [{ name: 'Loon', category: 'payslip' }, { personId: bert.personId }];
    const mine = { id: newId(), name: 'Van mij', category: 'other', ...person };
    const own = await sendFile(test.app, colleague, '/api/files?purpose=document', { name: 'x.pdf', content: pdf() });
    await ask(test.app, colleague, 'POST', '/api/documents', { ...mine, fileId: own.body.id });
    for (const { id: fileId } of files) {
      const gone = (pointer: string) => ({ status: 400, body: { errors: [{ pointer, code: 'file-gone' }] } });
      const asks = (path: string, asked: object) => ask(test.app, colleague, 'POST', path, { id: newId(), ...asked });
      expect(await asks('/api/documents', { ...document, ...person, fileId })).toMatchObject(gone('/fileId'));
      expect(await asks(`/api/documents/${mine.id}/versions`, { version: 1, fileId })).toMatchObject(gone('/fileId'));
      expect(await asks('/api/messages', { ...message, fileIds: [fileId] })).toMatchObject(gone('/fileIds/0'));
      expect(await asks('/api/document-deliveries', { ...document, fileIds: [fileId] })).toMatchObject(
        gone('/fileIds/0'),
      );
      // Of its own as well: what was handed in for documents goes along with no message.
      expect(
        await ask(test.app, staff, 'POST', '/api/messages', { id: newId(), ...message, fileIds: [fileId] }),
      ).toMatchObject(gone('/fileIds/0'));
    }
    expect((await apply(body.id, 2)).status).toBe(200);
  });

  it('come of one’s own files, once under an id', async () => {
    const { id } = await hand('1042.pdf');
    expect((await check([id], colleague)).body.errors).toEqual([{ pointer: '/fileIds/0', code: 'file-gone' }]);
    const name = newId();
    const [one, other] = await Promise.all([check([id], staff, name), check([id], staff, name)]);
    expect([one.status, other.status].filter((status) => status === 201).length).toBeGreaterThan(0);
    expect((await check([id], staff, name)).body.id).toBe(name);
    expect((await check([id], colleague, name)).body.errors).toEqual([{ pointer: '/id', code: 'duplicate' }]);
  });
});

describe('a ZIP', () => {
  const leftBehind = () => test.db.query(sql`SELECT count(*)::int AS n FROM stored_file WHERE purpose = 'document'`);

  it('that would become far more than it is, is refused before it is unpacked, and nothing stays behind', async () => {
    const bomb = await hand('bomb.zip', await zip({ '1042.pdf': Buffer.alloc(20 * 1024 * 1024) }), 'document-zip');
    const before = await leftBehind();
    expect(await check([bomb.id])).toMatchObject({ status: 413, body: { code: 'too-large' } });
    expect(await leftBehind()).toEqual(before);
  });

  it('that lies about what is in it is refused while it is unpacked', async () => {
    const content = Buffer.alloc(3 * 1024 * 1024, 'x');
    const liar = await hand('liar.zip', lyingZip('1042.pdf', content, { saidSize: 100 }), 'document-zip');
    const before = await leftBehind();
    expect((await check([liar.id])).body.errors).toEqual([{ pointer: '/fileIds/0', code: 'file-type' }]);
    expect(await leftBehind()).toEqual(before);
  });

  it('whose bytes changed on the way is refused: a wage would be another one', async () => {
    const damaged = await zip({ '1042.pdf': pdf() });
    const at = damaged.lastIndexOf(Buffer.from('PK\u0001\u0002', 'latin1')) + 16;
    damaged.writeUInt32LE((damaged.readUInt32LE(at) ^ 1) >>> 0, at);
    const { id } = await hand('beschadigd.zip', damaged, 'document-zip');
    const before = await leftBehind();
    expect((await check([id])).body.errors).toEqual([{ pointer: '/fileIds/0', code: 'file-type' }]);
    expect(await leftBehind()).toEqual(before);
  });

  it('with odd names in it is taken without those: each is named, and leads nowhere', async () => {
    const odd = {
      '../../1042.pdf': '1042.pdf',
      '/etc/cron.d/1042.pdf': '1042.pdf',
      'C:\\Windows\\1042.pdf': '1042.pdf',
      'map/../1042.pdf': '1042.pdf',
      '1042\0.pdf': '1042 .pdf',
      '\u200f1042.pdf': '1042.pdf',
      '1042\u202efdp.exe': '1042fdp.exe',
      [`1042 ${'a'.repeat(300)}.pdf`]: `1042 ${'a'.repeat(191)}.pdf`,
      '.1042.pdf': '1042.pdf',
    };
    const nothing = { 'map/': '', '__MACOSX/map/._KB-7.pdf': 'x', 'map/.DS_Store': 'x', 'map/Thumbs.db': 'x' };
    const bytes = Object.fromEntries(Object.keys(odd).map((name) => [name, pdf()]));
    const packed = await zip({ ...bytes, ...nothing, 'map/1042.pdf': pdf(), 'KB-7é.pdf': 'x', 'KB-7 é.pdf': pdf() });
    const { status, body } = await check([(await hand('gek.zip', packed, 'document-zip')).id]);
    expect([status, body.total]).toEqual([201, 2]);
    const seen = body.items.filter(({ problem }: { problem: string | null }) => problem === 'file-name');
    const names = (items: { fileName: string }[]) => items.map(({ fileName }) => fileName).toSorted();
    expect(names(seen)).toEqual(Object.values(odd).toSorted());
    expect(names(body.items.filter(({ problem }: { problem: string | null }) => !problem))).toEqual([
      '1042.pdf',
      'KB-7 é.pdf',
    ]);
    for (const { folder, personnelNumber } of seen) {
      expect(folder ?? '').not.toMatch(/\.\.|^\/|\\|\0/);
      expect(personnelNumber).toBeNull();
    }
    expect((await apply(body.id, 2)).status).toBe(200);
  });

  it('whose names are said to be UTF-8 and are not names them so, and takes what macOS does not say', async () => {
    const latin = Buffer.concat([Buffer.from('1042 '), Buffer.from([0xe9]), Buffer.from('.pdf')]);
    const bad = lyingZip(latin, Buffer.from(pdf()), { flags: 0x800 });
    const { body } = await check([(await hand('gek.zip', bad, 'document-zip')).id]);
    expect(body).toMatchObject({ total: 0, items: [{ fileName: '1042 \ufffd.pdf', problem: 'file-name' }] });
    const mac = lyingZip('1042 Zoë.pdf', Buffer.from(pdf()));
    const { body: taken } = await check([(await hand('mac.zip', mac, 'document-zip')).id]);
    expect(taken).toMatchObject({ total: 1, items: [{ fileName: '1042 Zoë.pdf', problem: null }] });
  });

  it('with the same name in two folders shows both with their folder, and that it is twice somebody’s', async () => {
    const names = ['a/1042.pdf', 'b/1042.pdf', 'a/1/2/KB-7.pdf', 'a/onbekend.pdf', 'b/onbekend.pdf'];
    const packed = await zip(Object.fromEntries(names.map((name) => [name, pdf()])));
    const { body } = await check([(await hand('mappen.zip', packed, 'document-zip')).id]);
    expect(body.items).toMatchObject([
      { fileName: '1042.pdf', folder: 'a', personName: anna.name, problem: 'twice' },
      { fileName: '1042.pdf', folder: 'b', personName: anna.name, problem: 'twice' },
      { fileName: 'onbekend.pdf', folder: 'a', problem: 'unknown' },
      { fileName: 'onbekend.pdf', folder: 'b', problem: 'unknown' },
      { fileName: 'KB-7.pdf', folder: 'a/1/2', problem: null },
    ]);
    const one = (await hand('een.zip', await zip({ '1042.pdf': pdf() }), 'document-zip')).id;
    const other = (await hand('twee.zip', await zip({ 'x/1042.pdf': pdf() }), 'document-zip')).id;
    const loose = (await hand('1042.pdf')).id;
    expect((await check([one, other, loose])).body.items).toMatchObject([
      { fileName: '1042.pdf', folder: null, problem: 'twice' },
      { fileName: '1042.pdf', folder: 'een.zip', problem: 'twice' },
      { fileName: '1042.pdf', folder: 'twee.zip/x', problem: 'twice' },
    ]);
  });

  it('that is cut off, or of nothing is refused', async () => {
    const good = await zip({ '1042.pdf': pdf() });
    for (const [name, content, code] of [
      ['half.zip', good.subarray(0, good.length - 30), 'file-type'],
      ['leeg.zip', await zip({}), 'required'],
    ] as const) {
      const { id } = await hand(name, content, 'document-zip');
      if (!id) continue; // not even known as a ZIP
      expect((await check([id])).body.errors, name).toEqual([{ pointer: '/fileIds/0', code }]);
    }
  });

  it('that cannot be read is named, wherever among several it is', async () => {
    const cut = lyingZip('1042.pdf', Buffer.alloc(3 * 1024 * 1024, 'x'), { saidSize: 100 });
    const good = async (name: string) => (await hand(name, await zip({ 'KB-7.pdf': pdf() }), 'document-zip')).id;
    const ids = [await good('a.zip'), (await hand('b.zip', cut, 'document-zip')).id, await good('c.zip')];
    expect((await check(ids)).body.errors).toEqual([{ pointer: '/fileIds/1', code: 'file-type' }]);
    expect((await check(ids.toReversed())).body.errors).toEqual([{ pointer: '/fileIds/1', code: 'file-type' }]);
    expect((await check([...ids.slice(1), ...ids.slice(0, 1)])).body.errors).toMatchObject([{ pointer: '/fileIds/0' }]);
  });
});

it('sizes are the agency’s to set', async () => {
  const admin = await signInNew(test, 'admin');
  const { body } = await ask(test.app, admin, 'GET', '/api/settings/documents');
  expect(body).toMatchObject({ documentMegabytes: 25, zipMegabytes: 100 });
  const set = (documentMegabytes: number, version: number) =>
    ask(test.app, admin, 'PUT', '/api/settings/documents', { documentMegabytes, zipMegabytes: 100, version });
  expect((await set(51, body.version)).status).toBe(400);
  const { body: saved } = await set(1, body.version);
  const large = Buffer.concat([Buffer.from(pdf()), Buffer.alloc(1024 * 1024)]);
  expect(await hand('groot.pdf', large)).toMatchObject({ code: 'too-large' });
  await set(25, saved.version);
  expect(await hand('groot.pdf', large)).toMatchObject({ name: 'groot.pdf' });
});

/** A ZIP of one file that says of it what it is not. */
function lyingZip(name: string | Buffer, content: Buffer, { saidSize = content.length, flags = 0 } = {}): Buffer {
  const packed = deflateRawSync(content);
  const head = (signature: number, before: number[], after: number[]) => {
    const fields: [number, number][] = [
      [signature, 4],
      ...before.map((value): [number, number] => [value, 2]),
      ...[20, flags, 8, 0, 0x21].map((value): [number, number] => [value, 2]),
      [crc32(content), 4],
      [packed.length, 4],
      [saidSize, 4],
      [Buffer.byteLength(name), 2],
      [0, 2],
      ...after.map((value, index): [number, number] => [value, index >= 3 ? 4 : 2]),
    ];
    const out = Buffer.alloc(fields.reduce((sum, [, size]) => sum + size, 0));
    let at = 0;
    for (const [value, size] of fields) at = out.writeUIntLE(value, at, size);
    return Buffer.concat([out, typeof name === 'string' ? Buffer.from(name) : name]);
  };
  const local = Buffer.concat([head(0x04034b50, [], []), packed]);
  const central = head(0x02014b50, [20], [0, 0, 0, 0, 0]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}
