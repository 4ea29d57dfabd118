import { addDays } from '@konnekt/shared/basics/calendar-day';
import { keyForm } from '@konnekt/shared/basics/key-form';
import { cleanLine } from '@konnekt/shared/basics/typed-text';
import type { HourType } from '@konnekt/shared/hour-types/hour-type.schema';
import { formatInUnit, parseInUnit } from '@konnekt/shared/hour-types/quantity';
import type { Registration, RegistrationRow } from '@konnekt/shared/registration/registration.contract';
import { isSent } from '@konnekt/shared/worksheets/worksheet.status';
import type { HourLine, HourLineInput } from '@konnekt/shared/worksheets/worksheet-line.schema';
import { cellsOfLines } from '../hours/parts/cells-of-lines.ts';
import { copyPrevious } from '../hours/parts/copy-previous.ts';
import { type CellProblem, type ReadSheet, readSheet, wholeSheet } from '../hours/parts/read-sheet.ts';
import { refusedAt } from '../hours/parts/refused.ts';
import { amountOf } from '../hours/parts/same-content.ts';
import { textsOf } from '../hours/parts/same-text.ts';
import {
  blankCell,
  cellKey,
  dateOfKey as dayOfKey,
  rowFreeOn,
  rowIdOf,
  rowOfKey,
  setCell,
  type TypedCell,
  type TypedSheet,
  type UnitOf,
  unitsOf,
} from '../hours/parts/sheet.ts';
import { asNumbers } from '../hours/parts/sheet-parts.ts';

/**
 * A sheet as a supervisor registers it: one number for each hour type, of the period or of each day. What else a stored line has (times,
 * breaks, remarks, budget numbers of its own) stays with its number.
 */
interface Stored {
  lines: readonly HourLine[];
  remark: string | null;
}

/** What is wrong with one field; `key` is that of a cell, `budgetNumber` or `remark`. */
export type TypedProblem = CellProblem;

export interface ReadHours extends ReadSheet {
  problems: TypedProblem[];
  /** Of time. */
  totalMinutes: number;
}

export interface HoursRules {
  period: Registration['period'];
  placement: RegistrationRow['placement'];
  needsBudgetNumber: boolean;
  budgetNumbers: readonly { number: string }[];
  unitOf: UnitOf;
  /** What was sent of the period beside the sheet. */
  sent: readonly HourLineInput[];
}

/** The place of one hour type on one day, or in the whole period. */
export const hoursKey = (hourTypeId: string, date: string | null): string => cellKey(rowIdOf(hourTypeId), date ?? '');
export const hourTypeOfKey = (key: string): string => {
  const row = rowOfKey(key);
  return row.slice(0, row.lastIndexOf('.'));
};
export const dateOfKey = (key: string): string | null => dayOfKey(key) || null;

/** The rules for one sheet of a row: `sheetId` is not among what was sent before it. */
export function rulesOf(
  registration: Pick<Registration, 'period' | 'hourTypes' | 'organisations'>,
  { placement, needsBudgetNumber, worksheet, supplements }: RegistrationRow,
  sheetId: string | undefined,
  unitOf: UnitOf = unitsOf(registration.hourTypes),
): HoursRules {
  const client = registration.organisations.find(({ id }) => id === placement.organisationId);
  const sent = [worksheet, ...supplements].flatMap((part) =>
    part && part.id !== sheetId && isSent(part.status) ? part.lines : [],
  );
  const budgetNumbers = client?.budgetNumbers ?? [];
  return { period: registration.period, placement, needsBudgetNumber, budgetNumbers, unitOf, sent };
}

/** Stored lines as texts in fields; without any, blank fields with the budget number of the placement. */
export function typedFrom(
  stored: Stored | null,
  budgetNumber: string | null,
  language: 'nl' | 'en',
  unitOf: UnitOf,
): TypedSheet {
  const lines = stored?.lines ?? [];
  const common = lines.length > 0 ? commonBudgetNumber(lines) : budgetNumber;
  const placed = cellsOfLines(lines, language, unitOf).map((one) =>
    common === null ? one : { ...one, cell: { ...one.cell, budgetNumber: '' } },
  );
  const inRows = placed.reduce<TypedSheet>(
    (sheet, { hourTypeId, date, cell }) => {
      const free = rowFreeOn(sheet, hourTypeId, date);
      return setCell(free.sheet, cellKey(free.rowId, date), cell);
    },
    { rows: [], cells: {}, remark: stored?.remark ?? '' },
  );
  const sheet = asNumbers(inRows, unitOf, language);
  return { ...sheet, budgetNumber: common ?? '', perDay: lines.some(({ date }) => date !== null) };
}

/** An amount in its unit, as it stands in a field. */
export const amountText = (amount: number, unit: ReturnType<UnitOf>, language: 'nl' | 'en') =>
  formatInUnit({ minutes: amount, quantity: amount }, unit, language);

/** Typed hours as lines to send, and what is wrong with them. */
export function readTyped(typed: TypedSheet, rules: HoursRules): ReadHours {
  const read = readSheet(typed, rules);
  const { lines } = read;
  const problems = [...read.problems.map(ofForm), ...budgetProblems(lines, rules)];
  return { ...read, problems, totalMinutes: lines.reduce((sum, { minutes }) => sum + minutes, 0) };
}

/** At the fields of a form: the budget number and the remark stand below the hours. */
export const ofForm = ({ key, field, code }: CellProblem): TypedProblem => ({
  key: field === 'budgetNumber' ? 'budgetNumber' : key === wholeSheet ? 'remark' : key,
  field,
  code,
});

/** One that lacks where the client wants one, or that is none of theirs where they have a list. */
function budgetProblems(
  lines: readonly HourLineInput[],
  { needsBudgetNumber, budgetNumbers }: HoursRules,
): TypedProblem[] {
  const isMissing = needsBudgetNumber && lines.some((line) => line.budgetNumber === null);
  if (isMissing) return [{ key: 'budgetNumber', field: 'budgetNumber', code: 'budget-number-missing' }];
  const known = new Set(budgetNumbers.map(({ number }) => keyForm(number)));
  const isUnknown = (line: HourLineInput) => line.budgetNumber !== null && !known.has(keyForm(line.budgetNumber));
  return known.size > 0 && lines.some(isUnknown)
    ? [{ key: 'budgetNumber', field: 'budgetNumber', code: 'budget-number-unknown' }]
    : [];
}

/** Of a number. */
export const isOfField = ({ key }: TypedProblem): boolean => key.includes('@');

/**
 * While one types: what is wrong with a number, and a budget number that is none of the client's; one that is
 * missing is said once somebody wants to save or send.
 */
export const isSaidAtOnce = (problem: TypedProblem): boolean =>
  isOfField(problem) || problem.code === 'budget-number-unknown';

/** What the API found wrong, at the fields of a form that has one budget number below its hours. */
export const problemsAt = (...refused: Parameters<typeof refusedAt>) => allOfForm(refusedAt(...refused));

export const allOfForm = (refused: readonly CellProblem[]): TypedProblem[] =>
  refused.filter(({ code }) => code !== 'budget-number-in-note').map(ofForm);

/** With another text in one field: `key` is that of a number, or `budgetNumber`. */
export function withText(typed: TypedSheet, key: string, text: string): TypedSheet {
  if (key === 'budgetNumber') return { ...typed, budgetNumber: text };
  const next = withCell(typed, key, { ...(typed.cells[key] ?? blankCell('hours', null)), hours: text });
  // How the entry screen shows it: per day as soon as one day holds hours.
  return {
    ...next,
    perDay: Object.entries(next.cells).some(([one, cell]) => cell.hours.trim() !== '' && dateOfKey(one)),
  };
}

function withCell(sheet: TypedSheet, key: string, cell: TypedCell): TypedSheet {
  const id = rowOfKey(key);
  const isThere = sheet.rows.some((row) => row.id === id);
  const rows = isThere ? sheet.rows : [...sheet.rows, { id, hourTypeId: hourTypeOfKey(key) }];
  return { ...sheet, rows, cells: { ...sheet.cells, [key]: cell } };
}

/** The text of a field. */
export const textAt = (typed: TypedSheet, key: string): string => typed.cells[key]?.hours ?? '';

/** Days become one number for the period. Only what can be read is added up, so ask when nothing is wrong. */
export const withoutDays = (typed: TypedSheet, language: 'nl' | 'en', unitOf: UnitOf): TypedSheet => ({
  ...typed,
  perDay: false,
  cells: addedUp(typed.cells, language, unitOf),
  days: typed.cells,
});

/** Per day: the days that were there before, unless their sum was changed since. */
export function perDay(typed: TypedSheet, language: 'nl' | 'en', unitOf: UnitOf): TypedSheet {
  const { days, ...rest } = typed;
  const sumOf = (cells: TypedSheet['cells']) => textsOf(addedUp(cells, language, unitOf));
  const isTheirSum = days && sumOf(days) === sumOf(rest.cells);
  return { ...rest, perDay: true, cells: isTheirSum ? days : rest.cells };
}

function addedUp(cells: TypedSheet['cells'], language: 'nl' | 'en', unitOf: UnitOf): TypedSheet['cells'] {
  const sums = new Map<string, number>();
  for (const [key, { hours }] of Object.entries(cells)) {
    const hourTypeId = hourTypeOfKey(key);
    const read = parseInUnit(hours, unitOf(hourTypeId), { ofDay: dateOfKey(key) !== null });
    const whole = hoursKey(hourTypeId, null);
    if (!('error' in read)) sums.set(whole, (sums.get(whole) ?? 0) + amountOf(read));
  }
  return Object.fromEntries(
    [...sums].map(([key, sum]) => [
      key,
      { ...blankCell('hours', null), hours: amountText(sum, unitOf(hourTypeOfKey(key)), language) },
    ]),
  );
}

/** What lines count, by `hoursKey`: minutes, or the quantity of what is no time. */
export function amountsByKey(lines: readonly Pick<HourLineInput, 'hourTypeId' | 'date' | 'minutes' | 'quantity'>[]) {
  const sums = new Map<string, number>();
  for (const line of lines) {
    const key = hoursKey(line.hourTypeId, line.date);
    sums.set(key, (sums.get(key) ?? 0) + amountOf(line));
  }
  return sums;
}

/**
 * A sheet with the period before in it: per day in weeks where it was, else as a total, since four weeks are not planned the same. The
 * budget number comes along where none is typed. The same sheet where there is nothing to copy.
 */
export function copiedInto(
  typed: TypedSheet,
  { previousLines, openFrom, openUntil, placement }: RegistrationRow,
  from: { period: HoursRules['period']; hourTypes: readonly HourType[]; absences: ReadonlySet<string> },
  language: 'nl' | 'en',
): TypedSheet {
  const { period, hourTypes, absences } = from;
  const unitOf = unitsOf(hourTypes);
  const isWeek = period.type === 'week';
  const source = {
    lines: isWeek ? previousLines : previousLines.map((line) => ({ ...line, date: null })),
    from: isWeek ? addDays(period.startsOn, -7) : period.startsOn,
    to: period.startsOn,
    openFrom,
    openUntil,
    hourTypes,
    budgetNumber: placement.budgetNumber,
    absences,
  };
  const copied = copyPrevious({ rows: [], cells: {}, remark: '' }, source, 'hours', 'all', language);
  const { lines } = readSheet(copied, { period, placement, unitOf });
  if (lines.length === 0) return typed;
  const number = cleanLine(typed.budgetNumber ?? '') || previousLines.find((line) => line.budgetNumber)?.budgetNumber;
  return [...amountsByKey(lines)].reduce<TypedSheet>(
    (sheet, [key, amount]) => withText(sheet, key, amountText(amount, unitOf(hourTypeOfKey(key)), language)),
    { ...typed, budgetNumber: number ?? '' },
  );
}

const commonBudgetNumber = (lines: readonly HourLine[]): string | null =>
  new Set(lines.map(({ budgetNumber }) => budgetNumber)).size > 1 ? null : (lines[0]?.budgetNumber ?? '');

/** The agreed hours of the whole period, as normal hours. */
export function agreedInto(
  typed: TypedSheet,
  plannedMinutes: number,
  hourTypes: readonly HourType[],
  language: 'nl' | 'en',
): TypedSheet {
  const normal = hourTypes.find(({ kind }) => kind === 'normal');
  if (!normal || plannedMinutes === 0) return typed;
  return withText(typed, hoursKey(normal.id, null), amountText(plannedMinutes, 'hours', language));
}
