import type { Worksheet, WorksheetEvent } from '@konnekt/shared/worksheets/worksheet.schema';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../api/client.ts';
import { isLost } from '../../../api/problem.ts';
import { useMe } from '../../../api/session-queries.ts';
import { takeAnswer } from '../../../api/take-answer.ts';
import { worksheetHistoryQuery, worksheetKeys, worksheetQuery } from './worksheet-queries.ts';

export function useAddComment(worksheet: Worksheet) {
  const queryClient = useQueryClient();
  const { name } = useMe();
  const { id } = worksheet;
  return useMutation({
    mutationFn: (text: string) => placeComment(worksheet, text, name),
    onSuccess: (after) => {
      takeAnswer(queryClient, worksheetQuery(id).queryKey, after);
      void queryClient.invalidateQueries({ queryKey: worksheetHistoryQuery(id).queryKey });
      void queryClient.invalidateQueries({ queryKey: worksheetKeys.entries });
    },
  });
}

/** A comment is never sent twice by itself: when the answer is lost, the history says whether it arrived. */
async function placeComment({ id, history }: Worksheet, text: string, name: string): Promise<Worksheet> {
  const known = new Set(history.map((event) => event.id));
  const isThis = (event: WorksheetEvent) =>
    event.action === 'comment' && event.actorName === name && event.reason === text && !known.has(event.id);
  try {
    return await call('POST /api/worksheets/:id/comments', { params: { id }, body: { text } });
  } catch (error) {
    if (!isLost(error)) throw error;
    const now = await call('GET /api/worksheets/:id', { params: { id } });
    if (!now.history.some(isThis)) throw error;
    return now;
  }
}
