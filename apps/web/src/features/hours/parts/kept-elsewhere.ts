import { useEffect, useRef } from 'react';
import { useMe } from '../../../api/session-queries.ts';
import { onKeptElsewhere } from '../../../kit/storage/account-storage.ts';
import { type KeptDraft, keepDraft, readDraft, unkept } from './kept-draft.ts';
import { isSameText } from './same-text.ts';

/**
 * Goes along with the other windows of this browser, so that all of them show the same typed hours and none of them can
 * throw away what only another one holds. `mine` is what this window has typed under a name; `take` is told what stands
 * there now: nothing when what this window shows was saved, sent or thrown away elsewhere (`useStoredElsewhere` then asks what is stored).
 */
export function useKeptElsewhere(
  names: readonly string[],
  mine: (name: string) => KeptDraft | undefined,
  take: (name: string, kept: KeptDraft | undefined) => void,
) {
  const { accountId } = useMe();
  const latest = useRef({ names, mine, take });
  latest.current = { names, mine, take };

  useEffect(() => {
    function readAgain(name: string, before?: KeptDraft) {
      if (unkept.has(name)) return; // what the device holds is older than what stands here
      const kept = readDraft(accountId, name);
      const here = latest.current.mine(name);
      if (kept) {
        if (JSON.stringify(kept) !== JSON.stringify(here)) latest.current.take(name, kept);
      } else if (here && before) {
        // Saved or thrown away elsewhere was only what stood there.
        if (isSameText(here.sheet, before.sheet)) latest.current.take(name, undefined);
        else keepDraft(accountId, name, here);
      }
    }
    // A window that was put to sleep heard nothing.
    const onVisible = () => {
      if (document.visibilityState === 'visible') for (const name of latest.current.names) readAgain(name);
    };
    document.addEventListener('visibilitychange', onVisible);
    const stop = onKeptElsewhere<KeptDraft>(accountId, (name, before) => {
      if (latest.current.names.includes(name)) readAgain(name, before);
    });
    return () => {
      stop();
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [accountId]);
}
