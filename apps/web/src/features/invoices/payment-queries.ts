import { queryOptions } from '@tanstack/react-query';
import { call, type Input } from '../../api/client.ts';
import { invoiceKeys, useInvoiceAct } from './invoice-queries.ts';

/** What was paid for a final invoice. */
export const paymentsQuery = (id: string) =>
  queryOptions({
    queryKey: [...invoiceKeys.all, 'payments', id],
    queryFn: ({ signal }) => call('GET /api/invoices/:id/payments', { params: { id } }, { signal }),
  });

/** A mail server that is away, or a demo without one, is not asked after for ever. */
export const mostLooks = 60;

/** When it was mailed: asked again each time somebody looks, and while it is on its way. */
export const sendingsQuery = (id: string) =>
  queryOptions({
    queryKey: [...invoiceKeys.all, 'sendings', id],
    queryFn: ({ signal }) => call('GET /api/invoices/:id/sendings', { params: { id } }, { signal }),
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.dataUpdateCount < mostLooks && state.data?.items.some(({ state: is }) => is === 'waiting') ? 2000 : false,
  });

export const useSend = () =>
  useInvoiceAct((body: Input<'POST /api/invoices/send'>['body']) => call('POST /api/invoices/send', { body }));

export const useTrySendingAgain = () =>
  useInvoiceAct((mailId: string) => call('POST /api/mails/try-again', { body: { ids: [mailId] } }));

export const usePay = (id: string) =>
  useInvoiceAct((body: Input<'POST /api/invoices/:id/payments'>['body']) =>
    call('POST /api/invoices/:id/payments', { params: { id }, body }),
  );

export const useUndoPayment = () =>
  useInvoiceAct((id: string) => call('POST /api/invoice-payments/:id/undo', { params: { id } }));

export const useMarkRead = () =>
  useInvoiceAct((id: string) => call('POST /api/invoices/read', { body: { ids: [id] } }));

/** How many clients wait for an answer. */
export const openQuestions = queryOptions({
  queryKey: [...invoiceKeys.all, 'questions'],
  queryFn: ({ signal }) => call('GET /api/invoices', { query: { question: 'true', limit: 1 } }, { signal }),
});
