import type { MessageDraft } from '@konnekt/shared/messages/message.schema';
import type { Db } from '#api/kit/database';
import { sql } from '#api/kit/sql';
import type { Sight } from '#api/kit/visibility';

/** That of a new thread. */
const newThread = '00000000-0000-0000-0000-000000000000';

/** One's own. */
export async function findDraft(db: Db, { actor }: Sight, threadId: string | null) {
  const [found] = await db.query<{ title: string; body: string }>(sql`
    SELECT title, body FROM message_draft WHERE person_id = ${actor.personId}::uuid AND thread_id = ${threadId ?? newThread}::uuid`);
  return found ?? { title: '', body: '' };
}

export async function keepDraft(db: Db, { actor }: Sight, { threadId, title, body }: MessageDraft): Promise<void> {
  const key = sql`person_id = ${actor.personId}::uuid AND thread_id = ${threadId ?? newThread}::uuid`;
  if (title === '' && body === '') await db.query(sql`DELETE FROM message_draft WHERE ${key}`);
  else
    await db.query(sql`
      INSERT INTO message_draft (person_id, thread_id, title, body) VALUES (${actor.personId}::uuid, ${threadId ?? newThread}::uuid, ${title}, ${body})
          ON CONFLICT (person_id, thread_id) DO UPDATE SET title = excluded.title, body = excluded.body, at = now()`);
}
