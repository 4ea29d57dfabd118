import { hash, verify } from '@node-rs/argon2';

/** Argon2id with the library's parameters (19 MiB, 2 passes: OWASP Password Storage). */
export const hashPassword = (password: string): Promise<string> => hash(password);

/** Takes as long for an account that does not exist (or has no password yet) as for one that does. */
export async function verifyPassword(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  const isRight = await verify(passwordHash ?? (await standIn), password);
  return isRight && passwordHash !== null && passwordHash !== undefined;
}

const standIn = hash('a password that nobody has');
