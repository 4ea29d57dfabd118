import { keyForm } from '@konnekt/shared/basics/key-form';
import { formatInUnit } from '@konnekt/shared/hour-types/quantity';
import type { Registration, RegistrationRow } from '@konnekt/shared/registration/registration.contract';
import { isSent } from '@konnekt/shared/worksheets/worksheet.status';
import type { HourLine, HourLineInput } from '@konnekt/shared/worksheets/worksheet-line.schema';
import { cellsOfLines } from '../hours/parts/cells-of-lines.ts';
import { type ReadSheet, readSheet } from '../hours/parts/read-sheet.ts';
import { amountOf } from '../hours/parts/same-content.ts';
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
import { ofForm, type TypedProblem } from './typed-problems.ts';

/**
 * A sheet as a supervisor registers it: one number for each hour type, of the period or of each day. What else a stored line has (times,
 * breaks, remarks, budget numbers of its own) stays with its number.
 */
interface Stored {
  lines: readonly HourLine[];
  remark: string | null;
}

export interface ReadHourSheet extends ReadSheet {
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
export function readTyped(typed: TypedSheet, rules: HoursRules): ReadHourSheet {
  const read = readSheet(typed, rules);
  const { lines } = read;
  const problems = [...read.problems.map(ofForm), ...budgetProblems(lines, rules)];
  return { ...read, problems, totalMinutes: lines.reduce((sum, { minutes }) => sum + minutes, 0) };
}

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

/** What lines count, by `hoursKey`: minutes, or the quantity of what is no time. */
export function amountsByKey(lines: readonly Pick<HourLineInput, 'hourTypeId' | 'date' | 'minutes' | 'quantity'>[]) {
  const sums = new Map<string, number>();
  for (const line of lines) {
    const key = hoursKey(line.hourTypeId, line.date);
    sums.set(key, (sums.get(key) ?? 0) + amountOf(line));
  }
  return sums;
}

const commonBudgetNumber = (lines: readonly HourLine[]): string | null =>
  new Set(lines.map(({ budgetNumber }) => budgetNumber)).size > 1 ? null : (lines[0]?.budgetNumber ?? '');
