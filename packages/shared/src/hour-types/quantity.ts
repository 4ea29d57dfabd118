import { formatHours, type HoursError, parseHours } from '../basics/minutes.ts';
import { type AmountError, formatHundredths, parseHundredths } from '../basics/money.ts';
import { type HourUnit, isTime, mostQuantity } from './hour-type.words.ts';

export type QuantityError = HoursError | AmountError | 'quantity-too-large';

/**
 * What somebody typed in a field of a hour type, as the line holds it: minutes of time, or a quantity in its unit (surcharge minutes, hundredths
 * of a kilometre or piece, cents) and no minutes. `ofDay`: the field is of one day.
 */
export function parseInUnit(
  text: string,
  unit: HourUnit,
  options: { ofDay?: boolean } = {},
): { minutes: number; quantity: number | null; isRounded?: true } | { error: QuantityError } {
  if (isTime(unit)) {
    const read = parseHours(text, options);
    if ('error' in read) return read;
    return unit === 'hours' ? { ...read, quantity: null } : { ...read, minutes: 0, quantity: read.minutes };
  }
  const read = parseHundredths(text.replace(/\b(km|kilometers?|kilometres?|euro?s?|st|stuks|pieces?|pcs)\b\.?/gi, ''));
  if ('error' in read) return read;
  if (read.hundredths > mostQuantity) return { error: 'quantity-too-large' };
  return { minutes: 0, quantity: read.hundredths };
}

/** The same as it stands in its field, `7,50` or `190`; reading it gives the same again. */
export function formatInUnit(
  { minutes, quantity }: { minutes: number; quantity: number | null },
  unit: HourUnit,
  language: 'nl' | 'en',
): string {
  if (unit === 'hours') return formatHours(minutes, language);
  if (unit === 'surcharge') return formatHours(quantity ?? 0, language);
  const size = formatHundredths(Math.abs(quantity ?? 0), language, unit === 'euros' ? 'all' : 'needed');
  return (quantity ?? 0) < 0 ? `-${size}` : size;
}
