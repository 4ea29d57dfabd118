import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call, type Input } from '../../../api/client.ts';
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
    onSuccess: async (made) => {
      queryClient.setQueryData(worksheetQuery(made.id).queryKey, made);
      await queryClient.invalidateQueries({ queryKey: worksheetKeys.all });
      void queryClient.invalidateQueries({ queryKey: worksheetKeys.home });
    },
  });
}
