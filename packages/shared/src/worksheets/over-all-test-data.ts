import fc from 'fast-check';
import { addDays, type CalendarDay } from '../basics/calendar-day.ts';
import { workedMinutes } from '../basics/local-time.ts';
import type { HourUnit } from '../hour-types/hour-type.words.ts';
import type { WorkedLine } from './worksheet.hours.ts';

/** What is sent of a week: hours, hours that were added, or a correction that takes away and adds. */
export interface Sheet {
  period: { startsOn: CalendarDay; endsOn: CalendarDay };
  isCorrection: boolean;
  lines: WorkedLine[];
}

/** A plain week, and those whose Sunday has 25 and 23 hours. */
export const weeks = ['2026-11-16', '2026-10-19', '2026-03-23'] as const;

/** By code, as the hour types of the tests of the API are called. */
export const typeCodes = ['N100', 'O125', 'T25'] as const;
export const unitOf = (code: string): HourUnit => (code === 'T25' ? 'surcharge' : 'hours');

const clock = (hour: number) => `${String(hour % 24).padStart(2, '0')}:00`;
const weekOf = (startsOn: CalendarDay) => ({ startsOn, endsOn: addDays(startsOn, 6) });

/** Few days and hours, and nights over the edge of the week, so that lines meet. */
const anyLine = ({ startsOn }: Sheet['period'], isCorrection: boolean) =>
  fc
    .record({
      hourTypeId: fc.constantFrom(...typeCodes),
      day: fc.constantFrom(0, 1, 6, 6, null),
      start: fc.constantFrom(0, 6, 8, 14, 22),
      hours: fc.integer({ min: 1, max: 12 }),
      isShift: fc.boolean(),
      isTaken: fc.boolean(),
    })
    .map(({ hourTypeId, day, start, hours, isShift, isTaken }): WorkedLine => {
      const date = day === null ? null : addDays(startsOn, day);
      const times = { start: clock(start), end: clock(start + hours) };
      const worked = isShift && date ? workedMinutes(date, times.start, times.end, 0) : undefined;
      const whole = hours * 60 * (date === null ? 8 : 1);
      const size = (worked && 'minutes' in worked ? worked.minutes : whole) * (isCorrection && isTaken ? -1 : 1);
      const isTime = unitOf(hourTypeId) === 'hours';
      return {
        ...{ hourTypeId, date, minutes: isTime ? size : 0, quantity: isTime ? null : size },
        ...(worked && { ...times, breakMinutes: 0 }),
      };
    });

/** Some sheets of a week and those next to it, in the order they are sent; the last is of the week itself. */
export const anySheets = (monday: CalendarDay): fc.Arbitrary<Sheet[]> => {
  const anySheet = (offsets: readonly number[]) =>
    fc.record({ offset: fc.constantFrom(...offsets), isCorrection: fc.boolean() }).chain(({ offset, isCorrection }) => {
      const period = weekOf(addDays(monday, offset * 7));
      const lines = fc.array(anyLine(period, isCorrection), { minLength: 1, maxLength: 3 });
      return lines.map((lines) => ({ period, isCorrection, lines }));
    });
  return fc
    .tuple(fc.array(anySheet([-1, 0, 0, 1]), { maxLength: 5 }), anySheet([0]))
    .map(([before, last]) => [...before, last]);
};

/** What is judged together with a sheet: of its week all, of the days next to it what has a day. */
export function sentBeside({ period }: Sheet, sent: readonly Sheet[]): WorkedLine[] {
  const [from, until] = [addDays(period.startsOn, -1), addDays(period.endsOn, 1)];
  return sent.flatMap((other) =>
    other.lines.filter(({ date }) =>
      date === null ? other.period.startsOn === period.startsOn : from <= date && date <= until,
    ),
  );
}
