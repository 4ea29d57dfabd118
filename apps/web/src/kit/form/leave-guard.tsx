import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';

interface Guard {
  isDirty: () => boolean;
}

/** All that guard what was typed on this screen: the router takes one blocker, so the first of them asks for all. */
let guards: readonly Guard[] = [];
const listeners = new Set<() => void>();
function change(next: readonly Guard[]) {
  guards = next;
  for (const listener of listeners) listener();
}
function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
const isAnyDirty = () => guards.some(({ isDirty }) => isDirty());

/**
 * Asks before somebody leaves what they typed, here or in another form of the screen; `isDirty` is asked at that moment. What is
 * saved while the question stands answers it.
 */
export function LeaveGuard({ isDirty }: Guard) {
  const [mine] = useState<Guard>(() => ({ isDirty }));
  useEffect(() => {
    mine.isDirty = isDirty;
  }, [mine, isDirty]);
  useEffect(() => {
    change([...guards, mine]);
    return () => change(guards.filter((guard) => guard !== mine));
  }, [mine]);
  // The form draws anew when what was typed was stored.
  useEffect(() => change(guards));
  const isFirst = useSyncExternalStore(subscribe, () => guards[0] === mine);
  return isFirst ? <LeaveQuestion /> : null;
}

function LeaveQuestion() {
  const { t } = useTranslation();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isAnyDirty() &&
      (currentLocation.pathname !== nextLocation.pathname || currentLocation.search !== nextLocation.search),
  );

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (isAnyDirty()) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);

  const isDirty = useSyncExternalStore(subscribe, isAnyDirty);
  useEffect(() => {
    if (blocker.state === 'blocked' && !isDirty) blocker.proceed();
  }, [blocker, isDirty]);

  if (blocker.state !== 'blocked') return null;
  return (
    <Dialog title={t('leave.title')} onClose={() => blocker.reset()}>
      <p>{t('leave.text')}</p>
      <DialogActions>
        <Button variant="default" onClick={() => blocker.proceed()}>
          {t('leave.leave')}
        </Button>
        <Button data-autofocus onClick={() => blocker.reset()}>
          {t('leave.stay')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
