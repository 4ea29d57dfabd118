import { QueryClient } from '@tanstack/react-query';
import { ConnectionProblem } from './problem.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // An error of the API stays one; a connection may come back.
      retry: (count, error) => error instanceof ConnectionProblem && count < 2,
      // Ask even when the browser believes it is offline: a screen that waits for ever says less than one that failed.
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});
