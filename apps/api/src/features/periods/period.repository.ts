import { type PeriodType, periodsOfYear } from '@konnekt/shared/periods/period';
import { type Db, sql } from '#api/plugins/database';

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
  await db.query(sql`
    INSERT INTO period (type, year, number, starts_on, ends_on)
    SELECT * FROM unnest(${periods.map((p) => p.type)}::text[], ${periods.map((p) => p.year)}::int[],
      ${periods.map((p) => p.number)}::int[], ${periods.map((p) => p.startsOn)}::date[], ${periods.map((p) => p.endsOn)}::date[])
    ON CONFLICT DO NOTHING`);
}
