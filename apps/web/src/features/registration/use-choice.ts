import { calendarDayAt } from '@konnekt/shared/basics/calendar-day';
import { type PeriodType, periodContaining, periodOf } from '@konnekt/shared/periods/period';
import { useQuery } from '@tanstack/react-query';
import { agencyQuery } from '../../api/session-queries.ts';
import { oneOf, useAddress } from '../../app/use-address.ts';
import { registrationQuery } from './registration-queries.ts';

export const periodTypes = ['week', 'four-weeks', 'month'] as const satisfies readonly PeriodType[];

/** What period is shown, of which organisation, as the address holds it; without any, the period that is now. */
export function useChoice() {
  const { data: agency } = useQuery(agencyQuery);
  const { read, write } = useAddress();
  const wantedType = oneOf(periodTypes, read('type'));
  const today = calendarDayAt(new Date());
  // Every kind of period has a first one: without a kind in the address, this asks which there are.
  const kinds = useQuery({
    ...registrationQuery({ year: Number(today.slice(0, 4)), period: 1 }),
    enabled: wantedType === undefined,
  });
  const type =
    wantedType ?? (kinds.data && (periodTypes.find((one) => kinds.data.periodTypes.includes(one)) ?? 'week'));
  const now = type && periodContaining(type, today, agency?.weekFiftyThree);
  const wanted = type && periodOf(type, Number(read('year')), Number(read('period')), agency?.weekFiftyThree);
  const period = wanted ?? now;
  const organisationId = read('organisation') || undefined;
  const registration = useQuery({
    ...registrationQuery({
      periodType: period?.type,
      year: period?.year ?? 0,
      period: period?.number ?? 0,
      organisationId,
    }),
    enabled: period !== undefined,
  });
  const query = kinds.error ? kinds : registration;
  return { agency, period, organisationId, today, query, read, write };
}

export type ChosenPeriod = ReturnType<typeof useChoice>;
