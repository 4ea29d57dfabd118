import type { Holiday } from '@konnekt/shared/holidays/holiday.schema';
import { useFormat } from '../../../i18n/format.ts';
import classes from './holiday-mark.module.css';

/** Says at a day which public holiday it is, where it is one. */
export function HolidayMark({ holidays, day }: { holidays: readonly Holiday[]; day: string }) {
  const { nameOf } = useFormat();
  const holiday = holidays.find(({ date }) => date === day);
  return holiday && <em className={classes.mark}>{nameOf(holiday)}</em>;
}
