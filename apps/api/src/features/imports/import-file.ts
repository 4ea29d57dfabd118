import { Worker } from 'node:worker_threads';
import Papa from 'papaparse';
import writeExcel from 'write-excel-file/node';
import { unpackedSize } from './unpacked-size.ts';

export type FileError = 'not-readable' | 'wrong-encoding' | 'too-much';

/** The cells of a CSV or XLSX file (told apart by their first bytes), as text. */
export async function readFile(content: Buffer): Promise<{ sheet: string[][] } | { error: FileError }> {
  const isZip = content.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'));
  return isZip ? readXlsx(content) : readCsv(content);
}

/** For Dutch Excel: `;` between cells and a byte-order mark. A cell that a spreadsheet would run is made text with a `'`. */
export function writeCsv(sheet: string[][]): Buffer {
  const text = Papa.unparse(sheet, { delimiter: ';', newline: '\r\n', escapeFormulae: startsFormula });
  return Buffer.from(`\ufeff${text}\r\n`, 'utf8');
}

/** Every cell is text, so that none is a formula and no number loses its noughts. */
export async function writeXlsx(sheet: string[][]): Promise<Buffer> {
  const [heading = [], ...rows] = sheet;
  const cells = [
    heading.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
    ...rows.map((row) => row.map((value) => (value === '' ? null : { value, type: String }))),
  ];
  return writeExcel(cells, { columns: heading.map(() => ({ width: 22 })), stickyRowsCount: 1 }).toBuffer();
}

const startsFormula = /^[=+\-@\t\r]/;

function readCsv(content: Buffer): { sheet: string[][] } | { error: FileError } {
  const text = decode(content);
  if (text === undefined) return { error: 'wrong-encoding' };
  const { data, errors } = Papa.parse<string[]>(text, {
    skipEmptyLines: false,
    delimitersToGuess: [';', ',', '\t', '|'],
  });
  if (errors.some(({ type }) => type === 'Quotes')) return { error: 'not-readable' };
  // What `writeCsv` made text is read as what it was.
  return { sheet: data.map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/, ''))) };
}

/** UTF-8, or UTF-16 with its mark. Any other encoding would turn names into something else without anybody seeing it. */
function decode(content: Buffer): string | undefined {
  const [first, second] = content;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(content);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

/** 50,000 rows of all columns unpack to half of it. */
const MOST_UNPACKED = 128 * 1024 * 1024;
const MOST_HEAP_MB = 1024;

async function readXlsx(content: Buffer): Promise<{ sheet: string[][] } | { error: FileError }> {
  const size = unpackedSize(content);
  if (size === undefined) return { error: 'not-readable' };
  if (size > MOST_UNPACKED) return { error: 'too-much' };
  const worker = new Worker(new URL('./xlsx.worker.ts', import.meta.url), {
    workerData: content,
    resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB },
  });
  return new Promise((resolve) => {
    worker.once('message', (sheet: string[][]) => resolve({ sheet }));
    worker.once('error', () => resolve({ error: 'not-readable' }));
    worker.once('exit', () => resolve({ error: 'not-readable' }));
  });
}
