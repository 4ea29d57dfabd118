import { hashKey, type QueryKey, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call, type Input } from '../../api/client.ts';
import { recordKeys } from '../../kit/form/record-keys.ts';
import { type Asked, paged } from '../../kit/list/paged.ts';

export const invoiceKeys = { all: ['invoices'], list: 'invoices', bank: 'bank-entries' } as const;

/** Invoices in sight, newest first, page by page. */
export const invoiceRows = (query: Asked<'GET /api/invoices'>) =>
  paged(invoiceKeys.list, query, (page, signal) =>
    call('GET /api/invoices', { query: { ...query, ...page } }, { signal }),
  );

export const invoiceQuery = (id: string) =>
  queryOptions({
    queryKey: [...invoiceKeys.all, 'one', id],
    queryFn: ({ signal }) => call('GET /api/invoices/:id', { params: { id } }, { signal }),
  });

/** The worksheets behind an invoice. */
export const behindInvoiceQuery = (id: string) =>
  queryOptions({
    queryKey: [...invoiceKeys.all, 'behind', id],
    queryFn: ({ signal }) => call('GET /api/invoices/:id/worksheets', { params: { id } }, { signal }),
  });

/** What can be invoiced up to a day. */
export const readyQuery = (until: string) =>
  queryOptions({
    queryKey: [...invoiceKeys.all, 'ready', until],
    queryFn: ({ signal }) => call('GET /api/invoices/ready', { query: { until } }, { signal }),
  });

export const usePrepare = () =>
  useInvoiceAct((body: Input<'POST /api/invoices/prepare'>['body']) => call('POST /api/invoices/prepare', { body }));

export const useFinalise = () =>
  useInvoiceAct((body: Input<'POST /api/invoices/finalise'>['body']) => call('POST /api/invoices/finalise', { body }));

export const useChangeDraft = (id: string) =>
  useInvoiceAct((body: Input<'PUT /api/invoices/:id'>['body']) =>
    call('PUT /api/invoices/:id', { params: { id }, body }),
  );

export const useDiscard = (id: string) =>
  useInvoiceAct(
    (version: number) => call('POST /api/invoices/:id/discard', { params: { id }, body: { version } }),
    invoiceQuery(id).queryKey,
  );

export const useCredit = (id: string) =>
  useInvoiceAct((body: Input<'POST /api/invoices/:id/credit'>['body']) =>
    call('POST /api/invoices/:id/credit', { params: { id }, body }),
  );

/** An act on invoices: whatever became of it, all that shows invoices is asked anew, but for what it did away with. */
export function useInvoiceAct<Asks, Answer>(act: (asks: Asks) => Promise<Answer>, gone?: QueryKey) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: (_answer, error) => {
      const isGone = ({ queryKey }: { queryKey: QueryKey }) =>
        !error && gone !== undefined && hashKey(queryKey) === hashKey(gone);
      for (const queryKey of [
        invoiceKeys.all,
        recordKeys.list(invoiceKeys.list),
        recordKeys.list(invoiceKeys.bank),
        ['worksheets'],
      ])
        void queryClient.invalidateQueries({ queryKey, predicate: (query) => !isGone(query) });
    },
  });
}
