import type {
  Registered,
  RegistrationRow,
  RegistrationSheet,
} from '@konnekt/shared/registration/registration.contract';
import type { HourLineInput } from '@konnekt/shared/worksheets/worksheet.schema';
import { isOpenForEntry } from '@konnekt/shared/worksheets/worksheet.status';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useMe } from '../../api/session-queries.ts';
import type { PeriodName } from '../../i18n/format.ts';
import { keep, onAnyKeptElsewhere, readKept } from '../../kit/storage/account-storage.ts';
import { registrationKey } from './registration-queries.ts';
import { isSameText, saysTheSame, type TypedHours } from './typed-hours.ts';

/** Hours that were typed and not saved, as this device keeps them: bound to the account, gone at log-out, no names. */
export interface KeptHours {
  form: 1;
  typed: TypedHours;
  /** What was stored when they began; null when nothing was. */
  basedOn: { id: string; version: number } | null;
  /** Added hours that were tried: the id they were sent under, so that they are never counted twice. */
  partId?: string | undefined;
}

/** How typed hours stand to what is stored now. */
export type RowStanding = 'mine' | 'same' | 'changed' | 'sent';

export const keptHoursName = (
  placementId: string,
  { type, year, number }: Pick<PeriodName, 'type' | 'year' | 'number'>,
  part = 'whole',
): string => ['register', placementId, type, year, number, ...(part === 'whole' ? [] : [part])].join('.');

export function readHours(accountId: string, name: string): KeptHours | undefined {
  const kept = readKept<Partial<KeptHours>>(localStorage, accountId, name);
  return kept?.form === 1 && kept.typed ? (kept as KeptHours) : undefined; // `form` says that it is whole
}

/** Keeps typed hours on the device, or removes them. Answers whether the device did. */
export function keepHours(accountId: string, name: string, hours: KeptHours | undefined): boolean {
  const isKept = keep(localStorage, accountId, name, hours);
  if (isKept || hours === undefined) unkept.delete(name);
  else unkept.add(name);
  return isKept;
}

/** Are hours kept on this device for somebody: for the worksheet, to be added to it, or for added hours that came back? */
export const hasKeptHours = (accountId: string, row: RegistrationRow, period: Parameters<typeof keptHoursName>[1]) =>
  ['whole', 'more', ...row.supplements.filter(({ status }) => isOpenForEntry(status)).map(({ id }) => id)].some(
    (part) => readHours(accountId, keptHoursName(row.placement.id, period, part)) !== undefined,
  );

/** Typed hours that only the screen holds: the device could not keep them. */
export const unkept = new Set<string>();

export const rowBaseOf = (worksheet: RegistrationSheet | null): KeptHours['basedOn'] =>
  worksheet && { id: worksheet.id, version: worksheet.version };

/** Typed on what is stored now; or saying the same; or somebody saved or sent something else meanwhile. */
export function rowStandingOf(
  kept: Pick<KeptHours, 'basedOn'>,
  read: { lines: HourLineInput[]; remark: string | null },
  worksheet: RegistrationSheet | null,
): RowStanding {
  if (!worksheet) return 'mine';
  if (saysTheSame(read, worksheet)) return 'same';
  if (!isOpenForEntry(worksheet.status)) return 'sent';
  return kept.basedOn?.id === worksheet.id && kept.basedOn.version === worksheet.version ? 'mine' : 'changed';
}

/** What is left of typed hours once `sent` of them is stored: nothing, or what was typed since, on what is stored now. */
export const typedSince = (
  now: KeptHours | undefined,
  sent: TypedHours,
  { id, version }: Pick<Registered['done'][number], 'id' | 'version'>,
): KeptHours | undefined =>
  now && !isSameText(now.typed, sent) ? { form: 1, typed: now.typed, basedOn: { id, version } } : undefined;

/** The same for rows, by placement. */
export const rowsTypedSince = (
  now: Readonly<Record<string, KeptHours | undefined>>,
  done: Registered['done'],
  sent: readonly { row: RegistrationRow; typed: TypedHours }[],
): Record<string, KeptHours> =>
  Object.fromEntries(
    done.flatMap((stored) => {
      const before = sent.find(({ row }) => row.placement.id === stored.placementId);
      const since = before && typedSince(now[stored.placementId], before.typed, stored);
      return since ? [[stored.placementId, since]] : [];
    }),
  );

/** What the device keeps for the worksheets of these rows, by placement. */
export const keptRows = (
  accountId: string,
  rows: readonly RegistrationRow[],
  period: Parameters<typeof keptHoursName>[1],
): Record<string, KeptHours> =>
  Object.fromEntries(
    rows.flatMap(({ placement }) => {
      const kept = readHours(accountId, keptHoursName(placement.id, period));
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
  mine: (name: string) => KeptHours | undefined,
  take: (name: string, kept: KeptHours | undefined) => void,
) {
  const { accountId } = useMe();
  const queryClient = useQueryClient();
  const latest = useRef({ names, mine, take });
  latest.current = { names, mine, take };

  useEffect(() => {
    function readAgain(name: string, before?: KeptHours) {
      if (unkept.has(name)) return; // what the device holds is older than what stands here
      const kept = readHours(accountId, name);
      const here = latest.current.mine(name);
      if (kept) {
        if (JSON.stringify(kept) !== JSON.stringify(here)) latest.current.take(name, kept);
        return;
      }
      if (!here || !before) return;
      // Saved or thrown away elsewhere was only what stood there.
      if (!isSameText(here.typed, before.typed)) return void keepHours(accountId, name, here);
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
    const stop = onAnyKeptElsewhere<KeptHours>(accountId, (name, before) => {
      if (latest.current.names.includes(name)) readAgain(name, before);
    });
    return () => {
      stop();
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [accountId, queryClient]);
}
