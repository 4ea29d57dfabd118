import type {
  Rights,
  zChangeRight,
  zGiveRight,
  zInviteColleague,
  zNameSubstitute,
} from '@konnekt/shared/colleagues/colleague.contract';
import type { z } from 'zod';
import { holdAccount } from '#api/features/accounts/link.repository';
import { sendInvitation } from '#api/features/accounts/link.service';
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

export async function changeRight(
  db: Db,
  manager: Manager,
  id: string,
  asked: z.output<typeof zChangeRight>,
): Promise<void> {
  checkRights(asked);
  const right = await colleagues.findRight(db, manager.sight, id);
  if (!right) throw new Problem('not-found');
  if (asked.validUntil !== null && asked.validUntil !== right.validUntil) {
    if (asked.validUntil < manager.sight.today) throw invalidInput([{ pointer: '/validUntil', code: 'in-the-past' }]);
    if (asked.validUntil < right.validFrom) throw invalidInput([{ pointer: '/validUntil', code: 'before-start' }]);
  }
  await inTransaction(db, manager, async (tx) => {
    if (await colleagues.changeRight(tx, manager.sight, id, asked)) return;
    const now = await colleagues.findRight(tx, manager.sight, id);
    throw new Problem(now && now.version !== asked.version ? 'record-changed' : 'not-allowed');
  });
}

export async function nameSubstitute(db: Db, manager: Manager, asked: z.output<typeof zNameSubstitute>): Promise<void> {
  checkDates(manager.sight, asked);
  const organisationIds = [...new Set(asked.organisationIds)];
  await inTransaction(db, manager, async (tx) => {
    const count = await colleagues.nameSubstitute(tx, manager.sight, { ...asked, organisationIds });
    if (count !== organisationIds.length) throw new Problem('not-allowed');
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
  if (!(await colleagues.giveRight(tx, sight, personId, right))) throw new Problem('not-allowed');
}

/** What the database refuses because somebody was first is told at its field. */
async function inTransaction(db: Db, { author }: Manager, work: (tx: Transaction) => Promise<void>): Promise<void> {
  try {
    await db.transaction(author, work);
  } catch (error) {
    if (sqlState(error) === OVERLAPS) throw invalidInput([{ pointer: '/validFrom', code: 'overlaps-right' }]);
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

function checkRights({ mayApprove, mayRegister, maySeeInvoices, mayManage }: Rights): void {
  if (mayApprove || mayRegister || maySeeInvoices || mayManage) return;
  throw invalidInput([{ pointer: '/mayApprove', code: 'no-right' }]);
}
