import type { zInviteColleague } from '@konnekt/shared/colleagues/colleague.contract';
import { fullName } from '@konnekt/shared/people/person-name';
import type { z } from 'zod';
import { holdAccount, secondsToNextLink, sendLink, sendOffer, subjectOf } from '#api/features/accounts/link.service';
import { recordEvent } from '#api/kit/audit-event';
import { refuseWhile } from '#api/kit/bounds';
import type { Db } from '#api/kit/database';
import { Problem } from '#api/kit/problem';
import type { Services } from '#api/kit/services';
import { checkDates, checkRights, type Manager } from './colleague.checks.ts';
import * as colleagues from './colleague.repository.ts';
import { give, inTransaction } from './colleague.service.ts';
import * as invitations from './invitation.repository.ts';

type Sending = Pick<Services, 'publicUrl' | 'wakeMail' | 'background'>;

/**
 * Somebody whom the manager sees already gets the right. Everybody else is invited under the name that was typed, and shown so until
 * they come: whether the address has an account, whose and what kind, is looked up after the answer, and told to its owner alone.
 */
export async function inviteColleague(
  db: Db,
  sending: Sending,
  manager: Manager,
  asked: z.output<typeof zInviteColleague>,
): Promise<void> {
  checkDates(manager.sight, asked);
  checkRights(asked);
  let invited: string | undefined;
  await inTransaction(db, manager, async (tx) => {
    await colleagues.holdGiving(tx, manager.sight, { organisationId: asked.organisationId });
    const seen = await colleagues.findSeen(tx, manager.sight, asked.email);
    if (!seen) refuseWhile(await invitations.secondsToNextInvitation(tx, manager.sight, undefined));
    const personId = seen ?? (await invitations.addInvited(tx, manager.sight, asked));
    await give(tx, manager, personId, asked);
    if (seen) return;
    await tx.query(invitationOf(personId, fullName(asked)));
    invited = personId;
  });
  if (invited) sendAfterwards(db, sending, manager, invited);
}

function sendAfterwards(db: Db, sending: Sending, { author }: Manager, personId: string): void {
  sending.background.run('colleague-invitation', async () => {
    await db.transaction(author, async (tx) => {
      const found = await invitations.settleInvited(tx, personId);
      const account = found && (await holdAccount(tx, found.accountId));
      if (!found || !account || account.status === 'blocked') return;
      if (((await secondsToNextLink(tx, found.accountId)) ?? 0) > 0) return;
      if (account.status === 'invited') await sendLink(tx, sending.publicUrl, account, 'activation');
      else if (found.isOwners) await sendOffer(tx, sending.publicUrl, account, author.name ?? '');
      if (found.isOwners) await tx.query(recordEvent({ action: 'link-sent', ...subjectOf(account) }));
    });
    sending.wakeMail();
  });
}

/** Mails an invitation anew to a colleague who did not follow the one before. */
export async function inviteAgain(db: Db, sending: Sending, manager: Manager, personId: string): Promise<void> {
  await db.transaction(manager.author, async (tx) => {
    await colleagues.holdGiving(tx, manager.sight);
    const name = await invitations.findInvited(tx, manager.sight, personId);
    if (name === undefined) throw new Problem('not-found');
    refuseWhile(await invitations.secondsToNextInvitation(tx, manager.sight, personId));
    await tx.query(invitationOf(personId, name));
  });
  sendAfterwards(db, sending, manager, personId);
}

const invitationOf = (personId: string, name: string) =>
  recordEvent({ action: 'invite', subjectType: 'person', subjectId: personId, subjectName: name, recordId: personId });

/** Accepts or declines what a colleague offers to the own address. */
export async function answerInvitation(
  db: Db,
  { sight, author }: Manager,
  id: string,
  answer: 'accept' | 'decline',
): Promise<void> {
  const isAnswered = await db.transaction(author, (tx) => invitations.answerInvitation(tx, sight, id, answer));
  if (!isAnswered) throw new Problem('not-found');
}
