import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import type { WorksheetPage } from './parts/worksheet-queries.ts';

/** How many worksheets a list holds, and their hours; of more than are counted only that. */
export function ListSize({ first }: { first: WorksheetPage }) {
  const { t } = useTranslation('worksheets');
  const format = useFormat();
  const { total } = first;
  const [number, hours] = [format.count(total), format.hoursOfList(first)];
  return hours === null ? t('past.many', { number }) : t('past.lead', { count: total, number, hours });
}
