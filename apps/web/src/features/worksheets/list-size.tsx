import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import type { WorksheetPage } from './parts/worksheet-queries.ts';

/** As far as the API counts. */
const mostCounted = 10_000;

/** How many worksheets a list holds, and their hours; of more than are counted only that. */
export function ListSize({ first }: { first: WorksheetPage }) {
  const { t } = useTranslation('worksheets');
  const format = useFormat();
  const { total } = first;
  if (total >= mostCounted) return t('past.many', { count: total, number: format.count(mostCounted) });
  return t('past.lead', { count: total, number: format.count(total), hours: format.hoursOfList(first) });
}
