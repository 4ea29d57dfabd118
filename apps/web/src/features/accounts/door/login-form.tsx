import type { Me } from '@konnekt/shared/accounts/account.schema';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLogIn } from '../../../api/session-queries.ts';
import { Button } from '../../../ui/button.tsx';
import { PasswordField } from '../../../ui/field.tsx';
import classes from './login-form.module.css';
import { LoginNameField } from './login-name-field.tsx';
import { LoginProblem } from './login-problem.tsx';

/** User name and password. `filled` puts in what somebody chose elsewhere; a new object each time. */
export function LoginForm(props: { onDone: (me: Me) => void; filled?: { login: string; password: string } }) {
  const { t } = useTranslation(['auth', 'common']);
  const [login, setLogin] = useState(props.filled?.login ?? '');
  const [password, setPassword] = useState(props.filled?.password ?? '');
  const [missing, setMissing] = useState<{ login?: boolean; password?: boolean }>({});
  const loginField = useRef<HTMLInputElement>(null);
  const passwordField = useRef<HTMLInputElement>(null);
  const submitButton = useRef<HTMLButtonElement>(null);
  const logIn = useLogIn();

  useEffect(() => {
    if (!props.filled) return;
    setLogin(props.filled.login);
    setPassword(props.filled.password);
    setMissing({});
    if (props.filled.password !== '') submitButton.current?.focus();
  }, [props.filled]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (logIn.isPending) return;
    const wrong = { login: login.trim() === '', password: password === '' };
    setMissing(wrong);
    if (wrong.login) return loginField.current?.focus();
    if (wrong.password) return passwordField.current?.focus();
    logIn.mutate({ login, password }, { onSuccess: props.onDone, onError: () => passwordField.current?.select() });
  };

  return (
    <form onSubmit={submit} noValidate className={classes.form}>
      {logIn.error && <LoginProblem key={logIn.submittedAt} error={logIn.error} />}
      <LoginNameField ref={loginField} value={login} onChange={setLogin} isMissing={missing.login} />
      <PasswordField
        ref={passwordField}
        label={t('password')}
        autoComplete="current-password"
        data-autofocus={props.filled?.password === '' || undefined}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={missing.password && t('missingPassword')}
        showLabel={t('showPassword')}
      />
      <Button ref={submitButton} type="submit" loading={logIn.isPending} fullWidth>
        {t('submit')}
      </Button>
    </form>
  );
}
