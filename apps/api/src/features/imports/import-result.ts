import { createHash } from 'node:crypto';
import { setImmediate as others } from 'node:timers/promises';
import type { ImportResult } from '@konnekt/shared/imports/import.contract';
import type { ImportError, ImportRow } from '@konnekt/shared/imports/import-rows';
import type { Plan } from './import-plan.ts';
import type { ReadFile } from './sheet/sheet.ts';

/** What is said of a file before anything is asked of the database. */
export type ToldOfFile = Pick<ReadFile, 'errors' | 'notes' | 'columns' | 'looksLike'> & { hasRows: boolean };

const [MOST_ERRORS, MOST_SAMPLES, MOST_LETTERS] = [500, 200, 200];

export const toldOf = ({ rows, errors, notes, columns, looksLike }: ReadFile): ToldOfFile => ({
  ...{ errors, notes, columns, looksLike },
  hasRows: rows.length > 0,
});

/** Rows without and with a wrong cell: what else is wrong with the file is looked for at once. */
export function parted({ rows, errors }: ReadFile): { right: ImportRow[]; wrong: ImportRow[] } {
  const isWrong = new Set(errors.map(({ row }) => row));
  const { right = [], wrong = [] } = Object.groupBy(rows, ({ row }) => (isWrong.has(row) ? 'wrong' : 'right'));
  return { right, wrong };
}

/** What is shown of a file, and kept: the first of all that is wrong and of all that would change. */
export async function resultOf(plan: Plan | undefined, told: ToldOfFile): Promise<ImportResult> {
  const errors = once([...told.errors, ...(plan?.errors ?? [])]);
  // What is wrong would change nothing.
  const wrong = new Set(errors.map(({ row }) => row));
  const changes = (plan?.changes ?? []).filter(({ row }) => !wrong.has(row));
  const notes = once([...told.notes, ...(plan?.notes ?? [])]);
  const creates = changes.filter(({ action }) => action === 'create').length;
  return {
    creates,
    changes: changes.length - creates,
    same: plan?.same ?? 0,
    columns: told.columns.map(({ heading, samples, ...one }) => ({
      ...one,
      heading: short(heading),
      samples: samples.map(short),
    })),
    looksLike: told.looksLike,
    hasWrongRows: told.hasRows && errors.length > 0,
    errorCount: errors.length,
    errors: first(errors),
    noteCount: notes.length,
    notes: first(notes),
    sample: changes.slice(0, MOST_SAMPLES),
    fingerprint: await fingerprint(told.columns, changes, plan?.notes ?? []),
  };
}

/** One row of a file may be several here, each of which has met the same. */
const once = <Told extends ImportError<string>>(told: readonly Told[]): Told[] => [
  ...new Map(told.map((one) => [JSON.stringify(one), one])).values(),
];

/** The first of them by row; of a cell as much as says which it is. */
const first = <Told extends ImportError<string>>(told: readonly Told[]): Told[] =>
  told
    .toSorted((a, b) => a.row - b.row)
    .slice(0, MOST_ERRORS)
    .map((one) => ({ ...one, column: one.column && short(one.column), value: one.value && short(one.value) }));

const short = (text: string): string =>
  text.length > MOST_LETTERS
    ? `${text
        .slice(0, MOST_LETTERS)
        .toWellFormed()
        .replace(/\ufffd$/, '')}…`
    : text;

const PIECE = 1000;
/** Of all that was shown before it is written: a warning that came up since is to be seen first, too. */
async function fingerprint(
  columns: ToldOfFile['columns'],
  changes: Plan['changes'],
  notes: Plan['notes'],
): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify([columns.map(({ field }) => field), notes]));
  for (let from = 0; from < changes.length; from += PIECE) {
    hash.update(JSON.stringify(changes.slice(from, from + PIECE)));
    await others();
  }
  return hash.digest('base64url');
}
