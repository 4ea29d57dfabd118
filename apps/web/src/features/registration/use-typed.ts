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
import { standingOf } from '../hours/parts/draft.ts';
import { baseOf, type KeptDraft, readDraft } from '../hours/parts/kept-draft.ts';
import { type Content, type TypedSheet, unitsOf } from '../hours/parts/sheet.ts';
import { asNumbers, inParts } from '../hours/parts/sheet-parts.ts';
import { draftOn, keepHours, keptHoursName, unkept } from './kept-hours.ts';
import { typedSince, useKeptElsewhere } from './typed-draft.ts';
import { isOfField, readTyped, rulesOf, typedFrom } from './typed-hours.ts';

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
  const [kept, setKept] = useState(() => readDraft(accountId, name));
  const latest = useRef(kept);
  const [isOnDevice, setIsOnDevice] = useState(true);
  const unitOf = useMemo(() => unitsOf(registration.hourTypes), [registration.hourTypes]);
  const fresh = useMemo(
    () => typedFrom(worksheet, row.placement.budgetNumber, language, unitOf),
    [worksheet, row.placement.budgetNumber, language, unitOf],
  );
  /** Days in their parts; the whole period as one number for each hour type. */
  const shown = (sheet: TypedSheet): TypedSheet =>
    sheet.perDay ? inParts(sheet, unitOf, language) : asNumbers(sheet, unitOf, language);
  // biome-ignore lint/correctness/useExhaustiveDependencies: how it is shown goes by units and language
  const typed = useMemo(() => shown(kept?.sheet ?? fresh), [kept, fresh, unitOf, language]);
  const rules = rulesOf(registration, row, worksheet?.id, unitOf);
  const read = readTyped(typed, rules);
  const standing = kept ? standingOf(kept, worksheet, read) : undefined;
  const basedOn = standing?.kind === 'mine' ? standing.basedOn : kept ? kept.basedOn : baseOf(worksheet);

  function show(next: KeptDraft | undefined) {
    latest.current = next;
    setKept(next);
  }

  function write(next: KeptDraft | undefined, isWorthIt = true) {
    show(next);
    setIsOnDevice(keepHours(accountId, name, isWorthIt ? next : undefined));
  }

  /** What was typed last, also by another screen on the same hours; the device may hold an older text that it could not renew. */
  const newest = () => (unkept.has(name) ? undefined : readDraft(accountId, name)) ?? latest.current;

  const put = (next: KeptDraft) => write(next, !saysNothingNew(next));

  useKeptElsewhere(
    [name],
    () => (latest.current && !saysNothingNew(latest.current) ? latest.current : undefined),
    (_, next) => show(next),
  );

  /** Back at what is stored, or blank where nothing is. */
  function saysNothingNew(next: KeptDraft): boolean {
    const now = readTyped(next.sheet, rules);
    if (worksheet) return standingOf(next, worksheet, now).kind === 'same';
    return !now.problems.some(isOfField) && now.lines.length === 0 && now.remark === null;
  }

  return {
    typed,
    read,
    basedOn,
    standing: standing?.kind ?? 'same',
    isOnDevice,
    partId: kept?.partId,
    hasTyped: kept !== undefined && !saysNothingNew(kept),
    change: (next: TypedSheet) => put({ form: 1, sheet: next, basedOn, tried: null }),
    /** Before added hours are tried: under which id. */
    trying: (partId: string | undefined) =>
      put({
        form: 1,
        sheet: latest.current?.sheet ?? typed,
        basedOn: latest.current?.basedOn ?? basedOn,
        tried: null,
        partId,
      }),
    /** Goes on from what is stored now, with what was typed here. */
    rebase: () => put(draftOn(typed, worksheet)),
    /** What stands in the fields now, also for an act that began before it was typed. */
    now: () => {
      const sheet = newest()?.sheet;
      return sheet && shown(sheet);
    },
    /** After `sent` was stored: nothing is left, or what was typed since. */
    settle: (sent: TypedSheet, stored: { id: string; version: number }, content: Content) => {
      const now = newest();
      write(typedSince(now && { ...now, sheet: shown(now.sheet) }, sent, stored, content));
    },
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
