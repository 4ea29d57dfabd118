import { addDays, calendarDayAt, isCalendarDay, weekdayOf } from '@konnekt/shared/basics/calendar-day';
import { IconCalendarCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/format.ts';
import { BackLink } from '../../../kit/address/back-link.tsx';
import { paths } from '../../../kit/address/paths.ts';
import { DayField } from '../../../kit/form/day-field.tsx';
import { Button } from '../../../ui/button.tsx';
import { CheckField } from '../../../ui/form-fields.tsx';
import layout from '../../../ui/form-layout.module.css';
import { Loaded } from '../../../ui/loaded.tsx';
import { Page } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { toastProblem } from '../../../ui/toast.tsx';
import classes from '../invoice-page.module.css';
import { readyQuery } from '../invoice-queries.ts';
import { useInvoiceWords } from '../use-invoice-words.ts';
import { DayDialog } from './day-dialog.tsx';
import { DayProgress } from './day-progress.tsx';
import { type DayStep, daySteps, draftsQuery, useInvoiceDay } from './use-invoice-day.ts';

export { InvoiceDayPage as Component };

/** A week's invoices in one go: what is ready, which steps, and what became of each. */
function InvoiceDayPage() {
  const { t } = useTranslation('finance');
  const format = useFormat();
  const words = useInvoiceWords();
  const [until, setUntil] = useState(lastSunday);
  const [invoiceDate, setInvoiceDate] = useState(() => calendarDayAt(new Date()));
  const [steps, setSteps] = useState<ReadonlySet<DayStep>>(new Set(daySteps));
  const [withDrafts, setWithDrafts] = useState(true);
  const [isAsking, setIsAsking] = useState(false);
  const day = useInvoiceDay();
  const drafts = useQuery({ ...draftsQuery(until), enabled: isCalendarDay(until) });
  const ready = useQuery({ ...readyQuery(until), enabled: isCalendarDay(until) });
  const there = drafts.data ?? [];
  const taken = withDrafts ? there.length : 0;
  const made = steps.has('prepare') ? (ready.data?.items.filter(({ lacks }) => lacks.length === 0).length ?? 0) : 0;
  const run = () => {
    setIsAsking(false);
    const leave = new Set(withDrafts ? [] : there.map(({ id }) => id));
    day.run({ until, invoiceDate, steps, leave }, { onError: toastProblem });
  };
  // What is there is known before anything becomes final.
  const isReady = isCalendarDay(until) && isCalendarDay(invoiceDate) && steps.size > 0 && drafts.isSuccess;
  const toggle = (step: DayStep, on: boolean) =>
    setSteps(new Set(daySteps.filter((one) => (one === step ? on : steps.has(one)))));
  return (
    <Page title={t('day.title')} lead={t('day.lead')} above={<BackLink to={paths.invoices}>{t('bank.back')}</BackLink>}>
      <div className={classes.parts}>
        <Panel title={t('day.what')}>
          <div className={layout.fields}>
            <DayField label={t('day.until')} value={until} onChange={setUntil} />
            <DayField label={t('day.date')} value={invoiceDate} onChange={setInvoiceDate} />
            {daySteps.map((step) => (
              <CheckField
                key={step}
                label={t(`day.step.${step}`)}
                checked={steps.has(step)}
                disabled={step === 'send' && !steps.has('finalise')}
                onChange={({ currentTarget }) => toggle(step, currentTarget.checked)}
              />
            ))}
          </div>
          {isCalendarDay(until) && <Ready until={until} />}
          {there.length > 0 && steps.has('finalise') && (
            <CheckField
              label={t('day.withDrafts', {
                count: there.length,
                number: format.count(there.length),
                amount: words.money(
                  there.reduce((sum, { kind, netCents }) => sum + (kind === 'credit' ? -1 : 1) * netCents, 0),
                ),
              })}
              checked={withDrafts}
              onChange={({ currentTarget }) => setWithDrafts(currentTarget.checked)}
            />
          )}
          <div style={{ marginTop: 16 }}>
            <Button
              disabled={!isReady}
              loading={day.isRunning}
              leftSection={<IconCalendarCheck size={18} stroke={1.8} aria-hidden />}
              onClick={() => (steps.has('finalise') ? setIsAsking(true) : run())}
            >
              {t('day.go')}
            </Button>
          </div>
        </Panel>
        {isAsking && (
          <DayDialog
            made={made}
            taken={taken}
            isMailed={steps.has('send')}
            onClose={() => setIsAsking(false)}
            onSure={run}
          />
        )}
        {(day.isRunning || Object.keys(day.result).length > 0) && <DayProgress day={day} />}
      </div>
    </Page>
  );
}

/** How much is ready up to a day, and what is missing of it. */
function Ready({ until }: { until: string }) {
  const { t } = useTranslation('finance');
  const format = useFormat();
  const words = useInvoiceWords();
  const query = useQuery(readyQuery(until));
  return (
    <Loaded query={query} skeleton={<Skeleton rows={1} />}>
      {({ items }) => {
        const lacking = items.filter(({ lacks }) => lacks.length > 0);
        const cents = items.reduce((sum, { netCents }) => sum + netCents, 0);
        return (
          <p className={layout.quiet}>
            {t('day.ready', { count: items.length, number: format.count(items.length), amount: words.money(cents) })}{' '}
            {lacking.length > 0 && (
              <Link to={`${paths.invoices}?until=${until}`}>
                {t('day.lacking', { count: lacking.length, number: format.count(lacking.length) })}
              </Link>
            )}
          </p>
        );
      }}
    </Loaded>
  );
}

/** The Sunday before today: the last week that is over. */
function lastSunday(): string {
  const today = calendarDayAt(new Date());
  return addDays(today, -weekdayOf(today));
}
