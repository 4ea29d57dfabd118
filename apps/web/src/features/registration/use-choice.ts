import { calendarDayAt } from '@konnekt/shared/basics/calendar-day';
import { type PeriodType, periodOf } from '@konnekt/shared/periods/period';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { agencyQuery } from '../../api/session-queries.ts';
import { idIn, oneOf, useAddress } from '../../kit/address/use-address.ts';
import { useStoredElsewhere } from '../hours/parts/stored-elsewhere.ts';
import { registrationKey, registrationQuery } from './registration-queries.ts';

export const periodTypes = ['week', 'four-weeks', 'month'] as const satisfies readonly PeriodType[];

/** What period is shown, of which organisation, as the address holds it; without any, the one that the API names. */
export function useChoice() {
  const { data: agency } = useQuery(agencyQuery);
  const { read, write, rewrite } = useAddress();
  const periodType = oneOf(periodTypes, read('type'));
  const wanted =
    periodType && periodOf(periodType, Number(read('year')), Number(read('period')), agency?.weekFiftyThree);
  const organisationId = idIn(read('organisation'));
  const query = useQuery(registrationQuery({ periodType, year: wanted?.year, period: wanted?.number, organisationId }));
  useStoredElsewhere(registrationKey);
  const period = wanted ?? query.data?.period;
  // An address can name a period that does not exist, such as week 53 of a year of 52: it then says which one is shown.
  const shown = query.isPlaceholderData ? undefined : query.data?.period;
  // So does one of a kind of period that the organisation does not have: the kind follows the organisation.
  const isOtherKind = wanted !== undefined && shown !== undefined && shown.type !== wanted.type;
  const isWrong = isOtherKind || (agency !== undefined && wanted === undefined && read('year') + read('period') !== '');
  useEffect(() => {
    if (isWrong && shown) rewrite({ type: shown.type, year: String(shown.year), period: String(shown.number) });
  }, [isWrong, shown, rewrite]);
  return { agency, period, organisationId, today: calendarDayAt(new Date()), query, read, write, rewrite };
}

export type ChosenPeriod = ReturnType<typeof useChoice>;
