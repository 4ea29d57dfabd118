import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { zipped } from '#api/kit/zip';
import { writeCsv, writeXlsx } from '../features/imports/import-file.ts';
import { oddCells, oddHeadings } from './odd-cells.ts';

/** The same numbers for the same seed (mulberry32). */
export function randomBy(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (most: number) => Math.floor(next() * most);
  const one = <T>(of: readonly T[]): T => of[below(of.length)] as T;
  return { below, one, isNow: (share: number) => next() < share };
}
type Random = ReturnType<typeof randomBy>;

/** Changes of cells, rows and columns. */
const changes: ((sheet: string[][], random: Random) => void)[] = [
  ...Array.from({ length: 5 }, () => (sheet: string[][], { one, below }: Random) => {
    const row = one(sheet.slice(1));
    if (row) row[below(Math.max(1, row.length))] = one(oddCells);
  }),
  // What somebody may well have meant: another letter, or what the row above has.
  ...Array.from({ length: 10 }, () => (sheet: string[][], { one, below }: Random) => {
    const row = one(sheet.slice(1));
    const place = below(row?.length ?? 0);
    if (row?.[place] !== undefined) row[place] = one([`${row[place]}x`, one(sheet)[place] ?? '', `${row[place]} A`]);
  }),
  ...Array.from({ length: 4 }, () => (sheet: string[][], { one, below }: Random) => {
    const row = one(sheet.slice(1));
    if (row) sheet.push(row.map((cell, place) => (place < 2 && /^\w+$/.test(cell) ? `${cell}${below(1000)}` : cell)));
  }),
  (sheet, { below }) => void sheet.splice(1 + below(sheet.length), 1),
  (sheet, { one, below }) => void sheet.splice(below(sheet.length), 0, [...one(sheet)]),
  (sheet, { below }) => void sheet.splice(below(sheet.length), 0, []),
  (sheet, { one, below }) => void one(sheet).splice(below(5), 1),
  (sheet, { one, below }) => void one(sheet).splice(below(5), 0, one(oddCells)),
  (sheet, { one, below }) => {
    const [heading] = sheet;
    if (heading) heading[below(6)] = one(oddHeadings);
  },
  (sheet) => void sheet.unshift(['Uitdraai van 21 november'], []),
  (sheet, { below }) => {
    const place = below(6);
    for (const row of sheet) row.splice(place, 1);
  },
  (sheet, { below, one }) => {
    const [from, to] = [below(6), below(6)];
    const row = one(sheet);
    [row[from], row[to]] = [row[to] ?? '', row[from] ?? ''];
  },
];

/** One file out of another: its cells, rows and columns, the form that it is written in, and its bytes. */
export async function mutated(sheet: readonly (readonly string[])[], random: Random): Promise<Buffer> {
  const copy = sheet.map((row) => [...row]);
  const count = random.below(4);
  for (let n = 0; n < count && copy.length > 0; n++) random.one(changes)(copy, random);
  const file = await written(copy, random);
  return random.isNow(0.12) ? hurt(file, random) : file;
}

async function written(sheet: string[][], random: Random): Promise<Buffer> {
  const text = () => writeCsv(sheet).toString('utf8');
  switch (random.below(8)) {
    case 0:
      return writeXlsx(sheet.length > 0 ? sheet : [['']]);
    case 1:
    case 2:
      return typed(sheet, random);
    case 3:
      return Buffer.from(text().slice(1), 'latin1');
    case 4:
      return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text().slice(1), 'utf16le')]);
    case 5:
      return Buffer.from(`sep=;\r\n${text().slice(1)}`);
    case 6:
      return Buffer.from(text().replaceAll(';', random.one([',', '\t', '|', ';'])));
    default:
      return writeCsv(sheet);
  }
}

/** Bytes that are others, gone, or there twice. */
function hurt(file: Buffer, { below, one }: Random): Buffer {
  const copy = Buffer.from(file);
  for (let n = below(6); n >= 0 && copy.length > 0; n--)
    copy[below(copy.length)] = one([0, 9, 10, 34, 59, 80, 128, 255]);
  const cut = below(copy.length + 1);
  return one([copy, copy, copy.subarray(0, cut), copy.subarray(cut), Buffer.concat([copy, copy.subarray(cut)])]);
}

const escaped = (text: string) =>
  text.replace(/[&<>]/g, (mark) => `&#${mark.charCodeAt(0)};`).replace(/(?![\t\n\r])\p{Cc}|\p{Cs}/gu, '');

/** A workbook in which some cells are what they are not: errors, dates, shares, times, formulas. */
function typed(sheet: string[][], random: Random): Promise<Buffer> {
  const cell = (text: string): string => {
    if (random.isNow(0.995)) return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
    return random.one([
      '<c t="e"><v>#REF!</v></c>',
      '<c><f>A1</f></c>',
      '<c t="b"><v>1</v></c>',
      '<c t="s"><v>7</v></c>',
      `<c s="${random.below(5)}"><v>${random.one(['0.25', '1.5', '46000', '-3', '2958466', '1e300', 'x'])}</v></c>`,
    ]);
  };
  const rows = sheet.map((row, index) => `<row r="${index + 1}">${row.map(cell).join('')}</row>`);
  const state = random.one(['visible', 'hidden']);
  const parts = {
    'xl/workbook.xml': `<workbook><sheets><sheet name="x" state="${state}" r:id="a"/></sheets></workbook>`,
    'xl/styles.xml':
      '<styleSheet><cellXfs>' +
      [0, 9, 14, 20, 46].map((id) => `<xf numFmtId="${id}"/>`).join('') +
      '</cellXfs></styleSheet>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`,
  };
  const entries = Object.entries(parts).map(([name, xml]) => ({
    name,
    content: Readable.from([xml]) as AsyncIterable<string>,
  }));
  return buffer(Readable.from(zipped(entries)));
}
