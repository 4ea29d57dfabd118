import type { Background } from '#api/kit/background';
import type { Db } from './database.ts';
import type { Jobs } from './jobs.ts';

/** What every feature is handed. `today` is the day in Amsterdam, 'YYYY-MM-DD'. */
export interface Services {
  db: Db;
  now: () => Date;
  today: () => string;
  isDemo: boolean;
  /** Where people reach the portal, without a slash at the end: links in mails begin with it. */
  publicUrl: string;
  /** The secret that follows on that of a refresh token, the same in every process. */
  nextSecret: (token: RefreshToken) => string;
  passwords: Passwords;
  /** Says that there is mail in the outbox. */
  wakeMail: () => void;
  /** Does work outside the request. */
  background: Background;
  /** Work that outlives the request and the process: each kind is added where its feature is registered. */
  jobs: Jobs;
}

/**
 * '<session id>.<key>.<secret>': the key stays while the session lasts, the secret is good until it is traded. Who knows an id alone can make no
 * token; one with the key and an old secret was given out before. Only the SHA-256 of key and secret are stored.
 */
export interface RefreshToken {
  sessionId: string;
  key: string;
  secret: string;
}

/** How passwords are kept and checked. `right-as-typed`: it is, but hashed before there was a normal form; to be hashed anew. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** Nobody's password is wrong as well, after the same work. */
  check(passwordHash: string | null | undefined, password: string): Promise<'right' | 'right-as-typed' | 'wrong'>;
}
