import type { AskedRateChange } from '@konnekt/shared/rate-changes/rate-change.contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../api/client.ts';
import { recordKeys } from '../../kit/form/record-keys.ts';
import { paged } from '../../kit/list/paged.ts';

export const rateChangeRows = paged('rate-changes', {}, (page, signal) =>
  call('GET /api/rate-changes', { query: page }, { signal }),
);

/** What a change comes to as things are now; of one employee line by line. */
export const ratePreview = (change: AskedRateChange, employeeId?: string) =>
  queryOptions({
    queryKey: [...recordKeys.all, 'rate-preview', change, employeeId],
    queryFn: ({ signal }) =>
      call('POST /api/rate-changes/preview', { body: { ...change, ...(employeeId && { employeeId }) } }, { signal }),
  });

export const rateChangeRecord = (id: string) =>
  queryOptions({
    queryKey: recordKeys.one('rate-changes', id),
    queryFn: ({ signal }) => call('GET /api/rate-changes/:id', { params: { id } }, { signal }),
  });

/** The lines that a change came to. */
export const rateDifferences = (id: string) =>
  paged('rate-differences', { id }, async (page, signal) => {
    const list = await call('GET /api/rate-changes/:id/differences', { params: { id }, query: page }, { signal });
    return {
      ...list,
      items: list.items.map((item) => ({ ...item, id: `${item.worksheetId} ${item.lineNumber} ${item.kind}` })),
    };
  });
