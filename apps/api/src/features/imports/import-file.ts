import Papa from 'papaparse';
import writeExcel from 'write-excel-file/node';
import { xlsxText } from '#api/kit/xlsx-text';

/** For Dutch Excel: `;` between cells and a byte-order mark. A cell that a spreadsheet would run is made text with a `'`. */
export function writeCsv(sheet: string[][]): Buffer {
  const text = Papa.unparse(sheet, { delimiter: ';', newline: '\r\n', escapeFormulae: startsFormula });
  return Buffer.from(`\ufeff${text}\r\n`, 'utf8');
}

/** Every cell is text, so that none is a formula and no number loses its noughts. */
export async function writeXlsx(sheet: string[][]): Promise<Buffer> {
  const [heading = [], ...rows] = sheet;
  const cells = [
    heading.map((text) => ({ value: xlsxText(text), type: String, fontWeight: 'bold' as const })),
    ...rows.map((row) => row.map((text) => (text === '' ? null : { value: xlsxText(text), type: String }))),
  ];
  return writeExcel(cells, { columns: heading.map(() => ({ width: 22 })), stickyRowsCount: 1 }).toBuffer();
}

/** Also what begins with a `'` before it: one is taken away when it is read. */
const startsFormula = /^'*[=+\-@\t\r]/;
