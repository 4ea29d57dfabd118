import { addDays } from '@konnekt/shared/basics/calendar-day';
import type {
  Rights,
  zChangeRight,
  zGiveRight,
  zInviteColleague,
  zNameSubstitute,
} from '@konnekt/shared/colleagues/colleague.contract';
import { rightNames } from '@konnekt/shared/supervisors/supervisor.schema';
import type { z } from 'zod';
import { holdAccount } from '#api/features/accounts/link.repository';
import { sendInvitation } from '#api/features/accounts/link.service';
import { deleteRight, endRight, insertRight, rememberBefore } from '#api/features/supervisors/supervisor.repository';
import { type Author, type Db, sqlState, type Transaction } from '#api/plugins/database';
import { invalidInput, Problem } from '#api/plugins/problems';
import type { Services } from '#api/services';
import type { Sight } from '#api/visibility';
import * as colleagues from './colleague.repository.ts';

export interface Manager {
  sight: Sight;
  author: Author;
}
const OVERLAPS = '23P01';
const DOUBLED_KEY = '23505';

/** A person new to the portal is made and invited; one who supervises elsewhere gets the right. The answer is the same. */
export async function inviteColleague(
  db: Db,
  sending: Pick<Services, 'publicUrl' | 'wakeMail'>,
  manager: Manager,
  asked: z.output<typeof zInviteColleague>,
): Promise<void> {
  checkDates(manager.sight, asked);
  checkRights(asked);
  await inTransaction(db, manager, async (tx) => {
    const known = await colleagues.findByEmail(tx, asked.email);
    if (known && known.role !== 'supervisor') throw invalidInput([{ pointer: '/email', code: 'other-role' }]);
    const { personId, accountId } = known ?? (await colleagues.createSupervisor(tx, asked));
    await give(tx, manager, personId, asked);
    const account = known ? undefined : await holdAccount(tx, accountId);
    if (account) await sendInvitation(tx, sending.publicUrl, account);
  });
  sending.wakeMail();
}

export async function giveRight(
  db: Db,
  manager: Manager,
  personId: string,
  asked: z.output<typeof zGiveRight>,
): Promise<void> {
  checkDates(manager.sight, asked);
  checkRights(asked);
  const { colleagues: known } = await colleagues.readColleagues(db, manager.sight);
  if (!known.some((colleague) => colleague.personId === personId)) throw new Problem('not-found');
  await inTransaction(db, manager, (tx) => give(tx, manager, personId, asked));
}

/**
 * What a colleague may do from today on, and its last day; yesterday ends it at once. What they could do before stays as it was: a
 * right that runs ends, and another takes its place.
 */
export async function changeRight(
  db: Db,
  manager: Manager,
  id: string,
  asked: z.output<typeof zChangeRight>,
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
  asked: z.output<typeof zChangeRight>,
): Promise<void> {
  const yesterday = addDays(today, -1);
  const hasBegun = before.validFrom < today;
  if (asked.validUntil === yesterday) return hasBegun ? endRight(tx, id, yesterday) : deleteRight(tx, id);
  if (!hasBegun || rightNames.every((name) => asked[name] === before[name]))
    return colleagues.writeRight(tx, id, asked);
  await endRight(tx, id, yesterday);
  const { organisationId, validUntil } = before;
  const given = await insertRight(tx, before.personId, { ...asked, organisationId, validFrom: today });
  await rememberBefore(tx, given, { id, until: validUntil });
}

/** Mails an invitation anew, with a new link, to a colleague who did not follow the one before. */
export async function inviteAgain(
  db: Db,
  sending: Pick<Services, 'publicUrl' | 'wakeMail'>,
  manager: Manager,
  personId: string,
): Promise<void> {
  await inTransaction(db, manager, async (tx) => {
    const accountId = await colleagues.findInvited(tx, manager.sight, personId);
    const account = accountId && (await holdAccount(tx, accountId));
    if (!account) throw new Problem('not-found');
    if (account.status !== 'invited') throw new Problem('account-active');
    await sendInvitation(tx, sending.publicUrl, account);
  });
  sending.wakeMail();
}

export async function nameSubstitute(db: Db, manager: Manager, asked: z.output<typeof zNameSubstitute>): Promise<void> {
  checkDates(manager.sight, asked);
  const organisationIds = [...new Set(asked.organisationIds)];
  await inTransaction(db, manager, async (tx) => {
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
  right: z.output<typeof zGiveRight>,
): Promise<void> {
  if (personId === sight.actor.personId) throw new Problem('not-allowed');
  if (await colleagues.giveRight(tx, sight, personId, right)) return;
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
    if (sqlState(error) === OVERLAPS) throw invalidInput([{ pointer: '/validFrom', code: 'has-right-then' }]);
    if (sqlState(error) === DOUBLED_KEY) throw invalidInput([{ pointer: '/email', code: 'taken' }]);
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
