import type { AskedRateChange, RateChangeMade, RatePreview } from '@konnekt/shared/rate-changes/rate-change.contract';
import { worksheetReference } from '@konnekt/shared/worksheets/worksheet.reference';
import { type Author, type Db, sqlState } from '#api/kit/database';
import type { AskedPage } from '#api/kit/keyset-list';
import { invalidInput, Problem } from '#api/kit/problem';
import { atFields } from '#api/kit/records';
import * as changes from './rate-change.repository.ts';

/** What rates that change for the past come to. Changes nothing. */
export async function preview(
  db: Db,
  { employeeId, ...change }: AskedRateChange & { employeeId?: string | undefined },
): Promise<RatePreview> {
  const found = await db.transaction(null, (tx) => changes.previewDifferences(tx, change, employeeId), {
    isLong: true,
  });
  return { ...found, differences: found.differences.map(named) };
}

/** Changes them, when it still comes to what was seen. What was paid and invoiced stays; the differences wait for the next payroll run. */
export function accept(
  db: Db,
  author: Author,
  { reason, seen, ...change }: AskedRateChange & { reason: string; seen: changes.SeenOfRates },
): Promise<RateChangeMade> {
  return asked(() =>
    db.transaction(
      author,
      async (tx) => {
        await changes.holdRates(tx, change);
        const made = await changes.insertRateChange(tx, author, change, reason);
        if (!made) throw invalidInput([{ pointer: '/validFrom', code: 'no-rates' }]);
        if (!isAsSeen(made, seen)) throw new Problem('record-changed');
        const written = await changes.findRateChange(tx, made.id);
        if (!written) throw new Error('What was written is not there');
        return written;
      },
      { isLong: true },
    ),
  );
}

/** PostgreSQL: a number that its column cannot hold. */
const OUT_OF_RANGE = '22003';

/** Rates of an hour type that there is not, and differences that are more than an amount can be, are refused where they were typed. */
async function asked<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await atFields({ placement_rate_hour_type_id_fkey: { pointer: '/asked/rates', code: 'unknown' } }, write);
  } catch (error) {
    throw sqlState(error) === OUT_OF_RANGE ? invalidInput([{ pointer: '/asked', code: 'too-large' }]) : error;
  }
}

const isAsSeen = (made: changes.SeenOfRates, seen: changes.SeenOfRates): boolean =>
  (['lines', 'payCents', 'billCents', 'rates', 'placements', 'fingerprint'] as const).every(
    (what) => made[what] === seen[what],
  );

export async function readRateChange(db: Db, id: string): Promise<RateChangeMade> {
  const made = await changes.findRateChange(db, id);
  if (!made) throw new Problem('not-found');
  return made;
}

export async function listDifferences(db: Db, id: string, page: AskedPage) {
  await readRateChange(db, id);
  const { items, ...rest } = await changes.listDifferences(db, id, page);
  return { ...rest, items: items.map(named) };
}

const named = (difference: changes.StoredDifference) => ({
  ...difference,
  reference: worksheetReference(difference.period, difference.reference),
});
