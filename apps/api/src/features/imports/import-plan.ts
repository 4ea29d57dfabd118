import { keyForm } from '@konnekt/shared/basics/key-form';
import type { ImportChange } from '@konnekt/shared/imports/import.contract';
import type { CellValue } from '@konnekt/shared/imports/import-cells';
import { type ImportKind, importColumns } from '@konnekt/shared/imports/import-columns';
import type { ImportError, ImportRow } from '@konnekt/shared/imports/import-rows';
import type { Author, Transaction } from '#api/kit/database';

/** What only the stored records tell to be wrong. */
type PlanError =
  | 'name-taken'
  | 'doubled-key'
  | 'required'
  | 'unknown-hour-type'
  | 'unknown-placement'
  | 'unknown-period'
  | 'odd-year'
  | 'not-over'
  | 'outside-placement'
  | 'period-has-hours'
  | 'other-unit'
  | 'too-many-hours-here'
  | 'surcharge-beside'
  | 'after-placement'
  | 'rate-changes-the-past'
  | 'list-full'
  | 'has-hours'
  | 'only-time-is-worked'
  | 'whole-percent'
  | 'amount-or-hours'
  | 'not-a-number'
  | 'user-name-taken'
  | 'needs-email'
  | 'not-a-postcode'
  | 'too-young'
  | 'organisation-inactive'
  | 'right-has-begun'
  | 'ends-in-the-past'
  | 'email-taken'
  | 'other-role'
  | 'office-account'
  | 'unknown-employee'
  | 'unknown-organisation'
  | 'before-start'
  | 'cannot-change'
  | 'hours-outside'
  | 'needs-vat-number'
  | 'no-right'
  | 'overlaps'
  | 'differs-from-row';

/** What may well be meant, and is worth a look. */
type PlanNote =
  | 'same-name'
  | 'name-known'
  | 'same-placement'
  | 'no-hours'
  | 'full-share'
  | 'small-share'
  | 'contact-renamed'
  | 'normal-kind'
  | 'language-needs-email';

export type RecordValues = Record<string, CellValue>;

/** What a file would do, and how to do it. */
export interface Plan {
  errors: ImportError<PlanError>[];
  notes: ImportError<PlanNote>[];
  changes: ImportChange[];
  same: number;
  /** Writes everything; calls `progress` with the number of rows written so far. */
  write(tx: Transaction, progress: (done: number) => void, author: Author | null): Promise<void>;
}
export interface Planned<Stored> {
  row: ImportRow;
  /** What is stored under this key now. */
  stored: Stored | undefined;
  /** Of a new record: what is stored already of whom it is about. */
  known?: RecordValues | undefined;
  /** What would be stored: the cells over what is there, or over what a new record starts from. */
  next: RecordValues;
}

/** Somebody changed a record between the check and the write. */
export class ChangedMeanwhile extends Error {}

/** What the rows say in one field, each once, in the form that keys are compared by. */
export const keysOf = (rows: ImportRow[], field: string): string[] => [
  ...new Set(rows.map(({ values }) => keyForm(String(values[field])))),
];

/** What stands in a cell of a row, as a Dutch file writes it: in figures of the file, not of the database. */
export function cellOf(kind: ImportKind, { values }: ImportRow, field: string): string {
  const value = values[field] ?? null;
  const column = importColumns[kind].find((one) => one.field === field);
  return value === null ? '' : (column?.kind.write(value, 'nl') ?? String(value));
}

/** Hour types by their code, and by a name in either language that no other has. */
export function byCodeOrName<Type extends HourTypeNames>(types: readonly Type[]): Map<string, Type> {
  const named = types.flatMap((type) =>
    [...new Set([keyForm(type.nameNl), keyForm(type.nameEn)])].map((name) => ({ name, type })),
  );
  const single = [...Map.groupBy(named, ({ name }) => name)].flatMap(([name, [first, ...others]]) =>
    first && others.length === 0 ? [[name, first.type] as const] : [],
  );
  return new Map([...single, ...types.map((type) => [keyForm(type.code), type] as const)]);
}
interface HourTypeNames {
  code: string;
  nameNl: string;
  nameEn: string;
}

/** The fields of a row that would change, as [before, after]. */
export function difference(row: ImportRow, stored: RecordValues | undefined): Record<string, [CellValue, CellValue]> {
  const changed: Record<string, [CellValue, CellValue]> = {};
  for (const [field, value] of Object.entries(row.values)) {
    const before = stored?.[field] ?? null;
    if (before !== value) changed[field] = [before, value];
  }
  return changed;
}

/** What a row says, but of a street whose number it does not say: that of the same name stays as it is. */
export function withNumbers({ values, bareStreets = [] }: ImportRow, stored: RecordValues | undefined): RecordValues {
  const kept = bareStreets.filter((field) => String(stored?.[field] ?? '').startsWith(`${values[field]} `));
  return Object.fromEntries(Object.entries(values).filter(([field]) => !kept.includes(field)));
}

/** What a new record starts from without a word of the file, as far as it says something: a right, a term, a language. */
function startingValues({ row, known, next }: Planned<RecordValues>): Record<string, [CellValue, CellValue]> {
  const unsaid = Object.entries(next).filter(
    ([field, value]) => value && isColumn.has(field) && !(field in row.values),
  );
  return Object.fromEntries(
    unsaid.flatMap(([field, value]) => {
      const before = known?.[field] ?? null;
      return before === value ? [] : [[field, [before, value]]];
    }),
  );
}
const isColumn = new Set(Object.values(importColumns).flatMap((columns) => columns.map(({ field }) => field)));

/** Sorts the rows into new, changed and same. */
export function sortOut<Stored extends RecordValues>(
  planned: Planned<Stored>[],
  nameOf: (next: RecordValues) => string,
): { creates: Planned<Stored>[]; updates: Planned<Stored>[]; changes: ImportChange[]; same: number } {
  const creates: Planned<Stored>[] = [];
  const updates: Planned<Stored>[] = [];
  const changes: ImportChange[] = [];
  for (const one of planned) {
    const fields = { ...difference(one.row, one.stored ?? one.known), ...(!one.stored && startingValues(one)) };
    if (one.stored && Object.keys(fields).length === 0) continue;
    (one.stored ? updates : creates).push(one);
    changes.push({ row: one.row.row, action: one.stored ? 'change' : 'create', name: nameOf(one.next), fields });
  }
  return { creates, updates, changes, same: planned.length - changes.length };
}

/** Writes what is new, then what changes. */
export const writeEach =
  (
    { creates, updates }: Record<'creates' | 'updates', readonly Planned<RecordValues>[]>,
    create: (tx: Transaction, next: RecordValues[]) => Promise<void>,
    change: (tx: Transaction, next: RecordValues[]) => Promise<void>,
  ): Plan['write'] =>
  async (tx, progress) => {
    await inChunks(creates, (next) => create(tx, next), progress);
    await inChunks(updates, (next) => change(tx, next), progress);
  };

const CHUNK = 1000;
/** So many rows in one statement: few enough to tell how far it is. */
export async function inChunks(
  planned: readonly Planned<RecordValues>[],
  write: (next: RecordValues[], chunk: Planned<RecordValues>[]) => Promise<void>,
  done: (count: number) => void,
): Promise<void> {
  for (let start = 0; start < planned.length; start += CHUNK) {
    const chunk = planned.slice(start, start + CHUNK);
    await write(
      chunk.map(({ next }) => next),
      chunk,
    );
    done(chunk.length);
  }
}
