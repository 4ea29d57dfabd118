import type {
  Registered,
  RegistrationRow,
  RegistrationSheet,
} from '@konnekt/shared/registration/registration.contract';
import { isOpenForEntry } from '@konnekt/shared/worksheets/worksheet.status';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useMe } from '../../api/session-queries.ts';
import type { PeriodName } from '../../i18n/format.ts';
import { onAnyKeptElsewhere } from '../../kit/storage/account-storage.ts';
import { baseOf, type KeptDraft, keepDraft, readDraft } from '../hours/parts/draft.ts';
import type { Content, TypedSheet } from '../hours/parts/sheet.ts';
import { registrationKey } from './registration-queries.ts';
import { isSameText } from './typed-hours.ts';

export const keptHoursName = (
  placementId: string,
  { type, year, number }: Pick<PeriodName, 'type' | 'year' | 'number'>,
  part = 'whole',
): string => ['register', placementId, type, year, number, ...(part === 'whole' ? [] : [part])].join('.');

/** Keeps typed hours on the device, or removes them. Answers whether the device did. */
export function keepHours(accountId: string, name: string, hours: KeptDraft | undefined): boolean {
  const isKept = keepDraft(accountId, name, hours);
  if (isKept || hours === undefined) unkept.delete(name);
  else unkept.add(name);
  return isKept;
}

/** Are hours kept on this device for somebody: for the worksheet, to be added to it, or for added hours that came back? */
export const hasKeptHours = (accountId: string, row: RegistrationRow, period: Parameters<typeof keptHoursName>[1]) =>
  ['whole', 'more', ...row.supplements.filter(({ status }) => isOpenForEntry(status)).map(({ id }) => id)].some(
    (part) => readDraft(accountId, keptHoursName(row.placement.id, period, part)) !== undefined,
  );

/** Typed hours that only the screen holds: the device could not keep them. */
export const unkept = new Set<string>();

/** Hours typed on what is stored now, or on nothing. */
export const draftOn = (sheet: TypedSheet, worksheet: RegistrationSheet | null): KeptDraft => ({
  form: 1,
  sheet,
  basedOn: baseOf(worksheet),
  tried: null,
});

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
