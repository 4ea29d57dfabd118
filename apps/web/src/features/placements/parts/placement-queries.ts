import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../api/client.ts';
import { recordKeys } from '../../../kit/form/record-keys.ts';
import { type Asked, paged } from '../../../kit/list/paged.ts';

export const placementRows = (query: Asked<'GET /api/office/placements'>) =>
  paged('placements', query, (page, signal) =>
    call('GET /api/office/placements', { query: { ...query, ...page } }, { signal }),
  );

export const placementRecord = (id: string) =>
  queryOptions({
    queryKey: recordKeys.one('placement', id),
    queryFn: ({ signal }) => call('GET /api/placements/:id', { params: { id } }, { signal }),
  });

/** The worksheets that would fall outside it between other days. */
export const hoursOutside = (id: string, startsOn: string, endsOn: string) =>
  queryOptions({
    queryKey: [...recordKeys.one('placement', id), 'outside', startsOn, endsOn],
    queryFn: ({ signal }) =>
      call(
        'GET /api/placements/:id/hours-outside',
        { params: { id }, query: { startsOn, ...(endsOn && { endsOn }) } },
        { signal },
      ),
  });
