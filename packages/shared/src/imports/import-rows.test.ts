import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine, cleanText } from '../basics/typed-text.ts';
import { contactFields } from './columns/organisation-columns.ts';
import type { CellValue, ImportCell } from './import-cells.ts';
import { importColumns, importKinds, wordsOf } from './import-columns.ts';
import { areFields, type FileColumn } from './import-heading.ts';
import { mostRows, readRows, writeRows } from './import-rows.ts';

const heading = ['Personeelsnummer', 'Voornaam', 'Tussenvoegsel', 'Achternaam', 'E-mail', 'Geboortedatum'];
const passedOver = (columns: FileColumn[]) => columns.flatMap(({ heading, field }) => (field ? [] : [heading]));
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

  it('takes a name or a number of ours as it is shown, and a figure as it is counted with', () => {
    const shown = (text: string, seen: string): ImportCell => ({ text, is: 'number', shown: seen });
    const { rows, errors } = readRows('employees', [
      ['Personeelsnummer', 'Voornaam', 'Achternaam', 'Telefoon', 'Opmerkingen'],
      [shown('76416', 'P76416'), 'Anna', 'Vries', shown('612345678', '0612345678'), shown('5', '- 5')],
    ]);
    expect(errors).toEqual([]);
    expect(rows[0]?.values).toMatchObject({ personnelNumber: 'P76416', phone: '0612345678', notes: '- 5' });
    const share = shown('100', '100 procent');
    const types = readRows('hour-types', [
      ['Code', 'Naam', 'Soort', 'Loon %'],
      [shown('100', 'N100'), 'Normaal', 'normaal', share],
    ]);
    expect(types.rows[0]?.values).toMatchObject({ code: 'N100', payShareBp: 10_000 });
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

  it('asks about letters that were read wrongly before, and words for nothing that would be kept', () => {
    const { rows, notes } = readRows('employees', [
      [...heading, 'Plaats', 'Taal'],
      ['P1', 'ZoÃ«', '', 'O’Brien', '', '', '’s-Hertogenbosch', ''],
      ['P2', 'André', '', 'Dâ€™Or', '', '', 'n.v.t.', 'Nederlands'],
      ['P3', 'Åsa', '', 'Null', '', '', 'Urk', ''],
    ]);
    expect(notes.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 'firstName', 'misread-letters'],
      [3, 'lastName', 'misread-letters'],
      [3, 'city', 'says-nothing'],
      [4, 'lastName', 'says-nothing'],
    ]);
    expect(rows).toHaveLength(3);
  });

  it('takes a whole name in one column, and asks where more than one way leads through it', () => {
    const { rows, errors, notes } = readRows('employees', [
      ['Pers.nr.', 'Naam', 'Plaats'],
      ['P1', 'Vries, Jan de', 'Urk'],
      ['P2', 'Mevr. Anna Maria Bakker', ''],
      ['P3', 'Madonna', ''],
      ['P4', '', ''],
      ['P5', `${'x'.repeat(101)} Vries`, ''],
    ]);
    expect(rows.slice(0, 2).map(({ values }) => values)).toEqual([
      { personnelNumber: 'P1', firstName: 'Jan', prefix: 'de', lastName: 'Vries', city: 'Urk' },
      { personnelNumber: 'P2', firstName: 'Anna Maria', prefix: null, lastName: 'Bakker' },
    ]);
    expect(errors.map(({ row, column, code }) => [row, column, code])).toEqual([
      [4, 'wholeName', 'half-a-name'],
      [5, 'wholeName', 'required'],
      [6, 'wholeName', 'too-long'],
    ]);
    expect(notes).toEqual([{ row: 3, column: 'wholeName', code: 'guessed-name', value: 'Anna Maria · Bakker' }]);
    // Beside a first name it is the last one, and beside both it says nothing new.
    const fieldsOf = (...headings: string[]) =>
      readRows('employees', [headings, headings.map(() => 'x')]).columns.map(({ field }) => field);
    expect(fieldsOf('Pers.nr.', 'Naam', 'Voornaam')).toEqual(['personnelNumber', 'lastName', 'firstName']);
    expect(fieldsOf('Pers.nr.', 'Naam', 'Voornaam', 'Achternaam')).toEqual([
      ...['personnelNumber', null, 'firstName', 'lastName'],
    ]);
    expect(writeRows('employees', [], 'nl')[0]).not.toContain('Volledige naam');
  });

  it('passes over the heading where it comes again, as at the top of a printed page', () => {
    const { rows, notes } = readRows('employees', [heading, anna, heading.slice(0, 4), anna.with(0, 'P2')]);
    expect(rows.map(({ row }) => row)).toEqual([2, 4]);
    expect(notes).toEqual([{ row: 3, column: null, code: 'heading-again', value: null }]);
  });

  it.each([
    [{ text: '2025-12-09', is: 'day' }, 'not-text'],
    [{ text: 'TRUE', is: 'yes-no' }, 'not-text'],
    ['1E+21', 'big-number'],
    ['n100', 'N100'],
  ] as const)('reads the code of an hour type %j as %s', (cell, expected) => {
    const { rows, errors } = readRows('hour-types', [
      ['Code', 'Naam', 'Soort'],
      [cell, 'Normaal', ''],
    ]);
    expect(errors.find(({ column }) => column === 'code')?.code ?? rows[0]?.values.code).toBe(expected);
  });

  it.each([
    [{ text: '50%', is: 'percent' }, 'not-hours'],
    ['500 %', 'not-hours'],
    ['€ 500', 'not-hours'],
    ['1.250,5', 75_030],
  ] as const)('reads a budget of %j as %s', (cell, expected) => {
    const { rows, errors } = readRows('budget-numbers', [
      ['Klantnr.', 'Budget', 'Budgetnr.', 'Budget in uren'],
      ['K1', '12.500,00', 'AFD-7', cell],
    ]);
    expect(errors[0]?.code ?? rows[0]?.values.budgetMinutes).toBe(expected);
    expect(rows[0]?.values).toMatchObject({ number: 'AFD-7', budgetCents: 1_250_000 });
  });

  it('takes the name of a client from the heading that says most, and notes that begin as a formula may', () => {
    const { rows, errors, columns } = readRows('organisations', [
      ['Relatienr.', 'Relatie', 'Relatienaam', 'Plaats', 'Notities'],
      ['K1', 'R1', 'Bakkerij BV', 'Urk', '-belt graag'],
    ]);
    expect(errors).toEqual([]);
    expect(rows[0]?.values).toMatchObject({ name: 'Bakkerij BV', notes: '-belt graag' });
    expect(passedOver(columns)).toEqual(['Relatie']);
  });

  it('takes a record that is called as an empty cell or an error is, when it says that it means that', () => {
    const said = ['(leeg)', "'(Leeg)", '#N/A', '(empty)', '1E+5'].map((lastName, index) => ({
      personnelNumber: `P${index}`,
      ...{ firstName: 'Anna', lastName, city: lastName },
    }));
    const { rows, errors } = readRows('employees', writeRows('employees', said, 'nl'));
    expect(errors).toEqual([]);
    expect(rows.map(({ values }) => values)).toMatchObject(said);
  });

  it.each([
    ['nl', 'NL'],
    ['NLD', 'NL'],
    ['Nederland', 'NL'],
    ['belgie', 'BE'],
    ['Germany', 'DE'],
    ['POLEN', 'PL'],
    ['Türkiye', 'TR'],
    ['XX', 'not-a-country'],
    ['Holland!', 'not-a-country'],
  ])('reads the country %s as %s', (typed, expected) => {
    const { rows, errors } = readRows('employees', [
      [...heading, 'Land'],
      [...anna, typed],
    ]);
    expect(errors[0]?.code ?? rows[0]?.values.country).toBe(expected);
  });

  it.each([
    ['-612345678', 'not-a-phone'],
    ['------', 'not-a-phone'],
    ['(020) 123 45 67', '(020) 123 45 67'],
    ['+31-6-12345678', '+31-6-12345678'],
  ])('reads the phone number %s as %s', (typed, expected) => {
    const { rows, errors } = readRows('employees', [
      [...heading, 'Telefoon'],
      [...anna, typed],
    ]);
    expect(errors[0]?.code ?? rows[0]?.values.phone).toBe(expected);
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
    const { rows, errors, columns } = readRows('employees', [
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
    expect(passedOver(columns)).toEqual(['Loon']);
    const straight = readRows('supervisors', [["Collega's beheren", 'Goedkeuren']]);
    expect(passedOver(straight.columns)).toEqual([]);
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
    const row = (number: ImportCell, name: ImportCell, lastName: ImportCell = 'Vries') =>
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

  it('takes what a spreadsheet shows of an error for one in a text file as well, and a lost letter for no letter', () => {
    const { errors, rows } = readRows('employees', [
      heading,
      ['P1', '#N/B', '', 'Vries', '', ''],
      ['P2', 'Zo\ufffd', '', '#DIV/0!', '', ''],
      ['P3', 'Anna', '', '#1', '', ''],
    ]);
    expect(errors.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 'firstName', 'cell-error'],
      [3, 'firstName', 'lost-letter'],
      [3, 'lastName', 'cell-error'],
    ]);
    expect(rows[2]?.values.lastName).toBe('#1');
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

  it('passes over a row of totals at the end, and tells so; one of that name is a row', () => {
    const read = (...last: string[]) =>
      readRows('organisations', [['Klantnummer', 'Naam', 'Plaats'], ['1', 'Bakkerij Smit', 'Delft'], last]);
    for (const last of [
      ['Totaal', '', ''],
      ['', 'Eindtotaal:', '2'],
      ['Total', '1', '2'],
    ]) {
      const { rows, errors, notes } = read(...last);
      expect([rows.length, errors]).toEqual([1, []]);
      expect(notes.map(({ row, code }) => [row, code])).toEqual([[3, 'total-row']]);
    }
    for (const last of [
      ['2', 'Total', 'Den Haag'],
      ['Total', 'Total Nederland', ''],
      ['Totaalbouw', '', '3'],
    ])
      expect([read(...last).rows.length, read(...last).notes]).toEqual([2, []]);
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
    const long = Array.from({ length: mostRows }, () => anna);
    expect(codes([heading, ...long, anna])).toEqual(['too-many-rows']);
    // The end of the last line is no row.
    expect(codes([heading, ...long, ['']])).not.toContain('too-many-rows');
  });

  it('leaves columns alone that it does not know, and says which', () => {
    expect(
      passedOver(
        readRows('employees', [
          [...heading, 'Schoenmaat'],
          [...anna, '42'],
        ]).columns,
      ),
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

describe('the columns of a file', () => {
  it.each(importKinds)('of %s each have names of their own', (kind) => {
    const names = importColumns[kind].flatMap(({ field, nl, en, also = [] }) => [
      ...new Set([field, nl, en, ...also].map((name) => name.toLowerCase().replace(/[^a-z0-9%]/g, ''))),
    ]);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('take notes of several lines, codes of hour types however they are separated, and no address as a user name', () => {
    const heading = ['Personeelsnummer', 'Voornaam', 'Achternaam', 'Gebruikersnaam', 'Notities'];
    const people = readRows('employees', [
      heading,
      ['P1', 'Anna', 'Vries', 'a.vries', 'Belt liever\r\nna vijven'],
      ['P2', 'Bea', 'Smit', 'b@x.nl', '=1+1'],
    ]);
    expect(people.rows[0]?.values).toMatchObject({ userName: 'a.vries', notes: 'Belt liever\nna vijven' });
    expect(people.errors.map(({ column, code }) => [column, code])).toEqual([
      ['userName', 'not-a-user-name'],
      ['notes', 'formula'],
    ]);
    const clients = readRows('organisations', [
      ['Nummer', 'Naam', 'Plaats', 'Toegestane uursoorten'],
      ['1', 'X', 'Urk', 'o125; n100/N100'],
      ['2', 'Y', 'Urk', 'N.100'],
    ]);
    expect(clients.rows[0]?.values.hourTypes).toBe('N100, O125');
    expect(clients.errors.map(({ row, code }) => [row, code])).toEqual([[3, 'not-codes']]);
  });
});

it('words are those of the screens, and where one is not possible the others are said', () => {
  const heading = ['Nummer', 'Naam', 'Plaats', 'Periode', 'Uren door', 'Invoer', 'Betaaltermijn'];
  const { rows, errors } = readRows('organisations', [
    heading,
    ['1', 'X', 'Urk', 'maand', 'De opdrachtgever', 'Begin, einde en pauze', '30 dagen'],
    ['2', 'Y', 'Urk', '4 weken', 'klant', 'totals per day', '14'],
    ['3', 'Z', 'Urk', 'kwartaal', '', '', '30 weken'],
  ]);
  expect(rows[0]?.values).toMatchObject({
    ...{ periodType: 'month', hoursBy: 'supervisor', entryMode: 'times', paymentTermDays: 30 },
  });
  expect(rows[1]?.values).toMatchObject({ periodType: 'four-weeks', hoursBy: 'supervisor', paymentTermDays: 14 });
  expect(errors.map(({ row, column, code }) => [row, column, code])).toEqual([
    [4, 'periodType', 'not-a-choice'],
    [4, 'paymentTermDays', 'not-a-number'],
  ]);
  expect(wordsOf('organisations', 'periodType', 'nl')).toBe('week, vier weken, maand');
  expect(wordsOf('organisations', 'city', 'nl')).toBe('');
  const kinds = readRows('hour-types', [
    ['Code', 'Naam', 'Soort', 'Eenheid'],
    ['OT', 'Onregelmatig', 'Onregelmatigheid', "euro's"],
  ]);
  expect(kinds.rows[0]?.values).toMatchObject({ kind: 'irregular', unit: 'euros' });
});

describe('a house number in a column of its own', () => {
  const heading = ['Pers.nr.', 'Voornaam', 'Achternaam', 'Adres', 'Huisnr.', 'Toev.'];
  const read = (street: ImportCell, number: ImportCell, addition: ImportCell) => {
    const { rows, errors } = readRows('employees', [heading, ['P1', 'Anna', 'Vries', street, number, addition]]);
    return errors.length > 0
      ? errors.map(({ column, code }) => [column, code])
      : Object.entries(rows[0]?.values ?? {}).filter(([field]) => field.startsWith('street'));
  };

  it.each([
    ['Dorpsstraat', '12', '', 'Dorpsstraat 12'],
    ['Dorpsstraat', '12', 'a', 'Dorpsstraat 12a'],
    ['Dorpsstraat', '12', 'bis', 'Dorpsstraat 12 bis'],
    ['Dorpsstraat', '12', '2', 'Dorpsstraat 12-2'],
    ['Dorpsstraat', '12', '/II', 'Dorpsstraat 12/II'],
    ['Dorpsstraat', '12a', 'bis', 'Dorpsstraat 12a bis'],
    ['Dorpsstraat 12', '12', 'a', 'Dorpsstraat 12a'],
    ['Dorpsstraat 12 A', '12', 'a', 'Dorpsstraat 12 A'],
    ['Dorpsstraat 12-2', '12', '2', 'Dorpsstraat 12-2'],
    ['Straat 112', '12', '', 'Straat 112 12'],
    ['Straat 122', '12', '2', 'Straat 122 12-2'],
    ['Dorpsstraat 12a', '12', '', 'Dorpsstraat 12a'],
    ['Dorpsstraat 12 a', '12', '', 'Dorpsstraat 12 a'],
    ['Dorpsstraat 12, 3e verd.', '12', '', 'Dorpsstraat 12, 3e verd.'],
    ['Dorpsstraat １２', '12', '', 'Dorpsstraat １２'],
    ['Dorpsstraat 12a', '12', 'bis', 'Dorpsstraat 12a bis'],
    ['1e Dorpsstraat', '1', '', '1e Dorpsstraat 1'],
    ['Plein 40-45', '40', '', 'Plein 40-45 40'],
    ['Plein 40-45', '45', '', 'Plein 40-45 45'],
    ['Straat', '12a', 'a', 'Straat 12a'],
    ['Plein 1945', '5', '', 'Plein 1945 5'],
    ['Dorpsstraat 12', '', 'b', 'Dorpsstraat 12b'],
    ['Laan', '', 'n', 'Laan n'],
    ['Dorpsstraat', '(leeg)', '', 'Dorpsstraat'],
  ])('is written behind %s: %s, %s', (street, number, addition, expected) => {
    expect(read(street, number, addition)).toEqual([['street', expected]]);
  });

  it('needs a street, and is no day', () => {
    expect(
      readRows('employees', [
        ['Personeelsnummer', 'Voornaam', 'Achternaam', 'Huisnr.'],
        ['1', 'Anna', 'Vries', '12'],
      ]).errors,
    ).toEqual([{ row: 1, column: 'street', code: 'missing-column', value: null }]);
    expect(read('', '12', 'a')).toEqual([['streetNumber', 'no-street']]);
    expect(read('(leeg)', '', 'a')).toEqual([['streetAddition', 'no-street']]);
    expect(read('=1+1', '12', '')).toEqual([['street', 'formula']]);
    expect(read('Kade', { text: '2026-02-01', is: 'day' }, '')).toEqual([['streetNumber', 'not-text']]);
    expect(read('Kade', 'x'.repeat(199), '')).toEqual([['street', 'too-long']]);
  });

  it('of a client belongs to the street of its own address, and no export has it', () => {
    const { rows } = readRows('organisations', [
      [
        'Nummer',
        'Naam',
        'Plaats',
        'Straat',
        'Huisnummer',
        'Factuuradres',
        'Huisnummer factuuradres',
        'Toevoeging factuuradres',
      ],
      ['1', 'X', 'Urk', 'Kade', '1', 'Haven', '2', 'c'],
    ]);
    expect(rows[0]?.values).toMatchObject({ street: 'Kade 1', invoiceStreet: 'Haven 2c' });
    for (const kind of importKinds) expect(writeRows(kind, [], 'nl')[0]?.join()).not.toMatch(/Huisnummer|Toevoeging/);
  });
});

it('reads hours of a budget, and asks where a text may be a thousand times as much', () => {
  const read = (cell: ImportCell) => {
    const { rows, errors } = readRows('budget-numbers', [
      ['Organisatienummer', 'Budgetnummer', 'Uren'],
      ['1', 'K', cell],
    ]);
    return errors[0]?.code ?? rows[0]?.values.budgetMinutes;
  };
  expect(['1200', '1.200,5', '7,5', '7:30', '1.200', '1,200'].map(read)).toEqual([
    ...[72_000, 72_030, 450, 450, 'not-hours', 'not-hours'],
  ]);
});

describe('rates', () => {
  const read = (sheet: ImportCell[][], hasAllCells = false) => {
    const { rows, errors, columns } = readRows('rates', sheet, { hasAllCells });
    return {
      rows: rows.map(({ row, values }) => [row, ...Object.values(values)]),
      errors: errors.map(({ row, column, code }) => [row, column, code]),
      unknown: passedOver(columns),
    };
  };

  it('stand below each other, one a row, in amounts as people write them', () => {
    const { rows, errors } = read([
      ['Plaatsing', 'Uursoort', 'Vanaf', 'Uurloon', 'Tarief'],
      ['P1', 'n100', '1-1-2026', '€ 16,80', '1.030,24'],
      ['P1', 'N100', '1-1-2026', '16', '30'],
      ['P1', 'O125', '1-7-2026', '16,805', { text: '30%', is: 'percent' }],
      ['P2', '=O125', '1-7-2026', '-1', ''],
      ['P3', 'Normale uren', '1-7-2026', '16', '30'],
    ]);
    expect(rows[0]).toEqual([2, 'P1', 'N100', '2026-01-01', 1680, 103024]);
    expect(rows.at(-1)).toEqual([6, 'P3', 'Normale uren', '2026-07-01', 1600, 3000]);
    expect(errors).toEqual([
      [3, 'placementNumber', 'doubled-key'],
      [4, 'payCents', 'not-an-amount'],
      [4, 'billCents', 'not-an-amount'],
      [5, 'hourType', 'formula'],
      [5, 'payCents', 'not-an-amount'],
      [5, 'billCents', 'required'],
    ]);
  });

  it('of a placement stand in one row, two columns an hour type, and each knows its row', () => {
    const wide = [
      ['Rates of 2026'],
      ['Vanaf', 'Plaatsingsnummer', 'Loon N100', 'Tarief n100', 'Opmerking', 'Wage O125', 'Rate: O125'],
      ['1-1-2026', 'P1', '16,80', '30,24', 'x', '21,00', '37,80'],
      ['1-1-2026', 'P2', '17', '31', '', '', ''],
      ['1-1-2026', 'P3', '17', '', '', '', ''],
      ['1-1-2026', 'P4', '', '', '', '', ''],
    ];
    const { rows, errors, unknown } = read(wide);
    expect(rows.slice(0, 3)).toEqual([
      [3, '2026-01-01', 'P1', 'N100', 1680, 3024],
      [3, '2026-01-01', 'P1', 'O125', 2100, 3780],
      [4, '2026-01-01', 'P2', 'N100', 1700, 3100],
    ]);
    expect(errors).toEqual([
      [5, 'billCents N100', 'required'],
      [6, 'hourType', 'required'],
      [6, 'payCents', 'required'],
      [6, 'billCents', 'required'],
    ]);
    expect(unknown).toEqual(['Opmerking']);
    expect(read([wide[1] ?? [], ['1-1-2026', 'P2', '17', '31', '', '21', 'veel']]).errors).toEqual([
      [2, 'billCents O125', 'not-an-amount'],
    ]);
    // A spreadsheet keeps no empty cells behind the last one that is filled.
    expect(read([wide[1] ?? [], ['1-1-2026', 'P2', '17', '31']])).toMatchObject({
      rows: [[2, '2026-01-01', 'P2', 'N100', 1700, 3100]],
      errors: [],
    });
    // A heading may say the name of an hour type; what is none of them stays a column of its own.
    const hourTypes = new Map([
      ['normale uren', 'N100'],
      ['n100', 'N100'],
      ['overuren 125%', 'O125'],
      ['o125', 'O125'],
    ]);
    const named = readRows(
      'rates',
      [
        [
          'Plaatsing',
          'Vanaf',
          'Loon Normale uren',
          'Tarief normale  uren',
          'Loon Overuren 125 %',
          'Tarief O125',
          'Loon bruto',
        ],
        ['P1', '1-1-2026', '16', '30', '20', '40', '99'],
      ],
      { hourTypes },
    );
    expect(named.errors).toEqual([]);
    expect(named.rows.map(({ values }) => [values.hourType, values.payCents, values.billCents])).toEqual([
      ['N100', 1600, 3000],
      ['O125', 2000, 4000],
    ]);
    expect(passedOver(named.columns)).toEqual(['Loon bruto']);
    // In either order, with both, and said twice: which of the two holds is for somebody to say.
    const other = readRows(
      'rates',
      [
        ['Plaatsing', 'Vanaf', 'N100 loon', 'Tarief/N100', 'Loon overuren 125% (O125)', 'Tarief O125', 'Uurloon N100'],
        ['P1', '1-1-2026', '16', '30', '20', '40', '17'],
      ],
      { hourTypes },
    );
    expect(other.columns.map(({ field }) => field).slice(2)).toEqual([
      ...['payCents N100', 'billCents N100', 'payCents O125', 'billCents O125', 'payCents N100'],
    ]);
    expect(other.errors).toEqual([{ row: 1, column: 'payCents N100', code: 'doubled-column', value: 'Uurloon N100' }]);
    // Or somebody says what each column is.
    const foreign = [
      ['Plaatsing', 'Ingang', 'Basis 1', 'Factor 1', 'Basis 2', 'Factor 2'],
      ['P1', '1-1-2026', '16', '30', '20', '40'],
    ];
    const fields = [
      'placementNumber',
      'validFrom',
      'payCents N100',
      'billCents N100',
      'payCents O125',
      'billCents O125',
    ];
    expect(areFields('rates', fields, 6)).toBe(true);
    expect(areFields('rates', fields.with(2, 'validFrom N100'), 6)).toBe(false);
    const said = readRows('rates', foreign, { hourTypes, chosenFor: () => fields });
    expect(said.errors).toEqual([]);
    expect(said.rows.map(({ values }) => [values.hourType, values.payCents, values.billCents])).toEqual([
      ['N100', 1600, 3000],
      ['O125', 2000, 4000],
    ]);
    // Where rows say their hour type, no heading says one.
    const old = read([
      ['Plaatsing', 'Uursoort', 'Vanaf', 'Loon', 'Tarief', 'Tarief oud', 'Tarief 2025'],
      ['P1', 'N100', '1-1-2026', '16', '30', '29', '28'],
    ]);
    expect(old).toMatchObject({ errors: [], unknown: ['Tarief oud', 'Tarief 2025'] });
    const moved = read(
      [wide[1] ?? [], ['1-1-2026', 'P1', '16,80'], ['1-1-2026', 'P1', '1', '2', '', '', '', '9']],
      true,
    );
    expect(moved.errors.filter(([, , code]) => String(code).endsWith('-cells'))).toEqual([
      [2, null, 'fewer-cells'],
      [3, null, 'more-cells'],
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
    invoicePer: fc.constantFrom('organisation', 'budget-number', 'order', 'cost-centre', 'employee'),
    ...Object.fromEntries(
      contactFields.flatMap(({ phone, email }) => [
        [phone, fc.constant('020 1234567')],
        [email, fc.constant('c@x.example')],
      ]),
    ),
    postalPostcode: fc.constant('1200 AB'),
    invoicePostcode: fc.constant('1200 AB'),
    userName: fc.constant('a.vries'),
    hourTypes: fc.constantFrom('N100', 'N100, O125'),
    year: fc.integer({ min: 2000, max: 2026 }),
    period: fc.integer({ min: 1, max: 53 }),
    minutes: fc.integer({ min: 1, max: 40_000 }),
    quantity: fc.integer({ min: 1, max: 1_000_000 }),
    hourType: fc.constantFrom('N100', 'O125+'),
    payCents: fc.integer({ min: 0, max: 1_000_000 }),
    billCents: fc.integer({ min: 0, max: 1_000_000 }),
    budgetCents: fc.integer({ min: 1, max: 2_000_000_000 }),
    budgetMinutes: fc.integer({ min: 1, max: 6_000_000 }),
    code: fc.constantFrom('N100', 'KM'),
    kind: fc.constantFrom('normal', 'sick', 'other'),
    unit: fc.constantFrom('hours', 'surcharge', 'kilometres', 'euros', 'pieces'),
    receipt: fc.constantFrom('none', 'asked', 'required'),
    payShareBp: fc.integer({ min: 0, max: 100_000 }),
    billShareBp: fc.integer({ min: 0, max: 100_000 }),
    sortOrder: fc.integer({ min: 0, max: 9999 }),
    notes: text.map((typed) => cleanText(`${typed}\n${typed}`)),
  };
  const days = ['birthDate', 'startsOn', 'endsOn', 'validFrom', 'validUntil', 'hoursFrom'];
  const booleans = /^(may|is[A-Z]|for[A-Z]|reverseCharge|requires)/;
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
          importColumns[kind].flatMap(({ field, isClearable, addsTo, gives }) =>
            addsTo || gives ? [] : [[field, isClearable ? fc.option(value(field), { nil: null }) : value(field)]],
          ),
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
