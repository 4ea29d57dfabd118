import { isGuessable } from '@konnekt/shared/accounts/password.rules';
import { hash, verify } from '@node-rs/argon2';
import type { Db } from '#api/kit/database';
import { invalidInput, Problem } from '#api/kit/problem';
import type { Passwords } from '#api/kit/services';
import { wordsAbout } from './account.repository.ts';
import { isEasyToGuess } from './password-strength.ts';

/** One password, however its letters are composed: keyboards differ in that (`é` is one character or two), people do not see it. */
const normalOf = (password: string): string => password.normalize('NFKC');

/** What hashing costs: KiB of memory, and passes over it. */
export interface PasswordCost {
  memoryCost: number;
  timeCost: number;
}

/**
 * Argon2id of the normal form, at the cost of the library (19 MiB, 2 passes: OWASP Password Storage). Another cost is for tests, which log in
 * a thousand times. A check takes as long for an account that does not exist (or has no password yet) as for one that does.
 */
export function passwordsBy(cost?: PasswordCost): Passwords {
  const standIn = hash('a password that nobody has', cost);
  return {
    hash: (password) => inLine(() => hash(normalOf(password), cost)),
    check: async (passwordHash, password) => {
      const known = passwordHash ?? (await standIn);
      const normal = normalOf(password);
      const isRight = await inLine(() => verify(known, normal));
      const isRightAsTyped = !isRight && normal !== password && (await inLine(() => verify(known, password)));
      if (!passwordHash) return 'wrong';
      return isRight ? 'right' : isRightAsTyped ? 'right-as-typed' : 'wrong';
    },
  };
}

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
