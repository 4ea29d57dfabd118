import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#api/kit/sql';
import { testApp } from '#api/test/build-app';
import { createOrganisation, createPerson, createPlacement, createSupervisor, type Person } from '#api/test/factories';
import { sendHours } from '#api/test/send-hours';
import { signInAs } from '#api/test/sign-in-as';
import { remindByClock } from './reminder.service.ts';

const test = testApp();

let usual: string;
let thursday: string;
let noon: string;

/** An agency whose clients approve until the end of Monday, but for one on Thursday at ten and one on Monday at noon. */
beforeAll(async () => {
  const { db } = test;
  usual = await createOrganisation(db, 'Aarts');
  thursday = await createOrganisation(db, 'Bos');
  noon = await createOrganisation(db, 'Claassen');
  await db.query(
    sql`UPDATE organisation SET approve_by_weekday = 4, approve_by_minutes = 600 WHERE id = ${thursday}::uuid`,
  );
  await db.query(
    sql`UPDATE organisation SET approve_by_weekday = 1, approve_by_minutes = 720 WHERE id = ${noon}::uuid`,
  );
});

const owes = async (person: Person, organisationId: string) =>
  createPlacement(test.db, person, organisationId, { startsOn: '2026-11-16', endsOn: '2026-11-22' });

async function sent(organisationId: string) {
  const person = await createPerson(test.db);
  const placementId = await owes(person, organisationId);
  const client = await signInAs(test.app, person);
  await sendHours(test, client, placementId);
}

const clock = (now: string) =>
  remindByClock({ db: test.db, now: () => new Date(now), wakeMail: () => {}, publicUrl: 'https://uren.example' });
const mailOf = async ({ accountId }: Person) => {
  const [mail] = await test.db.query<{ subject: string; body: string; hours: number }>(sql`
    SELECT subject, body_text AS body, round(extract(epoch FROM expires_at - created_at) / 3600)::int AS hours
      FROM mail WHERE account_id = ${accountId}::uuid AND kind LIKE 'reminder-%'`);
  return mail;
};

describe('the deadline of a reminder', () => {
  it('is that of the client whose hours are not sent', async () => {
    const [atUsual, atThursday] = [await createPerson(test.db), await createPerson(test.db)];
    await owes(atUsual, usual);
    await owes(atThursday, thursday);
    await clock('2026-11-23T08:05:00Z');
    expect((await mailOf(atUsual))?.subject).toContain('voor het eind van maandag 23 november');
    const mail = await mailOf(atThursday);
    expect(mail?.subject).toBe('Uw uren zijn nog niet verstuurd: graag voor donderdag 26 november om 10:00');
    expect(mail?.body).toContain('Wat voor donderdag 26 november om 10:00 is goedgekeurd');
    expect(mail?.hours).toBe(73);
  });

  it('is that of each client in a digest over several, the first of them in its subject', async () => {
    const clients = [usual, thursday, noon];
    const boss = await createSupervisor(test.db, clients);
    for (const id of clients) await sent(id);
    await clock('2026-11-23T09:05:00Z');
    const mail = await mailOf(boss);
    expect(mail?.subject).toBe('Uren goedkeuren: 3 urenbriefjes voor maandag 23 november om 12:00');
    expect(mail?.body).toContain('Aarts: 1, voor het eind van maandag 23 november');
    expect(mail?.body).toContain('Bos: 1, voor donderdag 26 november om 10:00');
    expect(mail?.body).toContain('Claassen: 1, voor maandag 23 november om 12:00');
    expect(mail?.hours).toBe(72);
  });
});
