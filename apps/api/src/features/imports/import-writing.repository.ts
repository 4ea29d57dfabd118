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
