import type { Invoicing } from '@konnekt/shared/invoices/invoicing.contract';
import type { Author, Db, Transaction } from '#api/kit/database';
import { findInvoicing, updateInvoicing } from './invoicing.repository.ts';

const step = (days: number) => ({ days, textNl: null, textEn: null });
const usual: Invoicing = {
  numbers: { invoice: '', credit: '', digits: 6 },
  reminders: { isOn: false, steps: [step(5), step(14), step(28)] },
  budgets: { warnFromBp: 8_000, warnDays: 14 },
};

export const readInvoicing = async (db: Transaction): Promise<Invoicing> => ({
  ...usual,
  ...(await findInvoicing(db)),
});

export async function saveInvoicing(db: Db, author: Author, invoicing: Invoicing): Promise<Invoicing> {
  await db.transaction(author, (tx) => updateInvoicing(tx, invoicing));
  return readInvoicing(db);
}
