import type { Registered, Registration, RegistrationRow } from '@konnekt/shared/registration/registration.contract';
import { minutesByHourType } from '@konnekt/shared/worksheets/worksheet.hours';
import { isOpenForEntry } from '@konnekt/shared/worksheets/worksheet.status';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useMe } from '../../api/session-queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { allows, organisationRules } from './client-rules.tsx';
import { cancel, changedRows, changeRows, type GridSheet, redo, settleRows, sheetOf, undo } from './grid-sheet.ts';
import {
  type KeptHours,
  keepHours,
  keptHoursName,
  keptRows,
  type RowStanding,
  rowBaseOf,
  rowStandingOf,
  rowsTypedSince,
  useKeptElsewhere,
} from './typed-draft.ts';
import {
  minutesByCell,
  previousTexts,
  type ReadHours,
  readTyped,
  type TypedHours,
  type TypedProblem,
  typedFrom,
  withText,
} from './typed-hours.ts';

/** One person of the grid. The same object for as long as nothing of it changed. */
export interface GridRow {
  row: RegistrationRow;
  typed: TypedHours;
  read: ReadHours;
  /** By `cellKey`: as typed; of what was sent, with the hours that were added. */
  minutes: ReadonlyMap<string, number>;
  /** By hour type. */
  minutesOfType: ReadonlyMap<string, number>;
  totalMinutes: number;
  isTyped: boolean;
  standing: RowStanding;
  /** Can be typed in here: not sent, in a period that is open. */
  isOpen: boolean;
  /** What their client asks of hours. */
  client: Registration['organisations'][number] | undefined;
}

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
  const [sheet, setSheet] = useState<GridSheet>(() => sheetOf(keptRows(accountId, rows, period)));
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

  const names = useMemo(() => rows.map(({ placement }) => keptHoursName(placement.id, period)), [rows, period]);
  const idOf = (name: string) => rows[names.indexOf(name)]?.placement.id ?? '';
  useKeptElsewhere(
    names,
    (name) => sheet.typed[idOf(name)],
    (name, next) => {
      const id = idOf(name);
      kept.current = { ...kept.current, [id]: next };
      setSheet((before) => (next ? changeRows(before, { [id]: next }, name) : settleRows(before, [id])));
    },
  );

  const fresh = useMemo(
    () =>
      new Map(
        rows.map((row) => [row.placement.id, typedFrom(row.worksheet, row.placement.budgetNumber, language)] as const),
      ),
    [rows, language],
  );
  // What a row says is worked out once for each state of it, so that a key costs one row and not three hundred.
  const known = useMemo(() => {
    const before = new Map<string, { own: KeptHours | undefined; row: RegistrationRow; one: GridRow }>();
    return (row: RegistrationRow, own: KeptHours | undefined): GridRow => {
      const { id } = row.placement;
      const last = before.get(id);
      if (last?.row === row && last.own === own) return last.one;
      const typed = own?.typed ?? fresh.get(id) ?? typedFrom(null, null, language);
      const one = gridRow(registration, row, typed, own);
      before.set(id, { own, row, one });
      return one;
    };
  }, [registration, fresh, language]);
  const gridRows = rows.map((row) => known(row, sheet.typed[row.placement.id]));

  const latest = useRef({ rows, fresh });
  latest.current = { rows, fresh };

  /** Puts texts in cells as one act; `visit` names the stay in one cell whose letters belong together. */
  const put = useCallback((changes: readonly CellChange[], visit: string | null = null) => {
    if (changes.length === 0) return;
    setSheet((before) => {
      const next: Record<string, KeptHours> = {};
      for (const change of changes) {
        const row = latest.current.rows.find(({ placement }) => placement.id === change.placementId);
        const own = next[change.placementId] ?? before.typed[change.placementId];
        const typed = own?.typed ?? latest.current.fresh.get(change.placementId);
        if (!row || !typed) continue;
        const basedOn = own ? own.basedOn : rowBaseOf(row.worksheet);
        next[change.placementId] = { form: 1, typed: withText(typed, change.key, change.text), basedOn };
      }
      return changeRows(before, next, visit);
    });
  }, []);

  /** Fills rows that hold nothing with the hours of the period before; answers how many. */
  function copyPrevious(): number {
    const inUse = new Set(registration.hourTypes.map(({ id }) => id));
    const blank = gridRows.filter(
      ({ isOpen, read }) => isOpen && read.lines.length === 0 && read.problems.length === 0,
    );
    const changes = blank.flatMap(({ row, typed, client }): CellChange[] => {
      const isUsable = (id: string) => inUse.has(id) && allows(client, id);
      const texts = previousTexts(row, period, isUsable, typed.budgetNumber === '', language);
      return texts.map((text) => ({ placementId: row.placement.id, ...text }));
    });
    put(changes);
    return new Set(changes.map(({ placementId }) => placementId)).size;
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
    copyPrevious,
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
        return changeRows(before, { [row.placement.id]: { ...own, basedOn: rowBaseOf(row.worksheet) } });
      });
    }, []),
    discard: useCallback(
      (row: RegistrationRow) => setSheet((before) => changeRows(before, { [row.placement.id]: undefined })),
      [],
    ),
    basedOn: (placementId: string, row: RegistrationRow) => {
      const own = sheet.typed[placementId];
      return own ? own.basedOn : rowBaseOf(row.worksheet);
    },
  };
}

function gridRow(
  registration: Registration,
  row: RegistrationRow,
  typed: TypedHours,
  own: KeptHours | undefined,
): GridRow {
  const { period, periodState } = registration;
  const { placement, needsBudgetNumber, worksheet, supplements } = row;
  const read = readTyped(typed, worksheet, { placement, needsBudgetNumber, period });
  const canType = !worksheet || isOpenForEntry(worksheet.status);
  const standing = own ? rowStandingOf(own, read, worksheet) : 'same';
  const lines = canType ? read.lines : [worksheet, ...supplements].flatMap((part) => part.lines);
  return {
    row,
    typed,
    read,
    minutes: minutesByCell(lines),
    minutesOfType: minutesByHourType(lines),
    totalMinutes: lines.reduce((sum, line) => sum + line.minutes, 0),
    isTyped: own !== undefined && standing !== 'same',
    standing,
    isOpen: canType && periodState === 'open',
    client: organisationRules(registration, placement.organisationId),
  };
}
