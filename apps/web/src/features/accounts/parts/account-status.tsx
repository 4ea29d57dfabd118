import { IconBan, IconCircleCheck, IconMailForward } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Account } from './account-queries.ts';
import classes from './account-status.module.css';

const icons = { invited: IconMailForward, active: IconCircleCheck, blocked: IconBan };

/** The state of an account in a word and an icon. */
export function AccountStatus({ account }: { account: Pick<Account, 'status' | 'link'> }) {
  const { t } = useTranslation('accounts');
  const Icon = icons[account.status];
  return (
    <span className={classes.badge} data-status={account.status}>
      <Icon size={16} stroke={1.9} aria-hidden />
      {t(`status.${account.status === 'invited' && !account.link ? 'new' : account.status}`)}
    </span>
  );
}
