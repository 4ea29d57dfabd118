import type { Holiday, HolidayList } from '@konnekt/shared/holidays/holiday.schema';
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/client.ts';
import { recordKeys } from '../../kit/form/record-keys.ts';

export const holidayList = (query: { organisationId: string | undefined; year: number }) =>
  queryOptions({
    queryKey: [...recordKeys.all, 'holidays', query],
    queryFn: ({ signal }) => call('GET /api/office/holidays', { query }, { signal }),
  });

/** Stores the days of a list; of a client without any, it goes by the agency's again. */
export function useSaveHolidays({ organisationId, year, version }: HolidayList) {
  const queryClient = useQueryClient();
  return async (days: Holiday[] | null) => {
    const saved = await call('PUT /api/office/holidays', { body: { organisationId, year, version, days } });
    await queryClient.invalidateQueries({ queryKey: recordKeys.all });
    return saved;
  };
}
