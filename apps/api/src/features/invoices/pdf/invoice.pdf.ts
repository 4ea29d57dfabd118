import { Worker } from 'node:worker_threads';
import { formatHours } from '@konnekt/shared/basics/minutes';
import { formatHundredths, formatMoney } from '@konnekt/shared/basics/money';
import type { Invoice, InvoiceLine } from '@konnekt/shared/invoices/invoice.contract';
import { fontNames, printable } from './fonts.ts';
import type { PdfAnswer, PdfOrder } from './pdf.worker.ts';

/** How the agency looks. */
interface Look {
  accentColour: string;
  logo: { mediaType: string; content: Uint8Array } | null;
}

/**
 * An invoice to be read and kept: PDF/A-3 with tags and text that can be chosen, with the file for the client's bookkeeping in it. Drawn by Typst in
 * a thread of its own, some milliseconds a page; the same invoice and look give the same bytes.
 */
export function pdfOf(invoice: Invoice, look: Look, ubl: string | null): Promise<Uint8Array> {
  const extension = look.logo && extensions[look.logo.mediaType];
  const logo = look.logo && extension ? { name: `logo.${extension}`, content: look.logo.content } : null;
  const words = { fonts: fontNames, ...wordsOf(invoice, look.accentColour, logo?.name ?? null, ubl !== null) };
  const data = JSON.stringify(words, (_, value) => (typeof value === 'string' ? printable(value) : value));
  const madeAt = Math.floor(Date.parse(invoice.finalisedAt ?? '2000-01-01') / 1000);
  return draw({ data, logo, attachment: ubl, madeAt });
}

const extensions: Record<string, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/svg+xml': 'svg',
};

const waiting = new Map<number, { done: (pdf: Uint8Array) => void; failed: (error: Error) => void }>();
let worker: Worker | undefined;
let lastId = 0;

/** One thread draws, one after another; it is there from the first page on, and holds no process up. */
function draw(order: Omit<PdfOrder, 'id'>): Promise<Uint8Array> {
  worker ??= start();
  const id = ++lastId;
  return new Promise((done, failed) => {
    waiting.set(id, { done, failed });
    worker?.ref();
    worker?.postMessage({ id, ...order });
  });
}

function start(): Worker {
  const started = new Worker(new URL('./pdf.worker.ts', import.meta.url));
  started.on('message', (answer: PdfAnswer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (waiting.size === 0) started.unref();
    if ('pdf' in answer) asked?.done(answer.pdf);
    else asked?.failed(new Error(`The invoice could not be drawn: ${answer.error}`));
  });
  const end = (error: Error) => {
    worker = undefined;
    for (const { failed } of waiting.values()) failed(error);
    waiting.clear();
  };
  started.on('error', end);
  started.on('exit', () => end(new Error('The thread that draws invoices ended')));
  return started;
}

/** All that stands on the pages, in Dutch, as text. */
function wordsOf(invoice: Invoice, accentColour: string, logo: string | null, ubl: boolean) {
  const { seller, buyer, number, kind } = invoice;
  const isCredit = kind === 'credit';
  const heading = isCredit ? 'Creditnota' : 'Factuur';
  return {
    ...{ language: 'nl', accent: accentColour, logo, ubl, heading, title: `${heading} ${number ?? ''}` },
    date: (invoice.invoiceDate ?? '2000-01-01').split('-').map(Number),
    ...{ seller: { name: seller.name }, buyer: { name: buyer.name } },
    sellerLines: known(
      seller.street,
      place(seller.postcode, seller.city),
      seller.kvkNumber && `KvK ${seller.kvkNumber}`,
      seller.vatNumber && `Btw ${seller.vatNumber}`,
      seller.iban && `IBAN ${seller.iban}`,
    ),
    buyerLines: known(buyer.street, place(buyer.postcode, buyer.city), buyer.vatNumber && `Btw-id ${buyer.vatNumber}`),
    words: { to: 'Aan' },
    facts: known(
      ['Nummer', number ?? ''],
      ['Datum', day(invoice.invoiceDate)],
      !isCredit && ['Vervaldatum', day(invoice.dueDate)],
      ['Periode', `${day(invoice.fromDay)} – ${day(invoice.untilDay)}`],
      buyer.number !== null && ['Debiteurnummer', buyer.number],
      invoice.orderReference !== null && ['Uw referentie', invoice.orderReference],
      invoice.creditsInvoice !== null && ['Bij factuur', invoice.creditsInvoice.number],
    ),
    remark: invoice.remark ?? invoice.reason,
    columns: ['Omschrijving', 'Aantal', 'Prijs', 'Bedrag'],
    groups: groupsOf(invoice.lines),
    sums: [
      ['Totaal exclusief btw', money(invoice.netCents)],
      ...invoice.vat.map(({ vatBp, netCents, vatCents }) => [
        invoice.isReverseCharged
          ? 'Btw verlegd'
          : `Btw ${formatHundredths(vatBp, 'nl', 'needed')} % over ${money(netCents)}`,
        money(vatCents),
      ]),
    ],
    total: [isCredit ? 'Totaal te ontvangen' : 'Totaal te betalen', money(invoice.totalCents)],
    payment: paymentOf(invoice),
    footer: known(seller.name, number).join(' · '),
    page: 'Pagina {page} van {pages}',
  };
}

/** By person and week; what was typed stands by itself, at the end. */
function groupsOf(lines: readonly InvoiceLine[]) {
  const titleOf = ({ employeeName, functionName, isoWeek, isoYear }: InvoiceLine) =>
    employeeName === null
      ? lines.some((line) => line.employeeName !== null)
        ? 'Overig'
        : null
      : known(employeeName, functionName, isoWeek && `week ${isoWeek} van ${isoYear}`).join(', ');
  return [...Map.groupBy(lines, titleOf)].map(([title, ofTitle]) => ({
    title,
    lines: ofTitle.map((line) => [
      known(line.description ?? line.hourTypeNl, line.budgetNumber).join(' · '),
      quantityOf(line),
      line.unit === 'euros' ? `${line.priceCents} %` : money(line.priceCents),
      money(line.netCents),
    ]),
  }));
}

function quantityOf({ unit, size }: InvoiceLine): string {
  if (unit === 'hours' || unit === 'surcharge') return `${formatHours(size, 'nl')} uur`;
  const sign = size < 0 ? '-' : '';
  const figure = `${sign}${formatHundredths(Math.abs(size), 'nl', 'needed')}`;
  if (unit === 'kilometres') return `${figure} km`;
  return unit === 'euros' ? money(size) : figure;
}

function paymentOf({ kind, seller, number, dueDate, totalCents, gAccountCents }: Invoice): string[] {
  if (kind === 'credit')
    return ['Dit bedrag verrekenen wij met u, onder vermelding van het nummer van deze creditnota.'];
  const by = `Graag uiterlijk ${day(dueDate)}, onder vermelding van ${number ?? ''}.`;
  if (gAccountCents === 0) return [`${money(totalCents)} op ${seller.iban ?? ''} t.n.v. ${seller.name}.`, by];
  return [
    `${money(gAccountCents)} op g-rekening ${seller.gAccountIban ?? ''} t.n.v. ${seller.name},`,
    `${money(totalCents - gAccountCents)} op ${seller.iban ?? ''} t.n.v. ${seller.name}.`,
    by,
  ];
}

const money = (cents: number): string => formatMoney(cents, 'nl');
const day = (date: string | null): string => date?.split('-').toReversed().join('-') ?? '';
const place = (postcode: string | null, city: string | null): string => known(postcode, city).join('  ');
const known = <T>(...values: (T | null | undefined | false | '' | 0)[]): T[] =>
  values.filter((value): value is T => Boolean(value));
