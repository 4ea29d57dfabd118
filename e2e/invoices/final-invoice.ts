import type { APIRequestContext } from '@playwright/test';
import { expect, password, type Workplace, withDatabase } from '../fixtures.ts';

/** A final invoice of 121 euros with one line that was typed, of a workplace whose supervisor may see it. */
export async function finalInvoice(
  request: APIRequestContext,
  place: Workplace,
  budgetNumber: string | null = null,
): Promise<{ id: string; number: string }> {
  const id = await withDatabase(async (db) => {
    const client = [place.organisationId];
    await db.query(
      `UPDATE organisation SET street = 'Kade 1', postcode = '3011 BB', kvk_number = '24000001', invoice_email = 'facturen@klant.example' WHERE id = $1::uuid`,
      client,
    );
    await db.query('UPDATE supervisor_right SET may_see_invoices = true WHERE organisation_id = $1::uuid', client);
    const { rows } = await db.query(
      `INSERT INTO invoice (kind, organisation_id, from_day, until_day, is_reverse_charged, g_account_share_bp, payment_term_days, net_cents, vat_cents, total_cents, created_by_name)
       VALUES ('invoice', $1::uuid, '2026-11-16', '2026-11-22', false, 0, 14, 10000, 2100, 12100, 'Petra de Ruiter') RETURNING id`,
      client,
    );
    await db.query(
      `INSERT INTO invoice_line (invoice_id, position, description, unit, size, price_cents, net_cents, vat_bp, budget_number)
       VALUES ($1::uuid, 1, 'Werkschoenen', 'pieces', 100, 10000, 10000, 2100, $2)`,
      [rows[0].id, budgetNumber],
    );
    return rows[0].id as string;
  });
  expect((await request.post('/api/auth/login', { data: { login: 'staff@konnekt.example', password } })).status()).toBe(
    200,
  );
  const answer = await request.post('/api/invoices/finalise', { data: { items: [{ id, version: 1 }] } });
  return { id, number: (await answer.json()).done[0].number };
}
