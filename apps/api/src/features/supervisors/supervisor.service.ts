import { addDays } from '@konnekt/shared/basics/calendar-day';
import type { FieldProblem } from '@konnekt/shared/basics/problem';
import type {
  ChangeRight,
  GiveRight,
  Supervisor,
  SupervisorFields,
  SupervisorRight,
} from '@konnekt/shared/supervisors/supervisor.schema';
import { accountFields, insertPerson, updatePerson, writeAccount } from '#api/features/people/person.repository';
import type { Author, Db, Transaction } from '#api/plugins/database';
import { invalidInput, Problem } from '#api/plugins/problems';
import { atFields, changedSince } from '#api/records';
import type { Sight } from '#api/visibility';
import * as supervisors from './supervisor.repository.ts';

const fieldsOf: Record<string, FieldProblem> = {
  ...accountFields,
  supervisor_right_organisation_id_fkey: { pointer: '/organisationId', code: 'unknown' },
  supervisor_right_no_overlap: { pointer: '/validFrom', code: 'overlaps-right' },
};

export async function readSupervisor(db: Transaction, sight: Sight, id: string): Promise<Supervisor> {
  const found = await supervisors.findSupervisor(db, sight, id);
  if (!found) throw new Problem('not-found');
  return found;
}

/** Person, account that waits to be invited, and rights: all or nothing. */
export const createSupervisor = (
  db: Db,
  sight: Sight,
  author: Author,
  { rights, ...fields }: SupervisorFields & { rights: GiveRight[] },
): Promise<Supervisor> =>
  atFields(fieldsOf, () =>
    db.transaction(author, async (tx) => {
      const id = await insertPerson(tx, fields);
      await writeAccount(tx, sight, id, { ...fields, role: 'supervisor' });
      for (const [index, right] of rights.entries()) await give(tx, sight, id, right, { at: `/rights/${index}` });
      return readSupervisor(tx, sight, id);
    }),
  );

export const saveSupervisor = (
  db: Db,
  sight: Sight,
  author: Author,
  id: string,
  { version, ...fields }: SupervisorFields & { version: number },
): Promise<Supervisor> =>
  atFields(fieldsOf, () =>
    db.transaction(author, async (tx) => {
      await readSupervisor(tx, sight, id);
      if (!(await updatePerson(tx, id, version, fields)))
        throw await changedSince(tx, id, await supervisors.findSupervisor(tx, sight, id));
      await writeAccount(tx, sight, id, { ...fields, role: 'supervisor' });
      return readSupervisor(tx, sight, id);
    }),
  );

export const giveRight = (db: Db, sight: Sight, author: Author, id: string, right: GiveRight): Promise<Supervisor> =>
  atFields(fieldsOf, () =>
    db.transaction(author, async (tx) => {
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
      const before = await openRight(tx, sight, id, version);
      refusePast(sight, right);
      if (right.validFrom <= before.validFrom) await supervisors.deleteRight(tx, id);
      else if (before.validUntil === null || before.validUntil >= right.validFrom)
        await supervisors.endRight(tx, id, addDays(right.validFrom, -1));
      await give(tx, sight, before.personId, right);
      return readSupervisor(tx, sight, before.personId);
    }),
  );

/** The last day of a right. What was done with it before stays as it is. */
export const endRight = (
  db: Db,
  sight: Sight,
  author: Author,
  id: string,
  { version, validUntil }: { version: number; validUntil: string },
): Promise<Supervisor> =>
  atFields(fieldsOf, () =>
    db.transaction(author, async (tx) => {
      const right = await openRight(tx, sight, id, version);
      if (validUntil < right.validFrom) throw invalidInput([{ pointer: '/validUntil', code: 'before-start' }]);
      // Until yesterday is the soonest: it is over from today on.
      if (validUntil < addDays(sight.today, -1)) throw invalidInput([{ pointer: '/validUntil', code: 'in-the-past' }]);
      await refuseOverlap(tx, right.personId, { ...right, validUntil }, { at: '', field: 'validUntil', besides: id });
      await supervisors.endRight(tx, id, validUntil);
      return readSupervisor(tx, sight, right.personId);
    }),
  );

/** Takes back a right that has not been of use yet. */
export const takeBackRight = (db: Db, sight: Sight, author: Author, id: string, version: number): Promise<Supervisor> =>
  db.transaction(author, async (tx) => {
    const right = await openRight(tx, sight, id, version);
    if (right.validFrom < sight.today) throw new Problem('right-has-begun');
    await supervisors.deleteRight(tx, id);
    return readSupervisor(tx, sight, right.personId);
  });

/** A right in this version that is not over. A substitute's is the supervisor's own to give and to end. */
async function openRight(tx: Transaction, sight: Sight, id: string, version: number): Promise<SupervisorRight> {
  const right = await supervisors.lockRight(tx, id);
  if (!right) throw new Problem('not-found');
  if (right.version !== version) throw await changedSince(tx, right.personId, right, 'supervisor-right');
  if (right.onBehalfOf !== null) throw new Problem('not-allowed');
  if (right.validUntil !== null && right.validUntil < sight.today) throw new Problem('right-is-over');
  return right;
}

async function give(
  tx: Transaction,
  sight: Sight,
  personId: string,
  right: GiveRight,
  { at } = { at: '' },
): Promise<void> {
  refusePast(sight, right, at);
  await refuseOverlap(tx, personId, right, { at, field: 'validFrom', besides: null });
  await supervisors.insertRight(tx, personId, right);
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
