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
