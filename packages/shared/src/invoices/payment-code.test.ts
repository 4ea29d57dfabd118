import { describe, expect, it } from 'vitest';
import type { Invoice } from './invoice.contract.ts';
import { paymentCode, paymentsOf } from './payment-code.ts';

const seller = { iban: 'NL91 ABNA 0417 1643 00', gAccountIban: 'NL20INGB0001234567' };
const invoice = (part: object) =>
  ({ kind: 'invoice', totalCents: 180_464, gAccountCents: 0, seller, ...part }) as Invoice;

describe('what is to be paid', () => {
  it('is the whole to one account, or a share to the blocked one and the rest to the other', () => {
    expect(paymentsOf(invoice({}))).toEqual([{ account: 'main', iban: seller.iban, cents: 180_464 }]);
    expect(paymentsOf(invoice({ gAccountCents: 45_116 }))).toEqual([
      { account: 'g-account', iban: seller.gAccountIban, cents: 45_116 },
      { account: 'main', iban: seller.iban, cents: 135_348 },
    ]);
  });

  it('is nothing of a credit note, nor where nothing is owed', () => {
    expect(paymentsOf(invoice({ kind: 'credit' }))).toEqual([]);
    expect(paymentsOf(invoice({ totalCents: 0 }))).toEqual([]);
  });

  it('is written as banking apps read it', () => {
    const [payment] = paymentsOf(invoice({ totalCents: 180_405 }));
    expect(payment && paymentCode('Uitzendbureau\nDe Vries', payment, '2026-000123').split('\n')).toEqual([
      ...['BCD', '002', '1', 'SCT', '', 'Uitzendbureau De Vries', 'NL91ABNA0417164300', 'EUR1804.05'],
      ...['', '', '2026-000123'],
    ]);
  });
});
