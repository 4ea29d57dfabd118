import { eachDay } from '@konnekt/shared/basics/calendar-day';
import type { Holiday } from '@konnekt/shared/holidays/holiday.schema';
import type { Registration } from '@konnekt/shared/registration/registration.contract';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { hoursKey, hourTypeOfKey } from './typed-hours.ts';

/** A column of the grid: an hour type, a day of one hour type, or the budget number. */
export interface GridColumn {
  /** A `hoursKey`, or `budgetNumber`. */
  key: string;
  /** At the head of the column; `above` is a quiet word before it. */
  name: string;
  above?: string;
  /** The public holiday that its day is, at a client of the list. */
  holiday?: Holiday | undefined;
  /** In the name of each of its fields, for who does not see the head. */
  label: string;
}

export const budgetColumn = 'budgetNumber';

/**
 * The columns: hour types for the whole period, or the days of one hour type. Hour types beside the usual ones show when hours
 * stand in them (`keys`) or when somebody asked (`shown`).
 */
export function useGridColumns(
  registration: Registration,
  choice: { days: string; shown: readonly string[]; keys: ReadonlySet<string>; hasBudgetNumber: boolean },
) {
  const { t } = useTranslation('registration');
  const format = useFormat();
  const { hourTypes, period } = registration;
  const types = useMemo(
    () =>
      hourTypes.map(({ id, code, kind, ...names }) => ({
        id,
        code,
        kind,
        name: format.nameOf(names),
      })),
    [hourTypes, format],
  );
  const ofDays = types.find(({ code }) => code === choice.days);
  const { shown, keys, hasBudgetNumber } = choice;
  const { organisations, rows } = registration;
  const holidays = useMemo(() => {
    const here = new Set(rows.map(({ placement }) => placement.organisationId));
    return organisations.flatMap(({ id, holidays }) => (here.has(id) ? holidays : []));
  }, [organisations, rows]);
  const columns = useMemo((): GridColumn[] => {
    const budget = hasBudgetNumber
      ? [{ key: budgetColumn, name: t('entry.budgetNumber'), label: t('entry.budgetNumber') }]
      : [];
    if (ofDays) {
      const whole = {
        key: hoursKey(ofDays.id, null),
        name: t('entry.wholePeriod'),
        label: `${ofDays.name}, ${t('entry.wholePeriod')}`,
      };
      const days = eachDay(period.startsOn, period.endsOn).map((day) => ({
        key: hoursKey(ofDays.id, day),
        above: format.weekday(day),
        name: format.dayOfMonth(day),
        holiday: holidays.find(({ date }) => date === day),
        label: `${ofDays.name}, ${format.dayInWords(day)}`,
      }));
      return [...(keys.has(whole.key) ? [whole] : []), ...days, ...budget];
    }
    const used = new Set([...shown, ...[...keys].map(hourTypeOfKey)]);
    const inPeriod = types
      .filter(({ id, kind }) => kind === 'normal' || kind === 'overtime' || used.has(id))
      .map(({ id, name }) => ({ key: hoursKey(id, null), name, label: name }));
    return [...inPeriod, ...budget];
  }, [types, ofDays, shown, keys, hasBudgetNumber, period, holidays, format, t]);
  return { columns, types, ofDays };
}
