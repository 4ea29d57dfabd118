import { importColumns } from '@konnekt/shared/imports/import-columns';
import type { Transaction } from '#api/kit/database';
import { rawSql, sql } from '#api/kit/sql';
import type { RecordValues } from './import-plan.ts';
import { columnOf, fieldsSql, insertAll, updateAll } from './import-writing.repository.ts';

const fields = importColumns['hour-types'].map(({ field }) => field);
const columns = rawSql(fields.map(columnOf).join(', '));
const sets = rawSql(
  [
    ...fields.filter((field) => field !== 'code').map((field) => `${columnOf(field)} = x.${columnOf(field)}`),
    'version = t.version + 1',
  ].join(', '),
);
export const hourTypeRecords = sql`SELECT t.id, t.version, ${fieldsSql(fields, 't')} FROM hour_type t`;

/** All of them, and whether there are hours of each, and final ones. */
export const findHourTypeRecords = (db: Transaction): Promise<RecordValues[]> =>
  db.query<RecordValues>(sql`
    SELECT x.*, EXISTS (SELECT FROM hour_line l WHERE l.hour_type_id = x.id) AS "hasHours",
           EXISTS (SELECT FROM hour_line l JOIN worksheet w ON w.id = l.worksheet_id AND w.status = 'finalised' WHERE l.hour_type_id = x.id) AS "isFinal"
      FROM (${hourTypeRecords}) x`);

export const createHourTypes = (tx: Transaction, records: RecordValues[]): Promise<void> =>
  insertAll(tx, sql`hour_type`, columns, records);

export const changeHourTypes = (tx: Transaction, records: RecordValues[]): Promise<void> =>
  updateAll(tx, sql`hour_type`, sets, records);
