import type { Transaction } from '#api/kit/database';
import { noSql, rawSql, type Sql, sql } from '#api/kit/sql';
import { ChangedMeanwhile, type RecordValues } from './import-plan.ts';

/** Records as JSON whose keys are the table's columns. */
const asRows = (records: readonly RecordValues[]): string =>
  JSON.stringify(
    records.map((record) =>
      Object.fromEntries(Object.entries(record).map(([field, value]) => [columnOf(field), value])),
    ),
  );
export const columnOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** `o.name, o.invoice_email AS "invoiceEmail"`: the fields of a record as an import knows them. Fields are ours, never typed. */
export const fieldsSql = (fields: readonly string[], table: string): Sql =>
  rawSql(fields.map((field) => `${table}.${columnOf(field)} AS "${field}"`).join(', '));

/** Every hour type, with all that it is called. */
export const findHourTypes = (
  db: Transaction,
): Promise<{ id: string; code: string; nameNl: string; nameEn: string }[]> =>
  db.query(sql`SELECT id, code, name_nl AS "nameNl", name_en AS "nameEn" FROM hour_type`);

const keys = rawSql('organisation_name_form, supervisor_right_no_overlap');

/** Names and rights must be of one alone when all is written, not after each row: one may let go of what another takes. */
export async function whileKeysWait(tx: Transaction, write: () => Promise<void>): Promise<void> {
  await tx.query(sql`SET CONSTRAINTS ${keys} DEFERRED`);
  await write();
  await tx.query(sql`SET CONSTRAINTS ${keys} IMMEDIATE`);
}

/** Inserts records of one table. */
export async function insertAll(
  tx: Transaction,
  table: Sql,
  columns: Sql,
  records: readonly RecordValues[],
): Promise<void> {
  await tx.query(sql`INSERT INTO ${table} (${columns})
    SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, ${asRows(records)}::jsonb)`);
}

/** Changes records of one table by their ids, each as it was when it was read. */
export async function updateAll(
  tx: Transaction,
  table: Sql,
  sets: Sql,
  records: readonly RecordValues[],
  hasVersion = true,
): Promise<void> {
  const changed = await tx.query(sql`UPDATE ${table} AS t SET ${sets}
      FROM jsonb_populate_recordset(NULL::${table}, ${asRows(records)}::jsonb) x
     WHERE t.id = x.id ${hasVersion ? sql`AND t.version = x.version` : noSql} RETURNING t.id`);
  if (changed.length !== records.length) throw new ChangedMeanwhile();
}

/**
 * Changes of accounts, which have no version: only what a file says otherwise, and only where it is still as it was when that was read. Who
 * chose another language meanwhile keeps it.
 */
export async function changeAccounts(
  tx: Transaction,
  accounts: readonly { before: RecordValues; next: RecordValues }[],
): Promise<void> {
  for (const field of ['email', 'userName', 'language'] as const) {
    const changed = accounts.filter(({ before, next }) => (before[field] ?? null) !== (next[field] ?? null));
    if (changed.length === 0) continue;
    const column = rawSql(columnOf(field));
    const written = await tx.query(sql`
      UPDATE account a SET ${column} = x.value
        FROM unnest(${changed.map(({ next }) => String(next.id))}::uuid[], ${changed.map(({ before }) => textOf(before[field]))}::text[],
               ${changed.map(({ next }) => textOf(next[field]))}::text[]) AS x (id, before, value)
       WHERE a.id = x.id AND a.${column} IS NOT DISTINCT FROM x.before RETURNING a.id`);
    if (written.length !== changed.length) throw new ChangedMeanwhile();
  }
}
const textOf = (value: RecordValues[string] | undefined): string | null =>
  value === null || value === undefined ? null : String(value);
