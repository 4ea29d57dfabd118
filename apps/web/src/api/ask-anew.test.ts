import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { askAnew } from './ask-anew.ts';

/** A question of which the test gives each answer. */
function question() {
  const answers: ((answer: string) => void)[] = [];
  const queryClient = new QueryClient();
  const options = {
    queryKey: ['messages', 'list'],
    queryFn: () => new Promise<string>((resolve) => answers.push(resolve)),
    retry: false,
    staleTime: 30_000,
  };
  const read = () => queryClient.getQueryData(options.queryKey);
  return { queryClient, options, answers, read };
}
const settled = () => new Promise((resolve) => setTimeout(resolve));

it('asks once more after the first answer what changed while that was under way, however often it did', async () => {
  const { queryClient, options, answers, read } = question();
  const stop = new QueryObserver(queryClient, options).subscribe(() => {});
  askAnew(queryClient, ['messages']);
  askAnew(queryClient, ['messages']);
  askAnew(queryClient, ['notices']);
  expect(answers).toHaveLength(1);
  answers[0]?.('before');
  await settled();
  expect([read(), answers.length]).toEqual(['before', 2]);
  answers[1]?.('after');
  await settled();
  expect([read(), answers.length]).toEqual(['after', 2]);

  // With an answer on the screen it is asked at once.
  askAnew(queryClient, ['messages']);
  askAnew(queryClient, ['messages']);
  await settled();
  expect(answers).toHaveLength(4);
  answers[3]?.('newest');
  answers[2]?.('late');
  await settled();
  expect([read(), answers.length]).toEqual(['newest', 4]);
  stop();
});

it('leaves what is asked ahead to whoever comes to look at it', async () => {
  const { queryClient, options, answers, read } = question();
  void queryClient.prefetchQuery(options);
  askAnew(queryClient, ['messages']);
  answers[0]?.('before');
  await settled();
  expect(answers).toHaveLength(1);
  const stop = new QueryObserver(queryClient, options).subscribe(() => {});
  expect(answers).toHaveLength(2);
  answers[1]?.('after');
  await settled();
  expect(read()).toBe('after');
  stop();
});
