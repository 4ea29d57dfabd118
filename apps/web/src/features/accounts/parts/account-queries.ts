import type { AccountsFile } from '@konnekt/shared/accounts/office-account.schema';
import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call, type Input, type Output } from '../../../api/client.ts';
import { addressOf } from '../../../api/route-address.ts';
import { takeAnswer } from '../../../api/take-answer.ts';
import { recordKeys } from '../../../kit/form/record-keys.ts';
import { listPages } from '../../../kit/list/pages.ts';
import { auditKeys } from '../../audit/parts/audit-queries.ts';

export type Account = Output<'GET /api/accounts/:id'>;
type ListQuery = NonNullable<Input<'GET /api/accounts'>['query']>;

const accountKeys = { all: ['accounts'], lists: ['accounts', 'list'], ownSessions: ['sessions'] } as const;

/** The accounts of the office, page by page. While another list loads, the one before stays on screen. */
export const accountsQuery = (query: Omit<ListQuery, 'cursor'>) =>
  listPages([...accountKeys.lists, query], (cursor, signal) =>
    call('GET /api/accounts', { query: { ...query, cursor } }, { signal }),
  );

/** The same list as a file. */
export const accountsFileAddress = (query: Partial<AccountsFile>): string =>
  addressOf('GET /api/accounts/export', { query }).url;

/** The account of a person. */
export const accountQuery = (personId: string) =>
  queryOptions({
    queryKey: [...accountKeys.all, 'person', personId],
    queryFn: ({ signal }) => call('GET /api/people/:id/account', { params: { id: personId } }, { signal }),
  });

export const accountSessionsQuery = (id: string) =>
  queryOptions({
    queryKey: [...accountKeys.all, 'sessions', id],
    queryFn: ({ signal }) => call('GET /api/accounts/:id/sessions', { params: { id } }, { signal }),
  });

export const ownSessionsQuery = queryOptions({
  queryKey: accountKeys.ownSessions,
  queryFn: ({ signal }) => call('GET /api/me/sessions', undefined, { signal }),
});

/** Puts what the API answers on every screen that shows it. */
function show(queryClient: QueryClient, account: Account) {
  takeAnswer(queryClient, accountQuery(account.personId).queryKey, account);
  return Promise.all([
    queryClient.invalidateQueries({ queryKey: accountKeys.lists }),
    queryClient.invalidateQueries({ queryKey: accountSessionsQuery(account.id).queryKey }),
    queryClient.invalidateQueries({ queryKey: auditKeys.record(account.personId) }),
    queryClient.invalidateQueries({ queryKey: recordKeys.all }),
  ]);
}

/** Inviting, blocking and unblocking one account. */
export function useAccountAct(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (act: 'invite' | 'block' | 'unblock') => call(`POST /api/accounts/:id/${act}`, { params: { id } }),
    onSuccess: (account) => void show(queryClient, account),
    onError: () => void queryClient.invalidateQueries({ queryKey: accountKeys.all }),
  });
}

export function useChangeAccount(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: Input<'PUT /api/accounts/:id'>['body']) =>
      call('PUT /api/accounts/:id', { params: { id }, body }),
    onSuccess: (account) => void show(queryClient, account),
  });
}

export function useAddColleague() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: Input<'POST /api/accounts'>['body']) => call('POST /api/accounts', { body }),
    onSuccess: (account) => void show(queryClient, account),
  });
}

/** Logs an account out everywhere. */
export function useEndSessions(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => call('POST /api/accounts/:id/end-sessions', { params: { id } }),
    onSuccess: (sessions) => takeAnswer(queryClient, accountSessionsQuery(id).queryKey, sessions),
  });
}

/** Logs the own account out on one device, or everywhere but here. */
export function useEndOwnSessions() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: string | 'others') =>
      id === 'others'
        ? call('POST /api/me/sessions/end-others')
        : call('POST /api/me/sessions/:id/end', { params: { id } }),
    onSuccess: (sessions) => takeAnswer(queryClient, ownSessionsQuery.queryKey, sessions),
    onError: () => void queryClient.invalidateQueries({ queryKey: accountKeys.ownSessions }),
  });
}
