import { type Db, newId } from '#api/kit/database';
import { sql } from '#api/kit/sql';
import { ask, type Client, type TestApp } from './build-app.ts';
import { createOrganisation } from './factories.ts';

/** An agency that may invoice. */
export async function completeAgency(db: Db): Promise<void> {
  await db.query(sql`
    UPDATE agency SET street = 'Stationsplein 1', postcode = '3011 AA', city = 'Rotterdam', kvk_number = '12345678', vat_number = 'NL123456789B01',
           iban = 'NL91ABNA0417164300', g_account_iban = 'NL20INGB0001234567'`);
}

/** A client that may be invoiced, found by its number of the trade register. */
export async function createClient(db: Db, email: string | null = 'facturen@klant.example'): Promise<string> {
  const id = await createOrganisation(db);
  await db.query(sql`
    UPDATE organisation SET street = 'Kade 1', postcode = '3011 BB', kvk_number = '87654321', invoice_email = ${email}, payment_term_days = 14
     WHERE id = ${id}::uuid`);
  return id;
}

/** A draft with one line that was typed, of so much without VAT. */
export async function createDraft(db: Db, organisationId: string, netCents = 10_000): Promise<string> {
  const id = newId();
  const vatCents = Math.round((netCents * 21) / 100);
  await db.query(sql`
    INSERT INTO invoice (id, kind, organisation_id, from_day, until_day, is_reverse_charged, g_account_share_bp, payment_term_days, net_cents, vat_cents, total_cents,
                         created_by_name)
    SELECT ${id}::uuid, 'invoice', o.id, '2026-11-16', '2026-11-22', false, 0, o.payment_term_days, ${netCents}::int, ${vatCents}::int, ${netCents + vatCents}::int, 'Iemand'
      FROM organisation o WHERE o.id = ${organisationId}::uuid`);
  await db.query(sql`
    INSERT INTO invoice_line (invoice_id, position, description, unit, size, price_cents, net_cents, vat_bp)
    VALUES (${id}::uuid, 1, 'Werkschoenen', 'pieces', 100, ${netCents}::int, ${netCents}::int, 2100)`);
  return id;
}

/** Final invoices, in the order asked for. */
export async function createInvoices(
  { app, db }: TestApp,
  staff: Client,
  organisationIds: readonly string[],
  { netCents, invoiceDate = '2026-11-20' }: { netCents?: number; invoiceDate?: string } = {},
): Promise<{ id: string; number: string }[]> {
  const ids: string[] = [];
  for (const organisationId of organisationIds) ids.push(await createDraft(db, organisationId, netCents));
  const items = ids.map((id) => ({ id, version: 1 }));
  const { body } = await ask(app, staff, 'POST', '/api/invoices/finalise', { items, invoiceDate });
  if (body.refused.length > 0) throw new Error(JSON.stringify(body.refused));
  return ids.map((id) => body.done.find((one: { id: string }) => one.id === id));
}
