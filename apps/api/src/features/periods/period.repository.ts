import { type Period, type PeriodType, periodsOfYear, type Week53 } from '@konnekt/shared/periods/period';
import type { PeriodRecord } from '@konnekt/shared/periods/period.contract';
import type { Answer } from '@konnekt/shared/routes';
import { isOpen } from '#api/kit/conditions';
import type { Db, Transaction } from '#api/kit/database';
import { type Sql, sql } from '#api/kit/sql';

/** Two years back, for history that is taken over, and two ahead. */
const YEARS = [-2, -1, 0, 1, 2];

const periodTypes: readonly PeriodType[] = ['week', 'four-weeks', 'month'];

/** Makes the rows of all periods around this year that are not there yet. */
export async function ensurePeriods(db: Db, now: Date): Promise<void> {
  const [agency] = await db.query<{ weekFiftyThree: 'long-last-period' | 'separate-week' }>(sql`
    SELECT week_fifty_three AS "weekFiftyThree" FROM agency`);
  const weekFiftyThree = agency?.weekFiftyThree ?? 'long-last-period';
  const years = YEARS.map((offset) => now.getUTCFullYear() + offset);
  const periods = years.flatMap((year) => periodTypes.flatMap((type) => periodsOfYear(type, year, weekFiftyThree)));
  await insertPeriods(db, periods);
}

/** Those that are there already stay as they are. */
export async function insertPeriods(db: Transaction, periods: readonly Period[]): Promise<void> {
  await db.query(sql`
    INSERT INTO period (type, year, number, starts_on, ends_on)
    SELECT * FROM unnest(${periods.map((p) => p.type)}::text[], ${periods.map((p) => p.year)}::int[],
      ${periods.map((p) => p.number)}::int[], ${periods.map((p) => p.startsOn)}::date[], ${periods.map((p) => p.endsOn)}::date[])
    ON CONFLICT DO NOTHING`);
}

/** The periods of a year, each with its worksheets: all of them, and those that are not final. */
export const listPeriodRecords = (db: Transaction, type: PeriodType, year: number): Promise<PeriodRecord[]> =>
  db.query<PeriodRecord>(sql`${records(sql`type = ${type} AND year = ${year}::int`)} ORDER BY pe.number`);

export async function findPeriodRecord(db: Transaction, id: string): Promise<PeriodRecord | undefined> {
  const [found] = await db.query<PeriodRecord>(records(sql`id = ${id}::uuid`));
  return found;
}

/** Closes or opens a period. False when it is so already. */
export async function setClosed(tx: Transaction, id: string, isClosed: boolean): Promise<boolean> {
  const turned = await tx.query(sql`
    UPDATE period SET closed_at = CASE WHEN ${isClosed}::boolean THEN now() END
     WHERE id = ${id}::uuid AND (closed_at IS NULL) = ${isClosed}::boolean RETURNING id`);
  return turned.length > 0;
}

/** Counted in one pass over the days of the periods asked for, by the index on the first day of a worksheet's period. */
const records = (which: Sql): Sql => sql`
  WITH asked AS MATERIALIZED (SELECT * FROM period WHERE ${which}), counted AS (
    SELECT w.period_id, count(*)::int AS worksheets, count(*) FILTER (WHERE w.status <> 'finalised')::int AS unfinished
      FROM worksheet w
     WHERE w.period_start BETWEEN (SELECT min(starts_on) FROM asked) AND (SELECT max(starts_on) FROM asked)
       AND w.period_id IN (SELECT id FROM asked)
     GROUP BY w.period_id
  )
  SELECT pe.id, pe.type, pe.year, pe.number, pe.starts_on AS "startsOn", pe.ends_on AS "endsOn", pe.closed_at AS "closedAt",
         coalesce(c.worksheets, 0) AS worksheets, coalesce(c.unfinished, 0) AS unfinished
    FROM asked pe LEFT JOIN counted c ON c.period_id = pe.id`;

/**
 * Makes the periods of four weeks anew where the agency treats a week 53 otherwise from now on. Answers the first period that has
 * worksheets or is closed and would come out different: then nothing was changed, and nothing can be.
 */
export async function remakeFourWeeks(tx: Transaction, week53: Week53): Promise<PeriodName | undefined> {
  const stored = await tx.query<PeriodName & { endsOn: string; isUsed: boolean }>(sql`
    SELECT pe.type, pe.year, pe.number, pe.starts_on AS "startsOn", pe.ends_on AS "endsOn",
           NOT ${isOpen(sql`pe`)} OR EXISTS (SELECT FROM worksheet w WHERE w.period_id = pe.id) AS "isUsed"
      FROM period pe WHERE pe.type = 'four-weeks' ORDER BY pe.starts_on FOR UPDATE OF pe`);
  const years = [...new Set(stored.map(({ year }) => year))];
  const wanted = years.flatMap((year) => periodsOfYear('four-weeks', year, week53));
  const keyOf = ({ year, number }: { year: number; number: number }) => `${year}-${number}`;
  const ends = new Map(wanted.map((period) => [keyOf(period), period.endsOn]));
  const other = stored.filter((period) => ends.get(keyOf(period)) !== period.endsOn);
  const used = other.find(({ isUsed }) => isUsed);
  if (used) return { type: used.type, year: used.year, number: used.number, startsOn: used.startsOn };
  for (const { year, number } of other) {
    await tx.query(
      sql`DELETE FROM period WHERE type = 'four-weeks' AND year = ${year}::int AND number = ${number}::int`,
    );
  }
  await insertPeriods(tx, wanted);
  return undefined;
}

interface PeriodName {
  type: string;
  year: number;
  number: number;
  startsOn: string;
}

export function listPeriods(db: Db, type: string, year: number): Promise<Answer<'GET /api/periods'>['items']> {
  return db.query(sql`
    SELECT type, year, number, starts_on AS "startsOn", ends_on AS "endsOn" FROM period
     WHERE type = ${type} AND year = ${year}::int ORDER BY number`);
}
