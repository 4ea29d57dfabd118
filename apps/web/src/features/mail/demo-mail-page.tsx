import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { agencyQuery } from '../../api/session-queries.ts';
import { paths } from '../../kit/address/paths.ts';
import { Brand } from '../../ui/brand.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { LanguageSwitch } from '../../ui/language-switch.tsx';
import { Page } from '../../ui/page.tsx';
import { switchLanguage } from '../../ui/switch-language.ts';
import { Toaster } from '../../ui/toast.tsx';
import classes from './demo-mail-page.module.css';
import { MailList } from './mail-list.tsx';

export { DemoMailPage as Component };

/** Mail of the demo for whoever cannot log in yet, so that one can play somebody who is invited. */
function DemoMailPage() {
  const { t } = useTranslation('mail');
  const { data: agency } = useQuery(agencyQuery);
  return (
    <div className={classes.screen}>
      <header className={classes.top}>
        <Brand agency={agency} />
        <LanguageSwitch onChange={(language) => void switchLanguage(language)} />
      </header>
      <Toaster />
      <main className={classes.main}>
        <Page
          title={t('title')}
          lead={t('lead')}
          actions={
            <ButtonLink to={paths.login} variant="default">
              {t('toLogIn')}
            </ButtonLink>
          }
        >
          <MailList />
        </Page>
      </main>
    </div>
  );
}
