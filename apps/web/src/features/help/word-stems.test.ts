import { describe, expect, it } from 'vitest';
import { stemOf } from './word-stems.ts';

describe('a stem', () => {
  it.each([
    ['facturen', 'factuur'],
    ['goedkeuringen', 'goedkeuren'],
    ['teruggestuurd', 'terugsturen'],
    ['afgekeurde', 'afkeuren'],
    ['gewerkt', 'werken'],
    ['ingevuld', 'invullen'],
    ['verlegd', 'verleggen'],
    ['loonstroken', 'loonstrook'],
    ['crediteert', 'crediteren'],
    ['notas', 'nota'],
    ['reizen', 'reis'],
    ['brieven', 'brief'],
    ['bedragen', 'bedrag'],
    ['klanten', 'klant'],
    ['maanden', 'maand'],
    ['tijden', 'tijd'],
  ])('of %s is that of %s', (one, other) => {
    expect(stemOf(one, 'nl')).toBe(stemOf(other, 'nl'));
  });

  it.each([
    ['invoices', 'invoicing'],
    ['approved', 'approval'],
    ['copied', 'copy'],
    ['payslips', 'payslip'],
    ['submitting', 'submit'],
    ['addresses', 'address'],
  ])('of %s is that of %s in English', (one, other) => {
    expect(stemOf(one, 'en')).toBe(stemOf(other, 'en'));
  });

  it('keeps apart what is not alike', () => {
    expect(
      new Set(['status', 'staat', 'stap', 'stand', 'geld', 'gas', 'uur'].map((word) => stemOf(word, 'nl'))).size,
    ).toBe(7);
    expect(new Set(['status', 'state', 'bill', 'business', 'ring', 'red'].map((word) => stemOf(word, 'en'))).size).toBe(
      6,
    );
  });
});
