import { randomBytes } from 'node:crypto';
import { LINK_HOURS } from '@konnekt/shared/accounts/link.rules';
import { queueMails, readSender } from '#api/features/mail/mail.service';
import type { Author, Db, Transaction } from '#api/kit/database';
import type { Services } from '#api/kit/services';
import { addFirstLinks, holdNew, type Matching, recordInvitations } from './invite-many.repository.ts';
import { linkMail } from './link.mails.ts';
import type { LinkAccount } from './link.repository.ts';
import { activationLink, hashOf } from './link.service.ts';

/** So many mails go to the database in one statement. */
const atOnce = 500;

/**
 * Invites everybody of a list who has an account and was never invited: all or nobody, in one transaction. `matching` is the list
 * from FROM, with person `pn` and account `a`. Answers how many.
 */
export async function inviteMany(
  db: Db,
  sending: Pick<Services, 'publicUrl' | 'wakeMail'>,
  author: Author,
  matching: Matching,
): Promise<number> {
  const count = await db.transaction(author, async (tx) => {
    const found = await holdNew(tx, matching);
    let invited = 0;
    for (let at = 0; at < found.length; at += atOnce)
      invited += await invite(tx, sending.publicUrl, found.slice(at, at + atOnce));
    return invited;
  });
  if (count > 0) sending.wakeMail();
  return count;
}

/** Links, mails and what the audit log says of them. Whoever somebody else invited meanwhile is left out. */
async function invite(tx: Transaction, publicUrl: string, accounts: LinkAccount[]): Promise<number> {
  const given = accounts.map((account) => ({ ...account, token: randomBytes(32).toString('base64url') }));
  const added = await addFirstLinks(
    tx,
    given.map(({ accountId, email, token }) => ({ accountId, email, tokenHash: hashOf(token) })),
  );
  const until = new Map(added.map(({ accountId, expiresAt }) => [accountId, new Date(expiresAt)]));
  const sender = await readSender(tx);
  const mails = given.flatMap(({ token, ...account }) => {
    const expires = until.get(account.accountId);
    if (!expires) return [];
    const mail = linkMail('activation', {
      ...account,
      sender,
      link: activationLink(publicUrl, token),
      until: expires,
    });
    return [{ ...account, ...mail, kind: 'activation', to: account.email, goodForHours: LINK_HOURS }];
  });
  await queueMails(tx, mails);
  await recordInvitations(tx, mails);
  return mails.length;
}
