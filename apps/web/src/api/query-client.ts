import { QueryClient } from '@tanstack/react-query';
import { onLostAnswer } from './lost-answers.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // A server that does not answer is asked again by `call` itself; an error of the API stays one.
      retry: false,
      // Ask even when the browser believes it is offline: it may be wrong.
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

onLostAnswer(() => void queryClient.invalidateQueries());
