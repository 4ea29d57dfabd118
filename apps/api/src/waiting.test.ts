import { beforeAll, describe, expect, it } from 'vitest';
import { findBrokenRules } from './features/data-check/data-check.repository.ts';
import { sql } from './kit/sql.ts';
import { ask, type Client, testApp } from './test/build-app.ts';
import {
  createOrganisation,
  createPerson,
  createPlacement,
  createSupervisor,
  hourTypeId,
  type Person,
} from './test/factories.ts';
import { saveHours } from './test/send-hours.ts';
import { signInAs, signInNew } from './test/sign-in-as.ts';

const test = testApp();

let organisationId: string;
let supervisor: Person;
let asStaff: Client;

beforeAll(async () => {
  organisationId = await createOrganisation(test.db);
  asStaff = await signInNew(test, 'staff');
});

/** A draft of week 47 of a new employee, and who may approve it. */
async function drafted() {
  const employee = await createPerson(test.db);
  supervisor = await createSupervisor(test.db, organisationId, { mayRegister: true });
  const placementId = await createPlacement(test.db, employee, organisationId);
  const client = await signInAs(test.app, employee);
  const { id } = await saveHours(test, client, placementId);
  return { id, placementId, client };
}
async function sent() {
  const draft = await drafted();
  await ask(test.app, draft.client, 'POST', `/api/worksheets/${draft.id}/send`, { version: 1 });
  return { ...draft, approver: await signInAs(test.app, supervisor) };
}
const approve = (client: Client, id: string) =>
  ask(test.app, client, 'POST', '/api/worksheets/approve', { items: [{ id, version: 2 }] });
const stateOf = async (id: string) => {
  const rows = await test.db.query<{ status: string }>(sql`SELECT status FROM worksheet WHERE id = ${id}::uuid`);
  return rows[0]?.status;
};

/** Makes a step that has to wait for somebody who holds the worksheet, and lets `meanwhile` become true before it goes on. */
async function whileWaiting<T>(id: string, step: () => Promise<T>, meanwhile: () => Promise<unknown>): Promise<T> {
  const holder = await test.db.pool.connect();
  try {
    await holder.query('BEGIN');
    await holder.query('SELECT FROM worksheet WHERE id = $1 FOR UPDATE', [id]);
    const made = step();
    // Asked from outside: within a transaction the answer never changes.
    const waiting = async () => {
      const { rows } = await test.db.pool.query(
        `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      return rows.length;
    };
    await expect.poll(waiting, { timeout: 20_000 }).toBeGreaterThan(0);
    await meanwhile();
    // Waits of less than a fiftieth of a second count as none (decision 20).
    await holder.query('SELECT pg_sleep(0.03)');
    await holder.query('COMMIT');
    return await made;
  } finally {
    holder.release();
  }
}

describe('a step that had to wait is judged by what is true when it is done', () => {
  it('sending through the closing of its period is refused', async () => {
    const { id, client } = await drafted();
    const close = (at: string | null) =>
      test.db.pool.query(`UPDATE period SET closed_at = $1 WHERE type = 'week' AND year = 2026 AND number = 47`, [at]);
    try {
      const answer = await whileWaiting(
        id,
        () => ask(test.app, client, 'POST', `/api/worksheets/${id}/send`, { version: 1 }),
        () => close('2026-11-21'),
      );
      expect([answer.status, answer.body.code]).toEqual([409, 'period-closed']);
      expect(await stateOf(id)).toBe('draft');
    } finally {
      await close(null);
    }
  });

  it('approving through the blocking of its account is refused, and the session is over', async () => {
    const { id, approver } = await sent();
    const answer = await whileWaiting(
      id,
      () => approve(approver, id),
      () => test.db.query(sql`UPDATE account SET status = 'blocked' WHERE person_id = ${supervisor.personId}::uuid`),
    );
    expect([answer.status, answer.body.code]).toEqual([401, 'not-signed-in']);
    expect(await stateOf(id)).toBe('submitted');
  });

  it('approving through the end of its right is refused, item by item', async () => {
    const { id, approver } = await sent();
    const answer = await whileWaiting(
      id,
      () => approve(approver, id),
      () =>
        test.db.query(sql`
          UPDATE supervisor_right SET valid_until = '2026-11-20' WHERE person_id = ${supervisor.personId}::uuid`),
    );
    expect(answer.body).toEqual({ done: [], refused: [{ id, code: 'not-yours' }] });
    expect(await stateOf(id)).toBe('submitted');
  });

  it('taking a rate back through the finalising of hours at it is refused', async () => {
    const { id, placementId, approver } = await sent();
    await approve(approver, id);
    const given = await ask(test.app, asStaff, 'POST', `/api/placements/${placementId}/rates`, {
      version: 1,
      validFrom: '2026-11-16',
      rates: [{ hourTypeId: await hourTypeId(test.db), payCents: 1680, billCents: 3024 }],
    });
    const rateId = given.body.rates[0].id;
    const holder = await test.db.pool.connect();
    try {
      await holder.query('BEGIN');
      await holder.query(`UPDATE worksheet SET status = 'finalised' WHERE id = $1`, [id]);
      const taken = ask(test.app, asStaff, 'DELETE', `/api/placement-rates/${rateId}`);
      await expect
        .poll(
          async () => {
            const { rows } = await test.db.pool.query(
              `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
            );
            return rows.length;
          },
          { timeout: 20_000 },
        )
        .toBeGreaterThan(0);
      await holder.query('COMMIT');
      expect([(await taken).status, (await taken).body.code]).toEqual([409, 'rate-changes-the-past']);
    } finally {
      holder.release();
    }
    await test.db.pool.query(`UPDATE worksheet SET status = 'approved' WHERE id = $1`, [id]);
    expect(await findBrokenRules(test.db)).toEqual([]);
  });
});
