import type { Invoice, Lack, ReadyInvoice } from '@konnekt/shared/invoices/invoice.contract';
import { type DraftInvoice, invoicesOf } from '@konnekt/shared/invoices/invoice.grouping';
import { lineNet, mostInvoiceCents } from '@konnekt/shared/invoices/invoice.sums';
import type { Author, Db } from '#api/kit/database';
import { invalidInput, Problem } from '#api/kit/problem';
import type { Sight } from '#api/kit/visibility';
import { readInvoice, totalsOf } from './invoice.service.ts';
import * as invoices from './invoice-draft.repository.ts';
import { findDifferences } from './invoice-rate.repository.ts';

/** With VAT it is still an amount that an invoice can hold. */
const mostNetCents = mostInvoiceCents / 2;

/** What can be invoiced up to a day, and what it lacks. */
export async function readReady(db: Db, until: string, organisationId?: string): Promise<{ items: ReadyInvoice[] }> {
  const asked = { until, organisationIds: organisationId ? [organisationId] : undefined };
  const ready = await invoices.findReady(db, asked);
  const drafts = invoicesOf(ready, await findDifferences(db, asked));
  const terms = await invoices.findTerms(db, [...new Set(drafts.map(({ organisationId: id }) => id))]);
  const invoicedWith = await invoices.findInvoicedWith(db, drafts);
  return {
    items: drafts
      .map((draft) => {
        const { organisationId: id, fromDay, untilDay, budgetNumber, employeeName, netCents, withoutRate } = draft;
        const { worksheets, rateDifferences, orderReference, costCentre } = draft;
        const own = terms.get(id);
        const isToTakeBack = netCents < 0 && !invoicedWith.has(draft);
        const lacks = [
          ...(withoutRate > 0 ? ['rate'] : []),
          ...(draft.withoutBudgetNumber > 0 ? ['budget-number'] : []),
          ...(isToTakeBack ? ['final-invoice'] : []),
          ...(Math.abs(netCents) > mostNetCents ? ['too-much'] : []),
          ...(own?.lacks ?? []),
        ] as Lack[];
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
          ...{ orderReference, costCentre, worksheets, rateDifferences, linesWithoutRate: withoutRate, lacks },
        };
      })
      .sort(
        (one, other) =>
          one.organisationName.localeCompare(other.organisationName) || one.fromDay.localeCompare(other.fromDay),
      ),
  };
}

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
      const all = invoicesOf(ready, await findDifferences(tx, { until, organisationIds }));
      const terms = await invoices.findTerms(tx, [...new Set(all.map(({ organisationId }) => organisationId))]);
      const invoicedWith = await invoices.findInvoicedWith(tx, all);
      const drafts = all
        .filter(({ withoutRate }) => withoutRate === 0)
        .flatMap((draft) => newInvoice(draft, terms.get(draft.organisationId), invoicedWith.get(draft)) ?? []);
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

/** Below nothing it is a credit note of the invoice that its hours were on; none where there is no such. */
function newInvoice(
  { withoutRate: _, withoutBudgetNumber: __, worksheets: ___, rateDifferences: ____, ...draft }: DraftInvoice,
  terms: invoices.Terms | undefined,
  invoicedWith: string | undefined,
): invoices.NewInvoice | undefined {
  const isCredit = draft.netCents < 0;
  if (Math.abs(draft.netCents) > mostNetCents) return undefined;
  if (!terms || (isCredit && !invoicedWith)) return undefined;
  const vatBp = terms.isReverseCharged ? 0 : terms.vatBp;
  const lines = isCredit ? draft.lines.map((line) => ({ ...takenBack(line), netCents: -line.netCents })) : draft.lines;
  const totals = totalsOf(
    { ...terms, kind: isCredit ? 'credit' : 'invoice' },
    lines.map(({ netCents }) => ({ netCents, vatBp })),
  );
  const creditsInvoiceId = isCredit ? (invoicedWith ?? null) : null;
  return { ...draft, lines, netCents: totals.netCents, terms, totals, creditsInvoiceId };
}

/** The other way around: fewer hours, or from the new rate to the old one. */
const takenBack = <Line extends DraftInvoice['lines'][number]>(line: Line): Line =>
  line.oldPriceCents === null
    ? { ...line, size: -line.size }
    : { ...line, priceCents: line.oldPriceCents, oldPriceCents: line.priceCents };

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

const changed = ({ version, status }: Pick<Invoice, 'version' | 'status'>): Problem =>
  new Problem(status === 'final' ? 'wrong-state' : 'record-changed', { version });
