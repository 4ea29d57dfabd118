import type { Me } from '@konnekt/shared/accounts/account.schema';
import type { Agency } from '@konnekt/shared/agency/agency.contract';
import type { Language } from '@konnekt/shared/basics/actor';
import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { currentLanguage, setLanguage } from '../i18n/index.ts';
import { call } from './client.ts';
import { TextsGone } from './problem.ts';
import { tellOtherTabs } from './session.ts';

/** How much is new of all that the menu counts; comes with who is logged in. */
export const newsKey = ['news'];

/** Who is logged in. Asked once; log-in and settings put the answer here. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ client, signal }): Promise<Me> => {
    const { me, news } = await call('GET /api/start', undefined, { signal, whenSignedOut: 'throw' });
    client.setQueryData(newsKey, news);
    return me;
  },
  staleTime: Number.POSITIVE_INFINITY,
});

/** Name, look and help desk of the agency. The server puts them into the page. */
export const agencyQuery = queryOptions({
  queryKey: ['agency'],
  queryFn: ({ signal }) => call('GET /api/agency', undefined, { signal }),
  initialData: agencyInPage,
  staleTime: 10 * 60_000,
});

function agencyInPage(): Agency | undefined {
  const text = document.getElementById('agency')?.textContent;
  return text ? (JSON.parse(text) as Agency) : undefined; // apps/api/src/pages/web-page.ts writes it
}

/** Who is logged in, on screens behind the log-in. */
export const useMe = (): Me => useSuspenseQuery(meQuery).data;

export function useLogIn() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: { login: string; password: string }) => call('POST /api/auth/login', { body }),
    onSuccess: async (me) => {
      await setLanguage(me.language);
      const before = queryClient.getQueryData(meQuery.queryKey);
      if (!before || before.accountId === me.accountId) queryClient.setQueryData(meQuery.queryKey, me);
      tellOtherTabs(me.accountId);
    },
  });
}

export const useLogOut = () => useMutation({ mutationFn: () => call('POST /api/auth/logout') });

export function useChangePassword() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: { currentPassword: string; newPassword: string }) => call('PUT /api/me/password', { body }),
    onSuccess: (me) => queryClient.setQueryData(meQuery.queryKey, me),
  });
}

/**
 * Switches at once on screen; the account remembers it for mail and other devices. What cannot be shown is not remembered, and what cannot be
 * remembered is not shown: the next screen would be in the old language again.
 */
export function useChangeLanguage() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (language: Language) => {
      const before = currentLanguage();
      if (!(await setLanguage(language))) throw new TextsGone();
      try {
        return await call('PATCH /api/me', { body: { language } });
      } catch (error) {
        await setLanguage(before);
        throw error;
      }
    },
    onSuccess: (me) => queryClient.setQueryData(meQuery.queryKey, me),
  });
}
