import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { agencyQuery } from '../../../api/session-queries.ts';
import { useFormat } from '../../../i18n/format.ts';
import classes from './account-panel.module.css';
import type { Account } from './account-queries.ts';
import { AccountStatus } from './account-status.tsx';

/** What there is to know of an account. */
export function AccountFacts({ account }: { account: Account }) {
  const { t } = useTranslation(['accounts', 'common', 'outbox']);
  const format = useFormat();
  const { data: agency } = useQuery(agencyQuery);
  const { link } = account;
  const isLinkShown = link && (link.isAlive || account.status === 'invited');
  return (
    <dl className={classes.facts}>
      <div>
        <dt>{t('field.status')}</dt>
        <dd>
          <AccountStatus account={account} />
        </dd>
      </div>
      <Fact name={t('field.email')} value={account.email} />
      {account.userName && <Fact name={t('field.userName')} value={account.userName} />}
      <Fact name={t('field.role')} value={t(`common:role.${account.role}`)} />
      <Fact name={t('field.language')} value={t(`common:language.${account.language}`)} />
      <Fact name={t('field.lastSeen')} value={account.lastSeenAt ? format.moment(account.lastSeenAt) : t('never')} />
      {isLinkShown && (
        <Fact
          name={t(link.purpose === 'activation' ? 'field.invitation' : 'field.link')}
          value={t(`link.${wordFor(link, agency?.demo != null)}`, {
            at: format.moment(link.sentAt),
            until: format.moment(link.expiresAt),
          })}
        />
      )}
      {isLinkShown && link.failure && <Fact name={t('field.failure')} value={t(`outbox:failure.${link.failure}`)} />}
    </dl>
  );
}

const wordFor = ({ mail, isAlive }: NonNullable<Account['link']>, isDemo: boolean) => {
  if (mail === 'failed') return 'failed';
  if (!isAlive) return 'dead';
  return mail === 'waiting' && isDemo ? 'demo' : mail;
};

const Fact = (props: { name: string; value: string }) => (
  <div>
    <dt>{props.name}</dt>
    <dd>{props.value}</dd>
  </div>
);
