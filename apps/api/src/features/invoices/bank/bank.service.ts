import { createHash } from 'node:crypto';
import { bookingsOf, numbersIn } from '@konnekt/shared/invoices/bank.matching';
import type { BankEntry } from '@konnekt/shared/invoices/invoice-payment.contract';
import { type Author, type Db, newId } from '#api/kit/database';
import { readContent } from '#api/kit/file-content';
import { holdHandedIn, removeFile } from '#api/kit/files';
import type { AskedPage } from '#api/kit/keyset-list';
import { invalidInput, Problem } from '#api/kit/problem';
import { insertPayments, type NewPayment } from '../invoice-payment.repository.ts';
import * as bank from './bank.repository.ts';
import { type CamtEntry, readCamt } from './camt.ts';

/**
 * Books what a statement says came in, one file after another: entries that were in a file before are passed by; one that names its invoices and is
 * exactly what is open of them is booked; the others are to be looked at.
 */
export function bookBankFile(db: Db, author: Author, fileId: string) {
  return db.transaction(
    author,
    async (tx) => {
      await bank.holdBank(tx);
      if (!(await holdHandedIn(tx, { id: fileId, personId: author.personId, purpose: 'bank' })))
        throw new Problem('not-found');
      const content = await readContent(tx, fileId);
      const camt = content && readCamt(content.toString('utf8'));
      if (!camt) throw invalidInput([{ pointer: '/file', code: 'file-type' }]);
      const entries = withKeys(camt.entries);
      const isNew = await bank.insertEntries(tx, author, 'camt.053', entries);
      const fresh = entries.filter(({ id }) => isNew.has(id));
      const numbers = [...new Set(fresh.flatMap(({ description }) => numbersIn(description)))];
      await bank.holdNamed(tx, numbers);
      const open = new Map((await bank.findOpen(tx, { numbers })).map((invoice) => [invoice.number, invoice]));
      const { gAccountIban } = await bank.findAccounts(tx);
      const payments: NewPayment[] = [];
      const booked: string[] = [];
      for (const entry of fresh) {
        const bookings = bookingsOf({ ...entry, isGAccount: entry.iban === gAccountIban }, open);
        if (!bookings) continue;
        booked.push(entry.id);
        for (const { invoiceId, amountCents } of bookings) {
          payments.push({ invoiceId, amountCents, paidOn: entry.bookedOn, remark: null, bankEntryId: entry.id });
          const paid = [...open.values()].find(({ id }) => id === invoiceId);
          if (!paid) continue;
          paid.openCents -= amountCents;
          if (paid.openCents === 0) open.delete(paid.number);
        }
      }
      if (payments.length > 0) await insertPayments(tx, author, payments);
      await bank.setState(tx, booked, 'booked');
      await removeFile(tx, fileId);
      return {
        entries: entries.length,
        booked: booked.length,
        doubtful: fresh.length - booked.length,
        known: entries.length - fresh.length,
        passedBy: camt.passedBy,
      };
    },
    { isLong: true },
  );
}

/** What an entry is known by, also in another file: the bank's own name for it, or all that it says; equal ones of a day are numbered. */
function withKeys(entries: readonly CamtEntry[]): bank.KeyedEntry[] {
  const seen = new Map<string, number>();
  // In the order of the file, which the list shows the other way around.
  const ids = entries.map(() => newId()).sort();
  return entries.map((entry, n) => {
    const { iban, bookedOn, amountCents, payerIban, payerName, description, reference } = entry;
    const said = JSON.stringify([iban, bookedOn, amountCents, reference ?? [payerIban, payerName, description]]);
    const times = (seen.get(said) ?? 0) + 1;
    seen.set(said, times);
    return { ...entry, id: ids[n] ?? newId(), key: createHash('sha256').update(`${said} ${times}`).digest('hex') };
  });
}

export async function readEntries(db: Db, query: AskedPage & { state?: BankEntry['state'] | undefined }) {
  const page = await bank.listEntries(db, query);
  return { ...page, items: await withSuggestions(db, page.items) };
}

/** The invoices that entries may be for: which they name, else of which just so much is open. */
async function withSuggestions(db: Db, entries: readonly bank.StoredEntry[]): Promise<BankEntry[]> {
  const doubtful = entries.filter(({ state }) => state === 'doubtful');
  const numbers = doubtful.flatMap(({ description }) => numbersIn(description));
  const open = doubtful.length
    ? await bank.findOpen(db, { numbers, amounts: doubtful.map(({ leftCents }) => leftCents) })
    : [];
  return entries.map((entry) => {
    if (entry.state !== 'doubtful') return { ...entry, suggestions: [] };
    const named = new Set(numbersIn(entry.description));
    const suggestions = open.flatMap(({ id, number, organisationName, openCents }) => {
      const why = named.has(number) ? 'number' : openCents === entry.leftCents ? 'amount' : undefined;
      return why ? [{ id, number, organisationName, openCents, why } as const] : [];
    });
    suggestions.sort((one, other) => other.why.localeCompare(one.why));
    return { ...entry, suggestions: suggestions.slice(0, 5) };
  });
}

/** Books an entry on an invoice: as much as is left of it, and open. */
export async function bookEntry(db: Db, author: Author, id: string, number: string): Promise<BankEntry> {
  await db.transaction(author, async (tx) => {
    const entry = await bank.holdEntry(tx, id);
    if (!entry) throw new Problem('not-found');
    if (entry.leftCents <= 0) throw new Problem('wrong-state');
    const [written = number] = numbersIn(number);
    await bank.holdNamed(tx, [written]);
    const [invoice] = await bank.findOpen(tx, { numbers: [written] });
    if (!invoice) throw invalidInput([{ pointer: '/number', code: 'not-open' }]);
    const amountCents = Math.min(entry.leftCents, invoice.openCents);
    const payment = { invoiceId: invoice.id, amountCents, paidOn: entry.bookedOn, remark: null, bankEntryId: id };
    await insertPayments(tx, author, [payment]);
    await bank.setState(tx, [id], amountCents === entry.leftCents ? 'booked' : 'doubtful');
  });
  return readEntry(db, id);
}

/** Sets an entry aside that is for no invoice, or takes it back. */
export async function setAside(db: Db, author: Author, id: string, isAside: boolean): Promise<BankEntry> {
  await db.transaction(author, async (tx) => {
    const entry = await bank.holdEntry(tx, id);
    if (!entry) throw new Problem('not-found');
    if (entry.leftCents <= 0) throw new Problem('wrong-state');
    await bank.setState(tx, [id], isAside ? 'aside' : 'doubtful');
  });
  return readEntry(db, id);
}

async function readEntry(db: Db, id: string): Promise<BankEntry> {
  const entry = await bank.findEntry(db, id);
  const [found] = entry ? await withSuggestions(db, [entry]) : [];
  if (!found) throw new Problem('not-found');
  return found;
}
