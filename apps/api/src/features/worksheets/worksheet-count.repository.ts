import { mostCounted } from '@konnekt/shared/basics/most-counted';
import { catalogueVersion } from '#api/kit/catalogue';
import type { Db } from '#api/kit/database';
import { constantsSql, type Sql, sql } from '#api/kit/sql';
import type { Sight } from '#api/kit/visibility';
import { conditions, everything, type Filters, sourceOf } from './worksheet-filter.repository.ts';
import { owed, toFill } from './worksheet-owed.repository.ts';

/** The three counts of the status overview. Each counts exactly what its list holds. */
export async function countPhases(db: Db, sight: Sight, filters: Filters) {
  const count = (phase: 'to-approve' | 'to-finalise') => {
    const query = { ...filters, phase };
    return sql`(SELECT count(*)::int FROM ${sourceOf(sight, query, 'period')} w WHERE ${conditions(sight, query)})`;
  };
  const toFillIn = filters.q ? owed(sight, filters) : sql`(${toFill(sight, filters)}) owed`;
  const [counts] = await db.query<{ toFill: number; toApprove: number; toFinalise: number }>(
    sql`
    SELECT (SELECT count(*)::int FROM ${toFillIn}) AS "toFill",
           ${count('to-approve')} AS "toApprove", ${count('to-finalise')} AS "toFinalise"`,
    Object.values(filters).some((choice) => choice !== undefined) ? 'once' : 'kept',
  );
  return counts ?? { toFill: 0, toApprove: 0, toFinalise: 0 };
}

/** How many are done, counted to 10,000. */
export async function countDone(db: Db, sight: Sight, filters: Filters): Promise<number> {
  const where = conditions(sight, { ...filters, phase: 'done' });
  const [counted] = await db.query<{ n: number }>(
    sql`SELECT count(*)::int AS n FROM (SELECT FROM ${everything} w WHERE ${where} LIMIT ${mostCounted}::int) done`,
    Object.values(filters).some((choice) => choice !== undefined) ? 'once' : 'kept',
  );
  return counted?.n ?? 0;
}

/**
 * The three counts of each period and of each organisation, and of all, in one statement: over the same rows that the lists hold. The
 * grouped columns tell what a row is of; of all neither is set.
 */
export const countPlaces = (db: Db, sight: Sight, filters: Filters): Promise<PlaceCounts[]> =>
  db.query<PlaceCounts>(
    sql`
    SELECT open.period_id AS "periodId", o.id AS "organisationId", o.name AS "organisationName", open.to_fill AS "toFill",
           open.to_approve AS "toApprove", open.to_finalise AS "toFinalise", ${catalogueVersion} AS catalogue
      FROM (SELECT period_id, organisation_id, count(*) FILTER (WHERE phase = 'to-fill')::int AS to_fill,
                   count(*) FILTER (WHERE phase = 'to-approve')::int AS to_approve,
                   count(*) FILTER (WHERE phase = 'to-finalise')::int AS to_finalise
              FROM (SELECT pe.id AS period_id, p.organisation_id, 'to-fill' AS phase FROM ${owed(sight, filters)}
                    UNION ALL ${sentOf(sight, filters, 'to-approve')} UNION ALL ${sentOf(sight, filters, 'to-finalise')}) one
             GROUP BY GROUPING SETS ((), (period_id), (organisation_id))) open
      LEFT JOIN organisation o ON o.id = open.organisation_id
     ORDER BY o.name`,
    'once',
  );

export interface PlaceCounts {
  periodId: string | null;
  organisationId: string | null;
  organisationName: string | null;
  toFill: number;
  toApprove: number;
  toFinalise: number;
  /** The version of the catalogue that names the period. */
  catalogue: number;
}

/** What waits in a phase, with its period and organisation: what the list of the phase holds. */
function sentOf(sight: Sight, filters: Filters, phase: 'to-approve' | 'to-finalise'): Sql {
  const query = { ...filters, phase };
  return sql`SELECT x.period_id, x.organisation_id, ${constantsSql([phase])} FROM ${sourceOf(sight, query, 'period')} w
    JOIN worksheet x ON x.id = w.id WHERE ${conditions(sight, query)}`;
}
