import { formatHours } from '@konnekt/shared/basics/minutes';
import type { Registration, RegistrationRow } from '@konnekt/shared/registration/registration.contract';
import { isOpenForEntry } from '@konnekt/shared/worksheets/worksheet.status';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useMe } from '../../api/session-queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { changedRows, changeRows, type Sheet, settle, sheetOf, type Typed, undo } from './grid-sheet.ts';
import { baseOf, keepHours, keptHoursName, readHours, type Standing, standingOf } from './typed-draft.ts';
import {
  cellKey,
  minutesByCell,
  type ReadHours,
  readTyped,
  type TypedHours,
  type TypedProblem,
  typedFrom,
} from './typed-hours.ts';

export interface GridRow {
  row: RegistrationRow;
  typed: TypedHours;
  read: ReadHours;
  isTyped: boolean;
  standing: Standing;
  /** Can be typed in here: not sent, and not filled in per day. */
  isOpen: boolean;
}

/** What the API answered for a row. */
export interface RowAnswer {
  note: string | undefined;
  problems: readonly TypedProblem[];
  /** What was typed when it was answered: changed since, the answer says nothing any more. */
  of: unknown;
}

/** A field of a row: an hour type, or `budgetNumber`. */
export interface CellChange {
  placementId: string;
  column: string;
  text: string;
}

/** Everybody's hours of the period as they are typed, kept on the device, with a way back. */
export function useGrid(registration: Registration) {
  const { accountId } = useMe();
  const { language } = useFormat();
  const { period } = registration;
  const rows = useMemo(() => registration.rows.filter(({ closed }) => closed === null), [registration.rows]);
  const [sheet, setSheet] = useState<Sheet>(() =>
    sheetOf(
      Object.fromEntries(
        rows.flatMap(({ placement }) => {
          const kept = readHours(accountId, keptHoursName(placement.id, period));
          return kept ? [[placement.id, kept]] : [];
        }),
      ),
    ),
  );
  const [isOnDevice, setIsOnDevice] = useState(true);
  const kept = useRef(sheet.typed);

  // After the key shows: the device need not be asked first.
  useEffect(() => {
    const changed = changedRows(kept.current, sheet.typed);
    kept.current = sheet.typed;
    if (changed.length === 0) return;
    const wereKept = changed.map((id) => keepHours(accountId, keptHoursName(id, period), sheet.typed[id]));
    setIsOnDevice(wereKept.every(Boolean));
  }, [sheet.typed, accountId, period]);

  // What a row says is worked out once for each state of it, so that a key costs one row and not three hundred.
  const fresh = useMemo(
    () =>
      new Map(
        rows.map((row) => [row.placement.id, typedFrom(row.worksheet, row.placement.budgetNumber, language)] as const),
      ),
    [rows, language],
  );
  const known = useMemo(() => {
    const reads = new WeakMap<TypedHours, ReadHours>();
    return (row: RegistrationRow, typed: TypedHours): ReadHours => {
      const before = reads.get(typed);
      if (before) return before;
      const { placement, needsBudgetNumber, worksheet } = row;
      const read = readTyped(typed, worksheet, { placement, needsBudgetNumber, period });
      reads.set(typed, read);
      return read;
    };
  }, [period]);

  const gridRows = rows.map((row): GridRow => {
    const own = sheet.typed[row.placement.id];
    const typed = own?.typed ?? fresh.get(row.placement.id) ?? typedFrom(null, null, language);
    const read = known(row, typed);
    const standing = own ? standingOf(own, read, row.worksheet) : 'same';
    const canType = !row.worksheet || isOpenForEntry(row.worksheet.status);
    const isOpen = canType && typed.by === 'period' && registration.periodState === 'open';
    return { row, typed, read, isTyped: own !== undefined && standing !== 'same', standing, isOpen };
  });

  const latest = useRef({ rows, fresh });
  latest.current = { rows, fresh };

  /** Puts texts in cells as one act; `isTyping` joins the letters of one cell. */
  const put = useCallback((changes: readonly CellChange[], isTyping = false) => {
    const [first] = changes;
    if (!first) return;
    setSheet((before) => {
      const next: Record<string, Typed[string]> = {};
      for (const { placementId, column, text } of changes) {
        const row = latest.current.rows.find(({ placement }) => placement.id === placementId);
        const own = next[placementId] ?? before.typed[placementId];
        const typed = own?.typed ?? latest.current.fresh.get(placementId);
        if (!row || !typed) continue;
        const isBudget = column === 'budgetNumber';
        const changed = isBudget
          ? { ...typed, budgetNumber: text }
          : { ...typed, cells: { ...typed.cells, [cellKey(column, null)]: text } };
        next[placementId] = { form: 1, typed: changed, basedOn: own ? own.basedOn : baseOf(row.worksheet) };
      }
      return changeRows(before, next, isTyping ? `${first.placementId} ${first.column}` : null);
    });
  }, []);

  /** Fills rows that hold nothing with the hours of the period before; answers how many. */
  function copyPrevious(): number {
    const changes: CellChange[] = [];
    for (const { row, typed, read, isOpen } of gridRows) {
      if (!isOpen || read.lines.length > 0 || read.problems.length > 0 || row.previousLines.length === 0) continue;
      const inUse = new Set(registration.hourTypes.map(({ id }) => id));
      for (const [key, minutes] of minutesByCell(row.previousLines.map((line) => ({ ...line, date: null })))) {
        const column = key.slice(0, -1);
        if (!inUse.has(column) || minutes <= 0) continue;
        changes.push({ placementId: row.placement.id, column, text: formatHours(minutes, language) });
      }
      const budgetNumber = row.previousLines.find((line) => line.budgetNumber)?.budgetNumber;
      if (budgetNumber && typed.budgetNumber === '')
        changes.push({ placementId: row.placement.id, column: 'budgetNumber', text: budgetNumber });
    }
    put(changes);
    return new Set(changes.map(({ placementId }) => placementId)).size;
  }

  return {
    rows: gridRows,
    put,
    copyPrevious,
    isOnDevice,
    canUndo: sheet.past.length > 0,
    undo: useCallback(() => setSheet(undo), []),
    settle: (placementIds: readonly string[]) => setSheet((before) => settle(before, placementIds)),
    /** Goes on from what is stored now, with what was typed here. */
    rebase: useCallback((row: RegistrationRow) => {
      setSheet((before) => {
        const own = before.typed[row.placement.id];
        if (!own) return before;
        return changeRows(before, { [row.placement.id]: { ...own, basedOn: baseOf(row.worksheet) } });
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
