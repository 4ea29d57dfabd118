import type { Language } from '@konnekt/shared/basics/actor';
import type { CalendarDay } from '@konnekt/shared/basics/calendar-day';

/** How days and moments are written in mails. */
const weekday = { weekday: 'long', day: 'numeric', month: 'long' } as const;

/** `maandag 23 november 2026 om 10:00`, in Amsterdam. */
export const momentIn = written(
  { ...weekday, year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'Europe/Amsterdam' },
  (at: Date) => at,
);

/** `24 november 2026` */
export const dayIn = writtenDay({ day: 'numeric', month: 'long', year: 'numeric' });
/** `maandag 23 november` */
export const weekdayIn = writtenDay(weekday);
/** `november 2026`, of a day in it. */
export const monthIn = writtenDay({ month: 'long', year: 'numeric' });

/** A plain day is put at noon UTC and read in UTC, so that no zone can move it. */
function writtenDay(options: Intl.DateTimeFormatOptions) {
  return written({ ...options, timeZone: 'UTC' }, (day: CalendarDay) => new Date(`${day}T12:00:00Z`));
}

function written<Value>(options: Intl.DateTimeFormatOptions, at: (value: Value) => Date) {
  const formats = { nl: new Intl.DateTimeFormat('nl-NL', options), en: new Intl.DateTimeFormat('en-GB', options) };
  return (value: Value, language: Language): string => formats[language].format(at(value));
}
