import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine } from '../basics/typed-text.ts';
import type { CellValue, SheetCell } from './import-cells.ts';
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

  it('leaves what an empty cell is about as it is, and takes away what is said to be nothing', () => {
    const { rows, errors } = readRows('employees', [
      heading,
      ['P1', 'Anna', '', 'Vries', '', ''],
      ['P2', 'Anna', '(leeg)', 'Vries', '', '(Empty)'],
      ['P3', '(leeg)', '', 'Vries', '', ''],
    ]);
    expect(rows.map(({ values }) => values)).toEqual([
      { personnelNumber: 'P1', firstName: 'Anna', lastName: 'Vries' },
      { personnelNumber: 'P2', firstName: 'Anna', prefix: null, lastName: 'Vries', birthDate: null },
      { personnelNumber: 'P3', lastName: 'Vries' },
    ]);
    expect(errors).toEqual([{ row: 4, column: 'firstName', code: 'required', value: '(leeg)' }]);
  });

  it.each([
    ['1/2/1990', '1990-02-01'],
    ['21.11.1990', '1990-11-21'],
    ['1990-11-21', '1990-11-21'],
    ['1990-11-21 00:00:00', '1990-11-21'],
    ['1990-11-21T00:00:00.000Z', '1990-11-21'],
    ['21-11-1990 0:00', '1990-11-21'],
    ['1-2-85', 'not-a-day'],
    ['21-11/1990', 'not-a-day'],
    ['33198', 'not-a-day'],
    ['1990-11-21 08:30', 'not-a-day'],
    ['7-12-2206', 'odd-year'],
    ['7-12-0206', 'odd-year'],
    ['31-12-9999', 'odd-year'],
  ])('reads the day %s as %s', (typed, expected) => {
    const { rows, errors } = readRows('employees', [heading, ['P1', 'Anna', '', 'Vries', '', typed]]);
    expect(errors[0]?.code ?? rows[0]?.values.birthDate).toBe(expected);
  });

  it('takes headings as other systems write them, below titles and beside empty columns', () => {
    const { rows, errors, unknown } = readRows('employees', [
      ['Personeel per november'],
      [],
      ['', 'PERS.NR.', 'Roepnaam', 'Tussenvoegsel(s)', 'Achternaam', 'E-mailadres', 'Mobiel', 'Loon'],
      ['', 'P1', 'Jan', 'van der', 'Berg', 'jan@flex.example', '0612345678', '16'],
      ['', '', 'Bea', '', 'Smit', '', '', ''],
    ]);
    expect(rows[0]).toMatchObject({
      row: 4,
      values: { prefix: 'van der', email: 'jan@flex.example', phone: '0612345678' },
    });
    expect(errors).toEqual([{ row: 5, column: 'personnelNumber', code: 'required', value: null }]);
    expect(unknown).toEqual(['Loon']);
    const straight = readRows('supervisors', [["Collega's beheren", 'Goedkeuren']]);
    expect(straight.unknown).toEqual([]);
  });

  it('refuses a row whose cells have moved', () => {
    const sheet = [heading, [...anna, 'Utrecht'], ['P2', 'Bea', 'Smit'], ['P3', 'Cas', '', 'Tol', '', '', '']];
    const codes = (hasAllCells: boolean) =>
      readRows('employees', sheet, { hasAllCells }).errors.map(({ row, code }) => [row, code]);
    expect(codes(true)).toEqual([
      [2, 'more-cells'],
      [3, 'fewer-cells'],
      [3, 'required'],
    ]);
    expect(codes(false)).toEqual([
      [2, 'more-cells'],
      [3, 'required'],
    ]);
  });

  it('takes a cell for what the spreadsheet says that it is', () => {
    const row = (number: SheetCell, name: SheetCell, lastName: SheetCell = 'Vries') =>
      readRows('employees', [heading, [number, name, '', lastName, '', '']]);
    const code = (...cells: Parameters<typeof row>) => row(...cells).errors[0]?.code;
    expect(code('P1', { text: '#N/A', is: 'error' })).toBe('cell-error');
    expect(code('P1', { text: '=A1', is: 'no-result' })).toBe('no-result');
    expect(code({ text: '2026-11-21', is: 'day' }, 'Anna')).toBe('not-text');
    expect(code({ text: '7:30', is: 'time' }, 'Anna')).toBe('not-text');
    expect(code('P1', { text: 'true', is: 'yes-no' })).toBe('not-text');
    expect(code('8,71235E+12', 'Anna')).toBe('big-number');
    expect(code({ text: '8712345678901234000', is: 'number' }, 'Anna')).toBe('big-number');
    expect(code('P1', 'Anna', '=1+1')).toBe('formula');
    const meant = row({ text: '10003', is: 'number' }, 'Anna', { text: '@Home', is: 'text' });
    expect(meant.rows[0]?.values).toMatchObject({ personnelNumber: '10003', lastName: '@Home' });
  });

  it('says what is worth a look: what nobody sees, and a prefix in the last name', () => {
    const { notes } = readRows('employees', [
      heading,
      ['P1\u200b', 'Anna', '', 'van der Berg', '', ''],
      ['P2', 'Bea', '', 'Berg, van der', '', ''],
      ['P3', 'Zoë', 'van', 'Dijk', '', ''],
      ['P4', ' Cas ', '', 'Vandenberg', '', ''],
    ]);
    expect(notes.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 'personnelNumber', 'invisible-characters'],
      [2, 'lastName', 'prefix-in-last-name'],
      [3, 'lastName', 'prefix-in-last-name'],
    ]);
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

  it.each(importKinds)(
    'gives %s that read back are the same, in both languages, and say nothing of what is nothing',
    (kind) => {
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
          const said = Object.fromEntries(Object.entries(one).filter(([, value]) => value !== null));
          expect(rows[0]?.values).toEqual(said);
        }),
      );
    },
  );
});
