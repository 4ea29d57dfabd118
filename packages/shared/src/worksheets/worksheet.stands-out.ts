import { type CalendarDay, daysBetween } from '../basics/calendar-day.ts';
import { lawLimits } from './working-time.limits.ts';
import { isSent, type WorksheetStatus } from './worksheet.status.ts';

/** What sets a worksheet apart from normal, first-hand in a list. */
export const standOutCodes = [
  'correction',
  'added-later',
  'sent-as-declined',
  'more-than-planned',
  'less-than-planned',
  'more-than-previous',
  'over-legal-maximum',
  'clashes-elsewhere',
  'days-ahead',
  'no-budget-number',
  'no-rate',
  'no-receipt',
  'first-period',
  'last-period',
] as const;
export type StandOutCode = (typeof standOutCodes)[number];

/** From how many minutes of difference a week it is told: the agency's settings, and its week of the working-time law. */
export interface StandsOutFrom {
  plannedMinutes: number;
  previousMinutes: number;
  weekLimitMinutes?: number | undefined;
}

interface Compared {
  /** A supplement is a part of a period: what was sent of the whole is compared. */
  kind: 'regular' | 'supplement' | 'correction';
  status: WorksheetStatus | null;
  workedMinutes: number;
  minutesByKind: Partial<Record<string, number>>;
  /** None: nothing was agreed to hold it against. */
  plannedMinutes: number;
  previousMinutes: number | null;
  /** Hours of the person in another placement that cannot be true together with these. */
  clashes: boolean;
  /** What the agency's last approval looks at: a line without the budget number that its client asks for, or without a rate on its day. */
  lacksBudgetNumber?: boolean;
  lacksRate?: boolean;
  /** A line has no receipt, and its hour type asks for one. */
  lacksReceipt?: boolean;
  /** What was sent is what came back the time before. */
  isSentAsDeclined?: boolean;
  /** Work on days that are still to come. */
  hasDaysAhead?: boolean;
  /** Of a part: worked in the whole period by now, with all that was sent of it. None where this is the whole. */
  periodWorkedMinutes: number | null;
  /** How the placement runs. */
  startsOn: string;
  endsOn: string | null;
}

/** Kinds of hours that were agreed and not worked. */
export const absences = ['leave', 'sick', 'holiday'] as const;

/** Of the agreed hours: leave, sickness and holidays fill them, too. */
export const accountedMinutes = ({ workedMinutes, minutesByKind }: Pick<Compared, 'workedMinutes' | 'minutesByKind'>) =>
  absences.reduce((sum, absence) => sum + (minutesByKind[absence] ?? 0), workedMinutes);

/** More than agreed is worked; less is what nothing accounts for. */
export const differenceFromAgreed = (of: {
  workedMinutes: number;
  accountedMinutes: number;
  plannedMinutes: number;
}) =>
  of.workedMinutes > of.plannedMinutes
    ? of.workedMinutes - of.plannedMinutes
    : Math.min(0, of.accountedMinutes - of.plannedMinutes);

/**
 * Difference from what was agreed, and from the period before, of all that was sent of the period; less than agreed is told of a whole that
 * was sent. And what deserves a look by itself: hours elsewhere at the same time, a placement that begins or ends.
 */
export function whatStandsOut(
  compared: Compared,
  period: { startsOn: CalendarDay; endsOn: CalendarDay },
  from: StandsOutFrom,
): StandOutCode[] {
  const { kind, status, plannedMinutes, previousMinutes, startsOn, endsOn } = compared;
  const workedMinutes = compared.periodWorkedMinutes ?? compared.workedMinutes;
  const weeks = (daysBetween(period.startsOn, period.endsOn) + 1) / 7;
  const isMoreBy = (minutes: number, than: number, threshold: number) => minutes - than >= threshold * weeks;
  const isFrom: Record<StandOutCode, boolean> = {
    // Who approved the whole decides on it once more: no row that one ticks among the others.
    correction: kind === 'correction',
    'added-later': kind === 'supplement',
    'more-than-planned': plannedMinutes > 0 && isMoreBy(workedMinutes, plannedMinutes, from.plannedMinutes),
    'less-than-planned':
      kind === 'regular' &&
      status !== null &&
      isSent(status) &&
      isMoreBy(plannedMinutes, accountedMinutes(compared), from.plannedMinutes),
    'more-than-previous': previousMinutes !== null && isMoreBy(workedMinutes, previousMinutes, from.previousMinutes),
    'over-legal-maximum': workedMinutes > (from.weekLimitMinutes ?? lawLimits.week) * weeks,
    'sent-as-declined': compared.isSentAsDeclined ?? false,
    'clashes-elsewhere': compared.clashes,
    'days-ahead': compared.hasDaysAhead ?? false,
    'no-budget-number': compared.lacksBudgetNumber ?? false,
    'no-rate': compared.lacksRate ?? false,
    'no-receipt': compared.lacksReceipt ?? false,
    'first-period': kind === 'regular' && period.startsOn <= startsOn && startsOn <= period.endsOn,
    'last-period': kind === 'regular' && endsOn !== null && endsOn <= period.endsOn,
  };
  return standOutCodes.filter((code) => isFrom[code]);
}
