import { formatHours, parseHours } from '../basics/minutes.ts';
import { formatHundredths, parseHundredths } from '../basics/money.ts';
import { type CellKind, type CellOrigin, fails, plain } from './import-cells.ts';

/** Hours as people write them, to minutes: at most so many. */
export const hours = (most: number): CellKind => ({
  read: (typed) => {
    // Seven and a half, or seven thousand five hundred: a text does not say which.
    if (/^\d{1,3}[.,]\d{3}$/.test(typed)) return fails('not-hours');
    const read = parseHours(typed);
    if (!('minutes' in read)) return fails('not-hours');
    return read.minutes > most ? fails('too-many-hours') : { value: read.minutes };
  },
  write: (value, language) => formatHours(Number(value), language),
});

/** Hours of a budget: also more than anybody works. */
export const manyHours = (most: number): CellKind => ({
  ...hours(most),
  read: (typed, is) => {
    if (is === 'percent' || is === 'yes-no' || /[%€$]/.test(typed)) return fails('not-hours');
    const few = hours(most).read(typed, is);
    const many = parseHundredths(typed);
    if (!('error' in few) || !('hundredths' in many)) return few;
    const minutes = Math.round((many.hundredths * 60) / 100);
    return minutes > most ? fails('too-many-hours') : { value: minutes };
  },
});

export const wholeNumber = (max: number): CellKind => ({
  read: (typed) => (/^\d{1,6}$/.test(typed) && Number(typed) <= max ? { value: Number(typed) } : fails('not-a-number')),
  write: plain,
});

/** So many days: `30`, `30 dagen`. */
export const days = (max: number): CellKind => ({
  ...wholeNumber(max),
  read: (typed) => wholeNumber(max).read(typed.replace(/\s*(?:dag(?:en)?|days?)\.?$/i, '')),
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

/** A share that may be more than all of it, to basis points: `125 %`. */
export const share = (most: number): CellKind => ({
  read: (typed) => {
    const read = parseHundredths(typed);
    const isShare = 'hundredths' in read && read.hundredths <= most && !/[€$]/.test(typed);
    return isShare ? { value: read.hundredths } : fails('not-a-number');
  },
  write: (value, language) => formatHundredths(Number(value), language, 'needed'),
});

/** Money, kilometres or pieces, to hundredths: `16,80`, `€ 1.250,00`. A day or a share is none. */
export const amount = (most: number): CellKind => ({
  read: (typed, is) => {
    if (isNoAmount(typed, is)) return fails('not-an-amount');
    const read = parseHundredths(typed);
    return 'hundredths' in read && read.hundredths <= most ? { value: read.hundredths } : fails('not-an-amount');
  },
  write: (value, language) => formatHundredths(Number(value), language),
});
const isNoAmount = (typed: string, is: CellOrigin | undefined): boolean =>
  is === 'day' || is === 'time' || is === 'percent' || is === 'yes-no' || typed.includes('%');
