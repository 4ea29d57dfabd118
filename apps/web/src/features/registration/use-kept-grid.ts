import type { Registration, RegistrationRow } from '@konnekt/shared/registration/registration.contract';
import { type Dispatch, type SetStateAction, useEffect, useMemo, useRef, useState } from 'react';
import { type KeptDraft, keepDraft } from '../hours/parts/kept-draft.ts';
import { useKeptElsewhere } from '../hours/parts/kept-elsewhere.ts';
import { isSameText } from '../hours/parts/same-text.ts';
import { changedRows, changeRows, type GridSheet, settleRows } from './grid-sheet.ts';
import { keptHoursName } from './kept-hours.ts';

/** Keeps on the device what is typed, and takes in what another tab keeps there. Answers whether the device kept it. */
export function useKeptGrid(options: {
  accountId: string;
  rows: readonly RegistrationRow[];
  period: Registration['period'];
  sheet: GridSheet;
  setSheet: Dispatch<SetStateAction<GridSheet>>;
  /** What was kept, as the grid shows it. */
  shown: (draft: KeptDraft) => KeptDraft;
}): boolean {
  const { accountId, rows, period, sheet, setSheet, shown } = options;
  const [isOnDevice, setIsOnDevice] = useState(true);
  const kept = useRef(sheet.typed);

  // After the key shows: the device need not be asked first.
  useEffect(() => {
    const changed = changedRows(kept.current, sheet.typed);
    kept.current = sheet.typed;
    if (changed.length === 0) return;
    const wereKept = changed.map((id) => keepDraft(accountId, keptHoursName(id, period), sheet.typed[id]));
    setIsOnDevice(wereKept.every(Boolean));
  }, [sheet.typed, accountId, period]);

  const names = useMemo(() => rows.map(({ placement }) => keptHoursName(placement.id, period)), [rows, period]);
  const idOf = (name: string) => rows[names.indexOf(name)]?.placement.id ?? '';
  useKeptElsewhere(
    names,
    (name) => sheet.typed[idOf(name)],
    (name, found) => {
      const id = idOf(name);
      const next = found && shown(found);
      const here = sheet.typed[id];
      if (next && here && isSameText(next.sheet, here.sheet)) return;
      kept.current = { ...kept.current, [id]: next };
      setSheet((before) => (next ? changeRows(before, { [id]: next }, name) : settleRows(before, [id])));
    },
  );

  return isOnDevice;
}
