import type { Actor } from '@konnekt/shared/basics/actor';
import type { Db } from '#api/kit/database';
import type { Line } from '#api/kit/listen';
import { readActor } from './session.repository.ts';

export interface ActorMemory {
  /** Who this session belongs to; nobody once it ended. */
  of(sessionId: string): Promise<Actor | undefined>;
  /** One session, or all, when this process knows that it ended before the database says so. */
  forget(sessionId?: string): void;
}

/** An entry is read anew after this long, whatever happened. */
const KEEP_MILLISECONDS = 30_000;
const MOST_ENTRIES = 50_000;

/**
 * Remembers who a session belongs to, so that a request costs no query for it. The database tells every process at
 * once when a session ended or an account changed (triggers of the first migration), whoever did it; while that line
 * is down nothing is remembered.
 */
export function actorMemory(db: Db, line: Line): ActorMemory {
  const known = new Map<string, { actor: Actor; until: number }>();
  // Raised at each word of the database, so that an answer read before it is not kept after it.
  let changes = 0;
  const forget = (sessionId?: string) => {
    changes++;
    if (sessionId) known.delete(sessionId);
    else known.clear();
  };
  line.hear('forget', (word) => forget(/^session:(.+)$/.exec(word ?? '')?.[1]));

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
  };
}
