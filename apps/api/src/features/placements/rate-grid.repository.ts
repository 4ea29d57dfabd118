import type { GivenRates, RatedPlacement, RefusedRate } from '@konnekt/shared/placements/rate-grid.contract';
import { bounds } from '#api/kit/bounds';
import { isNotEnded } from '#api/kit/conditions';
import type { Db, Transaction } from '#api/kit/database';
import { type AskedPage, keysetList } from '#api/kit/keyset-list';
import { sql } from '#api/kit/sql';
import { placementInSight, type Sight } from '#api/kit/visibility';
import { finalisedUntil, ratesOf } from './placement-rate.repository.ts';

export const listRatedPlacements = (db: Db, sight: Sight, organisationId: string, page: AskedPage) =>
  keysetList<RatedPlacement>(db, {
    columns: sql`p.id, p.version, pn.full_name AS "employeeName", p.function_name AS "functionName", p.starts_on AS "startsOn",
      p.ends_on AS "endsOn", ${ratesOf(sql`p.id`)} AS rates`,
    matching: sql`FROM placement p JOIN employee e ON e.id = p.employee_id JOIN person pn ON pn.id = e.person_id
      WHERE p.organisation_id = ${organisationId}::uuid AND ${isNotEnded(sight.today)} AND ${placementInSight(sight)}`,
    key: { column: sql`pn.sort_name` },
    id: sql`p.id`,
    page,
  });

/** Holds placements of a client and their worksheets until the transaction ends: nobody makes hours of theirs final meanwhile. */
export async function holdPlacements(tx: Transaction, organisationId: string, ids: string[]): Promise<void> {
  const held = sql`SELECT p.id FROM placement p WHERE p.organisation_id = ${organisationId}::uuid AND p.id = ANY(${ids}::uuid[])`;
  await tx.query(sql`${held} ORDER BY p.id FOR UPDATE`);
  await tx.query(sql`
    SELECT FROM worksheet w WHERE w.status <> 'finalised' AND w.placement_id IN (${held}) ORDER BY w.id FOR NO KEY UPDATE OF w`);
}

interface Judged {
  placementId: string;
  hourTypeId: string;
  /** `same`: it is so already. */
  code: RefusedRate['code'] | 'same' | null;
  day: string | null;
}

/** Writes those that nothing stands in the way of, each with what does. Whoever sends the same twice is done twice. */
export function writeGivenRates(tx: Transaction, organisationId: string, given: GivenRates): Promise<Judged[]> {
  const rows = given.placements.flatMap(({ rates, ...placement }) => rates.map((rate) => ({ ...placement, ...rate })));
  return tx.query<Judged>(sql`
    WITH judged AS (
      SELECT g.*, until.day, CASE
          WHEN p.id IS NULL THEN 'placement-elsewhere'
          WHEN t.id IS NULL THEN 'unknown'
          WHEN EXISTS (SELECT FROM placement_rate r WHERE r.placement_id = p.id AND r.hour_type_id = t.id AND r.valid_from = ${given.validFrom}::date
                          AND r.pay_cents = g."payCents" AND r.bill_cents = g."billCents") THEN 'same'
          WHEN p.version <> g.version THEN 'placement-changed'
          WHEN p.ends_on < ${given.validFrom}::date THEN 'after-placement'
          WHEN until.day >= ${given.validFrom}::date THEN 'rate-changes-the-past'
          WHEN count(*) OVER (PARTITION BY g."placementId") + (SELECT count(*) FROM placement_rate r WHERE r.placement_id = p.id)
               > ${bounds.ratesOfPlacement}::int THEN 'list-full'
        END AS code
        FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          AS g ("placementId" uuid, version int, "hourTypeId" uuid, "payCents" int, "billCents" int)
        LEFT JOIN placement p ON p.id = g."placementId" AND p.organisation_id = ${organisationId}::uuid
        LEFT JOIN hour_type t ON t.id = g."hourTypeId"
        LEFT JOIN LATERAL (SELECT ${finalisedUntil(sql`p.id`)} AS day) until ON TRUE
    ), written AS (
      INSERT INTO placement_rate (placement_id, hour_type_id, valid_from, pay_cents, bill_cents)
      SELECT "placementId", "hourTypeId", ${given.validFrom}::date, "payCents", "billCents" FROM judged WHERE code IS NULL
      ON CONFLICT (placement_id, hour_type_id, valid_from) DO UPDATE SET pay_cents = EXCLUDED.pay_cents, bill_cents = EXCLUDED.bill_cents
      RETURNING placement_id
    ), raised AS (
      UPDATE placement SET version = version + 1 WHERE id IN (SELECT placement_id FROM written)
    )
    SELECT "placementId", "hourTypeId", code, day FROM judged`);
}
