import type { Registered, Registration, RegistrationRow } from '@konnekt/shared/registration/registration.contract';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useMe } from '../../api/session-queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { absencesIn } from '../hours/parts/copy-previous.ts';
import { baseOf, draftOn, type KeptDraft } from '../hours/parts/kept-draft.ts';
import { type TypedSheet, unitsOf } from '../hours/parts/sheet.ts';
import { asNumbers } from '../hours/parts/sheet-parts.ts';
import { allows } from './client-rules.tsx';
import { agreedInto, copiedInto } from './fill-hours.ts';
import { cancel, changedRows, changeRows, type GridSheet, redo, settleRows, sheetOf, undo } from './grid-sheet.ts';
import { type GridRow, rowAsTyped } from './row-as-typed.ts';
import { typedFrom, withText } from './typed-hours.ts';
import type { TypedProblem } from './typed-problems.ts';
import { keptRows, rowsTypedSince } from './typed-rows.ts';
import { useKeptGrid } from './use-kept-grid.ts';

/** What the API answered for a row. */
export interface RowAnswer {
  note: string | undefined;
  problems: readonly TypedProblem[];
  /** What was typed when it was answered: changed since, the answer says nothing any more. */
  of: unknown;
}

/** A text for a cell of a row; `key` is that of its column. */
export interface CellChange {
  placementId: string;
  key: string;
  text: string;
}

/** Everybody's hours of the period as they are typed, kept on the device, with a way back. */
export function useGrid(registration: Registration) {
  const { accountId } = useMe();
  const { language } = useFormat();
  const { period } = registration;
  const rows = useMemo(() => registration.rows.filter(({ closed }) => closed === null), [registration.rows]);
  const unitOf = useMemo(() => unitsOf(registration.hourTypes), [registration.hourTypes]);
  /** As the grid shows it; one employee's form may have kept its parts. */
  const shown = (draft: KeptDraft): KeptDraft => ({ ...draft, sheet: asNumbers(draft.sheet, unitOf, language) });
  const [sheet, setSheet] = useState<GridSheet>(() => {
    const onDevice = Object.entries(keptRows(accountId, rows, period));
    return sheetOf(Object.fromEntries(onDevice.map(([id, draft]) => [id, shown(draft)])));
  });
  const isOnDevice = useKeptGrid({ accountId, rows, period, sheet, setSheet, shown });

  const fresh = useMemo(
    () =>
      new Map(
        rows.map(
          (row) => [row.placement.id, typedFrom(row.worksheet, row.placement.budgetNumber, language, unitOf)] as const,
        ),
      ),
    [rows, language, unitOf],
  );
  // What a row says is worked out once for each state of it, so that a key costs one row and not three hundred.
  const known = useMemo(() => {
    const before = new Map<string, { own: KeptDraft | undefined; row: RegistrationRow; one: GridRow }>();
    return (row: RegistrationRow, own: KeptDraft | undefined): GridRow => {
      const { id } = row.placement;
      const last = before.get(id);
      if (last?.row === row && last.own === own) return last.one;
      const typed = own?.sheet ?? fresh.get(id) ?? typedFrom(null, null, language, unitOf);
      const one = rowAsTyped(registration, row, typed, own, unitOf);
      before.set(id, { own, row, one });
      return one;
    };
  }, [registration, fresh, language, unitOf]);
  const gridRows = rows.map((row) => known(row, sheet.typed[row.placement.id]));

  const latest = useRef({ rows, fresh });
  latest.current = { rows, fresh };

  /** Puts texts in cells as one act; `visit` names the stay in one cell whose letters belong together. */
  const put = useCallback((changes: readonly CellChange[], visit: string | null = null) => {
    if (changes.length === 0) return;
    setSheet((before) => {
      const next: Record<string, KeptDraft> = {};
      for (const change of changes) {
        const row = latest.current.rows.find(({ placement }) => placement.id === change.placementId);
        const own = next[change.placementId] ?? before.typed[change.placementId];
        const typed = own?.sheet ?? latest.current.fresh.get(change.placementId);
        if (!row || !typed) continue;
        const sheet = withText(typed, change.key, change.text);
        next[change.placementId] = own ? { ...own, sheet } : draftOn(sheet, row.worksheet);
      }
      return changeRows(before, next, visit);
    });
  }, []);

  const blank = gridRows.filter(({ isOpen, read }) => isOpen && read.lines.length === 0 && read.problems.length === 0);
  const typesFor = ({ client }: GridRow) => registration.hourTypes.filter(({ id }) => allows(client, id));

  /** Fills rows that hold nothing; answers how many. */
  function fillBlank(fill: (one: GridRow) => TypedSheet): number {
    const filled = blank.flatMap((one): [string, KeptDraft][] => {
      const sheet = fill(one);
      return sheet === one.typed ? [] : [[one.row.placement.id, draftOn(sheet, one.row.worksheet)]];
    });
    if (filled.length > 0) setSheet((before) => changeRows(before, Object.fromEntries(filled)));
    return filled.length;
  }

  /** Goes to another sheet of the history; answers the first row that is different there. */
  function step(to: (sheet: GridSheet) => GridSheet): string | undefined {
    const after = to(sheet);
    setSheet(to);
    return changedRows(sheet.typed, after.typed)[0];
  }

  return {
    rows: gridRows,
    put,
    /** Hour types of absence in the period before of rows that hold nothing. */
    absences: () =>
      absencesIn({ lines: blank.flatMap(({ row }) => row.previousLines), hourTypes: registration.hourTypes }),
    copyPrevious: (absences: ReadonlySet<string>) =>
      fillBlank((one) => copiedInto(one.typed, one.row, { period, hourTypes: typesFor(one), absences }, language)),
    fillAsAgreed: () => fillBlank((one) => agreedInto(one.typed, one.row.plannedMinutes, typesFor(one), language)),
    isOnDevice,
    canUndo: sheet.past.length > 0,
    canRedo: sheet.future.length > 0,
    undo: () => step(undo),
    redo: () => step(redo),
    /** Leaves a cell as it was before this visit to it. */
    cancel: useCallback((visit: string) => setSheet((before) => cancel(before, visit)), []),
    /** After `sent` was answered: of what was stored nothing is left but what was typed since. */
    settle: (done: Registered['done'], sent: readonly GridRow[]) =>
      setSheet((before) =>
        settleRows(
          before,
          done.map(({ placementId }) => placementId),
          rowsTypedSince(before.typed, done, sent),
        ),
      ),
    /** Goes on from what is stored now, with what was typed here. */
    rebase: useCallback((row: RegistrationRow) => {
      setSheet((before) => {
        const own = before.typed[row.placement.id];
        if (!own) return before;
        return changeRows(before, { [row.placement.id]: draftOn(own.sheet, row.worksheet) });
      });
    }, []),
    discard: useCallback(
      (row: RegistrationRow) => setSheet((before) => changeRows(before, { [row.placement.id]: undefined })),
      [],
    ),
    basedOn: (placementId: string, row: RegistrationRow) => {
      const own = sheet.typed[placementId];
      return own ? own.basedOn : baseOf(row.worksheet);
    },
  };
}
