import type { Invoice, InvoiceLine } from '@konnekt/shared/invoices/invoice.contract';
import { paymentsOf } from '@konnekt/shared/invoices/payment-code';
import { figuresIn, known } from './figures.ts';
import { invoiceWords } from './invoice-words.ts';

/** All that stands on the pages of an invoice, in its language, as text. */
export function invoicePage(invoice: Invoice) {
  const { seller, buyer, number, kind, language } = invoice;
  const words = invoiceWords[language];
  const { day } = figuresIn(language);
  const heading = words.heading[kind];
  return {
    ...{ language, heading, title: `${heading} ${number ?? ''}` },
    date: (invoice.invoiceDate ?? '2000-01-01').split('-').map(Number),
    ...{ seller: { name: seller.name }, buyer: { name: buyer.name } },
    sellerLines: known(
      seller.street,
      place(seller.postcode, seller.city),
      seller.kvkNumber && `${words.kvk} ${seller.kvkNumber}`,
      seller.vatNumber && `${words.vat} ${seller.vatNumber}`,
      seller.iban && `IBAN ${seller.iban}`,
    ),
    buyerLines: known(
      buyer.street,
      place(buyer.postcode, buyer.city),
      buyer.vatNumber && `${words.vatNumber} ${buyer.vatNumber}`,
    ),
    words: { to: words.to, scan: words.scan },
    facts: known(
      [words.number, number ?? ''],
      [words.date, day(invoice.invoiceDate)],
      kind === 'invoice' && [words.due, day(invoice.dueDate)],
      [words.period, `${day(invoice.fromDay)} – ${day(invoice.untilDay)}`],
      (buyer.debtorNumber ?? buyer.number) !== null && [words.debtor, buyer.debtorNumber ?? buyer.number],
      (invoice.orderReference ?? buyer.buyerReference) !== null && [
        words.reference,
        invoice.orderReference ?? buyer.buyerReference,
      ],
      buyer.contractReference !== null && [words.contract, buyer.contractReference],
      (invoice.costCentre ?? buyer.costCentre) !== null && [words.costCentre, invoice.costCentre ?? buyer.costCentre],
      invoice.creditsInvoice !== null && [words.credits, invoice.creditsInvoice.number],
    ),
    remark: invoice.remark ?? invoice.reason,
    columns: words.columns,
    groups: groupsOf(invoice),
    ...sumsOf(invoice),
    payment: paymentOf(invoice),
    footer: known(seller.name, number).join(' · '),
    page: words.page,
  };
}

/** By person and week; what was typed stands by itself, at the end. */
function groupsOf(invoice: Invoice) {
  const { lines, language } = invoice;
  const words = invoiceWords[language];
  const figures = figuresIn(language);
  const hasPeople = lines.some(({ employeeName }) => employeeName !== null);
  const weekOf = ({ isoWeek, isoYear }: InvoiceLine) => isoWeek && words.week(isoWeek, isoYear ?? 0);
  const titleOf = (line: InvoiceLine) => {
    const { employeeName, functionName, rateReason } = line;
    if (employeeName === null) return hasPeople ? words.other : null;
    if (rateReason !== null) return known(employeeName, functionName, words.rateChanged(rateReason)).join(', ');
    return known(employeeName, functionName, weekOf(line)).join(', ');
  };
  const priceOf = ({ unit, priceCents, oldPriceCents }: InvoiceLine) => {
    const price = unit === 'euros' ? `${priceCents} %` : figures.money(priceCents);
    return oldPriceCents === null ? price : `${figures.money(oldPriceCents)} → ${price}`;
  };
  return [...Map.groupBy(lines, titleOf)].map(([title, ofTitle]) => ({
    title,
    lines: ofTitle.map((line) => [
      known(
        line.rateReason !== null && weekOf(line),
        line.description ?? (language === 'nl' ? line.hourTypeNl : line.hourTypeEn),
        line.budgetNumber !== invoice.budgetNumber && line.budgetNumber,
        line.orderNumber !== null && words.order(line.orderNumber, line.orderLine),
        line.costCentre !== invoice.costCentre && line.costCentre,
      ).join(' · '),
      figures.quantity(line),
      priceOf(line),
      figures.money(line.netCents),
    ]),
  }));
}

function sumsOf({ kind, language, netCents, totalCents, vat, isReverseCharged }: Invoice) {
  const words = invoiceWords[language];
  const { money, percent } = figuresIn(language);
  return {
    sums: [
      [words.net, money(netCents)],
      ...vat.map((rate) => [
        isReverseCharged ? words.reverseCharged : words.vatOver(percent(rate.vatBp), money(rate.netCents)),
        money(rate.vatCents),
      ]),
    ],
    total: [words.total[kind], money(totalCents)],
  };
}

function paymentOf(invoice: Invoice): string[] {
  const { kind, seller, number, dueDate, language } = invoice;
  const words = invoiceWords[language];
  const { money, day } = figuresIn(language);
  if (kind === 'credit') return [words.settled];
  const payments = paymentsOf(invoice);
  if (payments.length === 0) return [words.nothingToPay];
  return [
    ...payments.map(({ account, iban, cents }) =>
      account === 'main' ? words.pay(money(cents), iban, seller.name) : words.payBlocked(money(cents), iban),
    ),
    words.payBefore(day(dueDate), number ?? ''),
  ];
}

const place = (postcode: string | null, city: string | null): string => known(postcode, city).join('  ');
