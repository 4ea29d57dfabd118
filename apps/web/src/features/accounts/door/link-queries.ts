import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../api/client.ts';
import { tellOtherTabs } from '../../../api/session.ts';
import { setLanguage } from '../../../i18n/index.ts';

/** What a link is good for. Asking uses nothing up, and what is known of it is not kept. */
export const linkQuery = (token: string) =>
  queryOptions({
    queryKey: ['link', token],
    queryFn: async ({ signal }) => {
      const link = await call('POST /api/auth/link', { body: { token } }, { signal, whenSignedOut: 'throw' });
      // The mail was in the language of the account: the screen goes on in it.
      if (link.language) await setLanguage(link.language);
      return link;
    },
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });

/** The press that uses it up. */
export function useActivate(token: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (password: string) => call('POST /api/auth/activate', { body: { token, password } }),
    onSuccess: (me) => tellOtherTabs(me.accountId),
    // Somebody was quicker, or it ended while the page was open: it says so now.
    onError: () => void queryClient.invalidateQueries({ queryKey: ['link', token] }),
  });
}
