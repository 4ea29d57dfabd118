import type { MissingRate } from '@konnekt/shared/placements/rate.schema';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';

/** Says which hours have no rate: their type, the first day, and how many lines. */
export function useMissingRate() {
  const { t } = useTranslation('worksheets');
  const format = useFormat();
  return ({ code, nameNl, nameEn, date, lines }: MissingRate): string => {
    const type = `${format.nameOf({ nameNl, nameEn })} (${code})`;
    return date
      ? t('missingRate.dated', { type, day: format.day(date), count: lines })
      : t('missingRate.undated', { type, count: lines });
  };
}
