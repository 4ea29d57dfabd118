import type { Chance } from '#api/demo/random';
import type { Db } from '#api/kit/database';
import { sql } from '#api/kit/sql';
import type { Client, Method } from './build-app.ts';
import { createRate } from './factories.ts';

export interface StoredInvoice {
  id: string;
  version: number;
  status: 'draft' | 'final';
  kind: 'invoice' | 'credit';
  lines: { id: string; size: number }[];
}

/** Rates that change in the middle of a week, and all that an invoice names. */
export async function readyToInvoice(db: Db, organisationId: string, placementIds: readonly string[]): Promise<void> {
  await db.query(sql`
    UPDATE agency SET street = 'Plein 1', postcode = '3011 AA', city = 'Rotterdam', kvk_number = '12345678', vat_number = 'NL123456789B01',
           iban = 'NL91ABNA0417164300', g_account_iban = 'NL20INGB0001234567'`);
  await db.query(sql`
    UPDATE organisation SET street = 'Kade 1', postcode = '3011 BB', kvk_number = '87654321', invoice_every = 'month', g_account_share_bp = 2500
     WHERE id = ${organisationId}::uuid`);
  for (const [index, placementId] of placementIds.entries())
    for (const code of ['N100', 'O125', 'SCK']) {
      await createRate(db, placementId, { code, billCents: 2_999 + 111 * index });
      await createRate(db, placementId, { code, billCents: 3_017 + 113 * index, validFrom: '2026-11-05' });
    }
}

export const findInvoices = (db: Db, organisationId: string): Promise<StoredInvoice[]> =>
  db.query(sql`
    SELECT i.id, i.version, i.status, i.kind, json_agg(json_build_object('id', l.id, 'size', l.size) ORDER BY l.position) AS lines
      FROM invoice i JOIN invoice_line l ON l.invoice_id = i.id WHERE i.organisation_id = ${organisationId}::uuid GROUP BY i.id ORDER BY i.id`);

/** What the office does with invoices: mostly sensible, sometimes with the version of before or more than there is. */
export function invoiceStep(
  chance: Chance,
  staff: Client,
  known: readonly StoredInvoice[],
): [Client, Method, string, object] {
  const drafts = known.filter(({ status }) => status === 'draft');
  const finals = known.filter(({ status, kind }) => status === 'final' && kind === 'invoice');
  const prepare = () => ({ until: `2026-${chance.pick(['11-08', '11-30', '12-31'])}` });
  if (known.length === 0 || chance.percent(25)) return [staff, 'POST', '/api/invoices/prepare', prepare()];
  if (finals.length > 0 && chance.percent(35)) {
    const { id, lines } = chance.pick(finals);
    const some = lines
      .filter(() => chance.percent(50))
      .map((line) => ({ lineId: line.id, size: 1 + chance.number(Math.abs(line.size) + 5) }));
    const part = some.length > 0 && chance.percent(70) ? { lines: some } : {};
    return [
      staff,
      'POST',
      `/api/invoices/${id}/credit`,
      { reason: 'Klopt niet', freesLines: chance.percent(50), ...part },
    ];
  }
  if (drafts.length === 0) return [staff, 'POST', '/api/invoices/prepare', prepare()];
  const { id, version } = chance.pick(drafts);
  const old = Math.max(1, version - (chance.percent(15) ? 1 : 0));
  const freeLines = [{ description: 'Reiskosten', size: 50 * chance.number(9), priceCents: 333 }];
  return chance.pick<[Client, Method, string, object]>([
    [
      staff,
      'POST',
      '/api/invoices/finalise',
      { invoiceDate: '2026-12-01', items: drafts.map((one) => ({ id: one.id, version: one.version })) },
    ],
    [staff, 'POST', '/api/invoices/finalise', { invoiceDate: '2026-12-01', items: [{ id, version: old }] }],
    [staff, 'PUT', `/api/invoices/${id}`, { version: old, remark: null, freeLines }],
    [staff, 'POST', `/api/invoices/${id}/discard`, { version: old }],
  ]);
}
