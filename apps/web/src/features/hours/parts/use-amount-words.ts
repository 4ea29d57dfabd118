import type { HourUnit } from '@konnekt/shared/hour-types/hour-type.words';
import { formatInUnit } from '@konnekt/shared/hour-types/quantity';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';

/** An amount with its unit: `38,50`, `12,5 km`, `€ 7,50`. Hours are what is counted unless said otherwise. */
export function useAmountWords() {
  const { t } = useTranslation('hours');
  const format = useFormat();
  return (amount: number, unit: HourUnit): string => {
    if (unit === 'hours') return format.hours(amount);
    const size = formatInUnit({ minutes: 0, quantity: amount }, unit, format.language);
    return unit === 'euros' ? `€\u00a0${size}` : `${size}\u00a0${t(`unit.${unit}`)}`;
  };
}
