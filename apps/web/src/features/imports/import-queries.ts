import type { ImportRun } from '@konnekt/shared/imports/import.contract';
import type { ImportKind } from '@konnekt/shared/imports/import-columns';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/client.ts';
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

export function useApply(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => call('POST /api/imports/:id/apply', { params: { id } }),
    onSuccess: (run) => takeAnswer(queryClient, runKey(id), run),
  });
}
