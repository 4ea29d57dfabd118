import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#api/kit/database';
import { checkFiles } from '#api/kit/file-check';
import { clearFiles } from '#api/kit/file-clearing';
import { sql } from '#api/kit/sql';
import { ask, askFile, type Client, sendFile, testApp } from '#api/test/build-app';
import { createOrganisation, createPerson, createPlacement, createSupervisor, type Person } from '#api/test/factories';
import { signInAs, signInNew, signInSupervisor } from '#api/test/sign-in-as';

const test = testApp({ logLevel: 'error' });
let person: Person;
let employee: Client;
let stranger: Client;
let supervisor: Client;
let staff: Client;
let colleague: Client;
let organisationId: string;

beforeAll(async () => {
  const { db, app } = test;
  organisationId = await createOrganisation(db);
  person = await createPerson(db);
  await createPlacement(db, person, organisationId);
  employee = await signInAs(app, person);
  stranger = await signInNew(test, 'employee');
  supervisor = await signInSupervisor(test, organisationId);
  staff = await signInNew(test, 'staff');
  colleague = await signInNew(test, 'staff');
});

let nth = 0;
const pdf = (words = `inhoud ${++nth}`) => `%PDF-1.7\n%âãÏÓ\n${words}`;
const hand = async (content: string | Buffer = pdf(), name = 'contract.pdf', who = staff) =>
  (await sendFile(test.app, who, '/api/files?purpose=document', { name, content })).body;
const get = (who: Client, path = '') => ask(test.app, who, 'GET', `/api/documents${path}`);
const post = (who: Client, path: string, body: object) => ask(test.app, who, 'POST', `/api/documents${path}`, body);
const put = async (more: object = {}, who = staff) =>
  post(who, '', { id: newId(), name: 'Contract', category: 'contract', fileId: (await hand()).id, ...more });
const counts = async (who: Client) => (await get(who, '/counts')).body;
const open = (who: Client, id: string, number = 1) => post(who, `/${id}/open`, { number });
const file = (who: Client, id: string, number = 1) =>
  askFile(test.app, who, `/api/documents/${id}/versions/${number}/file`);
const wrong = (pointer: string, code: string) => ({ status: 400, body: { errors: [{ pointer, code }] } });

describe('putting a document there', () => {
  it('shows it to whom it is for, new until they have opened it, and to nobody else', async () => {
    const { status, body } = await put({ name: 'Loonstrook 47', category: 'payslip', personId: person.personId });
    expect(status).toBe(201);
    expect(body).toMatchObject({ number: 1, readers: 1, isToBeRead: false, isNew: false, opened: 0 });
    expect(await counts(employee)).toEqual({ unread: 1, toConfirm: 0 });
    expect((await get(employee, '?view=new')).body.items).toMatchObject([
      { id: body.id, isNew: true, opened: null, confirmed: null },
    ]);
    for (const who of [stranger, supervisor]) {
      expect((await get(who)).body).toMatchObject({ items: [], total: 0 });
      expect((await get(who, '?q=loonstrook')).body.total).toBe(0);
      expect([(await get(who, `/${body.id}`)).status, (await file(who, body.id)).statusCode]).toEqual([404, 404]);
      expect([(await open(who, body.id)).status, await counts(who)]).toEqual([404, { unread: 0, toConfirm: 0 }]);
    }
    expect((await open(employee, body.id)).body).toMatchObject({ isNew: false, openedAt: expect.any(String) });
    expect(await counts(employee)).toEqual({ unread: 0, toConfirm: 0 });
    expect((await get(staff, `/${body.id}`)).body).toMatchObject({ opened: 1, versions: [{ number: 1, opened: 1 }] });
    // Who put it there has not read it for them.
    expect((await open(staff, body.id)).body).toMatchObject({ opened: 1 });
  });

  it('is there once, however often it is sent; an id of somebody else is none of theirs', async () => {
    const asked = { id: newId(), fileId: (await hand()).id, personId: person.personId };
    const sent = await Promise.all([put(asked), put(asked)]);
    expect([...sent, await put(asked)].map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(await put(asked, colleague)).toMatchObject(wrong('/id', 'duplicate'));
  });

  it('is refused when it is sent again as something else: what was amended is not lost unseen', async () => {
    const asked = { id: newId(), fileId: (await hand()).id, personId: person.personId, validFrom: '2026-11-20' };
    expect((await put(asked)).status).toBe(201);
    expect((await put({ ...asked, name: ' Contract ' })).status).toBe(201);
    for (const amended of [
      { name: 'Ander contract' },
      { category: 'other' },
      { language: 'nl' },
      { personId: null, role: 'employee' },
      { personId: null },
      { validFrom: null },
      { asksConfirmation: true },
      { fileId: (await hand()).id },
    ])
      expect(await put({ ...asked, ...amended }), JSON.stringify(amended)).toMatchObject(wrong('/id', 'already-sent'));
  });

  it('wants one person for what tells of wages, and nobody besides one person', async () => {
    expect(await put({ category: 'payslip' })).toMatchObject(wrong('/personId', 'required'));
    expect(await put({ category: 'annual-statement', role: 'employee' })).toMatchObject(wrong('/personId', 'required'));
    expect(await put({ personId: person.personId, role: 'employee' })).toMatchObject(
      wrong('/personId', 'not-together'),
    );
    expect(await put({ personId: newId() })).toMatchObject(wrong('/personId', 'unknown'));
    const client = await createSupervisor(test.db, organisationId);
    expect(await put({ category: 'payslip', personId: client.personId })).toMatchObject(
      wrong('/personId', 'no-employee'),
    );
    expect(await put({ organisationId: newId() })).toMatchObject(wrong('/organisationId', 'unknown'));
    expect(await put({ validFrom: '2026-12-02', validUntil: '2026-12-01' })).toMatchObject(
      wrong('/validUntil', 'before-start'),
    );
    expect(await put({ name: ' \u200b ' })).toMatchObject({ status: 400 });
    await expect(
      test.db.query(sql`INSERT INTO document (id, name, category) VALUES (uuid_v7(), 'x', 'payslip')`),
    ).rejects.toThrow('document_of_wages_is_of_one_person');
  });

  it('takes a file once, only one’s own, and by what is in it', async () => {
    const { id } = await hand();
    expect((await put({ fileId: id })).status).toBe(201);
    for (const fileId of [id, newId(), (await hand(pdf(), 'x.pdf', colleague)).id])
      expect(await put({ fileId })).toMatchObject(wrong('/fileId', 'file-gone'));
    for (const content of [
      '<html><script>alert(1)</script></html>',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
      'MZ\u0090\u0000',
    ])
      expect(await hand(content, 'contract.pdf')).toMatchObject({ errors: [{ pointer: '/file', code: 'file-type' }] });
    expect(
      (await sendFile(test.app, employee, '/api/files?purpose=document', { name: 'x.pdf', content: pdf() })).status,
    ).toBe(403);
  });

  it('takes a file once, also where several take it at the same moment', async () => {
    const fileId = (await hand()).id;
    const taken = await Promise.all(Array.from({ length: 8 }, () => put({ fileId })));
    expect(taken.map(({ status }) => status).toSorted()).toEqual([201, ...Array(7).fill(400)]);
  });

  it('gives it out to keep, and never to run', async () => {
    const { body } = await put({ fileId: (await hand(pdf('bytes'), 'Contract – “2026”.pdf')).id });
    const { headers } = await ask(test.app, employee, 'GET', `/api/documents/${body.id}/versions/1/file`);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    });
    expect(headers['content-disposition']).toMatch(/^attachment; .*filename\*=UTF-8''Contract/);
    expect((await file(employee, body.id)).body).toContain('bytes');
  });
});

describe('versions', () => {
  it('replace what readers see, are new to them again, and stay for the office', async () => {
    const { body: first } = await put({
      role: 'employee',
      asksConfirmation: true,
      fileId: (await hand(pdf('één'))).id,
    });
    const { id } = first;
    await open(employee, id);
    const confirm = (number: number, sha256: string, who = employee) => post(who, `/${id}/confirm`, { number, sha256 });
    expect((await confirm(1, first.file.sha256)).body).toMatchObject({ confirmedAt: expect.any(String) });

    const second = await post(staff, `/${id}/versions`, {
      version: first.version,
      fileId: (await hand(pdf('twee'))).id,
    });
    expect(second).toMatchObject({ status: 201, body: { number: 2, opened: 0, confirmed: 0 } });
    expect(second.body.versions).toMatchObject([
      { number: 2, opened: 0, confirmed: 0 },
      { number: 1, opened: 1, confirmed: 1 },
    ]);
    expect((await get(employee, `/${id}`)).body).toMatchObject({
      number: 2,
      isNew: true,
      confirmedAt: null,
      versions: [],
    });
    expect([(await file(employee, id, 1)).statusCode, (await file(staff, id, 1)).statusCode]).toEqual([404, 200]);
    expect((await file(employee, id, 2)).body).toContain('twee');
    expect((await open(employee, id, 1)).body.code).toBe('record-changed');
    const late = { version: first.version, fileId: (await hand()).id };
    expect((await post(colleague, `/${id}/versions`, late)).body.code).toBe('record-changed');
  });

  it('are there once, however often they are sent: an answer that was lost is asked for again', async () => {
    const { body } = await put({ role: 'employee' });
    const second = { version: body.version, fileId: (await hand()).id };
    const put2 = (asked: object, who = staff) => post(who, `/${body.id}/versions`, asked);
    const answers = await Promise.all([put2(second), put2(second)]);
    expect([...answers, await put2(second)]).toMatchObject(Array(3).fill({ status: 201, body: { number: 2 } }));
    expect((await get(staff, `/${body.id}`)).body.versions).toHaveLength(2);
    const third = { version: body.version + 1, fileId: (await hand()).id };
    expect((await put2(third)).body.number).toBe(3);
    expect(await put2(second)).toMatchObject({ status: 201, body: { number: 3, version: 3 } });
    // What was never put there as a new version, from another version, or by somebody else is none of it.
    expect((await put2({ ...second, fileId: (await hand()).id })).body.code).toBe('record-changed');
    expect((await put2({ ...second, version: 3 })).body.errors).toEqual([{ pointer: '/fileId', code: 'file-gone' }]);
    expect((await put2({ ...second, version: 4 })).body.code).toBe('record-changed');
    expect((await put2(second, colleague)).body.code).toBe('record-changed');
  });

  it('come one after the other: of two at the same moment one is told that it was changed', async () => {
    for (const round of [1, 2, 3]) {
      const { body } = await put({ role: 'employee' });
      const files = [await hand(pdf(`één ${round}`)), await hand(pdf(`twee ${round}`))];
      const answers = await Promise.all(
        files.map(({ id }) => post(staff, `/${body.id}/versions`, { version: body.version, fileId: id })),
      );
      expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    }
  });

  it('are confirmed by who has opened them, with the hash of what they read, once and for ever', async () => {
    const { body } = await put({ role: 'employee', asksConfirmation: true });
    const { id, file: kept } = body;
    const confirm = (sha256 = kept.sha256, who = employee) => post(who, `/${id}/confirm`, { number: 1, sha256 });
    expect(await counts(employee)).toMatchObject({ toConfirm: expect.any(Number) });
    expect((await confirm()).body.code).toBe('wrong-state');
    await open(employee, id);
    expect((await confirm('0'.repeat(64))).body.code).toBe('record-changed');
    expect((await confirm(kept.sha256, supervisor)).status).toBe(404);
    expect((await confirm(kept.sha256, staff)).body.code).toBe('not-allowed');
    const [one, other] = await Promise.all([confirm(), confirm()]);
    expect([one.status, other.status]).toEqual([200, 200]);
    const { items } = (await get(staff, `/${id}/readers?state=confirmed`)).body;
    expect(items).toMatchObject([{ id: person.personId, name: person.name, number: 1 }]);
    expect(items[0].confirmations).toMatchObject([{ number: 1, at: expect.any(String), sha256: kept.sha256 }]);
    const proof = await test.db.query(
      sql`SELECT person_name AS name, role, auth_method AS "how" FROM document_confirmation WHERE document_id = ${id}::uuid`,
    );
    expect(proof).toEqual([{ name: person.name, role: 'employee', how: 'password' }]);
    for (const change of [sql`UPDATE document_confirmation SET sha256 = 'x'`, sql`DELETE FROM document_confirmation`])
      await expect(test.db.query(change)).rejects.toThrow('append-only');
    const { body: plain } = await put({ role: 'employee' });
    await open(employee, plain.id);
    expect((await post(employee, `/${plain.id}/confirm`, { number: 1, sha256: plain.file.sha256 })).status).toBe(409);
  });
});

describe('who has read it', () => {
  it('is a list of all whom it is for, narrowed down by how far they are, with who is gone since', async () => {
    const { body } = await put({ organisationId, role: 'employee', name: 'Huisregels' });
    const readers = async (query = '') => (await get(staff, `/${body.id}/readers${query}`)).body;
    expect(await readers()).toMatchObject({
      total: 1,
      items: [{ id: person.personId, isReader: true, openedAt: null }],
    });
    expect((await readers('?state=not-opened')).total).toBe(1);
    await open(employee, body.id);
    expect([(await readers('?state=not-opened')).total, (await readers('?state=opened')).total]).toEqual([0, 1]);
    await test.db.query(
      sql`UPDATE placement SET ends_on = '2026-11-20' WHERE organisation_id = ${organisationId}::uuid`,
    );
    expect((await get(employee, `/${body.id}`)).status).toBe(404);
    expect(await readers()).toMatchObject({ total: 1, items: [{ id: person.personId, isReader: false }] });
    expect((await get(staff, `/${body.id}`)).body.readers).toBe(0);
    await test.db.query(sql`UPDATE placement SET ends_on = NULL WHERE organisation_id = ${organisationId}::uuid`);
    for (const who of [employee, supervisor]) expect((await get(who, `/${body.id}/readers`)).status).toBe(403);
  });
});

describe('the life of a document', () => {
  it('holds for a while: readers see it from its first day, and after its last among those of the past', async () => {
    const { body: later } = await put({ name: 'Straks', validFrom: '2026-11-22' });
    const { body: past } = await put({ name: 'Voorbij', validUntil: '2026-11-20' });
    expect((await get(employee, `/${later.id}`)).status).toBe(404);
    expect((await get(employee, '?q=voorbij')).body.total).toBe(0);
    expect((await get(employee, '?view=past&q=voorbij')).body.items).toMatchObject([{ id: past.id }]);
    expect((await get(employee, '?view=new&q=voorbij')).body.total).toBe(0);
    expect((await get(staff, '?view=upcoming')).body.items).toMatchObject([{ id: later.id }]);
    expect((await get(employee, '?view=upcoming')).body.items).toEqual([]);
  });

  it('is narrowed down by words, kind, language and whom it is for', async () => {
    await put({ name: 'Cao metaal', category: 'collective-agreement', language: 'nl' });
    await put({ name: 'Agreement metal', category: 'collective-agreement', language: 'en' });
    await put({ name: 'Cao bouw', category: 'collective-agreement' });
    const names = async (who: Client, query: string) =>
      (await get(who, `?category=collective-agreement${query}`)).body.items.map(({ name }: { name: string }) => name);
    expect(await names(employee, '')).toEqual(['Cao bouw', 'Agreement metal', 'Cao metaal']);
    expect(await names(employee, '&language=en')).toEqual(['Cao bouw', 'Agreement metal']);
    expect(await names(employee, '&q=CAO')).toEqual(['Cao bouw', 'Cao metaal']);
    expect(
      (await get(staff, `?personId=${person.personId}`)).body.items.every(({ person: of }: { person: object }) => of),
    ).toBe(true);
  });

  it('is changed by the version that was seen; for whom it is stays where that is not named, and what tells of wages stays of one person', async () => {
    const { body } = await put();
    const change = (more: object, version = 1) =>
      ask(test.app, staff, 'PUT', `/api/documents/${body.id}`, { name: 'Nieuw', category: 'manual', version, ...more });
    expect((await change({ category: 'payslip' })).body.errors).toEqual([
      { pointer: '/category', code: 'of-one-person' },
    ]);
    expect((await change({})).body).toMatchObject({ name: 'Nieuw', version: 2, role: null });
    expect((await change({})).body).toMatchObject({ code: 'record-changed', version: 2 });
  });

  it('ends with its files: they are gone from where they are stored, and who confirmed stays known', async () => {
    const { body } = await put({ asksConfirmation: true, fileId: (await hand(pdf('weg ermee'))).id });
    const { id, file: kept } = body;
    await open(employee, id);
    await post(employee, `/${id}/confirm`, { number: 1, sha256: kept.sha256 });
    const remove = (version: number) => ask(test.app, staff, 'DELETE', `/api/documents/${id}`, { version });
    expect((await remove(2)).status).toBe(409);
    expect([(await remove(1)).status, (await remove(1)).status]).toEqual([204, 404]);
    await clearFiles(test.db);
    expect(await checkFiles(test.db)).toEqual({ missing: [], wrong: [], left: [] });
    expect(await test.db.query(sql`SELECT FROM file_content WHERE sha256 = ${kept.sha256}`)).toEqual([]);
    expect([(await get(employee, `/${id}`)).status, (await file(staff, id)).statusCode]).toEqual([404, 404]);
    expect((await get(staff, '?view=removed')).body.items).toMatchObject([{ id, removedAt: expect.any(String) }]);
    expect((await get(staff, `/${id}/readers?state=confirmed`)).body.items).toMatchObject([
      { confirmations: [{ number: 1, sha256: kept.sha256 }] },
    ]);
    expect((await get(employee, '?view=removed')).body.items).toEqual([]);
  });
});
