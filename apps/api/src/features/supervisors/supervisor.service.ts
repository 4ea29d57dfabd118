import type { GiveRight, Supervisor, SupervisorFields } from '@konnekt/shared/supervisors/supervisor.schema';
import { tellOldAddresses } from '#api/features/accounts/account-notes';
import type { Author, Db } from '#api/kit/database';
import { refuseKnown } from '#api/kit/known-people';
import { insertPerson, updatePerson, writeAccount } from '#api/kit/person-record';
import { atFields, changedSince } from '#api/kit/records';
import type { Sight } from '#api/kit/visibility';
import * as supervisors from './supervisor.repository.ts';
import { fieldsOf, readSupervisor } from './supervisor-record.service.ts';
import { give } from './supervisor-right.service.ts';

export { deleteRight, insertRight, matchingSupervisors, rememberBefore, setLastDay } from './supervisor.repository.ts';
// What other features may use.
export { readSupervisor } from './supervisor-record.service.ts';

/** Person, account that waits to be invited, and rights: all or nothing. */
export const createSupervisor = (
  db: Db,
  sight: Sight,
  author: Author,
  { rights, ...fields }: SupervisorFields & { rights: GiveRight[]; isAnother: boolean },
): Promise<Supervisor> =>
  atFields(fieldsOf, () =>
    db.transaction(author, async (tx) => {
      await refuseKnown(tx, sight, fields);
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
      const { email: before } = await readSupervisor(tx, sight, id);
      if (!(await updatePerson(tx, id, version, fields)))
        throw await changedSince(tx, id, await supervisors.findSupervisor(tx, sight, id));
      await writeAccount(tx, sight, id, { ...fields, role: 'supervisor' });
      await tellOldAddresses(tx, [{ personId: id, email: before }]);
      return readSupervisor(tx, sight, id);
    }),
  );
