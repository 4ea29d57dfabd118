import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, ConnectionProblem } from '../../../api/problem.ts';
import { problemMessage } from '../../../api/problem-message.ts';
import hidden from '../../../ui/hidden.module.css';
import { Notice } from '../../../ui/notice.tsx';

/** Why something at the door was refused, and how long to wait where that is why. */
export function LoginProblem({ error }: { error: unknown }) {
  const { t } = useTranslation(['auth', 'common']);
  const wait = error instanceof ApiProblem ? error.body.retryAfterSeconds : undefined;
  if (wait === undefined) {
    return (
      <Notice tone={error instanceof ConnectionProblem ? 'info' : 'bad'} role="alert">
        {problemMessage(error)}
      </Notice>
    );
  }
  return (
    <Notice tone="warn">
      <span role="alert" className={hidden.hidden}>
        {t('tooManyAttempts', { count: wait })}
      </span>
      <Countdown seconds={wait} />
    </Notice>
  );
}

/** Counts for the eye only; a screen reader heard the number once and hears the end. */
function Countdown({ seconds }: { seconds: number }) {
  const { t } = useTranslation('auth');
  const [until] = useState(() => Date.now() + seconds * 1000);
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const timer = setInterval(() => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000))), 250);
    return () => clearInterval(timer);
  }, [until]);
  return left > 0 ? (
    <span aria-hidden>{t('tooManyAttempts', { count: left })}</span>
  ) : (
    <span role="status">{t('tryAgainNow')}</span>
  );
}
