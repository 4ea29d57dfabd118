import { dutchHolidays } from '@konnekt/shared/holidays/dutch-holidays';
import type { Holiday, HolidayList } from '@konnekt/shared/holidays/holiday.schema';

/** By date, what a holiday is called in both languages; nothing for a day that is none. So two people who tick other days both get theirs. */
export type HolidayValues = Record<string, string>;

// On two lines: a name has one.
const written = ({ nameNl, nameEn }: Holiday): string => `${nameNl}\n${nameEn}`;
function read(date: string, names: string): Holiday {
  const [nameNl = '', nameEn = ''] = names.split('\n');
  return { date, nameNl, nameEn };
}

export const holidayForm = ({ year, days }: Pick<HolidayList, 'year' | 'days'>): HolidayValues => ({
  ...Object.fromEntries(dutchHolidays(year).map(({ date }) => [date, ''])),
  ...Object.fromEntries(days.map((day) => [day.date, written(day)])),
});

/** The days that are holidays, in their order. */
export const holidaysIn = (values: HolidayValues): Holiday[] =>
  Object.entries(values)
    .filter(([, names]) => names !== '')
    .map(([date, names]) => read(date, names))
    .sort((one, other) => one.date.localeCompare(other.date));

/** With these days as the holidays; what is not among them is none any more. */
export const withHolidays = (values: HolidayValues, days: readonly Holiday[]): HolidayValues => ({
  ...Object.fromEntries(Object.keys(values).map((date) => [date, ''])),
  ...Object.fromEntries(days.map((day) => [day.date, written(day)])),
});
