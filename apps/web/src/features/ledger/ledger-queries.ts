import type { LedgerPresetName } from '@konnekt/shared/ledger/ledger.words';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/client.ts';

// Below the invoices: what becomes final there is to be booked.
const keys = { all: ['invoices', 'ledger'] } as const;

export const bookkeepingRecord = queryOptions({
  queryKey: [...keys.all, 'settings'],
  queryFn: ({ signal }) => call('GET /api/settings/bookkeeping', undefined, { signal }),
});

export const ledgerExports = queryOptions({
  queryKey: [...keys.all, 'files'],
  queryFn: ({ signal }) => call('GET /api/ledger-exports', undefined, { signal }),
});

export const ledgerPreview = (preset: LedgerPresetName, until: string) =>
  queryOptions({
    queryKey: [...keys.all, 'preview', preset, until],
    queryFn: ({ signal }) => call('GET /api/ledger-exports/preview', { query: { preset, until } }, { signal }),
  });

export function useMakeLedgerFile() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: { preset: LedgerPresetName; until: string }) => call('POST /api/ledger-exports', { body }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.all }),
  });
}

export const forgetPreviews = (queryClient: ReturnType<typeof useQueryClient>) =>
  queryClient.invalidateQueries({ queryKey: [...keys.all, 'preview'] });
