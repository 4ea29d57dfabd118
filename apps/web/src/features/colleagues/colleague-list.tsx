import type { Colleague, Colleagues } from '@konnekt/shared/colleagues/colleague.contract';
import { IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Panel } from '../../ui/panel.tsx';
import { toast, toastProblem } from '../../ui/toast.tsx';
import { useInviteAgain } from './colleague-queries.ts';
import classes from './colleagues-page.module.css';
import { InviteDialog } from './invite-dialog.tsx';
import { RightDialog } from './right-dialog.tsx';
import { RightText } from './right-text.tsx';

type Right = Colleague['rights'][number];

export function ColleagueList({ colleagues, organisations }: Colleagues) {
  const { t } = useTranslation('colleagues');
  const [isInviting, setIsInviting] = useState(false);
  const [changing, setChanging] = useState<{ name: string; right: Right }>();
  // As it is now: somebody else may change it while the dialog is open.
  const current = colleagues.flatMap(({ rights }) => rights).find(({ id }) => id === changing?.right.id);
  const managed = organisations.filter(({ mayManage }) => mayManage);
  return (
    <Panel
      title={t('list.title')}
      flush
      aside={
        managed.length > 0 && (
          <Button size="xs" onClick={() => setIsInviting(true)}>
            <IconUserPlus size={16} stroke={2} aria-hidden /> {t('invite.open')}
          </Button>
        )
      }
    >
      {colleagues.length === 0 ? (
        <Empty icon={IconUsers} title={t('list.empty')} small>
          {t(managed.length > 0 ? 'list.emptyManager' : 'list.emptyText')}
        </Empty>
      ) : (
        <ul className={classes.list}>
          {colleagues.map((colleague) => (
            <li key={colleague.personId}>
              <p>
                <strong>{colleague.name}</strong>{' '}
                {colleague.status && colleague.status !== 'active' && (
                  <span className={classes.quiet}>({t(`status.${colleague.status}`)})</span>
                )}
                {colleague.email && <span className={classes.mail}>{colleague.email}</span>}
              </p>
              {colleague.email && colleague.status === 'invited' && (
                <InviteAgain {...colleague} email={colleague.email} />
              )}
              <ul className={classes.rights}>
                {colleague.rights.map((right) => (
                  <RightLine
                    key={right.id}
                    right={right}
                    name={colleague.name}
                    onChange={() => setChanging({ name: colleague.name, right })}
                  />
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
      {isInviting && <InviteDialog organisations={managed} onClose={() => setIsInviting(false)} />}
      {changing && (
        <RightDialog
          name={changing.name}
          right={current ?? changing.right}
          own={managed.find(({ id }) => id === changing.right.organisationId)}
          onClose={() => setChanging(undefined)}
        />
      )}
    </Panel>
  );
}

/** An invitation works for two days: who did not follow it needs a new one. */
function InviteAgain({ personId, name, email }: { personId: string; name: string; email: string }) {
  const { t } = useTranslation('colleagues');
  const invite = useInviteAgain();
  const send = () =>
    invite.mutate(personId, {
      onSuccess: () => toast({ tone: 'good', message: t('invite.done', { email }) }),
      onError: toastProblem,
    });
  return (
    <p>
      <Button
        variant="default"
        size="xs"
        loading={invite.isPending}
        aria-label={t('invite.againFor', { name })}
        onClick={send}
      >
        {t('invite.again')}
      </Button>
    </p>
  );
}

function RightLine({ right, name, onChange }: { right: Right; name: string; onChange: () => void }) {
  const { t } = useTranslation('colleagues');
  return (
    <li>
      <RightText right={right} />
      {right.mayChange && (
        <Button
          variant="default"
          size="xs"
          onClick={onChange}
          aria-label={t('change.openFor', { name, organisation: right.organisationName })}
        >
          {t('change.open')}
        </Button>
      )}
    </li>
  );
}
