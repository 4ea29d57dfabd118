import { keyForm } from '@konnekt/shared/basics/key-form';
import type { ImportRow } from '@konnekt/shared/imports/import-rows';
import { bounds } from '#api/kit/bounds';
import type { Transaction } from '#api/kit/database';
import { byCodeOrName, inChunks, keysOf, type Plan, type Planned, type RecordValues, sortOut } from './import-plan.ts';
import { findRates, holdRatedPlacements, writeRates } from './import-rates.repository.ts';
import { findHourTypes } from './import-writing.repository.ts';

/** Rates are found by placement, hour type and first day. What hours are final at stays as it is. */
export async function planRates(db: Transaction, rows: ImportRow[]): Promise<Plan> {
  const placements = await holdRatedPlacements(db, keysOf(rows, 'placementNumber'));
  const hourTypes = byCodeOrName(await findHourTypes(db));
  const stored = await findRates(
    db,
    [...placements.values()].map(({ id }) => id),
  );
  const keyOf = (...parts: unknown[]) => parts.join(' ');
  const byKey = new Map(stored.map((one) => [keyOf(one.placementId, one.hourTypeId, one.validFrom), one]));
  const rowWith = new Map<string, number>();
  const errors: Plan['errors'] = [];
  const planned = rows.map((row): Planned<RecordValues> => {
    const fail = (column: string, code: Plan['errors'][number]['code'], value = String(row.values[column] ?? '')) =>
      errors.push({ row: row.row, column, code, value });
    const placement = placements.get(keyForm(String(row.values.placementNumber)));
    const hourType = hourTypes.get(keyForm(String(row.values.hourType)));
    if (!placement) fail('placementNumber', 'unknown-placement');
    if (!hourType) fail('hourType', 'unknown-hour-type');
    const key = keyOf(placement?.id, hourType?.id, row.values.validFrom);
    const first = rowWith.get(key);
    // One row may say the code of an hour type, and another its name.
    if (placement && hourType && first !== undefined) fail('hourType', 'doubled-key', String(first));
    rowWith.set(key, first ?? row.row);
    const found = byKey.get(key);
    const values = {
      ...row.values,
      ...(placement && { placementNumber: placement.number }),
      ...(hourType && { hourType: hourType.code }),
    };
    const next = { placementId: placement?.id ?? null, hourTypeId: hourType?.id ?? null, ...found, ...values };
    const isSame = found?.payCents === row.values.payCents && found?.billCents === row.values.billCents;
    const day = String(row.values.validFrom);
    if (placement?.endsOn && day > placement.endsOn && !found) fail('validFrom', 'after-placement');
    if (placement?.finalisedUntil && day <= placement.finalisedUntil && !isSame)
      fail('validFrom', 'rate-changes-the-past', placement.finalisedUntil);
    return { row: { ...row, values }, stored: found, next };
  });
  const { creates, updates, changes, same } = sortOut(
    planned,
    ({ placementNumber, hourType }) => `${placementNumber} ${hourType}`,
  );
  const counts = Map.groupBy([...stored, ...creates.map(({ next }) => next)], ({ placementId }) => placementId);
  for (const { row, next } of creates.filter(({ next: { placementId } }) => placementId !== null)) {
    if ((counts.get(next.placementId)?.length ?? 0) <= bounds.ratesOfPlacement) continue;
    errors.push({ row: row.row, column: 'placementNumber', code: 'list-full', value: String(bounds.ratesOfPlacement) });
  }
  return {
    errors,
    notes: [],
    changes,
    same,
    write: (tx, progress) => inChunks([...creates, ...updates], (next) => writeRates(tx, next), progress),
  };
}
