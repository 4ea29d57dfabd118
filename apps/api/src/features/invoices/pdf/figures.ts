import { calendarDayAt, weekdayOf } from '@konnekt/shared/basics/calendar-day';
import { localTimeAt } from '@konnekt/shared/basics/local-time';
import { hoursToRead } from '@konnekt/shared/basics/minutes';
import { formatHundredths, formatMoney, formatQuantity } from '@konnekt/shared/basics/money';
import { isTime } from '@konnekt/shared/hour-types/hour-type.words';
import type { InvoiceLine } from '@konnekt/shared/invoices/invoice.contract';
import { invoiceWords } from './invoice-words.ts';

/** Amounts, quantities and days as they stand on a page in a language. */
export function figuresIn(language: 'nl' | 'en') {
  const words = invoiceWords[language];
  const money = (cents: number): string => formatMoney(cents, language);
  const day = (date: string | null): string => date?.split('-').toReversed().join('-') ?? '';
  return {
    money,
    day,
    percent: (basisPoints: number): string => formatHundredths(basisPoints, language, 'needed'),
    weekday: (date: string): string => `${words.weekdays[weekdayOf(date) - 1]} ${day(date)}`,
    hours: (minutes: number): string => `${hoursToRead(minutes, language)} ${words.units.hours}`,
    moment: (at: string): string => `${day(calendarDayAt(at))} ${localTimeAt(at)}`,
    quantity({ unit, size }: Pick<InvoiceLine, 'unit' | 'size'>): string {
      if (isTime(unit)) return `${hoursToRead(size, language)} ${words.units.hours}`;
      if (unit === 'euros') return money(size);
      const figure = formatQuantity(size, language);
      return unit === 'kilometres' ? `${figure} ${words.units.kilometres}` : figure;
    },
  };
}

/** What is there, of what may be. */
export const known = <T>(...values: (T | null | undefined | false | '' | 0)[]): T[] =>
  values.filter((value): value is T => Boolean(value));
