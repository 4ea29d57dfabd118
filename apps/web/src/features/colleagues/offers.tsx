import type { ColleagueInvitation } from '@konnekt/shared/colleagues/colleague.contract';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { toast, toastProblem } from '../../ui/toast.tsx';
import { useAnswerInvitation } from './colleague-queries.ts';
import classes from './colleagues-page.module.css';
import { RightText } from './right-text.tsx';

/** What colleagues offer to the reader's own address: theirs when they accept. */
export function Offers({ invitations }: { invitations: ColleagueInvitation[] }) {
  const { t } = useTranslation('colleagues');
  if (invitations.length === 0) return null;
  return (
    <div className={classes.whole}>
      <Panel title={t('offer.title')} flush>
        <ul className={classes.list}>
          {invitations.map((invitation) => (
            <Offer key={invitation.id} {...invitation} />
          ))}
        </ul>
      </Panel>
    </div>
  );
}

function Offer({ id, invitedByName, rights }: ColleagueInvitation) {
  const { t } = useTranslation('colleagues');
  const accept = useAnswerInvitation('accept');
  const decline = useAnswerInvitation('decline');
  const name = invitedByName ?? '';
  const answer = (act: typeof accept, message: string) =>
    act.mutate(id, { onSuccess: () => toast({ tone: 'good', message }), onError: toastProblem });
  return (
    <li>
      <p>
        <strong>{invitedByName ? t('offer.by', { name }) : t('offer.byNobody')}</strong>
      </p>
      <ul className={classes.rights}>
        {rights.map((right) => (
          <li key={`${right.organisationName} ${right.validFrom}`}>
            <RightText right={right} />
          </li>
        ))}
      </ul>
      <p className={classes.answers}>
        <Button
          size="xs"
          loading={accept.isPending}
          aria-label={t('offer.acceptFor', { name })}
          onClick={() => answer(accept, t('offer.accepted'))}
        >
          {t('offer.accept')}
        </Button>
        <Button
          variant="default"
          size="xs"
          loading={decline.isPending}
          aria-label={t('offer.declineFor', { name })}
          onClick={() => answer(decline, t('offer.declined'))}
        >
          {t('offer.decline')}
        </Button>
      </p>
    </li>
  );
}
