import type { Actor } from '@konnekt/shared/basics/actor';
import pg from 'pg';
import { type Db, sql } from '#api/kit/database';

export interface ActorMemory {
  /** Who this session belongs to; nobody once it ended. */
  of(sessionId: string): Promise<Actor | undefined>;
  /** One session, or all, when this process knows that it ended before the database says so. */
  forget(sessionId?: string): void;
  close(): Promise<void>;
}

/** An entry is read anew after this long, whatever happened. */
const KEEP_MILLISECONDS = 30_000;
const MOST_ENTRIES = 50_000;

/**
 * Remembers who a session belongs to, so that a request costs no query for it. The database tells every process at
 * once when a session ended or an account changed (triggers of the first migration), whoever did it; while that line
 * is down nothing is remembered.
 */
export async function actorMemory(db: Db): Promise<ActorMemory> {
  const known = new Map<string, { actor: Actor; until: number }>();
  // Raised at each word of the database, so that an answer read before it is not kept after it.
  let changes = 0;
  const forget = (sessionId?: string) => {
    changes++;
    if (sessionId) known.delete(sessionId);
    else known.clear();
  };
  const line = await listen(db, (word) => forget(/^session:(.+)$/.exec(word)?.[1]));

  return {
    async of(sessionId) {
      const entry = known.get(sessionId);
      if (entry && entry.until > Date.now()) return entry.actor;
      known.delete(sessionId);
      const before = changes;
      const actor = await readActor(db, sessionId);
      if (actor && line.isUp() && before === changes) {
        if (known.size >= MOST_ENTRIES) known.clear();
        known.set(sessionId, { actor, until: Date.now() + KEEP_MILLISECONDS });
      }
      return actor;
    },
    forget,
    close: () => line.close(),
  };
}

async function readActor(db: Db, sessionId: string): Promise<Actor | undefined> {
  const [actor] = await db.query<Actor>(sql`
    SELECT a.id AS "accountId", p.id AS "personId", e.id AS "employeeId", a.role, p.full_name AS name,
           s.id AS "sessionId", s.auth_method AS "authMethod"
      FROM session s
      JOIN account a ON a.id = s.account_id
      JOIN person p ON p.id = a.person_id
      LEFT JOIN employee e ON e.person_id = p.id
     WHERE s.id = ${sessionId}::uuid AND s.ended_at IS NULL AND s.expires_at > now() AND a.status = 'active'`);
  return actor;
}

/** Hears the database's word 'forget'. When the connection breaks everything is forgotten and it is made anew. */
async function listen(db: Db, forget: (word: string) => void) {
  let client: pg.Client | undefined;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;

  async function open(): Promise<void> {
    const next = new pg.Client(db.pool.options);
    next.on('notification', ({ payload }) => forget(payload ?? ''));
    next.on('error', lost);
    next.on('end', lost);
    await next.connect();
    await next.query('LISTEN forget');
    client = next;
  }
  function lost(): void {
    client = undefined;
    forget('everything');
    if (closed || retry) return;
    retry = setTimeout(async () => {
      retry = undefined;
      await open().catch(lost);
    }, 1000);
  }
  await open();
  return {
    isUp: () => client !== undefined,
    close: async () => {
      closed = true;
      clearTimeout(retry);
      await client?.end();
    },
  };
}
