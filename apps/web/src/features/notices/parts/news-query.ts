import type { News } from '@konnekt/shared/home/home.contract';
import { type QueryClient, queryOptions, skipToken, useQuery } from '@tanstack/react-query';
import { call } from '../../../api/client.ts';
import { documentCountsKey } from '../../documents/parts/counts.ts';
import { countsKey } from '../../messages/parts/counts.ts';

const newsKey = ['news'];

/** All that the menu counts, asked with the first screen in one question; what was answered since it was asked is newer, and stays. */
export const newsQuery = queryOptions({
  queryKey: newsKey,
  queryFn: async ({ client, signal }) => {
    const askedAt = Date.now();
    const news = await call('GET /api/news', undefined, { signal, whenSignedOut: 'throw' });
    take(client, askedAt, countsKey, news.messages);
    take(client, askedAt, documentCountsKey, news.documents);
    return news;
  },
  staleTime: 0,
  refetchOnWindowFocus: false,
});

/** How many notices are new, as far as it was asked: whoever shows it in passing asks nothing for it. */
export const useKnownNotices = (): number =>
  useQuery<News>({ queryKey: newsKey, queryFn: skipToken }).data?.notices.unread ?? 0;

function take(client: QueryClient, askedAt: number, key: string[], counts: object): void {
  if ((client.getQueryState(key)?.dataUpdatedAt ?? 0) < askedAt) client.setQueryData(key, counts);
}
