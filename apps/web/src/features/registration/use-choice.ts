import { calendarDayAt } from '@konnekt/shared/basics/calendar-day';
import { type PeriodType, periodOf } from '@konnekt/shared/periods/period';
import { useQuery } from '@tanstack/react-query';
import { agencyQuery } from '../../api/session-queries.ts';
import { oneOf, useAddress } from '../../app/use-address.ts';
import { registrationQuery } from './registration-queries.ts';

export const periodTypes = ['week', 'four-weeks', 'month'] as const satisfies readonly PeriodType[];

/** What period is shown, of which organisation, as the address holds it; without any, the one that the API names. */
export function useChoice() {
  const { data: agency } = useQuery(agencyQuery);
  const { read, write } = useAddress();
  const periodType = oneOf(periodTypes, read('type'));
  const wanted =
    periodType && periodOf(periodType, Number(read('year')), Number(read('period')), agency?.weekFiftyThree);
  const organisationId = read('organisation') || undefined;
  const query = useQuery(registrationQuery({ periodType, year: wanted?.year, period: wanted?.number, organisationId }));
  const period = wanted ?? query.data?.period;
  return { agency, period, organisationId, today: calendarDayAt(new Date()), query, read, write };
}

export type ChosenPeriod = ReturnType<typeof useChoice>;
