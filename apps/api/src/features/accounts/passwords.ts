import { isGuessable } from '@konnekt/shared/accounts/password.rules';
import { hash, verify } from '@node-rs/argon2';
import { type Db, sql } from '#api/plugins/database';
import { invalidInput, Problem } from '#api/plugins/problems';

/** Argon2id with the library's parameters (19 MiB, 2 passes: OWASP Password Storage). */
export const hashPassword = (password: string): Promise<string> => inLine(() => hash(password));

/** Takes as long for an account that does not exist (or has no password yet) as for one that does. */
export async function verifyPassword(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  const known = passwordHash ?? (await standIn);
  const isRight = await inLine(() => verify(known, password));
  return isRight && passwordHash !== null && passwordHash !== undefined;
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

/** Refuses a new password that is a word of its owner: address, name, or the name of the agency. */
export async function refuseOwnWords(db: Db, accountId: string, password: string, pointer: string): Promise<void> {
  const [own] = await db.query<{ words: string[] }>(sql`
    SELECT ARRAY[a.email, p.full_name, p.first_name, p.last_name, g.name] AS words
      FROM account a JOIN person p ON p.id = a.person_id CROSS JOIN agency g WHERE a.id = ${accountId}::uuid`);
  if (own && isGuessable(password, own.words)) throw invalidInput([{ pointer, code: 'guessable' }]);
}
