import { dutchHolidays } from '@konnekt/shared/holidays/dutch-holidays';
import type { HolidayList } from '@konnekt/shared/holidays/holiday.schema';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { RecordForm } from '../../kit/form/record-form.tsx';
import { useRecordForm } from '../../kit/form/use-record-form.ts';
import { Button } from '../../ui/button.tsx';
import { CheckGroup } from '../../ui/form-fields.tsx';
import classes from './holiday-editor.module.css';
import { useSaveHolidays } from './holiday-queries.ts';
import { holidayForm, holidaysIn, withHolidays } from './holiday-values.ts';
import { OtherDay } from './other-day.tsx';
import { useHolidayName } from './use-holiday-name.ts';

/** The Dutch holidays of a year to tick, and others by day and name. Nothing is stored before it is saved. */
export function HolidayForm(props: { list: HolidayList; refresh: () => Promise<unknown>; children: ReactNode }) {
  const { t } = useTranslation(['settings', 'office']);
  const format = useFormat();
  const nameOf = useHolidayName();
  const { list, refresh } = props;
  const { year } = list;
  const save = useSaveHolidays(list);
  const form = useRecordForm({
    stored: useMemo(() => holidayForm(list), [list]),
    save: (values) => save(holidaysIn(values)),
    formOf: holidayForm,
    refresh,
  });
  const days = holidaysIn(form.values);
  const known = dutchHolidays(year).map(({ isUsual, ...day }) => ({ isUsual, day }));
  const offered = [...days, ...known.map(({ day }) => day), ...list.days]
    .filter((day, at, all) => all.findIndex(({ date }) => date === day.date) === at)
    .sort((one, other) => one.date.localeCompare(other.date));
  const choose = (dates: readonly string[]) =>
    form.change(
      withHolidays(
        form.values,
        offered.filter(({ date }) => dates.includes(date)),
      ),
    );
  return (
    <RecordForm
      form={form}
      isNew={!list.isOwn}
      nameOf={(date) => format.day(date)}
      submit={t('office:form.save')}
      saved={t('holidays.saved', { year })}
    >
      <div className={classes.form}>
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
              onClick={() => choose(known.filter(({ isUsual }) => isUsual).map(({ day }) => day.date))}
            >
              {t('holidays.usual')}
            </Button>
          </div>
        )}
        <OtherDay year={year} taken={days} onAdd={(day) => form.change(withHolidays(form.values, [...days, day]))} />
        {props.children}
      </div>
    </RecordForm>
  );
}
