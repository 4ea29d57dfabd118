import type { Me } from '@konnekt/shared/accounts/account.schema';
import type { Language } from '@konnekt/shared/basics/actor';
import { IconArrowRight, IconMail, IconPhone } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { agencyQuery, useChangeLanguage } from '../../api/session-queries.ts';
import { destinationIn } from '../../app/paths.ts';
import { setLanguage } from '../../i18n/index.ts';
import { Brand } from '../../ui/brand.tsx';
import { LanguageSwitch } from '../../ui/language-switch.tsx';
import { LoginForm } from './login-form.tsx';
import classes from './login-page.module.css';

export { LoginPage as Component };

function LoginPage() {
  const { t } = useTranslation(['auth', 'common']);
  const { data: agency } = useQuery(agencyQuery);
  const [filled, setFilled] = useState<{ login: string; password: string }>();
  const [chosen, setChosen] = useState<Language>();
  const changeLanguage = useChangeLanguage();
  const navigate = useNavigate();
  const { search } = useLocation();
  const name = agency?.name ?? 'Konnekt';

  const choose = (language: Language) => {
    setChosen(language);
    void setLanguage(language);
  };

  // Who chose a language just now wants to go on in it, whatever the account remembers.
  const goOn = async (me: Me) => {
    if (chosen && chosen !== me.language) await changeLanguage.mutateAsync(chosen).catch(() => undefined);
    await navigate(destinationIn(search), { replace: true });
  };

  return (
    <div className={classes.screen}>
      <title>{`${t('title')} · ${name}`}</title>
      <header className={classes.top}>
        <Brand agency={agency} />
        <LanguageSwitch onChange={choose} />
      </header>
      <main className={classes.main}>
        <section className={classes.card}>
          <h1 className={classes.title}>{t('welcome', { agency: name })}</h1>
          <p className={classes.intro}>{t('intro')}</p>
          <LoginForm filled={filled} onDone={(me) => void goOn(me)} />
        </section>
        {agency?.demo && (
          <section className={classes.demo} aria-labelledby="demo-accounts">
            <h2 id="demo-accounts">{t('demo.title')}</h2>
            <p>{t('demo.hint', { password: agency.demo.password })}</p>
            <ul className={classes.accounts}>
              {agency.demo.accounts.map(({ email, role }) => (
                <li key={email}>
                  <button
                    type="button"
                    onClick={() => setFilled({ login: email, password: agency.demo?.password ?? '' })}
                  >
                    <span>
                      <strong>{email}</strong>
                      <small>{t(email.startsWith('registrar@') ? 'demoRole.registrar' : `demoRole.${role}`)}</small>
                    </span>
                    <IconArrowRight size={16} stroke={1.75} aria-hidden />
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </main>
      {agency && (
        <footer className={classes.help}>
          <span>{t('common:help.question')}</span>
          <a href={`tel:${agency.helpdeskPhone.replace(/[^+\d]/g, '')}`}>
            <IconPhone size={15} stroke={1.75} aria-hidden /> {agency.helpdeskPhone}
          </a>
          <a href={`mailto:${agency.helpdeskEmail}`}>
            <IconMail size={15} stroke={1.75} aria-hidden /> {agency.helpdeskEmail}
          </a>
        </footer>
      )}
    </div>
  );
}
