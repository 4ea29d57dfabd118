import { addDays, type CalendarDay } from '../basics/calendar-day.ts';
import { multiplyHalfUp, plainDecimal } from '../basics/money.ts';
import type { HourUnit } from '../hour-types/hour-type.words.ts';

/** A line of hours or an allowance, with what SETU calls it. */
interface TimecardLine {
  number: number;
  date: CalendarDay | null;
  startsAt: string | null;
  endsAt: string | null;
  minutes: number;
  quantity: number | null;
  kind: string;
  unit: HourUnit;
  payShareBp: number;
  billShareBp: number;
  payRateCents: number | null;
  budgetNumber: string | null;
}

/** An approved worksheet, and who they are that it is between. */
export interface Timecard {
  reference: string;
  periodStartsOn: CalendarDay;
  periodEndsOn: CalendarDay;
  supplierKvk: string | null;
  supplierVat: string | null;
  customerNumber: string;
  customerKvk: string | null;
  customerVat: string | null;
  employeeNumber: string;
  employeeName: string;
  placementNumber: string;
  submittedBy: string;
  submittedAt: string;
  approvedBy: string;
  approvedAt: string;
  lines: readonly TimecardLine[];
}

export const lineId = ({ reference }: Timecard, { number }: TimecardLine): string => `${reference}-${number}`;

const minutesOf = ({ unit, minutes, quantity }: TimecardLine): number => (unit === 'hours' ? minutes : (quantity ?? 0));
export const hours = (line: TimecardLine): string => plainDecimal(multiplyHalfUp(minutesOf(line), 100));

/** What was paid of one, and how many; an expense is one of its own amount. */
export const allowance = ({ unit, quantity, payRateCents }: TimecardLine): { cents: number; hundredths: number } =>
  unit === 'euros'
    ? { cents: quantity ?? 0, hundredths: 100 }
    : { cents: payRateCents ?? 0, hundredths: quantity ?? 0 };

/** Local time, as it was written. Hours without times begin with their day; a total with its period. */
export const startOf = ({ periodStartsOn }: Timecard, { date, startsAt }: TimecardLine): string =>
  `${date ?? periodStartsOn}T${startsAt ?? '00:00'}:00`;
/** A shift that ends before it begins ends on the next day. */
export function endOf({ date, startsAt, endsAt }: TimecardLine): string | undefined {
  if (date === null || startsAt === null || endsAt === null) return undefined;
  return `${endsAt <= startsAt ? addDays(date, 1) : date}T${endsAt}:00`;
}
