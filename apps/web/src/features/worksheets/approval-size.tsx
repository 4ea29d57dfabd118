import type { WorksheetRow } from '@konnekt/shared/worksheets/worksheet-list.schema';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import type { WorksheetPage } from './parts/worksheet-queries.ts';

/** What waits, all of it, and what of it the filter shows. */
export function ApprovalSize({ first, shown }: { first: WorksheetPage; shown: readonly WorksheetRow[] | undefined }) {
  const { t } = useTranslation('worksheets');
  const format = useFormat();
  const ofAll = format.hoursOfList(first);
  const all =
    ofAll === null
      ? t('approve.leadMany', { number: format.count(first.total) })
      : t('approve.lead', { count: first.total, hours: ofAll });
  if (!shown) return all;
  const sum = (key: 'totalMinutes' | 'workedMinutes') => shown.reduce((minutes, row) => minutes + row[key], 0);
  const hours = format.hoursOfList({ totalMinutes: sum('totalMinutes'), workedMinutes: sum('workedMinutes') });
  return `${all} ${t('approve.shownOf', { count: shown.length, hours })}`;
}
