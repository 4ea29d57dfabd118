import type { FastifyInstance } from 'fastify';
import { Problem } from '#api/kit/problem';
import { type Db, isThere, sqlState } from '../kit/database.ts';

/** How long who is told that it is busy should wait. */
export const RETRY_AFTER_SECONDS = 2;
/** Requests that wait for a connection, at most: whoever comes then waits less at home. */
const MOST_WAITING = 150;
/** What asks whether it is well wants to know soon. */
const HEALTH_MILLISECONDS = 1_500;

/**
 * The database is slow, full, restarting, gone, or does not answer at all: not what was asked is wrong, and later it may work.
 * PostgreSQL's classes of errors, those of the network, and pg's own, which have no code.
 */
export function isUnavailable(error: Error & { code?: string | undefined }): boolean {
  const state = sqlState(error);
  if (state !== undefined) return states.some((prefix) => state.startsWith(prefix));
  return networkErrors.includes(error.code ?? '') || pgMessages.test(error.message);
}

const states = [
  '08', // connection
  '25P03', // idle in a transaction for too long
  '40001', // two at once of which one has to ask again
  '40P01', // deadlock
  '53', // disk full, out of memory, too many connections
  '55P03', // a lock that was not given up in time
  '57014', // a statement that took too long
  '57P0', // stopped, crashed, starting
  '58030', // reading or writing files
];
const networkErrors = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH'];
const pgMessages =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered)/;

/** Answers at once where more are waiting for the database than it gets through: an early "later" costs nobody anything. */
export function answerEarly(app: FastifyInstance, { pool }: Pick<Db, 'pool'>): void {
  app.addHook('onRequest', async (request) => {
    if (pool.waitingCount > MOST_WAITING && request.url.startsWith('/api/')) throw new Problem('unavailable');
  });
}

/** Throws `unavailable` where the database does not answer within a moment, busy or gone. */
export async function requireDatabase(db: Db): Promise<void> {
  const limit = Promise.withResolvers<never>();
  const timer = setTimeout(() => limit.reject(new Error('no answer')), HEALTH_MILLISECONDS);
  try {
    await Promise.race([isThere(db), limit.promise]);
  } catch {
    throw new Problem('unavailable');
  } finally {
    clearTimeout(timer);
  }
}
