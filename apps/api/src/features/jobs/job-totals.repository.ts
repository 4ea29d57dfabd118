import { isOffice } from '@konnekt/shared/basics/actor';
import type { JobTotal } from '@konnekt/shared/jobs/job.schema';
import { rateOn } from '#api/kit/conditions';
import type { Transaction } from '#api/kit/database';
import { noSql, type Sql, sql } from '#api/kit/sql';
import { organisationsOf, placementInSight, type Sight } from '#api/kit/visibility';
import { sentOf } from './job.repository.ts';

/**
 * What each function cost at each cost centre in a year. A line is priced as an invoice prices it: the size of a person's week, hour type,
 * budget number and rate, rounded once. A cost centre is that of the budget number, else the client's.
 */
export const listJobTotals = (
  db: Transaction,
  sight: Sight,
  { year, organisationId }: { year: number; organisationId?: string | undefined },
): Promise<JobTotal[]> =>
  db.query<JobTotal>(
    sql`
    WITH sized AS (
      SELECT p.organisation_id, p.function_name, coalesce(b.cost_centre, p.cost_centre, o.cost_centre) AS cost_centre, w.employee_id, t.unit,
             CASE WHEN t.unit = 'euros' THEN t.bill_share_bp / 100 WHEN t.bill_share_bp > 0 THEN rate.bill_cents END AS price_cents,
             sum(CASE t.unit WHEN 'hours' THEN l.minutes ELSE 0 END) AS minutes, sum(coalesce(l.quantity, l.minutes)) AS size
        FROM placement p JOIN organisation o ON o.id = p.organisation_id JOIN worksheet w ON w.placement_id = p.id
        JOIN period pe ON pe.id = w.period_id JOIN hour_line l ON l.worksheet_id = w.id JOIN hour_type t ON t.id = l.hour_type_id
        LEFT JOIN budget_number b ON b.organisation_id = p.organisation_id AND upper(b.number) = upper(coalesce(l.budget_number, p.budget_number))
        LEFT JOIN LATERAL ${rateOn(sql`r.bill_cents`, { placementId: sql`p.id`, hourTypeId: sql`t.id`, day: sql`coalesce(l.date, w.period_end)` })} rate ON TRUE
       WHERE pe.year = ${year}::int AND ${placementInSight(sight)} AND ${sentOf(sight)}
         ${organisationId ? sql`AND p.organisation_id = ${organisationId}::uuid` : noSql}
       GROUP BY p.organisation_id, p.function_name, coalesce(b.cost_centre, p.cost_centre, o.cost_centre), w.employee_id, t.unit, 6, t.id, b.id, w.placement_id,
                date_trunc('week', coalesce(l.date, w.period_end)))
    SELECT s.organisation_id AS "organisationId", o.name AS "organisationName", s.function_name AS "functionName", s.cost_centre AS "costCentre",
           count(DISTINCT s.employee_id)::int AS employees, sum(s.minutes)::int AS minutes,
           CASE WHEN ${seesCost(sight)} THEN coalesce(sum(round(s.size * s.price_cents / CASE WHEN s.unit IN ('hours', 'surcharge') THEN 60.0 ELSE 100.0 END)), 0)::int END AS "billCents"
      FROM sized s JOIN organisation o ON o.id = s.organisation_id
     GROUP BY s.organisation_id, o.name, s.function_name, s.cost_centre
     ORDER BY o.name, s.organisation_id, s.function_name, s.cost_centre NULLS LAST`,
    'once',
  );

/** For an organisation of `s`: rates are for who may see its invoices. */
const seesCost = (sight: Sight): Sql =>
  isOffice(sight.actor) ? sql`TRUE` : sql`s.organisation_id IN ${organisationsOf(sight, 'may_see_invoices')}`;
