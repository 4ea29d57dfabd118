import type { ParseKeys } from 'i18next';
import { hasKeypad } from '../../../ui/field.tsx';

const texts: Record<string, ParseKeys<'hours'>> = {
  'hours-not-understood': 'wrong.hours-not-understood',
  'hours-negative': 'wrong.hours-negative',
  'minutes-negative': 'wrong.hours-negative',
  'hours-too-fine': 'wrong.hours-too-fine',
  'hours-are-money': 'wrong.hours-are-money',
  'hours-missing': 'wrong.hours-missing',
  'amount-not-understood': 'wrong.amount-not-understood',
  'amount-too-fine': 'wrong.amount-too-fine',
  'quantity-too-large': 'wrong.quantity-too-large',
  'surcharge-over-hours': 'wrong.surcharge-over-hours',
  'below-zero': 'wrong.below-zero',
  'day-overfull': 'wrong.day-overfull',
  'period-overfull': 'wrong.period-overfull',
  'date-outside-period': 'wrong.date-outside',
  'date-outside-placement': 'wrong.date-outside',
  'start-missing': 'wrong.start-missing',
  'end-missing': 'wrong.end-missing',
  'time-not-understood': 'wrong.time-not-understood',
  'shift-empty': 'wrong.shift-empty',
  'break-not-understood': 'wrong.break-not-understood',
  'break-too-long': 'wrong.break-too-long',
  'times-overlap': 'wrong.times-overlap',
  'text-too-long': 'wrong.text-too-long',
  'unknown-hour-type': 'wrong.unknown-hour-type',
  'receipt-missing': 'wrong.receipt-missing',
  'receipt-gone': 'wrong.receipt-gone',
  'budget-number-missing': 'wrong.budget-number-missing',
  'budget-number-in-note': 'wrong.budget-number-in-note',
  'budget-number-unknown': 'wrong.budget-number-unknown',
};

/** The words for what is wrong with a field. */
export const wrongText = (code: string): ParseKeys<'hours'> =>
  code === 'hours-not-understood' && hasKeypad() ? 'wrong.hours-on-keypad' : (texts[code] ?? 'wrong.other');
