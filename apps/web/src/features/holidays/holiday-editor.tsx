import type { HolidayList } from '@konnekt/shared/holidays/holiday.schema';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import layout from '../../ui/form-layout.module.css';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { toast, toastProblem } from '../../ui/toast.tsx';
import classes from './holiday-editor.module.css';
import { HolidayForm } from './holiday-form.tsx';
import { useSaveHolidays } from './holiday-queries.ts';
import { useHolidayName } from './use-holiday-name.ts';

/** The holidays of a year. A client goes by the agency's list until it gets one of its own. */
export function HolidayEditor({ list, refresh }: { list: HolidayList; refresh: () => Promise<unknown> }) {
  const { t } = useTranslation('settings');
  const nameOf = useHolidayName();
  const { year, days } = list;
  const isClients = list.organisationId !== null;
  const [isBegun, setIsBegun] = useState(false);
  const save = useSaveHolidays(list);
  const goByAgency = useMutation({
    mutationFn: () => save(null),
    onSuccess: () => toast({ tone: 'good', message: t('holidays.saved', { year }) }),
    onError: toastProblem,
  });
  const asAgency = () => {
    setIsBegun(false);
    if (list.isOwn) goByAgency.mutate();
  };
  return (
    <Panel title={t('holidays.list', { year })}>
      {list.isOwn || !isClients || isBegun ? (
        <HolidayForm list={list} refresh={refresh}>
          {isClients && (
            <div>
              <Button variant="default" loading={goByAgency.isPending} onClick={asAgency}>
                {t('holidays.asAgency')}
              </Button>
            </div>
          )}
        </HolidayForm>
      ) : (
        <>
          <Notice
            tone="info"
            actions={
              <Button size="xs" variant="default" onClick={() => setIsBegun(true)}>
                {t('holidays.makeOwn')}
              </Button>
            }
          >
            {t('holidays.agencys')}
          </Notice>
          <ul className={classes.days}>
            {days.map((day) => (
              <li key={day.date}>{nameOf(day)}</li>
            ))}
            {days.length === 0 && <li className={layout.quiet}>{t('holidays.none')}</li>}
          </ul>
        </>
      )}
    </Panel>
  );
}
