import type { MessageDraft } from '@konnekt/shared/messages/message.schema';
import type { Db } from '#api/kit/database';
import { Problem } from '#api/kit/problem';
import type { Sight } from '#api/kit/visibility';
import * as drafts from './message-draft.repository.ts';
import { newestInSight } from './thread-reader.repository.ts';
import { isInSight } from './thread-subject.repository.ts';

/** Of a new thread, or in one that its writer sees; about something that they see. */
export const keepDraft = (db: Db, sight: Sight, draft: MessageDraft): Promise<void> =>
  db.transaction(null, async (tx) => {
    if (draft.threadId && (await newestInSight(tx, sight, draft.threadId)) === 0) throw new Problem('not-found');
    if (draft.aboutId && !(await isInSight(tx, sight, draft.aboutId))) throw new Problem('not-found');
    await drafts.keepDraft(tx, sight, draft);
  });
