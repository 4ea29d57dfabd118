import { reasonNotToBlock, reasonNotToManage } from '@konnekt/shared/accounts/account.permissions';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../api/problem.ts';
import { useMe } from '../../../api/session-queries.ts';
import { Button } from '../../../ui/button.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { toast, toastProblem } from '../../../ui/toast.tsx';
import { AccountFacts } from './account-facts.tsx';
import classes from './account-panel.module.css';
import { type Account, accountQuery, useAccountAct } from './account-queries.ts';
import { AccountSessions } from './account-sessions.tsx';
import { BlockDialog } from './block-dialog.tsx';
import { ChangeDialog } from './change-dialog.tsx';

/**
 * The account of a person, for the office: what it logs in with and its state; inviting, changing, blocking; where it is logged
 * in. The screen that shows it fetches the texts `accounts`.
 */
export function AccountPanel({ personId }: { personId: string }) {
  const { t } = useTranslation('accounts');
  const query = useQuery(accountQuery(personId));
  // An employee may work at the office as well: that account is the admins' to see.
  const isHidden = query.error instanceof ApiProblem && query.error.code === 'not-found';
  if (isHidden)
    return (
      <Panel title={t('panel.title')}>
        <p className={classes.quiet}>{t('panel.onlyAdmin')}</p>
      </Panel>
    );
  return (
    <Panel title={t('panel.title')}>
      <Loaded query={query} skeleton={<Skeleton rows={5} />}>
        {(account) => <AccountBody account={account} />}
      </Loaded>
    </Panel>
  );
}

function AccountBody({ account }: { account: Account }) {
  const { t } = useTranslation(['accounts', 'common']);
  const me = useMe();
  const act = useAccountAct(account.id);
  const [dialog, setDialog] = useState<'change' | 'block'>();
  const { name, email, status } = account;
  const mayManage = reasonNotToManage(me, account) === undefined;
  const mayBlock = reasonNotToBlock(me, account) === undefined;

  const invite = () =>
    act.mutate('invite', {
      onSuccess: () => toast({ tone: 'good', message: t('panel.invited', { email }) }),
      onError: (error) => toastProblem(error),
    });
  const unblock = () =>
    act.mutate('unblock', {
      onSuccess: (after) =>
        toast({
          tone: 'good',
          message: t(after.status === 'invited' ? 'panel.unblockedInvited' : 'panel.unblocked', { name }),
        }),
      onError: (error) => toastProblem(error),
    });

  return (
    <>
      <AccountFacts account={account} />
      {mayManage ? (
        <div className={classes.actions}>
          {status === 'invited' && (
            <Button loading={act.isPending && act.variables === 'invite'} onClick={invite}>
              {t(account.link ? 'panel.inviteAgain' : 'panel.invite')}
            </Button>
          )}
          <Button variant="default" onClick={() => setDialog('change')}>
            {t('panel.change')}
          </Button>
          {status === 'blocked' ? (
            <Button variant="default" loading={act.isPending} onClick={unblock}>
              {t('panel.unblock')}
            </Button>
          ) : (
            mayBlock && (
              <Button variant="default" onClick={() => setDialog('block')}>
                {t('panel.block')}
              </Button>
            )
          )}
        </div>
      ) : (
        <p className={classes.quiet}>{t('panel.onlyAdmin')}</p>
      )}
      {mayManage && !mayBlock && <p className={classes.quiet}>{t('panel.own')}</p>}
      {status === 'active' && <AccountSessions account={account} mayEnd={mayManage} />}
      {dialog === 'change' && <ChangeDialog account={account} onClose={() => setDialog(undefined)} />}
      {dialog === 'block' && <BlockDialog account={account} onClose={() => setDialog(undefined)} />}
    </>
  );
}
