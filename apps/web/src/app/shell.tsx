import type { Agency } from '@konnekt/shared/agency/agency.contract';
import { IconHelpCircle, IconMail, IconMenu2, IconPhone } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router';
import { agencyQuery, useChangeLanguage, useMe } from '../api/session-queries.ts';
import { NoticeBell } from '../features/notices/parts/notice-bell-later.tsx';
import { paths } from '../kit/address/paths.ts';
import { Announcer } from '../ui/announcer.tsx';
import { Brand } from '../ui/brand.tsx';
import { BusyNotice } from '../ui/busy-notice.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { Toaster, toastProblem } from '../ui/toast.tsx';
import { HeaderMenu } from './header-menu.tsx';
import { LogInAgain } from './log-in-again.tsx';
import { menuFor } from './menu.ts';
import classes from './shell.module.css';
import { SideMenu } from './side-menu.tsx';
import { UserMenu } from './user-menu.tsx';

export { Shell as Component };

/** What is around every screen behind the log-in: the menu on the left, the same items in the header, help. */
function Shell() {
  const { t } = useTranslation();
  const me = useMe();
  const { data: agency } = useQuery(agencyQuery);
  const [isOpen, setIsOpen] = useState(false);
  const changeLanguage = useChangeLanguage();
  const { pathname } = useLocation();
  const isMoving = useNavigation().state !== 'idle';
  const menu = menuFor(me, agency);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the menu of a phone closes when somebody went somewhere
  useEffect(() => setIsOpen(false), [pathname]);

  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#content">
        {t('menu.skip')}
      </a>
      <div className={classes.progress} data-on={isMoving || undefined} aria-hidden />
      <header className={classes.header}>
        <button
          type="button"
          className={classes.burger}
          aria-label={t('menu.open')}
          aria-expanded={isOpen}
          onClick={() => setIsOpen(true)}
        >
          <IconMenu2 size={22} stroke={1.75} aria-hidden />
        </button>
        <Link to={paths.home} className={classes.brand}>
          <Brand agency={agency} />
        </Link>
        <HeaderMenu menu={menu} />
        <div className={classes.tools}>
          <LanguageSwitch
            onChange={(language) => changeLanguage.mutate(language, { onError: (error) => toastProblem(error) })}
          />
          <NoticeBell />
          <UserMenu me={me} />
        </div>
      </header>
      <div className={classes.side}>
        <SideMenu menu={menu} label={t('menu.main')} />
        <HelpDesk agency={agency} />
      </div>
      {isOpen && (
        <Dialog
          isDrawer
          title={<Brand agency={agency} />}
          onClose={() => setIsOpen(false)}
          closeLabel={t('menu.close')}
        >
          <SideMenu menu={menu} label={t('menu.main')} />
          <HelpDesk agency={agency} />
        </Dialog>
      )}
      <main id="content" className={classes.main} tabIndex={-1}>
        <BusyNotice />
        <Outlet />
      </main>
      <Announcer />
      <Toaster />
      <LogInAgain me={me} />
      <ScrollRestoration />
    </div>
  );
}

function HelpDesk({ agency }: { agency: Agency | undefined }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  if (!agency) return null;
  return (
    <section className={classes.help} aria-label={t('help.title')}>
      <strong>{t('help.title')}</strong>
      <Link to={paths.helpFrom(pathname)}>
        <IconHelpCircle size={15} stroke={1.75} aria-hidden /> {t('help.open')}
      </Link>
      {agency.helpdeskPhone && (
        <a href={`tel:${agency.helpdeskPhone.replace(/[^+\d]/g, '')}`}>
          <IconPhone size={15} stroke={1.75} aria-hidden /> {agency.helpdeskPhone}
        </a>
      )}
      <a href={`mailto:${agency.helpdeskEmail}`}>
        <IconMail size={15} stroke={1.75} aria-hidden /> <MailAddress address={agency.helpdeskEmail} />
      </a>
    </section>
  );
}

/** Breaks before the @ where it does not fit. */
function MailAddress({ address }: { address: string }) {
  const [name, domain] = address.split('@');
  return (
    <span>
      {name}
      <wbr />@{domain}
    </span>
  );
}
