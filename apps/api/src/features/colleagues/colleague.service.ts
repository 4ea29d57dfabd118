import { addDays } from '@konnekt/shared/basics/calendar-day';
import type {
  Rights,
  zChangeColleagueRight,
  zGiveColleagueRight,
  zInviteColleague,
  zNameSubstitute,
} from '@konnekt/shared/colleagues/colleague.contract';
import { fullName } from '@konnekt/shared/people/person-name';
import { rightNames } from '@konnekt/shared/supervisors/supervisor.words';
import type { z } from 'zod';
import { holdAccount, secondsToNextLink, sendLink, sendOffer, subjectOf } from '#api/features/accounts/link.service';
import { deleteRight, insertRight, rememberBefore, setLastDay } from '#api/features/supervisors/supervisor.service';
import { recordEvent } from '#api/kit/audit-event';
import { bounds, refuseWhile } from '#api/kit/bounds';
import { type Author, type Db, sqlState, type Transaction } from '#api/kit/database';
import { invalidInput, Problem } from '#api/kit/problem';
import type { Services } from '#api/kit/services';
import type { Sight } from '#api/kit/visibility';
import * as colleagues from './colleague.repository.ts';

export interface Manager {
  sight: Sight;
  author: Author;
}
/** Two rights in one time, or from one day on. */
const OVERLAPS = ['23P01', '23505'];

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
    await colleagues.holdGiving(tx, manager.sight, asked.organisationId);
    const seen = await colleagues.findSeen(tx, manager.sight, asked.email);
    if (!seen) refuseWhile(await colleagues.secondsToNextInvitation(tx, manager.sight, undefined));
    const personId = seen ?? (await colleagues.addInvited(tx, manager.sight, asked));
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
      const found = await colleagues.settleInvited(tx, personId);
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

export async function giveColleagueRight(
  db: Db,
  manager: Manager,
  personId: string,
  asked: z.output<typeof zGiveColleagueRight>,
): Promise<void> {
  checkDates(manager.sight, asked);
  checkRights(asked);
  const { colleagues: known } = await colleagues.readColleagues(db, manager.sight);
  if (!known.some((colleague) => colleague.personId === personId)) throw new Problem('not-found');
  await inTransaction(db, manager, async (tx) => {
    await colleagues.holdGiving(tx, manager.sight, asked.organisationId);
    await give(tx, manager, personId, asked);
  });
}

/**
 * What a colleague may do from today on, and its last day; yesterday ends it at once. What they could do before stays as it was: a
 * right that runs ends, and another takes its place.
 */
export async function changeColleagueRight(
  db: Db,
  manager: Manager,
  id: string,
  asked: z.output<typeof zChangeColleagueRight>,
): Promise<void> {
  const { sight } = manager;
  checkRights(asked);
  await inTransaction(db, manager, async (tx) => {
    const right = await colleagues.findRight(tx, sight, id);
    if (!right) throw new Problem('not-found');
    if (right.version !== asked.version) throw new Problem('record-changed');
    if (isOver(sight, right)) throw new Problem('right-is-over');
    checkEnd(sight, right, asked);
    const held = await colleagues.holdRight(tx, sight, id, asked);
    if (held && !isOver(sight, held)) return write(tx, sight, id, held, asked);
    await refuseLaterThanOwn(tx, sight, [right.organisationId], asked.validUntil, 'may_manage');
    const now = await colleagues.findRight(tx, sight, id);
    throw new Problem(now && now.version !== asked.version ? 'record-changed' : 'not-allowed');
  });
}

async function write(
  tx: Transaction,
  { today }: Sight,
  id: string,
  before: colleagues.HeldRight,
  asked: z.output<typeof zChangeColleagueRight>,
): Promise<void> {
  const yesterday = addDays(today, -1);
  const hasBegun = before.validFrom < today;
  if (asked.validUntil === yesterday) return hasBegun ? setLastDay(tx, id, yesterday) : deleteRight(tx, id);
  if (!hasBegun || rightNames.every((name) => asked[name] === before[name]))
    return colleagues.writeRight(tx, id, asked);
  await setLastDay(tx, id, yesterday);
  const { organisationId, validUntil } = before;
  const given = await insertRight(tx, before.personId, { ...asked, organisationId, validFrom: today });
  await rememberBefore(tx, given, { id, until: validUntil });
}

/** Mails an invitation anew to a colleague who did not follow the one before. */
export async function inviteAgain(db: Db, sending: Sending, manager: Manager, personId: string): Promise<void> {
  await db.transaction(manager.author, async (tx) => {
    await colleagues.holdGiving(tx, manager.sight);
    const name = await colleagues.findInvited(tx, manager.sight, personId);
    if (name === undefined) throw new Problem('not-found');
    refuseWhile(await colleagues.secondsToNextInvitation(tx, manager.sight, personId));
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
  const isAnswered = await db.transaction(author, (tx) => colleagues.answerInvitation(tx, sight, id, answer));
  if (!isAnswered) throw new Problem('not-found');
}

export async function nameSubstitute(db: Db, manager: Manager, asked: z.output<typeof zNameSubstitute>): Promise<void> {
  checkDates(manager.sight, asked);
  const organisationIds = [...new Set(asked.organisationIds)];
  await inTransaction(db, manager, async (tx) => {
    await colleagues.holdGiving(tx, manager.sight);
    if ((await colleagues.countSubstitutes(tx, manager.sight)) + organisationIds.length > bounds.substitutes)
      throw new Problem('list-full');
    const count = await colleagues.nameSubstitute(tx, manager.sight, { ...asked, organisationIds });
    if (count === organisationIds.length) return;
    await refuseLaterThanOwn(tx, manager.sight, organisationIds, asked.validUntil, 'may_approve');
    throw new Problem('not-allowed');
  });
}

export async function endSubstitute(db: Db, manager: Manager, id: string, version: number): Promise<void> {
  await inTransaction(db, manager, async (tx) => {
    if (await colleagues.endSubstitute(tx, manager.sight, id, version)) return;
    throw new Problem((await colleagues.isOwnSubstitute(tx, manager.sight, id)) ? 'record-changed' : 'not-found');
  });
}

async function give(
  tx: Transaction,
  { sight }: Manager,
  personId: string,
  right: z.output<typeof zGiveColleagueRight>,
): Promise<void> {
  if (personId === sight.actor.personId) throw new Problem('not-allowed');
  if (await colleagues.isFull(tx, sight, right.organisationId)) throw new Problem('list-full');
  if (await colleagues.giveColleagueRight(tx, sight, personId, right)) return;
  await refuseLaterThanOwn(tx, sight, [right.organisationId], right.validUntil, 'may_manage');
  throw new Problem('not-allowed');
}

/** Nobody gives what lasts longer than what they have: says until when that is. */
async function refuseLaterThanOwn(
  tx: Transaction,
  sight: Sight,
  organisationIds: string[],
  until: string | null,
  needed: 'may_approve' | 'may_manage',
): Promise<void> {
  const day = await colleagues.findOwnEnd(tx, sight, organisationIds, needed);
  if (day !== undefined && (until === null || until > day))
    throw invalidInput([{ pointer: '/validUntil', code: 'own-right-ends', values: { day } }]);
}

const isOver = ({ today }: Sight, { validUntil }: { validUntil: string | null }) =>
  validUntil !== null && validUntil < today;

/** What the database refuses because somebody was first is told at its field. */
async function inTransaction(db: Db, { author }: Manager, work: (tx: Transaction) => Promise<void>): Promise<void> {
  try {
    await db.transaction(author, work);
  } catch (error) {
    if (OVERLAPS.includes(sqlState(error) ?? ''))
      throw invalidInput([{ pointer: '/validFrom', code: 'has-right-then' }]);
    throw error;
  }
}

function checkDates(
  { today }: Sight,
  { validFrom, validUntil }: { validFrom: string; validUntil: string | null },
): void {
  if (validFrom < today) throw invalidInput([{ pointer: '/validFrom', code: 'in-the-past' }]);
  if (validUntil !== null && validUntil < validFrom)
    throw invalidInput([{ pointer: '/validUntil', code: 'before-start' }]);
}

/** A right can be over from today on: until yesterday is the soonest. */
function checkEnd(
  { today }: Sight,
  { validFrom }: { validFrom: string },
  { validUntil }: { validUntil: string | null },
): void {
  if (validUntil === null) return;
  const yesterday = addDays(today, -1);
  if (validUntil < yesterday) throw invalidInput([{ pointer: '/validUntil', code: 'before-yesterday' }]);
  if (validUntil > yesterday && validUntil < validFrom)
    throw invalidInput([{ pointer: '/validUntil', code: 'before-start' }]);
}

function checkRights({ mayApprove, mayRegister, maySeeInvoices, mayManage }: Rights): void {
  if (mayApprove || mayRegister || maySeeInvoices || mayManage) return;
  throw invalidInput([{ pointer: '/mayApprove', code: 'no-right' }]);
}
