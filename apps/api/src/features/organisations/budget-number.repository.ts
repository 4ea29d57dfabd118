import type { BudgetNumber, BudgetNumberFields } from '@konnekt/shared/organisations/budget-number.schema';
import type { Transaction } from '#api/kit/database';
import { sql } from '#api/kit/sql';

export async function countBudgetNumbers(tx: Transaction, organisationId: string): Promise<number> {
  const [found] = await tx.query<{ count: number }>(
    sql`SELECT count(*)::int AS count FROM budget_number WHERE organisation_id = ${organisationId}::uuid`,
  );
  return found?.count ?? 0;
}

export async function insertBudgetNumber(
  tx: Transaction,
  organisationId: string,
  fields: BudgetNumberFields,
): Promise<BudgetNumber | undefined> {
  const [written] = await tx.query<BudgetNumber>(sql`
    WITH b AS (
      INSERT INTO budget_number (organisation_id, number, description, order_number, order_line, cost_centre, valid_from, valid_until, budget_cents, budget_minutes)
      SELECT o.id, ${fields.number}, ${fields.description}, ${fields.orderNumber}, ${fields.orderLine}, ${fields.costCentre}, ${fields.validFrom}::date, ${fields.validUntil}::date, ${fields.budgetCents}::int, ${fields.budgetMinutes}::int FROM organisation o WHERE o.id = ${organisationId}::uuid
      RETURNING *
    )
    SELECT ${budgetNumberColumns} FROM b`);
  return written;
}

export async function updateBudgetNumber(
  tx: Transaction,
  id: string,
  version: number,
  fields: BudgetNumberFields,
): Promise<BudgetNumber | undefined> {
  const [written] = await tx.query<BudgetNumber>(sql`
    WITH b AS (
      UPDATE budget_number
         SET version = version + 1, number = ${fields.number}, description = ${fields.description}, order_number = ${fields.orderNumber}, order_line = ${fields.orderLine}, cost_centre = ${fields.costCentre}, valid_from = ${fields.validFrom}::date,
             valid_until = ${fields.validUntil}::date, budget_cents = ${fields.budgetCents}::int, budget_minutes = ${fields.budgetMinutes}::int
       WHERE id = ${id}::uuid AND version = ${version}::int RETURNING *
    )
    SELECT ${budgetNumberColumns} FROM b`);
  return written;
}

export async function findBudgetNumber(tx: Transaction, id: string) {
  const [found] = await tx.query<{ id: string; version: number; organisationId: string }>(
    sql`SELECT id, version, organisation_id AS "organisationId" FROM budget_number WHERE id = ${id}::uuid`,
  );
  return found;
}

/** Of a budget number `b`. */
export const budgetNumberColumns = sql`b.id, b.version, b.number, b.description, b.order_number AS "orderNumber", b.order_line AS "orderLine", b.cost_centre AS "costCentre", b.valid_from AS "validFrom", b.valid_until AS "validUntil",
  b.budget_cents AS "budgetCents", b.budget_minutes AS "budgetMinutes"`;
