import { addDays } from '@konnekt/shared/basics/calendar-day';
import type { Invoice, Lack, ReadyInvoice } from '@konnekt/shared/invoices/invoice.contract';
import { type DraftInvoice, invoicesOf, type ReadyLine } from '@konnekt/shared/invoices/invoice.grouping';
import { invoiceNumber, invoiceTotals, lineNet, mostInvoiceCents } from '@konnekt/shared/invoices/invoice.sums';
import { worksheetReference } from '@konnekt/shared/worksheets/worksheet.reference';
import type { Author, Db, Transaction } from '#api/kit/database';
import { invalidInput, Problem } from '#api/kit/problem';
import type { Sight } from '#api/kit/visibility';
import * as invoices from './invoice.repository.ts';
import { readInvoicing } from './invoicing.service.ts';

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

export async function readWorksheetsBehind(db: Db, sight: Sight, id: string) {
  await readInvoice(db, sight, id);
  const items = await invoices.listWorksheetsBehind(db, sight, id);
  return {
    items: items.map((item) => ({ ...item, reference: worksheetReference(item.period, item.reference) })),
  };
}

/** What can be invoiced up to a day, and what it lacks. */
export async function readReady(db: Db, until: string, organisationId?: string): Promise<{ items: ReadyInvoice[] }> {
  const ready = await invoices.findReady(db, { until, organisationIds: organisationId ? [organisationId] : undefined });
  const terms = await invoices.findTerms(db, [...new Set(ready.map((line) => line.organisationId))]);
  const worksheetsOf = worksheetCounts(ready);
  return {
    items: invoicesOf(ready)
      .map((draft) => {
        const { organisationId: id, fromDay, untilDay, budgetNumber, employeeName, netCents, withoutRate } = draft;
        const own = terms.get(id);
        const lacks = [...(withoutRate > 0 ? ['rate'] : []), ...(own?.lacks ?? [])] as Lack[];
        return {
          ...{
            organisationId: id,
            organisationName: own?.name ?? '',
            fromDay,
            untilDay,
            budgetNumber,
            employeeName,
            netCents,
          },
          ...{ worksheets: worksheetsOf(draft), linesWithoutRate: withoutRate, lacks },
        };
      })
      .sort(
        (one, other) =>
          one.organisationName.localeCompare(other.organisationName) || one.fromDay.localeCompare(other.fromDay),
      ),
  };
}

const worksheetCounts = (ready: readonly ReadyLine[]) => {
  const byStretch = Map.groupBy(ready, ({ organisationId, fromDay }) => `${organisationId} ${fromDay}`);
  return ({ organisationId, fromDay, budgetNumber, employeeName }: DraftInvoice): number =>
    new Set(
      (byStretch.get(`${organisationId} ${fromDay}`) ?? [])
        .filter((line) => budgetNumber === null || line.budgetNumber === budgetNumber)
        .filter((line) => employeeName === null || line.employeeName === employeeName)
        .map(({ worksheetId }) => worksheetId),
    ).size;
};

/**
 * Drafts all that is ready, for all clients or some: one after another, so that no hour is drafted twice. What lacks a rate is left out as a
 * whole. Hours that were corrected below nothing are a credit note of the invoice that they were on.
 */
export function prepareInvoices(
  db: Db,
  author: Author,
  { until, organisationIds }: { until: string; organisationIds?: string[] | undefined },
): Promise<{ drafts: number; leftOut: number }> {
  return db.transaction(
    author,
    async (tx) => {
      await invoices.holdInvoicing(tx);
      const waiting = await invoices.findReady(tx, { until, organisationIds });
      await invoices.holdWorksheets(tx, [...new Set(waiting.map(({ worksheetId }) => worksheetId))]);
      // Held: what was taken back until now is not among them any more.
      const ready = await invoices.findReady(tx, { until, organisationIds });
      const all = invoicesOf(ready);
      const terms = await invoices.findTerms(tx, [...new Set(all.map(({ organisationId }) => organisationId))]);
      const drafts: invoices.NewInvoice[] = [];
      for (const draft of all) {
        const made = draft.withoutRate === 0 ? await newInvoice(tx, draft, terms.get(draft.organisationId)) : undefined;
        if (made) drafts.push(made);
      }
      drafts.sort(byStretch);
      if (drafts.length > 0) await invoices.insertDrafts(tx, author, drafts);
      return { drafts: drafts.length, leftOut: all.length - drafts.length };
    },
    { isLong: true },
  );
}

/** The earliest first, by client: as they are numbered. */
const byStretch = (one: invoices.NewInvoice, other: invoices.NewInvoice): number =>
  one.untilDay.localeCompare(other.untilDay) ||
  one.terms.name.localeCompare(other.terms.name) ||
  one.fromDay.localeCompare(other.fromDay);

async function newInvoice(
  tx: Transaction,
  { withoutRate: _, ...draft }: DraftInvoice,
  terms: invoices.Terms | undefined,
): Promise<invoices.NewInvoice | undefined> {
  if (!terms) return undefined;
  const vatBp = terms.isReverseCharged ? 0 : terms.vatBp;
  if (draft.netCents >= 0) {
    const totals = totalsOf(
      { ...terms, kind: 'invoice' },
      draft.lines.map(({ netCents }) => ({ netCents, vatBp })),
    );
    return { ...draft, terms, totals, creditsInvoiceId: null };
  }
  const worksheetIds = draft.lines.flatMap(({ sources }) => sources.map(({ worksheetId }) => worksheetId));
  const creditsInvoiceId = await invoices.findInvoicedWith(tx, worksheetIds);
  if (!creditsInvoiceId) return undefined;
  const lines = draft.lines.map((line) => ({ ...line, size: -line.size, netCents: -line.netCents }));
  const totals = totalsOf(
    { ...terms, kind: 'credit' },
    lines.map(({ netCents }) => ({ netCents, vatBp })),
  );
  return { ...draft, lines, netCents: totals.netCents, terms, totals, creditsInvoiceId };
}

interface Typed {
  version: number;
  remark: string | null;
  orderReference: string | null;
  freeLines: { description: string; size: number; priceCents: number }[];
}

/** Changes what was typed on a draft. */
export async function changeDraft(db: Db, sight: Sight, author: Author, id: string, typed: Typed): Promise<Invoice> {
  await db.transaction(author, async (tx) => {
    const invoice = await readInvoice(tx, sight, id);
    const { vatBp = 0 } = (await invoices.findTerms(tx, [invoice.organisationId])).get(invoice.organisationId) ?? {};
    const freeLines = typed.freeLines.map((line) => ({
      ...line,
      ...{ netCents: lineNet({ unit: 'pieces', ...line }), vatBp: invoice.isReverseCharged ? 0 : vatBp },
    }));
    const totals = totalsOf(invoice, [
      ...invoice.lines.filter(({ description, creditsLineId }) => description === null || creditsLineId !== null),
      ...freeLines,
    ]);
    if (Math.abs(totals.totalCents) > mostInvoiceCents)
      throw invalidInput([{ pointer: '/freeLines', code: 'too-much' }]);
    const { version, remark, orderReference } = typed;
    if (!(await invoices.updateDraft(tx, id, version, { remark, orderReference, freeLines, totals })))
      throw changed(invoice);
  });
  return readInvoice(db, sight, id);
}

export async function discardDraft(db: Db, sight: Sight, author: Author, id: string, version: number): Promise<void> {
  await db.transaction(author, async (tx) => {
    await invoices.holdInvoicing(tx);
    const invoice = await readInvoice(tx, sight, id);
    if (!(await invoices.discardDraft(tx, id, version))) throw changed(invoice);
  });
}

type Refusal = 'not-found' | 'changed' | 'already-final' | 'empty' | Exclude<Lack, 'rate' | 'budget-number'>;

/**
 * Makes drafts final in one transaction: each gets the next number of its year, by client, and holds what is printed on it. Two who do so at once come
 * after each other; whatever breaks it off leaves no gap.
 */
export function finaliseInvoices(
  db: Db,
  author: Author,
  { items, invoiceDate }: { items: { id: string; version: number }[]; invoiceDate: string },
) {
  return db.transaction(
    author,
    async (tx) => {
      await invoices.holdInvoicing(tx);
      const held = await invoices.holdInvoices(
        tx,
        items.map(({ id }) => id),
      );
      const terms = await invoices.findTerms(
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
      return { done: await invoices.finaliseInvoices(tx, author, { year, invoiceDate, finals }), refused };
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
  reason: string;
  /** How much of which lines; none is all that is left. */
  lines?: { lineId: string; size: number }[] | undefined;
  freesLines: boolean;
}

/** Drafts a credit note: no more of a line than is left of it. */
export async function creditInvoice(
  db: Db,
  sight: Sight,
  author: Author,
  id: string,
  credit: Credit,
): Promise<Invoice> {
  const creditId = await db.transaction(author, async (tx) => {
    await invoices.holdInvoicing(tx);
    const invoice = await readInvoice(tx, sight, id);
    if (invoice.status !== 'final' || invoice.kind !== 'invoice') throw new Problem('wrong-state');
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
      const part = lineNet({ unit: line.unit, size, priceCents: line.priceCents });
      return [{ lineId, size, netCents: isRest ? line.netCents - line.creditedCents : part, vatBp: line.vatBp }];
    });
    if (lines.length === 0) throw new Problem('nothing-to-send');
    const totals = totalsOf({ ...invoice, kind: 'credit' }, lines);
    const { reason, freesLines } = credit;
    return invoices.insertCredit(tx, author, { invoiceId: id, reason, freesLines, lines, totals });
  });
  return readInvoice(db, sight, creditId);
}

const totalsOf = (
  {
    kind,
    isReverseCharged,
    gAccountShareBp,
  }: { kind: Invoice['kind'] } & Pick<Invoice, 'isReverseCharged' | 'gAccountShareBp'>,
  lines: readonly { netCents: number; vatBp: number }[],
) => invoiceTotals(lines, { isReverseCharged, gAccountShareBp, isCredit: kind === 'credit' });

const changed = ({ version, status }: Pick<Invoice, 'version' | 'status'>): Problem =>
  new Problem(status === 'final' ? 'wrong-state' : 'record-changed', { version });
