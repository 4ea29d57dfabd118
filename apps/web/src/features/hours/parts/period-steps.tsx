import { calendarDayAt } from '@konnekt/shared/basics/calendar-day';
import { nextPeriod, type Period, previousPeriod } from '@konnekt/shared/periods/period';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { agencyQuery } from '../../../api/session-queries.ts';
import classes from './period-steps.module.css';

/** To the period before and after, as far as the job runs and the present reaches. */
export function PeriodSteps(props: {
  period: Period;
  placement: { startsOn: string; endsOn: string | null };
  to: (period: Period) => string;
}) {
  const { t } = useTranslation('hours');
  const { data: agency } = useQuery(agencyQuery);
  const { period, placement, to } = props;
  const today = calendarDayAt(new Date());
  const before = previousPeriod(period, agency?.weekFiftyThree);
  const after = nextPeriod(period, agency?.weekFiftyThree);
  const hasBefore = before.endsOn >= placement.startsOn;
  const hasAfter = after.startsOn <= today && (placement.endsOn === null || after.startsOn <= placement.endsOn);
  return (
    <nav className={classes.steps} aria-label={t('steps.label')}>
      <Step to={hasBefore ? to(before) : undefined} label={t(`steps.previous.${period.type}`)}>
        <IconChevronLeft size={18} stroke={1.75} aria-hidden />
      </Step>
      <Step to={hasAfter ? to(after) : undefined} label={t(`steps.next.${period.type}`)}>
        <IconChevronRight size={18} stroke={1.75} aria-hidden />
      </Step>
    </nav>
  );
}

function Step({ to, label, children }: { to: string | undefined; label: string; children: ReactNode }) {
  if (!to) {
    return (
      <span className={classes.step} data-off aria-hidden>
        {children}
      </span>
    );
  }
  return (
    <Link className={classes.step} to={to} aria-label={label} title={label}>
      {children}
    </Link>
  );
}
