import type { Language } from '@konnekt/shared/basics/actor';
import { addDays, type CalendarDay, calendarDayAt, daysBetween } from '@konnekt/shared/basics/calendar-day';
import { localTimeAt } from '@konnekt/shared/basics/local-time';
import { formatClock, hoursToRead } from '@konnekt/shared/basics/minutes';
import { formatMoney, formatQuantity } from '@konnekt/shared/basics/money';
import type { HourUnit } from '@konnekt/shared/hour-types/hour-type.words';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { dayWordsIn } from './day-words.ts';

export interface PeriodName {
  type: 'week' | 'four-weeks' | 'month';
  year: number;
  number: number;
  startsOn: CalendarDay;
  endsOn: CalendarDay;
}

export type Format = ReturnType<typeof formatIn>;

const endOfDay = 24 * 60;
/** Minutes after midnight as a clock: 09:30. */
const clockOfDay = (minutes: number) => formatClock(minutes).padStart(5, '0');

/** Everything that is written differently in another language, in the language in use. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'nl';
  const format = formats.get(language) ?? formatIn(language, i18n.getFixedT(language, 'common'));
  formats.set(language, format);
  return format;
}

/** Made once for each language: a formatter of dates costs more than the row it is in. */
const formats = new Map<Language, Format>();

/** Dates as Dutch people write them in either language: 24-11-2026, 24 Nov 2026; a 24-hour clock in both. */
export function formatIn(language: Language, t: TFunction<'common'>) {
  const locale = language === 'nl' ? 'nl-NL' : 'en-GB';
  const { day, dayOfMonth, dayAndYear, dayInWords, dayInFull, month, weekday, weekdayLong } = dayWordsIn(language);
  const momentOf = (instant: string) =>
    `${day(calendarDayAt(instant))}${language === 'nl' ? ' ' : ', '}${localTimeAt(instant)}`;

  const hours = (minutes: number) => hoursToRead(minutes, language);
  /** What a line holds, in the unit of its hour type: `7,50`, `6,00 u toeslag`, `1.190 km`, `€ 12,50`, `3 stuks` */
  const inUnit = (size: number, unit: HourUnit): string => {
    if (unit === 'hours') return hours(size);
    if (unit === 'euros') return formatMoney(size, language);
    const amount = unit === 'surcharge' ? hours(size) : formatQuantity(size, language);
    return t(`inUnit.${unit}`, { amount, count: Math.abs(size) / 100 });
  };
  const signed = (size: number, write: (size: number) => string) => `${size > 0 ? '+' : ''}${write(size)}`;
  const list = (type: Intl.ListFormatOptions['type']) => {
    let format: Intl.ListFormat | undefined;
    return (names: readonly string[]) => {
      format ??= new Intl.ListFormat(locale, { type });
      return format.format(names);
    };
  };
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  let numbers: Intl.NumberFormat | undefined;

  return {
    language,
    /** `45,50` or `45.50` */
    hours,
    /** `45,50 uur` or `45.50 hours` */
    hoursLong: (minutes: number) => t('hoursCount', { hours: hours(minutes) }),
    /** All hours of a list, and how many of them were worked where that is not all: `45,50 uur, waarvan 40,00 gewerkt`; none of one too long to count */
    hoursOfList: ({ totalMinutes, workedMinutes }: { totalMinutes: number | null; workedMinutes: number | null }) =>
      totalMinutes === null || workedMinutes === null
        ? null
        : totalMinutes === workedMinutes
          ? t('hoursCount', { hours: hours(totalMinutes) })
          : t('hoursOfWhich', { hours: hours(totalMinutes), worked: hours(workedMinutes) }),
    /** `+4,50` or `−4,50` */
    hoursDifference: (minutes: number) => signed(minutes, hours),
    inUnit,
    differenceInUnit: (size: number, unit: HourUnit) => signed(size, (size) => inUnit(size, unit)),
    /** What was named in both languages: an hour type, a public holiday, a link. */
    nameOf: ({ nameNl, nameEn }: { nameNl: string; nameEn: string }) => (language === 'nl' ? nameNl : nameEn),
    /** `Anna, Bram of Carla` */
    oneOf: list('disjunction'),
    /** `Anna, Bram en Carla` */
    allOf: list('conjunction'),
    /** `7:30` */
    clock: formatClock,
    /** `1.234` or `1,234` */
    count: (value: number) => {
      numbers ??= new Intl.NumberFormat(locale);
      return numbers.format(value);
    },
    /** `24-11-2026` or `24 Nov 2026` */
    day,
    /** `24 nov` or `24 Nov` */
    dayOfMonth,
    /** `dinsdag 24 november` or `Tuesday 24 November` */
    dayInWords,
    /** `dinsdag 24 november 2026` or `Tuesday 24 November 2026` */
    dayInFull,
    /** `di` or `Tue` */
    weekday,
    weekdayLong,
    /** `24-11-2026 09:12` or `24 Nov 2026, 09:12`, in Amsterdam */
    moment: momentOf,
    /** Until when: a midnight is the end of the day before it, `30-11-2026`. */
    momentUntil: (instant: string) =>
      localTimeAt(instant) === '00:00' ? day(calendarDayAt(new Date(Date.parse(instant) - 1))) : momentOf(instant),
    /** `09:12`, in Amsterdam */
    time: localTimeAt,
    /** `16 – 22 nov`, and the year where it is not this one. */
    range: (from: CalendarDay, until: CalendarDay) => {
      const isNow = (day: CalendarDay) => day.slice(0, 4) === String(new Date().getFullYear());
      const sameMonth = from.slice(0, 7) === until.slice(0, 7);
      const sameYear = from.slice(0, 4) === until.slice(0, 4);
      const first = sameMonth ? Number(from.slice(8)) : sameYear || isNow(from) ? dayOfMonth(from) : dayAndYear(from);
      return `${first} – ${isNow(until) && (sameYear || isNow(from)) ? dayOfMonth(until) : dayAndYear(until)}`;
    },
    /** `Week 47`, `Periode 12`, `November 2026`; the year too unless it is plain from the place. */
    period: (period: Pick<PeriodName, 'type' | 'year' | 'number' | 'startsOn'>, withYear = true) => {
      if (period.type === 'month') return capital(month(period.startsOn));
      return t(withYear ? `period.${period.type}Year` : `period.${period.type}`, period);
    },
    /** The period inside a sentence: `week 47` */
    periodInText: (period: Pick<PeriodName, 'type' | 'number' | 'startsOn'>) =>
      period.type === 'month' ? month(period.startsOn) : t(`period.inText.${period.type}`, period),
    /** A day with an hour where that is not its end: `maandag 30 november om 12:00`. */
    dayUntil: (day: CalendarDay, minutes: number) =>
      minutes >= endOfDay ? dayInWords(day) : t('deadline.dayAt', { day: dayInWords(day), time: clockOfDay(minutes) }),
    /** What is left until an hour of a day, or its end: `morgen, eind van de dag`. */
    leftUntil: (day: CalendarDay, minutes: number, today: CalendarDay) => {
      const isEnd = minutes >= endOfDay;
      const time = clockOfDay(minutes);
      const days = daysBetween(today, day);
      if (days < 0) return t('deadline.overdue', { when: dayOfMonth(day) });
      if (days === 0) return isEnd ? t('deadline.today') : t('deadline.todayAt', { time });
      if (day !== addDays(today, 1)) return t('deadline.days', { count: days });
      return isEnd ? t('deadline.tomorrow') : t('deadline.tomorrowAt', { time });
    },
  };
}
