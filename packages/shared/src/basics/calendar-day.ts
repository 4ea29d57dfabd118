/**
 * Days are plain dates, 'YYYY-MM-DD': a worksheet's Monday is a Monday wherever the reader sits. Counting with days (addDays and so on)
 * is done in UTC, where every day has 24 hours, so no clock change can lose or repeat one.
 *
 * Only three functions know that the zone is Europe/Amsterdam: calendarDayAt, startOfDayInstant and amsterdamOffsetMinutes. The clock there
 * is one hour ahead of UTC in winter and two in summer. On the last Sunday of March 02:00 becomes 03:00 and the day has 23 hours; on the
 * last Sunday of October 03:00 becomes 02:00 and it has 25. Midnight therefore always exists, once. The dates of the change come from
 * the platform's time zone data, because Europe may yet do away with them.
 */

/** 'YYYY-MM-DD', an existing day of the Gregorian calendar. */
export type CalendarDay = string;

const minutesPerDay = 24 * 60;
const millisecondsPerMinute = 60_000;
const millisecondsPerDay = minutesPerDay * millisecondsPerMinute;

export function isCalendarDay(text: string): text is CalendarDay {
  return !Number.isNaN(readDay(text));
}

/** Of somebody who lives, or of work that may be agreed: what a slip of the finger makes of a year (206, 2206, 9999) is not. */
export const isPlausibleDay = (day: CalendarDay): boolean => day >= '1900-01-01' && day < '2100-01-01';

export function addDays(day: CalendarDay, days: number): CalendarDay {
  return isoDay(utcMilliseconds(day) + days * millisecondsPerDay);
}

/** The same day so many months later, or the last one of a month that is shorter: 31 January and a month is 28 February. */
export function addMonths(day: CalendarDay, months: number): CalendarDay {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  last.setUTCDate(Math.min(dayOfMonth, last.getUTCDate()));
  return isoDay(last.getTime());
}

/** How many days later `to` is than `from`; negative when it is earlier. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return epochDayOf(to) - epochDayOf(from);
}

/** Days since 1 January 1970. */
export function epochDayOf(day: CalendarDay): number {
  return utcMilliseconds(day) / millisecondsPerDay;
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekdayOf(day: CalendarDay): number {
  return new Date(utcMilliseconds(day)).getUTCDay() || 7;
}

/** How many of the days from `from` to `to`, both included, are Monday to Friday; none when `to` is earlier. */
export const workingDaysIn = (from: CalendarDay, to: CalendarDay): number =>
  Math.max(0, workingDaysBefore(addDays(to, 1)) - workingDaysBefore(from));

/** Since Monday 29 December 1969. */
function workingDaysBefore(day: CalendarDay): number {
  const weeks = Math.floor((epochDayOf(day) + 3) / 7);
  return weeks * 5 + Math.min(weekdayOf(day) - 1, 5);
}

/** Every day from `from` to `to`, both included; none when `to` is earlier. */
export function eachDay(from: CalendarDay, to: CalendarDay): CalendarDay[] {
  const count = Math.max(0, daysBetween(from, to) + 1);
  return Array.from({ length: count }, (_, index) => addDays(from, index));
}

export function minDay(...days: [CalendarDay, ...CalendarDay[]]): CalendarDay {
  let [least] = days;
  for (const day of days) if (day < least) least = day;
  return least;
}

export function maxDay(...days: [CalendarDay, ...CalendarDay[]]): CalendarDay {
  let [most] = days;
  for (const day of days) if (day > most) most = day;
  return most;
}

/** The day that the calendar in Amsterdam shows at an instant (a Date, or ISO text with its offset). */
export function calendarDayAt(instant: Date | string): CalendarDay {
  const milliseconds = new Date(instant).getTime();
  return isoDay(milliseconds + amsterdamOffsetMinutes(milliseconds / millisecondsPerMinute) * millisecondsPerMinute);
}

/** 00:00 of the day in Amsterdam, as a UTC instant: 2026-07-01 is '2026-06-30T22:00:00.000Z'. */
export function startOfDayInstant(day: CalendarDay): string {
  return new Date(startOfDayMinute(day) * millisecondsPerMinute).toISOString();
}

/** How long the day lasts in Amsterdam, in minutes: 1440, or 1380 and 1500 on the days of a clock change. */
export const minutesInDay = (day: CalendarDay): number => minutesInDays(day, day);

/** How long these days last together, both included, in minutes; nothing when `until` is before `from`. */
export function minutesInDays(from: CalendarDay, until: CalendarDay): number {
  return Math.max(0, startOfDayMinute(addDays(until, 1)) - startOfDayMinute(from));
}

/** How far Amsterdam's clock is ahead of UTC at an instant (minutes since 1970 UTC): 60 or 120. */
export function amsterdamOffsetMinutes(epochMinutes: number): number {
  return steadyOffset(Math.floor(epochMinutes / minutesPerDay)) ?? shownOffset(epochMinutes);
}

function startOfDayMinute(day: CalendarDay): number {
  const midnightUtc = utcMilliseconds(day) / millisecondsPerMinute;
  // Amsterdam's midnight is one or two hours before that of UTC. The clock never changes between 22:00 and 23:00 UTC, so either will do.
  return midnightUtc - amsterdamOffsetMinutes(midnightUtc - 120);
}

/** The offset of a whole day (UTC), or undefined when it changes. Kept, because asking the time zone data takes ten microseconds each. */
const steadyOffsets = new Map<number, number | undefined>();
const daysKept = 5000;

function steadyOffset(utcDay: number): number | undefined {
  if (!steadyOffsets.has(utcDay)) {
    const offset = shownOffset(utcDay * minutesPerDay);
    if (steadyOffsets.size >= daysKept) steadyOffsets.clear();
    steadyOffsets.set(utcDay, offset === shownOffset((utcDay + 1) * minutesPerDay) ? offset : undefined);
  }
  return steadyOffsets.get(utcDay);
}

function shownOffset(epochMinutes: number): number {
  const shown: Record<string, number> = {};
  for (const part of amsterdamClock().formatToParts(epochMinutes * millisecondsPerMinute))
    shown[part.type] = Number(part.value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = shown;
  return Date.UTC(year, month - 1, day, hour, minute) / millisecondsPerMinute - Math.floor(epochMinutes);
}

let clock: Intl.DateTimeFormat | undefined;
function amsterdamClock(): Intl.DateTimeFormat {
  // Made once, when first needed: making one costs more than a thousand uses.
  clock ??= new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Amsterdam',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  return clock;
}

function utcMilliseconds(day: CalendarDay): number {
  const milliseconds = readDay(day);
  if (Number.isNaN(milliseconds)) throw new RangeError(`Not a calendar day: ${day}`);
  return milliseconds;
}

/** Milliseconds since 1970 at the day's 00:00 UTC, NaN when there is no such day. */
function readDay(text: string): number {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return Number.NaN;
  const milliseconds = Date.parse(`${text}T00:00:00Z`);
  // Some engines read 2026-02-30 as 2 March, so the day of the month must come back the same.
  return new Date(milliseconds).getUTCDate() === Number(text.slice(8)) ? milliseconds : Number.NaN;
}

function isoDay(milliseconds: number): CalendarDay {
  return new Date(milliseconds).toISOString().slice(0, 10);
}
