import type { Deadline } from '@konnekt/shared/home/home.contract';
import { IconCalendarDue } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import classes from './deadline-notice.module.css';

/** Supervisors approve, register, or do both. */
export type DeadlineReader = 'supervisor' | 'registrar' | 'both' | 'employee' | 'office';

/** The next payroll run: as a date, and as what is left. */
export function DeadlineNotice(props: { deadline: Deadline; today: string; reader: DeadlineReader }) {
  const { t } = useTranslation('home');
  const format = useFormat();
  const { approveBy, approveByMinutes, paidOn } = props.deadline;
  return (
    <p className={classes.deadline}>
      <IconCalendarDue size={18} stroke={1.75} aria-hidden />
      <span>
        {t(`deadline.${props.reader}`, {
          day: format.dayUntil(approveBy, approveByMinutes),
          left: format.leftUntil(approveBy, approveByMinutes, props.today),
          paid: format.dayInWords(paidOn),
        })}
      </span>
    </p>
  );
}
