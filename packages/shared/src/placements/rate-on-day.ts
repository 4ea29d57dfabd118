import type { CalendarDay } from '../basics/calendar-day.ts';
import { shareHalfUp } from '../basics/money.ts';

/** What an hour of one type pays and bills, in whole cents per hour, from a day on. */
export interface Rate {
  hourTypeId: string;
  validFrom: CalendarDay;
  payCents: number;
  billCents: number;
}

/** The rate of an hour type on a day: the last one that began by then. Without any, none was agreed. */
export function rateOnDay<R extends Rate>(rates: readonly R[], hourTypeId: string, day: CalendarDay): R | undefined {
  let found: R | undefined;
  for (const rate of rates) {
    if (rate.hourTypeId !== hourTypeId || rate.validFrom > day) continue;
    if (!found || rate.validFrom > found.validFrom) found = rate;
  }
  return found;
}

/**
 * What an hour type would pay and bill by its share of the normal rate, each half up to the cent: a suggestion where no rate is
 * stored, since the factor on overtime is often another one (shares in basis points, 12500 is 125 %).
 */
export function suggestedRate(
  normal: Pick<Rate, 'payCents' | 'billCents'>,
  hourType: { payShareBp: number; billShareBp: number },
): Pick<Rate, 'payCents' | 'billCents'> {
  return {
    payCents: shareHalfUp(normal.payCents, hourType.payShareBp),
    billCents: shareHalfUp(normal.billCents, hourType.billShareBp),
  };
}
