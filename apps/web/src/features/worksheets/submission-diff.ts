import type { CalendarDay } from '@konnekt/shared/basics/calendar-day';
import type { Receipt } from '@konnekt/shared/worksheets/worksheet-line.schema';

/** What comparing needs of a line, sent or saved. */
export interface ComparedLine {
  hourTypeId: string;
  date: CalendarDay | null;
  minutes: number;
  quantity: number | null;
  startsAt: string | null;
  endsAt: string | null;
  breakMinutes: number | null;
  remark: string | null;
  receipt?: Receipt | null | undefined;
}

/** A day of one hour type; the whole period where there is no day. */
export const diffKey = (date: CalendarDay | null, hourTypeId: string) => `${date ?? 'period'} ${hourTypeId}`;

/** What a line holds in the unit of its hour type: what is no time has no minutes. */
export const sizeOf = ({ minutes, quantity }: Pick<ComparedLine, 'minutes' | 'quantity'>) => minutes + (quantity ?? 0);

/** How much per day and hour type. */
export function diffCellsOf(lines: readonly ComparedLine[]): Map<string, number> {
  const cells = new Map<string, number>();
  for (const line of lines) {
    const key = diffKey(line.date, line.hourTypeId);
    cells.set(key, (cells.get(key) ?? 0) + sizeOf(line));
  }
  return cells;
}

export interface Changes {
  /** How much it was before, for each day and hour type of which they changed. */
  sizesBefore: Map<string, number>;
  /** Days on which times, breaks, remarks or receipts changed, by date; `period` for lines without a day. */
  otherwise: Set<string>;
}

/** What changed between two sent versions. Lines have no identity over sends, so days are compared, not lines. */
export function changesBetween(before: readonly ComparedLine[], after: readonly ComparedLine[]): Changes {
  const [old, now] = [diffCellsOf(before), diffCellsOf(after)];
  const sizesBefore = new Map<string, number>();
  for (const key of new Set([...old.keys(), ...now.keys()])) {
    const size = old.get(key) ?? 0;
    if (size !== (now.get(key) ?? 0)) sizesBefore.set(key, size);
  }
  const [oldWords, nowWords] = [wordsOf(before), wordsOf(after)];
  const days = new Set([...oldWords.keys(), ...nowWords.keys()]);
  return { sizesBefore, otherwise: new Set([...days].filter((day) => oldWords.get(day) !== nowWords.get(day))) };
}

export const isUnchanged = ({ sizesBefore, otherwise }: Changes) => sizesBefore.size === 0 && otherwise.size === 0;

function wordsOf(lines: readonly ComparedLine[]): Map<string, string> {
  const days = Map.groupBy(lines, ({ date }) => date ?? 'period');
  return new Map(
    [...days].map(([day, ofDay]) => [
      day,
      ofDay
        .map(({ startsAt, endsAt, breakMinutes, remark, receipt }) =>
          JSON.stringify([startsAt, endsAt, breakMinutes, remark, receipt?.sha256 ?? null]),
        )
        .filter((words) => words !== '[null,null,null,null,null]')
        .sort()
        .join(),
    ]),
  );
}
