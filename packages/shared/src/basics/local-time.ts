import { addDays, amsterdamOffsetMinutes, type CalendarDay, epochDayOf } from './calendar-day.ts';
import { cleanLine, isNothing } from './typed-text.ts';

/** 'HH:MM' on Amsterdam's clock, '00:00' to '23:59'; as the end of a shift also '24:00'. */
export type LocalTime = string;

export type LocalTimeError = 'time-empty' | 'time-not-understood';
export type ShiftError = 'shift-empty' | 'break-negative' | 'break-too-long';

/** Both ends of a shift in minutes since 1970 UTC. */
export type ShiftInstants = { startMinute: number; endMinute: number };

/**
 * A time of day as people type it: `7` `7:30` `730` `0730` `7.30` `7,30` `7u30` `7h30` `7u`. The end of a shift may be `24:00`.
 * Minutes are always two digits: `7.5` may be 7:05, 7:30 or 7:50 and is refused.
 */
export function parseLocalTime(
  text: string,
  options: { asEnd?: boolean } = {},
): { time: LocalTime } | { error: LocalTimeError } {
  const typed = cleanLine(text);
  if (isNothing(typed)) return { error: 'time-empty' };
  const match = /^(\d\d?)(?:\s*[:.,uh]?\s*(\d\d))?$/i.exec(typed.replace(/\s*(?:uur|u|h)$/i, ''));
  if (!match) return { error: 'time-not-understood' };
  const time = `${(match[1] ?? '').padStart(2, '0')}:${match[2] ?? '00'}`;
  const isKnown = isLocalTime(time) || (options.asEnd === true && time === '24:00');
  return isKnown ? { time } : { error: 'time-not-understood' };
}

/** Is it 'HH:MM', from 00:00 to 23:59? */
export function isLocalTime(text: string): text is LocalTime {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** The time on Amsterdam's clock at an instant (ISO text with its offset). */
export function localTimeAt(instant: string): LocalTime {
  const milliseconds = Date.parse(instant);
  return new Date(milliseconds + amsterdamOffsetMinutes(milliseconds / 60_000) * 60_000).toISOString().slice(11, 16);
}

/**
 * Worked minutes of a shift that starts on `day`: end − start − break, as a clock on the wall in Amsterdam that also runs on when it is
 * put back or forward: 22:00–06:00 is 8 hours, 7 in the night the clock goes forward, 9 when it goes back. An end at or before the start is
 * on the next day. Refused: a start and end that are the same moment, and a break below zero or longer than the shift.
 */
export function workedMinutes(
  day: CalendarDay,
  start: LocalTime,
  end: LocalTime,
  breakMinutes: number,
): { minutes: number } | { error: ShiftError } {
  const { startMinute, endMinute } = shiftInstants(day, start, end);
  const lasts = endMinute - startMinute;
  if (start === end || lasts === 0) return { error: 'shift-empty' };
  if (breakMinutes < 0) return { error: 'break-negative' };
  if (breakMinutes > lasts) return { error: 'break-too-long' };
  return { minutes: lasts - breakMinutes };
}

/**
 * When a shift that starts on `day` begins and ends. An end at or before the start is on the next day.
 *
 * A time that the clock shows twice (02:00–03:00 in the October night) is the first of the two; a time that it skips (02:00–03:00 in the March
 * night) is the moment of the jump. So of two times on one day, the later one is never the earlier instant.
 */
export function shiftInstants(day: CalendarDay, start: LocalTime, end: LocalTime): ShiftInstants {
  const endDay = minutesOfDay(end) > minutesOfDay(start) ? day : addDays(day, 1);
  return { startMinute: instantOf(day, start), endMinute: instantOf(endDay, end) };
}

/** The clock is put back or forward within a shift, which then lasts an hour longer or shorter than its times say. */
export function clockChangeWithin(day: CalendarDay, start: LocalTime, end: LocalTime): 'back' | 'forward' | undefined {
  if (start === end) return undefined;
  const { startMinute, endMinute } = shiftInstants(day, start, end);
  const onTheWall = (minutesOfDay(end) - minutesOfDay(start) + 1440) % 1440;
  const more = endMinute - startMinute - onTheWall;
  return more === 0 ? undefined : more > 0 ? 'back' : 'forward';
}

function instantOf(day: CalendarDay, time: LocalTime): number {
  const wallMinute = epochDayOf(day) * 24 * 60 + minutesOfDay(time);
  // The offsets half a day around: they differ only next to a clock change.
  const before = amsterdamOffsetMinutes(wallMinute - 12 * 60);
  const after = amsterdamOffsetMinutes(wallMinute + 12 * 60);
  const byOldClock = wallMinute - before;
  if (before === after || amsterdamOffsetMinutes(byOldClock) === before) return byOldClock;
  const byNewClock = wallMinute - after;
  if (amsterdamOffsetMinutes(byNewClock) === after) return byNewClock;
  return firstMinuteOfNewClock(byOldClock, after);
}

function firstMinuteOfNewClock(minute: number, offset: number): number {
  let first = minute;
  while (amsterdamOffsetMinutes(first - 1) === offset) first -= 1;
  return first;
}

function minutesOfDay(time: LocalTime): number {
  if (!isLocalTime(time) && time !== '24:00') throw new RangeError(`Not a time of day: ${time}`);
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
