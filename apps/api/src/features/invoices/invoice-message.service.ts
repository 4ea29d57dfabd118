import { isOffice } from '@konnekt/shared/basics/actor';
import { queueMails, readSender } from '#api/features/mail/mail.service';
import { bounds, refuseFull, refuseWhile } from '#api/kit/bounds';
import type { Author, Db } from '#api/kit/database';
import { invalidInput, Problem } from '#api/kit/problem';
import type { Services } from '#api/kit/services';
import type { Sight } from '#api/kit/visibility';
import { readInvoice } from './invoice.service.ts';
import { messageMail } from './invoice-message.mails.ts';
import * as messages from './invoice-message.repository.ts';

export async function readMessages(db: Db, sight: Sight, id: string) {
  await readInvoice(db, sight, id);
  return { items: await messages.listMessages(db, id) };
}

type Sending = Pick<Services, 'db' | 'publicUrl' | 'wakeMail'>;

/** Asks about a final invoice in sight, or answers; the other side is mailed in the same transaction. */
export async function writeMessage(
  { db, publicUrl, wakeMail }: Sending,
  sight: Sight,
  author: Author,
  { id, body, lineId }: { id: string; body: string; lineId: string | null },
) {
  const ofOffice = isOffice(sight.actor);
  await db.transaction(author, async (tx) => {
    const { number, organisationName } = await readInvoice(tx, sight, id);
    if (number === null) throw new Problem('wrong-state');
    const { ofInvoice, secondsToWait } = await messages.countMessages(tx, author, id);
    refuseFull(ofInvoice, bounds.messagesOfInvoice);
    refuseWhile(secondsToWait);
    if (!(await messages.insertMessage(tx, author, { invoiceId: id, lineId, body, isOffice: ofOffice })))
      throw invalidInput([{ pointer: '/lineId', code: 'unknown' }]);
    const sender = await readSender(tx);
    const told = { sender, publicUrl, by: author.name ?? '', organisationName, invoice: { id, number }, body };
    const kind = ofOffice ? 'answer' : 'question';
    const to = ofOffice ? await messages.findAskers(tx, id) : [officeOf(sender.helpdeskEmail)];
    await queueMails(
      tx,
      to.map(({ accountId, email, language, name }) => ({
        ...messageMail(kind, { ...told, language, name }),
        ...{ kind: `invoice-${kind}`, to: email, language, accountId, goodForHours: 14 * 24 },
      })),
    );
  });
  wakeMail();
  return readMessages(db, sight, id);
}

/** The agency reads Dutch. */
const officeOf = (email: string) => ({ accountId: null, email, language: 'nl', name: null }) as const;
