import { addDays } from '@konnekt/shared/basics/calendar-day';
import type { Db } from '#api/kit/database';
import { LAST_MONDAY } from './fill.ts';
import { registrars } from './registrars.ts';
import type { Scenario } from './scenario.ts';
import type { BenchAccount, Work } from './task.ts';

/**
 * Work for so many requests: number n belongs to account n mod accounts, and is about their own. What a request uses up is handed
 * out once, so that every worksheet makes one step in a run.
 */
export async function handOut(db: Db, scenario: Scenario, count: number, accounts: BenchAccount[]): Promise<Work[]> {
  const hourTypes = await hourTypesOf(db);
  const isRegistered = scenario.accounts === 'registrar';
  const ownOf = await (isRegistered ? placementsOf(db, accounts) : worksheetsOf(db, scenario, accounts));
  return Array.from({ length: count }, (_, n): Work => {
    const account = accounts[n % accounts.length] as BenchAccount; // n mod their number
    const own = ownOf.get(account.personId) ?? [];
    const turn = Math.floor(n / accounts.length);
    if (isRegistered)
      return {
        ...{ n, account, ids: own.map(({ id }) => id), versions: [], people: own },
        weekStart: weekBack(turn),
        lines: [
          { hourTypeId: hourTypes.N100 ?? '', date: null, minutes: 2250 },
          { hourTypeId: hourTypes.O125 ?? '', date: null, minutes: 90 },
        ],
      };
    const taken = takenOf(scenario, own, turn);
    const weekStart = taken[0]?.weekStart ?? LAST_MONDAY;
    return {
      ...{ n, account, people: [], weekStart },
      ids: taken.map(({ id }) => id),
      versions: taken.map(({ version }) => version),
      lines: [0, 1, 2, 3, 4].map((day) => ({
        hourTypeId: hourTypes.N100 ?? '',
        date: addDays(weekStart, day),
        minutes: 450 + (n % 30),
      })),
    };
  });
}

/** The Monday so many weeks before the last of the bench. */
export const weekBack = (weeks: number): string => addDays(LAST_MONDAY, -7 * weeks);

interface Own {
  id: string;
  version: number;
  weekStart: string;
  employeeId: string;
  name: string;
}

function takenOf({ name, writes, perRequest }: Scenario, own: Own[], turn: number): Own[] {
  if (!writes) return own.length > 0 ? [own[turn % own.length] as Own] : []; // within its length
  const taken = own.slice(turn * perRequest, (turn + 1) * perRequest);
  if (taken.length < perRequest) throw new RangeError(`${name}: the database is too small for so many requests`);
  return taken;
}

async function worksheetsOf(db: Db, { weeks, status, accounts: kind }: Scenario, accounts: BenchAccount[]) {
  const [from, until] = weeks;
  const owner =
    kind === 'employee'
      ? `JOIN employee own ON own.id = w.employee_id`
      : `JOIN supervisor_right own ON own.organisation_id = w.organisation_id`;
  return ownRows(
    db,
    `SELECT own.person_id AS "ownerId", w.id, w.version, w.period_start AS "weekStart" FROM worksheet w ${owner}
      WHERE own.person_id = ANY($1::uuid[]) AND w.status = '${status}' AND w.period_start BETWEEN '${weekBack(until)}' AND '${weekBack(from)}'
      ORDER BY w.id`,
    accounts,
  );
}

async function placementsOf(db: Db, accounts: BenchAccount[]) {
  return ownRows(
    db,
    `SELECT own.person_id AS "ownerId", p.id, p.employee_id AS "employeeId", n.full_name AS name
       FROM supervisor_right own JOIN placement p USING (organisation_id) JOIN employee e ON e.id = p.employee_id JOIN person n ON n.id = e.person_id
      WHERE own.person_id = ANY($1::uuid[]) ORDER BY p.id LIMIT ${registrars.count * registrars.employeesEach}`,
    accounts,
  );
}

async function ownRows(db: Db, text: string, accounts: BenchAccount[]): Promise<Map<string, Own[]>> {
  const { rows } = await db.pool.query<Own & { ownerId: string }>(text, [accounts.map(({ personId }) => personId)]);
  return Map.groupBy(rows, ({ ownerId }) => ownerId);
}

async function hourTypesOf(db: Db): Promise<Record<string, string>> {
  const { rows } = await db.pool.query<{ id: string; code: string }>('SELECT id, code FROM hour_type');
  return Object.fromEntries(rows.map(({ id, code }) => [code, id]));
}
