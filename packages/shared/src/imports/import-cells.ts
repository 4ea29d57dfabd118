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
import { countryCalled } from '../basics/countries.ts';
import { isEmail, writtenEmail } from '../basics/email.ts';
import { isPhone, longest } from '../basics/text-rules.ts';
import { cleanText, lineProblem } from '../basics/typed-text.ts';

/** What can be wrong with a cell; the screens have a sentence for each. */
export type CellError =
  | 'required'
  | 'not-clearable'
  | 'too-long'
  | 'line-break'
  | 'odd-characters'
  | 'formula'
  | 'cell-error'
  | 'lost-letter'
  | 'half-a-name'
  | 'no-result'
  | 'not-text'
  | 'big-number'
  | 'odd-year'
  | 'not-a-day'
  | 'not-hours'
  | 'too-many-hours'
  | 'not-a-number'
  | 'not-an-amount'
  | 'not-a-phone'
  | 'not-a-choice'
  | 'not-yes-or-no'
  | 'not-an-email'
  | 'not-a-user-name'
  | 'not-codes'
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
/** `shown`: what the format of a number makes of it besides, as `P00077`. */
export type ImportCell = string | { text: string; is: CellOrigin; shown?: string };
export const textOf = (cell: ImportCell): string => (typeof cell === 'string' ? cell : cell.text);
export const originOf = (cell: ImportCell): CellOrigin | undefined => (typeof cell === 'string' ? undefined : cell.is);

/** A cell as a column of such a kind has it: a name or a number of ours is what people see there. */
export const asSeen = (kind: CellKind | undefined, cell: ImportCell): ImportCell =>
  kind?.isText && typeof cell !== 'string' && cell.shown !== undefined ? { text: cell.shown, is: 'text' } : cell;

/** How one kind of cell is read and written: cleaned as a line, and never an empty one. */
export interface CellKind {
  /** Is no figure, also where a spreadsheet has a number. */
  isText?: true;
  /** In place of `cleanLine`. */
  clean?(typed: string): string;
  read(text: string, is?: CellOrigin): { value: CellValue } | { error: CellError };
  write(value: Exclude<CellValue, null>, language: Language): string;
  /** The words that it takes, where these are few. */
  words?(language: Language): string[];
}

export const fails = (error: CellError): { error: CellError } => ({ error });
export const plain = (value: Exclude<CellValue, null>): string => String(value);

/** Any text. One that a spreadsheet would run as a formula is refused, unless it is text on purpose: nobody is called `=HYPERLINK(…)`. */
export const text = (max: number): CellKind => ({
  ...{ isText: true, write: plain },
  read: (typed, is) => readText(typed, is, max),
});

/** Text of several lines, as remarks are. */
export const lines = (max: number): CellKind => ({
  ...text(max),
  clean: cleanText,
  read: (typed, is) => readText(typed, is === undefined && !typed.startsWith('=') ? 'text' : is, max, linesProblem),
});
const linesProblem = (typed: string) => (typed.includes('\0') ? ('odd-characters' as const) : undefined);

function readText(
  typed: string,
  is: CellOrigin | undefined,
  max: number,
  problemOf: (typed: string) => CellError | undefined = lineProblem,
): { value: CellValue } | { error: CellError } {
  if (is !== 'text' && (/^[=@+\t\r]/.test(typed) || /^-(?![\d ])/.test(typed))) return fails('formula');
  const made = madeOfIt(typed, is);
  if (made) return fails(made);
  const problem = problemOf(typed);
  if (problem) return fails(problem);
  return typed.length > max ? fails('too-long') : { value: typed };
}

/** A day, a time or a share that stands where a number or a name is meant was made of it by the spreadsheet. */
function madeOfIt(typed: string, is: CellOrigin | undefined): CellError | undefined {
  if (is === 'day' || is === 'time' || is === 'percent' || is === 'yes-no') return 'not-text';
  return isRounded(typed, is) ? 'big-number' : undefined;
}

/** As an older system had it; one that holds an @ would be taken for an address. */
export const userName: CellKind = {
  isText: true,
  read: (typed, is) => (typed.includes('@') ? fails('not-a-user-name') : readText(typed, is, longest.userName)),
  write: plain,
};

/** The code of an hour type, in capitals. */
export const code: CellKind = {
  isText: true,
  read: (typed, is) => {
    const made = madeOfIt(typed, is);
    if (made) return fails(made);
    return isCode(typed.toUpperCase()) ? { value: typed.toUpperCase() } : fails('not-codes');
  },
  write: plain,
};
/** An hour type by its code, in capitals, or by its name as it stands. */
export const codeOrName: CellKind = {
  isText: true,
  read: (typed, is) => (isCode(typed.toUpperCase()) ? code.read(typed, is) : readText(typed, is, longest.hourTypeName)),
  write: plain,
};
const isCode = (typed: string): boolean => typed.length <= longest.hourTypeCode && /^[A-Z0-9+-]+$/.test(typed);

/** Codes of hour types, each once, however they are separated: `N100, O125`. */
export const codes: CellKind = {
  isText: true,
  read: (typed) => {
    const found = typed
      .toUpperCase()
      .split(/[\s,;/|]+/)
      .filter(Boolean);
    return found.every(isCode) ? { value: [...new Set(found)].sort().join(', ') } : fails('not-codes');
  },
  write: plain,
};

/** As a spreadsheet shows a long number. */
export const rounded = /^\d+(?:[.,]\d+)?E[+-]\d+$/i;

/** A spreadsheet keeps fifteen digits of a number: the rest of a longer one is gone, and `8,71235E+12` is not what was typed. */
const isRounded = (typed: string, is: CellOrigin | undefined): boolean =>
  (is !== 'text' && rounded.test(typed)) || (is === 'number' && typed.replace(/\D/g, '').length > 15);

/** `+31 6 12345678`: the one text that begins with a plus. */
export const phone: CellKind = {
  isText: true,
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

/** One of a few words: our own, either language's, or what else it is called on a screen. */
export const choice = (words: Record<string, Record<Language, string> & { also?: readonly string[] }>): CellKind => ({
  read: (typed) => {
    const word = typed.toLowerCase().replaceAll("'", '’');
    const found = Object.entries(words).find(([code, { nl, en, also = [] }]) => [code, nl, en, ...also].includes(word));
    return found ? { value: found[0] } : fails('not-a-choice');
  },
  write: (value, language) => words[String(value)]?.[language] ?? String(value),
  words: (language) => Object.values(words).map((word) => word[language]),
});

/** Dutch ones are written `1234 AB`; other countries have their own. */
export const postcode: CellKind = {
  isText: true,
  read: (typed) => {
    const value = writtenPostcode(typed);
    return value.length <= longest.postcode && /^[A-Za-z0-9][A-Za-z0-9 -]*$/.test(value)
      ? { value }
      : fails('not-a-postcode');
  },
  write: plain,
};

/** Two letters of ISO 3166-1, or what says them: three letters, or a name. */
export const country: CellKind = {
  read: (typed) => {
    const value = countryCalled(typed);
    return value ? { value } : fails('not-a-country');
  },
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
  isText: true,
  read: (typed) => (isPeppolId(typed) ? { value: typed } : fails('not-a-peppol-id')),
  write: plain,
};

/** A VAT number; a Dutch one is `NL123456782B01`, with or without its dots. */
export const vatNumber: CellKind = {
  isText: true,
  read: (typed) => {
    const bare = compact(typed);
    return isVatNumber(bare) ? { value: bare } : fails('not-a-vat-number');
  },
  write: plain,
};
