import type { Holiday } from '@konnekt/shared/holidays/holiday.schema';
import { useFormat } from '../../i18n/format.ts';

/** A holiday with its day, in the language of the screen. */
export function useHolidayName(): (day: Holiday) => string {
  const format = useFormat();
  return (day) => `${format.dayInWords(day.date)}: ${format.nameOf(day)}`;
}
