import { addDays } from '@konnekt/shared/basics/calendar-day';
import { cleanLine } from '@konnekt/shared/basics/typed-text';
import type { HourType } from '@konnekt/shared/hour-types/hour-type.schema';
import type { RegistrationRow } from '@konnekt/shared/registration/registration.contract';
import { copyPrevious } from '../hours/parts/copy-previous.ts';
import { readSheet } from '../hours/parts/read-sheet.ts';
import { type TypedSheet, unitsOf } from '../hours/parts/sheet.ts';
import { amountsByKey, amountText, type HoursRules, hoursKey, hourTypeOfKey, withText } from './typed-hours.ts';

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
