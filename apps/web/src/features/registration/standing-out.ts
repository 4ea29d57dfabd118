import type { Registration, RegistrationRow } from '@konnekt/shared/registration/registration.contract';
import { minutesByKind, totalMinutes } from '@konnekt/shared/worksheets/worksheet.hours';
import { whatStandsOut } from '@konnekt/shared/worksheets/worksheet.stands-out';
import type { HourLineInput } from '@konnekt/shared/worksheets/worksheet-line.schema';
import { daysAhead } from '../hours/parts/same-content.ts';
import type { Compared } from '../worksheets/parts/stands-out.tsx';

type Around = Pick<Registration, 'period' | 'hourTypes' | 'standsOutFrom' | 'warningLimits'> & { today: string };

/** Is it asked about before it goes out? */
export const isAskedAbout = (compared: Compared | undefined): boolean =>
  compared?.standsOut.some((code) => code === 'over-legal-maximum' || code === 'days-ahead') === true;

/** What sets typed hours apart from what was agreed and from the period before, as it would be told of them once they are sent. */
export function standingOutOf(
  lines: readonly HourLineInput[],
  { placement, plannedMinutes, previousLines }: Pick<RegistrationRow, 'placement' | 'plannedMinutes' | 'previousLines'>,
  { period, hourTypes, standsOutFrom, warningLimits, today }: Around,
): Compared {
  const worked = new Set(hourTypes.filter(({ isWorked }) => isWorked).map(({ id }) => id));
  const workedIn = (all: readonly HourLineInput[]) =>
    totalMinutes(all.filter(({ hourTypeId }) => worked.has(hourTypeId)));
  const compared = {
    workedMinutes: workedIn(lines),
    totalMinutes: totalMinutes(lines),
    minutesByKind: minutesByKind(lines, new Map(hourTypes.map(({ id, kind }) => [id, kind]))),
    plannedMinutes,
    previousMinutes: previousLines.length > 0 ? workedIn(previousLines) : null,
    periodWorkedMinutes: null,
    hasDaysAhead: daysAhead(lines, hourTypes, today) > 0,
  };
  const { startsOn, endsOn } = placement;
  const whole = { ...compared, kind: 'regular', status: 'approved', clashes: false, startsOn, endsOn } as const;
  const from = { ...standsOutFrom, weekLimitMinutes: warningLimits.week };
  // That a job begins or ends is no reason to look at its hours again.
  const standsOut =
    lines.length === 0
      ? []
      : whatStandsOut(whole, period, from).filter((code) => code !== 'first-period' && code !== 'last-period');
  return { ...compared, standsOut, period };
}
