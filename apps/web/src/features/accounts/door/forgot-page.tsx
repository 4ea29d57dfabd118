import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { call } from '../../../api/client.ts';
import { paths } from '../../../kit/address/paths.ts';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { Door, DoorActions, DoorCard } from './door.tsx';
import classes from './login-form.module.css';
import { LoginNameField } from './login-name-field.tsx';
import { LoginProblem } from './login-problem.tsx';

export { ForgotPage as Component };

/** Somebody who cannot log in asks for a link. What it says afterwards is the same whether there is an account or not. */
function ForgotPage() {
  const { t } = useTranslation('auth');
  const { state } = useLocation();
  const [login, setLogin] = useState(loginIn(state));
  const [isMissing, setIsMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const ask = useMutation({
    mutationFn: (body: { login: string }) => call('POST /api/auth/forgot-password', { body }),
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ask.isPending) return;
    const isEmpty = login.trim() === '';
    setIsMissing(isEmpty);
    if (isEmpty) return field.current?.focus();
    ask.mutate({ login });
  };

  if (ask.isSuccess) {
    return (
      <Door title={t('forgot.title')}>
        <div role="status">
          <DoorCard title={t('forgot.doneTitle')} intro={t('forgot.doneText', { login: login.trim() })}>
            <DoorActions>
              <ButtonLink to={paths.login} fullWidth>
                {t('forgot.back')}
              </ButtonLink>
              <Button variant="default" fullWidth onClick={() => ask.reset()}>
                {t('forgot.again')}
              </Button>
            </DoorActions>
          </DoorCard>
        </div>
      </Door>
    );
  }
  return (
    <Door title={t('forgot.title')}>
      <DoorCard title={t('forgot.title')} intro={t('forgot.text')}>
        <form onSubmit={submit} noValidate className={classes.form}>
          {ask.error && <LoginProblem key={ask.submittedAt} error={ask.error} />}
          <LoginNameField ref={field} value={login} onChange={setLogin} isMissing={isMissing && login.trim() === ''} />
          <Button type="submit" loading={ask.isPending} fullWidth>
            {t('forgot.submit')}
          </Button>
          <ButtonLink to={paths.login} variant="subtle" fullWidth>
            {t('forgot.back')}
          </ButtonLink>
        </form>
      </DoorCard>
    </Door>
  );
}

/** Whoever comes from a link that expired need not type their address again. */
const loginIn = (state: unknown): string =>
  typeof state === 'object' && state !== null && 'login' in state && typeof state.login === 'string' ? state.login : '';
