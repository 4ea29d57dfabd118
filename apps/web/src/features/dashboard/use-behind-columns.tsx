import type { BehindRow } from '@konnekt/shared/dashboard/dashboard.contract';
import type { BehindNumber } from '@konnekt/shared/dashboard/dashboard.words';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../i18n/format.ts';
import { paths } from '../../kit/address/paths.ts';
import type { Column } from '../../kit/list/column.ts';
import { recordLink, recordQuiet } from '../../kit/list/record-list.tsx';
import { StatusBadge } from '../worksheets/parts/status-badge.tsx';
import { inTwoLines } from './in-two-lines.ts';
import { useDuration } from './use-duration.ts';

/** What a row behind a number shows: what it is of, and what the number counts. */
export function useBehindColumns(show: BehindNumber): Column<BehindRow>[] {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const duration = useDuration();
  const isOfTimes = show === 'approved' || show === 'approved-late' || show === 'sent-late';
  const columns: Column<BehindRow>[] = [
    {
      id: 'employee',
      header: t('late.employee'),
      cell: ({ id, employeeName, organisationName }, gone) => (
        <>
          {id === null ? (
            <strong>{employeeName}</strong>
          ) : (
            <Link to={paths.worksheet(id)} className={recordLink}>
              {employeeName}
            </Link>
          )}
          {gone.has('organisation') && <span className={recordQuiet}>{organisationName}</span>}
        </>
      ),
    },
    { id: 'organisation', header: t('organisations.name'), cell: ({ organisationName }) => organisationName, rank: 3 },
    { id: 'period', header: t('hours.period'), cell: ({ period }) => inTwoLines(format.period(period)) },
    {
      id: 'state',
      header: t('behind.state'),
      cell: ({ status, deadline }) =>
        status === null ? (
          <>
            {t('behind.notSent')}
            <span className={recordQuiet}>{t('behind.deadline', { moment: format.momentUntil(deadline) })}</span>
          </>
        ) : (
          <StatusBadge status={status} />
        ),
      rank: 2,
    },
    {
      id: 'worked',
      header: t('hours.title'),
      cell: ({ workedMinutes }) => format.hours(workedMinutes),
      isFigure: true,
    },
    {
      id: 'planned',
      header: t('hours.planned'),
      cell: ({ plannedMinutes }) => format.hours(plannedMinutes),
      isFigure: true,
      rank: 1,
    },
  ];
  if (isOfTimes)
    columns.push(
      {
        id: 'sent',
        header: t('behind.sent'),
        cell: ({ firstSentAt, deadline }) => (
          <>
            {firstSentAt ? format.moment(firstSentAt) : '–'}
            {show === 'sent-late' && (
              <span className={recordQuiet}>{t('behind.deadline', { moment: format.momentUntil(deadline) })}</span>
            )}
          </>
        ),
        rank: 4,
      },
      {
        id: 'approved',
        header: t('organisations.median'),
        cell: ({ approvalMinutes, deadline }) => (
          <>
            {duration(approvalMinutes)}
            {show === 'approved-late' && (
              <span className={recordQuiet}>{t('behind.deadline', { moment: format.momentUntil(deadline) })}</span>
            )}
          </>
        ),
        isFigure: true,
      },
    );
  return columns;
}
