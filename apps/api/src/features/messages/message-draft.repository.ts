import type { KeptMessageDraft, MessageDraft } from '@konnekt/shared/messages/message.schema';
import type { Db, Transaction } from '#api/kit/database';
import { sql } from '#api/kit/sql';
import type { Sight } from '#api/kit/visibility';

/** That of a new thread, and of one about nothing. */
const none = '00000000-0000-0000-0000-000000000000';

type DraftPlace = Pick<MessageDraft, 'threadId' | 'aboutId'>;

/** One's own. */
export async function findDraft(db: Db, { actor }: Sight, where: DraftPlace): Promise<KeptMessageDraft> {
  const [found] = await db.query<KeptMessageDraft>(sql`
    SELECT title, body, coalesce(
             (SELECT json_agg(json_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'size', f.size) ORDER BY x.number)
                FROM unnest(file_ids) WITH ORDINALITY AS x (id, number) JOIN stored_file f ON f.id = x.id
               WHERE f.purpose = 'message' AND f.created_by_id = ${actor.personId}::uuid AND NOT EXISTS (SELECT FROM thread_attachment a WHERE a.file_id = f.id)), '[]') AS files
      FROM message_draft WHERE ${draftOf(actor.personId, where)}`);
  return found ?? { title: '', body: '', files: [] };
}

export async function keepDraft(
  tx: Transaction,
  { actor }: Sight,
  { title, body, fileIds, ...where }: MessageDraft,
): Promise<void> {
  if (title === '' && body === '' && fileIds.length === 0) await forgetDraft(tx, actor, where);
  else
    await tx.query(sql`
      INSERT INTO message_draft (person_id, thread_id, about_id, title, body, file_ids)
      VALUES (${actor.personId}::uuid, ${where.threadId ?? none}::uuid, ${where.aboutId ?? none}::uuid, ${title}, ${body}, ${fileIds}::uuid[])
          ON CONFLICT (person_id, thread_id, about_id) DO UPDATE SET title = excluded.title, body = excluded.body, file_ids = excluded.file_ids, at = now()`);
}

/** It was sent, or nothing is left of it. */
export async function forgetDraft(tx: Transaction, { personId }: { personId: string }, where: DraftPlace) {
  await tx.query(sql`DELETE FROM message_draft WHERE ${draftOf(personId, where)}`);
}

const draftOf = (personId: string, { threadId, aboutId }: DraftPlace) =>
  sql`person_id = ${personId}::uuid AND thread_id = ${threadId ?? none}::uuid AND about_id = ${aboutId ?? none}::uuid`;
