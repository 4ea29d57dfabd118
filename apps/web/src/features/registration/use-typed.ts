import type {
  Registration,
  RegistrationRow,
  RegistrationSheet,
} from '@konnekt/shared/registration/registration.contract';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session-queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { toast } from '../../ui/toast.tsx';
import {
  type KeptHours,
  keepHours,
  keptHoursName,
  readHours,
  rowBaseOf,
  rowStandingOf,
  typedSince,
  unkept,
  useKeptElsewhere,
} from './typed-draft.ts';
import { readTyped, type TypedHours, typedFrom } from './typed-hours.ts';

/**
 * The hours of one person as they are typed: kept on the device at every key until they are saved, sent or thrown away. The
 * whole worksheet, hours to add to it (`more`), or added hours that came back.
 */
export function useTyped(registration: Registration, row: RegistrationRow, part: 'whole' | 'more' | RegistrationSheet) {
  const { accountId } = useMe();
  const { t } = useTranslation();
  const { language } = useFormat();
  const { period } = registration;
  const name = keptHoursName(row.placement.id, period, typeof part === 'string' ? part : part.id);
  const worksheet = typeof part === 'string' ? (part === 'whole' ? row.worksheet : null) : part;
  const [kept, setKept] = useState(() => readHours(accountId, name));
  const latest = useRef(kept);
  const [isOnDevice, setIsOnDevice] = useState(true);
  const fresh = useMemo(
    () => typedFrom(worksheet, row.placement.budgetNumber, language),
    [worksheet, row.placement.budgetNumber, language],
  );
  const typed = kept?.typed ?? fresh;
  const rules = { placement: row.placement, needsBudgetNumber: row.needsBudgetNumber, period };
  const read = readTyped(typed, worksheet, rules);
  const basedOn = kept ? kept.basedOn : rowBaseOf(worksheet);
  const standing = kept ? rowStandingOf(kept, read, worksheet) : 'same';

  function show(next: KeptHours | undefined) {
    latest.current = next;
    setKept(next);
  }

  function write(next: KeptHours | undefined, isWorthIt = true) {
    show(next);
    setIsOnDevice(keepHours(accountId, name, isWorthIt ? next : undefined));
  }

  /** What was typed last, also by another screen on the same hours; the device may hold an older text that it could not renew. */
  const newest = () => (unkept.has(name) ? undefined : readHours(accountId, name)) ?? latest.current;

  const put = (next: KeptHours) => write(next, !saysNothingNew(next));

  useKeptElsewhere(
    [name],
    () => (latest.current && !saysNothingNew(latest.current) ? latest.current : undefined),
    (_, next) => show(next),
  );

  /** Back at what is stored, or blank where nothing is. */
  function saysNothingNew(next: KeptHours): boolean {
    const now = readTyped(next.typed, worksheet, rules);
    if (now.problems.some(({ key }) => key.includes('@'))) return false;
    return worksheet ? rowStandingOf(next, now, worksheet) === 'same' : now.lines.length === 0 && now.remark === null;
  }

  return {
    typed,
    read,
    basedOn,
    standing,
    isOnDevice,
    partId: kept?.partId,
    hasTyped: kept !== undefined && !saysNothingNew(kept),
    change: (next: TypedHours) => put({ form: 1, typed: next, basedOn }),
    /** Before added hours are tried: under which id. */
    trying: (partId: string | undefined) =>
      put({ form: 1, typed: latest.current?.typed ?? typed, basedOn: latest.current?.basedOn ?? basedOn, partId }),
    /** Goes on from what is stored now, with what was typed here. */
    rebase: () => put({ form: 1, typed, basedOn: rowBaseOf(worksheet) }),
    /** What stands in the fields now, also for an act that began before it was typed. */
    now: () => newest()?.typed,
    /** After `sent` was stored: nothing is left, or what was typed since. */
    settle: (sent: TypedHours, stored: { id: string; version: number }) => write(typedSince(newest(), sent, stored)),
    /** Nothing is left of it: it was sent. */
    discard: () => write(undefined),
    /** Throws away what was not saved, and offers it back for a while; `onBack` shows it again. */
    throwAway(onBack?: () => void) {
      const before = latest.current;
      const isWorthIt = before !== undefined && !saysNothingNew(before);
      write(undefined);
      if (!isWorthIt) return;
      const perform = () => {
        write(before);
        onBack?.();
      };
      toast({ tone: 'good', message: t('discarded'), act: { label: t('action.undo'), perform } });
    },
  };
}
