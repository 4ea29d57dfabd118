import type { Link } from '@konnekt/shared/accounts/link.contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { paths } from '../../../kit/address/paths.ts';
import { ButtonLink } from '../../../ui/button.tsx';
import { LoadFailed } from '../../../ui/loaded.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { Door, DoorActions, DoorCard } from './door.tsx';
import { LinkForm } from './link-form.tsx';
import { linkQuery } from './link-queries.ts';

export { LinkPage as Component };

/** What a link from a mail opens. Opening uses nothing up; the press on the page does. */
function LinkPage() {
  const { t } = useTranslation('auth');
  const token = useLocation().hash.slice(1);
  const { data, error, isFetching, refetch } = useQuery({ ...linkQuery(token), enabled: token !== '' });
  const link = token === '' ? nothing : data;
  if (!link) {
    return (
      <Door title={t('link.loading')}>
        <DoorCard title={t('link.loading')}>
          {error ? <LoadFailed error={error} busy={isFetching} retry={() => void refetch()} /> : <Skeleton rows={3} />}
        </DoorCard>
      </Door>
    );
  }
  if (link.state === 'good' && link.purpose) {
    const { purpose, name, email } = link;
    return (
      <Door title={t(`link.${purpose}.title`)}>
        <DoorCard title={t(`link.${purpose}.title`)} intro={t(`link.${purpose}.text`, { name, email })}>
          <LinkForm token={token} purpose={purpose} email={email ?? ''} />
        </DoorCard>
      </Door>
    );
  }
  return <DeadLink link={link} />;
}

const nothing: Link = { state: 'unknown', purpose: null, name: null, email: null, language: null };

/** Why a link does not work, and the way on. */
function DeadLink({ link }: { link: Link }) {
  const { t } = useTranslation('auth');
  const { email } = link;
  const why =
    link.state === 'used'
      ? link.purpose === 'activation'
        ? 'used'
        : 'usedPassword'
      : (link.state as 'expired' | 'unknown');
  const ask = (variant: 'filled' | 'default') => (
    <ButtonLink to={paths.forgotPassword} state={{ login: email ?? '' }} variant={variant} fullWidth>
      {t('link.newLink')}
    </ButtonLink>
  );
  const logIn = (variant: 'filled' | 'default') => (
    <ButtonLink to={paths.login} variant={variant} fullWidth>
      {t('link.logIn')}
    </ButtonLink>
  );
  // Whose it was is told to nobody whose address is another by now.
  const intro =
    email === null && (why === 'used' || why === 'usedPassword')
      ? t(`link.${why}.textBare`)
      : t(`link.${why}.text`, { email });
  return (
    <Door title={t(`link.${why}.title`)}>
      <DoorCard title={t(`link.${why}.title`)} intro={intro}>
        <DoorActions>
          {link.state === 'used' ? logIn('filled') : ask('filled')}
          {link.state === 'used' ? ask('default') : logIn('default')}
        </DoorActions>
      </DoorCard>
    </Door>
  );
}
