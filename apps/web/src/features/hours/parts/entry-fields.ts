import type { Warning } from '@konnekt/shared/worksheets/worksheet.warnings';
import type { WorksheetEntry } from '@konnekt/shared/worksheets/worksheet-entry.schema';
import { createContext, useContext } from 'react';
import { useFormat } from '../../../i18n/format.ts';
import type { CellProblem, ReadSheet, SheetRules } from './read-sheet.ts';
import { amountOf } from './same-content.ts';
import {
  blankCell,
  rowOfKey,
  setCell,
  type TypedCell,
  type TypedRow,
  type TypedSheet,
  type UnitOf,
  unitsOf,
} from './sheet.ts';

/** Where hours are typed: the job, its days, and what its client asks. */
export type HoursPlace = Pick<
  WorksheetEntry,
  'placement' | 'period' | 'openFrom' | 'openUntil' | 'hourTypes' | 'needsBudgetNumber' | 'budgetNumbers' | 'holidays'
>;

/** What every field of hours needs. */
interface EntryFields {
  entry: HoursPlace;
  /** Every day of the period. */
  days: string[];
  today: string;
  sheet: TypedSheet;
  read: ReadSheet;
  problems: CellProblem[];
  warnings: readonly Warning[];
  change: (update: (sheet: TypedSheet) => TypedSheet) => void;
}

const Context = createContext<EntryFields | undefined>(undefined);
export const EntryFieldsProvider = Context.Provider;

export function useEntryFields() {
  const fields = useContext(Context);
  const format = useFormat();
  if (!fields) throw new Error('No hours around this field');
  const { entry, sheet, read, problems, change } = fields;
  const hourTypes = new Map(entry.hourTypes.map((type) => [type.id, type]));
  const unitOf = unitsOf(entry.hourTypes);
  const nameOf = (hourTypeId: string): string => {
    const type = hourTypes.get(hourTypeId);
    return type ? format.nameOf(type) : '–';
  };

  return {
    ...fields,
    hourTypes,
    nameOf,
    /** The name of a row; the second of one hour type has a number. */
    rowName(row: TypedRow) {
      const name = nameOf(row.hourTypeId);
      const number = sheet.rows.filter((one) => one.hourTypeId === row.hourTypeId).indexOf(row) + 1;
      return number > 1 ? `${name} (${number})` : name;
    },
    isOpen: (date: string) => entry.openFrom <= date && date <= entry.openUntil,
    problemOf: (key: string, field: CellProblem['field']) =>
      problems.find((one) => one.key === key && one.field === field)?.code,
    minutesOf: (key: string) => sum(read, (_, at) => at === key),
    minutesOfDay: (date: string) => sum(read, (line) => line.date === date),
    /** In the unit of the hour type. */
    amountOfRow: (rowId: string) => sumOf(read, (_, key) => rowOfKey(key) === rowId, amountOf),
    amountOfType: (hourTypeId: string) => sumOf(read, (line) => line.hourTypeId === hourTypeId, amountOf),
    unitOf,
    /** Whether what the hour type of a cell counts comes with a receipt. */
    receiptOfKey: (key: string) => hourTypes.get(hourTypeOfRow(sheet, rowOfKey(key)))?.receipt ?? 'none',
    unitOfKey: (key: string) => unitOf(hourTypeOfRow(sheet, rowOfKey(key))),
    /** Nothing is filled in on a closed day; what stands there can be taken away. */
    isLocked: (date: string, key: string) =>
      (date < entry.openFrom || date > entry.openUntil) && sheet.cells[key] === undefined,
    total: sum(read, () => true),
    /** Types into one cell; `by` says what a new cell holds. */
    type(key: string, by: TypedCell['by'], changes: Partial<TypedCell>) {
      change((before) => {
        const cell = before.cells[key] ?? blankCell(by, entry.placement.budgetNumber);
        return setCell(before, key, { ...cell, ...changes });
      });
    },
  };
}

type Line = ReadSheet['lines'][number];

const sum = (read: ReadSheet, counts: (line: Line, key: string) => boolean): number =>
  sumOf(read, counts, ({ minutes }) => minutes);

function sumOf(read: ReadSheet, counts: (line: Line, key: string) => boolean, of: (line: Line) => number): number {
  let all = 0;
  for (const [index, line] of read.lines.entries()) if (counts(line, read.keys[index] ?? '')) all += of(line);
  return all;
}

const hourTypeOfRow = (sheet: TypedSheet, rowId: string): string =>
  sheet.rows.find(({ id }) => id === rowId)?.hourTypeId ?? '';

/** The rules that hours of an entry are read by. */
export const rulesOfEntry = (entry: WorksheetEntry): SheetRules & { unitOf: UnitOf } => ({
  period: entry.period,
  placement: entry.placement,
  sent: entry.sent,
  unitOf: unitsOf(entry.hourTypes),
});

/** The job or its client goes by budget numbers: then one day may hold one hour type more than once. */
export const usesBudgetNumbers = ({ placement, needsBudgetNumber, budgetNumbers }: HoursPlace): boolean =>
  placement.budgetNumber !== null || needsBudgetNumber || budgetNumbers.length > 0;
