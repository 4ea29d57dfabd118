import { parseLocalTime, workedMinutes } from '@konnekt/shared/basics/local-time';
import { formatClock, parseHours } from '@konnekt/shared/basics/minutes';
import { longest } from '@konnekt/shared/basics/text-rules';
import { cleanLine, cleanText } from '@konnekt/shared/basics/typed-text';
import type { HourUnit } from '@konnekt/shared/hour-types/hour-type.words';
import { parseInUnit } from '@konnekt/shared/hour-types/quantity';
import { linesProblems } from '@konnekt/shared/worksheets/worksheet.line-problems';
import type { LineRules } from '@konnekt/shared/worksheets/worksheet.line-rules';
import type { HourLineInput } from '@konnekt/shared/worksheets/worksheet-line.schema';
import { parseBreak } from './parse-break.ts';
import { amountOf } from './same-content.ts';
import { cellsOf, inHours, saysNothing, type TypedCell, type TypedSheet, type UnitOf } from './sheet.ts';

/** What is wrong with one field; `code` is the key of its text. `key` is that of the cell, or `wholeSheet`. */
export interface CellProblem {
  key: string;
  field: Exclude<keyof TypedCell, 'by' | 'of'>;
  code: string;
}

export interface ReadSheet {
  lines: HourLineInput[];
  remark: string | null;
  /** The cell that each line was typed in, in the same order. */
  keys: string[];
  problems: CellProblem[];
}

/** Where hours are typed; with what was sent of the placement before, in the period and next to it. */
export interface SheetRules {
  period: LineRules['period'];
  placement: LineRules['placement'];
  unitOf?: UnitOf;
  sent?: readonly HourLineInput[];
}

/** Of the whole sheet: its remark, its budget number. */
export const wholeSheet = 'sheet';

/** Reads everything that was typed: the lines that can be stored, and what is wrong, each at its field. */
export function readSheet(sheet: TypedSheet, rules: SheetRules): ReadSheet {
  const { unitOf = inHours } = rules;
  const lines: HourLineInput[] = [];
  const keys: string[] = [];
  const problems: CellProblem[] = [];
  const forAll = cleanLine(sheet.budgetNumber ?? '');
  for (const { key, hourTypeId, date, cell } of cellsOf(sheet, unitOf)) {
    for (const part of partsOf(cell, unitOf(hourTypeId), date)) {
      const read = readCell(part, date, unitOf(hourTypeId));
      for (const { field, code } of [...('problems' in read ? read.problems : []), ...textProblems(part)])
        problems.push({ key, field, code });
      if ('problems' in read) continue;
      const budgetNumber = forAll || cleanLine(part.budgetNumber) || null;
      const remark = cleanText(part.remark) || null;
      const { receipt } = part;
      lines.push({ hourTypeId, date: date || null, ...read, budgetNumber, remark, ...(receipt && { receipt }) });
      keys.push(key);
    }
  }
  if (cleanText(sheet.remark).length > longest.sheetRemark)
    problems.push({ key: wholeSheet, field: 'remark', code: 'text-too-long' });
  return {
    lines,
    remark: cleanText(sheet.remark) || null,
    keys,
    problems: [...problems, ...hoursProblems(lines, keys, rules)],
  };
}

/** A number that stands for several parts, or for times: these, as long as it is their sum; else itself, with what one part had. */
export function partsOf(cell: TypedCell, unit: HourUnit, date: string): TypedCell[] {
  const { of = [], ...own } = cell;
  if (of.length === 0) return [own];
  const amount = readCell(own, date, unit);
  const sum = of.reduce((before, part) => {
    const read = readCell(part, date, unit);
    return before + ('problems' in read ? Number.NaN : amountOf(read));
  }, 0);
  if (!('problems' in amount) && amountOf(amount) === sum) return of;
  const [only, second] = of;
  return [only && !second ? { ...only, by: 'hours', hours: own.hours } : own];
}

type ReadCell = Pick<HourLineInput, 'minutes' | 'quantity' | 'startsAt' | 'endsAt' | 'breakMinutes'>;
type FieldProblem = Omit<CellProblem, 'key'>;

/** One cell as a line's hours, or what is wrong with it. */
export function readCell(
  cell: TypedCell,
  date: string,
  unit: HourUnit = 'hours',
): ReadCell | { problems: FieldProblem[] } {
  if (cell.by === 'times' && date) return readTimes(cell, date, unit);
  if (saysNothing(cell.hours, unit)) return { problems: [{ field: 'hours', code: 'hours-missing' }] };
  const read = parseInUnit(cell.hours, unit, { ofDay: date !== '' });
  if ('error' in read) return { problems: [{ field: 'hours', code: read.error }] };
  return { minutes: read.minutes, quantity: read.quantity, startsAt: null, endsAt: null, breakMinutes: null };
}

function readTimes(cell: TypedCell, date: string, unit: HourUnit): ReadCell | { problems: FieldProblem[] } {
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
  const { minutes } = worked;
  const times = { startsAt: start.time, endsAt: end.time, breakMinutes: pause.minutes };
  // The time of a surcharge is beside hours: it takes none of the day.
  return unit === 'surcharge' ? { minutes: 0, quantity: minutes, ...times } : { minutes, quantity: null, ...times };
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

/** What the rules of hours say about the lines together, and with those that were sent: a day of more than 24 hours, shifts that overlap. */
function hoursProblems(lines: HourLineInput[], keys: string[], rules: SheetRules): CellProblem[] {
  const { period, placement, sent = [], unitOf = inHours } = rules;
  const problems = linesProblems(lines.map(asWorked), { period, placement, sent: sent.map(asWorked), unitOf });
  return problems.map(({ index, field, code }) => {
    const isByTimes = lines[index]?.startsAt !== null;
    const isAmount = field === 'minutes' || field === 'quantity';
    return { key: keys[index] ?? '', field: isAmount && isByTimes ? 'end' : fieldOf[field], code };
  });
}

/** As the rules of hours know a line. */
export const asWorked = (line: HourLineInput) => ({ ...line, start: line.startsAt, end: line.endsAt });

/** What was typed for hours, said back as a clock: `7,5` is 7:30. Nothing where it adds nothing: `7:30`, `8,00`. */
export function echoOfHours(
  text: string,
  unit: HourUnit = 'hours',
  ofDay = true,
): { clock: string; isRounded: boolean } | undefined {
  if (unit !== 'hours' && unit !== 'surcharge') return undefined;
  const read = parseHours(text, { ofDay });
  if ('error' in read) return undefined;
  const clock = formatClock(read.minutes);
  const isPlain = ofDay ? /^\d+[.,]00$/ : /^\d+([.,]00)?$/;
  const saysIt = clock === text.trim() || isPlain.test(text.trim()) || read.minutes === 0;
  return saysIt ? undefined : { clock, isRounded: read.isRounded === true };
}
