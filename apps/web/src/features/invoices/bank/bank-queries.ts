import { call } from '../../../api/client.ts';
import { type Asked, paged } from '../../../kit/list/paged.ts';
import { invoiceKeys, useInvoiceAct } from '../invoice-queries.ts';

/** What came in by bank files; with the invoices it is asked anew when one of them is paid. */
export const entryRows = (query: Asked<'GET /api/bank-entries'>) =>
  paged(invoiceKeys.bank, query, (page, signal) =>
    call('GET /api/bank-entries', { query: { ...query, ...page } }, { signal }),
  );

export const useHandInStatement = () =>
  useInvoiceAct(async (file: File) => {
    const { id } = await call('POST /api/files', { query: { purpose: 'bank' }, file });
    return call('POST /api/bank-files', { body: { fileId: id } });
  });

export const useBook = (id: string) =>
  useInvoiceAct((number: string) => call('POST /api/bank-entries/:id/book', { params: { id }, body: { number } }));

export const useSetAside = (id: string) =>
  useInvoiceAct((isAside: boolean) =>
    call('POST /api/bank-entries/:id/set-aside', { params: { id }, body: { isAside } }),
  );
