import { isGuessable } from '@konnekt/shared/accounts/password.rules';
import { hash, verify } from '@node-rs/argon2';
import type { Db } from '#api/kit/database';
import { invalidInput, Problem } from '#api/kit/problem';
import { wordsAbout } from './account.repository.ts';
import { isEasyToGuess } from './password-strength.ts';

/** One password, however its letters are composed: keyboards differ in that (`é` is one character or two), people do not see it. */
const normalOf = (password: string): string => password.normalize('NFKC');

/** Argon2id with the library's parameters (19 MiB, 2 passes: OWASP Password Storage), of the normal form. */
export const hashPassword = (password: string): Promise<string> => inLine(() => hash(normalOf(password)));

/** `right-as-typed`: it is, but hashed before there was a normal form; to be hashed anew. */
export type Checked = 'right' | 'right-as-typed' | 'wrong';

/** Takes as long for an account that does not exist (or has no password yet) as for one that does. */
export async function checkPassword(passwordHash: string | null | undefined, password: string): Promise<Checked> {
  const known = passwordHash ?? (await standIn);
  const normal = normalOf(password);
  const isRight = await inLine(() => verify(known, normal));
  const isRightAsTyped = !isRight && normal !== password && (await inLine(() => verify(known, password)));
  if (!passwordHash) return 'wrong';
  return isRight ? 'right' : isRightAsTyped ? 'right-as-typed' : 'wrong';
}

const standIn = hash('a password that nobody has');

/**
 * Node hashes four at a time (its thread pool, which files and names wait for too); wherever they come from, the line before that has an
 * end, so that whoever is let in waits some seconds at most.
 */
const LONGEST_LINE = 200;
let waiting = 0;
async function inLine<T>(work: () => Promise<T>): Promise<T> {
  if (waiting >= LONGEST_LINE) throw new Problem('too-many-attempts', { retryAfterSeconds: 2 });
  waiting++;
  try {
    return await work();
  } finally {
    waiting--;
  }
}

/** Refuses a new password that anybody guesses, or who knows its owner: by address, name, or the name of the agency. */
export async function refuseGuessable(db: Db, accountId: string, password: string, pointer: string): Promise<void> {
  const words = await wordsAbout(db, accountId);
  const normal = normalOf(password);
  if (isGuessable(normal, words) || (await isEasyToGuess(normal, words)))
    throw invalidInput([{ pointer, code: 'guessable' }]);
}
