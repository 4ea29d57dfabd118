import { describe, expect, it } from 'vitest';
import { type ImportKind, importColumns, importKinds } from './import-columns.ts';
import { areFields, type ChosenFields, kindOf, wrongHeading } from './import-heading.ts';
import { readRows } from './import-rows.ts';

const foreign = [
  ['Uitdraai van 21 november'],
  [],
  ['Code', 'Wie', 'Familie', '', 'Schoen'],
  ['P1', 'Anna', 'Vries', 'x', '42'],
  ['P2', 'Bea', 'Smit', '', '38'],
];
const chosen: ChosenFields = ['personnelNumber', 'firstName', 'lastName', null, null];

describe('the columns of a file of another system', () => {
  it('are shown with some of what stands in them, also those without a heading', () => {
    const { columns, errors, headingRow } = readRows('employees', foreign);
    expect(headingRow).toBe(3);
    expect(columns.map(({ place, heading, samples, field }) => [place, heading, samples, field])).toEqual([
      [0, 'Code', ['P1', 'P2'], null],
      [1, 'Wie', ['Anna', 'Bea'], null],
      [2, 'Familie', ['Vries', 'Smit'], null],
      [3, '', ['x'], null],
      [4, 'Schoen', ['42', '38'], null],
    ]);
    expect(new Set(errors.map(({ code }) => code))).toEqual(new Set(['missing-column']));
  });

  it('are read as somebody said, and the next file of that shape is too', () => {
    let shape = '';
    const first = readRows('employees', foreign, {
      chosenFor: (asked) => {
        shape = asked;
        return chosen;
      },
    });
    expect(first.errors).toEqual([]);
    expect(first.rows[1]).toEqual({ row: 5, values: { personnelNumber: 'P2', firstName: 'Bea', lastName: 'Smit' } });
    const again = (sheet: string[][]) =>
      readRows('employees', sheet, { chosenFor: (asked) => (asked === shape ? chosen : undefined) }).errors.length;
    expect(
      again([
        ['CODE', 'wie', 'Familie', '', 'schoen'],
        ['P9', 'Zoë', 'Tol', 'y', ''],
      ]),
    ).toBe(0);
    expect(
      again([
        ['Code', 'Familie', 'Wie', '', 'Schoen'],
        ['P9', 'Zoë', 'Tol', 'y', ''],
      ]),
    ).toBeGreaterThan(0);
  });

  it('are those of a kind, each once, as many as the file has', () => {
    expect(areFields('employees', chosen, 5)).toBe(true);
    expect(areFields('employees', chosen, 4)).toBe(false);
    expect(areFields('employees', ['firstName', 'firstName'], 2)).toBe(false);
    expect(areFields('employees', ['gln', null], 2)).toBe(false);
    const { errors } = readRows(
      'employees',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
      { chosenFor: () => ['phone', 'phone'] },
    );
    expect(errors.map(({ code }) => code)).toContain('doubled-column');
  });
});

it('contact persons are called by their number, the first without it too', () => {
  const headings = [
    'Contact',
    'E-mail',
    'Contactpersoon 1 functie',
    'Naam contactpersoon 2',
    'Contact phone 3',
    'Factuurplaats',
  ];
  expect(readRows('organisations', [headings, ['x']]).columns.map(({ field }) => field)).toEqual([
    'contactName',
    'contactEmail',
    'contactRole',
    'contact2Name',
    'contact3Phone',
    'invoiceCity',
  ]);
});

it('a file of another kind is known by its columns', () => {
  const placements = [['Nummer', 'Personeelsnummer', 'Organisatienummer', 'Functie', 'Van', 'Uren per week']];
  expect(kindOf(placements)).toBe('placements');
  expect(readRows('organisations', placements).looksLike).toBe('placements');
  expect(kindOf([['Code', 'Wie']])).toBeNull();
});

it('the column that says what is wrong is passed over wherever it stands, and no row moves by it', () => {
  for (const word of Object.values(wrongHeading)) {
    const { errors, columns, rows } = readRows('employees', [
      [word, 'Personeelsnummer', 'Voornaam', 'Achternaam'],
      ['E-mail: x', 'P1', 'Anna', 'Vries'],
    ]);
    expect([errors, columns.length, rows[0]?.values.lastName]).toEqual([[], 3, 'Vries']);
  }
});

describe('headings of which two may say one column', () => {
  const fieldsOf = (kind: ImportKind, ...headings: string[]) => {
    const { columns, errors } = readRows(kind, [headings, ['x']]);
    expect(errors.map(({ code }) => code)).not.toContain('doubled-column');
    return columns.map(({ field }) => field);
  };

  it('are read by the one that says it outright; the other is what it may mean next, or nothing', () => {
    expect(fieldsOf('budget-numbers', 'Klantnr.', 'Budget', 'Budgetnummer')).toEqual([
      ...['organisationNumber', 'budgetCents', 'number'],
    ]);
    expect(fieldsOf('budget-numbers', 'Klantnr.', 'Budget', 'Omschrijving')).toEqual([
      ...['organisationNumber', 'number', 'description'],
    ]);
    expect(fieldsOf('employees', 'Mobiel', 'Telefoon')).toEqual([null, 'phone']);
    expect(fieldsOf('employees', 'Voornamen', 'Roepnaam')).toEqual([null, 'firstName']);
    expect(fieldsOf('hour-types', 'Code', 'Uursoort')).toEqual(['code', 'nameNl']);
    expect(fieldsOf('hour-types', 'Uursoort', 'Soort')).toEqual(['code', 'kind']);
  });

  it('say twice what they say alike', () => {
    const { errors } = readRows('employees', [
      ['Personeelsnummer', 'Voornaam', 'Achternaam', 'Mobiel', 'mobiel'],
      ['x'],
    ]);
    expect(errors.map(({ code, column }) => [code, column])).toEqual([['doubled-column', 'phone']]);
  });

  it('are the number of a client where nothing else is', () => {
    expect(fieldsOf('organisations', 'Debiteurnr.', 'Relatienaam', 'Plaats')).toEqual(['number', 'name', 'city']);
    expect(fieldsOf('organisations', 'Relatienr.', 'Debiteurnr.', 'Naam')).toEqual(['number', 'debtorNumber', 'name']);
  });

  it.each(importKinds)('of %s each have another meaning first', (kind) => {
    for (const { field, nl, alsoNext = [] } of importColumns[kind])
      for (const heading of alsoNext)
        expect(readRows(kind, [[heading, nl]]).columns[0]?.field).not.toBeOneOf([field, null]);
  });
});

it('everyday headings are known', () => {
  const known = (kind: ImportKind, ...headings: string[]) =>
    readRows(kind, [headings, ['x']]).columns.map(({ field }) => field);
  expect(known('hour-types', '% tarief', '% loon')).toEqual(['billShareBp', 'payShareBp']);
  expect(known('hour-types', 'Tarief%', 'Percentage loon')).toEqual(['billShareBp', 'payShareBp']);
  expect(known('supervisors', 'Relatienr.', 'Vanaf', 'Goedkeuren (J/N)', 'Facturen inzien')).toEqual([
    ...['organisationNumber', 'validFrom', 'mayApprove', 'maySeeInvoices'],
  ]);
  expect(known('organisations', 'Betalingstermijn', 'Factuur e-mail')).toEqual(['paymentTermDays', 'invoiceEmail']);
  expect(known('placements', 'Contractnr.', 'Debiteurnr.')).toEqual(['number', 'organisationNumber']);
});
