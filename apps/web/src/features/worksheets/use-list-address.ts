import { calendarDayAt } from '@konnekt/shared/basics/calendar-day';
import { type PeriodType, periodsOfYear } from '@konnekt/shared/periods/period';
import type { WorksheetSort } from '@konnekt/shared/worksheets/worksheet-list.schema';
import { useQuery } from '@tanstack/react-query';
import { agencyQuery } from '../../api/session-queries.ts';
import { anyText, idIn, isId, type Known, oneOf, useAddress } from '../../kit/address/use-address.ts';

const sorts = [
  'period',
  '-period',
  'employee',
  '-employee',
  'hours',
  '-hours',
  'organisation',
  '-organisation',
  'status',
  '-status',
] as const satisfies readonly WorksheetSort[];
const periodTypes = ['week', 'four-weeks', 'month'] as const satisfies readonly PeriodType[];
const yearsBack = 7;

/** The filter that lists of worksheets share, as the address holds it; what makes no sense is left out. */
export function useListAddress(defaultSort: WorksheetSort = '-period') {
  const { data: agency } = useQuery(agencyQuery);
  const address = useAddress();
  const { read } = address;
  const thisYear = Number(calendarDayAt(new Date()).slice(0, 4));
  const years = Array.from({ length: yearsBack }, (_, index) => String(thisYear - index));
  const year = oneOf(years, read('year'));
  /** Where no year is chosen, the periods to choose from are this year's. */
  const periodsOf = (type: PeriodType) => periodsOfYear(type, Number(year ?? thisYear), agency?.weekFiftyThree);
  const [type = '', number = ''] = splitLast(read('period'));
  const periodType = year === undefined ? undefined : oneOf(periodTypes, type);
  const period = periodType && periodsOf(periodType).find((one) => String(one.number) === number);
  const filter = {
    q: read('q') || undefined,
    organisationId: idIn(read('organisation')),
    employeeId: idIn(read('employee')),
    year: year === undefined ? undefined : Number(year),
    periodType: period && periodType,
    period: period?.number,
  };
  const known: Known = {
    q: anyText,
    year: years,
    period: () => period !== undefined,
    organisation: isId,
    employee: isId,
    sort: sorts,
  };
  return {
    ...address,
    filter,
    known,
    years,
    thisYear,
    periodsOf,
    sort: oneOf(sorts, read('sort')) ?? defaultSort,
    isFiltered: Object.values(filter).some((value) => value !== undefined),
  };
}

export type ListAddress = ReturnType<typeof useListAddress>;

/** `four-weeks-12` → `four-weeks` and `12` */
const splitLast = (text: string) => [text.slice(0, text.lastIndexOf('-')), text.slice(text.lastIndexOf('-') + 1)];
