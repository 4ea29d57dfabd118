import type { CalendarDay } from '../basics/calendar-day.ts';
import type { LocalTime } from '../basics/local-time.ts';
import { sumMinutes } from '../basics/minutes.ts';
import type { HourUnit } from '../hour-types/hour-type.words.ts';

/**
 * What the sums need of an hour line. `date` is null where a period's total is registered; times belong to a date. `minutes` is time of the day;
 * what a line holds beside it (surcharge minutes, kilometres, expenses) is its `quantity`, in the unit of its hour type.
 */
export type WorkedLine = {
  hourTypeId: string;
  minutes: number;
  quantity?: number | null;
  date: CalendarDay | null;
  start?: LocalTime | null;
  end?: LocalTime | null;
  breakMinutes?: number | null;
};

/** The total of a worksheet: every screen, export and sum uses this one. */
export function totalMinutes(lines: Iterable<Pick<WorkedLine, 'minutes'>>): number {
  return sumMinutes(Array.from(lines, (line) => line.minutes));
}

/** The minutes of each kind of hour type that has lines. `kindOf` knows a hour type by its id; what it does not know is left out. */
export function minutesByKind<Kind extends string>(
  lines: Iterable<Pick<WorkedLine, 'minutes' | 'hourTypeId'>>,
  kindOf: ReadonlyMap<string, Kind>,
): Partial<Record<Kind, number>> {
  const found: Partial<Record<Kind, number>> = {};
  for (const { hourTypeId, minutes } of lines) {
    const kind = kindOf.get(hourTypeId);
    if (kind) found[kind] = (found[kind] ?? 0) + minutes;
  }
  return withoutZeros(found);
}

/** What is no time, per unit: kilometres with kilometres, whatever their hour type. `unitOf` knows a hour type by its id. */
export function quantitiesByUnit(
  lines: Iterable<Pick<WorkedLine, 'quantity' | 'hourTypeId'>>,
  unitOf: ReadonlyMap<string, HourUnit>,
): Partial<Record<HourUnit, number>> {
  const found: Partial<Record<HourUnit, number>> = {};
  for (const { hourTypeId, quantity } of lines) {
    const unit = unitOf.get(hourTypeId);
    if (unit && quantity) found[unit] = (found[unit] ?? 0) + quantity;
  }
  return withoutZeros(found);
}

const withoutZeros = <Sums extends Partial<Record<string, number>>>(sums: Sums): Sums =>
  Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0)) as Sums;

export function minutesByHourType(lines: Iterable<Pick<WorkedLine, 'hourTypeId' | 'minutes'>>): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { hourTypeId, minutes } of lines) sums.set(hourTypeId, (sums.get(hourTypeId) ?? 0) + minutes);
  return sums;
}

/** Per day, in the order of the lines. A line without a date belongs to no day and is not in here. */
export function minutesByDay(lines: Iterable<Pick<WorkedLine, 'date' | 'minutes'>>): Map<CalendarDay, number> {
  const sums = new Map<CalendarDay, number>();
  for (const { date, minutes } of lines) if (date) sums.set(date, (sums.get(date) ?? 0) + minutes);
  return sums;
}
