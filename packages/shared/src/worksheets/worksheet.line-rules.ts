import type { CalendarDay } from '../basics/calendar-day.ts';
import type { ShiftError } from '../basics/local-time.ts';
import type { HourUnit } from '../hour-types/hour-type.words.ts';
import type { WorkedLine } from './worksheet.hours.ts';

export type LineProblemCode =
  | 'minutes-negative'
  | 'date-missing'
  | 'date-outside-period'
  | 'date-outside-placement'
  | 'day-overfull'
  | 'period-overfull'
  | 'start-missing'
  | 'end-missing'
  | 'minutes-differ-from-times'
  | 'times-overlap'
  | 'below-zero'
  | 'quantity-missing'
  | 'quantity-unexpected'
  | 'surcharge-over-hours'
  | ShiftError;

/** `index` is the place in the list that was checked; `field` is where the form shows the problem. */
export type LineProblem = { index: number; field: LineField; code: LineProblemCode };
type LineField = 'minutes' | 'quantity' | 'date' | 'start' | 'end' | 'breakMinutes';

export type LineRules = {
  period: { startsOn: CalendarDay; endsOn: CalendarDay };
  /** The placement's own dates; `endsOn` is null while no end is known. */
  placement: { startsOn: CalendarDay; endsOn: CalendarDay | null };
  /** A correction by staff may take minutes away. */
  isCorrection?: boolean;
  /** What the placement's other worksheets hold that were sent: of the same period, and of the days next to it. */
  sent?: readonly WorkedLine[];
  /** What lines of a hour type count; hours unless said otherwise. */
  unitOf?: (hourTypeId: string) => HourUnit;
};

export const unitIn = ({ unitOf }: LineRules, { hourTypeId }: WorkedLine): HourUnit => unitOf?.(hourTypeId) ?? 'hours';

export function isWithin(
  date: CalendarDay,
  { startsOn, endsOn }: { startsOn: CalendarDay; endsOn: CalendarDay | null },
): boolean {
  return startsOn <= date && (endsOn === null || date <= endsOn);
}

export type IndexedLine = [index: number, line: WorkedLine];

export const typeAndDay = ({ hourTypeId, date }: WorkedLine) => `${hourTypeId} ${date ?? ''}`;
