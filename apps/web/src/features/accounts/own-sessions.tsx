import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { toast, toastProblem } from '../../ui/toast.tsx';
import classes from './own-sessions.module.css';
import { ownSessionsQuery, useEndOwnSessions } from './parts/account-queries.ts';
import { SessionList } from './parts/session-list.tsx';

/** Where one is logged in now, and logging out elsewhere. */
export function OwnSessions() {
  const { t } = useTranslation('accounts');
  const query = useQuery(ownSessionsQuery);
  const end = useEndOwnSessions();
  const act = (which: string) =>
    end.mutate(which, {
      onSuccess: () => toast({ tone: 'good', message: t('sessions.ended') }),
      onError: (error) => toastProblem(error),
    });
  return (
    <Panel title={t('sessions.ownTitle')}>
      <Loaded query={query} skeleton={<Skeleton rows={2} height={36} />}>
        {({ items }) => (
          <>
            <SessionList sessions={items} onEnd={act} busyId={end.isPending ? end.variables : undefined} />
            <div className={classes.foot}>
              {items.length > 1 ? (
                <Button
                  variant="default"
                  loading={end.isPending && end.variables === 'others'}
                  onClick={() => act('others')}
                >
                  {t('sessions.endOthers')}
                </Button>
              ) : (
                <p>{t('sessions.onlyHere')}</p>
              )}
            </div>
          </>
        )}
      </Loaded>
    </Panel>
  );
}
