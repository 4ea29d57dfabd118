import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call, type Input } from '../../../api/client.ts';
import { ApiProblem } from '../../../api/problem.ts';
import { worksheetKeys, worksheetQuery } from '../parts/worksheet-queries.ts';

/** The hours of the period as they are. Not asked for again beneath what somebody types. */
export const correctionQuery = (id: string) =>
  queryOptions({
    queryKey: [...worksheetKeys.all, 'correction', id],
    queryFn: ({ signal }) => call('GET /api/worksheets/:id/correction', { params: { id } }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

export function useCorrect(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: Input<'POST /api/worksheets/:id/corrections'>['body']) =>
      call('POST /api/worksheets/:id/corrections', { params: { id }, body }),
    // What was typed stays, and is held against the hours as they are by now.
    onError: async (error) => {
      if (!(error instanceof ApiProblem) || error.body.code !== 'worksheet-changed') return;
      await Promise.all([
        queryClient.refetchQueries({ queryKey: correctionQuery(id).queryKey }),
        queryClient.refetchQueries({ queryKey: worksheetQuery(id).queryKey }),
      ]);
    },
    onSuccess: async (made) => {
      queryClient.setQueryData(worksheetQuery(made.id).queryKey, made);
      await queryClient.invalidateQueries({ queryKey: worksheetKeys.all });
      void queryClient.invalidateQueries({ queryKey: worksheetKeys.home });
    },
  });
}
