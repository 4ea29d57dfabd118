import type {
  AskedRateChange,
  RateChangeMade,
  RateDifference,
  RatePreview,
} from '@konnekt/shared/rate-changes/rate-change.contract';
import type { Author, Transaction } from '#api/kit/database';
import { type AskedPage, keysetList } from '#api/kit/keyset-list';
import { type Sql, sql } from '#api/kit/sql';
import { differencesSql } from './rate-difference.repository.ts';

/** What somebody has to have seen to accept it. */
export type SeenOfRates = Pick<
  RatePreview,
  'lines' | 'payCents' | 'billCents' | 'rates' | 'placements' | 'fingerprint'
>;

/** So many workers, and rates, are answered. */
const most = 2000;

const sums = sql`count(*)::int AS lines, coalesce(sum(d.pay), 0)::float8 AS "payCents", coalesce(sum(d.bill), 0)::float8 AS "billCents"`;
const fingerprint = sql`(SELECT md5(coalesce(string_agg(b::text, ' ' ORDER BY b.placement_id, b.hour_type_id, b.valid_from), '')) FROM becoming b)`;
const totals = sql`${sums}, (SELECT count(*)::int FROM given) AS rates, (SELECT count(DISTINCT placement_id)::int FROM given) AS placements, ${fingerprint} AS fingerprint`;

/** All of it in one statement, so that its sums are those of its rows. */
export async function previewDifferences(
  db: Transaction,
  change: AskedRateChange,
  employeeId: string | undefined,
): Promise<Omit<RatePreview, 'differences'> & { differences: StoredDifference[] }> {
  const [preview] = await db.query<Omit<RatePreview, 'differences'> & { differences: StoredDifference[] }>(sql`
    WITH ${differencesSql(change)}, of_worker AS MATERIALIZED (
      SELECT w.employee_id, w.organisation_id, min(p.employee_name) AS name, min(p.employee_sort_name) AS sort_name, ${sums}
        FROM line_difference d JOIN worksheet w ON w.id = d.worksheet_id JOIN placement p ON p.id = w.placement_id
       GROUP BY w.employee_id, w.organisation_id)
    SELECT (SELECT row_to_json(x) FROM (SELECT ${totals} FROM line_difference d) x) AS totals,
           (SELECT coalesce(json_agg(x), '[]') FROM (
             SELECT t.id AS "hourTypeId", t.name_nl AS "hourTypeNl", t.name_en AS "hourTypeEn", b.valid_from AS "validFrom", b.old_pay_cents AS "oldPayCents",
                    b.pay_cents AS "payCents", b.old_bill_cents AS "oldBillCents", b.bill_cents AS "billCents", count(*)::int AS placements
               FROM becoming b JOIN hour_type t ON t.id = b.hour_type_id
              GROUP BY t.id, b.valid_from, b.old_pay_cents, b.pay_cents, b.old_bill_cents, b.bill_cents
              ORDER BY t.sort_order, t.code, b.valid_from, b.pay_cents, b.bill_cents, b.old_pay_cents, b.old_bill_cents LIMIT ${most}::int) x) AS set,
           (SELECT coalesce(json_agg(x ORDER BY x.name), '[]') FROM (
             SELECT o.id, o.name, sum(v.lines)::int AS lines, sum(v."payCents")::float8 AS "payCents", sum(v."billCents")::float8 AS "billCents"
               FROM of_worker v JOIN organisation o ON o.id = v.organisation_id GROUP BY o.id, o.name) x) AS organisations,
           (SELECT coalesce(json_agg(x), '[]') FROM (
             SELECT v.employee_id AS "employeeId", v.name AS "employeeName", o.id AS "organisationId", o.name AS "organisationName",
                    v.lines, v."payCents", v."billCents"
               FROM of_worker v JOIN organisation o ON o.id = v.organisation_id ORDER BY v.sort_name, o.name LIMIT ${most}::int) x) AS workers,
           (SELECT coalesce(json_agg(x), '[]') FROM (
             SELECT ${differenceColumns} FROM difference d ${named} WHERE w.employee_id = ${employeeId ?? null}::uuid
              ORDER BY w.period_start, w.reference, d.line_number, d.kind DESC) x) AS differences`);
  if (!preview) throw new Error('A select without a table answers a row');
  const { totals: all, ...rest } = preview as typeof preview & { totals: SeenOfRates };
  return { ...rest, ...all };
}

export type StoredDifference = Omit<RateDifference, 'reference'> & { reference: number };

/** A difference `d` with the words of its line. */
const named = sql`JOIN worksheet w ON w.id = d.worksheet_id JOIN placement p ON p.id = w.placement_id JOIN organisation o ON o.id = w.organisation_id
  JOIN period pe ON pe.id = w.period_id JOIN hour_line h ON h.worksheet_id = d.worksheet_id AND h.number = d.line_number JOIN hour_type t ON t.id = h.hour_type_id`;
const differenceColumns = sql`d.kind, d.worksheet_id AS "worksheetId", w.reference, d.line_number AS "lineNumber", p.employee_name AS "employeeName",
  o.name AS "organisationName", json_build_object('type', pe.type, 'year', pe.year, 'number', pe.number, 'startsOn', pe.starts_on, 'endsOn', pe.ends_on) AS period,
  h.date, t.name_nl AS "hourTypeNl", t.name_en AS "hourTypeEn", t.unit, h.minutes, h.quantity, d.old_cents AS "oldCents", d.new_cents AS "newCents", d.old_amount AS "oldAmount",
  d.new_amount AS "newAmount"`;

/**
 * One after another, and never while hours are paid or invoiced: what either of them takes has been taken at one rate. The placements are held as
 * everybody holds them who changes rates.
 */
export async function holdRates(tx: Transaction, change: AskedRateChange): Promise<void> {
  await tx.query(
    sql`SELECT pg_advisory_xact_lock(hashtextextended('invoicing', 0)), pg_advisory_xact_lock(hashtextextended('payroll', 0))`,
  );
  const { asked } = change;
  await tx.query(sql`
    SELECT FROM placement p WHERE ${asked.kind === 'rates' ? sql`p.id = ${asked.placementId}::uuid` : sql`TRUE`} ORDER BY p.id FOR UPDATE`);
}

/** Sets the rates and keeps the differences, all by what is there at this moment. Nothing when none is set. */
export async function insertRateChange(
  tx: Transaction,
  author: Author,
  change: AskedRateChange,
  reason: string,
): Promise<(SeenOfRates & { id: string }) | undefined> {
  const [made] = await tx.query<SeenOfRates & { id: string }>(sql`
    WITH ${differencesSql(change)}, made AS (
      INSERT INTO rate_change (valid_from, asked, reason, created_by_id, created_by_name, rates, placements, lines, pay_cents, bill_cents)
      SELECT ${change.validFrom}::date, ${JSON.stringify(change.asked)}::jsonb, ${reason}, ${author.personId}::uuid, ${author.name},
             x.rates, x.placements, x.lines, x."payCents", x."billCents" FROM (SELECT ${totals} FROM line_difference d) x WHERE x.rates > 0
      RETURNING id, rates, placements, lines, pay_cents AS "payCents", bill_cents AS "billCents", ${fingerprint} AS fingerprint
    ), corrected AS (
      INSERT INTO rate_correction (change_id, worksheet_id, line_number, kind, old_cents, new_cents, old_amount, new_amount)
      SELECT made.id, d.worksheet_id, d.line_number, d.kind, d.old_cents, d.new_cents, d.old_amount, d.new_amount FROM difference d CROSS JOIN made
    ), set_rates AS (
      INSERT INTO placement_rate (placement_id, hour_type_id, valid_from, pay_cents, bill_cents)
      SELECT placement_id, hour_type_id, valid_from, pay_cents, bill_cents FROM given
      ON CONFLICT (placement_id, hour_type_id, valid_from) DO UPDATE SET pay_cents = EXCLUDED.pay_cents, bill_cents = EXCLUDED.bill_cents
    ), raised AS (
      UPDATE placement p SET version = p.version + 1 FROM (SELECT DISTINCT placement_id FROM given) g WHERE p.id = g.placement_id
    )
    SELECT * FROM made`);
  return made;
}

const changeColumns = sql`c.id, c.valid_from AS "validFrom", c.asked, o.name AS "organisationName", p.employee_name AS "employeeName", c.reason, c.created_at AS "createdAt", c.created_by_name AS "createdByName", c.rates,
  c.placements, c.lines, c.pay_cents AS "payCents", c.bill_cents AS "billCents", x.pay_lines AS "payLines", x.paid_lines AS "paidLines",
  x.bill_lines AS "billLines", x.invoiced_lines AS "invoicedLines"`;
const changes = sql`FROM rate_change c CROSS JOIN LATERAL (
  SELECT count(*) FILTER (WHERE d.kind = 'pay')::int AS pay_lines, count(d.run_id)::int AS paid_lines,
         count(*) FILTER (WHERE d.kind = 'bill' AND NOT d.is_void)::int AS bill_lines, count(s.change_id)::int AS invoiced_lines
    FROM rate_correction d LEFT JOIN invoice_rate_source s ON s.worksheet_id = d.worksheet_id AND s.line_number = d.line_number AND s.change_id = d.change_id
     AND s.kind = d.kind AND s.freed_at IS NULL WHERE d.change_id = c.id) x
  LEFT JOIN placement p ON p.id = (c.asked ->> 'placementId')::uuid
  LEFT JOIN organisation o ON o.id = coalesce(p.organisation_id, (c.asked ->> 'organisationId')::uuid)`;

export const listRateChanges = (db: Transaction, page: AskedPage) =>
  keysetList<RateChangeMade>(db, {
    columns: changeColumns,
    matching: sql`${changes} WHERE TRUE`,
    id: sql`c.id`,
    isDescending: true,
    page,
  });

export async function findRateChange(db: Transaction, id: string): Promise<RateChangeMade | undefined> {
  const [found] = await db.query<RateChangeMade>(sql`SELECT ${changeColumns} ${changes} WHERE c.id = ${id}::uuid`);
  return found;
}

/** By name, worksheet and line. */
export function listDifferences(db: Transaction, changeId: string, page: AskedPage) {
  const place: Sql = sql`p.employee_sort_name || lpad(w.reference::text, 12) || lpad(d.line_number::text, 6) || d.kind`;
  return keysetList<StoredDifference>(db, {
    columns: differenceColumns,
    matching: sql`FROM rate_correction d ${named} WHERE d.change_id = ${changeId}::uuid`,
    key: { column: place },
    id: sql`d.worksheet_id`,
    page,
  });
}
