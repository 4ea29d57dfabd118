import { expect, it } from 'vitest';
import { sql } from '#api/kit/sql';
import { ask, testApp } from '#api/test/build-app';
import { createOrganisation, createPerson, createPlacement, createSupervisor } from '#api/test/factories';
import { sendHours } from '#api/test/send-hours';
import { recordStatements } from '#api/test/sent-statements';
import { signInAs, signInNew } from '#api/test/sign-in-as';

const test = testApp();

/** People at clients of their own who sent nothing, one in four has sent: so both lists of the guard grow. */
async function owe(people: number) {
  for (let n = 0; n < people; n++) {
    const organisationId = await createOrganisation(test.db);
    await createSupervisor(test.db, organisationId);
    const person = await createPerson(test.db);
    const placementId = await createPlacement(test.db, person, organisationId, { startsOn: '2026-11-09' });
    if (n % 4 > 0) continue;
    const client = await signInAs(test.app, person);
    await sendHours(test, client, placementId, { number: 46 });
  }
}

it('The deadline guard sends as many statements for a hundred who are late as for three, and so does its press', async () => {
  const staff = await signInNew(test, 'staff');
  const only = { periodType: 'week', year: 2026, period: 46 };
  const count = async (act: () => Promise<unknown>) => {
    const statements = recordStatements();
    await act();
    statements.stop();
    return statements.own().length;
  };
  const look = async () => {
    const { body } = await ask(test.app, staff, 'GET', '/api/status/deadline');
    return [body.late.length, body.clients.length];
  };
  const press = async (round: string) =>
    (await ask(test.app, staff, 'POST', '/api/reminders', { round, ...only })).body.mails;
  await owe(4);
  expect(await look()).toEqual([3, 1]);
  const few = [await count(look), await count(() => press('employees')), await count(() => press('supervisors'))];
  await test.db.query(sql`DELETE FROM mail`);
  await owe(132);
  expect(await look()).toEqual([100, 34]);
  expect([await count(look), await count(() => press('employees')), await count(() => press('supervisors'))]).toEqual(
    few,
  );
  const [mails] = await test.db.query<{ count: number }>(
    sql`SELECT count(*)::int AS count FROM mail WHERE kind LIKE 'reminder-%'`,
  );
  // A hundred and two have not sent, thirty-four wait for somebody.
  expect(mails?.count).toBe(102 + 34);
}, 120_000);
