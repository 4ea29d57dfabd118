import type { ChosenNotice } from '@konnekt/shared/notices/notice.contract';
import { choiceKindsOf, choices, type NoticeKind } from '@konnekt/shared/notices/notice.words';
import { queueMails, readSender } from '#api/features/mail/mail.service';
import type { Db, Transaction } from '#api/kit/database';
import type { Services } from '#api/kit/services';
import type { Sight } from '#api/kit/visibility';
import { noticeMail } from './notice.mails.ts';
import { keepChoices, listChoices, type NoticeToMail, takeDue } from './notice.repository.ts';

/** What this person may be told of, and where they hear it. */
export async function readChoices(db: Db, sight: Sight): Promise<{ items: ChosenNotice[] }> {
  const chosen = new Map((await listChoices(db, sight)).map((choice) => [choice.kind, choice]));
  return {
    items: choiceKindsOf(sight.actor).map((kind) => chosen.get(kind) ?? { kind, ...choices[kind].byDefault }),
  };
}

export async function choose(db: Db, sight: Sight, items: ChosenNotice[]): Promise<{ items: ChosenNotice[] }> {
  const own = choiceKindsOf(sight.actor);
  const chosen = items.filter(({ kind }) => own.includes(kind));
  await db.transaction(null, (tx) => keepChoices(tx, sight, chosen));
  return readChoices(db, sight);
}

/** A week after, it is no news. */
const GOOD_FOR_HOURS = 7 * 24;
const PEOPLE_AT_ONCE = 100;

/** Makes mails of the notices that are to be mailed: one for a person and kind. Each notice is marked in the transaction that queues its mail. */
export async function mailNotices({ db, publicUrl, wakeMail }: Pick<Services, 'db' | 'publicUrl' | 'wakeMail'>) {
  const mailSome = (tx: Transaction) => takeDue(tx, PEOPLE_AT_ONCE).then((due) => queue(tx, publicUrl, due));
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
  const mails = together(toMail).map(([kind, notices]) => {
    const { accountId, email, language } = notices[0];
    const mail = noticeMail({ sender, publicUrl, kind, notices });
    return { ...mail, kind, to: email, language, accountId, goodForHours: GOOD_FOR_HOURS };
  });
  await queueMails(tx, mails);
  return taken;
}

/** What one person is told of one kind. */
function together(notices: NoticeToMail[]): [NoticeKind, [NoticeToMail, ...NoticeToMail[]]][] {
  const groups = new Map<string, [NoticeToMail, ...NoticeToMail[]]>();
  for (const notice of notices) {
    const key = `${notice.accountId} ${notice.kind}`;
    const group = groups.get(key);
    if (group) group.push(notice);
    else groups.set(key, [notice]);
  }
  return [...groups.values()].map((group) => [group[0].kind, group]);
}
