import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useMe } from '../../../api/session-queries.ts';
import { currentLanguage } from '../../../i18n/index.ts';
import { onKeptElsewhere } from '../../../kit/storage/account-storage.ts';
import { type Standing, standingOf } from '../../hours/parts/draft.ts';
import { baseOf, type KeptDraft, keepDraft, readDraft } from '../../hours/parts/kept-draft.ts';
import { readSheet, type SheetRules } from '../../hours/parts/read-sheet.ts';
import { type Content, cellsOfLines, sheetFrom, type TypedSheet } from '../../hours/parts/sheet.ts';

export type Typing = ReturnType<typeof useTyping>;

/**
 * What stands in the fields: what was typed and not saved, or else what is stored. Each change is kept on the device at
 * once, and in the other windows of this browser. `name` must stay the same as long as the component lives.
 */
export function useTyping(options: {
  name: string;
  stored: Worksheet | null;
  rules: SheetRules;
  firstHourTypeId: string;
  /** Asks the API again what is stored; answers whether that worked. */
  refresh: () => Promise<boolean>;
}) {
  const { name, stored, rules, firstHourTypeId, refresh } = options;
  const { unitOf } = rules;
  const { accountId } = useMe();
  const [draft, setDraft] = useState(() => readDraft(accountId, name));
  const [isKept, setIsKept] = useState(true);
  // After a save the fields stay as they were typed, though the answer may be written otherwise ("7,5" and "7,50").
  const [asTyped, setAsTyped] = useState<{ version: number; sheet: TypedSheet }>();
  const latest = useRef(draft);
  // The device may hold an older text that it could not renew.
  const isLatestKept = useRef(true);
  const standing = useMemo(
    () => draft && standingOf(draft, stored, readSheet(draft.sheet, rules)),
    [draft, stored, rules],
  );

  function write(next: KeptDraft | undefined) {
    latest.current = next;
    setDraft(next);
    isLatestKept.current = keepDraft(accountId, name, next);
    setIsKept(isLatestKept.current);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a draft that came to say what is stored is dropped
  useEffect(() => {
    if (standing?.kind !== 'same' || !draft) return;
    if (stored) setAsTyped({ version: stored.version, sheet: draft.sheet });
    write(undefined);
  }, [standing]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: name and account stay the same
  useEffect(() => {
    const readAgain = async () => {
      if (!isLatestKept.current) return;
      const kept = readDraft(accountId, name);
      if (kept) {
        latest.current = kept;
        return setDraft(kept);
      }
      // Another window saved it, or threw it away: in the second case it stays here.
      if (latest.current && (await refresh()) && latest.current) setIsKept(keepDraft(accountId, name, latest.current));
    };
    const onVisible = () => document.visibilityState === 'visible' && void readAgain();
    document.addEventListener('visibilitychange', onVisible);
    const stop = onKeptElsewhere(accountId, name, () => void readAgain());
    return () => {
      stop();
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [accountId, name]);

  const fromStored = useMemo(
    () =>
      sheetFrom(cellsOfLines(stored?.lines ?? [], currentLanguage(), unitOf), stored?.remark ?? '', firstHourTypeId),
    [stored, firstHourTypeId, unitOf],
  );
  const sheet = draft?.sheet ?? (asTyped && asTyped.version === stored?.version ? asTyped.sheet : fromStored);
  const sheetNow = useRef(sheet);
  sheetNow.current = sheet;

  return {
    sheet,
    isKept,
    /** How what was typed stands to what is stored; nothing when there is nothing unsaved. */
    standing: standing as Standing | undefined,
    draft,

    /** Types. Changes made one after another before the screen is drawn again build on each other. */
    change(update: (sheet: TypedSheet) => TypedSheet) {
      const sheet = update(sheetNow.current);
      sheetNow.current = sheet;
      const before = latest.current;
      const basedOn = before ? basedOnOf(before, standing) : baseOf(stored);
      write({ form: 1, sheet, basedOn, tried: before?.tried ?? null, partId: before?.partId });
    },

    /** Notes what is about to be saved, and on what; answers that version. */
    trying(content: Content, partId?: string): KeptDraft['basedOn'] {
      const before = latest.current;
      const basedOn = before ? basedOnOf(before, standing) : baseOf(stored);
      if (before) write({ ...before, basedOn, tried: { lines: [...content.lines], remark: content.remark }, partId });
      return basedOn;
    },

    /** Decides a conflict: these fields, on what is stored now. */
    settle(sheet: TypedSheet) {
      write({ form: 1, sheet, basedOn: baseOf(stored), tried: null });
    },

    /** What stands in the fields now, also for an act that began before it was typed. */
    now: (): TypedSheet => (isLatestKept.current ? readDraft(accountId, name)?.sheet : undefined) ?? sheetNow.current,

    /** Throws away what was not saved; answers how to get it back. */
    discard(): () => void {
      const before = latest.current;
      setAsTyped(undefined);
      write(undefined);
      return () => write(before);
    },
  };
}

const basedOnOf = (draft: KeptDraft, standing: Standing | undefined) =>
  standing?.kind === 'mine' ? standing.basedOn : draft.basedOn;
