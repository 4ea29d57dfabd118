import type { Language } from '@konnekt/shared/basics/actor';
import type { ImportRun } from '@konnekt/shared/imports/import.contract';
import type { ImportKind } from '@konnekt/shared/imports/import-columns';
import type { ChosenFields } from '@konnekt/shared/imports/import-heading';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/client.ts';
import { addressOf } from '../../api/route-address.ts';
import { takeAnswer } from '../../api/take-answer.ts';

const runKey = (id: string) => ['import', id] as const;

/** How far an import is: asked again and again while it is being checked or written. */
export const runQuery = (id: string) =>
  queryOptions({
    queryKey: runKey(id),
    queryFn: ({ signal }) => call('GET /api/imports/:id', { params: { id } }, { signal }),
    refetchInterval: ({ state }) => (state.data && isBusy(state.data) ? 400 : false),
    staleTime: 0,
  });

export const isBusy = ({ status }: ImportRun): boolean => status === 'checking' || status === 'applying';

/** Hands a file in to be checked. */
export function useHandIn() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async ({ kind, file }: { kind: ImportKind; file: File }) => {
      const { id } = await call('POST /api/files', { query: { purpose: 'import' }, file });
      return call('POST /api/imports', { body: { kind, fileId: id } });
    },
    onSuccess: (run) => takeAnswer(queryClient, runKey(run.id), run),
  });
}

/** Has the same file checked again: as another kind, or with its columns read as said. */
export function useCheckAgain(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: { kind: ImportKind; fields: ChosenFields | null }) =>
      call('POST /api/imports/:id/check', {
        params: { id },
        body: { ...body, fields: body.fields && [...body.fields] },
      }),
    onSuccess: (run) => takeAnswer(queryClient, runKey(id), run),
    onError: () => queryClient.invalidateQueries({ queryKey: runKey(id) }),
  });
}

/** Where a refused file is, with what is wrong with its rows. */
export const errorsAddress = (id: string, language: Language): string =>
  addressOf('GET /api/imports/:id/errors', { params: { id }, query: { language } }).url;

/** Writes what was shown, and nothing else. */
export function useApply(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (fingerprint: string) => call('POST /api/imports/:id/apply', { params: { id }, body: { fingerprint } }),
    onSuccess: (run) => takeAnswer(queryClient, runKey(id), run),
    // Somebody else was first, perhaps: how it is now is shown.
    onError: () => queryClient.invalidateQueries({ queryKey: runKey(id) }),
  });
}
