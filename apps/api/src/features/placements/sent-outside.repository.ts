import type { PlacementFields } from '@konnekt/shared/placements/placement.schema';
import { isOutside } from '#api/features/worksheets/worksheet.service';
import type { Transaction } from '#api/kit/database';
import { type Sql, sql } from '#api/kit/sql';

export interface SentPeriod {
  type: string;
  year: number;
  number: number;
  startsOn: string;
  isBefore: boolean;
}
/** The period of the first sent hours that would fall outside, if there are any. */
export async function findSentOutside(
  tx: Transaction,
  id: string,
  fields: PlacementFields,
): Promise<SentPeriod | undefined> {
  const [found] = await tx.query<SentPeriod>(sql`${sentOutside(id, fields)} ORDER BY pe.starts_on LIMIT 1`);
  return found;
}

export const sentOutside = (id: string, { startsOn, endsOn }: PlacementFields): Sql => sql`
  SELECT pe.type, pe.year, pe.number, pe.starts_on AS "startsOn", coalesce(l.date, pe.ends_on) < ${startsOn}::date AS "isBefore"
    FROM worksheet w JOIN hour_line l ON l.worksheet_id = w.id JOIN period pe ON pe.id = w.period_id
   WHERE w.placement_id = ${id}::uuid AND w.status IN ('submitted', 'approved', 'finalised') AND ${isOutside(startsOn, endsOn)}`;
