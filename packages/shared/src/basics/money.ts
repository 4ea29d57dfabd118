import { inThousands, minus } from './signs.ts';
import { cleanLine, isNothing } from './typed-text.ts';

/**
 * Minutes × a rate per hour in whole cents, rounded once, half away from zero: 90 minutes at 37.80 is 56.70; −30 minutes is −18.90.
 * The one place where time becomes money.
 */
export function multiplyHalfUp(minutes: number, rateCents: number): number {
  return productHalfUp(minutes, rateCents, 60);
}

/**
 * A share of an amount in whole cents, in hundredths of a percent (2100 is 21 %, 12500 is 125 %), half away from zero.
 * Where two shares make a whole, round one and subtract: never both.
 */
export function shareHalfUp(cents: number, basisPoints: number): number {
  return productHalfUp(cents, basisPoints, 10_000);
}

/** Cents as money: "€ 1.804,64" with a space that does not break, or "€1,804.64"; a difference has its sign in front: "+€ 6,25", "−€ 6,25". */
export function formatMoney(cents: number, language: 'nl' | 'en', plus: '' | '+' = ''): string {
  const size = Math.abs(cents);
  const sign = cents < 0 ? minus : cents > 0 ? plus : '';
  const euros = inThousands(Math.floor(size / 100), language);
  const amount = `${euros}${language === 'nl' ? ',' : '.'}${String(size % 100).padStart(2, '0')}`;
  if (language === 'en') return `${sign}€${amount}`;
  return plus ? `${sign}€\u00a0${amount}` : `€\u00a0${sign}${amount}`;
}

export type AmountError = 'amount-empty' | 'amount-not-understood' | 'amount-too-fine';

/**
 * An amount as people type it, to whole hundredths: euros to cents, percents to basis points. `16,80` `16.80` `€ 16,8` `25 %` `1.234,56`. A dash alone is nothing.
 * Refused: more than two decimals (`1.234` may be a thousand or a bit more than one), a sign, and what is no number: nothing is guessed.
 */
export function parseHundredths(text: string): { hundredths: number } | { error: AmountError } {
  const typed = cleanLine(text).replace(/[€%\s]/g, '');
  if (isNothing(typed)) return { error: 'amount-empty' };
  const grouped = /^\d{1,3}(?:([.,])\d{3})+(?!\1)[.,]\d{1,2}$/.test(typed);
  const plain = grouped ? typed.replace(/[.,](?=.*[.,])/g, '') : typed;
  const read = /^(\d{0,9})(?:[.,](\d*))?$/.exec(plain);
  if (!read || (!read[1] && !read[2])) return { error: 'amount-not-understood' };
  const decimals = read[2] ?? '';
  if (decimals.length > 2) return { error: 'amount-too-fine' };
  return { hundredths: Number(read[1]) * 100 + Number(decimals.padEnd(2, '0')) };
}

/** Hundredths as they stand in a field: `16,80` or `16.80`; a percentage without needless decimals: `25`, `12,5`. */
export function formatHundredths(hundredths: number, language: 'nl' | 'en', keep: 'all' | 'needed' = 'all'): string {
  const whole = Math.floor(hundredths / 100);
  const decimals = String(hundredths % 100).padStart(2, '0');
  const shown = keep === 'all' ? decimals : decimals.replace(/0+$/, '');
  return shown === '' ? String(whole) : `${whole}${language === 'nl' ? ',' : '.'}${shown}`;
}

/** Hundredths as programs read them, with a point and two decimals: `-0.50`, `16.80`. Never a negative nothing. */
export function plainDecimal(hundredths: number): string {
  const size = Math.abs(hundredths);
  return `${hundredths < 0 ? '-' : ''}${Math.floor(size / 100)}.${String(size % 100).padStart(2, '0')}`;
}

/** Hundredths of what is counted, to be read: `29.428,5`, `−190`. */
export function formatQuantity(hundredths: number, language: 'nl' | 'en'): string {
  const size = Math.abs(hundredths);
  const whole = inThousands(Math.floor(size / 100), language);
  return `${hundredths < 0 ? minus : ''}${whole}${formatHundredths(size % 100, language, 'needed').slice(1)}`;
}

function productHalfUp(first: number, second: number, divisor: number): number {
  const product = first * second;
  // Above 2^53 numbers are no longer exact, and a fraction of a minute or a cent is a mistake made earlier.
  if (![first, second, product].every(Number.isSafeInteger)) throw new RangeError('Not whole minutes and whole cents');
  const size = Math.abs(product);
  const remainder = size % divisor;
  const rounded = (size - remainder) / divisor + (remainder * 2 >= divisor ? 1 : 0);
  return product < 0 && rounded > 0 ? -rounded : rounded;
}
