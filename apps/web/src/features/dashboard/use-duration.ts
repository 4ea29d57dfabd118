import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';

/** How long something took, as one says it: minutes, hours, or days. */
export function useDuration() {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  return (minutes: number | null): string => {
    if (minutes === null) return '–';
    if (minutes < 60) return t('minutes', { count: minutes });
    const hours = Math.round(minutes / 60);
    return hours < 48
      ? t('hoursLong', { count: hours })
      : t('days', { count: Math.round(hours / 24), days: format.count(Math.round(hours / 24)) });
  };
}
