import type { ImportCell } from '@konnekt/shared/imports/import-cells';
import type { ImportKind } from '@konnekt/shared/imports/import-columns';
import { fitOf, isEmpty, MOST_ABOVE } from '@konnekt/shared/imports/import-heading';
import { mostRows } from '@konnekt/shared/imports/import-rows';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { textOfXlsx } from '#api/kit/xlsx-text';
import { type NumberFormat, numberCell, numberFormat } from './number-format.ts';
import { type ReadSheet, refused } from './sheet.ts';
import { zipParts } from './zip-parts.ts';

/** A hundred thousand rows of all columns unpack to three quarters of it. */
const MOST_UNPACKED = 160 * 1024 * 1024;

/**
 * The cells of one sheet of an XLSX file, each with what it is: a library that gives values alone makes nothing of an error, and a date of a
 * share (ECMA-376, 18.3.1.4). Of several that are not hidden it is the one that fits the kind, and it is said which.
 */
export async function readXlsx(content: Buffer, kind?: ImportKind): Promise<ReadSheet> {
  const part = await zipParts(content, MOST_UNPACKED);
  if (!part) return refused('too-much');
  const [workbook, links, shared, styles] = await Promise.all(
    ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/sharedStrings.xml', 'xl/styles.xml'].map(part),
  );
  if (!workbook) return refused('not-readable');
  const { sheets, from1904 } = sheetsOf(workbook, links ?? '');
  const book = { strings: stringsOf(shared ?? ''), formats: formatsOf(styles ?? ''), from1904 };
  const headOf = async ({ path }: Sheet) => cellsOf((await part(path)) ?? '', book, HEAD_ROWS)?.rows ?? [];
  const { chosen, others } = await choose(sheets, headOf, kind);
  const sheet = await part(chosen.path);
  if (!sheet) return refused('not-readable');
  const read = cellsOf(sheet, book);
  if (!read) return refused('too-much');
  const fileNote = <Code extends string>(code: Code, value: string) => ({ row: 0, column: null, code, value });
  const noteOf = (code: 'sheet-read' | 'sheet-passed-over', { name }: Sheet) =>
    fileNote(code, name.slice(0, MOST_NAME));
  const notes =
    others.length === 0
      ? []
      : [noteOf('sheet-read', chosen), ...others.slice(0, MOST_NAMED).map((one) => noteOf('sheet-passed-over', one))];
  const hidden = read.hidden > 0 ? [fileNote('hidden-rows', String(read.hidden))] : [];
  return { rows: read.rows, hasAllCells: false, errors: [], notes: [...notes, ...hidden] };
}
const [MOST_NAME, MOST_NAMED] = [60, 20];

interface Sheet {
  name: string;
  path: string;
}

/**
 * The first sheet that says all that a kind needs, with rows if any has; where none does, the one that says most, or is the widest. Sheets without cells are none.
 * One after the other is looked at, and held by nobody.
 */
async function choose(
  sheets: readonly [Sheet, ...Sheet[]],
  headOf: (sheet: Sheet) => Promise<ImportCell[][]>,
  kind: ImportKind | undefined,
): Promise<{ chosen: Sheet; others: Sheet[] }> {
  const [first, ...more] = sheets;
  if (!kind || more.length === 0) return { chosen: first, others: [] };
  const filled: (ReturnType<typeof fitOf> & { sheet: Sheet; width: number })[] = [];
  for (const sheet of sheets) {
    const head = await headOf(sheet);
    const width = Math.max(0, ...head.map((line) => line.filter((cell) => !isEmpty(cell)).length));
    if (width > 0) filled.push({ sheet, ...fitOf(kind, head), width });
  }
  const [fullest] = filled.toSorted((a, b) => b.columns - a.columns || (a.columns === 0 ? b.width - a.width : 0));
  const whole = filled.filter(({ isWhole }) => isWhole);
  const chosen = (whole.find(({ hasRows }) => hasRows) ?? whole[0] ?? fullest)?.sheet ?? first;
  return { chosen, others: filled.flatMap(({ sheet }) => (sheet === chosen ? [] : [sheet])) };
}
/** Enough to know a heading by, also below a title. */
const HEAD_ROWS = MOST_ABOVE + 10;

interface Heard {
  open?: (name: string, attributes: Record<string, string>) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
}

/** Hears the tags of an XML text by their names without a prefix, until it is enough. */
function hear(xml: string, { open, close, text }: Heard, isEnough = () => false): void {
  if (xml === '') return;
  const parser = new SaxesParser();
  const bare = (name: string) => name.slice(name.indexOf(':') + 1);
  if (open) parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => open(bare(name), attributes));
  if (close) parser.on('closetag', ({ name }) => close(bare(name)));
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  parser.on('error', (error) => {
    throw error;
  });
  for (let from = 0; from < xml.length && !isEnough(); from += PIECE) parser.write(xml.slice(from, from + PIECE));
  if (!isEnough()) parser.close();
}
const PIECE = 64 * 1024;

/** Those that are not hidden; where all are, the first. */
function sheetsOf(workbook: string, links: string): { sheets: [Sheet, ...Sheet[]]; from1904: boolean } {
  const targets = new Map<string, string>();
  hear(links, { open: (name, { Id, Target }) => name === 'Relationship' && Id && targets.set(Id, Target ?? '') });
  const all: (Sheet & { isHidden: boolean })[] = [];
  let from1904 = false;
  hear(workbook, {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      if (name !== 'sheet') return;
      const isHidden = (attributes.state ?? 'visible') !== 'visible';
      all.push({ name: attributes.name ?? '', path: pathTo(targets.get(id ?? '')), isHidden });
    },
  });
  const [first = all[0] ?? { name: '', path: pathTo(undefined) }, ...others] = all.filter(({ isHidden }) => !isHidden);
  return { sheets: [first, ...others], from1904 };
}
const pathTo = (target = 'worksheets/sheet1.xml'): string =>
  target.startsWith('/') ? target.slice(1) : `xl/${target}`;

/** Texts that cells share, without how they are spoken (`rPh`). */
function stringsOf(xml: string): string[] {
  const strings: string[] = [];
  let [isText, isSpoken] = [false, false];
  hear(xml, {
    open: (name) => {
      if (name === 'si') strings.push('');
      if (name === 'rPh') isSpoken = true;
      isText = name === 't' && !isSpoken;
    },
    close: (name) => {
      if (name === 'rPh') isSpoken = false;
      isText = false;
    },
    text: (text) => {
      if (isText) strings[strings.length - 1] += text;
    },
  });
  return strings;
}

function formatsOf(xml: string): NumberFormat[] {
  const written = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let isOfCells = false;
  hear(xml, {
    open: (name, { numFmtId, formatCode }) => {
      if (name === 'numFmt') written.set(Number(numFmtId), formatCode ?? '');
      if (name === 'cellXfs') isOfCells = true;
      if (name === 'xf' && isOfCells) formats.push(numberFormat(Number(numFmtId ?? 0), written.get(Number(numFmtId))));
    },
    close: (name) => {
      if (name === 'cellXfs') isOfCells = false;
    },
  });
  return formats;
}

interface Book {
  strings: readonly string[];
  formats: readonly NumberFormat[];
  from1904: boolean;
}

/** Titles and empty rows besides the ones that are read. */
const MOST_ROW = mostRows + 1000;
const MOST_COLUMN = 500;

interface Cells {
  rows: ImportCell[][];
  hidden: number;
}

/**
 * The rows of a sheet, or the first of them, and how many with anything in them are hidden, as by a filter; nothing where one stands so far down, or a cell so far to the right, that it is no table of ours. Throws where a cell stands
 * nowhere, or where another one does: it would be left out, and nobody would know.
 */
function cellsOf(xml: string, book: Book, lastRow = Number.POSITIVE_INFINITY): Cells | undefined {
  const rows: ImportCell[][] = [];
  const hidden = new Set<number>();
  let cell = newCell({});
  let [row, column] = [0, 0];
  let inside = '';
  let [isFar, isHidden] = [false, false];
  hear(
    xml,
    {
      open: (name, attributes) => {
        if (name === 'row') {
          row = Number(attributes.r ?? row + 1);
          column = 0;
          isHidden = ['1', 'true'].includes(attributes.hidden ?? '');
        }
        if (name === 'c') {
          column = attributes.r ? columnOf(attributes.r, row) : column + 1;
          cell = newCell(attributes);
        }
        if (name === 'f') cell.formula = '';
        if (name === 'v') cell.value ??= '';
        inside = name;
      },
      close: (name) => {
        inside = '';
        if (name !== 'c') return;
        const read = cellOf(cell, book);
        if (read === '') return;
        if (row > MOST_ROW || column > MOST_COLUMN) isFar = true;
        else place(rows, row, column, read);
        if (isHidden) hidden.add(row);
      },
      text: (text) => {
        if (inside === 'v') cell.value = (cell.value ?? '') + text;
        if (inside === 't') cell.inline += text;
        if (inside === 'f') cell.formula = (cell.formula ?? '') + text;
      },
    },
    () => row > lastRow,
  );
  return isFar ? undefined : { rows, hidden: hidden.size };
}

function place(rows: ImportCell[][], row: number, column: number, cell: ImportCell): void {
  if (!Number.isInteger(row) || row < 1) throw new Error('A row stands nowhere');
  while (rows.length < row) rows.push([]);
  const cells = rows[row - 1];
  while (cells && cells.length < column - 1) cells.push('');
  if (!cells || cells[column - 1]) throw new Error('Two cells stand in one place');
  cells[column - 1] = cell;
}

/** `C7` stands in the third column of row 7. */
function columnOf(place: string, row: number): number {
  const [, letters, number] = /^([A-Z]+)(\d+)$/.exec(place) ?? [];
  if (!letters || Number(number) !== row) throw new Error('A cell stands in another row than it is in');
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

interface RawCell {
  type: string;
  style: number;
  value: string | undefined;
  inline: string;
  formula: string | undefined;
}
const newCell = ({ t = 'n', s = '0' }: Record<string, string>): RawCell => ({
  ...{ type: t, style: Number(s), value: undefined, inline: '', formula: undefined },
});

function cellOf({ type, style, value, inline, formula }: RawCell, book: Book): ImportCell {
  if (type === 'inlineStr') return asText(inline);
  if (type === 'e') return { text: value ?? '', is: 'error' };
  // A text that was worked out to be nothing has an empty value; without any, nobody worked it out.
  if (type === 'str' && (value !== undefined || formula === undefined)) return asText(value ?? '');
  if (!value?.trim()) return formula === undefined ? '' : { text: `=${formula}`, is: 'no-result' };
  if (type === 's') return asText(sharedText(book.strings, value));
  if (type === 'b') return { text: value.trim() === '1' ? 'true' : 'false', is: 'yes-no' };
  if (type === 'd') return { text: value.trim(), is: 'day' };
  return Number.isFinite(Number(value))
    ? numberCell(Number(value), book.formats[style] ?? { means: 'number' }, book.from1904)
    : asText(value);
}

function sharedText(strings: readonly string[], index: string): string {
  const text = strings[Number(index)];
  if (text === undefined) throw new Error('A cell shares a text that is not there');
  return text;
}

/** Text is text, also where it begins as a formula does. */
function asText(held: string): ImportCell {
  const text = textOfXlsx(held).trim();
  return /^[=+\-@]/.test(text) ? { text, is: 'text' } : text;
}
