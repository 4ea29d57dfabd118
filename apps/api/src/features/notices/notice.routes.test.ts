import type { ChosenNotice, HoursNotice } from '@konnekt/shared/notices/notice.contract';
import { type HoursNoticeKind, hoursNoticeKinds } from '@konnekt/shared/notices/notice.words';
import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#api/kit/database';
import { tell } from '#api/kit/notices';
import { sql } from '#api/kit/sql';
import { ask, type Client, testApp } from '#api/test/build-app';
import { createOrganisation, createPerson, createPlacement, createSupervisor, type Person } from '#api/test/factories';
import { sendHours } from '#api/test/send-hours';
import { recordStatements } from '#api/test/sent-statements';
import { signInAs, signInNew, signInSupervisor } from '#api/test/sign-in-as';
import { mailNotices } from './notice.service.ts';

const test = testApp();
interface Sent {
  id: string;
  version: number;
}
let employee: Person;
let asEmployee: Client;
let asSupervisor: Client;
let asStaff: Client;
let placementId: string;
let week: number;

beforeEach(async () => {
  week = 20;
  const organisationId = await createOrganisation(test.db);
  employee = await createPerson(test.db);
  placementId = await createPlacement(test.db, employee, organisationId, { startsOn: '2026-01-05' });
  asEmployee = await signInAs(test.app, employee);
  asSupervisor = await signInSupervisor(test, organisationId);
  asStaff = await signInNew(test, 'staff');
  await test.db.query(sql`DELETE FROM notice`);
  await test.db.query(sql`DELETE FROM mail`);
});

/** Hours of another week, sent by the employee. */
async function sent(): Promise<Sent> {
  const { id, version } = await sendHours(test, asEmployee, placementId, { number: week++ });
  return { id, version };
}
async function decide(decision: string, items: Sent[], by = asSupervisor): Promise<Sent[]> {
  const reason = decision === 'decline' || decision === 'refuse' ? { reason: 'Maandag klopt niet' } : {};
  const { body } = await ask(test.app, by, 'POST', `/api/worksheets/${decision}`, { items, ...reason });
  expect(body.refused).toEqual([]);
  return body.done;
}
const notices = async (client = asEmployee): Promise<{ items: HoursNotice[]; unread: number; total: number }> =>
  (await ask(test.app, client, 'GET', '/api/notices')).body;
const choose = (items: ChosenNotice[]) => ask(test.app, asEmployee, 'PUT', '/api/me/notices', { items });
const mailDue = () =>
  mailNotices({ db: test.db, today: () => '2026-11-21', publicUrl: 'https://uren.example', wakeMail: () => {} });
/** What is mailed when everything is due. */
async function mails() {
  await test.db.query(sql`UPDATE notice SET mail_due_at = now() - interval '1 second' WHERE mail_due_at IS NOT NULL`);
  await mailDue();
  return test.db.query<{ kind: string; to: string; language: string; subject: string; text: string }>(
    sql`SELECT kind, to_address AS to, language, subject, body_text AS text FROM mail ORDER BY id`,
  );
}

/** How each kind of hours comes about; those of messages in message.notices.test.ts, of invoices and reminders beside them. A new one does not compile until it stands there. */
const happens: Record<HoursNoticeKind, (items: Sent[]) => Promise<Sent[]>> = {
  'hours-sent-back': (items) => decide('decline', items),
  'hours-approved': (items) => decide('approve', items),
};

describe.each(hoursNoticeKinds)('%s', (kind) => {
  it('is told to the employee, on screen and by mail as they chose, in their language, once', async () => {
    for (const language of ['nl', 'en'] as const) {
      await ask(test.app, asEmployee, 'PATCH', '/api/me', { language });
      for (const onScreen of [true, false]) {
        for (const byMail of [true, false]) {
          expect((await choose([{ kind, onScreen, byMail }])).status).toBe(200);
          await test.db.query(sql`DELETE FROM notice`);
          await test.db.query(sql`DELETE FROM mail`);
          const worksheet = await sent();
          await happens[kind]([worksheet]);
          const list = await notices();
          expect(list.items.map((one) => [one.kind, one.worksheetId])).toEqual(onScreen ? [[kind, worksheet.id]] : []);
          expect([list.unread, list.total]).toEqual(onScreen ? [1, 1] : [0, 0]);
          const mailed = byMail ? [{ kind, to: employee.email, language }] : [];
          expect(await mails()).toMatchObject(mailed);
          expect(await mails()).toHaveLength(mailed.length);
          if (byMail) expect((await mails())[0]?.text).toContain(`https://uren.example/timesheets/${worksheet.id}`);
        }
      }
    }
  });

  it('of many at once is one mail, and one statement with the decision', async () => {
    await choose([{ kind, onScreen: true, byMail: true }]);
    const items = [await sent(), await sent(), await sent()];
    const statements = recordStatements();
    await happens[kind](items);
    const writes = statements.sent.filter(({ text }) => /\b(worksheet_event|notice)\b/.test(text));
    statements.stop();
    expect(writes).toHaveLength(1);
    expect((await notices()).unread).toBe(3);
    expect(await mails()).toHaveLength(1);
  });
});

describe('notices', () => {
  it('say who did what, why, and about which hours; of others nobody hears', async () => {
    const worksheet = await sent();
    await decide('decline', [worksheet]);
    const [item] = (await notices()).items;
    expect(item).toMatchObject({ kind: 'hours-sent-back', reason: 'Maandag klopt niet', isRead: false });
    expect(item?.period).toMatchObject({ type: 'week', year: 2026 });
    for (const other of [asSupervisor, asStaff]) expect(await notices(other)).toMatchObject({ items: [], unread: 0 });
  });

  it('are heard by default on screen, and by mail when hours come back', async () => {
    const { body } = await ask(test.app, asEmployee, 'GET', '/api/me/notices');
    expect(body.items).toEqual([
      { kind: 'hours-sent-back', onScreen: true, byMail: true },
      { kind: 'hours-approved', onScreen: true, byMail: false },
      { kind: 'message', onScreen: true, byMail: true },
      { kind: 'document', onScreen: true, byMail: true },
      { kind: 'document-to-confirm', onScreen: true, byMail: true },
      { kind: 'reminder-hours', onScreen: true, byMail: true },
    ]);
    expect((await ask(test.app, asStaff, 'GET', '/api/me/notices')).body.items).toEqual([
      { kind: 'message-office', onScreen: false, byMail: false },
      { kind: 'document', onScreen: true, byMail: true },
      { kind: 'document-to-confirm', onScreen: true, byMail: true },
      { kind: 'reminder-office', onScreen: false, byMail: true },
    ]);
  });

  it('are listed page by page, all or what is new', async () => {
    await decide('approve', [await sent(), await sent(), await sent()]);
    const [first, second, third] = (await notices()).items.map(({ id }) => id);
    await ask(test.app, asEmployee, 'POST', '/api/notices/read', { ids: [second] });
    const list = async (query: string) => (await ask(test.app, asEmployee, 'GET', `/api/notices?${query}`)).body;
    const ids = ({ items }: { items: { id: string }[] }) => items.map(({ id }) => id);
    const page = await list('limit=2');
    expect([ids(page), page.total, page.unread]).toEqual([[first, second], 3, 2]);
    expect(ids(await list(`limit=2&cursor=${encodeURIComponent(page.nextCursor)}`))).toEqual([third]);
    expect(ids(await list('view=unread'))).toEqual([first, third]);
  });

  it('are read one by one or all, and only one’s own', async () => {
    await decide('approve', [await sent(), await sent(), await sent()]);
    const ids = (await notices()).items.map(({ id }) => id);
    const read = (client: Client, body: object) => ask(test.app, client, 'POST', '/api/notices/read', body);
    await read(asStaff, { ids });
    expect((await notices()).unread).toBe(3);
    expect((await read(asEmployee, { ids: ids.slice(0, 1) })).body).toEqual({ unread: 2 });
    expect((await notices()).items.map(({ isRead }) => isRead)).toEqual([true, false, false]);
    expect((await read(asEmployee, {})).body).toEqual({ unread: 0 });
  });

  it('of what is taken back are gone, and not mailed; of what is decided again it is told again', async () => {
    const declined = await decide('decline', [await sent()]);
    const again = await decide('undo-decline', declined);
    expect(await notices()).toMatchObject({ items: [], unread: 0 });
    expect(await mails()).toEqual([]);
    const approved = await decide('approve', again);
    const once = await decide('undo-approval', approved);
    expect((await notices()).items).toEqual([]);
    await decide('approve', once);
    expect((await notices()).items).toHaveLength(1);
  });

  it('wait a minute with their mail', async () => {
    await decide('decline', [await sent()]);
    await mailDue();
    expect(await test.db.query(sql`SELECT FROM mail`)).toEqual([]);
    expect(await mails()).toHaveLength(1);
  });

  it('are told to several, once for each event however often it is said', async () => {
    const worksheet = await sent();
    const [event] = await test.db.query<{ id: string }>(
      sql`SELECT id FROM worksheet_event WHERE worksheet_id = ${worksheet.id}::uuid ORDER BY id DESC LIMIT 1`,
    );
    const other = await createPerson(test.db);
    const about = { id: worksheet.id, eventId: event?.id ?? newId() };
    for (let n = 0; n < 2; n++)
      await test.db.transaction(null, (tx) => tell(tx, 'hours-approved', [employee.personId, other.personId], about));
    expect((await notices()).total).toBe(1);
    expect(await test.db.query(sql`SELECT FROM notice WHERE person_id = ${other.personId}::uuid`)).toHaveLength(1);
  });

  it('of hours out of sight are neither shown nor counted nor mailed: each kind asks what it tells of', async () => {
    const worksheet = await sent();
    const [event] = await test.db.query<{ eventId: string; organisationId: string }>(
      sql`SELECT v.id AS "eventId", w.organisation_id AS "organisationId" FROM worksheet_event v JOIN worksheet w ON w.id = v.worksheet_id WHERE w.id = ${worksheet.id}::uuid LIMIT 1`,
    );
    const gone = await createSupervisor(test.db, event?.organisationId ?? '');
    const about = { id: worksheet.id, eventId: event?.eventId ?? newId() };
    await test.db.transaction(null, (tx) => tell(tx, 'hours-sent-back', [gone.personId], about));
    const client = await signInAs(test.app, gone);
    expect(await notices(client)).toMatchObject({ total: 1, unread: 1 });
    await test.db.query(
      sql`UPDATE supervisor_right SET valid_from = '2026-01-01', valid_until = '2026-11-20' WHERE person_id = ${gone.personId}::uuid`,
    );
    expect(await notices(client)).toMatchObject({ items: [], total: 0, unread: 0 });
    expect(await mails()).toEqual([]);
  });

  it('of somebody who was blocked meanwhile are not mailed', async () => {
    await decide('decline', [await sent()]);
    await test.db.query(sql`UPDATE account SET status = 'blocked' WHERE id = ${employee.accountId}::uuid`);
    expect(await mails()).toEqual([]);
    expect(await test.db.query(sql`SELECT FROM notice WHERE mail_due_at IS NOT NULL`)).toEqual([]);
  });
});

describe('who has one mail a day', () => {
  const daily = (isDaily: boolean) => ask(test.app, asEmployee, 'PUT', '/api/me/notices', { isDaily });
  const due = () =>
    test.db.query<{ local: string; isSoon: boolean }>(sql`
      SELECT to_char(mail_due_at AT TIME ZONE 'Europe/Amsterdam', 'HH24:MI') AS local, mail_due_at <= now() + interval '1 day 1 hour' AS "isSoon"
        FROM notice WHERE mail_due_at IS NOT NULL`);

  it('hears of all kinds in one mail at seven in the morning, in the order it happened', async () => {
    await choose([{ kind: 'hours-approved', onScreen: true, byMail: true }]);
    expect((await daily(true)).body.isDaily).toBe(true);
    const [declined, approved] = [await sent(), await sent()];
    await decide('decline', [declined]);
    await decide('approve', [approved]);
    expect(await due()).toEqual(Array(2).fill({ local: '07:00', isSoon: true }));
    await mailDue();
    expect(await test.db.query(sql`SELECT FROM mail`)).toEqual([]);
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ kind: 'notices-of-the-day', subject: expect.stringContaining('2 nieuwe meldingen') });
    expect(mail?.text).toMatch(/Teruggestuurd: Week \d+ van 2026.*“Maandag klopt niet”[\s\S]*Goedgekeurd: Week/);
    expect(mail?.text).toContain('https://uren.example/notices');
  });

  it('gets what waits at once when they change their mind', async () => {
    await daily(true);
    await decide('decline', [await sent()]);
    expect((await daily(false)).body.isDaily).toBe(false);
    await mailDue();
    expect(await test.db.query(sql`SELECT kind FROM mail`)).toEqual([{ kind: 'hours-sent-back' }]);
  });

  it('chooses for themselves alone', async () => {
    await daily(true);
    expect((await ask(test.app, asSupervisor, 'GET', '/api/me/notices')).body.isDaily).toBe(false);
  });
});
