/** An invoice with something open, as matching knows it. */
export interface OpenInvoice {
  id: string;
  number: string;
  openCents: number;
  totalCents: number;
  /** What its client pays to the blocked account. */
  gAccountCents: number;
}

/** What came in on an account. */
export interface Incoming {
  amountCents: number;
  description: string;
  /** On the blocked account. */
  isGAccount: boolean;
}

export interface Booking {
  invoiceId: string;
  amountCents: number;
}

/** `2026-000123`, also without its dash or with something else in its place, and what may stand before it (`F2026-0123`). */
const asNumber = /([A-Za-z0-9-]{0,7}[A-Za-z-])?(?<!\d)(20\d{2})\s?[-–./]?\s?(\d{3,9})(?!\d)/g;
/** At most so many are looked at. */
const mostNumbers = 50;

/** The invoice numbers that a description may name, each once; banks write in capitals. */
export const numbersIn = (description: string): string[] => {
  const found = [...description.matchAll(asNumber)].flatMap(([, series = '', year, sequence]) =>
    [series, series.toUpperCase(), ''].map((before) => `${before}${year}-${sequence}`),
  );
  return [...new Set(found)].slice(0, mostNumbers);
};

/**
 * What an entry pays for sure: it names invoices that are open, and its amount is exactly what is open of them, or exactly the part that belongs on
 * that account. Everything else is for somebody to look at: nothing is guessed.
 */
export function bookingsOf(entry: Incoming, open: ReadonlyMap<string, OpenInvoice>): Booking[] | undefined {
  const named = numbersIn(entry.description).flatMap((number) => open.get(number) ?? []);
  const [first, ...more] = named;
  if (!first) return undefined;
  const sum = named.reduce((total, { openCents }) => total + openCents, 0);
  if (sum === entry.amountCents) return named.map(({ id, openCents }) => ({ invoiceId: id, amountCents: openCents }));
  if (more.length > 0 || first.gAccountCents === 0 || first.openCents < entry.amountCents) return undefined;
  const part = entry.isGAccount ? first.gAccountCents : first.totalCents - first.gAccountCents;
  return part === entry.amountCents ? [{ invoiceId: first.id, amountCents: part }] : undefined;
}
