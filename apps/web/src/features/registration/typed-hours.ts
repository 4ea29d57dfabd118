import { addDays } from '@konnekt/shared/basics/calendar-day';
import { keyForm } from '@konnekt/shared/basics/key-form';
import { formatHours, parseHours } from '@konnekt/shared/basics/minutes';
import { longest } from '@konnekt/shared/basics/text-rules';
import { cleanLine, cleanText } from '@konnekt/shared/basics/typed-text';
import type { Registration, RegistrationRow } from '@konnekt/shared/registration/registration.contract';
import { linesProblems } from '@konnekt/shared/worksheets/worksheet.hours';
import type { HourLine, HourLineInput } from '@konnekt/shared/worksheets/worksheet.schema';

/**
 * The hours of one person in one period as they are being typed: texts, right or wrong, exactly as they stand in the
 * fields. Holds no names: this is what the device keeps.
 */
export interface TypedHours {
  /** One field for each hour type, or one for each day. */
  by: 'period' | 'days';
  /** By `hoursKey`. */
  cells: Record<string, string>;
  budgetNumber: string;
  remark: string;
  /** The cells of the days that the hours of the period were added up from: there again as long as the sum is theirs. */
  days?: TypedHours['cells'] | undefined;
}

/** What is wrong with one field; `key` is that of a cell, `budgetNumber` or `remark`. */
export interface TypedProblem {
  key: string;
  code: string;
}

export interface ReadHours {
  lines: HourLineInput[];
  remark: string | null;
  /** The cell that each line was typed in, in the same order. */
  keys: string[];
  problems: TypedProblem[];
  totalMinutes: number;
}

interface Stored {
  lines: readonly HourLine[];
  remark: string | null;
}

export type HoursRules = Pick<RegistrationRow, 'placement' | 'needsBudgetNumber'> & Pick<Registration, 'period'>;

/** The place of one hour type on one day, or in the whole period. */
export const hoursKey = (hourTypeId: string, date: string | null): string => `${hourTypeId}@${date ?? ''}`;
export const hourTypeOfKey = (key: string): string => key.slice(0, key.indexOf('@'));
export const dateOfKey = (key: string): string | null => key.slice(key.indexOf('@') + 1) || null;

/** Stored lines as texts in fields; without any, blank fields with the budget number of the placement. */
export function typedFrom(stored: Stored | null, budgetNumber: string | null, language: 'nl' | 'en'): TypedHours {
  const lines = stored?.lines ?? [];
  const cells: Record<string, string> = {};
  for (const [key, minutes] of minutesByCell(lines)) {
    if (minutes !== 0) cells[key] = formatHours(minutes, language);
  }
  return {
    by: lines.some(({ date }) => date !== null) ? 'days' : 'period',
    cells,
    budgetNumber: (lines.length > 0 ? commonBudgetNumber(lines) : budgetNumber) ?? '',
    remark: stored?.remark ?? '',
  };
}

/**
 * Typed hours as lines to send, and what is wrong with them. A cell that says what is stored keeps its stored lines, with
 * all that this screen does not show: times, breaks, remarks, several budget numbers.
 */
export function readTyped(typed: TypedHours, stored: Stored | null, rules: HoursRules): ReadHours {
  const budgetNumber = cleanLine(typed.budgetNumber) || null;
  const keepsBudgetNumbers = budgetNumber === null && hasSeveralBudgetNumbers(stored?.lines ?? []);
  const lines: HourLineInput[] = [];
  const keys: string[] = [];
  const problems: TypedProblem[] = [];
  for (const [key, text] of Object.entries(typed.cells)) {
    const read = parseHours(text);
    if ('error' in read) {
      if (read.error !== 'hours-empty') problems.push({ key, code: read.error });
      continue;
    }
    if (read.minutes === 0) continue;
    const before = (stored?.lines ?? []).filter((line) => hoursKey(line.hourTypeId, line.date) === key);
    const isAsStored = before.reduce((sum, { minutes }) => sum + minutes, 0) === read.minutes;
    const now = isAsStored ? before.map(({ number: _, ...line }) => line) : [newLine(key, read.minutes)];
    for (const line of now) {
      lines.push(keepsBudgetNumbers ? line : { ...line, budgetNumber });
      keys.push(key);
    }
  }
  const worked = lines.map((line) => ({ ...line, start: line.startsAt, end: line.endsAt }));
  for (const { index, code } of linesProblems(worked, rules)) {
    problems.push({ key: keys[index] ?? '', code });
  }
  if (rules.needsBudgetNumber && lines.some((line) => line.budgetNumber === null)) {
    problems.push({ key: 'budgetNumber', code: 'budget-number-missing' });
  }
  const remark = cleanText(typed.remark) || null;
  if (remark && remark.length > longest.sheetRemark) problems.push({ key: 'remark', code: 'text-too-long' });
  return {
    lines,
    remark,
    keys,
    problems,
    totalMinutes: lines.reduce((sum, { minutes }) => sum + minutes, 0),
  };
}

/** What the API found wrong, `/lines/2/minutes`, at the fields that it came from. */
export function problemsAt(errors: readonly { pointer: string; code: string }[], keys: readonly string[]) {
  return errors.flatMap(({ pointer, code }): TypedProblem[] => {
    const [, list, index, field] = pointer.split('/');
    if (list === 'remark') return [{ key: 'remark', code }];
    if (field === 'budgetNumber') return [{ key: 'budgetNumber', code }];
    const key = keys[Number(index)];
    return list === 'lines' && key ? [{ key, code }] : [];
  });
}

/** With another text in one field: `key` is that of a cell, or `budgetNumber`. */
export function withText(typed: TypedHours, key: string, text: string): TypedHours {
  if (key === 'budgetNumber') return { ...typed, budgetNumber: text };
  const cells = { ...typed.cells, [key]: text };
  // How the entry screen shows it: per day as soon as one day holds hours.
  const isPerDay = Object.entries(cells).some(([one, hours]) => hours.trim() !== '' && dateOfKey(one) !== null);
  return { ...typed, cells, by: isPerDay ? 'days' : 'period' };
}

/** Days become one number for the period. Only what can be read is added up, so ask when nothing is wrong. */
export function withoutDays(typed: TypedHours, language: 'nl' | 'en'): TypedHours {
  return { ...typed, by: 'period', cells: addedUp(typed.cells, language), days: typed.cells };
}

/** Per day: the days that were there before, unless their sum was changed since. */
export function perDay(typed: TypedHours, language: 'nl' | 'en'): TypedHours {
  const { days, ...rest } = typed;
  const isTheirSum = days && textOf(addedUp(days, language)) === textOf(addedUp(rest.cells, language));
  return { ...rest, by: 'days', cells: isTheirSum ? days : rest.cells };
}

function addedUp(cells: TypedHours['cells'], language: 'nl' | 'en'): TypedHours['cells'] {
  const sums = new Map<string, number>();
  for (const [key, text] of Object.entries(cells)) {
    const read = parseHours(text);
    const whole = hoursKey(hourTypeOfKey(key), null);
    if ('minutes' in read) sums.set(whole, (sums.get(whole) ?? 0) + read.minutes);
  }
  return Object.fromEntries([...sums].map(([key, minutes]) => [key, formatHours(minutes, language)]));
}

/** Does the same stand in the fields? */
export const isSameText = (one: TypedHours, other: TypedHours): boolean =>
  [textOf(one.cells), keyForm(one.budgetNumber), one.remark].join('\n') ===
  [textOf(other.cells), keyForm(other.budgetNumber), other.remark].join('\n');

const textOf = (cells: TypedHours['cells']): string =>
  JSON.stringify(
    Object.entries(cells)
      .filter(([, text]) => text.trim() !== '')
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );

/** Added hours after `sent` of them was sent: what was typed or changed since. */
export function hoursWithoutSent(typed: TypedHours, sent: TypedHours): TypedHours {
  const since = Object.entries(typed.cells).filter(([key, text]) => text !== sent.cells[key]);
  return { ...typed, cells: Object.fromEntries(since), remark: typed.remark === sent.remark ? '' : typed.remark };
}

/** Is anything typed in it, hours or a remark? */
export const hasText = ({ cells, remark }: TypedHours): boolean => textOf(cells) !== '[]' || remark.trim() !== '';

/** Do typed hours say what is stored, whatever the order of the lines? */
export const saysTheSame = (
  read: Pick<ReadHours, 'lines' | 'remark'>,
  stored: { lines: readonly HourLineInput[]; remark: string | null },
): boolean => meaningOf(read) === meaningOf(stored);

/** Minutes by `hoursKey`. */
export function minutesByCell(lines: readonly Pick<HourLine, 'hourTypeId' | 'date' | 'minutes'>[]) {
  const sums = new Map<string, number>();
  for (const { hourTypeId, date, minutes } of lines) {
    const key = hoursKey(hourTypeId, date);
    sums.set(key, (sums.get(key) ?? 0) + minutes);
  }
  return sums;
}

/**
 * The hours of the period before as texts, by key as in `withText`: on the same day of this week where the job runs on it, else as
 * a total; and their budget number where asked.
 */
export function previousTexts(
  { previousLines, openFrom, openUntil }: RegistrationRow,
  { type }: HoursRules['period'],
  isUsable: (hourTypeId: string) => boolean,
  wantsBudgetNumber: boolean,
  language: 'nl' | 'en',
): { key: string; text: string }[] {
  const sameDay = (date: string | null) => {
    const day = date !== null && type === 'week' ? addDays(date, 7) : null;
    return day !== null && day >= openFrom && day <= openUntil ? day : null;
  };
  const lines = previousLines.filter(({ hourTypeId }) => isUsable(hourTypeId));
  const texts = [...minutesByCell(lines.map((line) => ({ ...line, date: sameDay(line.date) })))]
    .filter(([, minutes]) => minutes > 0)
    .map(([key, minutes]) => ({ key, text: formatHours(minutes, language) }));
  const budgetNumber = wantsBudgetNumber && previousLines.find((line) => line.budgetNumber)?.budgetNumber;
  return texts.length > 0 && budgetNumber ? [...texts, { key: 'budgetNumber', text: budgetNumber }] : texts;
}

const newLine = (key: string, minutes: number): HourLineInput => ({
  hourTypeId: hourTypeOfKey(key),
  date: dateOfKey(key),
  minutes,
  quantity: null,
  startsAt: null,
  endsAt: null,
  breakMinutes: null,
  budgetNumber: null,
  remark: null,
});

const hasSeveralBudgetNumbers = (lines: readonly HourLine[]) =>
  new Set(lines.map(({ budgetNumber }) => budgetNumber)).size > 1;

const commonBudgetNumber = (lines: readonly HourLine[]) =>
  hasSeveralBudgetNumbers(lines) ? null : (lines[0]?.budgetNumber ?? null);

function meaningOf({ lines, remark }: { lines: readonly HourLineInput[]; remark: string | null }): string {
  const meanings = lines
    .filter(({ minutes }) => minutes !== 0)
    .map((line) =>
      JSON.stringify([
        hoursKey(line.hourTypeId, line.date),
        line.minutes,
        line.startsAt,
        line.endsAt,
        line.budgetNumber && keyForm(line.budgetNumber),
        line.remark,
      ]),
    );
  return JSON.stringify([meanings.sort(), remark?.trim() || null]);
}
