import type { Language } from '../basics/actor.ts';
import { keyForm } from '../basics/key-form.ts';
import { cleanLine } from '../basics/typed-text.ts';
import type { CellError, CellValue } from './import-cells.ts';
import { type ImportColumn, type ImportKind, importColumns } from './import-columns.ts';

/** Wrong with the file as a whole, with a column, or with one row against the others. */
type RowError = CellError | 'no-rows' | 'too-many-rows' | 'missing-column' | 'doubled-column' | 'doubled-key';

/** Where and what; row 1 is the heading, row 0 the file itself. */
export interface ImportError<Code extends string = RowError> {
  row: number;
  /** The field of the column, or the heading as it stands in the file. */
  column: string | null;
  code: Code;
  /** What stands there. */
  value: string | null;
}

/** One row as read: the fields whose cells say something; `null` says "none". */
export interface ImportRow {
  row: number;
  values: Record<string, CellValue>;
}
export interface ReadRows {
  rows: ImportRow[];
  errors: ImportError[];
  /** Headings that no column has; their cells are left alone. */
  unknown: string[];
}

/** So many rows are read at once, without the heading. */
export const mostRows = 50_000;

/**
 * Reads a sheet of cells, the heading first, into rows of values: headings in Dutch or English in any order and case. Rows without a
 * single filled cell are passed over. Nothing is guessed: what is wrong is named with its row and column.
 */
export function readRows(kind: ImportKind, sheet: readonly (readonly string[])[]): ReadRows {
  const [heading = [], ...lines] = sheet;
  const { columns, errors, unknown } = readHeading(importColumns[kind], heading);
  if (errors.length > 0) return { rows: [], errors, unknown };
  if (lines.length > mostRows) return { rows: [], errors: [fileError('too-many-rows', String(lines.length))], unknown };

  const rows: ImportRow[] = [];
  const firstWith = new Map<string, number>();
  for (const [index, line] of lines.entries()) {
    if (line.every((text) => cleanLine(text) === '')) continue;
    const row = index + 2;
    const values: ImportRow['values'] = {};
    for (const [place, column] of columns) {
      const read = readCell(column, cleanLine(line[place] ?? ''));
      if (read && 'error' in read)
        errors.push({ row, column: column.field, code: read.error, value: line[place] ?? null });
      else if (read) values[column.field] = read.value;
    }
    const key = rowKeyOf(kind, values);
    const first = key === undefined ? undefined : firstWith.get(key);
    if (first !== undefined)
      errors.push({ row, column: keyColumns(kind)[0]?.field ?? null, code: 'doubled-key', value: String(first) });
    else if (key !== undefined) firstWith.set(key, row);
    rows.push({ row, values });
  }
  if (rows.length === 0) errors.push(fileError('no-rows'));
  return { rows, errors, unknown };
}

/** The rows of a file that says all of these records; read again it gives the same values. */
export function writeRows(
  kind: ImportKind,
  records: readonly Record<string, CellValue | undefined>[],
  language: Language,
): string[][] {
  const columns = importColumns[kind];
  const lines = records.map((record) =>
    columns.map(({ field, kind: cell }) => {
      const value = record[field];
      return value === null || value === undefined ? '' : cell.write(value, language);
    }),
  );
  return [columns.map((column) => column[language]), ...lines];
}

/** What a row is found by, in the form that keys are compared by; none while a part of it is missing. */
export function rowKeyOf(kind: ImportKind, values: ImportRow['values']): string | undefined {
  const parts = keyColumns(kind).map(({ field }) => values[field]);
  return parts.some((part) => part === undefined)
    ? undefined
    : JSON.stringify(parts.map((part) => keyForm(String(part))));
}

const keyColumns = (kind: ImportKind): ImportColumn[] => importColumns[kind].filter(({ isKey }) => isKey);
const fileError = (code: RowError, value: string | null = null): ImportError => ({ row: 0, column: null, code, value });

function readHeading(known: ImportColumn[], heading: readonly string[]) {
  const columns = new Map<number, ImportColumn>();
  const errors: ImportError[] = [];
  const unknown: string[] = [];
  for (const [place, text] of heading.entries()) {
    const word = cleanLine(text).toLowerCase();
    if (word === '') continue;
    const column = known.find(({ field, nl, en }) => [field, nl, en].some((name) => name.toLowerCase() === word));
    if (!column) unknown.push(cleanLine(text));
    else if ([...columns.values()].includes(column))
      errors.push({ row: 1, column: column.field, code: 'doubled-column', value: text });
    else columns.set(place, column);
  }
  const found = new Set(columns.values());
  for (const column of known) {
    if (column.isRequired && !found.has(column)) {
      errors.push({ row: 1, column: column.field, code: 'missing-column', value: null });
    }
  }
  return { columns, errors, unknown };
}

/** Nothing for an empty cell that says nothing. */
function readCell(column: ImportColumn, text: string): { value: CellValue } | { error: CellError } | undefined {
  if (text !== '') return column.kind.read(text);
  if (column.isRequired) return { error: 'required' };
  return column.isClearable ? { value: null } : undefined;
}
