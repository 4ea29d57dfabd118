import { addDays } from '@konnekt/shared/basics/calendar-day';
import { isoWeekOf } from '@konnekt/shared/basics/iso-week';
import { beforeAll, expect, it } from 'vitest';
import type { Connection } from '#api/kit/database';
import { sql } from '#api/kit/sql';
import { ask, type Client, testApp } from '#api/test/build-app';
import { createOrganisation, createPerson, createPlacement, createSupervisor, hourTypeId } from '#api/test/factories';
import { sendHours } from '#api/test/send-hours';
import { signInAs, signInNew } from '#api/test/sign-in-as';
import { findBrokenRules } from '../data-check/data-check.repository.ts';

// Many worksheets of the same people, of which two do something at the same moment: one comes after the other, and none is undone
// because each holds what the other wants.
const test = testApp();
const PEOPLE = 12;
const ROUNDS = 6;

interface Sheet {
  id: string;
  version: number;
}
let supervisors: Client[];
let staff: Client;
let weeks: Sheet[][];
let registered: string[];
let normal: string;

beforeAll(async () => {
  const { app, db } = test;
  normal = await hourTypeId(db);
  const [organisationId, other] = [await createOrganisation(db, 'Van Dijk Logistiek'), await createOrganisation(db)];
  const people = await Promise.all([1, 2].map(() => createSupervisor(db, organisationId, { mayRegister: true })));
  supervisors = await Promise.all(people.map((person) => signInAs(app, person)));
  staff = await signInNew(test, 'staff');
  const workers = await Promise.all(
    Array.from({ length: PEOPLE }, async () => {
      const person = await createPerson(db);
      const placementId = await createPlacement(db, person, organisationId);
      // Works elsewhere, too: days on which both could be true are looked for.
      await createPlacement(db, person, other);
      const hoursBy = 'supervisor';
      const forSupervisor = await createPlacement(db, person, organisationId, { hoursBy, startsOn: '2026-06-01' });
      return { client: await signInAs(app, person), placementId, forSupervisor };
    }),
  );
  registered = workers.map(({ forSupervisor }) => forSupervisor);
  const send = async (number: number, those: typeof workers) => {
    const sent: Sheet[] = [];
    for (const { client, placementId } of those) {
      sent.push(await sendHours(test, client, placementId, { number }));
    }
    return sent;
  };
  weeks = [await send(46, workers), await send(47, workers.toReversed())];
});

const decide = (client: Client | undefined, act: string, sheets: readonly Sheet[] = []) => {
  const items = sheets.map(({ id, version }) => ({ id, version }));
  return ask(test.app, client, 'POST', `/api/worksheets/${act}`, {
    items,
    ...(/decline|refuse/.test(act) && { reason: 'Nee' }),
  });
};

/** How often the database had to undo somebody. */
async function undone(): Promise<number> {
  const [found] = await test.db.query<{ deadlocks: string }>(
    sql`SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()`,
    'once',
  );
  return Number(found?.deadlocks);
}

it('two who decline weeks of the same people, in another order, come one after the other', async () => {
  const before = await undone();
  for (let round = 0; round < ROUNDS; round++)
    for (const act of ['decline', 'undo-decline']) {
      const answers = await Promise.all(weeks.map((sheets, at) => decide(supervisors[at], act, sheets)));
      expect(answers.map(({ status, body }) => [act, status, body.done?.length])).toEqual(
        weeks.map(() => [act, 200, PEOPLE]),
      );
      weeks = answers.map(({ body }) => body.done);
    }
  expect((await undone()) - before).toBe(0);
  expect(await findBrokenRules(test.db)).toEqual([]);
});

it('two who send hours of the same people for two weeks at once come one after the other', async () => {
  const before = await undone();
  for (let round = 0; round < ROUNDS; round++) {
    const answers = await Promise.all(
      weeks.map((_, at) => {
        const rows = (at === 0 ? registered : registered.toReversed()).map((placementId, n) => ({
          placementId,
          lines: [{ hourTypeId: normal, date: addDays('2026-06-08', 7 * (10 * at + round) + (n % 2)), minutes: 480 }],
        }));
        const { year, week } = isoWeekOf(rows[0]?.lines[0]?.date ?? '');
        const body = { periodType: 'week', year, period: week, rows };
        return ask(test.app, supervisors[at], 'POST', '/api/registration/send', body);
      }),
    );
    expect(answers.map(({ status, body }) => [status, body.done?.length])).toEqual(weeks.map(() => [200, PEOPLE]));
  }
  expect((await undone()) - before).toBe(0);
});

it('a run that is paying hours waits for nobody who takes them back at that moment', async () => {
  const [first] = weeks[0] ?? [];
  if (!first) throw new Error('no hours');
  const [approved] = (await decide(supervisors[0], 'approve', [first])).body.done;
  const [final] = (await decide(staff, 'finalise', [approved])).body.done;
  const other = (await decide(supervisors[0], 'approve', (weeks[0] ?? []).slice(1, 2))).body.done[0];
  // As a run does: it holds what waits to be paid, and then names the hours.
  const run = await test.db.pool.connect();
  try {
    await run.query('BEGIN');
    await run.query('SELECT FROM worksheet_unpaid WHERE id = $1 FOR UPDATE', [final.id]);
    const taken = decide(staff, 'reopen', [final, other]);
    await expect.poll(() => waiting(run)).toBe(1);
    await run.query("SET LOCAL lock_timeout = '500ms'");
    await run.query('SELECT FROM worksheet WHERE id = $1 FOR KEY SHARE', [final.id]);
    await run.query('COMMIT');
    expect((await taken).body.done.map(({ id }: Sheet) => id)).toEqual([final.id]);
  } finally {
    run.release(true);
  }
  expect(await findBrokenRules(test.db)).toEqual([]);
});

/** How many of this database wait for a lock. */
async function waiting(connection: Connection): Promise<number> {
  const { rows } = await connection.query<{ count: number }>(`
    SELECT count(*)::int AS count FROM pg_locks l JOIN pg_stat_activity a USING (pid)
     WHERE NOT l.granted AND a.datname = current_database()`);
  return rows[0]?.count ?? 0;
}
