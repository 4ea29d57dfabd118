import type { News } from '@konnekt/shared/home/home.contract';
import { type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { call } from '../../../api/client.ts';
import { newsKey } from '../../../api/session-queries.ts';
import { documentCountsKey } from '../../documents/parts/counts.ts';
import { countsKey } from '../../messages/parts/counts.ts';

/** Came with the page, as a rule: asked where somebody has just logged in, and once more when the stream of events begins. */
const newsQuery = queryOptions({
  queryKey: newsKey,
  queryFn: ({ signal }): Promise<News> => call('GET /api/news', undefined, { signal, whenSignedOut: 'throw' }),
  staleTime: Number.POSITIVE_INFINITY,
  refetchOnWindowFocus: false,
});

/** All that the menu counts, in one answer. What was counted since it was asked is newer, and stays. */
export function useNews(): News | undefined {
  const client = useQueryClient();
  const { data: news, dataUpdatedAt } = useQuery(newsQuery);
  useEffect(() => {
    if (!news) return;
    take(client, dataUpdatedAt, countsKey, news.messages);
    take(client, dataUpdatedAt, documentCountsKey, news.documents);
  }, [client, news, dataUpdatedAt]);
  return news;
}

function take(client: QueryClient, updatedAt: number, key: string[], counts: object): void {
  if ((client.getQueryState(key)?.dataUpdatedAt ?? 0) < updatedAt) client.setQueryData(key, counts, { updatedAt });
}
