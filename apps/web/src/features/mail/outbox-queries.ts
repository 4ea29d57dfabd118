import type { MailsFile } from '@konnekt/shared/mail/mail.contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call, type Input } from '../../api/client.ts';
import { addressOf } from '../../api/route-address.ts';
import { listPages } from '../../kit/list/pages.ts';
import { auditKeys } from '../audit/parts/audit-queries.ts';

const keys = { mails: ['outbox'] } as const;
type MailFilter = Pick<NonNullable<Input<'GET /api/mails'>['query']>, 'q' | 'state' | 'sort'>;

/** What becomes of mails is asked again each time somebody looks. */
export const outboxQuery = (filter: MailFilter) =>
  listPages(
    [...keys.mails, filter],
    (cursor, signal) => call('GET /api/mails', { query: { ...filter, limit: 50, cursor } }, { signal }),
    { staleTime: 0 },
  );

/** The same list as a file. */
export const outboxFileAddress = (query: Partial<MailsFile>): string =>
  addressOf('GET /api/mails/export', { query }).url;

/** Has mails tried again: those named, or all that failed. */
export function useTryAgain() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (ids: string[] | undefined) => call('POST /api/mails/try-again', { body: ids ? { ids } : {} }),
    onSettled: (_, error) => {
      const asked = Promise.all([
        queryClient.invalidateQueries({ queryKey: keys.mails }),
        queryClient.invalidateQueries({ queryKey: auditKeys.all }),
      ]);
      return error ? undefined : asked;
    },
  });
}
