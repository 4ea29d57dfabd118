import { languages } from '@konnekt/shared/basics/actor';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { mailNotices } from '#api/features/notices/notice.service';
import { newId } from '#api/kit/database';
import { sql } from '#api/kit/sql';
import { ask, type Client, testApp } from '#api/test/build-app';
import { createOrganisation, createPerson, createSupervisor, giveRight, type Person } from '#api/test/factories';
import { signInAs, signInNew } from '#api/test/sign-in-as';

const test = testApp();
let person: Person;
let reader: Client;
let staff: Client;
let threadId: string;

beforeAll(async () => {
  person = await createPerson(test.db);
  reader = await signInAs(test.app, person);
  staff = await signInNew(test, 'staff');
});
beforeEach(async () => {
  threadId = newId();
  await ask(test.app, reader, 'POST', '/api/messages', { id: threadId, title: 'Geheime zaak', body: 'Geheim' });
  await test.db.query(sql`DELETE FROM notice`);
  await test.db.query(sql`DELETE FROM mail`);
});

const write = (who: Client, id = threadId) =>
  ask(test.app, who, 'POST', `/api/messages/${id}/replies`, { id: newId(), body: 'Geheim antwoord' });
const read = async () => {
  const { body } = await ask(test.app, reader, 'GET', `/api/messages/${threadId}`);
  await ask(test.app, reader, 'POST', `/api/messages/${threadId}/read`, { number: body.messages.length });
};
async function mails() {
  await test.db.query(sql`UPDATE notice SET mail_due_at = now() - interval '1 second' WHERE mail_due_at IS NOT NULL`);
  await mailNotices({ db: test.db, today: () => '2026-11-21', publicUrl: 'https://uren.example', wakeMail: () => {} });
  return test.db.query<{ kind: string; to: string; language: string; subject: string; text: string }>(
    sql`SELECT kind, to_address AS to, language, subject, body_text AS text FROM mail ORDER BY id`,
  );
}
const notices = async (who = reader) => (await ask(test.app, who, 'GET', '/api/notices')).body;
const choose = (who: Client, kind: string, onScreen: boolean, byMail: boolean) =>
  ask(test.app, who, 'PUT', '/api/me/notices', { items: [{ kind, onScreen, byMail }] });

it('a message is mailed once until it is read, in the reader’s language, without a word of what it says', async () => {
  for (const language of languages) {
    await ask(test.app, reader, 'PATCH', '/api/me', { language });
    await test.db.query(sql`DELETE FROM mail`);
    await write(staff);
    await write(staff);
    const [mail, ...more] = await mails();
    expect([mail, more]).toMatchObject([{ kind: 'message', to: person.email, language }, []]);
    expect(mail?.text).toContain(`https://uren.example/messages/${threadId}`);
    expect(JSON.stringify(mail)).not.toContain('eheim');
    await write(staff);
    expect(await mails()).toHaveLength(1);
    await read();
    await write(staff);
    expect(await mails()).toHaveLength(2);
    await read();
  }
});

it('what is read within the minute is not mailed, and is read behind the bell as well', async () => {
  await write(staff);
  expect(await notices()).toMatchObject({
    unread: 1,
    items: [{ kind: 'message', aboutId: threadId, title: 'Geheime zaak' }],
  });
  await read();
  expect(await notices()).toMatchObject({ unread: 0, items: [{ isRead: true }] });
  expect(await mails()).toEqual([]);
});

it('several threads are one mail, and each may be heard of or not, as one chooses', async () => {
  const other = newId();
  await ask(test.app, reader, 'POST', '/api/messages', { id: other, title: 'Andere zaak', body: 'x' });
  await write(staff);
  await write(staff, other);
  expect(await mails()).toMatchObject([{ kind: 'message', text: expect.stringMatching(/uren\.example\/messages\s/) }]);
  await read();
  await choose(reader, 'message', false, false);
  await test.db.query(sql`DELETE FROM notice`);
  await test.db.query(sql`DELETE FROM mail`);
  await write(staff);
  expect(await notices()).toMatchObject({ unread: 0, items: [] });
  expect(await mails()).toEqual([]);
  expect((await ask(test.app, reader, 'GET', '/api/messages/counts')).body.unread).toBe(2);
  await choose(reader, 'message', true, true);
});

it('the office hears of what is written to it where it chose to', async () => {
  await write(reader);
  expect(await notices(staff)).toMatchObject({ items: [] });
  await choose(staff, 'message-office', true, true);
  const { body } = await ask(test.app, staff, 'GET', `/api/messages/${threadId}`);
  await ask(test.app, staff, 'POST', `/api/messages/${threadId}/read`, { number: body.messages.length });
  await write(reader);
  expect(await notices(staff)).toMatchObject({ items: [{ kind: 'message-office', aboutId: threadId }] });
  expect((await mails()).map(({ kind }) => kind)).toEqual(['message-office']);
});

it('after a substitute’s time nothing names the threads of the organisation, on screen or by mail', async () => {
  await choose(staff, 'message-office', false, false);
  const organisationId = await createOrganisation(test.db);
  const supervisor = await createSupervisor(test.db, organisationId);
  const substitute = await createPerson(test.db, { role: 'supervisor' });
  await giveRight(test.db, substitute, organisationId, {
    ...{ validFrom: '2026-11-01', validUntil: '2026-11-30', onBehalfOf: supervisor },
  });
  const [own, stand] = [await signInAs(test.app, supervisor), await signInAs(test.app, substitute)];
  const id = newId();
  await ask(test.app, own, 'POST', '/api/messages', { id, title: 'Ziekte van Jan', body: 'Geheim', organisationId });
  await write(staff, id);
  const [notice] = (await notices(stand)).items;
  expect(notice).toMatchObject({ kind: 'message', aboutId: id, title: 'Ziekte van Jan' });
  await test.db.query(
    sql`UPDATE supervisor_right SET valid_until = '2026-11-20' WHERE person_id = ${substitute.personId}::uuid`,
  );
  expect((await ask(test.app, stand, 'GET', `/api/messages/${id}`)).status).toBe(404);
  expect(await notices(stand)).toEqual({ items: [], nextCursor: null, total: 0, unread: 0 });
  expect((await ask(test.app, stand, 'GET', '/api/news')).body.notices).toEqual({ unread: 0 });
  expect((await ask(test.app, stand, 'GET', '/api/start')).body.news.notices).toEqual({ unread: 0 });
  expect(await notices(own)).toMatchObject({ unread: 1, items: [{ aboutId: id }] });
  await ask(test.app, stand, 'PUT', '/api/me/notices', { items: [], isDaily: true });
  expect((await mails()).map(({ to }) => to)).toEqual([supervisor.email]);
});
