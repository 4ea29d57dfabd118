import { type PeriodType, periodsOfYear } from '@konnekt/shared/periods/period';
import type { WorksheetSort } from '@konnekt/shared/worksheets/worksheet.schema';
import { useQuery } from '@tanstack/react-query';
import { agencyQuery } from '../../api/session-queries.ts';
import { oneOf, useAddress } from '../../kit/address/use-address.ts';

const sorts = [
  'period',
  '-period',
  'employee',
  '-employee',
  'hours',
  '-hours',
  'organisation',
  '-organisation',
] as const satisfies readonly WorksheetSort[];
const periodTypes = ['week', 'four-weeks', 'month'] as const satisfies readonly PeriodType[];

/** The filter that lists of worksheets share, as the address holds it; what makes no sense is left out. */
export function useListAddress(defaultSort: WorksheetSort = '-period') {
  const { data: agency } = useQuery(agencyQuery);
  const { read, write } = useAddress();
  const year = numberIn(read('year'));
  const [type = '', number = ''] = splitLast(read('period'));
  const periodType = oneOf(periodTypes, type);
  const isPeriod = year !== undefined && periodType !== undefined && numberIn(number) !== undefined;
  const filter = {
    q: read('q') || undefined,
    organisationId: read('organisation') || undefined,
    employeeId: read('employee') || undefined,
    year,
    periodType: isPeriod ? periodType : undefined,
    period: isPeriod ? numberIn(number) : undefined,
  };
  return {
    filter,
    sort: oneOf(sorts, read('sort')) ?? defaultSort,
    isFiltered: Object.values(filter).some((value) => value !== undefined),
    periodsOf: (one: PeriodType) => (year === undefined ? [] : periodsOfYear(one, year, agency?.weekFiftyThree)),
    read,
    write,
  };
}

export type ListAddress = ReturnType<typeof useListAddress>;

/** `four-weeks-12` → `four-weeks` and `12` */
const splitLast = (text: string) => [text.slice(0, text.lastIndexOf('-')), text.slice(text.lastIndexOf('-') + 1)];

function numberIn(text: string): number | undefined {
  const number = Number(text);
  return text !== '' && Number.isInteger(number) && number > 0 && number < 3000 ? number : undefined;
}
