import { calendarDayAt } from '@konnekt/shared/basics/calendar-day';
import type { Registered, Registration, RegistrationRow } from '@konnekt/shared/registration/registration.contract';
import { isOpenForEntry } from '@konnekt/shared/worksheets/worksheet.status';
import type { Warning } from '@konnekt/shared/worksheets/worksheet.warnings';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useMe } from '../../api/session-queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { absencesIn } from '../hours/parts/copy-previous.ts';
import { type Standing, standingOf } from '../hours/parts/draft.ts';
import { warningsOf } from '../hours/parts/hours-warnings.tsx';
import { baseOf, draftOn, type KeptDraft, keepDraft } from '../hours/parts/kept-draft.ts';
import { useKeptElsewhere } from '../hours/parts/kept-elsewhere.ts';
import { amountOf } from '../hours/parts/same-content.ts';
import { isSameText } from '../hours/parts/same-text.ts';
import { type TypedSheet, type UnitOf, unitsOf } from '../hours/parts/sheet.ts';
import { asNumbers } from '../hours/parts/sheet-parts.ts';
import type { Compared } from '../worksheets/parts/stands-out.tsx';
import { allows, organisationRules } from './client-rules.tsx';
import { cancel, changedRows, changeRows, type GridSheet, redo, settleRows, sheetOf, undo } from './grid-sheet.ts';
import { keptHoursName } from './kept-hours.ts';
import { standingOutOf } from './standing-out.ts';
import {
  agreedInto,
  amountsByKey,
  copiedInto,
  type ReadHours,
  readTyped,
  rulesOf,
  type TypedProblem,
  typedFrom,
  withText,
} from './typed-hours.ts';
import { keptRows, rowsTypedSince } from './typed-rows.ts';

/** One person of the grid. The same object for as long as nothing of it changed. */
export interface GridRow {
  row: RegistrationRow;
  typed: TypedSheet;
  read: ReadHours;
  /** By `hoursKey`, in the unit of the hour type: as typed; of what was sent, with the hours that were added. */
  amounts: ReadonlyMap<string, number>;
  /** By hour type. */
  amountsOfType: ReadonlyMap<string, number>;
  totalMinutes: number;
  isTyped: boolean;
  standing: Standing['kind'];
  /** Can be typed in here: not sent, in a period that is open. */
  isOpen: boolean;
  /** What sets the hours apart from what is normal, and what the law asks about them, as far as they can still be changed. */
  standsOut: Compared | undefined;
  warnings: readonly Warning[];
  /** They came back, and are as they were. */
  isUnchanged: boolean;
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
  const unitOf = useMemo(() => unitsOf(registration.hourTypes), [registration.hourTypes]);
  /** As the grid shows it; one employee's form may have kept its parts. */
  const shown = (draft: KeptDraft): KeptDraft => ({ ...draft, sheet: asNumbers(draft.sheet, unitOf, language) });
  const [sheet, setSheet] = useState<GridSheet>(() => {
    const onDevice = Object.entries(keptRows(accountId, rows, period));
    return sheetOf(Object.fromEntries(onDevice.map(([id, draft]) => [id, shown(draft)])));
  });
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
      const one = gridRow(registration, row, typed, own, unitOf);
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

function gridRow(
  registration: Registration,
  row: RegistrationRow,
  typed: TypedSheet,
  own: KeptDraft | undefined,
  unitOf: UnitOf,
): GridRow {
  const { periodState } = registration;
  const today = calendarDayAt(new Date());
  const { placement, worksheet, supplements } = row;
  const read = readTyped(typed, rulesOf(registration, row, worksheet?.id, unitOf));
  const canType = !worksheet || isOpenForEntry(worksheet.status);
  const standing = own ? standingOf(own, worksheet, read).kind : 'same';
  const isTyped = own !== undefined && standing !== 'same';
  const client = organisationRules(registration, placement.organisationId);
  const standsOut = canType ? standingOutOf(read.lines, row, { ...registration, today }) : undefined;
  const warnings = canType ? warningsOf(read.lines, { ...registration, holidays: client?.holidays ?? [] }) : [];
  const isToldAlready = standsOut?.standsOut.includes('over-legal-maximum');
  const lines = canType ? read.lines : [worksheet, ...supplements].flatMap((part) => part.lines);
  return {
    row,
    typed,
    read,
    amounts: amountsByKey(lines),
    amountsOfType: sumsOfTypes(lines),
    totalMinutes: lines.reduce((sum, line) => sum + line.minutes, 0),
    isTyped,
    standing,
    isOpen: canType && periodState === 'open',
    standsOut,
    warnings: warnings.filter(({ code }) => !(isToldAlready && code === 'week-too-long')),
    isUnchanged: !isTyped && worksheet?.returned?.isAsItWas === true,
    client,
  };
}

function sumsOfTypes(lines: readonly Parameters<typeof amountOf>[0][] & readonly { hourTypeId: string }[]) {
  const sums = new Map<string, number>();
  for (const line of lines) sums.set(line.hourTypeId, (sums.get(line.hourTypeId) ?? 0) + amountOf(line));
  return sums;
}
