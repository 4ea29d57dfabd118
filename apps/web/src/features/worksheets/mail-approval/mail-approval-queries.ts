import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call, type Output } from '../../../api/client.ts';
import { setLanguage } from '../../../i18n/index.ts';

export type Linked = Output<'POST /api/approval-links/look'>;

/** What a link opens. Asking changes nothing. */
export const linkedQuery = (token: string) =>
  queryOptions({
    queryKey: ['approval-link', token],
    queryFn: async ({ signal, client, queryKey }) => {
      const link = await call('POST /api/approval-links/look', { body: { token } }, { signal, whenSignedOut: 'throw' });
      // The mail was in the language of its receiver: the screen begins in it.
      if (link.language && !client.getQueryData(queryKey)) await setLanguage(link.language);
      return link;
    },
    gcTime: 0,
  });

interface Approving {
  items: { id: string; version: number }[];
  approvalTextIds: string[];
}

export function useApproveLinked(token: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: Approving) =>
      call('POST /api/approval-links/approve', { body: { token, ...body } }, { whenSignedOut: 'throw' }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['approval-link'] }),
  });
}

export function useRevokeLink(token: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => call('POST /api/approval-links/revoke', { body: { token } }, { whenSignedOut: 'throw' }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['approval-link'] }),
  });
}
