import { parseHours } from '@konnekt/shared/basics/minutes';

/** What about a block from a spreadsheet is worth a look before it is put in fields. */
export interface PasteDoubts {
  /** It has more columns than there are from here on. */
  isWide: boolean;
  /** Its lines are not equally long. */
  isRagged: boolean;
  /** Texts that would stand in fields of hours and are no hours: names, heads; then the block stands next to its place. */
  unread: number;
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
  const unread = lines.flatMap((line) => line.filter((text, column) => isHours(column) && isNoNumber(text))).length;
  return isWide || isRagged || unread > 0 ? { isWide, isRagged, unread } : undefined;
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
