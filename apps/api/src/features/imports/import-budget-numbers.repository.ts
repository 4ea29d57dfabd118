import { importColumns } from '@konnekt/shared/imports/import-columns';
import type { Transaction } from '#api/kit/database';
import { rawSql, sql } from '#api/kit/sql';
import type { RecordValues } from './import-plan.ts';
import { columnOf, fieldsSql, insertAll, updateAll } from './import-writing.repository.ts';

const fields = importColumns['budget-numbers']
  .map(({ field }) => field)
  .filter((field) => field !== 'organisationNumber');
const columns = rawSql(['organisationId', ...fields].map(columnOf).join(', '));
const sets = rawSql(
  [...fields.map((field) => `${columnOf(field)} = x.${columnOf(field)}`), 'version = t.version + 1'].join(', '),
);
export const budgetNumberRecords = sql`
  SELECT b.id, b.version, o.id AS "organisationId", o.number AS "organisationNumber", ${fieldsSql(fields, 'b')}
    FROM budget_number b JOIN organisation o ON o.id = b.organisation_id`;

/** All of these clients. */
export const findBudgetNumberRecords = (db: Transaction, organisationIds: string[]): Promise<RecordValues[]> =>
  db.query<RecordValues>(sql`${budgetNumberRecords} WHERE o.id = ANY(${organisationIds}::uuid[])`);

export const createBudgetNumbers = (tx: Transaction, records: RecordValues[]): Promise<void> =>
  insertAll(tx, sql`budget_number`, columns, records);

export const changeBudgetNumbers = (tx: Transaction, records: RecordValues[]): Promise<void> =>
  updateAll(tx, sql`budget_number`, sets, records);
