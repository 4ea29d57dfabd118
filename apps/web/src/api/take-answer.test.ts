import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { takeAnswer } from './take-answer.ts';

describe('the answer of an act', () => {
  it('is not written over by a question that was asked before it', async () => {
    const queryClient = new QueryClient();
    const queryKey = ['week'];
    queryClient.setQueryData(queryKey, 'empty');
    let answer = (_: string) => {};
    const asked = queryClient.fetchQuery({
      queryKey,
      queryFn: () => new Promise<string>((resolve) => (answer = resolve)),
      staleTime: 0,
    });
    await Promise.resolve();
    takeAnswer(queryClient, queryKey, 'saved');
    answer('empty, as it was');
    await asked.catch(() => {});
    expect(queryClient.getQueryData(queryKey)).toBe('saved');
    expect(queryClient.getQueryState(queryKey)).toMatchObject({ status: 'success', fetchStatus: 'idle' });
  });
});
