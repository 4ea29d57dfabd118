import { useTranslation } from 'react-i18next';
import { toastProblem } from '../../../ui/toast.tsx';
import classes from './mail-approval.module.css';
import { useRevokeLink } from './mail-approval-queries.ts';

/** Whoever has the link may make it unusable: it was forwarded, or lies about. */
export function RevokeLink({ token }: { token: string }) {
  const { t } = useTranslation('mailApproval');
  const revoke = useRevokeLink(token);
  return (
    <button
      type="button"
      className={classes.revoke}
      disabled={revoke.isPending}
      onClick={() => revoke.mutate(undefined, { onError: toastProblem })}
    >
      {t('revoke')}
    </button>
  );
}
