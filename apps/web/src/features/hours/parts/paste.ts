import { parseHours } from '@konnekt/shared/basics/minutes';
import { type Corners, landing, type Place, placesIn } from './places.ts';

/** Texts put in cells, and how many of them found no open one. */
export interface Filling<Change> {
  changes: Change[];
  left: number;
}

/** A pasted block in what is chosen. `changeAt` says what a text does at a place: nothing where none can be typed. */
export function pasteInto<Change>(
  chosen: Corners,
  block: readonly (readonly string[])[],
  changeAt: (place: Place, text: string, isTotal: () => boolean) => Change | undefined,
): Filling<Change> {
  const size = { rows: block.length, columns: Math.max(...block.map((row) => row.length)) };
  const filling: Filling<Change> = { changes: [], left: 0 };
  const corners = landing(chosen, size);
  // What is wider than the grid is counted too, though it has no place.
  for (const { row, column } of placesIn(corners)) {
    const line = block[(row - corners.top) % size.rows] ?? [];
    const at = (column - corners.left) % size.columns;
    if (at >= line.length) continue;
    const text = line[at] ?? '';
    const change = changeAt({ row, column }, text, () => isTotalOf(line, at));
    if (change) filling.changes.push(change);
    else if (text !== '') filling.left += 1;
  }
  return filling;
}

/** What about a block from a spreadsheet is worth a look before it is put in fields. */
export interface PasteDoubts {
  /** It has more columns than there are from here on. */
  isWide: boolean;
  /** Its lines are not equally long. */
  isRagged: boolean;
  /** Texts that would stand in fields of hours and are no hours: names, heads; then the block stands next to its place. */
  unread: readonly Unread[];
}

/** Where it stands in the block, counted from 1. */
interface Unread {
  text: string;
  row: number;
  column: number;
}

/** Nothing where the block fits as it is. `isHours` says of a column of the block whether it lands in hours. */
export function doubtsOf(
  block: readonly (readonly string[])[],
  columnsLeft: number,
  isHours: (column: number) => boolean,
): PasteDoubts | undefined {
  const lines = block.filter((line) => line.some((text) => text !== ''));
  const isWide = lines.some((line) => line.slice(columnsLeft).some((text) => text !== ''));
  const isRagged = new Set(lines.map(({ length }) => length)).size > 1;
  const unread = block.flatMap((line, row) =>
    line.flatMap((text, column) =>
      isHours(column) && isNoNumber(text) ? { text, row: row + 1, column: column + 1 } : [],
    ),
  );
  return isWide || isRagged || unread.length > 0 ? { isWide, isRagged, unread } : undefined;
}

const isNoNumber = (text: string): boolean => text !== '' && text !== '-' && !/\d|[¼½¾]/.test(text);

/** Is a text of a line the sum of its other hours? A column of totals holds no hours of its own, and no budget number. */
export function isTotalOf(line: readonly string[], column: number): boolean {
  const minutesOf = (text: string) => {
    const read = parseHours(text);
    return 'minutes' in read ? read.minutes : 0;
  };
  const others = line.filter((_, at) => at !== column).map(minutesOf);
  const sum = others.reduce((before, minutes) => before + minutes, 0);
  return sum > 0 && minutesOf(line[column] ?? '') === sum;
}
