import { daysBetween } from '@konnekt/shared/basics/calendar-day';
import type { DemoPlacement } from './people.ts';
import type { Chance } from './random.ts';

export interface DemoPeriod {
  id: string;
  type: 'week' | 'four-weeks' | 'month';
  year: number;
  number: number;
  startsOn: string;
  endsOn: string;
}

export type Outcome = 'none' | 'draft' | 'submitted' | 'declined' | 'approved' | 'finalised';

/** Older weeks are done; last week waits in every phase; of this week a part has come in. */
export function outcomeOf(chance: Chance, now: Date, period: DemoPeriod, placement: DemoPlacement): Outcome {
  const age = Math.floor(daysBetween(period.startsOn, now.toISOString().slice(0, 10)) / 7);
  if (placement.isDemoEmployee) {
    const isFirst = placement.organisationIndex === 0;
    if (age <= 0) return isFirst ? 'draft' : 'none';
    if (age === 1) return isFirst ? 'submitted' : 'none';
    if (age === 2) return isFirst ? 'declined' : 'approved';
    if (age === 3) return isFirst ? 'approved' : 'finalised';
    return 'finalised';
  }
  if (placement.hoursBy === 'supervisor') {
    if (period.endsOn >= now.toISOString().slice(0, 10)) return chance.percent(45) ? 'draft' : 'none';
    if (age <= 4) return chance.percent(70) ? 'approved' : chance.percent(60) ? 'draft' : 'none';
    return 'finalised';
  }
  const dice = chance.number(100);
  if (age <= 0) return dice < 40 ? 'submitted' : dice < 65 ? 'draft' : 'none';
  if (age === 1)
    return dice < 50
      ? 'submitted'
      : dice < 78
        ? 'approved'
        : dice < 86
          ? 'finalised'
          : dice < 91
            ? 'declined'
            : dice < 95
              ? 'draft'
              : 'none';
  if (age === 2)
    return dice < 4 ? 'submitted' : dice < 40 ? 'approved' : dice < 95 ? 'finalised' : dice < 97 ? 'declined' : 'none';
  return dice < 99 ? 'finalised' : 'approved';
}
