import { keyForm } from '@konnekt/shared/basics/key-form';
import type { Transaction } from '#api/kit/database';
import { sql } from '#api/kit/sql';

export async function findByEmail(
  tx: Transaction,
  email: string,
): Promise<{ id: string; role: string; status: string } | undefined> {
  const [account] = await tx.query<{ id: string; role: string; status: string }>(
    sql`SELECT id, role, status FROM account WHERE key_form(email) = ${keyForm(email)}`,
  );
  return account;
}

/** Nothing is owed here from before last week, the first that it pays. False where there is one already. */
export async function insertAgency(
  tx: Transaction,
  { name, email, phone }: { name: string; email: string; phone: string },
): Promise<boolean> {
  const added = await tx.query(sql`
    INSERT INTO agency (name, helpdesk_phone, helpdesk_email, hours_from)
    VALUES (${name}, ${phone}, ${email}, date_trunc('week', now() AT TIME ZONE 'Europe/Amsterdam')::date - 7)
    ON CONFLICT DO NOTHING RETURNING id`);
  return added.length > 0;
}

/** In this order; those whose code is there already stay as they are. */
export async function insertHourTypes(tx: Transaction, hourTypes: readonly object[]): Promise<void> {
  await tx.query(sql`
    INSERT INTO hour_type (code, name_nl, name_en, kind, unit, receipt, bill_share_bp, pay_share_bp, is_worked, for_employee, for_supervisor, sort_order)
    SELECT t->>'code', t->>'nameNl', t->>'nameEn', t->>'kind', coalesce(t->>'unit', 'hours'), coalesce(t->>'receipt', 'none'), (t->>'billShareBp')::int, (t->>'payShareBp')::int,
           (t->>'isWorked')::boolean, (t->>'forEmployee')::boolean, (t->>'forSupervisor')::boolean, n
      FROM jsonb_array_elements(${JSON.stringify(hourTypes)}::jsonb) WITH ORDINALITY AS list (t, n)
    ON CONFLICT DO NOTHING`);
}
