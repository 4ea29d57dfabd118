import type { LinkPurpose } from '@konnekt/shared/accounts/link.rules';
import { newPasswordFault, passwordMinLength } from '@konnekt/shared/accounts/password.rules';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../api/problem.ts';
import { paths } from '../../../kit/address/paths.ts';
import { Button } from '../../../ui/button.tsx';
import { PasswordField } from '../../../ui/field.tsx';
import { useActivate } from './link-queries.ts';
import classes from './login-form.module.css';
import { LoginProblem } from './login-problem.tsx';

/** The API knows more words of its owner than this screen. */
const isGuessed = (error: unknown) =>
  error instanceof ApiProblem && (error.body.errors ?? []).some(({ code }) => code === 'guessable');

/** The own password, typed twice; what is wrong stands at its field. */
export function LinkForm(props: { token: string; purpose: LinkPurpose; email: string }) {
  const { t } = useTranslation('auth');
  const [password, setPassword] = useState('');
  const [repeat, setRepeat] = useState('');
  const [wrong, setWrong] = useState<ReturnType<typeof newPasswordFault>>();
  const fields = { password: useRef<HTMLInputElement>(null), repeat: useRef<HTMLInputElement>(null) };
  const activate = useActivate(props.token);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (activate.isPending) return;
    const fault = newPasswordFault(password, repeat, [props.email]);
    setWrong(fault);
    if (fault) return fields[fault.field].current?.focus();
    // A fresh page holds nothing of whoever was logged in here before, and no link.
    activate.mutate(password, {
      onSuccess: () => window.location.replace(paths.home),
      onError: (error) => {
        if (!isGuessed(error)) return;
        setWrong({ field: 'password', code: 'guessable', count: 0 });
        fields.password.current?.focus();
      },
    });
  };
  const errorOf = (field: 'password' | 'repeat') =>
    wrong?.field === field && t(`link.${wrong.code}`, { count: wrong.count });

  return (
    <form onSubmit={submit} noValidate className={classes.form}>
      {activate.error && !isGuessed(activate.error) && (
        <LoginProblem key={activate.submittedAt} error={activate.error} />
      )}
      {/* A password manager keeps the new password with its login. */}
      <input type="hidden" name="username" autoComplete="username" value={props.email} readOnly />
      <PasswordField
        ref={fields.password}
        label={t('link.password')}
        description={t('link.passwordHint', { count: passwordMinLength })}
        autoComplete="new-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={errorOf('password')}
        showLabel={t('showPassword')}
      />
      <PasswordField
        ref={fields.repeat}
        label={t('link.repeat')}
        autoComplete="new-password"
        value={repeat}
        onChange={(event) => setRepeat(event.currentTarget.value)}
        error={errorOf('repeat')}
        showLabel={t('showPassword')}
      />
      <Button type="submit" loading={activate.isPending} fullWidth>
        {t(`link.${props.purpose}.submit`)}
      </Button>
    </form>
  );
}
