import type { Language } from '@konnekt/shared/basics/actor';
import { formatMoney } from '@konnekt/shared/basics/money';
import type { Invoice } from '@konnekt/shared/invoices/invoice.contract';
import type { Invoicing } from '@konnekt/shared/invoices/invoicing.contract';
import { dayIn } from '#api/features/mail/mail.days';
import { layOut, type Mail, type MailSender } from '#api/features/mail/mail.layout';

interface Told {
  sender: MailSender;
  invoice: Invoice;
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
      said.enclosed(what.toLowerCase(), invoice.number ?? '', dayOf(invoice.invoiceDate, language)),
      kind === 'credit'
        ? said.settled(formatMoney(invoice.totalCents, language))
        : said.pay(formatMoney(invoice.totalCents, language), dayOf(invoice.dueDate, language)),
    ],
    after: [hasUbl ? said.withUbl : said.pdfOnly],
  });
}

interface Reminded {
  sender: MailSender;
  invoice: Invoice;
  step: number;
  /** What the agency wants to be said in this step. */
  rule: Invoicing['reminders']['steps'][number] | undefined;
}

/** The mail that reminds of an invoice with something open, which goes along once more. */
export function invoiceReminderMail({ sender, invoice, step, rule }: Reminded): Mail {
  const { language, number } = invoice;
  const said = words[language];
  const open = formatMoney(invoice.openCents ?? 0, language);
  const asked = [dayOf(invoice.invoiceDate, language), dayOf(invoice.dueDate, language)] as const;
  return layOut(language, sender, {
    subject: `${said.reminders[step - 1]}: ${said.invoice.toLowerCase()} ${number} ${said.from} ${sender.name}`,
    greeting: said.greeting,
    before: [
      said.stillOpen(number ?? '', open, ...asked),
      (language === 'nl' ? rule?.textNl : rule?.textEn) ?? said.urges[step - 1] ?? '',
    ],
    after: [said.crossed],
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
    reminders: ['Herinnering', 'Tweede herinnering', 'Laatste herinnering'],
    stillOpen: (number: string, amount: string, day: string, due: string) =>
      `Van onze factuur ${number} van ${day} staat nog ${amount} open. De betaaltermijn liep tot en met ${due}.`,
    urges: [
      'Wilt u dit bedrag binnen enkele dagen overmaken, onder vermelding van het factuurnummer?',
      'Wij verzoeken u dit bedrag binnen zeven dagen over te maken, onder vermelding van het factuurnummer.',
      'Dit is onze laatste herinnering. Maak het bedrag binnen veertien dagen over, of neem contact met ons op.',
    ],
    crossed: 'De factuur zit bij deze e-mail. Hebt u al betaald, dan kunt u deze e-mail als niet verzonden beschouwen.',
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
    reminders: ['Reminder', 'Second reminder', 'Final reminder'],
    stillOpen: (number: string, amount: string, day: string, due: string) =>
      `${amount} of our invoice ${number} of ${day} is still to be paid. It was due on ${due}.`,
    urges: [
      'Please transfer this amount within a few days, quoting the invoice number.',
      'Please transfer this amount within seven days, quoting the invoice number.',
      'This is our final reminder. Please transfer the amount within fourteen days, or contact us.',
    ],
    crossed: 'The invoice is attached once more. If you have paid already, please disregard this e-mail.',
  },
} as const;

const dayOf = (day: string | null, language: Language): string => (day === null ? '' : dayIn(day, language));
