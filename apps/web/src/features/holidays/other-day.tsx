import { isCalendarDay } from '@konnekt/shared/basics/calendar-day';
import type { Holiday } from '@konnekt/shared/holidays/holiday.schema';
import { longestHolidayName } from '@konnekt/shared/holidays/holiday.words';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayField } from '../../kit/form/day-field.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import classes from './holiday-editor.module.css';

/** A day that is no Dutch holiday: a fair, a day of the firm. */
export function OtherDay(props: { year: number; taken: readonly Holiday[]; onAdd: (day: Holiday) => void }) {
  const { t } = useTranslation(['settings', 'office']);
  const { year, taken, onAdd } = props;
  const blank = { date: '', nameNl: '', nameEn: '' };
  const [typed, setTyped] = useState(blank);
  const [problem, setProblem] = useState<'date' | 'year' | 'taken' | 'name'>();
  function add() {
    const { date, nameNl, nameEn } = typed;
    const name = nameNl.trim() || nameEn.trim();
    const found = !isCalendarDay(date)
      ? 'date'
      : !date.startsWith(`${year}-`)
        ? 'year'
        : taken.some((day) => day.date === date)
          ? 'taken'
          : name === ''
            ? 'name'
            : undefined;
    setProblem(found);
    if (found) return;
    onAdd({ date, nameNl: nameNl.trim() || name, nameEn: nameEn.trim() || name });
    setTyped(blank);
  }
  const wrong = problem && t(`holidays.wrong.${problem}`, { year });
  return (
    <fieldset className={classes.other}>
      <legend>{t('holidays.other')}</legend>
      <DayField
        label={t('holidays.date')}
        value={typed.date}
        min={`${year}-01-01`}
        max={`${year}-12-31`}
        error={problem && problem !== 'name' ? wrong : undefined}
        onChange={(date) => setTyped({ ...typed, date })}
      />
      <TextField
        label={t('field.nameNl')}
        maxLength={longestHolidayName}
        value={typed.nameNl}
        error={problem === 'name' ? wrong : undefined}
        onChange={({ currentTarget }) => setTyped({ ...typed, nameNl: currentTarget.value })}
      />
      <TextField
        label={t('field.nameEn')}
        maxLength={longestHolidayName}
        value={typed.nameEn}
        onChange={({ currentTarget }) => setTyped({ ...typed, nameEn: currentTarget.value })}
      />
      <Button variant="default" onClick={add}>
        {t('holidays.add')}
      </Button>
    </fieldset>
  );
}
