/** Rules of typed text that forms (by schemas) and files (by cells) read alike. Without zod: screens use them, too. */

/** Longest texts, in characters. */
export const longest = {
  recordNumber: 40,
  name: 100,
  prefix: 30,
  organisationName: 200,
  street: 200,
  city: 100,
  phone: 40,
  postcode: 12,
  functionName: 120,
  budgetNumber: 50,
  fileName: 200,
} as const;

/** Most minutes that are agreed per week: all of them. */
export const mostPlannedMinutes = 7 * 24 * 60;

/** A telephone number as people write it: digits, spaces and `+ ( ) . / -`. */
export const isPhone = (text: string): boolean => text.length <= longest.phone && /^[+()\d\s./-]{6,}$/.test(text);

/** ISO 3166-1, two letters. */
export const isCountry = (text: string): boolean => /^[A-Z]{2}$/.test(text);
