import { isCalendarDay } from '@konnekt/shared/basics/calendar-day';
import type { Placement } from '@konnekt/shared/placements/placement.schema';
import { isOpenForEntry } from '@konnekt/shared/worksheets/worksheet.status';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Output } from '../../api/client.ts';
import { useFormat } from '../../i18n/format.ts';
import { paths } from '../../kit/address/paths.ts';
import { Notice } from '../../ui/notice.tsx';
import classes from './hours-outside.module.css';
import { hoursOutside } from './parts/placement-queries.ts';

/**
 * Which hours would fall outside the placement if it began and ended on these days, before that is saved: what was sent stands in the way, and
 * what was only saved stays for its writer to mend.
 */
export function HoursOutside(props: { placement: Placement; startsOn: string; endsOn: string }) {
  const { t } = useTranslation('placements');
  const { placement, startsOn, endsOn } = props;
  const isNew = startsOn !== placement.startsOn || endsOn !== (placement.endsOn ?? '');
  const isAsked =
    placement.hasWorksheets && isNew && isCalendarDay(startsOn) && (endsOn === '' || isCalendarDay(endsOn));
  const { data } = useQuery({ ...hoursOutside(placement.id, startsOn, endsOn), enabled: isAsked });
  if (!isAsked || !data || data.items.length === 0) return null;
  const [saved, sent] = [true, false].map((isOpen) =>
    data.items.filter(({ status }) => isOpenForEntry(status) === isOpen),
  );
  return (
    <div className={classes.notices} role="status">
      {sent && sent.length > 0 && (
        <Notice tone="warn" title={t('outside.sent')}>
          <Weeks items={sent} />
          {t('outside.sentText')}
        </Notice>
      )}
      {saved && saved.length > 0 && (
        <Notice tone="info" title={t('outside.saved')}>
          <Weeks items={saved} />
          {t('outside.savedText')}
        </Notice>
      )}
    </div>
  );
}

function Weeks({ items }: Output<'GET /api/placements/:id/hours-outside'>) {
  const { t } = useTranslation(['placements', 'common']);
  const format = useFormat();
  return (
    <ul className={classes.weeks}>
      {items.map(({ worksheetId, period, status, minutes }) => (
        <li key={worksheetId}>
          <Link to={paths.worksheet(worksheetId)}>{format.period(period)}</Link>
          <span className="figures">{format.hoursLong(minutes)}</span>
          <span>{t(`common:status.${status}`)}</span>
        </li>
      ))}
    </ul>
  );
}
