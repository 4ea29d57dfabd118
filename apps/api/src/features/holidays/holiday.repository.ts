import type { Holiday, HolidayList } from '@konnekt/shared/holidays/holiday.schema';
import type { Transaction } from '#api/kit/database';
import { sql } from '#api/kit/sql';
import { organisationInSight, type Sight } from '#api/kit/visibility';

interface Which {
  organisationId: string | null;
  year: number;
}

/** The list of a year, the client's own or else the agency's; nothing where there is no such client. */
export async function findList(db: Transaction, sight: Sight, which: Which): Promise<HolidayList | undefined> {
  const { organisationId, year } = which;
  const [found] = await db.query<HolidayList>(sql`
    SELECT ${organisationId}::uuid AS "organisationId", ${year}::int AS year, coalesce(own.version, 0) AS version, own.id IS NOT NULL AS "isOwn",
           coalesce(own.days, agencys.days, '[]') AS days
      FROM (SELECT 1) one
      LEFT JOIN holiday_list own ON own.year = ${year}::int AND own.organisation_id IS NOT DISTINCT FROM ${organisationId}::uuid
      LEFT JOIN holiday_list agencys ON agencys.year = ${year}::int AND agencys.organisation_id IS NULL
     WHERE ${organisationId}::uuid IS NULL OR EXISTS (SELECT FROM organisation o WHERE o.id = ${organisationId}::uuid AND ${organisationInSight(sight)})`);
  return found;
}

/** Sets the days of a list in the version that was read (0: there was none), or takes it away; false when it is another by now. */
export async function writeList(
  tx: Transaction,
  { organisationId, year, version, days }: Which & { version: number; days: readonly Holiday[] | null },
): Promise<boolean> {
  const which = sql`year = ${year}::int AND organisation_id IS NOT DISTINCT FROM ${organisationId}::uuid AND version = ${version}::int`;
  const content = sql`${JSON.stringify(days)}::jsonb`;
  if (days === null) {
    const gone = await tx.query(sql`DELETE FROM holiday_list WHERE ${which} RETURNING id`);
    return gone.length > 0 || version === 0;
  }
  const written = await tx.query(
    version === 0
      ? sql`INSERT INTO holiday_list (organisation_id, year, days) VALUES (${organisationId}::uuid, ${year}::int, ${content})
            ON CONFLICT ON CONSTRAINT holiday_list_once DO NOTHING RETURNING id`
      : sql`UPDATE holiday_list SET version = version + 1, days = ${content} WHERE ${which} RETURNING id`,
  );
  return written.length > 0;
}

/** The agency's public holidays from a day up to another one. */
export const holidaysBetween = (db: Transaction, from: string, until: string): Promise<Holiday[]> =>
  db.query(sql`
    SELECT d.date, d."nameNl", d."nameEn" FROM holiday_list h CROSS JOIN jsonb_to_recordset(h.days) AS d (date date, "nameNl" text, "nameEn" text)
     WHERE h.organisation_id IS NULL AND d.date BETWEEN ${from}::date AND ${until}::date ORDER BY d.date`);
