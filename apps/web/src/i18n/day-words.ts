import type { Language } from '@konnekt/shared/basics/actor';
import { type CalendarDay, weekdayOf } from '@konnekt/shared/basics/calendar-day';

/**
 * Days in words, as the browser's own formatters write them but for a comma (day-words.test.ts). Each of those takes a phone some ten milliseconds to
 * make, and a screen needs three before it shows anything.
 */
export function dayWordsIn(language: Language) {
  const { months, monthsShort, weekdays, weekdaysShort } = names[language];
  const dayOf = (day: CalendarDay) => Number(day.slice(8));
  const yearOf = (day: CalendarDay) => Number(day.slice(0, 4));
  const monthIn = (words: readonly string[], day: CalendarDay) => words[Number(day.slice(5, 7)) - 1];
  const weekdayIn = (words: readonly string[], day: CalendarDay) => words[weekdayOf(day) - 1] ?? '';
  const dayInWords = (day: CalendarDay) => `${weekdayIn(weekdays, day)} ${dayOf(day)} ${monthIn(months, day)}`;
  const dayOfMonth = (day: CalendarDay) => `${dayOf(day)} ${monthIn(monthsShort, day)}`;
  const dayAndYear = (day: CalendarDay) => `${dayOfMonth(day)} ${yearOf(day)}`;
  return {
    day: language === 'nl' ? (day: CalendarDay) => day.split('-').reverse().join('-') : dayAndYear,
    dayOfMonth,
    dayAndYear,
    dayInWords,
    dayInFull: (day: CalendarDay) => `${dayInWords(day)} ${yearOf(day)}`,
    month: (day: CalendarDay) => `${monthIn(months, day)} ${yearOf(day)}`,
    weekday: (day: CalendarDay) => weekdayIn(weekdaysShort, day),
    weekdayLong: (day: CalendarDay) => weekdayIn(weekdays, day),
  };
}

const wordsOf = (text: string) => text.split(' ');
const names = {
  nl: {
    months: wordsOf('januari februari maart april mei juni juli augustus september oktober november december'),
    monthsShort: wordsOf('jan feb mrt apr mei jun jul aug sep okt nov dec'),
    weekdays: wordsOf('maandag dinsdag woensdag donderdag vrijdag zaterdag zondag'),
    weekdaysShort: wordsOf('ma di wo do vr za zo'),
  },
  en: {
    months: wordsOf('January February March April May June July August September October November December'),
    monthsShort: wordsOf('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'),
    weekdays: wordsOf('Monday Tuesday Wednesday Thursday Friday Saturday Sunday'),
    weekdaysShort: wordsOf('Mon Tue Wed Thu Fri Sat Sun'),
  },
};
