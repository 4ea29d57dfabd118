import type { QueryClient, QueryKey } from '@tanstack/react-query';

/**
 * Puts what an act answered where the screens read it. A question asked before the act, and still under way, would later put what
 * was true then over it (a saved week would look empty again): it is called off.
 */
export function takeAnswer<Data>(
  queryClient: QueryClient,
  queryKey: QueryKey,
  answer: Data | ((before: Data | undefined) => Data | undefined),
): void {
  void queryClient.cancelQueries({ queryKey, exact: true });
  queryClient.setQueryData<Data>(queryKey, answer as Data);
}
