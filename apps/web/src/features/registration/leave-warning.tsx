import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { type BlockerFunction, useBlocker } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { unkept } from '../hours/parts/kept-draft.ts';

/**
 * Warns before typed hours would be lost, which the device could not keep: its storage is full or forbidden. Elsewhere what was
 * typed is found back, and nobody is asked.
 */
export function LeaveWarning() {
  const { t } = useTranslation('registration');
  const blocker = useBlocker(isLosing);

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (unkept.size > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);

  function leave() {
    unkept.clear();
    blocker.proceed?.();
  }

  if (blocker.state !== 'blocked') return null;
  return (
    <Dialog title={t('leave.title')} onClose={() => blocker.reset()}>
      <p>{t('leave.text')}</p>
      <DialogActions>
        <Button variant="danger" onClick={leave}>
          {t('leave.leave')}
        </Button>
        <Button data-autofocus onClick={() => blocker.reset()}>
          {t('leave.stay')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

const isLosing: BlockerFunction = ({ currentLocation: from, nextLocation: to }) =>
  unkept.size > 0 && placeOf(from) !== placeOf(to);

/** What is typed in; other columns of the grid are the same hours. */
function placeOf({ pathname, search }: { pathname: string; search: string }): string {
  const params = new URLSearchParams(search);
  params.delete('days');
  return `${pathname}?${params}`;
}
