import type { Invoicing } from '@konnekt/shared/invoices/invoicing.contract';
import type { Transaction } from '#api/kit/database';
import { sql } from '#api/kit/sql';

/** As it was set; what was never set is the usual. */
export async function findInvoicing(tx: Transaction): Promise<Partial<Invoicing>> {
  const [agency] = await tx.query<{ invoicing: Partial<Invoicing> }>(sql`SELECT invoicing FROM agency`);
  return agency?.invoicing ?? {};
}

export async function updateInvoicing(tx: Transaction, invoicing: Invoicing): Promise<void> {
  await tx.query(sql`UPDATE agency SET invoicing = ${JSON.stringify(invoicing)}::jsonb, version = version + 1`);
}
