import { bounds, refuseFull } from '#api/kit/bounds';
import type { Author, Db } from '#api/kit/database';
import { invalidInput, Problem } from '#api/kit/problem';
import type { Sight } from '#api/kit/visibility';
import { readInvoice } from './invoice.service.ts';
import * as payments from './invoice-payment.repository.ts';

/** What was paid for an invoice in sight; who booked it is the office's to know. */
export async function readPayments(db: Db, sight: Sight, id: string) {
  await readInvoice(db, sight, id);
  const balance = await payments.findBalance(db, id);
  if (!balance) throw new Problem('wrong-state');
  return {
    items: await payments.listPayments(db, id),
    openCents: balance.openCents,
    creditedCents: balance.creditedCents,
  };
}

interface Paid {
  id?: string | undefined;
  amountCents: number;
  paidOn: string;
  remark: string | null;
}

/** Books a payment by hand: no more than is open, judged on what is there at that moment. Sent again, it is the one that is there. */
export async function payInvoice(db: Db, sight: Sight, author: Author, id: string, paid: Paid) {
  await db.transaction(author, async (tx) => {
    await readInvoice(tx, sight, id);
    const balance = await payments.holdBalance(tx, id);
    if (!balance) throw new Problem('wrong-state');
    const before = await payments.findBooked(tx, id, paid);
    if (before?.isSame) return;
    if (before) throw invalidInput([{ pointer: '/id', code: 'already-sent' }]);
    refuseFull((await payments.listPayments(tx, id)).length, bounds.paymentsOfInvoice);
    if (paid.paidOn > sight.today) throw invalidInput([{ pointer: '/paidOn', code: 'in-the-future' }]);
    if (paid.amountCents > balance.openCents) throw invalidInput([{ pointer: '/amountCents', code: 'more-than-open' }]);
    await payments.insertPayments(tx, author, [{ ...paid, invoiceId: id, bankEntryId: null }]);
  });
  return readPayments(db, sight, id);
}

export async function undoPayment(db: Db, author: Author, id: string): Promise<void> {
  const isUndone = await db.transaction(author, (tx) => payments.undoPayment(tx, author, id));
  if (!isUndone) throw new Problem((await payments.findPayment(db, id)) ? 'wrong-state' : 'not-found');
}

export const readBy = (db: Db, sight: Sight, author: Author, ids: readonly string[]): Promise<void> =>
  db.transaction(author, (tx) => payments.markRead(tx, sight, ids));
