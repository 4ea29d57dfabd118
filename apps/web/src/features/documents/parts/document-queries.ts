import type { Document, ReadersFile } from '@konnekt/shared/documents/document.schema';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call, type Input } from '../../../api/client.ts';
import { addressOf } from '../../../api/route-address.ts';
import { takeAnswer } from '../../../api/take-answer.ts';
import type { Asked } from '../../../kit/list/paged.ts';
import { listPages } from '../../../kit/list/pages.ts';
import type { Picked } from '../../../ui/pick-field.tsx';

/** So often is asked on a screen that stays open; where there is a stream of events, at once (api/live.ts). All begin with the name of its kind. */
const LOOK_EACH_MS = 5 * 60_000;
const keys = {
  all: ['documents'],
  list: (asked: object) => ['documents', 'list', asked],
  one: (id: string) => ['documents', 'one', id],
  readers: (id: string, asked: object) => ['documents', 'readers', id, asked],
} as const;

export const documentRows = (asked: Asked<'GET /api/documents'>) =>
  listPages(
    keys.list(asked),
    (cursor, signal) => call('GET /api/documents', { query: { ...asked, limit: 50, cursor } }, { signal }),
    { refetchInterval: LOOK_EACH_MS },
  );

export const documentQuery = (id: string) =>
  queryOptions({
    queryKey: keys.one(id),
    queryFn: ({ signal }) => call('GET /api/documents/:id', { params: { id } }, { signal }),
    // How far its readers are changes without us.
    staleTime: 0,
  });

export const readerRows = (id: string, asked: Asked<'GET /api/documents/:id/readers'>) =>
  listPages(keys.readers(id, asked), (cursor, signal) =>
    call('GET /api/documents/:id/readers', { params: { id }, query: { ...asked, limit: 50, cursor } }, { signal }),
  );

/** Where the file of a version is. */
export const fileAddress = (id: string, number: number): string =>
  addressOf('GET /api/documents/:id/versions/:number/file', { params: { id, number: String(number) } }).url;

/** Who reads it, as a file. */
export const readersFileAddress = (id: string, query: ReadersFile): string =>
  addressOf('GET /api/documents/:id/readers/export', { params: { id }, query }).url;

type Body<K extends Parameters<typeof call>[0]> = Input<K> extends { body: infer B } ? B : never;

/** An act on a document answers what it is now; lists and counts are asked anew. */
function useDocumentAct<Asked>(act: (asked: Asked) => Promise<Document>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (document) => {
      takeAnswer(queryClient, keys.one(document.id), document);
      void queryClient.invalidateQueries({ queryKey: keys.all, predicate: ({ queryKey }) => queryKey[1] !== 'one' });
    },
  });
}

export const usePutDocument = () =>
  useDocumentAct((body: Body<'POST /api/documents'>) => call('POST /api/documents', { body }));

export const useChangeDocument = (id: string) =>
  useDocumentAct((body: Body<'PUT /api/documents/:id'>) => call('PUT /api/documents/:id', { params: { id }, body }));

export const usePutVersion = (id: string) =>
  useDocumentAct((body: Body<'POST /api/documents/:id/versions'>) =>
    call('POST /api/documents/:id/versions', { params: { id }, body }),
  );

export const useOpenDocument = (id: string) =>
  useDocumentAct((number: number) => call('POST /api/documents/:id/open', { params: { id }, body: { number } }));

export const useConfirmDocument = (id: string) =>
  useDocumentAct((body: Body<'POST /api/documents/:id/confirm'>) =>
    call('POST /api/documents/:id/confirm', { params: { id }, body }),
  );

export function useRemoveDocument(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (version: number) => call('DELETE /api/documents/:id', { params: { id }, body: { version } }),
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: keys.all }),
  });
}

/** People outside the office with an account in use. */
export const pickPerson = {
  key: 'people-with-account',
  find: async (q: string, signal: AbortSignal): Promise<Picked[]> => {
    const { items } = await call('GET /api/messages/receivers', { query: { q } }, { signal });
    return items.map(({ personId, name, detail }) => ({ id: personId, label: name, ...(detail && { hint: detail }) }));
  },
};

export const limitsQuery = queryOptions({
  queryKey: ['document-limits'],
  queryFn: ({ signal }) => call('GET /api/document-limits', undefined, { signal }),
});

export const useCheckDelivery = () =>
  useMutation({
    mutationFn: (body: Body<'POST /api/document-deliveries'>) => call('POST /api/document-deliveries', { body }),
  });

export function useApplyDelivery() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ id, total }: { id: string; total: number }) =>
      call('POST /api/document-deliveries/:id/apply', { params: { id }, body: { total } }),
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: keys.all }),
  });
}
