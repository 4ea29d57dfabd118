import type {
  Registration,
  RegistrationRow,
  RegistrationSheet,
} from '@konnekt/shared/registration/registration.contract';
import { useMemo, useState } from 'react';
import { useMe } from '../../api/session-queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { baseOf, type KeptHours, keepHours, keptHoursName, readHours, standingOf } from './typed-draft.ts';
import { readTyped, type TypedHours, typedFrom } from './typed-hours.ts';

/**
 * The hours of one person as they are typed: kept on the device at every key until they are saved, sent or thrown away. The
 * whole worksheet, hours to add to it (`more`), or added hours that came back.
 */
export function useTyped(registration: Registration, row: RegistrationRow, part: 'whole' | 'more' | RegistrationSheet) {
  const { accountId } = useMe();
  const { language } = useFormat();
  const { period } = registration;
  const name = keptHoursName(row.placement.id, period, typeof part === 'string' ? part : part.id);
  const worksheet = typeof part === 'string' ? (part === 'whole' ? row.worksheet : null) : part;
  const [kept, setKept] = useState(() => readHours(accountId, name));
  const [isOnDevice, setIsOnDevice] = useState(true);
  const fresh = useMemo(
    () => typedFrom(worksheet, row.placement.budgetNumber, language),
    [worksheet, row.placement.budgetNumber, language],
  );
  const typed = kept?.typed ?? fresh;
  const rules = { placement: row.placement, needsBudgetNumber: row.needsBudgetNumber, period };
  const read = readTyped(typed, worksheet, rules);
  const basedOn = kept ? kept.basedOn : baseOf(worksheet);
  const standing = kept ? standingOf(kept, read, worksheet) : 'same';

  function put(next: KeptHours | undefined) {
    setKept(next);
    const isWorthIt = next !== undefined && !saysNothingNew(next);
    setIsOnDevice(keepHours(accountId, name, isWorthIt ? next : undefined));
  }

  /** Back at what is stored, or blank where nothing is. */
  function saysNothingNew(next: KeptHours): boolean {
    const now = readTyped(next.typed, worksheet, rules);
    if (now.problems.some(({ key }) => key.includes('@'))) return false;
    return worksheet ? standingOf(next, now, worksheet) === 'same' : now.lines.length === 0 && now.remark === null;
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
    trying: (partId: string) => put({ form: 1, typed, basedOn, partId }),
    /** Goes on from what is stored now, with what was typed here. */
    rebase: () => put({ form: 1, typed, basedOn: baseOf(worksheet) }),
    discard: () => put(undefined),
  };
}
