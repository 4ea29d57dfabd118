import { maxDay, minDay } from '@konnekt/shared/basics/calendar-day';
import { keyForm } from '@konnekt/shared/basics/key-form';
import type { FieldProblem } from '@konnekt/shared/basics/problem';
import type { HourType } from '@konnekt/shared/hour-types/hour-type.schema';
import type { PlacementSummary } from '@konnekt/shared/placements/placement.schema';
import {
  minutesByKind,
  quantitiesByUnit,
  totalMinutes,
  type WorkedLine,
} from '@konnekt/shared/worksheets/worksheet.hours';
import { linesProblems } from '@konnekt/shared/worksheets/worksheet.line-problems';
import { type NumberedLine, numberLines } from '@konnekt/shared/worksheets/worksheet.lines';
import { linesWithoutReceipt } from '@konnekt/shared/worksheets/worksheet.receipts';
import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import type { HourLineInput } from '@konnekt/shared/worksheets/worksheet-line.schema';
import { constraintOf } from '#api/kit/database';
import { invalidInput } from '#api/kit/problem';
import type { EntryRules } from './entry-rules.repository.ts';
import type { WorksheetContent } from './worksheet-writing.repository.ts';

type Period = Worksheet['period'];

/**
 * A step that sends hours, judged anew where others sent hours of the placement at the same moment: then it finds theirs, and says at its
 * fields what does not fit. The database has the last word (trigger `hours_fit`).
 */
export async function whileHoursFit<T>(step: () => Promise<T>, triesLeft = 2): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (constraintOf(error) !== 'worksheet_hours_fit') throw error;
    if (triesLeft === 0) throw invalidInput([{ pointer: '/lines', code: 'times-overlap' }]);
    return whileHoursFit(step, triesLeft - 1);
  }
}

/** Contract lines as the rules of hours name them. */
export const toWorkedLines = (lines: readonly HourLineInput[]): WorkedLine[] =>
  lines.map((line) => ({ ...line, start: line.startsAt, end: line.endsAt }));

/** The days of the period on which the placement runs; nothing when there are none. */
export function openDays(placement: Pick<PlacementSummary, 'startsOn' | 'endsOn'>, period: Period) {
  const from = maxDay(period.startsOn, placement.startsOn);
  const until = minDay(period.endsOn, placement.endsOn ?? period.endsOn);
  return from <= until ? { from, until } : undefined;
}

interface Rules {
  period: Period;
  placement: Pick<PlacementSummary, 'startsOn' | 'endsOn' | 'hoursBy' | 'entryMode'>;
  /** Those that this person may use. */
  hourTypes: readonly HourType[];
  /** What was sent of the placement, in its other worksheets of the period and on the days next to it. */
  sent?: readonly HourLineInput[] | undefined;
}

const fieldNames: Record<string, string> = { start: 'startsAt', end: 'endsAt' };

/** Everything wrong with typed lines, each at its field: `/lines/3/minutes`. */
export function problemsOf(
  lines: readonly HourLineInput[],
  { period, placement, hourTypes, sent = [] }: Rules,
): FieldProblem[] {
  const known = new Map(hourTypes.map(({ id, unit }) => [id, unit]));
  const ofTypes = lines.flatMap((line, index) =>
    known.has(line.hourTypeId) ? [] : [{ pointer: `/lines/${index}/hourTypeId`, code: 'unknown-hour-type' }],
  );
  // A period's total without days is how a supervisor registers; an employee says when.
  const ofDates = lines.flatMap((line, index) =>
    line.date === null && placement.hoursBy === 'employee'
      ? [{ pointer: `/lines/${index}/date`, code: 'date-missing' }]
      : [],
  );
  const unitOf = (id: string) => known.get(id) ?? 'hours';
  const rules = { period, placement, sent: toWorkedLines(sent), unitOf };
  const ofHours = linesProblems(toWorkedLines(lines), rules).map(({ index, field, code }) => ({
    pointer: `/lines/${index}/${fieldNames[field] ?? field}`,
    code,
  }));
  return [...ofTypes, ...ofDates, ...ofHours];
}

/** Those of these hour types that the client allows. */
export const allowedTypes = <T extends { id: string }>(types: readonly T[], { hourTypeIds }: EntryRules): T[] =>
  types.filter(({ id }) => hourTypeIds === null || hourTypeIds.includes(id));

/** The client's budget numbers that are good somewhere in the period. */
export const budgetChoices = ({ budgetNumbers }: EntryRules, { startsOn, endsOn }: Period) =>
  budgetNumbers
    .filter((one) => (one.validFrom ?? startsOn) <= endsOn && (one.validUntil ?? endsOn) >= startsOn)
    .map(({ number, description }) => ({ number, description }));

/** The client's public holidays in the period. */
export const holidaysIn = ({ holidays }: EntryRules, { startsOn, endsOn }: Period) =>
  holidays.filter(({ date }) => startsOn <= date && date <= endsOn);

/** Lines with each budget number as its client writes it, where that differs only in what keys do not differ by. */
export function asClientWrites<Line extends Pick<HourLineInput, 'budgetNumber'>>(
  lines: readonly Line[],
  { budgetNumbers }: EntryRules,
): Line[] {
  const written = new Map(budgetNumbers.map(({ number }) => [keyForm(number), number]));
  return lines.map((line) =>
    line.budgetNumber === null
      ? line
      : { ...line, budgetNumber: written.get(keyForm(line.budgetNumber)) ?? line.budgetNumber },
  );
}

/**
 * Where a client asks for a budget number, every line names one; where it keeps a list, one that is good on the day (or in the
 * period, for a total). A client that does not ask takes any.
 */
export function budgetProblems(lines: readonly HourLineInput[], rules: EntryRules, period: Period): FieldProblem[] {
  if (!rules.needsBudgetNumber) return [];
  return lines.flatMap(({ budgetNumber, date }, index) => {
    const pointer = `/lines/${index}/budgetNumber`;
    if (budgetNumber === null) return [{ pointer, code: 'budget-number-missing' }];
    const days = { ...period, ...(date !== null && { startsOn: date, endsOn: date }) };
    const isKnown =
      rules.budgetNumbers.length === 0 ||
      budgetChoices(rules, days).some(({ number }) => keyForm(number) === keyForm(budgetNumber));
    return isKnown ? [] : [{ pointer, code: 'budget-number-unknown' }];
  });
}

/** What is not sent without a receipt, and has none. */
export const receiptProblems = (lines: readonly HourLineInput[], hourTypes: readonly HourType[]): FieldProblem[] =>
  linesWithoutReceipt(lines, hourTypes, 'required').map((index) => ({
    pointer: `/lines/${index}/receipt`,
    code: 'receipt-missing',
  }));

/** Lines and remark with their sums, and what they change of the lines that are stored. */
export function contentOf(
  lines: HourLineInput[],
  remark: string | null,
  hourTypes: readonly HourType[],
  stored: { lines: readonly NumberedLine[]; lastLineNumber: number } = { lines: [], lastLineNumber: 0 },
): WorksheetContent {
  const isWorked = new Set(hourTypes.filter((type) => type.isWorked).map(({ id }) => id));
  return {
    changes: numberLines(stored.lines, stored.lastLineNumber, lines),
    remark,
    workedMinutes: totalMinutes(lines.filter((line) => isWorked.has(line.hourTypeId))),
    totalMinutes: totalMinutes(lines),
    minutesByKind: minutesByKind(lines, new Map(hourTypes.map(({ id, kind }) => [id, kind]))),
    quantities: quantitiesByUnit(lines, new Map(hourTypes.map(({ id, unit }) => [id, unit]))),
    hasRemark: remark !== null || lines.some((line) => line.remark !== null),
  };
}
