import { keyForm } from '@konnekt/shared/basics/key-form';
import { parseLocalTime, workedMinutes } from '@konnekt/shared/basics/local-time';
import { formatClock, formatHours, parseHours } from '@konnekt/shared/basics/minutes';
import { longest } from '@konnekt/shared/basics/text-rules';
import { cleanLine, cleanText } from '@konnekt/shared/basics/typed-text';
import { linesProblems } from '@konnekt/shared/worksheets/worksheet.hours';
import type { HourLineInput, WorksheetEntry } from '@konnekt/shared/worksheets/worksheet.schema';
import { parseBreak } from './parse-break.ts';

/**
 * A worksheet as it is being typed: texts, right or wrong, exactly as they stand in the fields. Nothing here is a number,
 * so nothing that somebody typed can be lost in a conversion. Holds no names: this is what the device keeps.
 */
export interface TypedSheet {
  rows: TypedRow[];
  /** By `cellKey`: one row holds at most one cell a day. */
  cells: Record<string, TypedCell>;
  remark: string;
}
export interface TypedRow {
  id: string;
  hourTypeId: string;
}
export interface TypedCell {
  /** Which of the fields count. */
  by: 'hours' | 'times';
  hours: string;
  start: string;
  end: string;
  pause: string;
  budgetNumber: string;
  remark: string;
}
type CellField = Exclude<keyof TypedCell, 'by'>;

/** What is stored and sent. */
export interface Content {
  lines: readonly HourLineInput[];
  remark: string | null;
}

export interface PlacedCell {
  hourTypeId: string;
  date: string;
  cell: TypedCell;
}

/** What is wrong with one field; `code` is the key of its text. `key` is that of the cell, or `remark` for the whole sheet. */
export interface CellProblem {
  key: string;
  field: CellField;
  code: string;
}

export interface ReadSheet {
  lines: HourLineInput[];
  remark: string | null;
  /** The cell that each line was typed in, in the same order. */
  keys: string[];
  problems: CellProblem[];
}

export type Rules = Pick<WorksheetEntry, 'period' | 'placement'>;

export const remarkOfSheet = 'remark';

export const cellKey = (rowId: string, date: string): string => `${rowId}@${date}`;
const dateOfKey = (key: string): string => key.slice(key.lastIndexOf('@') + 1);
export const rowOfKey = (key: string): string => key.slice(0, key.lastIndexOf('@'));

export const blankCell = (by: TypedCell['by'], budgetNumber: string | null): TypedCell => ({
  by,
  hours: '',
  start: '',
  end: '',
  pause: '',
  budgetNumber: budgetNumber ?? '',
  remark: '',
});

/** Nothing in the fields that count. A remark alone is something: it may not be lost. */
export const isBlank = (cell: TypedCell | undefined): boolean =>
  !cell || (cell.remark.trim() === '' && (cell.by === 'hours' ? isZero(cell) : hasNoTimes(cell)));

export const hasNoTimes = ({ start, end, pause }: TypedCell): boolean =>
  [start, end, pause].every((text) => text.trim() === '');

const isZero = ({ hours }: TypedCell): boolean => {
  const read = parseHours(hours);
  return 'minutes' in read ? read.minutes === 0 : read.error === 'hours-empty';
};

/** A stored line as somebody would have typed it. A line without a date has no cell: only supervisors make those. */
export function cellOfLine(line: HourLineInput, language: 'nl' | 'en'): TypedCell {
  const { startsAt, endsAt } = line;
  const hasTimes = typeof startsAt === 'string' && typeof endsAt === 'string';
  return {
    by: hasTimes ? 'times' : 'hours',
    hours: hasTimes ? '' : formatHours(line.minutes, language),
    start: startsAt ?? '',
    end: endsAt ?? '',
    pause: hasTimes && line.breakMinutes ? String(line.breakMinutes) : '',
    budgetNumber: line.budgetNumber ?? '',
    remark: line.remark ?? '',
  };
}

export const cellsOfLines = (lines: readonly HourLineInput[], language: 'nl' | 'en'): PlacedCell[] =>
  lines.flatMap((line) =>
    line.date === null ? [] : [{ hourTypeId: line.hourTypeId, date: line.date, cell: cellOfLine(line, language) }],
  );

/**
 * Puts cells in rows: each in the first row of its hour type that is free on its day. There is always a row for
 * `firstHourTypeId`, so that there is something to type in.
 */
export function sheetFrom(cells: readonly PlacedCell[], remark: string, firstHourTypeId: string): TypedSheet {
  let sheet: TypedSheet = { rows: [], cells: {}, remark };
  sheet = withRow(sheet, firstHourTypeId).sheet;
  for (const { hourTypeId, date, cell } of cells) {
    const placed = rowFreeOn(sheet, hourTypeId, date);
    sheet = setCell(placed.sheet, cellKey(placed.rowId, date), cell);
  }
  return sheet;
}

export function withRow(sheet: TypedSheet, hourTypeId: string): { sheet: TypedSheet; rowId: string } {
  let number = sheet.rows.filter((row) => row.hourTypeId === hourTypeId).length + 1;
  while (sheet.rows.some((row) => row.id === `${hourTypeId}.${number}`)) number += 1;
  const rowId = `${hourTypeId}.${number}`;
  return { sheet: { ...sheet, rows: [...sheet.rows, { id: rowId, hourTypeId }] }, rowId };
}

/** A row of this hour type with nothing on this day; a new one where there is none. */
export function rowFreeOn(sheet: TypedSheet, hourTypeId: string, date: string): { sheet: TypedSheet; rowId: string } {
  const free = sheet.rows.find((row) => row.hourTypeId === hourTypeId && !sheet.cells[cellKey(row.id, date)]);
  return free ? { sheet, rowId: free.id } : withRow(sheet, hourTypeId);
}

export const setCell = (sheet: TypedSheet, key: string, cell: TypedCell): TypedSheet => ({
  ...sheet,
  cells: { ...sheet.cells, [key]: cell },
});

export function removeCell(sheet: TypedSheet, key: string): TypedSheet {
  const { [key]: _removed, ...cells } = sheet.cells;
  return { ...sheet, cells };
}

/** Takes a row away with everything in it. */
export function removeRow(sheet: TypedSheet, rowId: string): TypedSheet {
  const cells = Object.fromEntries(Object.entries(sheet.cells).filter(([key]) => rowOfKey(key) !== rowId));
  return { ...sheet, rows: sheet.rows.filter((row) => row.id !== rowId), cells };
}

/** Added hours after `sent` of them was sent: what was typed or changed since. */
export function withoutSent(sheet: TypedSheet, sent: TypedSheet): TypedSheet {
  const since = Object.entries(sheet.cells).filter(([key, cell]) => !isSameCell(cell, sent.cells[key]));
  return { ...sheet, cells: Object.fromEntries(since), remark: sheet.remark === sent.remark ? '' : sheet.remark };
}

const isSameCell = (one: TypedCell, other: TypedCell | undefined): boolean =>
  other !== undefined && Object.entries(one).every(([field, text]) => text === other[field as keyof TypedCell]);

/** The cells that hold something, by day and within a day in the order of the rows. */
export function cellsOf(sheet: TypedSheet): (PlacedCell & { key: string })[] {
  const dates = [...new Set(Object.keys(sheet.cells).map(dateOfKey))].sort();
  return dates.flatMap((date) =>
    sheet.rows.flatMap((row) => {
      const key = cellKey(row.id, date);
      const cell = sheet.cells[key];
      return cell && !isBlank(cell) ? [{ key, hourTypeId: row.hourTypeId, date, cell }] : [];
    }),
  );
}

/** Reads everything that was typed: the lines that can be stored, and what is wrong, each at its field. */
export function readSheet(sheet: TypedSheet, rules: Rules): ReadSheet {
  const lines: HourLineInput[] = [];
  const keys: string[] = [];
  const problems: CellProblem[] = [];
  for (const { key, hourTypeId, date, cell } of cellsOf(sheet)) {
    const read = readCell(cell, date);
    for (const { field, code } of [...('problems' in read ? read.problems : []), ...textProblems(cell)])
      problems.push({ key, field, code });
    if ('problems' in read) continue;
    lines.push({
      hourTypeId,
      date,
      ...read,
      quantity: null,
      budgetNumber: cleanLine(cell.budgetNumber) || null,
      remark: cleanText(cell.remark) || null,
    });
    keys.push(key);
  }
  if (cleanText(sheet.remark).length > longest.sheetRemark)
    problems.push({ key: remarkOfSheet, field: 'remark', code: 'text-too-long' });
  return {
    lines,
    remark: cleanText(sheet.remark) || null,
    keys,
    problems: [...problems, ...hoursProblems(lines, keys, rules)],
  };
}

type ReadCell = Pick<HourLineInput, 'minutes' | 'startsAt' | 'endsAt' | 'breakMinutes'>;
type FieldProblem = Omit<CellProblem, 'key'>;

/** One cell as a line's hours, or what is wrong with it. */
export function readCell(cell: TypedCell, date: string): ReadCell | { problems: FieldProblem[] } {
  if (cell.by === 'times') return readTimes(cell, date);
  if (isZero(cell)) return { problems: [{ field: 'hours', code: 'hours-missing' }] };
  const hours = parseHours(cell.hours);
  if ('error' in hours) return { problems: [{ field: 'hours', code: hours.error }] };
  return { minutes: hours.minutes, startsAt: null, endsAt: null, breakMinutes: null };
}

function readTimes(cell: TypedCell, date: string): ReadCell | { problems: FieldProblem[] } {
  const start = parseLocalTime(cell.start);
  const end = parseLocalTime(cell.end, { asEnd: true });
  const pause = parseBreak(cell.pause);
  const problems: FieldProblem[] = [];
  if ('error' in start)
    problems.push({ field: 'start', code: start.error === 'time-empty' ? 'start-missing' : start.error });
  if ('error' in end) problems.push({ field: 'end', code: end.error === 'time-empty' ? 'end-missing' : end.error });
  if ('error' in pause) problems.push({ field: 'pause', code: pause.error });
  if ('error' in start || 'error' in end || 'error' in pause) return { problems };
  const worked = workedMinutes(date, start.time, end.time, pause.minutes);
  if ('error' in worked)
    return { problems: [{ field: worked.error === 'shift-empty' ? 'end' : 'pause', code: worked.error }] };
  return { minutes: worked.minutes, startsAt: start.time, endsAt: end.time, breakMinutes: pause.minutes };
}

function textProblems({ remark, budgetNumber }: TypedCell): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (cleanText(remark).length > longest.lineRemark) problems.push({ field: 'remark', code: 'text-too-long' });
  if (cleanLine(budgetNumber).length > longest.budgetNumber)
    problems.push({ field: 'budgetNumber', code: 'text-too-long' });
  return problems;
}

const fieldOf = {
  minutes: 'hours',
  quantity: 'hours',
  date: 'hours',
  start: 'start',
  end: 'end',
  breakMinutes: 'pause',
} as const;

/** What the rules of hours say about the lines together: a day of more than 24 hours, shifts that overlap. */
function hoursProblems(lines: HourLineInput[], keys: string[], { period, placement }: Rules): CellProblem[] {
  const worked = lines.map((line) => ({ ...line, start: line.startsAt, end: line.endsAt }));
  return linesProblems(worked, { period, placement }).map(({ index, field, code }) => {
    const isByTimes = lines[index]?.startsAt !== null;
    const shownAt = field === 'minutes' && isByTimes ? 'end' : fieldOf[field];
    return { key: keys[index] ?? '', field: shownAt, code };
  });
}

/** Ends on the next day: an end at or before the start. */
export function endsNextDay({ start, end }: Pick<TypedCell, 'start' | 'end'>): boolean {
  const [from, to] = [parseLocalTime(start), parseLocalTime(end, { asEnd: true })];
  return 'time' in from && 'time' in to && to.time < from.time;
}

/** What was typed for hours, said back as a clock: `7,5` is 7:30. Nothing where it adds nothing: `7:30`, `8,00`. */
export function echoOfHours(text: string): string | undefined {
  const read = parseHours(text);
  if ('error' in read) return undefined;
  const clock = formatClock(read.minutes);
  const saysIt = clock === text.trim() || /^\d+[.,]00$/.test(text.trim());
  return saysIt ? undefined : clock;
}

/** Do two contents say the same, whatever the order of their lines? */
export const isSameContent = (one: Content, other: Content): boolean => meaningOf(one) === meaningOf(other);

function meaningOf({ lines, remark }: Content): string {
  const meanings = lines.filter(({ minutes, startsAt }) => minutes !== 0 || startsAt).map(meaningOfLine);
  return JSON.stringify([meanings.sort(), remark?.trim() || null]);
}

export const meaningOfLine = (line: HourLineInput): string =>
  JSON.stringify([
    line.hourTypeId,
    line.date,
    line.minutes,
    line.startsAt ?? null,
    line.endsAt ?? null,
    line.breakMinutes || null,
    // The API answers with the number as the client writes it.
    line.budgetNumber ? keyForm(line.budgetNumber) : null,
    line.remark ?? null,
  ]);
