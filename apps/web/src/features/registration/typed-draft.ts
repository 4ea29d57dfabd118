import type { Registered, RegistrationRow } from '@konnekt/shared/registration/registration.contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useMe } from '../../api/session-queries.ts';
import { onAnyKeptElsewhere } from '../../kit/storage/account-storage.ts';
import { type KeptDraft, readDraft } from '../hours/parts/kept-draft.ts';
import type { Content, TypedSheet } from '../hours/parts/sheet.ts';
import { keepHours, keptHoursName, unkept } from './kept-hours.ts';
import { registrationKey } from './registration-queries.ts';
import { isSameText } from './typed-hours.ts';

/** What is left of typed hours once `sent` of them is stored: nothing, or what was typed since, on what is stored now. */
export const typedSince = (
  now: KeptDraft | undefined,
  sent: TypedSheet,
  { id, version }: Pick<Registered['done'][number], 'id' | 'version'>,
  content: Content,
): KeptDraft | undefined =>
  now && !isSameText(now.sheet, sent) ? { ...now, basedOn: { id, version, ...content }, tried: null } : undefined;

/** The same for rows, by placement. */
export const rowsTypedSince = (
  now: Readonly<Record<string, KeptDraft | undefined>>,
  done: Registered['done'],
  sent: readonly { row: RegistrationRow; typed: TypedSheet; read: Content }[],
): Record<string, KeptDraft> =>
  Object.fromEntries(
    done.flatMap((stored) => {
      const before = sent.find(({ row }) => row.placement.id === stored.placementId);
      const since = before && typedSince(now[stored.placementId], before.typed, stored, before.read);
      return since ? [[stored.placementId, since]] : [];
    }),
  );

/** What the device keeps for the worksheets of these rows, by placement. */
export const keptRows = (
  accountId: string,
  rows: readonly RegistrationRow[],
  period: Parameters<typeof keptHoursName>[1],
): Record<string, KeptDraft> =>
  Object.fromEntries(
    rows.flatMap(({ placement }) => {
      const kept = readDraft(accountId, keptHoursName(placement.id, period));
      return kept ? [[placement.id, kept]] : [];
    }),
  );

/**
 * Goes along with the other windows of this browser, so that all of them show the same typed hours and none of them can
 * throw away what only another one holds. `mine` is what this window has typed under a name; `take` is told what stands
 * there now: nothing when what this window shows was saved, sent or thrown away elsewhere.
 */
export function useKeptElsewhere(
  names: readonly string[],
  mine: (name: string) => KeptDraft | undefined,
  take: (name: string, kept: KeptDraft | undefined) => void,
) {
  const { accountId } = useMe();
  const queryClient = useQueryClient();
  const latest = useRef({ names, mine, take });
  latest.current = { names, mine, take };

  useEffect(() => {
    function readAgain(name: string, before?: KeptDraft) {
      if (unkept.has(name)) return; // what the device holds is older than what stands here
      const kept = readDraft(accountId, name);
      const here = latest.current.mine(name);
      if (kept) {
        if (JSON.stringify(kept) !== JSON.stringify(here)) latest.current.take(name, kept);
        return;
      }
      if (!here || !before) return;
      // Saved or thrown away elsewhere was only what stood there.
      if (!isSameText(here.sheet, before.sheet)) return void keepHours(accountId, name, here);
      latest.current.take(name, undefined);
      // Who is typing here is not overtaken: what is stored is asked when they come back to this window.
      const refetchType = document.hasFocus() ? 'none' : 'active';
      void queryClient.invalidateQueries({ queryKey: registrationKey, refetchType });
    }
    // A window that was put to sleep heard nothing.
    const onVisible = () => {
      if (document.visibilityState === 'visible') for (const name of latest.current.names) readAgain(name);
    };
    document.addEventListener('visibilitychange', onVisible);
    const stop = onAnyKeptElsewhere<KeptDraft>(accountId, (name, before) => {
      if (latest.current.names.includes(name)) readAgain(name, before);
    });
    return () => {
      stop();
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [accountId, queryClient]);
}
