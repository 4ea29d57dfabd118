import { addDays, type CalendarDay } from '../basics/calendar-day.ts';
import { shiftInstants } from '../basics/local-time.ts';
import { sumMinutes } from '../basics/minutes.ts';
import type { WorkedLine } from './worksheet.hours.ts';

/**
 * Work between two rests (Arbeidstijdenwet 1:7: "dienst"). Instants are minutes since 1970 UTC; `workedMinutes` is without breaks.
 * `nightMinutes` is how much of it lies between 00:00 and 06:00, breaks included, since nobody writes down when the break was.
 */
export type Shift = {
  date: CalendarDay;
  startMinute: number;
  endMinute: number;
  workedMinutes: number;
  breakMinutes: number;
  nightMinutes: number;
};

/** A pause shorter than this is no break (Arbeidstijdenwet 1:7). */
const leastBreakMinutes = 15;
/** What follows so soon is the same shift, also when it is entered on the next day: 20:00–24:00 and 00:30–05:00. */
const longestPauseMinutes = 60;

/**
 * The shifts that lines with times form, in the order of time. Lines without times are left out.
 * Lines of one day are one shift as long as less than `restMinutes` lies between them: 07:00–12:00 and 13:00–17:00 has a break of an hour.
 */
export function shiftsOf(lines: readonly WorkedLine[], restMinutes: number): Shift[] {
  const shifts: Shift[] = [];
  for (const part of lines.flatMap(partOfShift).sort((one, other) => one.startMinute - other.startMinute)) {
    const current = shifts.at(-1);
    const pause = current ? part.startMinute - current.endMinute : Number.POSITIVE_INFINITY;
    const belongs = pause <= longestPauseMinutes || (part.date === current?.date && pause < restMinutes);
    if (current && belongs) shifts[shifts.length - 1] = joined(current, part);
    else shifts.push(part);
  }
  return shifts;
}

function partOfShift({ date, start, end, breakMinutes, minutes }: WorkedLine): Shift[] {
  // Minutes below zero are a correction's: nobody worked then.
  if (!date || !start || !end || minutes < 0) return [];
  const instants = shiftInstants(date, start, end);
  return [
    {
      date,
      ...instants,
      workedMinutes: minutes,
      breakMinutes: breakMinutes ?? 0,
      nightMinutes: nightOf(date, instants),
    },
  ];
}

function joined(shift: Shift, part: Shift): Shift {
  const pause = part.startMinute - shift.endMinute;
  return {
    date: shift.date,
    startMinute: shift.startMinute,
    endMinute: Math.max(shift.endMinute, part.endMinute),
    workedMinutes: shift.workedMinutes + part.workedMinutes,
    breakMinutes: shift.breakMinutes + part.breakMinutes + (pause >= leastBreakMinutes ? pause : 0),
    nightMinutes: shift.nightMinutes + part.nightMinutes,
  };
}

function nightOf(date: CalendarDay, { startMinute, endMinute }: { startMinute: number; endMinute: number }): number {
  const overlaps = [date, addDays(date, 1)].map((day) => {
    const night = shiftInstants(day, '00:00', '06:00');
    return Math.max(0, Math.min(endMinute, night.endMinute) - Math.max(startMinute, night.startMinute));
  });
  return sumMinutes(overlaps);
}
