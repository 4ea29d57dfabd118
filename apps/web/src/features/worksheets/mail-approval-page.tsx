import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { agencyQuery } from '../../api/session-queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { loginTo, paths } from '../../kit/address/paths.ts';
import { Brand } from '../../ui/brand.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { LanguageSwitch } from '../../ui/language-switch.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { switchLanguage } from '../../ui/switch-language.ts';
import { Toaster } from '../../ui/toast.tsx';
import { LinkedHours } from './mail-approval/linked-hours.tsx';
import classes from './mail-approval/mail-approval.module.css';
import { type Linked, linkedQuery } from './mail-approval/mail-approval-queries.ts';
import { RevokeLink } from './mail-approval/revoke-link.tsx';

export { MailApprovalPage as Component };

/** What the link of a digest opens: the hours that it is about, to approve with a press. Opening it changes nothing. */
function MailApprovalPage() {
  const { t } = useTranslation('mailApproval');
  const { data: agency } = useQuery(agencyQuery);
  const token = useLocation().hash.slice(1);
  const query = useQuery({ ...linkedQuery(token), enabled: token !== '' });
  return (
    <div className={classes.screen}>
      <title>{`${t('title')} · ${agency?.name ?? 'Konnekt'}`}</title>
      <header className={classes.top}>
        <Brand agency={agency} />
        <LanguageSwitch onChange={(language) => void switchLanguage(language)} />
      </header>
      <Toaster />
      <main className={classes.main}>
        <Page title={t('title')} lead={query.data?.state === 'good' ? t('lead') : undefined}>
          {token === '' ? (
            <WayOn state="unknown" />
          ) : (
            <Loaded query={query} skeleton={<Skeleton rows={5} height={40} />}>
              {(link) => (link.state === 'good' ? <Good link={link} token={token} /> : <WayOn state={link.state} />)}
            </Loaded>
          )}
        </Page>
      </main>
    </div>
  );
}

function Good({ link, token }: { link: Linked; token: string }) {
  const { t } = useTranslation('mailApproval');
  const format = useFormat();
  return (
    <div className={classes.parts}>
      <LinkedHours link={link} token={token} />
      {link.hidden > 0 && (
        <Notice
          tone="info"
          actions={
            <ButtonLink to={loginTo(paths.approve)} variant="default" size="xs">
              {t('logIn')}
            </ButtonLink>
          }
        >
          {link.worksheets.length === 0 ? t('allHidden') : t('hidden', { count: link.hidden })}
        </Notice>
      )}
      <p className={classes.quiet}>
        {link.expiresAt && t('until', { moment: format.moment(link.expiresAt) })} <RevokeLink token={token} />
        <br />
        <Link className={classes.all} to={link.isSignedIn ? paths.approve : loginTo(paths.approve)}>
          {t('all')}
        </Link>
      </p>
    </div>
  );
}

/** Why it opens nothing, and where the hours are. */
function WayOn({ state }: { state: Exclude<Linked['state'], 'good'> }) {
  const { t } = useTranslation('mailApproval');
  return (
    <Notice
      tone="warn"
      role="alert"
      title={t(`state.${state}`)}
      actions={
        <ButtonLink to={state === 'foreign' ? paths.home : loginTo(paths.approve)} size="xs">
          {t(state === 'foreign' ? 'home' : 'logIn')}
        </ButtonLink>
      }
    >
      {t(`why.${state}`)}
    </Notice>
  );
}
