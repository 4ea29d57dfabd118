import { type LocalTimeError, parseLocalTime, type ShiftError, workedMinutes } from '@konnekt/shared/basics/local-time';
import type { HourType } from '@konnekt/shared/hour-types/hour-type.schema';
import { formatInUnit, parseInUnit, type QuantityError } from '@konnekt/shared/hour-types/quantity';
import type { HourLineInput } from '@konnekt/shared/worksheets/worksheet-line.schema';

/** A line of the period as it should have been, as it is typed: an amount, or times. */
export interface DraftRow {
  key: number;
  /** The line as it is; none for one that is added. */
  asIs: HourLineInput | null;
  date: string | null;
  hourTypeId: string;
  budgetNumber: string;
  isTimed: boolean;
  amount: string;
  start: string;
  end: string;
  pause: string;
}

export type RowError = QuantityError | LocalTimeError | ShiftError | 'break-not-understood';
export type RowField = 'amount' | 'start' | 'end' | 'pause';

type Types = ReadonlyMap<string, HourType>;

/** What a correction starts from: every line as it is. */
export const draftOf = (lines: readonly HourLineInput[], types: Types, language: 'nl' | 'en'): DraftRow[] =>
  [...lines]
    .sort(
      (one, other) =>
        (one.date ?? '').localeCompare(other.date ?? '') || (one.startsAt ?? '').localeCompare(other.startsAt ?? ''),
    )
    .map((line, key) => ({
      key,
      asIs: line,
      date: line.date,
      hourTypeId: line.hourTypeId,
      budgetNumber: line.budgetNumber ?? '',
      isTimed: line.startsAt !== null,
      amount: line.startsAt === null ? formatInUnit(line, unitOf(line.hourTypeId, types), language) : '',
      start: line.startsAt ?? '',
      end: line.endsAt ?? '',
      pause: line.breakMinutes ? String(line.breakMinutes) : '',
    }));

/** The line that a row says, none where nothing is left of it, or what of it cannot be read. */
export function readRow(
  row: DraftRow,
  types: Types,
): { line: HourLineInput | null } | { error: RowError; field: RowField } {
  const line = {
    ...{ hourTypeId: row.hourTypeId, date: row.date, quantity: null, startsAt: null, endsAt: null, breakMinutes: null },
    ...{ budgetNumber: row.budgetNumber.trim() || null, remark: row.asIs?.remark ?? null },
  };
  if (row.isTimed) return readTimes(row, line);
  if (row.amount.trim() === '') return { line: null };
  const read = parseInUnit(row.amount, unitOf(row.hourTypeId, types));
  if ('error' in read) return { error: read.error, field: 'amount' };
  const { minutes, quantity } = read;
  return { line: minutes === 0 && !quantity ? null : { ...line, minutes, quantity } };
}

function readTimes(
  { start, end, pause, date }: DraftRow,
  line: Omit<HourLineInput, 'minutes'>,
): ReturnType<typeof readRow> {
  if (start.trim() === '' && end.trim() === '') return { line: null };
  const [from, until] = [parseLocalTime(start), parseLocalTime(end, { asEnd: true })];
  if ('error' in from) return { error: from.error, field: 'start' };
  if ('error' in until) return { error: until.error, field: 'end' };
  if (!/^\d{0,4}$/.test(pause.trim())) return { error: 'break-not-understood', field: 'pause' };
  const breakMinutes = Number(pause.trim());
  const worked = workedMinutes(date ?? '2000-01-01', from.time, until.time, breakMinutes);
  if ('error' in worked) return { error: worked.error, field: worked.error === 'shift-empty' ? 'end' : 'pause' };
  return { line: { ...line, startsAt: from.time, endsAt: until.time, breakMinutes, minutes: worked.minutes } };
}

const unitOf = (hourTypeId: string, types: Types) => types.get(hourTypeId)?.unit ?? 'hours';
