import { dutchHolidays } from '@konnekt/shared/holidays/dutch-holidays';
import type { Holiday, HolidayList } from '@konnekt/shared/holidays/holiday.schema';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { isProblem } from '../../api/problem.ts';
import { problemMessage } from '../../api/problem-message.ts';
import { useFormat } from '../../i18n/format.ts';
import { LeaveGuard } from '../../kit/form/leave-guard.tsx';
import { recordKeys } from '../../kit/form/record-keys.ts';
import { Button } from '../../ui/button.tsx';
import { CheckGroup } from '../../ui/form-fields.tsx';
import layout from '../../ui/form-layout.module.css';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { toast } from '../../ui/toast.tsx';
import classes from './holiday-editor.module.css';
import { OtherDay } from './other-day.tsx';

/** The holidays of a year: the Dutch ones to tick, and others by day and name. Nothing is stored before it is saved. */
export function HolidayEditor({ list, refresh }: { list: HolidayList; refresh: () => void }) {
  const { t } = useTranslation(['settings', 'office', 'common']);
  const { language, ...format } = useFormat();
  const queryClient = useQueryClient();
  const { organisationId, year } = list;
  const isClients = organisationId !== null;
  const [days, setDays] = useState<readonly Holiday[]>(list.days);
  // A client goes by the agency's list until it gets one of its own.
  const [isOwn, setIsOwn] = useState(list.isOwn || !isClients);
  const known = dutchHolidays(year);
  const offered = [...known.map(({ isUsual: _, ...day }) => day), ...days]
    .filter((day, at, all) => all.findIndex(({ date }) => date === day.date) === at)
    .sort((one, other) => one.date.localeCompare(other.date));
  const nameOf = (day: Holiday) => {
    const stored = days.find(({ date }) => date === day.date) ?? day;
    return `${format.dayInWords(day.date)}: ${language === 'nl' ? stored.nameNl : stored.nameEn}`;
  };
  const isChanged = JSON.stringify(days) !== JSON.stringify(list.days);

  const save = useMutation({
    mutationFn: (to: readonly Holiday[] | null) =>
      call('PUT /api/office/holidays', {
        body: { organisationId, year, version: list.version, days: to && [...to] },
      }),
    onSuccess: async () => {
      toast({ tone: 'good', message: t('holidays.saved', { year }) });
      await queryClient.invalidateQueries({ queryKey: recordKeys.all });
    },
  });
  function goByAgency() {
    if (list.isOwn) return save.mutate(null);
    setDays(list.days);
    setIsOwn(false);
  }
  const choose = (dates: readonly string[]) =>
    setDays(
      offered
        .filter(({ date }) => dates.includes(date))
        .map((day) => days.find(({ date }) => date === day.date) ?? day),
    );

  return (
    <Panel title={t('holidays.list', { year })}>
      <LeaveGuard isDirty={() => isOwn && isChanged} />
      {isClients && !isOwn && (
        <Notice
          tone="info"
          actions={
            <Button size="xs" variant="default" onClick={() => setIsOwn(true)}>
              {t('holidays.makeOwn')}
            </Button>
          }
        >
          {t('holidays.agencys')}
        </Notice>
      )}
      {isOwn ? (
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            save.mutate(days);
          }}
        >
          <CheckGroup
            label={t('holidays.days')}
            description={t('holidays.hint')}
            options={offered.map((day) => ({ value: day.date, label: nameOf(day) }))}
            value={days.map(({ date }) => date)}
            onChange={choose}
          />
          {days.length === 0 && (
            <div>
              <Button
                variant="default"
                onClick={() => choose(known.filter(({ isUsual }) => isUsual).map(({ date }) => date))}
              >
                {t('holidays.usual')}
              </Button>
            </div>
          )}
          <OtherDay year={year} taken={days} onAdd={(day) => setDays([...days, day].sort(byDay))} />
          {save.error && (
            <Notice
              tone="bad"
              role="alert"
              actions={
                isProblem(save.error, 'record-changed') && (
                  <Button size="xs" variant="default" onClick={refresh}>
                    {t('holidays.again')}
                  </Button>
                )
              }
            >
              {isProblem(save.error, 'record-changed') ? t('holidays.changed') : problemMessage(t as never, save.error)}
            </Notice>
          )}
          <div className={classes.acts}>
            {isClients && (
              <Button variant="default" onClick={goByAgency}>
                {t('holidays.asAgency')}
              </Button>
            )}
            <Button type="submit" loading={save.isPending}>
              {t('office:form.save')}
            </Button>
          </div>
        </form>
      ) : (
        <ul className={classes.days}>
          {days.map((day) => (
            <li key={day.date}>{nameOf(day)}</li>
          ))}
          {days.length === 0 && <li className={layout.quiet}>{t('holidays.none')}</li>}
        </ul>
      )}
    </Panel>
  );
}

const byDay = (one: Holiday, other: Holiday): number => one.date.localeCompare(other.date);
