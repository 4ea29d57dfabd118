import type { Holiday } from '@konnekt/shared/holidays/holiday.schema';
import { useFormat } from '../../i18n/format.ts';

/** A holiday with its day, in the language of the screen. */
export function useHolidayName(): (day: Holiday) => string {
  const { language, ...format } = useFormat();
  return ({ date, nameNl, nameEn }) => `${format.dayInWords(date)}: ${language === 'nl' ? nameNl : nameEn}`;
}
