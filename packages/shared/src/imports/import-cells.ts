import type { Language } from '../basics/actor.ts';
import {
  compact,
  isGln,
  isKvkNumber,
  isOin,
  isPeppolId,
  isVatNumber,
  writtenPostcode,
} from '../basics/business-numbers.ts';
import { isCalendarDay, isPlausibleDay } from '../basics/calendar-day.ts';
import { isEmail, writtenEmail } from '../basics/email.ts';
import { formatHours, parseHours } from '../basics/minutes.ts';
import { isCountry, isPhone, longest } from '../basics/text-rules.ts';
import { lineProblem } from '../basics/typed-text.ts';

/** What can be wrong with a cell; the screens have a sentence for each. */
export type CellError =
  | 'required'
  | 'too-long'
  | 'line-break'
  | 'odd-characters'
  | 'formula'
  | 'cell-error'
  | 'no-result'
  | 'not-text'
  | 'big-number'
  | 'odd-year'
  | 'not-a-day'
  | 'not-hours'
  | 'too-many-hours'
  | 'not-a-number'
  | 'not-a-phone'
  | 'not-a-choice'
  | 'not-yes-or-no'
  | 'not-an-email'
  | 'not-a-postcode'
  | 'not-a-country'
  | 'not-a-kvk-number'
  | 'not-a-vat-number'
  | 'not-an-oin'
  | 'not-a-gln'
  | 'not-a-peppol-id';

export type CellValue = string | number | boolean | null;

/**
 * What a cell of a spreadsheet is besides its text: text on purpose, a number, what its format makes of a number, an error, or a
 * formula that nobody worked out. Of a CSV file only text on purpose is known.
 */
export type CellOrigin = 'text' | 'number' | 'percent' | 'day' | 'time' | 'yes-no' | 'error' | 'no-result';
export type SheetCell = string | { text: string; is: CellOrigin };
export const textOf = (cell: SheetCell): string => (typeof cell === 'string' ? cell : cell.text);
export const originOf = (cell: SheetCell): CellOrigin | undefined => (typeof cell === 'string' ? undefined : cell.is);

/** How one kind of cell is read and written: cleaned as a line, and never an empty one. */
export interface CellKind {
  read(text: string, is?: CellOrigin): { value: CellValue } | { error: CellError };
  write(value: Exclude<CellValue, null>, language: Language): string;
}

const fails = (error: CellError): { error: CellError } => ({ error });
const plain = (value: Exclude<CellValue, null>): string => String(value);

/** Any text. One that a spreadsheet would run as a formula is refused, unless it is text on purpose: nobody is called `=HYPERLINK(…)`. */
export const text = (max: number): CellKind => ({
  read: (typed, is) => {
    if (is !== 'text' && (/^[=@+\t\r]/.test(typed) || /^-(?![\d ])/.test(typed))) return fails('formula');
    // A day, a time or a share that stands where a number or a name is meant was made of it by the spreadsheet.
    if (is === 'day' || is === 'time' || is === 'percent' || is === 'yes-no') return fails('not-text');
    if (isRounded(typed, is)) return fails('big-number');
    const problem = lineProblem(typed);
    if (problem) return fails(problem);
    return typed.length > max ? fails('too-long') : { value: typed };
  },
  write: plain,
});

/** A spreadsheet keeps fifteen digits of a number: the rest of a longer one is gone, and `8,71235E+12` is not what was typed. */
const isRounded = (typed: string, is: CellOrigin | undefined): boolean =>
  /^\d+(?:[.,]\d+)?E[+-]?\d+$/i.test(typed) || (is === 'number' && typed.replace(/\D/g, '').length > 15);

/** `+31 6 12345678`: the one text that begins with a plus. */
export const phone: CellKind = {
  read: (typed) => (isPhone(typed) ? { value: typed } : fails('not-a-phone')),
  write: plain,
};

export const email: CellKind = {
  read: (typed) => {
    const address = writtenEmail(typed);
    return isEmail(address) && !address.startsWith('=') ? { value: address } : fails('not-an-email');
  },
  write: plain,
};

/**
 * `2026-11-21`, or the Dutch `21-11-2026`, also with slashes or dots and without leading noughts; a midnight behind it says nothing.
 * A year of two digits or a bare number is not guessed at, and one beyond living memory is a slip.
 */
export const day: CellKind = {
  read: (typed) => {
    const bare = typed.replace(/[T ]0?0:00(?::00(?:\.0+)?)?Z?$/, '');
    const [, d = '', m = '', y = ''] = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(bare)?.toSpliced(2, 1) ?? [];
    const iso = y ? `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}` : bare;
    if (!isCalendarDay(iso)) return fails('not-a-day');
    return isPlausibleDay(iso) ? { value: iso } : fails('odd-year');
  },
  write: plain,
};

/** Hours as people write them, to minutes: at most so many. */
export const hours = (most: number): CellKind => ({
  read: (typed) => {
    const read = parseHours(typed);
    if (!('minutes' in read)) return fails('not-hours');
    return read.minutes > most ? fails('too-many-hours') : { value: read.minutes };
  },
  write: (value, language) => formatHours(Number(value), language),
});

export const wholeNumber = (max: number): CellKind => ({
  read: (typed) => (/^\d{1,6}$/.test(typed) && Number(typed) <= max ? { value: Number(typed) } : fails('not-a-number')),
  write: plain,
});

/** A percentage with at most two decimals, to basis points: `25`, `12,5 %`. */
export const percent: CellKind = {
  read: (typed) => {
    const [, whole, part = ''] = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/.exec(typed) ?? [];
    const value = Number(whole) * 100 + Number(part.padEnd(2, '0'));
    return whole !== undefined && value <= 10_000 ? { value } : fails('not-a-number');
  },
  write: (value, language) => String(Number(value) / 100).replace('.', language === 'nl' ? ',' : '.'),
};

const yes = ['ja', 'yes', 'j', 'y', 'true', 'waar', '1', 'x'];
const no = ['nee', 'no', 'n', 'false', 'onwaar', '0', '-'];
export const yesOrNo: CellKind = {
  read: (typed) => {
    const word = typed.toLowerCase();
    if (yes.includes(word)) return { value: true };
    return no.includes(word) ? { value: false } : fails('not-yes-or-no');
  },
  write: (value, language) => (value ? { nl: 'ja', en: 'yes' } : { nl: 'nee', en: 'no' })[language],
};

/** One of a few words: our own, or either language's. */
export const choice = (words: Record<string, Record<Language, string>>): CellKind => ({
  read: (typed) => {
    const word = typed.toLowerCase();
    const found = Object.entries(words).find(([code, { nl, en }]) => [code, nl, en].includes(word));
    return found ? { value: found[0] } : fails('not-a-choice');
  },
  write: (value, language) => words[String(value)]?.[language] ?? String(value),
});

/** Dutch ones are written `1234 AB`; other countries have their own. */
export const postcode: CellKind = {
  read: (typed) => {
    const value = writtenPostcode(typed);
    return value.length <= longest.postcode && /^[A-Za-z0-9][A-Za-z0-9 -]*$/.test(value)
      ? { value }
      : fails('not-a-postcode');
  },
  write: plain,
};

/** Two letters of ISO 3166-1. */
export const country: CellKind = {
  read: (typed) => (isCountry(typed.toUpperCase()) ? { value: typed.toUpperCase() } : fails('not-a-country')),
  write: plain,
};

export const kvkNumber: CellKind = {
  read: (typed) => (isKvkNumber(compact(typed)) ? { value: compact(typed) } : fails('not-a-kvk-number')),
  write: plain,
};

export const oin: CellKind = {
  read: (typed) => (isOin(compact(typed)) ? { value: compact(typed) } : fails('not-an-oin')),
  write: plain,
};

export const gln: CellKind = {
  read: (typed) => (isGln(compact(typed)) ? { value: compact(typed) } : fails('not-a-gln')),
  write: plain,
};

/** `0106:12345678`: a scheme of the network, and a number there. */
export const peppolId: CellKind = {
  read: (typed) => (isPeppolId(typed) ? { value: typed } : fails('not-a-peppol-id')),
  write: plain,
};

/** A VAT number; a Dutch one is `NL123456789B01`, with or without its dots. */
export const vatNumber: CellKind = {
  read: (typed) => {
    const bare = compact(typed);
    return isVatNumber(bare) ? { value: bare } : fails('not-a-vat-number');
  },
  write: plain,
};
