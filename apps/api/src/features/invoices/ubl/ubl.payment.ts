import { formatMoney } from '@konnekt/shared/basics/money';
import type { Invoice } from '@konnekt/shared/invoices/invoice.contract';
import type { UblProfile } from '@konnekt/shared/invoices/invoice.files';
import { type Payment, paymentsOf } from '@konnekt/shared/invoices/payment-code';
import { amount, group, tag } from './xml.ts';

/**
 * How and when an invoice is paid. With the Dutch extension for the blocked account there are two accounts, each with its amount (NL-GA-01 to
 * NL-GA-04); the other profiles know one payee alone, and the share is said in words. A credit note is not paid.
 */
export function paymentOf(invoice: Invoice, profile: UblProfile): string[] {
  const { kind, seller, totalCents } = invoice;
  if (kind === 'credit') return [];
  if (profile === 'nlcius-g-account') {
    const payments = paymentsOf(invoice);
    return [
      ...payments.map((payment) => means(invoice, payment.iban, tag('cbc:ID', nameOf(payment)))),
      ...payments.map((payment) =>
        group(
          'cac:PaymentTerms',
          tag('cbc:PaymentMeansID', nameOf(payment)),
          // The terms in words stand once (UBL-SR-05).
          ...(payment.account === 'main' ? [tag('cbc:Note', days(invoice))] : []),
          amount('cbc:Amount', payment.cents),
        ),
      ),
    ];
  }
  return [
    ...(seller.iban ? [means(invoice, seller.iban)] : []),
    group(
      'cac:PaymentTerms',
      tag('cbc:Note', totalCents > 0 ? `${days(invoice)}${shareInWords(invoice)}` : days(invoice)),
    ),
  ];
}

/** The extension's own name for the blocked account (BR-GA-7); the other may be called anything. */
const nameOf = ({ account }: Payment): string => (account === 'g-account' ? 'GACCOUNT' : 'MAIN');

const means = ({ number }: Invoice, iban: string, ...id: string[]): string =>
  group(
    'cac:PaymentMeans',
    ...id,
    tag('cbc:PaymentMeansCode', '58'),
    tag('cbc:PaymentID', number ?? ''),
    group('cac:PayeeFinancialAccount', tag('cbc:ID', iban.replace(/\s/g, ''))),
  );

const days = ({ paymentTermDays, language }: Invoice): string =>
  `${paymentTermDays} ${language === 'nl' ? 'dagen' : 'days'}`;

function shareInWords({ gAccountCents, totalCents, seller, language }: Invoice): string {
  if (gAccountCents === 0 || !seller.gAccountIban) return '';
  const [blocked, rest] = [gAccountCents, totalCents - gAccountCents].map((cents) => formatMoney(cents, language));
  return language === 'nl'
    ? `. Waarvan ${blocked} op g-rekening ${seller.gAccountIban} en ${rest} op ${seller.iban}.`
    : `. Of which ${blocked} to the blocked account (G-rekening) ${seller.gAccountIban} and ${rest} to ${seller.iban}.`;
}
