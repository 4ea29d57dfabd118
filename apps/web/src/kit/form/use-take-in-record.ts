import { useQueryClient } from '@tanstack/react-query';
import { takeAnswer } from '../../api/take-answer.ts';
import { recordKeys } from './record-keys.ts';

/** Puts a record that was saved where screens read it; lists, pickers, its history and a person's account are asked again. */
export function useTakeInRecord() {
  const queryClient = useQueryClient();
  return (
    kind: 'organisation' | 'employee' | 'supervisor' | 'placement',
    id: string,
    record: object,
    historyId = id,
  ) => {
    takeAnswer(queryClient, recordKeys.one(kind, id), record);
    const shown = [
      [...recordKeys.all, 'list'],
      ['organisations'],
      ['pick'],
      ['accounts'],
      recordKeys.history(historyId),
    ];
    for (const queryKey of shown) void queryClient.invalidateQueries({ queryKey });
  };
}
