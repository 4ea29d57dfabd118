import type { Query, QueryClient, QueryKey } from '@tanstack/react-query';

const waitedFor = new WeakSet<Query>();

/**
 * Asks again what is on the screen, for it changed. A question that was asked before the change and has no answer yet is called off by
 * `invalidateQueries` only where an older answer is shown: after a first one, or one that nobody looks at yet, it is asked once more.
 */
export function askAnew(queryClient: QueryClient, queryKey: QueryKey): void {
  const underWay = queryClient
    .getQueryCache()
    .findAll({ queryKey, fetchStatus: 'fetching' })
    .filter((query) => (query.state.data === undefined || !query.isActive()) && !waitedFor.has(query));
  void queryClient.invalidateQueries({ queryKey });
  for (const query of underWay) {
    waitedFor.add(query);
    // Of what is under way this is the answer to come.
    const answered = query.fetch().catch(() => {});
    void answered.then(() => {
      waitedFor.delete(query);
      if (query.state.data !== undefined) void queryClient.invalidateQueries({ queryKey: query.queryKey, exact: true });
    });
  }
}
