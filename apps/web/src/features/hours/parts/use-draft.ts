import { useEffect, useMemo, useRef, useState } from 'react';
import { useMe } from '../../../api/session-queries.ts';
import { type Standing, standingOf, typedSince } from './draft.ts';
import { baseOf, draftOn, type KeptDraft, keepDraft, readDraft, type Stored, unkept } from './kept-draft.ts';
import { useKeptElsewhere } from './kept-elsewhere.ts';
import type { ReadSheet } from './read-sheet.ts';
import type { Content, TypedSheet } from './sheet.ts';

export type Draft = Omit<ReturnType<typeof useDraft>, 'read'>;

/**
 * What stands in the fields: what was typed and not saved, or else what is stored. Each change is kept on the device at
 * once, and in the other windows of this browser, until it is stored or thrown away. `name` must stay the same as long as the
 * component lives; `read` and `shown` as long as they do the same.
 */
export function useDraft<Read extends ReadSheet>(options: {
  name: string;
  stored: Stored | null;
  /** What is stored, as somebody would have typed it. */
  fresh: TypedSheet;
  read: (sheet: TypedSheet) => Read;
  /** As the fields show a sheet, where another screen on the same hours shows it otherwise. */
  shown?: (sheet: TypedSheet) => TypedSheet;
}) {
  const { name, stored, fresh, read: readIt, shown = asItIs } = options;
  const { accountId } = useMe();
  const [kept, setKept] = useState(() => readDraft(accountId, name));
  const [isKept, setIsKept] = useState(true);
  // After a save the fields stay as they were typed, though the answer may be written otherwise ("7,5" and "7,50").
  const [asTyped, setAsTyped] = useState<{ version: number | undefined; sheet: TypedSheet }>();
  const latest = useRef(kept);
  const plain = kept?.sheet ?? (asTyped && asTyped.version === stored?.version ? asTyped.sheet : fresh);
  const sheet = useMemo(() => shown(plain), [plain, shown]);
  const read = useMemo(() => readIt(sheet), [sheet, readIt]);
  const standing = useMemo(() => kept && standingOf(kept, stored, read), [kept, stored, read]);
  const sheetNow = useRef(sheet);
  sheetNow.current = sheet;

  function show(next: KeptDraft | undefined) {
    latest.current = next;
    setKept(next);
  }
  function write(next: KeptDraft | undefined) {
    show(next);
    setIsKept(keepDraft(accountId, name, next));
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a draft that came to say what is stored is dropped
  useEffect(() => {
    if (standing?.kind !== 'same' || !kept) return;
    setAsTyped({ version: stored?.version, sheet: kept.sheet });
    write(undefined);
  }, [standing]);

  useKeptElsewhere(
    [name],
    () => latest.current,
    (_, next) => show(next),
  );

  /** What was typed last, also by another screen on the same hours. */
  const newest = () => (unkept.has(name) ? undefined : readDraft(accountId, name)) ?? latest.current;
  const basedOnOf = (before: KeptDraft | undefined) =>
    before ? (standing?.kind === 'mine' ? standing.basedOn : before.basedOn) : baseOf(stored);

  return {
    sheet,
    read,
    isKept,
    /** How what was typed stands to what is stored; nothing when there is nothing unsaved. */
    standing: standing as Standing | undefined,
    draft: standing?.kind === 'same' ? undefined : kept,

    /** Types. Changes made one after another before the screen is drawn again build on each other. */
    change(update: (sheet: TypedSheet) => TypedSheet) {
      const sheet = update(sheetNow.current);
      sheetNow.current = sheet;
      const before = latest.current;
      write({
        form: 1,
        sheet,
        basedOn: basedOnOf(before),
        tried: before?.tried ?? null,
        partId: before?.partId,
      });
    },

    /** Notes what is about to be saved or added, and on what; answers that version. */
    trying({ lines, remark }: Content, partId?: string): KeptDraft['basedOn'] {
      const before = latest.current;
      const basedOn = basedOnOf(before);
      if (before) write({ ...before, basedOn, tried: { lines: [...lines], remark }, partId });
      return basedOn;
    },

    /** After `sent` was stored: nothing is left, or what was typed since. */
    settle(sent: TypedSheet, stored: { id: string; version: number }, content: Content) {
      const now = newest();
      write(typedSince(now && { ...now, sheet: shown(now.sheet) }, sent, stored, content));
    },

    /** Goes on with these fields from what is stored now. */
    rebase: (sheet: TypedSheet) => write(draftOn(sheet, stored)),

    /** What stands in the fields now, also for an act that began before it was typed. */
    now: (): TypedSheet => shown(newest()?.sheet ?? sheetNow.current),

    /** Throws away what was not saved; answers how to get it back. */
    discard(): () => void {
      const before = latest.current;
      setAsTyped(undefined);
      write(undefined);
      return () => write(before);
    },
  };
}

const asItIs = (sheet: TypedSheet) => sheet;
