import { formatMoney, formatQuantity } from '@konnekt/shared/basics/money';
import { type HourUnit, isTime } from '@konnekt/shared/hour-types/hour-type.words';
import { useFormat } from '../../../i18n/format.ts';

/** How much of an hour type: `45,50`, `190 km`, `€ 12,50`, `3 ×`. */
export function useSizes() {
  const { hours, language } = useFormat();
  const written = (unit: HourUnit, size: number): string => {
    if (isTime(unit)) return hours(size);
    if (unit === 'euros') return formatMoney(size, language);
    return `${formatQuantity(size, language)} ${unit === 'kilometres' ? 'km' : '×'}`;
  };
  const money = (cents: number): string => formatMoney(cents, language);
  const moneyDifference = (cents: number): string => formatMoney(cents, language, '+');
  const difference = (unit: HourUnit, size: number): string => {
    if (size === 0) return '=';
    if (unit === 'euros') return moneyDifference(size);
    return `${size > 0 ? '+' : ''}${written(unit, size)}`;
  };
  return { written, difference, money, moneyDifference };
}

/** Minutes of time, the quantity of all else. */
export const sizeIn = (unit: HourUnit, { minutes, quantity }: { minutes: number; quantity: number }): number =>
  unit === 'hours' ? minutes : quantity;
