import type { Language } from '@konnekt/shared/basics/actor';
import { IconMail, IconPhone } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { agencyQuery } from '../../../api/session-queries.ts';
import { Brand } from '../../../ui/brand.tsx';
import { BusyNotice } from '../../../ui/busy-notice.tsx';
import { LanguageSwitch } from '../../../ui/language-switch.tsx';
import { switchLanguage } from '../../../ui/switch-language.ts';
import { Toaster } from '../../../ui/toast.tsx';
import classes from './door.module.css';

/** What is around every screen before the log-in: whose portal it is, the languages, and who helps. */
export function Door(props: { title: string; children: ReactNode; onLanguage?: (language: Language) => void }) {
  const { t } = useTranslation();
  const { data: agency } = useQuery(agencyQuery);
  const choose = async (language: Language) => {
    if (await switchLanguage(language)) props.onLanguage?.(language);
  };
  return (
    <div className={classes.screen}>
      <title>{`${props.title} · ${agency?.name ?? 'Konnekt'}`}</title>
      <header className={classes.top}>
        <Brand agency={agency} />
        <LanguageSwitch onChange={(language) => void choose(language)} />
      </header>
      <Toaster />
      <main className={classes.main}>
        <BusyNotice />
        {props.children}
      </main>
      {agency && (
        <footer className={classes.help}>
          <span>{t('help.question')}</span>
          {agency.helpdeskPhone && (
            <a href={`tel:${agency.helpdeskPhone.replace(/[^+\d]/g, '')}`}>
              <IconPhone size={15} stroke={1.75} aria-hidden /> {agency.helpdeskPhone}
            </a>
          )}
          <a href={`mailto:${agency.helpdeskEmail}`}>
            <IconMail size={15} stroke={1.75} aria-hidden /> {agency.helpdeskEmail}
          </a>
        </footer>
      )}
    </div>
  );
}

/** The block in the middle, with the one heading of the screen. */
export function DoorCard(props: { title: string; intro?: ReactNode; children?: ReactNode }) {
  return (
    <section className={classes.card}>
      <h1 className={classes.title}>{props.title}</h1>
      {props.intro && <p className={classes.intro}>{props.intro}</p>}
      {props.children}
    </section>
  );
}

/** Ways on, below each other. */
export const DoorActions = (props: { children: ReactNode }) => <div className={classes.actions}>{props.children}</div>;
