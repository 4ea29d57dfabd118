import type { Me } from '@konnekt/shared/accounts/account.schema';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../kit/address/paths.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import classes from './log-in-again-dialog.module.css';
import { LoginForm } from './login-form.tsx';

/** Over the screen that somebody was on when their session ended. */
export function LogInAgainDialog(props: { name: string; login: string; onDone: (me: Me) => void }) {
  const { t } = useTranslation('auth');
  const [filled] = useState({ login: props.login, password: '' });
  return (
    <Dialog title={t('again.title')}>
      <p className={classes.text}>{t('again.text', { name: props.name })}</p>
      <LoginForm filled={filled} onDone={props.onDone} />
      <a className={classes.other} href={paths.login}>
        {t('again.other')}
      </a>
    </Dialog>
  );
}
