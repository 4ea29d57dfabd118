import { useFormat } from '../../i18n/format.ts';

/** The days of the week to choose from: of a week whose Monday is the first. */
export function useWeekdays() {
  const format = useFormat();
  return (['1', '2', '3', '4', '5', '6', '7'] as const).map((value) => ({
    value,
    label: format.weekdayLong(`2024-01-0${value}`),
  }));
}
