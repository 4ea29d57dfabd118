import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { ApiProblem, ConnectionProblem } from '../api/problem.ts';
import { problemMessage } from '../api/problem-message.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import classes from './route-failed.module.css';

/** Where nothing around it could be shown either. */
export function RootFailed() {
  return (
    <main>
      <RouteFailed />
    </main>
  );
}

/** Where a screen could not be shown at all. */
export function RouteFailed() {
  const error = useRouteError();
  const { t } = useTranslation();
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
    if (error instanceof ApiProblem || error instanceof ConnectionProblem) return problemMessage(t, error);
    // A screen's code that is gone means that a new version was installed while this one was open.
    if (error instanceof TypeError && /import|module/i.test(error.message)) return t('failed.update');
    return t('failed.text');
  }
}
