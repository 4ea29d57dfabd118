import type { WorksheetRow } from '@konnekt/shared/worksheets/worksheet-list.schema';
import { IconMessage2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../i18n/format.ts';
import type { Gone } from '../../kit/list/column.ts';
import hidden from '../../ui/hidden.module.css';
import { StatusBadge } from './parts/status-badge.tsx';
import { useRowAddress } from './use-row-address.ts';
import classes from './worksheet-columns.module.css';

/** The employee, with what has no column of its own. */
export function Who({ row, gone }: { row: WorksheetRow; gone: Gone }) {
  const { t } = useTranslation('worksheets');
  const format = useFormat();
  const facts = [
    row.functionName,
    row.kind !== 'regular' && t(`worksheetKind.${row.kind}`),
    gone.has('period') && format.period(row.period),
  ];
  return (
    <span className={classes.who}>
      <Name row={row} gone={gone}>
        {row.employeeName}
      </Name>
      <small>{facts.filter(Boolean).join(' · ')}</small>
      {gone.has('organisation') && <small>{row.organisationName}</small>}
      {gone.has('status') && <StatusBadge status={row.status} />}
    </span>
  );
}

export function Period({ row, showEmployee, gone }: { row: WorksheetRow; showEmployee: boolean; gone: Gone }) {
  const { t } = useTranslation('worksheets');
  const format = useFormat();
  const { period } = row;
  const range = period.type === 'month' ? '' : format.range(period.startsOn, period.endsOn);
  if (showEmployee) {
    return (
      <span className={classes.period}>
        {format.period(period, false)}
        <small>{range}</small>
      </span>
    );
  }
  const facts = [
    range,
    row.functionName,
    row.kind !== 'regular' && t(`worksheetKind.${row.kind}`),
    gone.has('organisation') && row.organisationName,
  ];
  return (
    <span className={classes.who}>
      <Name row={row} gone={gone}>
        {format.period(period)}
      </Name>
      <small>{facts.filter(Boolean).join(' · ')}</small>
      {gone.has('status') && <StatusBadge status={row.status} />}
    </span>
  );
}

/** What opens a worksheet, or where it is typed. */
function Name({ row, gone, children }: { row: WorksheetRow; gone: Gone; children: string }) {
  const to = useRowAddress()(row);
  return (
    <span>
      {to === undefined ? (
        <span className={classes.name}>{children}</span>
      ) : (
        <Link to={to} className={classes.name} data-open>
          {children}
        </Link>
      )}
      {gone.has('remark') && row.hasRemark && (
        <>
          {' '}
          <RemarkMark />
        </>
      )}
    </span>
  );
}

/** Nothing is a dash that reads as nothing, so that what is there stands out. */
export function Figure({ minutes }: { minutes: number }) {
  const format = useFormat();
  return minutes === 0 ? <span className={classes.nothing}>–</span> : format.hours(minutes);
}

export function RemarkMark() {
  const { t } = useTranslation('worksheets');
  return (
    <span className={classes.remark} title={t('hasRemark')}>
      <IconMessage2 size={16} stroke={1.75} aria-hidden />
      <span className={hidden.hidden}>{t('hasRemark')}</span>
    </span>
  );
}
