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

/** Cents as money: "€ 1.804,64" with a space that does not break, or "€1,804.64". */
export function formatMoney(cents: number, language: 'nl' | 'en'): string {
  const size = Math.abs(cents);
  const sign = cents < 0 ? '-' : '';
  const [group, point] = language === 'nl' ? ['.', ','] : [',', '.'];
  const euros = String(Math.floor(size / 100)).replace(/\B(?=(\d{3})+$)/g, group);
  const amount = `${euros}${point}${String(size % 100).padStart(2, '0')}`;
  return language === 'nl' ? `€\u00a0${sign}${amount}` : `${sign}€${amount}`;
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
