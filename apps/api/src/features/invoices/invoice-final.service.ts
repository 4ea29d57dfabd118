import { addDays } from '@konnekt/shared/basics/calendar-day';
import type { Invoice, Lack } from '@konnekt/shared/invoices/invoice.contract';
import { invoiceNumber, lineNet } from '@konnekt/shared/invoices/invoice.sums';
import { invoiceDays } from '@konnekt/shared/invoices/invoice.words';
import type { Author, Db, Transaction } from '#api/kit/database';
import { invalidInput, Problem } from '#api/kit/problem';
import type { Sight } from '#api/kit/visibility';
import { readInvoice, totalsOf } from './invoice.service.ts';
import { findTerms, holdInvoicing } from './invoice-draft.repository.ts';
import * as invoices from './invoice-final.repository.ts';
import { readInvoicing } from './invoicing.service.ts';

type Refusal =
  | 'not-found'
  | 'changed'
  | 'already-final'
  | 'empty'
  | Exclude<Lack, 'rate' | 'budget-number' | 'final-invoice' | 'too-much'>;

/** A date that an invoice can have. */
export function soonOrLately(day: string, today: string): string {
  if (day < addDays(today, -invoiceDays.back)) throw invalidInput([{ pointer: '/invoiceDate', code: 'too-small' }]);
  if (day > addDays(today, invoiceDays.ahead)) throw invalidInput([{ pointer: '/invoiceDate', code: 'too-large' }]);
  return day;
}

/**
 * Makes drafts final in one transaction: each gets the next number of its year, by client, and holds what is printed on it. Two who do so at once come
 * after each other; whatever breaks it off leaves no gap. Who may see the client's invoices today is told.
 */
export function finaliseInvoices(
  db: Db,
  author: Author,
  { items, invoiceDate, today }: { items: { id: string; version: number }[]; invoiceDate: string; today: string },
) {
  return db.transaction(
    author,
    async (tx) => {
      await holdInvoicing(tx);
      const held = await invoices.holdInvoices(
        tx,
        items.map(({ id }) => id),
      );
      const terms = await findTerms(
        tx,
        held.map(({ organisationId }) => organisationId),
      );
      const versions = new Map(items.map(({ id, version }) => [id, version]));
      const codeOf = (invoice: invoices.Held): Refusal | undefined => {
        if (invoice.status === 'final') return 'already-final';
        if (invoice.version !== versions.get(invoice.id)) return 'changed';
        if (invoice.lines === 0) return 'empty';
        return terms.get(invoice.organisationId)?.lacks[0] as Refusal | undefined;
      };
      const good = held.filter((invoice) => codeOf(invoice) === undefined);
      const known = new Map(held.map((invoice) => [invoice.id, codeOf(invoice)]));
      const refused = items.flatMap(({ id }) => {
        const code = known.has(id) ? known.get(id) : ('not-found' as const);
        return code ? [{ id, code }] : [];
      });
      if (good.length === 0) return { done: [], refused };
      const year = Number(invoiceDate.slice(0, 4));
      const numberOf = await takeNumbers(tx, year, good);
      const finals = good.map((invoice) => ({
        ...{ id: invoice.id, ...numberOf(invoice) },
        dueDate: addDays(invoiceDate, invoice.paymentTermDays),
      }));
      const done = await invoices.finaliseInvoices(tx, author, { year, invoiceDate, finals });
      await invoices.tellOfInvoices(
        tx,
        done.map(({ id }) => id),
        today,
      );
      return { done, refused };
    },
    { isLong: true },
  );
}

/** The next numbers of the year, in the order of these invoices, by series. */
async function takeNumbers(tx: Transaction, year: number, good: readonly invoices.Held[]) {
  const { numbers } = await readInvoicing(tx);
  const next = new Map<string, number>();
  for (const [series, ofSeries] of Map.groupBy(good, ({ kind }) => numbers[kind]))
    next.set(series, await invoices.takeNumbers(tx, year, series, ofSeries.length));
  return ({ kind }: invoices.Held) => {
    const series = numbers[kind];
    const sequence = next.get(series) ?? 1;
    next.set(series, sequence + 1);
    return { series, sequence, number: invoiceNumber(year, sequence, series, numbers.digits) };
  };
}

interface Credit {
  id?: string | undefined;
  reason: string;
  /** How much of which lines; none is all that is left. */
  lines?: { lineId: string; size: number }[] | undefined;
  freesLines: boolean;
}

/** Drafts a credit note: no more of a line than is left of it. Sent again, it is the one that is there. */
export async function creditInvoice(
  db: Db,
  sight: Sight,
  author: Author,
  id: string,
  credit: Credit,
): Promise<Invoice> {
  const creditId = await db.transaction(author, async (tx) => {
    await holdInvoicing(tx);
    const invoice = await readInvoice(tx, sight, id);
    if (invoice.status !== 'final' || invoice.kind !== 'invoice') throw new Problem('wrong-state');
    const before = await invoices.findCredited(tx, id, credit);
    if (before?.isSame) return before.id;
    if (before) throw invalidInput([{ pointer: '/id', code: 'already-sent' }]);
    const left = new Map(invoice.lines.map((line) => [line.id, line]));
    const asked =
      credit.lines ??
      invoice.lines.map(({ id: lineId, size, creditedSize }) => ({ lineId, size: size - creditedSize }));
    const wrong = asked.flatMap(({ lineId, size }, index) => {
      const line = left.get(lineId);
      if (!line) return [{ pointer: `/lines/${index}/lineId`, code: 'unknown' }];
      return size > line.size - line.creditedSize && credit.lines
        ? [{ pointer: `/lines/${index}/size`, code: 'too-much' }]
        : [];
    });
    if (wrong.length > 0) throw invalidInput(wrong);
    const lines = asked.flatMap(({ lineId, size }) => {
      const line = left.get(lineId);
      if (!line || size === 0) return [];
      // All that is left of a line takes back all that is left of its amount.
      const isRest = size === line.size - line.creditedSize;
      const part = lineNet({ ...line, size });
      return [{ lineId, size, netCents: isRest ? line.netCents - line.creditedCents : part, vatBp: line.vatBp }];
    });
    if (lines.length === 0) throw new Problem('nothing-to-send');
    const totals = totalsOf({ ...invoice, kind: 'credit' }, lines);
    // What lowered the price gives nothing back by itself.
    if (totals.totalCents < 0) throw new Problem('nothing-to-send');
    const { reason, freesLines } = credit;
    return invoices.insertCredit(tx, author, { id: credit.id, invoiceId: id, reason, freesLines, lines, totals });
  });
  return readInvoice(db, sight, creditId);
}
