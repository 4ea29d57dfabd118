import { keyForm } from '@konnekt/shared/basics/key-form';
import { finalisedUntil } from '#api/features/placements/placement.service';
import type { Transaction } from '#api/kit/database';
import { sql } from '#api/kit/sql';
import { ChangedMeanwhile, type RecordValues } from './import-plan.ts';

export const rateRecords = sql`
  SELECT r.id, r.placement_id AS "placementId", p.number AS "placementNumber", r.hour_type_id AS "hourTypeId", t.code AS "hourType",
         r.valid_from AS "validFrom", r.pay_cents AS "payCents", r.bill_cents AS "billCents"
    FROM placement_rate r JOIN placement p ON p.id = r.placement_id JOIN hour_type t ON t.id = r.hour_type_id`;

export interface RatedPlacement {
  id: string;
  number: string;
  endsOn: string | null;
  /** The last day of hours that were made final here: rates begin after it. */
  finalisedUntil: string | null;
}
/** Those of these numbers, held until the transaction ends: nobody makes hours of theirs final meanwhile. */
export async function holdRatedPlacements(db: Transaction, keys: string[]): Promise<Map<string, RatedPlacement>> {
  await db.query(
    sql`SELECT FROM placement p WHERE key_form(p.number) = ANY(${keys}::text[]) ORDER BY p.id FOR UPDATE OF p`,
  );
  await db.query(sql`
    SELECT FROM worksheet w WHERE w.status <> 'finalised' AND w.placement_id IN (
      SELECT p.id FROM placement p WHERE key_form(p.number) = ANY(${keys}::text[])) ORDER BY w.id FOR NO KEY UPDATE OF w`);
  const found = await db.query<RatedPlacement>(sql`
    SELECT p.id, p.number, p.ends_on AS "endsOn", ${finalisedUntil(sql`p.id`)} AS "finalisedUntil"
      FROM placement p WHERE key_form(p.number) = ANY(${keys}::text[])`);
  return new Map(found.map((one) => [keyForm(one.number), one]));
}

export const findRates = (db: Transaction, placementIds: string[]): Promise<RecordValues[]> =>
  db.query<RecordValues>(sql`${rateRecords} WHERE r.placement_id = ANY(${placementIds}::uuid[])`);

/** New ones, and others in place of those that begin on the same day; none for days whose hours are final. */
export async function writeRates(tx: Transaction, rates: RecordValues[]): Promise<void> {
  const written = await tx.query(sql`
    INSERT INTO placement_rate (placement_id, hour_type_id, valid_from, pay_cents, bill_cents)
    SELECT x."placementId", x."hourTypeId", x."validFrom", x."payCents", x."billCents"
      FROM jsonb_to_recordset(${JSON.stringify(rates)}::jsonb)
        AS x ("placementId" uuid, "hourTypeId" uuid, "validFrom" date, "payCents" int, "billCents" int)
     WHERE x."validFrom" > coalesce(${finalisedUntil(sql`x."placementId"`)}, '-infinity')
    ON CONFLICT (placement_id, hour_type_id, valid_from) DO UPDATE SET pay_cents = EXCLUDED.pay_cents, bill_cents = EXCLUDED.bill_cents
    RETURNING id`);
  if (written.length !== rates.length) throw new ChangedMeanwhile();
  const ids = [...new Set(rates.map(({ placementId }) => String(placementId)))];
  await tx.query(sql`UPDATE placement SET version = version + 1 WHERE id = ANY(${ids}::uuid[])`);
}
