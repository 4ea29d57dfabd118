import type { AccountState } from '@konnekt/shared/employees/employee.schema';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { auditKeys } from '../audit/audit-queries.ts';
import { Button } from '../ui/button.tsx';
import { Panel } from '../ui/panel.tsx';
import { toast, toastProblem } from '../ui/toast.tsx';
import { AccountBadge } from './account-badge.tsx';
import classes from './account-panel.module.css';
import { officeKeys, type RecordKind } from './office-queries.ts';

type Act = 'invite' | 'block' | 'unblock';
const acts: Record<AccountState, readonly Act[]> = {
  none: [],
  invited: ['invite', 'block'],
  active: ['block'],
  blocked: ['unblock'],
};

/** The account of an employee or supervisor: how far it is, and inviting, blocking and giving it back. */
export function AccountPanel(props: {
  kind: RecordKind;
  record: { id: string; account: AccountState; accountId: string | null; email: string | null; name: string };
  personId: string;
}) {
  const { t } = useTranslation('office');
  const { kind, record, personId } = props;
  const queryClient = useQueryClient();
  const turn = useMutation({
    mutationFn: ({ act, id }: { act: Act; id: string }) => call(`POST /api/accounts/:id/${act}`, { params: { id } }),
    onSuccess: (_, { act }) =>
      toast({ tone: 'good', message: t(`account.done.${act}`, { name: record.name, email: record.email ?? '' }) }),
    onError: toastProblem,
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: officeKeys.one(kind, record.id) }),
        queryClient.invalidateQueries({ queryKey: [...officeKeys.all, 'list'] }),
        queryClient.invalidateQueries({ queryKey: auditKeys.record(personId) }),
      ]),
  });
  const { accountId } = record;
  return (
    <Panel title={t('account.title')} aside={<AccountBadge state={record.account} />}>
      <div className={classes.account}>
        <p>{t(`account.text.${record.account}`, { email: record.email ?? '' })}</p>
        {accountId !== null && (
          <div className={classes.acts}>
            {acts[record.account].map((act) => (
              <Button
                key={act}
                variant={act === 'block' ? 'danger' : act === 'invite' ? 'filled' : 'default'}
                size="xs"
                loading={turn.isPending && turn.variables.act === act}
                onClick={() => turn.mutate({ act, id: accountId })}
              >
                {t(`account.act.${act}`)}
              </Button>
            ))}
          </div>
        )}
      </div>
    </Panel>
  );
}
