import type { TryAgainRefusal } from '@konnekt/shared/mail/mail.words';
import type { Author, Db } from '#api/kit/database';
import type { Sight } from '#api/kit/visibility';
import { tryAgain, whyNotAgain } from './mail.list.repository.ts';

// What other features may use.
export { dropWaiting, queueMail, queueMails, readSender } from './mail.repository.ts';

/** Has the named mails tried again, or all that failed; a mail that cannot be says why. */
export function tryMailsAgain(
  db: Db,
  sight: Sight,
  author: Author,
  ids: string[] | undefined,
): Promise<{ done: number; refused: { id: string; code: TryAgainRefusal }[] }> {
  return db.transaction(author, async (tx) => {
    const done = new Set(await tryAgain(tx, sight, ids));
    const left = (ids ?? []).filter((id) => !done.has(id));
    return { done: done.size, refused: left.length > 0 ? await whyNotAgain(tx, sight, left) : [] };
  });
}
