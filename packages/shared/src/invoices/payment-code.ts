import { plainDecimal } from '../basics/money.ts';
import type { Invoice } from './invoice.contract.ts';

/** A transfer that a client makes for an invoice. */
export interface Payment {
  account: 'main' | 'g-account';
  iban: string;
  cents: number;
}

/** What is to be paid for an invoice, and to which account: of a credit note, or where nothing is owed, nothing. Together they are its total. */
export function paymentsOf({ kind, seller, totalCents, gAccountCents }: Invoice): Payment[] {
  if (kind === 'credit' || totalCents <= 0) return [];
  const all = [
    { account: 'g-account' as const, iban: seller.gAccountIban, cents: gAccountCents },
    { account: 'main' as const, iban: seller.iban, cents: totalCents - gAccountCents },
  ];
  return all.flatMap(({ iban, ...payment }) => (iban && payment.cents > 0 ? { ...payment, iban } : []));
}

/**
 * What a banking app reads from a picture: EPC069-12 version 2, UTF-8, no BIC (not needed within the EEA), the number of the invoice as text.
 * Names end after 70 signs, amounts are euros with a point.
 */
export function paymentCode(name: string, { iban, cents }: Payment, text: string): string {
  const lines = [
    'BCD',
    '002',
    '1',
    'SCT',
    '',
    oneLine(name, 70),
    iban.replace(/\s/g, ''),
    `EUR${plainDecimal(cents)}`,
    '',
    '',
    oneLine(text, 140),
  ];
  return lines.join('\n');
}

const oneLine = (text: string, most: number): string => [...text.replace(/\s+/g, ' ')].slice(0, most).join('');
