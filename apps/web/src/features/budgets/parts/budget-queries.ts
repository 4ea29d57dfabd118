import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../api/client.ts';
import { type Asked, paged } from '../../../kit/list/paged.ts';

// Below the invoices: what is made final or credited there changes them.
const keys = { all: ['invoices', 'budgets'] } as const;

/** Budget numbers in sight, by number. */
export const budgetRows = (query: Asked<'GET /api/budgets'>) =>
  paged('budgets', query, (page, signal) => call('GET /api/budgets', { query: { ...query, ...page } }, { signal }));

/** The budgets that are nearly or wholly used, or end soon: the first ones. */
export const warnedBudgets = queryOptions({
  queryKey: [...keys.all, 'warned'],
  queryFn: ({ signal }) => call('GET /api/budgets', { query: { state: 'warned', limit: 5 } }, { signal }),
  staleTime: 60_000,
});

export const budgetQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.all, 'one', id],
    queryFn: ({ signal }) => call('GET /api/budgets/:id', { params: { id } }, { signal }),
  });
