import { IconCheck, IconClock, IconLoader2, IconMinus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { call } from '../../../api/client.ts';
import { useFormat } from '../../../i18n/format.ts';
import { paths } from '../../../kit/address/paths.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Panel } from '../../../ui/panel.tsx';
import log from '../invoice-log.module.css';
import { mostLooks } from '../payment-queries.ts';
import { type DayStep, daySteps, type useInvoiceDay } from './use-invoice-day.ts';

type Day = ReturnType<typeof useInvoiceDay>;

/** How far an invoice day is: each step with what it did, and what was left out and why. */
export function DayProgress({ day }: { day: Day }) {
  const { t } = useTranslation('finance');
  const says: Record<DayStep, ReactNode> = {
    prepare: <Prepared result={day.result} />,
    finalise: <Finals result={day.result} />,
    send: <Sent result={day.result} />,
  };
  const isDone: Record<DayStep, boolean> = {
    prepare: day.result.prepared !== undefined,
    finalise: day.result.finals !== undefined,
    send: day.result.sent !== undefined,
  };
  return (
    <Panel title={t('day.progress')}>
      <ul className={log.log} aria-live="polite">
        {daySteps.map((step) => (
          <li key={step}>
            <span>
              <strong>{t(`day.step.${step}`)}</strong>
              {says[step]}
            </span>
            <span className={log.end}>
              <StepState isRunning={day.running === step} isDone={isDone[step]} isOver={!day.isRunning} />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function StepState({ isRunning, isDone, isOver }: { isRunning: boolean; isDone: boolean; isOver: boolean }) {
  const { t } = useTranslation('finance');
  if (isRunning)
    return (
      <Badge icon={IconLoader2} tone="info">
        {t('day.running')}
      </Badge>
    );
  if (isDone)
    return (
      <Badge icon={IconCheck} tone="good">
        {t('day.done')}
      </Badge>
    );
  return (
    <Badge icon={isOver ? IconMinus : IconClock} tone="quiet">
      {t(isOver ? 'day.skipped' : 'day.waits')}
    </Badge>
  );
}

function Prepared({ result: { prepared } }: { result: Day['result'] }) {
  const { t } = useTranslation('finance');
  const format = useFormat();
  if (!prepared) return null;
  const { drafts, leftOut } = prepared;
  return (
    <>
      <span className={log.quiet}>{t('day.drafts', { count: drafts, number: format.count(drafts) })}</span>
      {leftOut > 0 && (
        <span className={log.wrong}>
          <Link to={paths.invoices}>{t('day.leftOut', { count: leftOut, number: format.count(leftOut) })}</Link>
        </span>
      )}
    </>
  );
}

function Finals({ result: { finals, drafts = [] } }: { result: Day['result'] }) {
  const { t } = useTranslation(['finance', 'invoices']);
  const format = useFormat();
  if (!finals) return null;
  const numbers = finals.done.map(({ number }) => number).toSorted();
  const ends = [...new Set([numbers.at(0), numbers.at(-1)])].filter(Boolean).join(' – ');
  return (
    <>
      <span className={log.quiet}>
        {t('day.finals', { count: numbers.length, number: format.count(numbers.length) })} {ends}
      </span>
      {finals.refused.map(({ id, code }) => {
        const draft = drafts.find((one) => one.id === id);
        return (
          <span key={id} className={log.wrong}>
            <Link to={paths.invoice(id)}>{draft?.organisationName ?? id}</Link>: {t(`invoices:refused.${code}`)}
          </span>
        );
      })}
    </>
  );
}

function Sent({ result: { sent, finals, drafts = [] } }: { result: Day['result'] }) {
  const { t } = useTranslation('finance');
  const format = useFormat();
  const onTheWay = useQuery({
    queryKey: ['invoices', 'day', sent?.done.length],
    queryFn: ({ signal }) => call('GET /api/invoices', { query: { sending: 'on-its-way', limit: 1 } }, { signal }),
    enabled: (sent?.done.length ?? 0) > 0,
    refetchInterval: ({ state }) => (state.data?.total === 0 || state.dataUpdateCount >= mostLooks ? false : 2000),
    staleTime: 0,
  });
  if (!sent) return null;
  const waiting = onTheWay.data?.total ?? 0;
  return (
    <>
      <span className={log.quiet}>
        {t('mail.done', { count: sent.done.length, number: format.count(sent.done.length) })}{' '}
        {waiting > 0 && t('day.onTheWay', { count: waiting, number: format.count(waiting) })}
      </span>
      {sent.refused.map(({ id, code }) => (
        <span key={id} className={log.wrong}>
          <Link to={paths.invoice(id)}>
            {finals?.done.find((one) => one.id === id)?.number} {drafts.find((one) => one.id === id)?.organisationName}
          </Link>
          : {t(`mail.notSent.${code}`)}
        </span>
      ))}
    </>
  );
}
