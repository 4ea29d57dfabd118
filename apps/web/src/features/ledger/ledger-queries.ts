import type { LedgerContent, LedgerDefinition } from '@konnekt/shared/ledger/ledger.contract';
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
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

export const ledgerPreview = (by: string, until: string) =>
  queryOptions({
    queryKey: [...keys.all, 'preview', by, until],
    queryFn: ({ signal }) => call('GET /api/ledger-exports/preview', { query: { by, until } }, { signal }),
  });

/** What a definition makes of what is to be booked, by its content as JSON. */
export const definitionPreview = (content: string) =>
  queryOptions({
    queryKey: [...keys.all, 'preview', content],
    queryFn: ({ signal }) =>
      call('POST /api/ledger-definitions/preview', { body: { content: JSON.parse(content) } }, { signal }),
    placeholderData: keepPreviousData,
    retry: false,
  });

export function useMakeLedgerFile() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: { by: string; until: string }) => call('POST /api/ledger-exports', { body }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.all }),
  });
}

export const forgetPreviews = (queryClient: ReturnType<typeof useQueryClient>) =>
  queryClient.invalidateQueries({ queryKey: [...keys.all, 'preview'] });

/** How files look that the office typed. */
export const ledgerDefinitions = queryOptions({
  queryKey: [...keys.all, 'definitions'],
  queryFn: ({ signal }) => call('GET /api/ledger-definitions', undefined, { signal }),
});

export function useSaveDefinition(stored: LedgerDefinition | undefined) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: { name: string; content: LedgerContent }) =>
      stored
        ? call('PUT /api/ledger-definitions/:id', {
            params: { id: stored.id },
            body: { ...body, version: stored.version },
          })
        : call('POST /api/ledger-definitions', { body }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.all }),
  });
}
