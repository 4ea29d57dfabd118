import type { Language } from '@konnekt/shared/basics/actor';
import { formatMoney } from '@konnekt/shared/basics/money';
import type { Invoice } from '@konnekt/shared/invoices/invoice.contract';
import { layOut, type Mail, type MailSender } from '#api/features/mail/mail.layout';

interface Told {
  sender: MailSender;
  invoice: Invoice;
  /** 0 is the invoice itself. */
  step: number;
  hasUbl: boolean;
}

/** The mail that an invoice or credit note goes with, in the language of the invoice. */
export function invoiceMail({ sender, invoice, hasUbl }: Told): Mail {
  const { language, kind } = invoice;
  const said = words[language];
  const what = kind === 'credit' ? said.credit : said.invoice;
  return layOut(language, sender, {
    subject: `${what} ${invoice.number} ${said.from} ${sender.name}`,
    greeting: said.greeting,
    before: [
      said.enclosed(what.toLowerCase(), invoice.number ?? '', dayIn(invoice.invoiceDate, language)),
      kind === 'credit'
        ? said.settled(formatMoney(invoice.totalCents, language))
        : said.pay(formatMoney(invoice.totalCents, language), dayIn(invoice.dueDate, language)),
    ],
    after: [hasUbl ? said.withUbl : said.pdfOnly],
  });
}

const words = {
  nl: {
    invoice: 'Factuur',
    credit: 'Creditnota',
    from: 'van',
    greeting: 'Geachte heer, mevrouw,',
    enclosed: (what: string, number: string, day: string) => `Hierbij ontvangt u onze ${what} ${number} van ${day}.`,
    pay: (amount: string, day: string) =>
      `Wij verzoeken u ${amount} uiterlijk ${day} te betalen, onder vermelding van het factuurnummer.`,
    settled: (amount: string) => `Het bedrag van ${amount} verrekenen wij met u.`,
    withUbl: 'De PDF is om te lezen en te bewaren; het XML-bestand (UBL) leest uw boekhouding zelf in.',
    pdfOnly: 'De PDF is om te lezen en te bewaren.',
  },
  en: {
    invoice: 'Invoice',
    credit: 'Credit note',
    from: 'from',
    greeting: 'Dear Sir or Madam,',
    enclosed: (what: string, number: string, day: string) => `Please find enclosed our ${what} ${number} of ${day}.`,
    pay: (amount: string, day: string) => `Please pay ${amount} by ${day}, quoting the invoice number.`,
    settled: (amount: string) => `We will settle the amount of ${amount} with you.`,
    withUbl: 'The PDF is yours to read and keep; your bookkeeping reads in the XML file (UBL) by itself.',
    pdfOnly: 'The PDF is yours to read and keep.',
  },
} as const;

/** `24 november 2026` */
const dayIn = (day: string | null, language: Language): string =>
  day === null
    ? ''
    : new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
        ...{ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
      }).format(new Date(`${day}T12:00:00Z`));
