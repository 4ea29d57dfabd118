import { inThousands, minus } from './signs.ts';
import { cleanLine, isNothing } from './typed-text.ts';

export type HoursError =
  | 'hours-empty'
  | 'hours-not-understood'
  | 'hours-negative'
  | 'hours-too-fine'
  | 'hours-are-money';

/** `isRounded` where what was typed is no whole minute and reads otherwise afterwards: `0,01` is a minute, `0,02`. */
export type ReadHours = { minutes: number; isRounded?: true };

const plainNumber = /^(\d*)(?:[.,](\d+))?\s*(?:u|uur|h|hours?)?$/i;
const withFraction = /^(\d*)\s*([¼½¾]|(?<=\s|^)[13]\/[24])$/;
/** Spreadsheets write seconds, too; a minute is whole. */
const clock = /^(\d*)\s*[:uh]\s*(\d\d)(?::00)?$/i;
/** `730` on a day, where 730 hours cannot be meant. */
const clockOfDay = /^(\d\d?)(\d\d)$/;
const hundredthsOf: Record<string, string> = {
  '¼': '25',
  '1/4': '25',
  '½': '5',
  '1/2': '5',
  '2/4': '5',
  '¾': '75',
  '3/4': '75',
};
const MINUTES_A_DAY = 24 * 60;

/**
 * Hours as people type them, to whole minutes.
 *
 * Decimals: `7,5` `7.5` `,5` `8` `7½` `7u` `7,5 uur`. A point or a comma always means decimals, so `12.5` is 12 hours 30, never 12:05,
 * and `7.30` is 7 hours 18. Hundredths of an hour that are no whole minute round half up: `7,33` is 439.8, so 440 minutes (7:20).
 * Clock: `7:30` `7u30` `7h30` `:45` `7:30:00`, always two digits of minutes, at most 59. Fractions: `7½` `7 1/2`. A dash alone is nothing.
 * Of a day (`ofDay`) `730` and `0730` are 7:30, since no day has 730 hours; of a period `160` is 160 hours, and `0730` is refused: nothing is guessed.
 *
 * Refused: more than two decimals that matter, more than four digits of hours, and amounts of money, with a word of their own.
 * Below zero only with `allowNegative` (corrections); the sign is `-`, `−` or `–`.
 */
export function parseHours(
  text: string,
  options: { allowNegative?: boolean; ofDay?: boolean } = {},
): ReadHours | { error: HoursError } {
  const typed = cleanLine(text);
  if (isNothing(typed)) return { error: 'hours-empty' };
  if (/€|\beuro?s?\b/i.test(typed)) return { error: 'hours-are-money' };
  const isNegative = /^[-−–]/.test(typed);
  const result = parseUnsigned(typed.replace(/^[-−–+]\s*/, ''), options.ofDay === true);
  if ('error' in result || !isNegative || result.minutes === 0) return result;
  return options.allowNegative ? { ...result, minutes: -result.minutes } : { error: 'hours-negative' };
}

/** Minutes as decimal hours, "7,50" or "7.50". Parsing the answer gives the same minutes again: 0.01 h is less than a minute. */
export function formatHours(minutes: number, language: 'nl' | 'en'): string {
  const hundredths = Math.round((Math.abs(minutes) * 100) / 60);
  const whole = Math.floor(hundredths / 100);
  return `${minutes < 0 ? '-' : ''}${whole}${language === 'nl' ? ',' : '.'}${twoDigits(hundredths % 100)}`;
}

/** The same where it is read: "1.234,50", "−0,50". */
export function hoursToRead(minutes: number, language: 'nl' | 'en'): string {
  const [whole = '', decimals = ''] = formatHours(Math.abs(minutes), language).split(/[.,]/);
  return `${minutes < 0 ? minus : ''}${inThousands(whole, language)}${language === 'nl' ? ',' : '.'}${decimals}`;
}

/** Minutes as hours and minutes, "7:30"; below zero "-0:30". */
export function formatClock(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : ''}${Math.floor(size / 60)}:${twoDigits(size % 60)}`;
}

export function sumMinutes(minutes: Iterable<number>): number {
  let sum = 0;
  for (const each of minutes) sum += each;
  return sum;
}

function parseUnsigned(text: string, ofDay: boolean): ReadHours | { error: HoursError } {
  const asDay = ofDay ? clockOfDay.exec(text) : null;
  if (asDay) {
    const minutes = Number(asDay[1]) * 60 + Number(asDay[2]);
    return Number(asDay[2]) < 60 && minutes <= MINUTES_A_DAY ? { minutes } : { error: 'hours-not-understood' };
  }

  const asClock = clock.exec(text);
  if (asClock) return hoursAndMinutes(asClock[1], Number(asClock[2]));

  const asFraction = withFraction.exec(text);
  if (asFraction) return decimalHours(asFraction[1], hundredthsOf[asFraction[2] ?? '']);

  const asNumber = plainNumber.exec(text);
  // "7," and "u" have neither a whole nor a fraction to stand on.
  if (!asNumber || (!asNumber[1] && !asNumber[2])) return { error: 'hours-not-understood' };
  return decimalHours(asNumber[1], asNumber[2]);
}

function decimalHours(whole = '', decimals = ''): ReadHours | { error: HoursError } {
  const significant = decimals.replace(/0+$/, '');
  if (significant.length > 2) return { error: 'hours-too-fine' };
  const hundredths = Number(significant.padEnd(2, '0'));
  const minutes = Math.round((hundredths * 60) / 100);
  const read = hoursAndMinutes(whole, minutes);
  const isSame = Math.round((minutes * 100) / 60) === hundredths;
  return 'error' in read || isSame ? read : { ...read, isRounded: true };
}

function hoursAndMinutes(hours = '', minutes = 0): ReadHours | { error: HoursError } {
  if (minutes > 59 || !/^(0?\d|[1-9]\d{1,3})?$/.test(hours)) return { error: 'hours-not-understood' };
  return { minutes: Number(hours) * 60 + minutes };
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
