import type { Invoicing, SavedInvoicing } from '@konnekt/shared/invoices/invoicing.contract';
import { readPart, savePart } from '#api/features/agency/settings-part.service';
import type { Author, Db, Transaction } from '#api/kit/database';

const step = (days: number) => ({ days, textNl: null, textEn: null });
const usual: Invoicing = {
  numbers: { invoice: '', credit: '', digits: 6 },
  reminders: { isOn: false, steps: [step(5), step(14), step(28)] },
  budgets: { warnFromBp: 8_000, warnDays: 14 },
};

export const readInvoicing = (db: Transaction) => readPart(db, 'invoicing', usual);

export async function saveInvoicing(db: Db, author: Author, invoicing: SavedInvoicing): Promise<SavedInvoicing> {
  await savePart(db, author, 'invoicing', invoicing);
  return readInvoicing(db);
}
