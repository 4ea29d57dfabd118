import type { CalendarDay } from '@konnekt/shared/basics/calendar-day';

/** What comparing needs of a line, sent or saved. */
export interface ComparedLine {
  hourTypeId: string;
  date: CalendarDay | null;
  minutes: number;
  startsAt: string | null;
  endsAt: string | null;
  breakMinutes: number | null;
  remark: string | null;
}

/** A day of one hour type; the whole period where there is no day. */
export const diffKey = (date: CalendarDay | null, hourTypeId: string) => `${date ?? 'period'} ${hourTypeId}`;

/** Minutes per day and hour type. */
export function diffCellsOf(lines: readonly ComparedLine[]): Map<string, number> {
  const cells = new Map<string, number>();
  for (const { date, hourTypeId, minutes } of lines) {
    const key = diffKey(date, hourTypeId);
    cells.set(key, (cells.get(key) ?? 0) + minutes);
  }
  return cells;
}

export interface Changes {
  /** The minutes before, for each day and hour type of which they changed. */
  minutesBefore: Map<string, number>;
  /** Days on which times, breaks or remarks changed, by date; `period` for lines without a day. */
  otherwise: Set<string>;
}

/** What changed between two sent versions. Lines have no identity over sends, so days are compared, not lines. */
export function changesBetween(before: readonly ComparedLine[], after: readonly ComparedLine[]): Changes {
  const [old, now] = [diffCellsOf(before), diffCellsOf(after)];
  const minutesBefore = new Map<string, number>();
  for (const key of new Set([...old.keys(), ...now.keys()])) {
    const minutes = old.get(key) ?? 0;
    if (minutes !== (now.get(key) ?? 0)) minutesBefore.set(key, minutes);
  }
  const [oldWords, nowWords] = [wordsOf(before), wordsOf(after)];
  const days = new Set([...oldWords.keys(), ...nowWords.keys()]);
  return { minutesBefore, otherwise: new Set([...days].filter((day) => oldWords.get(day) !== nowWords.get(day))) };
}

export const isUnchanged = ({ minutesBefore, otherwise }: Changes) => minutesBefore.size === 0 && otherwise.size === 0;

function wordsOf(lines: readonly ComparedLine[]): Map<string, string> {
  const days = Map.groupBy(lines, ({ date }) => date ?? 'period');
  return new Map(
    [...days].map(([day, ofDay]) => [
      day,
      ofDay
        .map(({ startsAt, endsAt, breakMinutes, remark }) => JSON.stringify([startsAt, endsAt, breakMinutes, remark]))
        .filter((words) => words !== '[null,null,null,null]')
        .sort()
        .join(),
    ]),
  );
}
