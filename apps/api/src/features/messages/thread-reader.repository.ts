import type { Transaction } from '#api/kit/database';
import { sql } from '#api/kit/sql';
import { messageInSight, type Sight } from '#api/kit/visibility';

/** Up to a message: what came after it stays new. What told of the thread is read as well, and is not mailed any more. */
export async function markRead(tx: Transaction, sight: Sight, threadId: string, number: number): Promise<void> {
  const person = sql`${sight.actor.personId}::uuid`;
  const changed = await tx.query(sql`
    WITH rest AS (
      SELECT min(m.at) AS at FROM thread t JOIN thread_message m ON m.thread_id = t.id
       WHERE t.id = ${threadId}::uuid AND m.number > ${number}::int AND m.by_id <> ${person} AND ${messageInSight(sight)})
    UPDATE thread_reader rd SET read_number = greatest(rd.read_number, ${number}::int), unread_since = rest.at FROM rest
     WHERE rd.person_id = ${person} AND rd.thread_id = ${threadId}::uuid AND rd.unread_since IS NOT NULL AND rd.unread_since IS DISTINCT FROM rest.at
    RETURNING rd.unread_since`);
  if (changed.length === 0) return;
  await tx.query(sql`
    UPDATE notice n SET read_at = coalesce(n.read_at, now()), mail_due_at = NULL
     WHERE n.about_id = ${threadId}::uuid AND n.person_id = ${person} AND n.kind IN ('message', 'message-office')
       AND n.event_id IN (SELECT m.id FROM thread_message m WHERE m.thread_id = ${threadId}::uuid AND m.number <= ${number}::int)
       AND (n.read_at IS NULL OR n.mail_due_at IS NOT NULL)`);
}

/** Puts a thread away for one reader. */
export async function archive(tx: Transaction, { actor }: Sight, threadId: string, isArchived: boolean): Promise<void> {
  await tx.query(sql`
    INSERT INTO thread_reader AS rd (person_id, thread_id, archived_at)
    VALUES (${actor.personId}::uuid, ${threadId}::uuid, CASE WHEN ${isArchived}::boolean THEN now() END)
        ON CONFLICT (person_id, thread_id) DO UPDATE SET archived_at = excluded.archived_at
     WHERE rd.archived_at IS NULL = (excluded.archived_at IS NOT NULL)`);
}

/** The newest message of a thread that this reader sees. */
export async function newestInSight(tx: Transaction, sight: Sight, threadId: string): Promise<number> {
  const [found] = await tx.query<{ number: number }>(sql`
    SELECT max(m.number) AS number FROM thread t JOIN thread_message m ON m.thread_id = t.id WHERE t.id = ${threadId}::uuid AND ${messageInSight(sight)}`);
  return found?.number ?? 0;
}
