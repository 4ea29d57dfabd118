import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zipped } from '#api/kit/zip';
import { writeCsv, writeXlsx } from '../import-file.ts';
import { readSheet } from './read-sheet.ts';

const xml = (inner: string) => `<?xml version="1.0" encoding="UTF-8"?>\n${inner}`;
const cell = (inner: string) => xml(`<worksheet><sheetData>${inner}</sheetData></worksheet>`);

/** An XLSX file of these parts. */
const pack = (parts: Record<string, string>): Promise<Buffer> =>
  buffer(
    Readable.from(
      zipped(
        Object.entries(parts).map(([name, content]) => ({
          name,
          content: Readable.from([content]) as AsyncIterable<string>,
        })),
      ),
    ),
  );
/** One sheet with the cells of a row, and number formats by their place. */
const xlsx = (cells: string, formats: string[] = [], { date1904 = false } = {}) =>
  pack({
    'xl/workbook.xml': xml(
      `<workbook><workbookPr date1904="${Number(date1904)}"/><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': xml(
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/styles.xml': xml(
      `<styleSheet><numFmts>${formats.map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${code}"/>`).join('')}</numFmts>
       <cellXfs><xf numFmtId="0"/>${formats.map((_, at) => `<xf numFmtId="${200 + at}"/>`).join('')}</cellXfs></styleSheet>`,
    ),
    'xl/worksheets/sheet1.xml': cell(`<row r="1">${cells}</row>`),
  });
const firstRow = async (file: Buffer) => (await readSheet(file)).rows[0];

describe('a spreadsheet', () => {
  it('says of errors and formulas without a result what they are, never that they are empty', async () => {
    const row = await firstRow(
      await xlsx(
        '<c r="A1" t="e"><v>#N/A</v></c><c r="B1"><f>VLOOKUP("x",A1:A2,1,FALSE)</f><v/></c><c r="C1"><f>1+1</f><v>2</v></c><c r="D1" t="str"><f>A2</f><v></v></c><c r="E1" t="b"><v>1</v></c><c r="F1" t="str"><f>VLOOKUP(A2,B:C,2)</f></c>',
      ),
    );
    expect(row).toEqual([
      { text: '#N/A', is: 'error' },
      { text: '=VLOOKUP("x",A1:A2,1,FALSE)', is: 'no-result' },
      { text: '2', is: 'number' },
      '',
      { text: 'true', is: 'yes-no' },
      { text: '=VLOOKUP(A2,B:C,2)', is: 'no-result' },
    ]);
  });

  it('says its characters by their number where XML does not know them, and an underscore where it is one', async () => {
    const held = ['regel 1_x000D_\nregel 2', '_x005F_x000D_', '_x000d_', 'a_x00_b', '_x003D_1', '_xD83D__xDE00_'];
    const texts = held.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c><c t="str"><v>${text}</v></c>`);
    const row = await firstRow(await xlsx(texts.join('')));
    const meant = ['regel 1\r\nregel 2', '_x000D_', '', 'a_x00_b', { text: '=1', is: 'text' }, '😀'];
    expect(row).toEqual(meant.flatMap((text) => [text, text]));
  });

  it.each([
    ['0%', 0.25, '25%', 'percent'],
    ['0.00%', 0.125, '12.5%', 'percent'],
    ['[h]:mm', 1.5, '36:00', 'time'],
    ['h:mm', 0.3125, '7:30', 'time'],
    ['[hh]:mm:ss', 0.3125, '7:30', 'time'],
    ['yyyy-mm-dd', 46_363, '2026-12-07', 'day'],
    ['d mmmm yyyy', 46_363, '2026-12-07', 'day'],
    ['d-m-yyyy h:mm', 46_363.5, '2026-12-07 12:00', 'day'],
    ['[$-413]d mmm yy;@', 1, '1900-01-01', 'day'],
    ['[Red]0.00', 7.5, '7.5', 'number'],
    ['0.00E+00', 1234, '1234', 'number'],
    ['00000', 77, '00077', 'number'],
    ['0000000000', 612345678, '0612345678', 'number'],
    ['0.00', 16.799999999999997, '16.8', 'number'],
    ['0.00', 15.996, '15.996', 'number'],
  ])('reads a number as its format %s means it', async (format, value, text, is) => {
    expect(await firstRow(await xlsx(`<c r="A1" s="1"><v>${value}</v></c>`, [format]))).toEqual([{ text, is }]);
  });

  it.each([
    ['&quot;P&quot;00000', 76416, '76416', 'P76416'],
    ['&quot;P&quot;0000', 77, '0077', 'P0077'],
    ['&quot;0&quot;#########', 612345678, '612345678', '0612345678'],
    ['00-00-000', 1234567, '1234567', '12-34-567'],
    ['000-000', 12, '12', '000-012'],
    ['\\P0\\;&quot;;&quot;', 12345678, '12345678', 'P12345678;;'],
    ['[$-413]&quot;KL &quot;0_);[Red]-0', 5, '5', 'KL 5'],
    ['+## # ########', 31612345678, '31612345678', '+31 6 12345678'],
    ['+31 # ########', 612345678, '612345678', '+31 6 12345678'],
    ['&quot;nr. &quot;General', 12, '12', 'nr. 12'],
    ['&quot;dag &quot;0', 7, '7', 'dag 7'],
  ])('shows a number by its format %s, where it is one of a name', async (format, value, text, shown) => {
    expect(await firstRow(await xlsx(`<c r="A1" s="1"><v>${value}</v></c>`, [format]))).toEqual([
      { text, is: 'number', shown },
    ]);
  });

  it.each([
    ['&quot;€ &quot;#,##0.00', 1234, '1234'],
    ['[$€-413] #,##0', 1234, '1234'],
    ['# ?/?', 7, '7'],
    ['[&lt;=9999999]###-####;(###) ###-####', 5551234, '5551234'],
    ['0;&quot;min &quot;0', 7, '7'],
    ['&quot;P&quot;0', 7.5, '7.5'],
  ])('is the number alone by the format %s', async (format, value, text) => {
    expect(await firstRow(await xlsx(`<c r="A1" s="1"><v>${value}</v></c>`, [format]))).toEqual([
      { text, is: 'number' },
    ]);
  });

  it('counts days from 1904 where it says so', async () => {
    const file = await xlsx('<c r="A1" s="1"><v>44901</v></c>', ['yyyy-mm-dd'], { date1904: true });
    expect(await firstRow(file)).toEqual([{ text: '2026-12-07', is: 'day' }]);
  });

  it('is its first sheet that is not hidden, with texts that are shared, of several runs, and without how they are spoken', async () => {
    const file = await pack({
      'xl/workbook.xml': xml(
        '<workbook><sheets><sheet name="Geheim" state="hidden" r:id="a"/><sheet name="Mensen" r:id="b"/></sheets></workbook>',
      ),
      'xl/_rels/workbook.xml.rels': xml(
        '<Relationships><Relationship Id="a" Target="worksheets/one.xml"/><Relationship Id="b" Target="/xl/worksheets/two.xml"/></Relationships>',
      ),
      'xl/sharedStrings.xml': xml('<sst><si><r><t>An</t></r><r><t>na_x0021_</t></r><rPh><t>x</t></rPh></si></sst>'),
      'xl/worksheets/one.xml': cell('<row r="1"><c r="A1" t="inlineStr"><is><t>nee</t></is></c></row>'),
      'xl/worksheets/two.xml': cell(
        '<row r="3"><c r="B3" t="s"><v>0</v></c><c r="AA3" t="inlineStr"><is><t>=Home</t></is></c></row>',
      ),
    });
    const { rows } = await readSheet(file);
    expect(rows.slice(0, 2)).toEqual([[], []]);
    expect(rows[2]?.slice(0, 2)).toEqual(['', 'Anna!']);
    expect(rows[2]?.[26]).toEqual({ text: '=Home', is: 'text' });
  });

  it('is the sheet that fits the kind, also behind a cover, and says which ones were not read', async () => {
    const sheets = (...named: [name: string, cells: string][]) =>
      pack({
        'xl/workbook.xml': xml(
          `<workbook><sheets>${named.map(([name], at) => `<sheet name="${name}" r:id="r${at}"/>`).join('')}</sheets></workbook>`,
        ),
        'xl/_rels/workbook.xml.rels': xml(
          `<Relationships>${named.map((_, at) => `<Relationship Id="r${at}" Target="worksheets/${at}.xml"/>`).join('')}</Relationships>`,
        ),
        ...Object.fromEntries(named.map(([, cells], at) => [`xl/worksheets/${at}.xml`, cell(cells)])),
      });
    const row = (at: number, ...texts: string[]) =>
      `<row r="${at}">${texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;
    const people = row(1, 'Personeelsnummer', 'Voornaam', 'Achternaam');
    const read = async (...named: Parameters<typeof sheets>) => {
      const { rows, notes, errors } = await readSheet(await sheets(...named), 'employees');
      expect(errors).toEqual([]);
      return [rows.at(-1)?.at(-1), ...notes.map(({ code, value }) => [code, value])];
    };
    const many = Array.from({ length: 5000 }, (_, index) => row(index + 2, `P${index}`, 'Anna', 'Vries')).join('');
    expect(
      await read(
        ['Voorblad', row(1, 'Personeel van Janssen &amp; Co')],
        ['Actief', people + many],
        ['Uit dienst', people + row(2, 'P9', 'Bea', 'Smit')],
        ['Blad3', ''],
      ),
    ).toEqual([
      'Vries',
      ['sheet-read', 'Actief'],
      ['sheet-passed-over', 'Voorblad'],
      ['sheet-passed-over', 'Uit dienst'],
    ]);
    // Where none says all that is needed: the one that says most, or is the widest.
    expect(await read(['A', row(1, 'Uitleg')], ['B', row(1, 'Voornaam', 'x')])).toMatchObject([
      ...['x', ['sheet-read', 'B'], ['sheet-passed-over', 'A']],
    ]);
    expect(await read(['A', row(1, 'Uitleg')], ['B', row(1, 'a', 'b')])).toMatchObject(['b', ['sheet-read', 'B'], {}]);
    expect(await read(['Blad1', people], ['Blad2', ''])).toEqual(['Achternaam']);
    expect(await read(['Leeg', people], ['Vol', people + row(2, 'P9', 'Bea', 'Smit')])).toMatchObject([
      ...['Smit', ['sheet-read', 'Vol'], {}],
    ]);
  });

  it('says how many of its rows are hidden, as by a filter, and reads them', async () => {
    const row = (at: number, hidden: string, text = 'Anna') =>
      `<row r="${at}" ${hidden}><c t="inlineStr"><is><t>${text}</t></is></c></row>`;
    const file = (...rows: string[]) => xlsx(`</row>${rows.join('')}<row r="9">`);
    const { rows, notes } = await readSheet(
      await file(
        row(2, 'hidden="1"'),
        row(3, ''),
        row(4, 'hidden="true"'),
        row(5, 'hidden="1"', ''),
        row(6, 'hidden="0"'),
      ),
    );
    expect(notes).toEqual([{ row: 0, column: null, code: 'hidden-rows', value: '2' }]);
    expect(rows.filter(([text]) => text === 'Anna')).toHaveLength(4);
    expect((await readSheet(await file(row(2, '')))).notes).toEqual([]);
  });

  it('with a byte that changed on its way is refused', async () => {
    const file = await xlsx('<c r="A1"><v>30.24</v></c>');
    expect(await firstRow(file)).toEqual([{ text: '30.24', is: 'number' }]);
    // What it holds and its check sum (the last of the directory) are not of each other.
    const damaged = Buffer.from(file);
    const at = damaged.lastIndexOf(Buffer.from('PK\u0001\u0002', 'latin1')) + 16;
    damaged.writeUInt32LE((damaged.readUInt32LE(at) ^ 1) >>> 0, at);
    expect((await readSheet(damaged)).errors).toMatchObject([{ code: 'not-readable' }]);
  });

  it.each([
    ['another row than it is in', '<c r="A7"><v>1</v></c>'],
    ['a column without a name', '<c r="a1"><v>1</v></c>'],
    ['the place of another', '<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>'],
    ['a row that is none', '</row><row r="0"><c><v>1</v></c>'],
    ['a part of a row', '</row><row r="2.5"><c><v>1</v></c>'],
    ['the place of another in a row that comes twice', '<c><v>1</v></c></row><row r="1"><c><v>2</v></c>'],
    ['a text that is not there', '<c r="A1" t="s"><v>9</v></c>'],
  ])('with a cell that has %s is refused: it would be left out unseen', async (_, cells) => {
    expect((await readSheet(await xlsx(cells))).errors).toMatchObject([{ code: 'not-readable' }]);
  });

  it('of which a part is there twice is refused', async () => {
    const [one, other] = ['xl/worksheets/sheet1.xml', 'XL/worksheets/sheet1.xml'];
    const parts = { 'xl/workbook.xml': xml('<workbook/>'), [one]: cell(''), [other]: cell('') };
    expect((await readSheet(await pack(parts))).errors).toMatchObject([{ code: 'not-readable' }]);
  });

  it('is as large as the directory says that is read: one of 64 bits behind a small one hides nothing', async () => {
    const bomb = await pack({
      'xl/workbook.xml': xml('<workbook/>'),
      'xl/worksheets/sheet1.xml': ' '.repeat(165 * 1024 * 1024),
    });
    const end = bomb.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
    const [count, from] = [bomb.readUInt16LE(end + 10), bomb.readUInt32LE(end + 16)];
    const large = Buffer.alloc(56);
    large.write('PK\u0006\u0006', 'latin1');
    large.writeBigUInt64LE(44n, 4);
    for (const at of [24, 32]) large.writeBigUInt64LE(BigInt(count), at);
    large.writeBigUInt64LE(BigInt(end - from), 40);
    large.writeBigUInt64LE(BigInt(from), 48);
    const locator = Buffer.alloc(20);
    locator.write('PK\u0006\u0007', 'latin1');
    locator.writeBigUInt64LE(BigInt(end), 8);
    const small = Buffer.from(bomb.subarray(end));
    small.writeUInt16LE(1, 8);
    small.writeUInt16LE(1, 10);
    const hidden = Buffer.concat([bomb.subarray(0, end), large, locator, small]);
    expect((await readSheet(hidden)).errors).toMatchObject([{ code: 'too-much' }]);
  });

  it('with a cell that stands a million rows down is no table', async () => {
    const file = await pack({
      'xl/workbook.xml': xml('<workbook><sheets><sheet name="x" r:id="a"/></sheets></workbook>'),
      'xl/worksheets/sheet1.xml': cell('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'),
    });
    expect((await readSheet(file)).errors.map(({ code }) => code)).toEqual(['too-much']);
  });
});

describe('a text file', () => {
  it('names its separator in a first line, which counts as a row', async () => {
    const { rows } = await readSheet(Buffer.from('\ufeffsep=|\r\nNaam|Plaats;land\r\n'));
    expect(rows.slice(0, 2)).toEqual([[], ['Naam', 'Plaats;land']]);
  });

  it.each([';', ',', '\t', '|'])(
    'of two columns is read by what is between them, few as its rows are: %j',
    async (between) => {
      const lines = (...rows: string[][]) => Buffer.from(`${rows.map((row) => row.join(between)).join('\r\n')}\r\n`);
      const table = [
        ['Code', 'Naam'],
        ['N1', 'Normaal'],
      ];
      expect((await readSheet(lines(...table))).rows.slice(0, 2)).toEqual(table);
      expect((await readSheet(lines(['Uursoorten'], [''], ...table))).rows.slice(2, 4)).toEqual(table);
    },
  );

  it('names the row with a quote that is not right', async () => {
    const { errors } = await readSheet(Buffer.from('a;b\n1;2\n"Jan" x;3\n4;5\n'));
    expect(errors.map(({ row, code }) => [row, code])).toEqual([[3, 'bad-quote']]);
  });

  it('in the letters of Windows is read, with the words to look at', async () => {
    const { rows, notes } = await readSheet(Buffer.from('Zoë;Çelik;€ 5', 'latin1'));
    expect([rows[0]?.slice(0, 2), notes[0]?.code, notes[0]?.value]).toEqual([
      ['Zoë', 'Çelik'],
      'windows-letters',
      'Zoë, Çelik, ¬',
    ]);
  });
});

it('whatever is done to a file, it is read or refused, and nothing else is stopped', async () => {
  const rows = [
    ['Personeelsnummer', 'Voornaam', 'Achternaam'],
    ['P1', 'Zoë', '"Vries"; x'],
  ];
  const files = [writeCsv(rows), await writeXlsx(rows), await xlsx('<c r="A1" s="1"><v>1</v></c>', ['h:mm'])];
  const change = fc.record({ at: fc.nat(), to: fc.integer({ min: 0, max: 255 }), cut: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...files),
      fc.array(change, { minLength: 1, maxLength: 6 }),
      async (file, changes) => {
        let mutated = Buffer.from(file);
        for (const { at, to, cut } of changes) {
          if (mutated.length === 0) break;
          if (cut) mutated = mutated.subarray(0, at % mutated.length);
          else mutated[at % mutated.length] = to;
        }
        const read = await readSheet(mutated);
        expect(Array.isArray(read.rows)).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
});
