import { addDays } from '@konnekt/shared/basics/calendar-day';
import type {
  zChangeColleagueRight,
  zGiveColleagueRight,
  zNameSubstitute,
} from '@konnekt/shared/colleagues/colleague.contract';
import { rightNames } from '@konnekt/shared/supervisors/supervisor.words';
import type { z } from 'zod';
import { deleteRight, insertRight, rememberBefore, setLastDay } from '#api/features/supervisors/supervisor.service';
import { bounds } from '#api/kit/bounds';
import { type Db, sqlState, type Transaction } from '#api/kit/database';
import { invalidInput, Problem } from '#api/kit/problem';
import type { Sight } from '#api/kit/visibility';
import { checkDates, checkEnd, checkRights, isOver, type Manager } from './colleague.checks.ts';
import * as colleagues from './colleague.repository.ts';
import { readColleagues } from './colleague-list.repository.ts';
import * as substitutes from './substitute.repository.ts';

/** Two rights in one time, or from one day on. */
const OVERLAPS = ['23P01', '23505'];

export async function giveColleagueRight(
  db: Db,
  manager: Manager,
  personId: string,
  asked: z.output<typeof zGiveColleagueRight>,
): Promise<void> {
  checkDates(manager.sight, asked);
  checkRights(asked);
  const { colleagues: known } = await readColleagues(db, manager.sight);
  if (!known.some((colleague) => colleague.personId === personId)) throw new Problem('not-found');
  await inTransaction(db, manager, async (tx) => {
    await colleagues.holdGiving(tx, manager.sight, { organisationId: asked.organisationId, personId });
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

export async function nameSubstitute(db: Db, manager: Manager, asked: z.output<typeof zNameSubstitute>): Promise<void> {
  checkDates(manager.sight, asked);
  const organisationIds = [...new Set(asked.organisationIds)];
  await inTransaction(db, manager, async (tx) => {
    await colleagues.holdGiving(tx, manager.sight, { personId: asked.personId });
    if ((await substitutes.countSubstitutes(tx, manager.sight)) + organisationIds.length > bounds.substitutes)
      throw new Problem('list-full');
    const count = await substitutes.nameSubstitute(tx, manager.sight, { ...asked, organisationIds });
    if (count === organisationIds.length) return;
    await refuseLaterThanOwn(tx, manager.sight, organisationIds, asked.validUntil, 'may_approve');
    throw new Problem('not-allowed');
  });
}

export async function endSubstitute(db: Db, manager: Manager, id: string, version: number): Promise<void> {
  await inTransaction(db, manager, async (tx) => {
    if (await substitutes.endSubstitute(tx, manager.sight, id, version)) return;
    throw new Problem((await substitutes.isOwnSubstitute(tx, manager.sight, id)) ? 'record-changed' : 'not-found');
  });
}

export async function give(
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

/** What the database refuses because somebody was first is told at its field. */
export async function inTransaction(
  db: Db,
  { author }: Manager,
  work: (tx: Transaction) => Promise<void>,
): Promise<void> {
  try {
    await db.transaction(author, work);
  } catch (error) {
    if (OVERLAPS.includes(sqlState(error) ?? ''))
      throw invalidInput([{ pointer: '/validFrom', code: 'has-right-then' }]);
    throw error;
  }
}
