import type { Db, Transaction } from './database.ts';
import { rawSql, sql } from './sql.ts';

/**
 * Reads numbers over much of the database: each table once, joined by hashing, whatever few rows the planner expects of it. Its guesses
 * multiply (a client, a period, a state), and a hundred thousand rows were looked up one by one as if they were three (decision 61).
 */
export const overview = <T>(db: Db, read: (tx: Transaction) => Promise<T>): Promise<T> =>
  db.transaction(null, async (tx) => {
    await tx.query(sql`SELECT ${rawSql(hashed)}`);
    return read(tx);
  });

/** How such statements are planned, until the transaction ends. */
export const hashed = `set_config('enable_nestloop', 'off', true), set_config('enable_mergejoin', 'off', true), set_config('work_mem', '24MB', true)`;
