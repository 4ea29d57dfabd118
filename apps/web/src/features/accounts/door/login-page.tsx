import type { Me } from '@konnekt/shared/accounts/account.schema';
import type { Agency } from '@konnekt/shared/agency/agency.contract';
import type { Language } from '@konnekt/shared/basics/actor';
import { IconArrowRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate } from 'react-router';
import { agencyQuery, useChangeLanguage } from '../../../api/session-queries.ts';
import { destinationIn, paths } from '../../../kit/address/paths.ts';
import { Door, DoorCard } from './door.tsx';
import { LoginForm } from './login-form.tsx';
import classes from './login-page.module.css';

export { LoginPage as Component };

type Filled = { login: string; password: string };

function LoginPage() {
  const { t } = useTranslation(['auth', 'common']);
  const { data: agency } = useQuery(agencyQuery);
  const [filled, setFilled] = useState<Filled>();
  const [chosen, setChosen] = useState<Language>();
  const changeLanguage = useChangeLanguage();
  const navigate = useNavigate();
  const { search } = useLocation();

  // Who chose a language just now wants to go on in it, whatever the account remembers.
  const goOn = async (me: Me) => {
    if (chosen && chosen !== me.language) await changeLanguage.mutateAsync(chosen).catch(() => undefined);
    await navigate(destinationIn(search), { replace: true });
  };

  return (
    <Door title={t('title')} onLanguage={setChosen}>
      <DoorCard title={t('welcome', { agency: agency?.name ?? 'Konnekt' })} intro={t('intro')}>
        <LoginForm filled={filled} onDone={(me) => void goOn(me)} />
        <p className={classes.forgot}>
          <Link to={paths.forgotPassword}>{t('forgot.link')}</Link>
        </p>
      </DoorCard>
      {agency?.demo && <DemoAccounts demo={agency.demo} onChoose={setFilled} />}
    </Door>
  );
}

function DemoAccounts({ demo, onChoose }: { demo: NonNullable<Agency['demo']>; onChoose: (filled: Filled) => void }) {
  const { t } = useTranslation('auth');
  return (
    <section className={classes.demo} aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">{t('demo.title')}</h2>
      <p>{t('demo.hint', { password: demo.password })}</p>
      <ul className={classes.accounts}>
        {demo.accounts.map(({ email, role }) => (
          <li key={email}>
            <button type="button" onClick={() => onChoose({ login: email, password: demo.password })}>
              <span>
                <strong>{email}</strong>
                <small>{t(email.startsWith('registrar@') ? 'demoRole.registrar' : `demoRole.${role}`)}</small>
              </span>
              <IconArrowRight size={16} stroke={1.75} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      <p className={classes.mail}>
        {t('demoMail.text')} <Link to={paths.demoMail}>{t('demoMail.open')}</Link>
      </p>
    </section>
  );
}
