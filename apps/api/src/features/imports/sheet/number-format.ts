import type { ImportCell } from '@konnekt/shared/imports/import-cells';

/** What the format of a cell makes of its number; of `zeros 5` so many digits are seen, as `00077`. */
type Means = 'number' | 'percent' | 'day' | 'time' | `zeros ${number}`;
/** `shows`: what stands between the digits of a whole number, as `"P"00000`. */
export interface NumberFormat {
  means: Means;
  shows?: readonly Mark[] | undefined;
}

/** Formats that every spreadsheet has, by their number (ECMA-376, 18.8.30); the others say how they are written. */
const known = new Map<number, Means>([
  ...[9, 10].map((id) => [id, 'percent'] as const),
  ...[14, 15, 16, 17, 22].map((id) => [id, 'day'] as const),
  ...[18, 19, 20, 21, 45, 46, 47].map((id) => [id, 'time'] as const),
]);

/** Of a format by its number, or as it is written, such as `[h]:mm` or `dd-mm-yyyy`. */
export function numberFormat(id: number, written: string | undefined): NumberFormat {
  if (written === undefined) return { means: known.get(id) ?? 'number' };
  const [positive = ''] = /^(?:"[^"]*"|\\.|[^;"\\])*/.exec(written) ?? [];
  return { means: meaningOf(positive), shows: marksOf(positive) };
}

function meaningOf(positive: string): Means {
  const bare = positive.replace(/"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]/gi, '').toLowerCase();
  if (/^00+$/.test(bare)) return `zeros ${bare.length}`;
  if (bare.includes('%')) return 'percent';
  if (/[yd]/.test(bare)) return 'day';
  if (/[hs]/.test(bare)) return 'time';
  return /m/.test(bare) ? 'day' : 'number';
}

/** A digit that is always there (`0`), or where the number has one (`#`); or a text. */
type Mark = { digit: '0' | '#' } | { text: string };

/**
 * Of a format of whole numbers: digits, and what is written between them (ECMA-376, 18.8.31). None of another one: with decimals,
 * thousands, a share, an exponent, a fraction, a condition or a sign of money in brackets.
 */
function marksOf(positive: string): Mark[] | undefined {
  const marks: Mark[] = [];
  const written = positive.replace(
    /\[(?:black|blue|cyan|green|magenta|red|white|yellow|color ?\d+|\$-[\da-f]+)\]/gi,
    '',
  );
  for (const [part] of written.matchAll(/"[^"]*"|\\.|_.|\*.|general|./gisu)) {
    if (part === '0') marks.push({ digit: '0' });
    else if (part === '#' || part === '?') marks.push({ digit: '#' });
    else if (part.startsWith('"') && part.length > 1) marks.push({ text: part.slice(1, -1) });
    else if (part.startsWith('\\') && part.length > 1) marks.push({ text: part.slice(1) });
    else if (/^[-+():\s1-9]$/.test(part)) marks.push({ text: part });
    else if (/^general$/i.test(part)) marks.push({ digit: '0' });
    else if (!/^[_*]./.test(part)) return undefined;
  }
  return marks.some((mark) => 'digit' in mark) && marks.some((mark) => 'text' in mark) ? marks : undefined;
}

/** From its last digit on; those that have no place of their own stand before the first that has. */
function shownBy(marks: readonly Mark[], value: number): string {
  const digits = value === 0 ? [] : [...String(value)];
  const first = marks.findIndex((mark) => 'digit' in mark);
  return marks.reduceRight((shown, mark, at) => {
    if ('text' in mark) return mark.text + shown;
    const digit = at === first ? digits.splice(0).join('') : (digits.pop() ?? '');
    return (digit === '' && mark.digit === '0' ? '0' : digit) + shown;
  }, '');
}

const MINUTES_A_DAY = 1440;
const SECONDS_A_DAY = 86_400;
const MS_A_DAY = 86_400_000;

/** A number as its format means it: `25%`, `2026-11-21`, `36:00`; else as it is. `from1904`: days count from there. */
export function numberCell(value: number, { means, shows }: NumberFormat, from1904: boolean): ImportCell {
  const cell = cellMeaning(value, means, from1904);
  return cell.is === 'number' && shows && Number.isInteger(value) && value > 0 && value < 1e15
    ? { ...cell, shown: shownBy(shows, value).trim() }
    : cell;
}

function cellMeaning(value: number, format: Means, from1904: boolean): Exclude<ImportCell, string> {
  if (format === 'percent') return { text: `${Number((value * 100).toPrecision(12))}%`, is: 'percent' };
  if (format === 'time' && value >= 0) return { text: clock(value), is: 'time' };
  if (format === 'day' && value >= 1) return { text: dayOf(from1904 ? value + 1462 : value), is: 'day' };
  if (format === 'day' && value >= 0) return { text: clock(value), is: 'time' };
  if (format.startsWith('zeros ') && Number.isInteger(value) && value >= 0)
    return { text: String(value).padStart(Number(format.slice('zeros '.length)), '0'), is: 'number' };
  return { text: String(asShown(value)), is: 'number' };
}

/** A spreadsheet shows fifteen digits: what it reckoned beyond those is noise (16.799999999999997). */
const asShown = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(15)));

/** `7:30`, with seconds where there are any; of more than a day `36:00`. */
function clock(days: number): string {
  const seconds = Math.round(days * SECONDS_A_DAY);
  const minutes = Math.floor(seconds / 60);
  const two = (figure: number) => String(figure).padStart(2, '0');
  const whole = `${Math.floor(minutes / 60)}:${two(minutes % 60)}`;
  return seconds % 60 === 0 ? whole : `${whole}:${two(seconds % 60)}`;
}

/** Days since the end of 1899; a 29 February 1900 that never was is counted, so that earlier ones are a day off. */
function dayOf(days: number): string {
  const minutes = Math.round(days * MINUTES_A_DAY);
  const whole = Math.floor(minutes / MINUTES_A_DAY);
  const date = new Date(Date.UTC(1899, 11, whole < 60 ? 31 : 30) + whole * MS_A_DAY);
  if (Number.isNaN(date.getTime())) return String(days);
  const [day = ''] = date.toISOString().split('T');
  const rest = minutes % MINUTES_A_DAY;
  return rest === 0 ? day : `${day} ${clock(rest / MINUTES_A_DAY)}`;
}
