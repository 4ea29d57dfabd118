import type { Language } from '../basics/actor.ts';
import { keyForm } from '../basics/key-form.ts';
import { longest } from '../basics/text-rules.ts';
import { cleanLine, invisiblesIn } from '../basics/typed-text.ts';
import { asSeen, type CellError, type CellValue, type ImportCell, originOf, rounded, textOf } from './import-cells.ts';
import { headingForm, type ImportColumn } from './import-column.ts';
import { type ImportKind, importColumns } from './import-columns.ts';
import {
  type FileColumn,
  type HeadingError,
  isEmpty,
  kindOf,
  readHeading,
  type Shape,
  withoutWrong,
} from './import-heading.ts';
import { bareStreets, joinStreets } from './street-parts.ts';
import { nameParts } from './whole-name.ts';

/** Wrong with the file as a whole, with a column, or with one row against the others. */
type RowError =
  | CellError
  | 'no-street'
  | 'no-rows'
  | HeadingError
  | 'too-many-rows'
  | 'doubled-key'
  | 'more-cells'
  | 'fewer-cells';
/** What is no error, and worth a look before the file is applied. */
type RowNote =
  | 'invisible-characters'
  | 'misread-letters'
  | 'says-nothing'
  | 'prefix-in-last-name'
  | 'total-row'
  | 'heading-again'
  | 'guessed-name';

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
  /** Streets of which the number is not said. */
  bareStreets?: string[];
}
export interface ReadRows {
  rows: ImportRow[];
  errors: ImportError[];
  notes: ImportError<RowNote>[];
  /** What each column of the file is read as. */
  columns: FileColumn[];
  shape: string;
  /** The row of the heading. */
  headingRow: number;
  /** Where needed columns are missing: of what kind the file is instead, as far as that can be seen. */
  looksLike: ImportKind | null;
}

/** So many rows are read at once, without the heading. */
export const mostRows = 100_000;

/**
 * Reads a sheet of cells into rows of values. The heading is the row that says most of the columns, in Dutch or English, in any order and
 * case; what stands above it is passed over, as are rows without a single filled cell and, which is told, a row of totals at the end. Nothing is
 * guessed: what is wrong is named with its row and column.
 */
export function readRows(kind: ImportKind, given: readonly (readonly ImportCell[])[], seenAs: Shape = {}): ReadRows {
  const { hasAllCells = false } = seenAs;
  const {
    sheet,
    rowOf,
    columnOf,
    at,
    columns,
    read,
    shape,
    errors: wrong,
  } = readHeading(kind, withoutWrong(given), seenAs);
  const errors: ImportError[] = wrong;
  const notes: ReadRows['notes'] = [];
  const told = { errors, notes, columns, shape, headingRow: at + 1 };
  const isForeign = errors.some(({ code }) => code === 'missing-column');
  if (errors.length > 0) return { rows: [], ...told, looksLike: isForeign ? kindOf(given) : null };
  const lines = sheet.slice(at + 1, sheet.findLastIndex((line) => !line.every(isEmpty)) + 1);
  if (lines.length > mostRows) {
    errors.push(fileError('too-many-rows', String(lines.length)));
    return { rows: [], ...told, looksLike: null };
  }

  const width = (sheet[at] ?? []).findLastIndex((cell) => !isEmpty(cell)) + 1;
  const rows: ImportRow[] = [];
  const firstWith = new Map<string, number>();
  const parts = [...read.values()].filter(({ addsTo }) => addsTo);
  const headings = (sheet[at] ?? []).map((cell) => headingForm(textOf(cell)));
  /** A printed page begins with it again. */
  const isHeading = (line: readonly ImportCell[]) =>
    line.filter((cell) => !isEmpty(cell)).length > 1 &&
    line.every((cell, place) => isEmpty(cell) || headingForm(textOf(cell)) === headings[place]);
  for (const [index, line] of lines.entries()) {
    if (line.every(isEmpty)) continue;
    const row = rowOf(at + index + 1);
    if (rows.length > 0 && index === lines.length - 1 && isTotal(line)) {
      notes.push({ row, column: null, code: 'total-row', value: textOf(line.find((cell) => !isEmpty(cell)) ?? '') });
      continue;
    }
    if (isHeading(line)) {
      notes.push({ row, column: null, code: 'heading-again', value: null });
      continue;
    }
    const filled = line.findLastIndex((cell) => !isEmpty(cell)) + 1;
    if (filled > width) errors.push(rowError(row, 'more-cells', textOf(line[filled - 1] ?? '')));
    else if (hasAllCells && line.length < width) errors.push(rowError(row, 'fewer-cells', String(line.length)));
    const before = errors.length;
    const values: ImportRow['values'] = {};
    for (const [place, column] of read) {
      const cell = asSeen(column.kind, line[place] ?? '');
      const typed = textOf(cell);
      const found = readCell(column, cell);
      const where = columnOf(at + index + 1, column.field) ?? column.field;
      if (found && 'error' in found) errors.push({ row, column: where, code: found.error, value: typed || null });
      else if (found && column.gives) {
        const name = readName(found.value);
        if ('error' in name) errors.push({ row, column: where, code: name.error, value: typed });
        else Object.assign(values, name.parts);
        if ('guess' in name && name.guess) notes.push({ row, column: where, code: 'guessed-name', value: name.guess });
      } else if (found) values[column.field] = found.value;
      const code = noteOf(column, typed, found);
      if (code) notes.push({ row, column: where, code, value: typed });
    }
    const bare = bareStreets(parts, values);
    // A street that is wrong is told once.
    const wrong = new Set(errors.slice(before).map(({ column }) => column));
    for (const { column, code } of joinStreets(parts, values))
      if (!parts.some(({ field, addsTo }) => field === column && wrong.has(addsTo ?? '')))
        errors.push({ row, column, code, value: null });
    if (holdsPrefix(values))
      notes.push({ row, column: 'lastName', code: 'prefix-in-last-name', value: String(values.lastName) });
    const key = rowKeyOf(kind, values);
    const first = key === undefined ? undefined : firstWith.get(key);
    if (first !== undefined)
      errors.push({ row, column: keyColumns(kind)[0]?.field ?? null, code: 'doubled-key', value: String(first) });
    else if (key !== undefined) firstWith.set(key, row);
    rows.push({ row, values, ...(bare.length > 0 && { bareStreets: bare }) });
  }
  if (rows.length === 0) errors.push(fileError('no-rows'));
  return { rows, ...told, looksLike: null };
}

/** The rows of a file that says all of these records; read again it gives the same values. */
export function writeRows(
  kind: ImportKind,
  records: readonly Record<string, CellValue | undefined>[],
  language: Language,
): string[][] {
  const columns = importColumns[kind].filter(({ addsTo, gives }) => !addsTo && !gives);
  const lines = records.map((record) =>
    columns.map(({ field, kind: cell }) => {
      const value = record[field];
      return value === null || value === undefined ? '' : asMeant(cell.write(value, language));
    }),
  );
  return [columns.map((column) => column[language]), ...lines];
}

/** The parts of a whole name, and how it was read where that is a guess. */
function readName(value: CellValue): { error: CellError } | { parts: ImportRow['values']; guess: string | null } {
  const name = nameParts(String(value));
  if (!name) return { error: 'half-a-name' };
  const { isGuess, ...parts } = name;
  const { firstName, prefix, lastName } = parts;
  const isLong = Math.max(firstName.length, lastName.length) > longest.name || (prefix ?? '').length > longest.prefix;
  if (isLong) return { error: 'too-long' };
  return { parts, guess: isGuess ? [firstName, prefix, lastName].filter(Boolean).join(' · ') : null };
}

/** What a row is found by, in the form that keys are compared by; none while a part of it is missing. */
export function rowKeyOf(kind: ImportKind, values: ImportRow['values']): string | undefined {
  const parts = keyColumns(kind).map(({ field }) => values[field]);
  const others = importColumns[kind].flatMap(({ field, isKeyToo }) => (isKeyToo ? [values[field] ?? ''] : []));
  return parts.some((part) => part === undefined)
    ? undefined
    : JSON.stringify([...parts, ...others].map((part) => keyForm(String(part))));
}

const keyColumns = (kind: ImportKind): ImportColumn[] => importColumns[kind].filter(({ isKey }) => isKey);
const fileError = (code: RowError, value: string | null = null): ImportError => ({ row: 0, column: null, code, value });

const rowError = (row: number, code: RowError, value: string): ImportError => ({ row, column: null, code, value });

/** "Totaal", and nothing but figures beside it. */
function isTotal(line: readonly ImportCell[]): boolean {
  const [first, ...others] = line.filter((cell) => !isEmpty(cell)).map(textOf);
  return (
    first !== undefined && /^(sub|eind|grand )?tota(al|len|ls?)\s*:?$/i.test(first.trim()) && others.every(isFigure)
  );
}

const isFigure = (text: string): boolean => /^[-\d.,:€%\s]+$/.test(text);

/** What nobody sees was taken out of it: not the blanks around it. */
const hasInvisible = (typed: string): boolean => /[^ -~]/.test(typed) && invisiblesIn(typed) > 0;

/** What is worth a look of one cell, whatever its column is. */
function noteOf({ kind }: ImportColumn, typed: string, found: ReturnType<typeof readCell>): RowNote | undefined {
  if (hasInvisible(typed)) return 'invisible-characters';
  if (misread.test(typed)) return 'misread-letters';
  const value = !kind.words && found && 'value' in found ? found.value : undefined;
  return typeof value === 'string' && sayNothing.test(value) ? 'says-nothing' : undefined;
}

/** Letters of UTF-8 that something before this read as those of Windows: `ZoÃ«`, `â€™`. */
const misread = /[ÃÂÄÅâ][\u0080-\u00bfŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]/;

/** What people and systems write where there is nothing, and would be kept as it stands. */
const sayNothing = /^(?:[-–—?.]+|n\.?v\.?t\.?|n\/a|null|nil|nan|none|undefined|geen|onbekend|unknown)$/i;

/** `van der Berg`, and `Berg, van der`: sorted under the v, or with a comma for ever. */
function holdsPrefix({ prefix, lastName }: ImportRow['values']): boolean {
  if (prefix || typeof lastName !== 'string') return false;
  return /^(?:van|von|vom|de|den|der|des|het|'t|’t|te|ten|ter|la|le|du|da|dos?|el) \S|,\s*\S/i.test(lastName);
}

/** What says that there is to be nothing, in either language: an empty cell says nothing at all. */
const emptyWords = { nl: '(leeg)', en: '(empty)' } as const;

/** What a spreadsheet shows of an error is all that a text file has of it. */
const sheetErrors =
  /^#(?:N\/[AB]|REF!|VERW!|NAME\?|NAAM\?|VALUE!|WAARDE!|DIV\/0!|DEEL\/0!|NULL!|LEEG!|NUM!|GETAL!|SPILL!|OVERLOPEN!|CALC!|BEREKENEN!)$/i;

/** A record that is called as an empty cell, an error or a rounded number is: said so with a quote before it, and read back as it was. */
const isMeant = new RegExp(
  `^'+(?:\\((?:leeg|empty)\\)|${sheetErrors.source.slice(1, -1)}|${rounded.source.slice(1, -1)})$`,
  'i',
);
const asMeant = (text: string): string => (isMeant.test(`'${text}`) ? `'${text}` : text);

/** Nothing for an empty cell: what is stored stays. */
function readCell(column: ImportColumn, cell: ImportCell): { value: CellValue } | { error: CellError } | undefined {
  const is = originOf(cell);
  if (is === 'error') return { error: 'cell-error' };
  if (is === 'no-result') return { error: 'no-result' };
  const text = (column.kind.clean ?? cleanLine)(textOf(cell));
  if (sheetErrors.test(text)) return { error: 'cell-error' };
  if (text.includes('\ufffd')) return { error: 'lost-letter' };
  if (text === '') return column.isRequired || column.gives ? { error: 'required' } : undefined;
  if (isMeant.test(text)) return column.kind.read(text.slice(1), 'text');
  const isNothing = Object.values(emptyWords).some((word) => word === text.toLowerCase());
  if (isNothing && column.isClearable) return { value: null };
  if (isNothing) return { error: column.isRequired ? 'required' : 'not-clearable' };
  return column.kind.read(text, is);
}
