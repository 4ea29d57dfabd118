import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { call } from '../api/client.ts';
import { ApiProblem, ConnectionProblem } from '../api/problem.ts';
import { problemMessage } from '../api/problem-message.ts';
import { BusyNotice } from '../ui/busy-notice.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import classes from './route-failed.module.css';

/** Where nothing around it could be shown either. */
export function RootFailed() {
  return (
    <main>
      <BusyNotice />
      <RouteFailed />
    </main>
  );
}

/** Where a screen could not be shown at all. Its code may be there once the server answers: then the page is loaded again. */
export function RouteFailed() {
  const error = useRouteError();
  const { t } = useTranslation();
  const isFetching = useLoadAgain(lacksCode(error));
  if (isFetching) return <Skeleton rows={8} height={32} />;
  return (
    <div className={classes.main}>
      <title>{t('failed.title')}</title>
      <h1 className={classes.title}>{t('failed.title')}</h1>
      <Notice
        tone="bad"
        role="alert"
        actions={
          <Button variant="default" size="xs" onClick={() => window.location.reload()}>
            {t('failed.reload')}
          </Button>
        }
      >
        {wordsFor()}
      </Notice>
    </div>
  );

  function wordsFor() {
    if (error instanceof ApiProblem || error instanceof ConnectionProblem) return problemMessage(error);
    // A screen's code that is gone means that a new version was installed while this one was open.
    if (lacksCode(error)) return t('failed.update');
    return t('failed.text');
  }
}

const lacksCode = (error: unknown): boolean =>
  error instanceof TypeError && /import|module|preload/i.test(error.message);

const loadedAgainKey = 'konnekt.loaded-again';

/** Loads the page again as soon as the server answers, once in a while; answers whether it is going to. */
function useLoadAgain(isWanted: boolean): boolean {
  const [isGoing] = useState(() => isWanted && Date.now() - Number(sessionStorage.getItem(loadedAgainKey)) > 30_000);
  useEffect(() => {
    if (!isGoing) return;
    const stop = new AbortController();
    call('GET /api/agency', undefined, { signal: stop.signal }).then(
      () => {
        sessionStorage.setItem(loadedAgainKey, String(Date.now()));
        window.location.reload();
      },
      () => {},
    );
    return () => stop.abort();
  }, [isGoing]);
  return isGoing;
}
