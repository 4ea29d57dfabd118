import type { Language } from '../basics/actor.ts';
import { keyForm } from '../basics/key-form.ts';
import { cleanLine, invisiblesIn } from '../basics/typed-text.ts';
import { type CellError, type CellValue, originOf, type SheetCell, textOf } from './import-cells.ts';
import { type ImportColumn, type ImportKind, importColumns } from './import-columns.ts';

/** Wrong with the file as a whole, with a column, or with one row against the others. */
type RowError =
  | CellError
  | 'no-rows'
  | 'too-many-rows'
  | 'missing-column'
  | 'doubled-column'
  | 'doubled-key'
  | 'more-cells'
  | 'fewer-cells';
/** What is no error, and worth a look before the file is applied. */
type RowNote = 'invisible-characters' | 'prefix-in-last-name';

/** Where and what, by the rows of the file, of which the first is 1; row 0 is the file itself. */
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
  notes: ImportError<RowNote>[];
  /** Headings that no column has; their cells are left alone. */
  unknown: string[];
}

/** So many rows are read at once, without the heading. */
export const mostRows = 50_000;

interface Shape {
  /** Each row has all of its cells, as in CSV: one with fewer than the heading was cut, or its cells have moved. */
  hasAllCells?: boolean;
}

/**
 * Reads a sheet of cells into rows of values. The heading is the row that says most of the columns, in Dutch or English, in any order and
 * case; what stands above it is passed over, as are rows without a single filled cell. Nothing is guessed: what is wrong is named with its
 * row and column.
 */
export function readRows(
  kind: ImportKind,
  sheet: readonly (readonly SheetCell[])[],
  { hasAllCells = false }: Shape = {},
): ReadRows {
  const at = headingIn(importColumns[kind], sheet);
  const heading = sheet[at] ?? [];
  const { columns, errors, unknown } = readHeading(importColumns[kind], heading, at + 1);
  const notes: ReadRows['notes'] = [];
  if (errors.length > 0) return { rows: [], errors, notes, unknown };
  const lines = sheet.slice(at + 1);
  if (lines.length > mostRows)
    return { rows: [], errors: [fileError('too-many-rows', String(lines.length))], notes, unknown };

  const width = heading.findLastIndex((cell) => !isEmpty(cell)) + 1;
  const rows: ImportRow[] = [];
  const firstWith = new Map<string, number>();
  for (const [index, line] of lines.entries()) {
    if (line.every(isEmpty)) continue;
    const row = at + index + 2;
    const filled = line.findLastIndex((cell) => !isEmpty(cell)) + 1;
    if (filled > width) errors.push(rowError(row, 'more-cells', textOf(line[filled - 1] ?? '')));
    else if (hasAllCells && line.length < width) errors.push(rowError(row, 'fewer-cells', String(line.length)));
    const values: ImportRow['values'] = {};
    for (const [place, column] of columns) {
      const cell = line[place] ?? '';
      const typed = textOf(cell);
      const read = readCell(column, cell);
      if (read && 'error' in read) errors.push({ row, column: column.field, code: read.error, value: typed || null });
      else if (read) values[column.field] = read.value;
      if (hasInvisible(typed)) notes.push({ row, column: column.field, code: 'invisible-characters', value: typed });
    }
    if (holdsPrefix(values))
      notes.push({ row, column: 'lastName', code: 'prefix-in-last-name', value: String(values.lastName) });
    const key = rowKeyOf(kind, values);
    const first = key === undefined ? undefined : firstWith.get(key);
    if (first !== undefined)
      errors.push({ row, column: keyColumns(kind)[0]?.field ?? null, code: 'doubled-key', value: String(first) });
    else if (key !== undefined) firstWith.set(key, row);
    rows.push({ row, values });
  }
  if (rows.length === 0) errors.push(fileError('no-rows'));
  return { rows, errors, notes, unknown };
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

const rowError = (row: number, code: RowError, value: string): ImportError => ({ row, column: null, code, value });

const isEmpty = (cell: SheetCell): boolean => cleanLine(textOf(cell)) === '' && originOf(cell) !== 'no-result';
/** What nobody sees was taken out of it: not the blanks around it. */
const hasInvisible = (typed: string): boolean => /[^ -~]/.test(typed) && invisiblesIn(typed) > 0;

/** `van der Berg`, and `Berg, van der`: sorted under the v, or with a comma for ever. */
function holdsPrefix({ prefix, lastName }: ImportRow['values']): boolean {
  if (prefix || typeof lastName !== 'string') return false;
  return /^(?:van|von|vom|de|den|der|des|het|'t|’t|te|ten|ter|la|le|du|da|dos?|el) \S|,\s*\S/i.test(lastName);
}

/** So many rows may stand above the heading. */
const MOST_ABOVE = 20;

/** Which row is the heading: of the first ones that which says most columns. */
function headingIn(known: readonly ImportColumn[], sheet: readonly (readonly SheetCell[])[]): number {
  const says = sheet
    .slice(0, MOST_ABOVE)
    .map((line) => new Set(line.map((cell) => columnCalled(known, textOf(cell))).filter(Boolean)).size);
  const most = Math.max(0, ...says);
  return most > 0
    ? says.indexOf(most)
    : Math.max(
        0,
        sheet.findIndex((line) => !line.every(isEmpty)),
      );
}

/** `Pers.nr.` is `persnr`: letters and digits alone, without their marks. */
const headingForm = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]/gu, '');

const columnCalled = (known: readonly ImportColumn[], text: string): ImportColumn | undefined => {
  const word = headingForm(text);
  if (word === '') return undefined;
  return known.find(({ field, nl, en, also = [] }) =>
    [field, nl, en, ...also].some((name) => headingForm(name) === word),
  );
};

function readHeading(known: ImportColumn[], heading: readonly SheetCell[], row: number) {
  const columns = new Map<number, ImportColumn>();
  const errors: ImportError[] = [];
  const unknown: string[] = [];
  for (const [place, cell] of heading.entries()) {
    const text = cleanLine(textOf(cell));
    if (text === '') continue;
    const column = columnCalled(known, text);
    if (!column) unknown.push(text);
    else if ([...columns.values()].includes(column))
      errors.push({ row, column: column.field, code: 'doubled-column', value: text });
    else columns.set(place, column);
  }
  const found = new Set(columns.values());
  for (const column of known) {
    if (column.isRequired && !found.has(column)) {
      errors.push({ row, column: column.field, code: 'missing-column', value: null });
    }
  }
  return { columns, errors, unknown };
}

/** What says that there is to be nothing, in either language: an empty cell says nothing at all. */
const emptyWords = { nl: '(leeg)', en: '(empty)' } as const;

/** Nothing for an empty cell: what is stored stays. */
function readCell(column: ImportColumn, cell: SheetCell): { value: CellValue } | { error: CellError } | undefined {
  const is = originOf(cell);
  if (is === 'error') return { error: 'cell-error' };
  if (is === 'no-result') return { error: 'no-result' };
  const text = cleanLine(textOf(cell));
  if (text === '') return column.isRequired ? { error: 'required' } : undefined;
  const isNothing = Object.values(emptyWords).some((word) => word === text.toLowerCase());
  if (isNothing) return column.isClearable ? { value: null } : { error: 'required' };
  return column.kind.read(text, is);
}
