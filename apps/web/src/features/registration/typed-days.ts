import { parseInUnit } from '@konnekt/shared/hour-types/quantity';
import { amountOf } from '../hours/parts/same-content.ts';
import { textsOf } from '../hours/parts/same-text.ts';
import { blankCell, type TypedSheet, type UnitOf } from '../hours/parts/sheet.ts';
import { amountText, dateOfKey, hoursKey, hourTypeOfKey } from './typed-hours.ts';

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
