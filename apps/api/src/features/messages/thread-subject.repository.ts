import type { Transaction } from '#api/kit/database';
import { sql } from '#api/kit/sql';
import { invoiceInSight, isHeldOn, type Sight, worksheetInSight } from '#api/kit/visibility';

/** Who outside the office a thread is with. */
export async function findOutsider(tx: Transaction, personId: string) {
  const [found] = await tx.query<{ personId: string; role: 'employee' | 'supervisor'; employeeId: string | null }>(sql`
    SELECT a.person_id AS "personId", a.role, e.id AS "employeeId" FROM account a LEFT JOIN employee e ON e.person_id = a.person_id
     WHERE a.person_id = ${personId}::uuid AND a.role IN ('employee', 'supervisor') AND a.status <> 'blocked'`);
  return found;
}

export async function findWorksheet(tx: Transaction, sight: Sight, id: string) {
  const [found] = await tx.query<{ organisationId: string; employeeId: string }>(sql`
    SELECT w.organisation_id AS "organisationId", w.employee_id AS "employeeId" FROM worksheet w WHERE w.id = ${id}::uuid AND ${worksheetInSight(sight)}`);
  return found;
}

/** A final one; false for a line that is none of it. */
export async function findInvoice(
  tx: Transaction,
  sight: Sight,
  { id, lineId }: { id: string; lineId: string | null },
) {
  const [found] = await tx.query<{ organisationId: string; hasLine: boolean }>(sql`
    SELECT i.organisation_id AS "organisationId",
           ${lineId}::uuid IS NULL OR EXISTS (SELECT FROM invoice_line l WHERE l.id = ${lineId}::uuid AND l.invoice_id = i.id) AS "hasLine"
      FROM invoice i WHERE i.id = ${id}::uuid AND i.status = 'final' AND ${invoiceInSight(sight)}`);
  return found;
}

/** Hours, a final invoice, or a line of one. */
export async function isInSight(tx: Transaction, sight: Sight, id: string): Promise<boolean> {
  const [found] = await tx.query<{ isThere: boolean }>(sql`
    SELECT EXISTS (SELECT FROM worksheet w WHERE w.id = ${id}::uuid AND ${worksheetInSight(sight)})
        OR EXISTS (SELECT FROM invoice i WHERE i.id IN (SELECT ${id}::uuid UNION SELECT l.invoice_id FROM invoice_line l WHERE l.id = ${id}::uuid)
                      AND i.status = 'final' AND ${invoiceInSight(sight)}) AS "isThere"`);
  return found?.isThere ?? false;
}

/** Where this person holds a right today, and where also that of invoices. */
export const listRights = (tx: Transaction, personId: string, today: string) =>
  tx.query<{ organisationId: string; maySeeInvoices: boolean }>(sql`
    SELECT r.organisation_id AS "organisationId", bool_or(r.may_see_invoices) AS "maySeeInvoices"
      FROM supervisor_right r WHERE r.person_id = ${personId}::uuid AND ${isHeldOn(today)} GROUP BY r.organisation_id`);
