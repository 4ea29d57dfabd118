import type { SheetCell } from '@konnekt/shared/imports/import-cells';
import { mostRows } from '@konnekt/shared/imports/import-rows';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { type NumberFormat, numberCell, numberFormat } from './number-format.ts';
import { type ReadSheet, refused } from './sheet.ts';
import { zipParts } from './zip-parts.ts';

/** 50,000 rows of all columns unpack to half of it. */
const MOST_UNPACKED = 128 * 1024 * 1024;

/**
 * The cells of the first sheet of an XLSX file that is not hidden, each with what it is: a library that gives values alone makes nothing of
 * an error, and a date of a share (ECMA-376, 18.3.1.4).
 */
export async function readXlsx(content: Buffer): Promise<ReadSheet> {
  const part = await zipParts(content, MOST_UNPACKED);
  if (!part) return refused('too-much');
  const [workbook, links, shared, styles] = await Promise.all(
    ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/sharedStrings.xml', 'xl/styles.xml'].map(part),
  );
  if (!workbook) return refused('not-readable');
  const { path, from1904 } = sheetOf(workbook, links ?? '');
  const sheet = await part(path);
  if (!sheet) return refused('not-readable');
  const rows = cellsOf(sheet, { strings: stringsOf(shared ?? ''), formats: formatsOf(styles ?? ''), from1904 });
  if (!rows) return refused('too-much');
  return { rows, hasAllCells: false, errors: [], notes: [] };
}

interface Heard {
  open?: (name: string, attributes: Record<string, string>) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
}

/** Hears the tags of an XML text by their names without a prefix. */
function hear(xml: string, { open, close, text }: Heard): void {
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
  parser.write(xml).close();
}

function sheetOf(workbook: string, links: string): { path: string; from1904: boolean } {
  const targets = new Map<string, string>();
  hear(links, { open: (name, { Id, Target }) => name === 'Relationship' && Id && targets.set(Id, Target ?? '') });
  const sheets: { id: string; isHidden: boolean }[] = [];
  let from1904 = false;
  hear(workbook, {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      if (name === 'sheet') sheets.push({ id: id ?? '', isHidden: (attributes.state ?? 'visible') !== 'visible' });
    },
  });
  const chosen = sheets.find(({ isHidden }) => !isHidden) ?? sheets[0];
  const target = targets.get(chosen?.id ?? '') ?? 'worksheets/sheet1.xml';
  return { path: target.startsWith('/') ? target.slice(1) : `xl/${target}`, from1904 };
}

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

/**
 * The rows of a sheet; nothing where one stands so far down, or a cell so far to the right, that it is no table of ours. Throws where a cell stands
 * nowhere, or where another one does: it would be left out, and nobody would know.
 */
function cellsOf(xml: string, book: Book): SheetCell[][] | undefined {
  const rows: SheetCell[][] = [];
  let cell = newCell({});
  let [row, column] = [0, 0];
  let inside = '';
  let isFar = false;
  hear(xml, {
    open: (name, attributes) => {
      if (name === 'row') {
        row = Number(attributes.r ?? row + 1);
        column = 0;
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
    },
    text: (text) => {
      if (inside === 'v') cell.value = (cell.value ?? '') + text;
      if (inside === 't') cell.inline += text;
      if (inside === 'f') cell.formula = (cell.formula ?? '') + text;
    },
  });
  return isFar ? undefined : rows;
}

function place(rows: SheetCell[][], row: number, column: number, cell: SheetCell): void {
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

function cellOf({ type, style, value, inline, formula }: RawCell, book: Book): SheetCell {
  if (type === 'inlineStr') return asText(inline);
  if (type === 'e') return { text: value ?? '', is: 'error' };
  if (type === 'str') return asText(value ?? '');
  if (!value?.trim()) return formula === undefined ? '' : { text: `=${formula}`, is: 'no-result' };
  if (type === 's') return asText(sharedText(book.strings, value));
  if (type === 'b') return { text: value.trim() === '1' ? 'true' : 'false', is: 'yes-no' };
  if (type === 'd') return { text: value.trim(), is: 'day' };
  return Number.isFinite(Number(value))
    ? numberCell(Number(value), book.formats[style] ?? 'number', book.from1904)
    : asText(value);
}

function sharedText(strings: readonly string[], index: string): string {
  const text = strings[Number(index)];
  if (text === undefined) throw new Error('A cell shares a text that is not there');
  return text;
}

/** Text is text, also where it begins as a formula does. */
const asText = (text: string): SheetCell =>
  /^\s*[=+\-@]/.test(text) ? { text: text.trim(), is: 'text' } : text.trim();
