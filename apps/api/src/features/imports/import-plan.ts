import type { ImportChange } from '@konnekt/shared/imports/import.contract';
import type { CellValue } from '@konnekt/shared/imports/import-cells';
import type { ImportError, ImportRow } from '@konnekt/shared/imports/import-rows';
import { type Sql, sql, type Transaction } from '#api/kit/database';

/** What only the stored records tell to be wrong. */
export type PlanError =
  | 'name-taken'
  | 'not-a-postcode'
  | 'in-the-future'
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

export type Values = Record<string, CellValue>;

/** What a file would do, and how to do it. */
export interface Plan {
  errors: ImportError<PlanError>[];
  changes: ImportChange[];
  same: number;
  /** Writes everything; calls `progress` with the number of rows written so far. */
  write(tx: Transaction, progress: (done: number) => void): Promise<void>;
}
export interface Planned<Stored> {
  row: ImportRow;
  /** What is stored under this key now. */
  stored: Stored | undefined;
  /** What would be stored: the cells over what is there, or over what a new record starts from. */
  next: Values;
}

/** Somebody changed a record between the check and the write. */
export class ChangedMeanwhile extends Error {}

/** The fields of a row that would change, as [before, after]. */
export function difference(row: ImportRow, stored: Values | undefined): Record<string, [CellValue, CellValue]> {
  const changed: Record<string, [CellValue, CellValue]> = {};
  for (const [field, value] of Object.entries(row.values)) {
    const before = stored?.[field] ?? null;
    if (before !== value) changed[field] = [before, value];
  }
  return changed;
}

/** Sorts the rows into new, changed and same. */
export function sortOut<Stored extends Values>(
  planned: Planned<Stored>[],
  nameOf: (next: Values) => string,
): { creates: Planned<Stored>[]; updates: Planned<Stored>[]; changes: ImportChange[]; same: number } {
  const creates: Planned<Stored>[] = [];
  const updates: Planned<Stored>[] = [];
  const changes: ImportChange[] = [];
  for (const one of planned) {
    const fields = difference(one.row, one.stored);
    if (one.stored && Object.keys(fields).length === 0) continue;
    (one.stored ? updates : creates).push(one);
    changes.push({ row: one.row.row, action: one.stored ? 'change' : 'create', name: nameOf(one.next), fields });
  }
  return { creates, updates, changes, same: planned.length - changes.length };
}

const CHUNK = 1000;
/** So many rows in one statement: few enough to tell how far it is. */
export async function inChunks<T>(
  items: readonly T[],
  work: (chunk: T[]) => Promise<void>,
  done: (count: number) => void,
): Promise<void> {
  for (let start = 0; start < items.length; start += CHUNK) {
    const chunk = items.slice(start, start + CHUNK);
    await work(chunk);
    done(chunk.length);
  }
}

/** Records as JSON whose keys are the table's columns. */
export const asRows = (records: readonly Values[]): string =>
  JSON.stringify(
    records.map((record) =>
      Object.fromEntries(Object.entries(record).map(([field, value]) => [columnOf(field), value])),
    ),
  );
export const columnOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** `o.name, o.invoice_email AS "invoiceEmail"`: the fields of a record as an import knows them. Fields are ours, never typed. */
export const fieldsSql = (fields: readonly string[], raw: (text: string) => Sql, table: string): Sql =>
  raw(fields.map((field) => `${table}.${columnOf(field)} AS "${field}"`).join(', '));

/** Inserts records of one table. */
export async function insertAll(tx: Transaction, table: Sql, columns: Sql, records: readonly Values[]): Promise<void> {
  await tx.query(sql`INSERT INTO ${table} (${columns})
    SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, ${asRows(records)}::jsonb)`);
}

/** Changes records of one table by their ids, each as it was when it was read. */
export async function updateAll(
  tx: Transaction,
  table: Sql,
  sets: Sql,
  records: readonly Values[],
  hasVersion = true,
): Promise<void> {
  const changed = await tx.query(sql`UPDATE ${table} AS t SET ${sets}
      FROM jsonb_populate_recordset(NULL::${table}, ${asRows(records)}::jsonb) x
     WHERE t.id = x.id ${hasVersion ? sql`AND t.version = x.version` : sql``} RETURNING t.id`);
  if (changed.length !== records.length) throw new ChangedMeanwhile();
}
