import type { Readable } from 'node:stream';
import { mailColumns } from '@konnekt/shared/mail/mail.columns';
import type { MailsFile } from '@konnekt/shared/mail/mail.contract';
import type { TryAgainRefusal } from '@konnekt/shared/mail/mail.words';
import { refuseWhile } from '#api/kit/bounds';
import type { Author, Db } from '#api/kit/database';
import { listFile } from '#api/kit/list-file';
import { Problem } from '#api/kit/problem';
import type { Sight } from '#api/kit/visibility';
import { findOwnAddress, listMails, secondsToNextTest, tryAgain, whyNotAgain } from './mail.list.repository.ts';
import { queueMail, readSender } from './mail.repository.ts';
import { testMail } from './test.mail.ts';

/** Of no use to anybody later. */
const TEST_HOURS = 1;

/** Mails who asks, a few times an hour at most. Answers where it goes. */
export function mailOneself(db: Db, sight: Sight, author: Author): Promise<string> {
  return db.transaction(author, async (tx) => {
    const own = await findOwnAddress(tx, sight);
    if (!own) throw new Problem('not-found');
    refuseWhile(await secondsToNextTest(tx, sight));
    const mail = testMail(own.language, { sender: await readSender(tx), name: own.name });
    const { email: to, language } = own;
    await queueMail(tx, {
      ...mail,
      kind: 'test',
      to,
      language,
      accountId: sight.actor.accountId,
      goodForHours: TEST_HOURS,
    });
    return to;
  });
}

/** The outbox as a file, narrowed down as the list is. */
export function exportMails(db: Db, author: Author, sight: Sight, query: MailsFile): Promise<Readable> {
  const { format, language, ...filter } = query;
  return listFile(db, author, {
    as: { format, language },
    columns: mailColumns,
    event: { subjectType: 'mails-file' },
    readPage: (page) => listMails(db, sight, { ...filter, ...page }),
  });
}

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
