import type { InfiniteData, QueryClient, QueryKey } from '@tanstack/react-query';

interface Page {
  items: readonly { id: string }[];
  total?: number;
}

/**
 * What is gone stands in no list that is remembered: whoever goes back to one never sees it, while the list is asked for anew. Other
 * pages and narrower lists whose keys begin alike are looked through as well.
 */
export function takeOut(queryClient: QueryClient, lists: QueryKey, id: string): void {
  queryClient.setQueriesData<Page | InfiniteData<Page>>({ queryKey: lists }, (before) => {
    if (!before) return before;
    return 'pages' in before ? { ...before, pages: without(before.pages, id) } : without([before], id)[0];
  });
}

/** Every page tells the total of the whole list. */
function without(pages: readonly Page[], id: string): Page[] {
  const isThere = pages.some(({ items }) => items.some((item) => item.id === id));
  return pages.map((page) => ({
    ...page,
    items: page.items.filter((item) => item.id !== id),
    ...(isThere && page.total !== undefined && { total: page.total - 1 }),
  }));
}
