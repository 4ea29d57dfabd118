import type { ParseKeys } from 'i18next';
import { hasKeypad } from '../../ui/field.tsx';

const texts: Record<string, ParseKeys<'registration'>> = {
  'hours-not-understood': 'wrong.hours-not-understood',
  'hours-negative': 'wrong.hours-negative',
  'minutes-negative': 'wrong.hours-negative',
  'hours-too-fine': 'wrong.hours-too-fine',
  'day-overfull': 'wrong.day-overfull',
  'period-overfull': 'wrong.period-overfull',
  'date-outside-period': 'wrong.date-outside',
  'date-outside-placement': 'wrong.date-outside',
  'unknown-hour-type': 'wrong.unknown-hour-type',
  'budget-number-missing': 'wrong.budget-number-missing',
  'budget-number-unknown': 'wrong.budget-number-unknown',
  'text-too-long': 'wrong.text-too-long',
};

/** The words for what is wrong with a field. */
export const wrongHoursText = (code: string): ParseKeys<'registration'> =>
  code === 'hours-not-understood' && hasKeypad() ? 'wrong.hours-on-keypad' : (texts[code] ?? 'wrong.other');
