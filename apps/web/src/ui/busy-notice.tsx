import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { tryNow, useAvailability } from '../api/availability.ts';
import classes from './busy-notice.module.css';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';
import { useUnlessPressed } from './use-unless-pressed.ts';

/**
 * Says that the server does not answer for now and that the screen keeps trying: above whatever is on it, which stays as it is, and
 * gone when the answer came. It is there before it speaks, so that a screen reader hears it.
 */
export function BusyNotice() {
  const { t } = useTranslation();
  const state = useUnlessPressed(useAvailability());
  const isOnline = useSyncExternalStore(onConnection, () => navigator.onLine);
  return (
    <div className={classes.place} role="status">
      {state !== 'fine' && (
        <Notice
          tone="info"
          actions={
            <Button variant="default" size="xs" onClick={tryNow}>
              {t('busy.tryNow')}
            </Button>
          }
        >
          {state === 'act-waits' && <strong>{t('busy.notDone')} </strong>}
          {t(isOnline ? 'busy.text' : 'busy.offline')}
          {state === 'act-waits' && ` ${t('busy.kept')}`}
        </Notice>
      )}
    </div>
  );
}

function onConnection(changed: () => void): () => void {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}
