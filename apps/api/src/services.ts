import type { Db } from './plugins/database.ts';

/** What every feature is handed. `today` is the day in Amsterdam, 'YYYY-MM-DD'. */
export interface Services {
  db: Db;
  now: () => Date;
  today: () => string;
  isDemo: boolean;
}
