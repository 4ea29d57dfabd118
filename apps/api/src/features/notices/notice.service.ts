import type { ChosenNotice, NoticeChoices } from '@konnekt/shared/notices/notice.contract';
import { noticeKinds, noticeKindsOf } from '@konnekt/shared/notices/notice.words';
import { queueMails, readSender } from '#api/features/mail/mail.service';
import type { Db, Transaction } from '#api/kit/database';
import type { Services } from '#api/kit/services';
import type { Sight } from '#api/kit/visibility';
import { dailyMail, noticeMail } from './notice.mails.ts';
import {
  hasDailyMail,
  keepChoices,
  keepDailyMail,
  listChoices,
  type NoticeToMail,
  takeDue,
} from './notice.repository.ts';

export { countUnread } from './notice.repository.ts';

/** What this person may be told of, and where they hear it. */
export async function readChoices(db: Transaction, sight: Sight): Promise<NoticeChoices> {
  const chosen = new Map((await listChoices(db, sight)).map((choice) => [choice.kind, choice]));
  return {
    items: noticeKindsOf(sight.actor).map((kind) => chosen.get(kind) ?? { kind, ...noticeKinds[kind].byDefault }),
    isDaily: await hasDailyMail(db, sight),
  };
}

interface Choosing {
  items: readonly ChosenNotice[];
  isDaily?: boolean | undefined;
}

export const choose = (db: Db, sight: Sight, { items, isDaily }: Choosing): Promise<NoticeChoices> =>
  db.transaction(null, async (tx) => {
    const own = noticeKindsOf(sight.actor);
    const chosen = items.filter(({ kind }) => own.includes(kind));
    if (chosen.length > 0) await keepChoices(tx, sight, chosen);
    if (isDaily !== undefined) await keepDailyMail(tx, sight, isDaily);
    return readChoices(tx, sight);
  });

/** A week after, it is no news. */
const GOOD_FOR_HOURS = 7 * 24;
const PEOPLE_AT_ONCE = 100;

/** Makes mails of the notices that are to be mailed: one for a person and kind, or one of all for who has it by the day. Each notice is marked in the transaction that queues its mail. */
export async function mailNotices({
  db,
  today,
  publicUrl,
  wakeMail,
}: Pick<Services, 'db' | 'today' | 'publicUrl' | 'wakeMail'>) {
  const mailSome = (tx: Transaction) => takeDue(tx, today(), PEOPLE_AT_ONCE).then((due) => queue(tx, publicUrl, due));
  let mailed = 0;
  for (let taken = -1; taken !== 0; ) {
    taken = await db.transaction(null, mailSome);
    mailed += taken;
  }
  if (mailed > 0) wakeMail();
}

async function queue(
  tx: Transaction,
  publicUrl: string,
  { taken, toMail }: { taken: number; toMail: NoticeToMail[] },
): Promise<number> {
  if (toMail.length === 0) return taken;
  const sender = await readSender(tx);
  const mails = together(toMail).map((notices) => {
    const { accountId, email, language, kind, isDaily } = notices[0];
    const mail = isDaily ? dailyMail(sender, publicUrl, notices) : noticeMail({ sender, publicUrl, kind, notices });
    return {
      ...{ ...mail, kind: isDaily ? 'notices-of-the-day' : kind },
      ...{ to: email, language, accountId, goodForHours: GOOD_FOR_HOURS },
    };
  });
  await queueMails(tx, mails);
  return taken;
}

/** What one person is told in one mail: of one kind, or of the day. */
function together(notices: NoticeToMail[]): [NoticeToMail, ...NoticeToMail[]][] {
  const groups = new Map<string, [NoticeToMail, ...NoticeToMail[]]>();
  for (const notice of notices) {
    const key = `${notice.accountId} ${notice.isDaily ? '' : notice.kind}`;
    const group = groups.get(key);
    if (group) group.push(notice);
    else groups.set(key, [notice]);
  }
  return [...groups.values()];
}
