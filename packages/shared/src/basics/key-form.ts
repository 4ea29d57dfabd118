import { invisible } from './typed-text.ts';

/**
 * What keys are compared by: numbers of people, placements and clients, budget numbers, addresses and user names. Two that differ
 * only in case, in width or in how an accent is composed are the same, whatever stands between their letters unseen. They are kept
 * as they were typed. The database's `key_form` does the same, and its unique indexes are on it.
 */
export const keyForm = (key: string): string =>
  isPlain.test(key) ? key.toLowerCase() : key.replace(invisible, '').normalize('NFKC').toLowerCase().normalize('NFKC');

const isPlain = /^[ -~]*$/;
