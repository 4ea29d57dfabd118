import type { Invoice } from '@konnekt/shared/invoices/invoice.contract';
import { invoiceTotals } from '@konnekt/shared/invoices/invoice.sums';
import { worksheetReference } from '@konnekt/shared/worksheets/worksheet.reference';
import type { Db, Transaction } from '#api/kit/database';
import { Problem } from '#api/kit/problem';
import type { Sight } from '#api/kit/visibility';
import * as invoices from './invoice.repository.ts';

/** An invoice in sight. Of a draft the parties and terms are as they are now. */
export async function readInvoice(db: Transaction, sight: Sight, id: string): Promise<Invoice> {
  const found = await invoices.findInvoice(db, sight, id);
  if (!found) throw new Problem('not-found');
  const { printed, now, ...invoice } = found;
  return { ...invoice, ...(printed ? asPrinted(printed) : now), vat: totalsOf(invoice, invoice.lines).vat };
}

/** Those of before clients had references have none, and are Dutch. */
const asPrinted = ({ seller, buyer, language = 'nl', document = 'peppol' }: Partial<invoices.Printed>) => ({
  ...{ seller: seller as Invoice['seller'], language, document },
  buyer: Object.assign({ ...withoutReferences, debtorNumber: buyer?.number ?? null }, buyer as Invoice['buyer']),
});
const withoutReferences = {
  ...{ buyerReference: null, contractReference: null, costCentre: null },
  ...{ oin: null, gln: null, peppolId: null },
};

/** What is new to somebody who sees invoices: final ones not opened yet, and how many are late. */
export const readInvoiceNews = (db: Db, sight: Sight) => invoices.findInvoiceNews(db, sight);

export async function readWorksheetsBehind(db: Db, sight: Sight, id: string) {
  await readInvoice(db, sight, id);
  const items = await invoices.listWorksheetsBehind(db, sight, id);
  return {
    items: items.map((item) => ({ ...item, reference: worksheetReference(item.period, item.reference) })),
  };
}

/** By its terms, from its lines. */
export const totalsOf = (
  {
    kind,
    isReverseCharged,
    gAccountShareBp,
  }: { kind: Invoice['kind'] } & Pick<Invoice, 'isReverseCharged' | 'gAccountShareBp'>,
  lines: readonly { netCents: number; vatBp: number }[],
) => invoiceTotals(lines, { isReverseCharged, gAccountShareBp, isCredit: kind === 'credit' });
