import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine } from '../basics/typed-text.ts';
import type { CellValue } from './import-cells.ts';
import { importColumns, importKinds } from './import-columns.ts';
import { mostRows, readRows, writeRows } from './import-rows.ts';

const heading = ['Personeelsnummer', 'Voornaam', 'Tussenvoegsel', 'Achternaam', 'E-mail', 'Geboortedatum'];
const anna = ['P1', 'Anna', 'de', 'Vries', 'anna@flex.example', '21-11-1990'];

describe('reading a file', () => {
  it('takes headings of either language, in any order and case', () => {
    const { rows, errors } = readRows('employees', [
      ['LAST NAME', 'voornaam', 'Personeelsnummer'],
      ['Vries', 'Anna', 'P1'],
    ]);
    expect(errors).toEqual([]);
    expect(rows).toEqual([{ row: 2, values: { lastName: 'Vries', firstName: 'Anna', personnelNumber: 'P1' } }]);
  });

  it('reads days as Dutch write them, and an empty cell as none only where there may be none', () => {
    const { rows } = readRows('employees', [heading, ['P1', 'Anna', '', 'Vries', '', '1/2/1990']]);
    expect(rows[0]?.values).toEqual({
      personnelNumber: 'P1',
      firstName: 'Anna',
      prefix: null,
      lastName: 'Vries',
      birthDate: '1990-02-01',
    });
  });

  it('names every wrong cell by row and column', () => {
    const { errors } = readRows('employees', [
      heading,
      ['', 'Anna', '', 'Vries', 'anna at flex', '31-02-1990'],
      ['P2', '=1+1', '', '@SUM(A1)', '', ''],
    ]);
    expect(errors.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 'personnelNumber', 'required'],
      [2, 'email', 'not-an-email'],
      [2, 'birthDate', 'not-a-day'],
      [3, 'firstName', 'formula'],
      [3, 'lastName', 'formula'],
    ]);
  });

  it('refuses a key that stands there twice, whatever its case, and says where it stood first', () => {
    const { errors } = readRows('employees', [heading, anna, ['p1', 'Bea', '', 'Berg', '', '']]);
    expect(errors).toEqual([{ row: 3, column: 'personnelNumber', code: 'doubled-key', value: '2' }]);
  });

  it('refuses a file without its columns, without rows, with a column twice, and one that is too long', () => {
    const codes = (sheet: string[][]) => readRows('employees', sheet).errors.map(({ code }) => code);
    expect(codes([])).toEqual(['missing-column', 'missing-column', 'missing-column']);
    expect(codes([heading])).toEqual(['no-rows']);
    expect(codes([[...heading, 'First name'], anna])).toEqual(['doubled-column']);
    expect(codes([heading, ...Array.from({ length: mostRows + 1 }, () => anna)])).toEqual(['too-many-rows']);
  });

  it('leaves columns alone that it does not know, and says which', () => {
    expect(
      readRows('employees', [
        [...heading, 'Schoenmaat'],
        [...anna, '42'],
      ]).unknown,
    ).toEqual(['Schoenmaat']);
  });
});

describe('a cell with what nobody sees', () => {
  const columns = ['Personeelsnummer', 'Voornaam', 'Tussenvoegsel', 'Achternaam', 'E-mail'];

  it('is read without it: no second key, no address that mail cannot reach, no name of nothing', () => {
    const { rows, errors } = readRows('employees', [
      ['\ufeffPersoneelsnummer', ...columns.slice(1)],
      ['10003\u200b', 'Sanne', '', 'Bakker', ''],
      ['H5K8', 'Mia', '', 'Kop', 'mia\u200b.kop@konnekt.example'],
      ['H5K9', '\u200b', '', '\u200b', ''],
      ['\u202aH5K10\u202c', 'Ton', '', 'Richting', ''],
      ['\u200b', '\u00ad', '', '', ''],
      ['1０００３', 'Sanne', '', 'Bakker', ''],
    ]);
    expect(errors).toEqual([
      { row: 4, column: 'firstName', code: 'required', value: '\u200b' },
      { row: 4, column: 'lastName', code: 'required', value: '\u200b' },
      { row: 7, column: 'personnelNumber', code: 'doubled-key', value: '2' },
    ]);
    expect(rows.map(({ values }) => [values.personnelNumber, values.email])).toEqual([
      ['10003', undefined],
      ['H5K8', 'mia.kop@konnekt.example'],
      ['H5K9', undefined],
      ['H5K10', undefined],
      ['1０００３', undefined],
    ]);
  });

  it('is refused with a line break, or with half a character', () => {
    const { errors } = readRows('employees', [
      columns,
      ['H5F1', 'Anna\nMaria', '', 'Van den\r\nBerg', ''],
      ['H5F2', 'An\u0007na', '', 'Berg\ud83d', 'a..b@x.nl'],
    ]);
    expect(errors.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 'firstName', 'line-break'],
      [2, 'lastName', 'line-break'],
      [3, 'firstName', 'odd-characters'],
      [3, 'lastName', 'odd-characters'],
      [3, 'email', 'not-an-email'],
    ]);
  });
});

describe('writing a file', () => {
  const text = fc.string({ minLength: 1, maxLength: 20 }).filter((typed) => /^[\p{L}\d][^\p{C}]*$/u.test(typed.trim()));
  const samples: Record<string, fc.Arbitrary<CellValue>> = {
    email: fc.constant('a.b@x.example'),
    invoiceEmail: fc.constant('f@x.example'),
    invoiceCopyEmail: fc.constant('k@x.example'),
    invoiceLanguage: fc.constantFrom('nl', 'en'),
    invoiceDocument: fc.constantFrom('peppol', 'nlcius', 'pdf'),
    oin: fc.constant('00000001234567890000'),
    gln: fc.constant('8712345678906'),
    peppolId: fc.constant('0106:12345678'),
    phone: fc.constant('+31 6 12345678'),
    postcode: fc.constant('1234 AB'),
    country: fc.constantFrom('NL', 'BE'),
    kvkNumber: fc.constant('12345678'),
    vatNumber: fc.constant('NL123456789B01'),
    paymentTermDays: fc.integer({ min: 0, max: 120 }),
    gAccountShareBp: fc.integer({ min: 0, max: 10_000 }),
    plannedMinutes: fc.integer({ min: 0, max: 3000 }),
    language: fc.constantFrom('nl', 'en'),
    basis: fc.constantFrom('flexible', 'fixed'),
    hoursBy: fc.constantFrom('employee', 'supervisor'),
    entryMode: fc.constantFrom('totals', 'times'),
    invoicePer: fc.constantFrom('organisation', 'budget-number', 'employee'),
  };
  const days = ['birthDate', 'startsOn', 'endsOn', 'validFrom', 'validUntil'];
  const booleans = /^(may|is[A-Z]|reverseCharge|requires)/;
  const value = (field: string): fc.Arbitrary<CellValue> => {
    if (samples[field]) return samples[field];
    if (days.includes(field)) return fc.constantFrom('2026-01-31', '2024-02-29');
    if (/^(periodType|invoiceEvery)$/.test(field)) return fc.constantFrom('week', 'four-weeks', 'month');
    return booleans.test(field) ? fc.boolean() : text.map(cleanLine);
  };

  it.each(importKinds)('gives %s that read back are the same, in both languages', (kind) => {
    const record = fc.record(
      Object.fromEntries(
        importColumns[kind].map(({ field, isClearable }) => [
          field,
          isClearable ? fc.option(value(field), { nil: null }) : value(field),
        ]),
      ),
    );
    fc.assert(
      fc.property(record, fc.constantFrom('nl' as const, 'en' as const), (one, language) => {
        const { rows, errors } = readRows(kind, writeRows(kind, [one], language));
        expect(errors).toEqual([]);
        expect(rows[0]?.values).toEqual(one);
      }),
    );
  });
});
