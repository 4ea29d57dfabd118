import { addDays } from '@konnekt/shared/basics/calendar-day';
import type {
  ChangeRight,
  GiveRight,
  Supervisor,
  SupervisorRight,
} from '@konnekt/shared/supervisors/supervisor.schema';
import { bounds, refuseFull } from '#api/kit/bounds';
import type { Author, Db, Transaction } from '#api/kit/database';
import { invalidInput, Problem } from '#api/kit/problem';
import { atFields, changedSince } from '#api/kit/records';
import type { Sight } from '#api/kit/visibility';
import * as supervisors from './supervisor.repository.ts';
import { fieldsOf, readSupervisor } from './supervisor-record.service.ts';

export const giveRight = (db: Db, sight: Sight, author: Author, id: string, right: GiveRight): Promise<Supervisor> =>
  atFields(fieldsOf, () =>
    db.transaction(author, async (tx) => {
      await supervisors.holdRightsOf(tx, id);
      await supervisors.makeSupervisor(tx, id);
      await readSupervisor(tx, sight, id);
      await give(tx, sight, id, right);
      return readSupervisor(tx, sight, id);
    }),
  );

/** From a day on other rights, here or elsewhere: the right as it was ends the day before, or never begins. */
export const changeRight = (
  db: Db,
  sight: Sight,
  author: Author,
  id: string,
  { version, ...right }: ChangeRight,
): Promise<Supervisor> =>
  atFields(fieldsOf, () =>
    db.transaction(author, async (tx) => {
      const { personId, ...before } = await openRight(tx, sight, id, version);
      // Whom somebody stands in for, and for what, is theirs to say.
      if (before.onBehalfOf !== null) throw new Problem('not-allowed');
      refusePast(sight, right);
      const ended = await endBefore(tx, { id, from: before.validFrom, until: before.validUntil }, right.validFrom);
      const given = await give(tx, sight, personId, right);
      if (ended) await supervisors.rememberBefore(tx, given, ended);
      return readSupervisor(tx, sight, personId);
    }),
  );

/**
 * Ends a right the day before another takes its place; one that never begins is gone, and what had ended for that one ends for the
 * other instead. Answers what ended, and how long it would have lasted.
 */
async function endBefore(
  tx: Transaction,
  { id, from, until }: { id: string; from: string; until: string | null },
  day: string,
): Promise<supervisors.EndedRight | undefined> {
  if (day > from) {
    if (until !== null && until < day) return undefined;
    await supervisors.setLastDay(tx, id, addDays(day, -1));
    return { id, until };
  }
  const before = await remove(tx, id);
  return before && endBefore(tx, before, day);
}

/** Removes a right that was of no use yet; what had ended for it goes on as long as it would have. */
async function remove(tx: Transaction, id: string) {
  const before = await supervisors.findEndedFor(tx, id);
  await supervisors.deleteRight(tx, id);
  if (before) await supervisors.setLastDay(tx, before.id, before.until);
  return before;
}

/** The last day of a right, or that it has none. What was done with it before stays as it is. */
export const endRight = (
  db: Db,
  sight: Sight,
  author: Author,
  id: string,
  { version, validUntil }: { version: number; validUntil: string | null },
): Promise<Supervisor> =>
  atFields(fieldsOf, () =>
    db.transaction(author, async (tx) => {
      const right = await openRight(tx, sight, id, version);
      if (validUntil !== null && validUntil < right.validFrom)
        throw invalidInput([{ pointer: '/validUntil', code: 'before-start' }]);
      // Until yesterday is the soonest: it is over from today on.
      if (validUntil !== null && validUntil < addDays(sight.today, -1))
        throw invalidInput([{ pointer: '/validUntil', code: 'before-yesterday' }]);
      if (right.onBehalfOf !== null) refuseLonger(right, validUntil);
      else
        await refuseOverlap(tx, right.personId, { ...right, validUntil }, { at: '', field: 'validUntil', besides: id });
      await supervisors.setLastDay(tx, id, validUntil);
      return readSupervisor(tx, sight, right.personId);
    }),
  );

/** Takes back a right that has not been of use yet; the one that ended for it goes on. */
export const takeBackRight = (db: Db, sight: Sight, author: Author, id: string, version: number): Promise<Supervisor> =>
  db.transaction(author, async (tx) => {
    const right = await openRight(tx, sight, id, version);
    if (right.validFrom < sight.today) throw new Problem('right-has-begun');
    await remove(tx, id);
    return readSupervisor(tx, sight, right.personId);
  });

/** A substitution is as long as whom it is for made it; the office ends it sooner. */
function refuseLonger({ validUntil: before }: SupervisorRight, validUntil: string | null): void {
  if (before !== null && (validUntil === null || validUntil > before))
    throw invalidInput([{ pointer: '/validUntil', code: 'only-sooner', values: { day: before } }]);
}

/** A right in this version that is not over. */
async function openRight(tx: Transaction, sight: Sight, id: string, version: number): Promise<SupervisorRight> {
  const right = await supervisors.lockRight(tx, id);
  if (!right) throw new Problem('not-found');
  if (right.version !== version) throw await changedSince(tx, right.personId, right, 'supervisor-right');
  if (right.validUntil !== null && right.validUntil < sight.today) throw new Problem('right-is-over');
  return right;
}

export async function give(
  tx: Transaction,
  sight: Sight,
  personId: string,
  right: GiveRight,
  { at } = { at: '' },
): Promise<string> {
  refusePast(sight, right, at);
  await refuseOverlap(tx, personId, right, { at, field: 'validFrom', besides: null });
  refuseFull(await supervisors.countRightsAt(tx, right.organisationId, sight.today), bounds.rightsAtOrganisation);
  return supervisors.insertRight(tx, personId, right);
}

/** What somebody could do on a day that is over never changes. */
function refusePast({ today }: Sight, { validFrom }: GiveRight, at = ''): void {
  if (validFrom < today) throw invalidInput([{ pointer: `${at}/validFrom`, code: 'in-the-past' }]);
}

async function refuseOverlap(
  tx: Transaction,
  personId: string,
  right: GiveRight,
  { at, field, besides }: { at: string; field: 'validFrom' | 'validUntil'; besides: string | null },
): Promise<void> {
  const other = await supervisors.findOverlap(tx, personId, right, besides);
  if (!other) return;
  const { validFrom, validUntil } = other;
  const [code, values] = validUntil
    ? ['overlaps-right-until', { from: validFrom, until: validUntil }]
    : ['overlaps-right', { from: validFrom }];
  throw invalidInput([{ pointer: `${at}/${field}`, code, values }]);
}
