import type { HourTypeFields, HourTypeRecord } from '@konnekt/shared/hour-types/hour-type.contract';
import type { Transaction } from '#api/kit/database';
import { sql } from '#api/kit/sql';

const columns = sql`t.id, t.code, t.name_nl AS "nameNl", t.name_en AS "nameEn", t.kind, t.unit, t.is_worked AS "isWorked", t.receipt, t.version,
  t.bill_share_bp AS "billShareBp", t.pay_share_bp AS "payShareBp", t.for_employee AS "forEmployee", t.for_supervisor AS "forSupervisor",
  t.payroll_code AS "payrollCode", t.sort_order AS "sortOrder", t.is_active AS "isActive"`;

export const listHourTypeRecords = (db: Transaction): Promise<HourTypeRecord[]> =>
  db.query<HourTypeRecord>(sql`SELECT ${columns} FROM hour_type t ORDER BY t.sort_order, t.code`);

export async function findHourType(db: Transaction, id: string): Promise<HourTypeRecord | undefined> {
  const [found] = await db.query<HourTypeRecord>(sql`SELECT ${columns} FROM hour_type t WHERE t.id = ${id}::uuid`);
  return found;
}

export async function countHourTypes(tx: Transaction): Promise<number> {
  const [found] = await tx.query<{ count: number }>(sql`SELECT count(*)::int AS count FROM hour_type`);
  return found?.count ?? 0;
}

export async function insertHourType(tx: Transaction, fields: HourTypeFields): Promise<HourTypeRecord> {
  const [written] = await tx.query<HourTypeRecord>(sql`
    WITH t AS (
      INSERT INTO hour_type (code, name_nl, name_en, kind, unit, bill_share_bp, pay_share_bp, is_worked, receipt, for_employee, for_supervisor,
                             payroll_code, sort_order, is_active)
      VALUES (${fields.code}, ${fields.nameNl}, ${fields.nameEn}, ${fields.kind}, ${fields.unit}, ${fields.billShareBp}::int, ${fields.payShareBp}::int,
              ${isWorked(fields)}::boolean, ${fields.receipt}, ${fields.forEmployee}::boolean, ${fields.forSupervisor}::boolean, ${fields.payrollCode},
              ${fields.sortOrder}::int, ${fields.isActive}::boolean)
      RETURNING *
    )
    SELECT ${columns} FROM t`);
  if (!written) throw new Error('An insert returned nothing');
  return written;
}

/** Nothing when it is not there in this version. The code is never written. */
export async function updateHourType(
  tx: Transaction,
  id: string,
  version: number,
  fields: Omit<HourTypeFields, 'code'>,
): Promise<HourTypeRecord | undefined> {
  const [written] = await tx.query<HourTypeRecord>(sql`
    WITH t AS (
      UPDATE hour_type
         SET version = version + 1, name_nl = ${fields.nameNl}, name_en = ${fields.nameEn}, kind = ${fields.kind}, unit = ${fields.unit},
             bill_share_bp = ${fields.billShareBp}::int, pay_share_bp = ${fields.payShareBp}::int, is_worked = ${isWorked(fields)}::boolean, receipt = ${fields.receipt},
             for_employee = ${fields.forEmployee}::boolean, for_supervisor = ${fields.forSupervisor}::boolean,
             payroll_code = ${fields.payrollCode}, sort_order = ${fields.sortOrder}::int, is_active = ${fields.isActive}::boolean
       WHERE id = ${id}::uuid AND version = ${version}::int RETURNING *
    )
    SELECT ${columns} FROM t`);
  return written;
}

/** Only time can be worked. */
const isWorked = ({ unit, isWorked }: Omit<HourTypeFields, 'code'>): boolean => unit === 'hours' && isWorked;
