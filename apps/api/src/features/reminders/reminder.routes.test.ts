import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#api/kit/sql';
import { ask, type Client, testApp } from '#api/test/build-app';
import { createOrganisation, createPerson, createPlacement, createSupervisor, type Person } from '#api/test/factories';
import { sendHours } from '#api/test/send-hours';
import { signInAs, signInNew } from '#api/test/sign-in-as';
import { remindByClock } from './reminder.service.ts';

const test = testApp();

let staff: Client;
let admin: Client;
let supervisorPerson: Person;
let substitutePerson: Person;
let organisationId: string;

beforeAll(async () => {
  const { db } = test;
  organisationId = await createOrganisation(db, 'Van Dijk Logistiek');
  supervisorPerson = await createSupervisor(db, organisationId);
  const inTheirPlace = { onBehalfOf: supervisorPerson, validUntil: '2026-12-31' };
  substitutePerson = await createSupervisor(db, organisationId, inTheirPlace);
  staff = await signInNew(test, 'staff');
  admin = await signInNew(test, 'admin');
});

const services = (now: string) => ({
  ...{ db: test.db, now: () => new Date(now), wakeMail: () => {} },
  publicUrl: 'https://uren.example',
});
/** The rounds that are due at an instant, made by so many processes at once. */
const clock = (now: string, processes = 1) =>
  Promise.all(Array.from({ length: processes }, () => remindByClock(services(now))));
const mailsOf = ({ accountId }: Person) =>
  test.db.query<{ kind: string; subject: string; body: string; hours: number }>(sql`
    SELECT kind, subject, body_text AS body, round(extract(epoch FROM expires_at - created_at) / 3600)::int AS hours
      FROM mail WHERE account_id = ${accountId}::uuid AND kind LIKE 'reminder-%' ORDER BY id`);
const forget = () => test.db.query(sql`DELETE FROM mail WHERE kind LIKE 'reminder-%'`);
const monday = '2026-11-23T08:05:00Z';

/** Owed on the day of the tests, too. */
const longAgo = '2026-11-09';
/** Somebody who owes last week's hours, and may have sent them. */
async function worker(options: { hasSent?: boolean; startsOn?: string } = {}) {
  const person = await createPerson(test.db);
  const placementId = await createPlacement(test.db, person, organisationId, {
    startsOn: options.startsOn ?? '2026-11-16',
    endsOn: '2026-11-22',
  });
  if (options.hasSent) {
    const client = await signInAs(test.app, person);
    await sendHours(test, client, placementId);
  }
  return person;
}

describe('reminders by the clock', () => {
  it('go to who owes hours, once, however many processes look, and not to who has sent them', async () => {
    const [late, done] = [await worker(), await worker({ hasSent: true })];
    await clock(monday, 5);
    await clock('2026-11-23T08:35:00Z');
    const mails = await mailsOf(late);
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ kind: 'reminder-hours', hours: 15 });
    expect(mails[0]?.subject).toBe('Uw uren zijn nog niet verstuurd: graag voor het eind van maandag 23 november');
    expect(mails[0]?.body).toContain('U hebt nog 1 urenbriefje te versturen.');
    expect(await mailsOf(done)).toEqual([]);
  });

  it('go to who approves as one digest, and not to their substitutes', async () => {
    await forget();
    await worker({ hasSent: true });
    await clock('2026-11-23T09:05:00Z');
    const [mail, ...more] = await mailsOf(supervisorPerson);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ kind: 'reminder-approve' });
    expect(mail?.body).toContain('Van Dijk Logistiek: ');
    expect(await mailsOf(substitutePerson)).toEqual([]);
  });

  it('come by the rules that were set, in the words of the agency, and in an escalation to substitutes', async () => {
    await forget();
    const off = { isOn: false, weekday: 1, minutes: 540 };
    const rules = {
      ...{ employees: off, supervisors: off, office: off },
      escalation: { isOn: true, weekday: 2, minutes: 600, textNl: 'Wilt u even kijken?' },
    };
    const { version } = (await ask(test.app, admin, 'GET', '/api/settings/reminders')).body;
    const set = await ask(test.app, admin, 'PUT', '/api/settings/reminders', { ...rules, version });
    expect(set.body.escalation).toMatchObject({ weekday: 2, textNl: 'Wilt u even kijken?' });
    await test.db.query(sql`ALTER TABLE worksheet DISABLE TRIGGER USER`);
    await test.db.query(sql`UPDATE worksheet SET sent_at = now() - interval '2 days'`);
    await test.db.query(sql`ALTER TABLE worksheet ENABLE TRIGGER USER`);
    await clock('2026-11-24T09:01:00Z');
    expect((await mailsOf(substitutePerson))[0]?.body).toContain('Wilt u even kijken?');
  });

  it('are switched off by whoever does not want them', async () => {
    await forget();
    const person = await worker({ startsOn: longAgo });
    const client = await signInAs(test.app, person);
    const items = [{ kind: 'reminder-hours', onScreen: false, byMail: false }];
    expect((await ask(test.app, client, 'PUT', '/api/me/notices', { items })).status).toBe(200);
    await ask(test.app, staff, 'POST', '/api/reminders', { round: 'employees' });
    expect(await mailsOf(person)).toEqual([]);
  });

  it('stand on screen as well, the newest alone, for who wants that', async () => {
    await forget();
    const [person, byMail] = [await worker({ startsOn: longAgo }), await worker({ startsOn: longAgo })];
    const client = await signInAs(test.app, person);
    const remind = (who: Person) =>
      ask(test.app, staff, 'POST', '/api/reminders', { round: 'employees', employeeId: who.employeeId });
    const choose = (who: Client, onScreen: boolean, isMailed: boolean) =>
      ask(test.app, who, 'PUT', '/api/me/notices', { items: [{ kind: 'reminder-hours', onScreen, byMail: isMailed }] });
    await choose(client, true, false);
    await choose(await signInAs(test.app, byMail), false, true);
    for (const who of [person, person, byMail]) await remind(who);
    const told = async (who: Client) => (await ask(test.app, who, 'GET', '/api/notices')).body;
    expect(await told(client)).toMatchObject({ items: [{ kind: 'reminder-hours', isRead: false }], unread: 1 });
    expect(await mailsOf(person)).toEqual([]);
    expect((await told(await signInAs(test.app, byMail))).items).toEqual([]);
    expect(await mailsOf(byMail)).toHaveLength(1);
  });

  it('that wait for a mail server go no more to who has done it meanwhile', async () => {
    await forget();
    const person = await worker({ startsOn: longAgo });
    await ask(test.app, staff, 'POST', '/api/reminders', { round: 'employees', employeeId: person.employeeId });
    await test.db.query(sql`UPDATE mail SET attempts = 3 WHERE kind LIKE 'reminder-%'`);
    await clock('2026-11-25T08:05:00Z');
    const [waiting] = await test.db.query<{ n: number }>(
      sql`SELECT count(*)::int AS n FROM mail WHERE account_id = ${person.accountId}::uuid AND failed_at IS NULL`,
    );
    expect(waiting?.n).toBe(1);
    await test.db.query(
      sql`UPDATE period SET closed_at = now() WHERE type = 'week' AND year = 2026 AND number IN (46, 47)`,
    );
    await clock('2026-11-25T08:10:00Z');
    await test.db.query(sql`UPDATE period SET closed_at = NULL WHERE closed_at IS NOT NULL`);
    const [dropped] = await test.db.query<{ failure: string }>(
      sql`SELECT failure FROM mail WHERE account_id = ${person.accountId}::uuid`,
    );
    expect(dropped?.failure).toBe('replaced');
  });
});

describe('a reminder by hand', () => {
  it('goes to those of the filter, once within the hour', async () => {
    await forget();
    const [one, other] = [await worker({ startsOn: longAgo }), await worker({ startsOn: longAgo })];
    const remind = () =>
      ask(test.app, staff, 'POST', '/api/reminders', { round: 'employees', employeeId: one.employeeId });
    expect((await remind()).body).toEqual({ mails: 1 });
    expect((await remind()).body).toEqual({ mails: 0 });
    expect(await mailsOf(one)).toHaveLength(1);
    expect(await mailsOf(other)).toEqual([]);
  });

  it('goes once however many press at the same moment, and nobody waits for another one’s connection', async () => {
    await forget();
    const person = await worker({ startsOn: longAgo });
    const body = { round: 'employees', employeeId: person.employeeId };
    const presses = Array.from({ length: 20 }, () => ask(test.app, staff, 'POST', '/api/reminders', body));
    const answers = await Promise.all(presses);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(answers.reduce((sum, answer) => sum + answer.body.mails, 0)).toBe(1);
    expect(await mailsOf(person)).toHaveLength(1);
  });
});
