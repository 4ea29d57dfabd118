import { calendarDayAt } from '@konnekt/shared/basics/calendar-day';
import { type PeriodType, periodOf } from '@konnekt/shared/periods/period';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { agencyQuery } from '../../api/session-queries.ts';
import { anyText, idIn, isId, type Known, oneOf, useAddress } from '../../kit/address/use-address.ts';
import { useStoredElsewhere } from '../hours/parts/stored-elsewhere.ts';
import { registrationKey, registrationQuery } from './registration-queries.ts';

export const periodTypes = ['week', 'four-weeks', 'month'] as const satisfies readonly PeriodType[];

/** What period is shown, of which organisation, as the address holds it; without any, the one that the API names. */
export function useChoice() {
  const { data: agency } = useQuery(agencyQuery);
  const { names, read, write, rewrite } = useAddress();
  const periodType = oneOf(periodTypes, read('type'));
  const wanted =
    periodType && periodOf(periodType, Number(read('year')), Number(read('period')), agency?.weekFiftyThree);
  const organisationId = idIn(read('organisation'));
  const query = useQuery(registrationQuery({ periodType, year: wanted?.year, period: wanted?.number, organisationId }));
  useStoredElsewhere(registrationKey);
  const period = wanted ?? query.data?.period;
  // Of a kind of period that the organisation does not have, the address follows: the kind is the organisation's.
  const shown = query.isPlaceholderData ? undefined : query.data?.period;
  const isOtherKind = wanted !== undefined && shown !== undefined && shown.type !== wanted.type;
  useEffect(() => {
    if (isOtherKind) rewrite({ type: shown.type, year: String(shown.year), period: String(shown.number) });
  }, [isOtherKind, shown, rewrite]);
  // A period that does not exist, such as week 53 of a year of 52, is said to be none; which weeks there are the agency tells.
  const isPeriod = () => wanted !== undefined || agency === undefined;
  const known: Known = {
    ...{ type: periodTypes, year: isPeriod, period: isPeriod, organisation: isId },
    ...{ view: ['grid'], days: anyText, fill: ['agreed'] },
  };
  const today = calendarDayAt(new Date());
  return { agency, period, organisationId, today, query, known, names, read, write, rewrite };
}

export type ChosenPeriod = ReturnType<typeof useChoice>;
