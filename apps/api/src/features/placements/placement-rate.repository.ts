import type { SetRates } from '@konnekt/shared/placements/placement.schema';
import { hasRateOn, isNotEnded } from '#api/kit/conditions';
import type { Transaction } from '#api/kit/database';
import { type Sql, sql } from '#api/kit/sql';

/**
 * New rates from one day on: as many as were written. Nothing begins on or before a day of finalised hours, and a row that did is
 * never changed; one that begins later is replaced.
 */
export async function insertRates(tx: Transaction, id: string, { validFrom, rates }: SetRates): Promise<number> {
  const written = await tx.query(sql`
    INSERT INTO placement_rate (placement_id, hour_type_id, valid_from, pay_cents, bill_cents)
    SELECT p.id, given.hour_type_id, ${validFrom}::date, given.pay_cents, given.bill_cents
      FROM placement p, unnest(${rates.map((r) => r.hourTypeId)}::uuid[], ${rates.map((r) => r.payCents)}::int[],
        ${rates.map((r) => r.billCents)}::int[]) AS given (hour_type_id, pay_cents, bill_cents)
     WHERE p.id = ${id}::uuid AND ${validFrom}::date > coalesce(${finalisedUntil(sql`p.id`)}, '-infinity')
    ON CONFLICT (placement_id, hour_type_id, valid_from) DO UPDATE SET pay_cents = EXCLUDED.pay_cents, bill_cents = EXCLUDED.bill_cents
    RETURNING id`);
  return written.length;
}

/** The placement of a rate that was taken back; nothing when hours are final that it may have been for. */
export async function deleteRate(tx: Transaction, id: string): Promise<string | undefined> {
  const [gone] = await tx.query<{ placementId: string }>(sql`
    DELETE FROM placement_rate r
     WHERE r.id = ${id}::uuid AND r.valid_from > coalesce(${finalisedUntil(sql`r.placement_id`)}, '-infinity')
    RETURNING placement_id AS "placementId"`);
  if (gone) await tx.query(sql`UPDATE placement SET version = version + 1 WHERE id = ${gone.placementId}::uuid`);
  return gone?.placementId;
}

/** The placement of a rate. */
export async function placementOfRate(tx: Transaction, id: string): Promise<string | undefined> {
  const [rate] = await tx.query<{ placementId: string }>(
    sql`SELECT placement_id AS "placementId" FROM placement_rate WHERE id = ${id}::uuid`,
  );
  return rate?.placementId;
}

/** The last day of a placement's hours that are final here: that of the line, or of the period where it has none. */
export const finalisedUntil = (placementId: Sql): Sql => sql`(
  SELECT max(coalesce(l.date, w.period_end)) FROM worksheet w JOIN hour_line l ON l.worksheet_id = w.id
   WHERE w.placement_id = ${placementId} AND w.status = 'finalised'
     AND NOT EXISTS (SELECT FROM brought_line b WHERE b.worksheet_id = w.id))`;

/** All of a placement, the newest first. */
export const ratesOf = (placementId: Sql): Sql => sql`(SELECT coalesce(json_agg(x), '[]') FROM (
  SELECT r.id, r.hour_type_id AS "hourTypeId", r.valid_from AS "validFrom", r.pay_cents AS "payCents", r.bill_cents AS "billCents"
    FROM placement_rate r JOIN hour_type t ON t.id = r.hour_type_id
   WHERE r.placement_id = ${placementId} ORDER BY r.valid_from DESC, t.sort_order, t.code) x)`;

/**
 * For a placement `p`: how many hour types that are paid, in use and allowed at its client have no rate on a day, or on its first
 * where it is to begin; none once it is over.
 */
export const withoutRate = (day: string): Sql => sql`(
  SELECT count(*)::int FROM hour_type t
   WHERE t.is_active AND t.pay_share_bp > 0 AND t.unit <> 'euros' AND ${isNotEnded(day)}
     AND (NOT EXISTS (SELECT FROM organisation_hour_type a WHERE a.organisation_id = p.organisation_id)
          OR EXISTS (SELECT FROM organisation_hour_type a WHERE a.organisation_id = p.organisation_id AND a.hour_type_id = t.id))
     AND NOT ${hasRateOn({ placementId: sql`p.id`, hourTypeId: sql`t.id`, day: sql`greatest(${day}::date, p.starts_on)` })})`;
