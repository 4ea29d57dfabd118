import { Readable } from 'node:stream';
import type { Language } from '@konnekt/shared/basics/actor';
import { daysBetween } from '@konnekt/shared/basics/calendar-day';
import { quotedCell, type SheetCell } from '@konnekt/shared/basics/sheet';
import { xlsxText } from './xlsx-text.ts';
import { one, zipped } from './zip.ts';

export type SheetFormat = 'csv' | 'xlsx';

/** Rows as a spreadsheet, sent while they are read: the first is the heading. However many there are, few are held at once. */
export function sheetFile(format: SheetFormat, language: Language, rows: AsyncIterable<SheetCell[]>): Readable {
  return Readable.from(format === 'csv' ? csv(rows, language) : xlsx(rows, 'Konnekt'), { objectMode: false });
}

/** Rows as a workbook of one sheet. Nothing in it tells when it was made: the same rows are the same bytes. */
export const xlsxFile = (rows: AsyncIterable<SheetCell[]>, sheet: string): Readable =>
  Readable.from(xlsx(rows, sheet), { objectMode: false });

/** For Dutch Excel: `;` between cells, a byte-order mark, and figures as the language writes them. */
async function* csv(rows: AsyncIterable<SheetCell[]>, language: Language): AsyncGenerator<string> {
  yield '\ufeff';
  for await (const row of rows) yield `${row.map((cell) => csvCell(cell, language)).join(';')}\r\n`;
}

function csvCell(cell: SheetCell, language: Language): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return language === 'nl' ? String(cell).replace('.', ',') : String(cell);
  if (typeof cell === 'object') return language === 'nl' ? cell.day.split('-').toReversed().join('-') : cell.day;
  return quotedCell(cell, ';', { isTyped: true });
}

async function* xlsx(rows: AsyncIterable<SheetCell[]>, sheet: string): AsyncGenerator<Buffer> {
  yield* zipped([
    ...fixedParts(sheet).map(([name, text]) => ({ name, content: one(text) })),
    { name: sheetName, content: sheetXml(rows) },
  ]);
}

const header = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageOf = 'http://schemas.openxmlformats.org/package/2006';
const sheetName = 'xl/worksheets/sheet1.xml';
/** Cell styles by number, as the sheet names them. */
const [bold, figure, date] = [1, 2, 3];

/** ECMA-376: the parts that a workbook of one sheet needs. */
const fixedParts = (sheet: string): readonly (readonly [name: string, xml: string])[] => [
  [
    '[Content_Types].xml',
    `${header}<Types xmlns="${packageOf}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/${sheetName}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
  ],
  [
    '_rels/.rels',
    `${header}<Relationships xmlns="${packageOf}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    'xl/workbook.xml',
    `${header}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escaped(sheet).replaceAll('"', '&quot;')}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ],
  [
    'xl/_rels/workbook.xml.rels',
    `${header}<Relationships xmlns="${packageOf}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  ],
  [
    'xl/styles.xml',
    `${header}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="4" applyNumberFormat="1"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  ],
];

async function* sheetXml(rows: AsyncIterable<SheetCell[]>): AsyncGenerator<string> {
  yield `${header}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15" defaultColWidth="16"/><sheetData>`;
  let number = 0;
  for await (const row of rows) {
    number += 1;
    const cells = row.map((cell, column) => xlsxCell(cell, `${letters(column)}${number}`, number === 1));
    yield `<row r="${number}">${cells.join('')}</row>`;
  }
  yield '</sheetData></worksheet>';
}

/** Text is text, whatever it begins with, so that none is a formula. */
function xlsxCell(cell: SheetCell, at: string, isHeading: boolean): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${at}" s="${figure}"><v>${cell}</v></c>`;
  if (typeof cell === 'object') return `<c r="${at}" s="${date}"><v>${daysBetween('1899-12-30', cell.day)}</v></c>`;
  const style = isHeading ? ` s="${bold}"` : '';
  return `<c r="${at}" t="inlineStr"${style}><is><t xml:space="preserve">${escaped(xlsxText(cell))}</t></is></c>`;
}

/** The name of a column: A … Z, AA … */
const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** XML knows hardly any control character. */
const escaped = (text: string): string =>
  text.replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '').replace(/[&<>]/g, (one) => entities[one] ?? '');
