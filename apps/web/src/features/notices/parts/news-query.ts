import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { call } from '../../../api/client.ts';
import { documentCountsKey } from '../../documents/parts/counts.ts';
import { countsKey } from '../../messages/parts/counts.ts';

/** All that the menu counts, asked with the first screen in one question; what was answered since it was asked is newer, and stays. */
export const newsQuery = queryOptions({
  queryKey: ['news'],
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

function take(client: QueryClient, askedAt: number, key: string[], counts: object): void {
  if ((client.getQueryState(key)?.dataUpdatedAt ?? 0) < askedAt) client.setQueryData(key, counts);
}
