import { randomBytes } from 'node:crypto';
import { type InvitableState, invitableStates } from '@konnekt/shared/accounts/account.words';
import { LINK_HOURS } from '@konnekt/shared/accounts/link.rules';
import type { Invitable, Invited } from '@konnekt/shared/employees/employee.schema';
import { dropWaiting, queueMails, readSender } from '#api/features/mail/mail.service';
import type { Author, Db, Transaction } from '#api/kit/database';
import type { Services } from '#api/kit/services';
import {
  addLinks,
  countStates,
  findInvitable,
  holdAccounts,
  type Matching,
  recordInvitations,
} from './invite-many.repository.ts';
import { linkMail } from './link.mails.ts';
import type { LinkAccount } from './link.repository.ts';
import { activationLink, hashOf } from './link.service.ts';

/** So many mails go to the database in one statement. */
const atOnce = 500;

/** How many of a list stand how with their account, of those who can be sent a link. */
export async function countInvitable(db: Db, matching: Matching): Promise<Invitable> {
  const counts = new Map((await countStates(db, matching)).map(({ state, count }) => [state, count]));
  return Object.fromEntries(invitableStates.map((state) => [state, counts.get(state) ?? 0])) as Invitable;
}

/**
 * Mails a link to everybody of a list who stands so with their account: all or nobody, in one transaction; an earlier link stops working.
 * `matching` is the list from FROM, with person `pn` and account `a`. Answers how many, and how many have to wait: nobody's mailbox
 * is filled from here.
 */
export async function inviteMany(
  db: Db,
  sending: Pick<Services, 'publicUrl' | 'wakeMail'>,
  author: Author,
  matching: Matching,
  states: readonly InvitableState[],
): Promise<Invited> {
  const answer = await db.transaction(author, async (tx) => {
    const held = await holdAccounts(tx, matching, states);
    const told = { invited: 0, waiting: 0 };
    for (let at = 0; at < held.length; at += atOnce) {
      // Whoever somebody else invited while they were waited for is left out.
      const found = await findInvitable(tx, held.slice(at, at + atOnce), states);
      const now = found.filter(({ hasToWait }) => !hasToWait);
      told.waiting += found.length - now.length;
      if (now.length > 0) told.invited += await invite(tx, sending.publicUrl, now);
    }
    return told;
  });
  if (answer.invited > 0) sending.wakeMail();
  return answer;
}

/** Links, mails and what the audit log says of them. */
async function invite(tx: Transaction, publicUrl: string, accounts: LinkAccount[]): Promise<number> {
  const given = accounts.map((account) => ({ ...account, token: randomBytes(32).toString('base64url') }));
  const added = await addLinks(
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
  await dropWaiting(
    tx,
    accounts.map(({ accountId }) => accountId),
  );
  await queueMails(tx, mails);
  await recordInvitations(tx, mails);
  return mails.length;
}
