import { calendarDayAt } from '@konnekt/shared/basics/calendar-day';
import { IconCalendarEvent, IconCircleCheck, IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { problemMessage } from '../../../api/problem-message.ts';
import { useFormat } from '../../../i18n/format.ts';
import { paths } from '../../../kit/address/paths.ts';
import { Button } from '../../../ui/button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { toast } from '../../../ui/toast.tsx';
import classes from './deadline-guard.module.css';
import { phaseAddress, type Shown } from './phase-address.ts';
import { type DeadlineFilter, deadlineQuery, useRemind } from './status-queries.ts';
import { UnsentHours, WaitingClients } from './waited-for.tsx';

/**
 * What of a period does not make the payroll run yet: who has not sent, which clients it waits for, and who was asked when. One press
 * reminds just those. Without a period it is the last week that is over.
 */
export function DeadlineGuard({ filter, isOpen = false }: { filter: DeadlineFilter; isOpen?: boolean }) {
  const { t } = useTranslation('status');
  const format = useFormat();
  const { data } = useQuery(deadlineQuery(filter));
  if (!data) return null;
  const { period, deadline, expected, notSent, declined, waiting, toFinalise } = data;
  const shown: Shown = { period, organisationId: filter.organisationId };
  const { approveBy, approveByMinutes } = deadline;
  const only = {
    periodType: period.type,
    year: period.year,
    period: period.number,
    organisationId: filter.organisationId,
  };
  const isDone = notSent + declined + waiting + toFinalise === 0;
  return (
    <Panel
      title={t('deadline.title', {
        period: format.period(period),
        day: format.dayUntil(approveBy, approveByMinutes),
        left: format.leftUntil(approveBy, approveByMinutes, calendarDayAt(new Date())),
      })}
    >
      {data.holidays.map(({ date, nameNl, nameEn }) => (
        <p key={date} className={classes.holiday}>
          <IconCalendarEvent size={18} stroke={1.75} aria-hidden />
          <span>
            {t('deadline.holiday', {
              day: format.dayInWords(date),
              name: format.nameOf({ nameNl, nameEn }),
              paidOn: format.dayInWords(deadline.paidOn),
            })}{' '}
            <Link to={paths.payrollRuns}>{t('deadline.toRuns')}</Link>
          </span>
        </p>
      ))}
      {isDone ? (
        <p className={classes.done}>
          <IconCircleCheck size={18} stroke={1.75} aria-hidden />
          {t(expected === 0 ? 'deadline.nobody' : 'deadline.done', { period: format.periodInText(period) })}
        </p>
      ) : (
        <ul className={classes.lines}>
          {notSent + declined > 0 && (
            <li>
              <Link to={`${phaseAddress('to-fill', shown, true)}&sort=-status`}>
                {t('deadline.notSent', { count: notSent, expected: format.count(expected) })}
                {declined > 0 && `, ${t('deadline.declined', { count: declined })}`}
              </Link>
              <Remind round="employees" only={only} />
              <UnsentHours late={data.late} isOpen={isOpen} />
            </li>
          )}
          {waiting > 0 && (
            <li>
              <Link to={phaseAddress('to-approve', shown, true)}>{t('deadline.waiting', { count: waiting })}</Link>
              <Remind round="supervisors" only={only} />
              <WaitingClients clients={data.clients} isOpen={isOpen} />
            </li>
          )}
          {toFinalise > 0 && (
            <li>
              <Link to={phaseAddress('to-finalise', shown, true)}>
                {t('deadline.toFinalise', { count: toFinalise })}
              </Link>
            </li>
          )}
        </ul>
      )}
    </Panel>
  );
}

function Remind({
  round,
  only,
}: {
  round: 'employees' | 'supervisors';
  only: Omit<Parameters<ReturnType<typeof useRemind>['mutate']>[0], 'round'>;
}) {
  const { t } = useTranslation(['status', 'common']);
  const remind = useRemind();
  return (
    <Button
      variant="default"
      size="xs"
      leftSection={<IconSend size={16} stroke={1.75} aria-hidden />}
      loading={remind.isPending}
      onClick={() =>
        remind.mutate(
          { round, ...only },
          {
            onSuccess: ({ mails }) => toast({ tone: 'good', message: t('deadline.mails', { count: mails }) }),
            onError: (error) => toast({ tone: 'bad', message: problemMessage(error) }),
          },
        )
      }
    >
      {t(round === 'employees' ? 'deadline.remindEmployees' : 'deadline.remindSupervisors')}
    </Button>
  );
}
