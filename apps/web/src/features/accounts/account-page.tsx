import { type Language, languages } from '@konnekt/shared/basics/actor';
import { useTranslation } from 'react-i18next';
import { useChangeLanguage, useMe } from '../../api/session-queries.ts';
import { Choice } from '../../ui/choice.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type Scheme, schemes, useScheme } from '../../ui/scheme.ts';
import { toastProblem } from '../../ui/toast.tsx';
import { NoticeChoices } from '../notices/parts/notice-choices.tsx';
import classes from './account-page.module.css';
import { OwnSessions } from './own-sessions.tsx';
import { PasswordForm } from './password-form.tsx';

export { AccountPage as Component };

function AccountPage() {
  const { t, i18n } = useTranslation(['account', 'common']);
  const me = useMe();
  const changeLanguage = useChangeLanguage();
  const { scheme, setScheme } = useScheme();
  return (
    <Page title={t('title')} lead={t('intro', { name: me.name, email: me.email })}>
      <div className={classes.panels}>
        <Panel title={t('password.title')}>
          <PasswordForm />
        </Panel>
        <div className={classes.panels}>
          <NoticeChoices />
          <OwnSessions />
          <Panel title={t('language.title')}>
            <Choice<Language>
              legend={t('language.title')}
              hint={t('language.text')}
              value={i18n.language === 'en' ? 'en' : 'nl'}
              options={languages.map((value) => ({ value, label: t(`common:language.${value}`), lang: value }))}
              onChange={(language) => changeLanguage.mutate(language, { onError: (error) => toastProblem(error) })}
            />
          </Panel>
          <Panel title={t('scheme.title')}>
            <Choice<Scheme>
              legend={t('scheme.title')}
              hint={t('scheme.text')}
              value={scheme}
              options={schemes.map((value) => ({ value, label: t(`common:scheme.${value}`) }))}
              onChange={setScheme}
            />
          </Panel>
        </div>
      </div>
    </Page>
  );
}
