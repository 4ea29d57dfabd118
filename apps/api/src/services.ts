import type { Background } from './background.ts';
import type { RefreshToken } from './features/accounts/session.ts';
import type { Db } from './plugins/database.ts';

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
}
