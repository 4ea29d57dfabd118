import { useEffect, useRef } from 'react';
import { useMe } from '../../api/session-queries.ts';
import { onKeptElsewhere } from '../../kit/storage/account-storage.ts';
import { type DeviceDraft, goesAlong, isSameDraft, nothingTyped } from './draft-standing.ts';

interface Elsewhere {
  name: string;
  read: () => DeviceDraft | undefined;
  /** What this tab holds. */
  mine: DeviceDraft | undefined;
  /** The device is to keep what this tab alone holds. */
  keepMine: () => void;
  /** Goes along with what stands on the device now. `isHeard` unless the tab was put aside while it changed: then the server is asked as well. */
  take: (now: DeviceDraft | undefined, isHeard: boolean) => void;
}

/** Goes along with the other tabs of this browser in which the same is being written: sent in one, it stands in none. */
export function useDraftElsewhere(draft: Elsewhere): void {
  const { accountId } = useMe();
  const latest = useRef(draft);
  latest.current = draft;
  useEffect(() => {
    const stop = onKeptElsewhere<DeviceDraft>(accountId, (name, before) => {
      const { mine, read, take, keepMine } = latest.current;
      if (name !== latest.current.name) return;
      const now = read();
      if (goesAlong(mine, now, before)) take(now, true);
      else if (isSameDraft(now, nothingTyped)) keepMine();
    });
    // A tab that was put to sleep heard nothing.
    const onVisible = () => {
      const { mine, read, take } = latest.current;
      const now = read();
      const isOther = !isSameDraft(mine, now) || mine?.isUnsaved !== now?.isUnsaved;
      if (document.visibilityState === 'visible' && isOther && goesAlong(mine, now)) take(now, false);
    };
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      stop();
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [accountId]);
}
