import type { Dashboard } from '@konnekt/shared/dashboard/dashboard.contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../i18n/format.ts';
import type { Column } from '../../kit/list/column.ts';
import { RecordList } from '../../kit/list/record-list.tsx';
import { phaseAddress } from '../status/parts/phase-address.ts';
import { BehindLink } from './behind-link.tsx';
import classes from './dashboard.module.css';
import { inTwoLines } from './in-two-lines.ts';

type Row = Dashboard['periods'][number];
const phases = { done: 'done', toFinalise: 'to-finalise', toApprove: 'to-approve' } as const;

/** The same numbers, newest first; each opens the list that it is the sum of. */
export function PeriodHours(props: { periods: readonly Row[]; organisationId: string | undefined }) {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const { organisationId } = props;
  const open = (part: keyof typeof phases): Column<Row> => ({
    id: part,
    header: t(`hours.${part}`),
    cell: ({ period, [part]: minutes }) =>
      minutes === 0 ? (
        '–'
      ) : (
        <Link
          to={phaseAddress(phases[part], { period, organisationId }, true)}
          className={classes.count}
          aria-label={t('hours.open', {
            period: format.period(period),
            phase: t(`hours.${part}`),
            hours: format.hours(minutes),
          })}
        >
          {format.hours(minutes)}
        </Link>
      ),
    isFigure: true,
  });
  /** All that was asked of a period, sent or not. */
  const openAll = ({ period }: Row, phase: string, hours: string) => (
    <BehindLink
      of={{ show: 'asked', from: period.startsOn, organisation: organisationId }}
      label={t('hours.open', { period: format.period(period), phase, hours })}
    >
      {hours}
    </BehindLink>
  );
  const columns: Column<Row>[] = [
    {
      id: 'period',
      header: t('hours.period'),
      cell: ({ period }) => <strong>{inTwoLines(format.period(period))}</strong>,
    },
    open('done'),
    open('toFinalise'),
    open('toApprove'),
    {
      id: 'missing',
      header: t('hours.missing'),
      cell: ({ period, missing }) =>
        missing === 0 ? (
          '–'
        ) : (
          <Link
            to={phaseAddress('to-fill', { period, organisationId }, true)}
            className={classes.count}
            aria-label={t('hours.openMissing', { period: format.period(period), number: format.count(missing) })}
          >
            {format.count(missing)}
          </Link>
        ),
      isFigure: true,
    },
    {
      id: 'planned',
      header: t('hours.planned'),
      cell: (row) => openAll(row, t('hours.planned'), format.hours(row.plannedMinutes)),
      isFigure: true,
      rank: 2,
    },
    {
      id: 'difference',
      header: t('hours.difference'),
      cell: (row) =>
        openAll(
          row,
          t('hours.difference'),
          format.hoursDifference(row.done + row.toFinalise + row.toApprove - row.plannedMinutes),
        ),
      isFigure: true,
      rank: 1,
    },
  ];
  return (
    <RecordList
      label={t('hours.title')}
      rows={props.periods.toReversed()}
      keyOf={({ period }) => period.startsOn}
      columns={columns}
    />
  );
}
