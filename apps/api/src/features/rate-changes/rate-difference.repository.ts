import type { AskedRateChange } from '@konnekt/shared/rate-changes/rate-change.contract';
import { isNotEnded, rateOn } from '#api/kit/conditions';
import { noSql, type Sql, sql } from '#api/kit/sql';

/** Most that an hour pays or costs: as the table has it, and the forms. */
const mostCents = 1_000_000;

/**
 * What a change of rates comes to, as the parts of a WITH: `given` are the rates that are set, `becoming` beside those that held before; `difference` has a row for each line that was paid or
 * invoiced at another rate than it would have then, `line_difference` one for both. One pass over the worksheets of those placements, however many there are.
 *
 * What a line was paid at last is what its run paid, or the last change since; amounts round as the payroll run rounds (`payroll.repository.ts`).
 * What was paid or invoiced without a rate has no difference: nobody knows what it came to. Hours that were taken back have none, but where an earlier
 * difference of theirs is still on an invoice: they will be invoiced anew at the rate before that.
 */
export const differencesSql = (change: AskedRateChange): Sql => sql`
  given AS MATERIALIZED (${givenSql(change)}),
  becoming AS MATERIALIZED (
    SELECT g.*, o.pay_cents AS old_pay_cents, o.bill_cents AS old_bill_cents FROM given g
      LEFT JOIN LATERAL ${rateOn(sql`r.pay_cents, r.bill_cents`, { placementId: sql`g.placement_id`, hourTypeId: sql`g.hour_type_id`, day: sql`g.valid_from` })} o ON TRUE
  ),
  timeline AS MATERIALIZED (
    SELECT x.*, lead(x.valid_from) OVER (PARTITION BY x.placement_id, x.hour_type_id ORDER BY x.valid_from) AS until FROM (
      SELECT placement_id, hour_type_id, valid_from, pay_cents, bill_cents FROM given
      UNION ALL
      SELECT r.placement_id, r.hour_type_id, r.valid_from, r.pay_cents, r.bill_cents
        FROM placement_rate r JOIN (SELECT DISTINCT placement_id, hour_type_id FROM given) g USING (placement_id, hour_type_id)
       WHERE r.valid_from > ${change.validFrom}::date AND NOT EXISTS (
         SELECT FROM given n WHERE (n.placement_id, n.hour_type_id, n.valid_from) = (r.placement_id, r.hour_type_id, r.valid_from))) x
  ),
  touched AS MATERIALIZED (
    SELECT w.id AS worksheet_id, h.number AS line_number, t.pay_cents, t.bill_cents,
           coalesce(h.quantity, h.minutes) AS size, CASE WHEN y.unit IN ('hours', 'surcharge') THEN 60 ELSE 100 END AS per
      FROM (SELECT DISTINCT placement_id FROM given) g
      JOIN worksheet w ON w.placement_id = g.placement_id AND w.status = 'finalised' AND w.period_end >= ${change.validFrom}::date
      JOIN hour_line h ON h.worksheet_id = w.id
      JOIN hour_type y ON y.id = h.hour_type_id AND y.unit <> 'euros'
      JOIN timeline t ON t.placement_id = w.placement_id AND t.hour_type_id = h.hour_type_id AND t.valid_from <= coalesce(h.date, w.period_end)
       AND (t.until IS NULL OR t.until > coalesce(h.date, w.period_end))
  ),
  last_change AS MATERIALIZED (
    SELECT DISTINCT ON (c.worksheet_id, c.line_number, c.kind) c.worksheet_id, c.line_number, c.kind, c.new_cents, c.new_amount
      FROM rate_correction c WHERE NOT c.is_void ORDER BY c.worksheet_id, c.line_number, c.kind, c.change_id DESC
  ),
  difference AS MATERIALIZED (
    SELECT x.*, round(x.size::numeric * x.new_cents / x.per)::int AS new_amount FROM (
      SELECT 'pay' AS kind, t.worksheet_id, t.line_number, coalesce(c.new_cents, l.pay_rate_cents) AS old_cents, t.pay_cents AS new_cents,
             coalesce(c.new_amount, l.pay_cents) AS old_amount, t.size, t.per
        FROM touched t JOIN payroll_line l USING (worksheet_id, line_number)
        LEFT JOIN last_change c ON (c.worksheet_id, c.line_number, c.kind) = (t.worksheet_id, t.line_number, 'pay')
      UNION ALL
      SELECT 'bill', t.worksheet_id, t.line_number, coalesce(c.new_cents, l.price_cents), t.bill_cents,
             coalesce(c.new_amount, round(t.size::numeric * l.price_cents / t.per)::int), t.size, t.per
        FROM touched t LEFT JOIN (invoice_source s JOIN invoice_line l ON l.id = s.invoice_line_id)
          ON s.worksheet_id = t.worksheet_id AND s.line_number = t.line_number AND s.freed_at IS NULL
        LEFT JOIN last_change c ON (c.worksheet_id, c.line_number, c.kind) = (t.worksheet_id, t.line_number, 'bill')
       WHERE CASE WHEN l.id IS NOT NULL THEN l.id NOT IN (SELECT b.id FROM invoice_line_taken_back b) ELSE EXISTS (
               SELECT FROM invoice_rate_source r WHERE r.worksheet_id = t.worksheet_id AND r.line_number = t.line_number AND r.freed_at IS NULL) END) x
     WHERE x.old_cents <> x.new_cents
  ),
  line_difference AS MATERIALIZED (
    SELECT d.worksheet_id, d.line_number, sum(d.new_amount - d.old_amount) FILTER (WHERE d.kind = 'pay') AS pay,
           sum(d.new_amount - d.old_amount) FILTER (WHERE d.kind = 'bill') AS bill
      FROM difference d GROUP BY d.worksheet_id, d.line_number
  )`;

/**
 * The rates that are set: those of one placement as they were typed, or those that hold from the day on, each raised to the cent. What is no pay for
 * time (kilometres, pieces) is agreed by itself, and not raised with it.
 */
function givenSql({ validFrom, asked }: AskedRateChange): Sql {
  if (asked.kind === 'rates') {
    const { placementId, rates } = asked;
    return sql`
      SELECT p.id AS placement_id, n.hour_type_id, ${validFrom}::date AS valid_from, n.pay_cents, n.bill_cents
        FROM placement p, unnest(${rates.map((r) => r.hourTypeId)}::uuid[], ${rates.map((r) => r.payCents)}::int[],
          ${rates.map((r) => r.billCents)}::int[]) AS n (hour_type_id, pay_cents, bill_cents) WHERE p.id = ${placementId}::uuid`;
  }
  const { organisationId, payRiseBp, billRiseBp } = asked;
  const raised = (cents: Sql, riseBp: number) =>
    sql`least(round(${cents} * ${10_000 + riseBp}::numeric / 10000), ${mostCents}::int)::int`;
  return sql`
    SELECT r.placement_id, r.hour_type_id, greatest(r.valid_from, ${validFrom}::date) AS valid_from,
           ${raised(sql`r.pay_cents`, payRiseBp)} AS pay_cents, ${raised(sql`r.bill_cents`, billRiseBp)} AS bill_cents
      FROM (SELECT r.*, lead(r.valid_from) OVER (PARTITION BY r.placement_id, r.hour_type_id ORDER BY r.valid_from) AS until
              FROM placement_rate r JOIN placement p ON p.id = r.placement_id JOIN hour_type y ON y.id = r.hour_type_id AND y.unit IN ('hours', 'surcharge')
             WHERE ${isNotEnded(validFrom)}
               ${organisationId ? sql`AND p.organisation_id = ${organisationId}::uuid` : noSql}) r
     WHERE r.until IS NULL OR r.until > ${validFrom}::date`;
}
