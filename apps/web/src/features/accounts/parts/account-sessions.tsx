import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { toast, toastProblem } from '../../../ui/toast.tsx';
import classes from './account-panel.module.css';
import { type Account, accountSessionsQuery, useEndSessions } from './account-queries.ts';
import { SessionList } from './session-list.tsx';

/** Where somebody else is logged in now. */
export function AccountSessions({ account, mayEnd }: { account: Account; mayEnd: boolean }) {
  const { t } = useTranslation('accounts');
  const query = useQuery(accountSessionsQuery(account.id));
  const end = useEndSessions(account.id);
  return (
    <section className={classes.sessions} aria-label={t('sessions.title')}>
      <h3>{t('sessions.title')}</h3>
      <Loaded query={query} skeleton={<Skeleton rows={1} height={36} />}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={classes.quiet}>{t('sessions.none')}</p>
          ) : (
            <>
              <SessionList sessions={items} />
              {mayEnd && (
                <div className={classes.actions}>
                  <Button
                    variant="default"
                    size="xs"
                    loading={end.isPending}
                    onClick={() =>
                      end.mutate(undefined, {
                        onSuccess: () => toast({ tone: 'good', message: t('sessions.ended') }),
                        onError: (error) => toastProblem(error),
                      })
                    }
                  >
                    {t('sessions.endAll')}
                  </Button>
                </div>
              )}
            </>
          )
        }
      </Loaded>
    </section>
  );
}
