import type { RegistrationRow } from '@konnekt/shared/registration/registration.contract';
import { IconCheck, IconCircleDashed, IconCornerUpLeft, IconLock, IconPencil, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import classes from './registration-state.module.css';

const looks = {
  nothing: { icon: IconCircleDashed, tone: 'quiet' },
  'to-send': { icon: IconPencil, tone: 'warn' },
  sent: { icon: IconCheck, tone: 'good' },
  'with-supplements': { icon: IconPlus, tone: 'good' },
  closed: { icon: IconLock, tone: 'quiet' },
} as const;

/** How far somebody's hours of the period are, by word and icon. */
export function RegistrationStateBadge({
  row,
}: {
  row: Pick<RegistrationRow, 'state' | 'closed' | 'worksheet' | 'supplements'>;
}) {
  const { t } = useTranslation('registration');
  const state = row.closed === null ? row.state : 'closed';
  const isReturned = state === 'to-send' && [row.worksheet, ...row.supplements].some((part) => part?.returned);
  const { icon, tone } = looks[state];
  const Icon = isReturned ? IconCornerUpLeft : icon;
  return (
    <span className={classes.badge} data-tone={isReturned ? 'bad' : tone}>
      <Icon size={14} stroke={2} aria-hidden />
      {isReturned ? t('people.returned') : t(`state.${state}`)}
    </span>
  );
}

/** The days on which the job runs, where those are not all of the period. */
export function OnlyDays({
  row,
  period,
}: {
  row: Pick<RegistrationRow, 'openFrom' | 'openUntil'>;
  period: { startsOn: string; endsOn: string };
}) {
  const { t } = useTranslation('registration');
  const format = useFormat();
  const { openFrom, openUntil } = row;
  if (openFrom === period.startsOn && openUntil === period.endsOn) return null;
  return (
    <span className={classes.days}>
      {openFrom === openUntil
        ? t('people.onlyDay', { day: format.dayOfMonth(openFrom) })
        : t('people.onlyDays', { range: format.range(openFrom, openUntil) })}
    </span>
  );
}
