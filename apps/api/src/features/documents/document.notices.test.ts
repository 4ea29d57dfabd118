import { beforeAll, beforeEach, expect, it } from 'vitest';
import { mailNotices } from '#api/features/notices/notice.service';
import { newId } from '#api/kit/database';
import { sql } from '#api/kit/sql';
import { ask, type Client, now, sendFile, testApp } from '#api/test/build-app';
import { createOrganisation, createPerson, createSupervisor, type Person } from '#api/test/factories';
import { signInAs, signInNew } from '#api/test/sign-in-as';
import { tellReaders } from './document-readers.repository.ts';

let clock = now;
const test = testApp({ now: () => clock });
let person: Person;
let stranger: Person;
let reader: Client;
let other: Client;
let staff: Client;

beforeAll(async () => {
  person = await createPerson(test.db);
  reader = await signInAs(test.app, person);
  stranger = await createPerson(test.db, { role: 'supervisor' });
  other = await signInAs(test.app, stranger);
  staff = await signInNew(test, 'staff');
});
beforeEach(async () => {
  await test.db.query(sql`DELETE FROM notice`);
  await test.db.query(sql`DELETE FROM mail`);
});

let nth = 0;
async function put(more: object = {}) {
  const content = `%PDF-1.7\n%âãÏÓ\n${++nth}`;
  const { body: file } = await sendFile(test.app, staff, '/api/files?purpose=document', { name: 'x.pdf', content });
  const asked = { id: newId(), name: 'Geheim loon', category: 'payslip', personId: person.personId, fileId: file.id };
  return (await ask(test.app, staff, 'POST', '/api/documents', { ...asked, ...more })).body;
}
const notices = async (who = reader) => (await ask(test.app, who, 'GET', '/api/notices')).body.items;
async function mails() {
  await test.db.query(sql`UPDATE notice SET mail_due_at = now() - interval '1 second' WHERE mail_due_at IS NOT NULL`);
  await mailNotices({ db: test.db, today: () => '2026-11-21', publicUrl: 'https://uren.example', wakeMail: () => {} });
  return test.db.query<{ kind: string; to: string; text: string; subject: string }>(
    sql`SELECT kind, to_address AS to, subject, body_text AS text FROM mail ORDER BY id`,
  );
}

it('who may see a document is told of it, by mail without a word of what it is', async () => {
  const { id } = await put();
  expect(await notices()).toMatchObject([{ kind: 'document', aboutId: id, title: 'Geheim loon', isRead: false }]);
  expect(await notices(other)).toEqual([]);
  expect(await notices(staff)).toEqual([]);
  const [mail, ...more] = await mails();
  expect([mail, more]).toMatchObject([{ kind: 'document', to: person.email }, []]);
  expect(mail?.text).toContain(`https://uren.example/documents/${id}`);
  expect(JSON.stringify(mail)).not.toContain('eheim');
});

it('whoever may not see a document any more is told no name that it got since', async () => {
  const organisationId = await createOrganisation(test.db);
  const supervisor = await createSupervisor(test.db, organisationId);
  const client = await signInAs(test.app, supervisor);
  const { id, version } = await put({ name: 'Eerst', category: 'other', personId: null, organisationId });
  expect(await notices(client)).toMatchObject([{ kind: 'document', aboutId: id, title: 'Eerst' }]);
  await test.db.query(
    sql`UPDATE supervisor_right SET valid_from = '2026-01-01', valid_until = '2026-11-20' WHERE person_id = ${supervisor.personId}::uuid`,
  );
  await ask(test.app, staff, 'PUT', `/api/documents/${id}`, { version, name: 'Reorganisatie', category: 'other' });
  expect((await ask(test.app, client, 'GET', '/api/notices')).body).toMatchObject({ items: [], unread: 0 });
});

it('what was opened within the minute is read, and not mailed; a new version is told of anew', async () => {
  const { id, version } = await put();
  await ask(test.app, reader, 'POST', `/api/documents/${id}/open`, { number: 1 });
  expect(await notices()).toMatchObject([{ isRead: true, isNewVersion: false }]);
  expect(await mails()).toEqual([]);
  const { body: file } = await sendFile(test.app, staff, '/api/files?purpose=document', {
    name: 'x.pdf',
    content: `%PDF-1.7\n%âãÏÓ\n${++nth}`,
  });
  await ask(test.app, staff, 'POST', `/api/documents/${id}/versions`, { version, fileId: file.id });
  expect(await notices()).toMatchObject([
    { kind: 'document', isRead: false, isNewVersion: true },
    { isRead: true, isNewVersion: false },
  ]);
  const [mail] = await mails();
  expect(mail?.subject).toContain('nieuwe versie van een document');
});

it('what is to be confirmed is told as that, until it is', async () => {
  const { id, file } = await put({ asksConfirmation: true, name: 'Huisregels', category: 'other' });
  await put({ asksConfirmation: true, name: 'Veiligheid', category: 'other' });
  await ask(test.app, reader, 'POST', `/api/documents/${id}/open`, { number: 1 });
  expect((await notices()).map(({ kind, isRead }: { kind: string; isRead: boolean }) => [kind, isRead])).toEqual([
    ['document-to-confirm', false],
    ['document-to-confirm', false],
  ]);
  const [mail, ...more] = await mails();
  expect([mail?.kind, mail?.text.includes('https://uren.example/documents\n'), more]).toEqual([
    'document-to-confirm',
    true,
    [],
  ]);
  await ask(test.app, reader, 'POST', `/api/documents/${id}/confirm`, { number: 1, sha256: file.sha256 });
  expect((await notices()).map(({ isRead }: { isRead: boolean }) => isRead)).toEqual([false, true]);
});

it('what holds from a later day is told of on that day, once, to whom it is for then', async () => {
  await put({ name: 'Vanaf december', validFrom: '2026-12-01', category: 'manual', personId: null });
  expect([await notices(), await notices(other)]).toEqual([[], []]);
  const tell = (day: string) => test.db.transaction(null, (tx) => tellReaders(tx, day));
  expect([await tell('2026-11-30'), await tell('2026-12-01'), await tell('2026-12-02')]).toEqual([0, 1, 0]);
  clock = new Date('2026-12-02T09:00:00Z');
  for (const who of [person, stranger])
    expect(await notices(await signInAs(test.app, who))).toMatchObject([{ title: 'Vanaf december' }]);
  clock = now;
});

it('what has passed already is told to nobody and is new to nobody, until it holds for longer', async () => {
  const { id, version } = await put({ validUntil: '2026-11-20', asksConfirmation: true, category: 'other' });
  const content = `%PDF-1.7\n%âãÏÓ\n${++nth}`;
  const { body: file } = await sendFile(test.app, staff, '/api/files?purpose=document', { name: 'x.pdf', content });
  const { body: next } = await ask(test.app, staff, 'POST', `/api/documents/${id}/versions`, {
    version,
    fileId: file.id,
  });
  await put({ validFrom: '2026-11-22', validUntil: '2026-11-23' });
  expect(await test.db.transaction(null, (tx) => tellReaders(tx, '2026-11-24'))).toBe(0);
  expect([await notices(), await mails()]).toEqual([[], []]);
  const { items } = (await ask(test.app, reader, 'GET', '/api/documents?view=past')).body;
  expect(items).toMatchObject([{ id, isNew: false, isToConfirm: false, openedAt: null }]);
  const longer = { version: next.version, name: 'Huisregels', category: 'other', asksConfirmation: true };
  await ask(test.app, staff, 'PUT', `/api/documents/${id}`, { ...longer, validUntil: '2026-11-30' });
  expect(await notices()).toMatchObject([{ kind: 'document-to-confirm', aboutId: id }]);
  expect((await ask(test.app, reader, 'GET', `/api/documents/${id}`)).body).toMatchObject({
    isNew: true,
    isToConfirm: true,
  });
});

it('what is removed is told of no more', async () => {
  const { id, version } = await put();
  await ask(test.app, staff, 'DELETE', `/api/documents/${id}`, { version });
  expect([await notices(), await mails()]).toEqual([[], []]);
});
