import type { ImportCell } from '@konnekt/shared/imports/import-cells';
import Papa from 'papaparse';
import { type ReadSheet, refused } from './sheet.ts';

/** The cells of a text file, by the character between them: that of its `sep=` line, or the likeliest. */
export function readCsv(content: Buffer): ReadSheet {
  const decoded = decode(content);
  if (!decoded) return refused('wrong-encoding');
  const { text, isWindows } = decoded;
  // Excel's own line about the character; rows are counted with it.
  const [said = '', delimiter] = /^sep=(.)\r?\n/.exec(text) ?? [];
  const { data, errors } = Papa.parse<string[]>(text.slice(said.length), {
    skipEmptyLines: false,
    delimiter: delimiter ?? likeliest(text),
  });
  const above = said === '' ? 0 : 1;
  const wrongRows = new Set(errors.filter(({ type }) => type === 'Quotes').map(({ row = 0 }) => row));
  return {
    rows: [...(above === 0 ? [] : [[]]), ...data.map((row) => row.map(asCell))],
    hasAllCells: true,
    errors: [...wrongRows].map((row) => ({
      ...{ row: row + above + 1, column: null, code: 'bad-quote' as const },
      value: data[row]?.join(' ').slice(0, MOST_SHOWN) ?? null,
    })),
    notes: isWindows ? [{ row: 0, column: null, code: 'windows-letters', value: oddWords(text) }] : [],
  };
}

const MOST_SHOWN = 200;

const [SEPARATORS, LOOKED_AT] = [[';', ',', '\t', '|'], 30];
/** Of the first rows: the one by which most of them have the same cells, of which there are more than one. */
function likeliest(text: string): string {
  const rowsAlike = (delimiter: string): number => {
    const { data } = Papa.parse<string[]>(text, { delimiter, preview: LOOKED_AT, skipEmptyLines: true });
    const byWidth = Map.groupBy(data, ({ length }) => length);
    return Math.max(0, ...[...byWidth].map(([width, rows]) => (width > 1 ? rows.length : 0)));
  };
  const [first] = SEPARATORS.map((delimiter) => ({ delimiter, rows: rowsAlike(delimiter) })).toSorted(
    (a, b) => b.rows - a.rows,
  );
  return first?.delimiter ?? ';';
}

/** What was made text on its way out is what it was. */
function asCell(cell: string): ImportCell {
  return /^'+[=+\-@\t\r]/.test(cell) ? { text: cell.slice(1), is: 'text' } : cell;
}

/**
 * UTF-8, or UTF-16 with its mark, for these can be told to be right. What is neither is read as Windows' own letters, as Excel saves
 * "CSV": its words are shown, for another encoding would turn names into something else without anybody seeing it.
 */
function decode(content: Buffer): { text: string; isWindows: boolean } | undefined {
  const [first, second] = content;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  const text = decodeAs(content, encoding) ?? (encoding === 'utf-8' ? decodeAs(content, 'windows-1252') : undefined);
  if (text === undefined || text.includes('\0')) return undefined;
  const isWindows = encoding === 'utf-8' && decodeAs(content, 'utf-8') === undefined;
  // Bytes that are no letter there.
  return isWindows && /[\u0080-\u009f]/.test(text) ? undefined : { text, isWindows };
}

function decodeAs(content: Buffer, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(content);
  } catch {
    return undefined;
  }
}

/** The first words that depend on how the file is read. */
const oddWords = (text: string): string =>
  [...new Set(text.match(/[\p{L}\d]*[^\p{ASCII}\s][\p{L}\d]*/gu) ?? [])].slice(0, 6).join(', ');
