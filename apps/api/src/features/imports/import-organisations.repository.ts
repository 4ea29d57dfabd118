import { importColumns } from '@konnekt/shared/imports/import-columns';
import type { Transaction } from '#api/kit/database';
import { rawSql, sql } from '#api/kit/sql';
import type { RecordValues } from './import-plan.ts';
import { columnOf, fieldsSql, insertAll, updateAll } from './import-writing.repository.ts';

const fields = importColumns.organisations.map(({ field }) => field);
const columns = rawSql(fields.map(columnOf).join(', '));
const sets = rawSql(
  [...fields.map((field) => `${columnOf(field)} = x.${columnOf(field)}`), 'version = t.version + 1'].join(', '),
);
export const organisationRecords = sql`SELECT o.id, o.version, ${fieldsSql(fields, 'o')} FROM organisation o`;

export const findByNumber = (db: Transaction, keys: string[]): Promise<RecordValues[]> =>
  db.query<RecordValues>(sql`${organisationRecords} WHERE key_form(o.number) = ANY(${keys}::text[])`);

/** Which number has each name, in the form that keys are compared by: of those that the file does not rename. */
export async function findNames(
  db: Transaction,
  { names, besides }: { names: string[]; besides: string[] },
): Promise<Map<string, string>> {
  const rows = await db.query<{ name: string; number: string }>(sql`
    SELECT key_form(name) AS name, number FROM organisation WHERE key_form(name) = ANY(${names}::text[])
       AND number <> ALL(${besides}::text[])`);
  return new Map(rows.map(({ name, number }) => [name, number]));
}

export const createOrganisations = (tx: Transaction, records: RecordValues[]): Promise<void> =>
  insertAll(tx, sql`organisation`, columns, records);

export const changeOrganisations = (tx: Transaction, records: RecordValues[]): Promise<void> =>
  updateAll(tx, sql`organisation`, sets, records);
