import type { Me } from '@konnekt/shared/accounts/account.schema';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { onOtherTab, setAsker } from '../api/session.ts';
import { loadTexts } from '../i18n/index.ts';
import { paths } from '../kit/address/paths.ts';

const Dialog = lazy(async () => {
  const [module] = await Promise.all([import('../features/accounts/door/log-in-again-dialog.tsx'), loadTexts('auth')]);
  return { default: module.LogInAgainDialog };
});

/**
 * Asks the person to log in again over the screen they are on, so that nothing they typed is lost; every call that
 * waited goes on. Somebody else starts with a clean page.
 */
export function LogInAgain({ me }: { me: Me }) {
  const queryClient = useQueryClient();
  const [waiting, setWaiting] = useState<{ goOn: () => void }>();

  useEffect(() => {
    setAsker(() => new Promise((resolve) => setWaiting({ goOn: () => resolve(true) })));
    return () => setAsker(undefined);
  }, []);

  useEffect(() => onOtherTab((accountId) => loggedIn(accountId)));

  function loggedIn(accountId: string | null) {
    if (accountId !== me.accountId) return window.location.assign(accountId === null ? paths.login : paths.home);
    if (!waiting) return;
    setWaiting(undefined);
    waiting.goOn();
    void queryClient.invalidateQueries();
  }

  if (!waiting) return null;
  return (
    <Suspense>
      <Dialog name={me.name} login={me.email} onDone={({ accountId }) => loggedIn(accountId)} />
    </Suspense>
  );
}
