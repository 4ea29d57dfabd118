import type { Employee } from '@konnekt/shared/employees/employee.schema';
import type { Supervisor } from '@konnekt/shared/supervisors/supervisor.schema';
import { insertEmployee, readEmployee, refuseOddBirths } from '#api/features/employees/employee.service';
import { readSupervisor } from '#api/features/supervisors/supervisor.service';
import type { Author, Db, Transaction } from '#api/kit/database';
import { Problem } from '#api/kit/problem';
import { atFields, changedSince } from '#api/kit/records';
import type { Sight } from '#api/kit/visibility';
import * as roles from './role.repository.ts';

/** A supervisor who works for the agency too: one person with one account. */
export const makeEmployee = (
  db: Db,
  sight: Sight,
  author: Author,
  personId: string,
  { version, ...fields }: { version: number; personnelNumber: string; birthDate: string | null },
): Promise<Employee> =>
  atFields({ employee_personnel_number_form: taken, employee_personnel_number_key: taken }, () =>
    db.transaction(author, async (tx) => {
      refuseOddBirths(fields, sight.today);
      await raise(tx, sight, personId, version, { employee: false });
      const none = { street: null, postcode: null, city: null, country: 'NL', notes: null };
      return readEmployee(tx, sight, await insertEmployee(tx, personId, { ...fields, ...none }));
    }),
  );
const taken = { pointer: '/personnelNumber', code: 'taken' };

/** Only who was never placed: placements are kept. */
export const stopWorking = (
  db: Db,
  sight: Sight,
  author: Author,
  personId: string,
  version: number,
): Promise<Supervisor> =>
  db.transaction(author, async (tx) => {
    await raise(tx, sight, personId, version, { employee: true });
    if (!(await roles.removeEmployee(tx, personId))) throw new Problem('has-placements');
    return readSupervisor(tx, sight, personId);
  });

/** An employee goes on with their own hours alone. */
export const stopSupervising = (
  db: Db,
  sight: Sight,
  author: Author,
  personId: string,
  version: number,
): Promise<Employee> =>
  db.transaction(author, async (tx) => {
    await raise(tx, sight, personId, version, { employee: true });
    await roles.endSupervising(tx, personId, sight.today);
    const employeeId = await roles.findEmployeeOf(tx, personId);
    if (!employeeId) throw new Problem('not-found');
    return readEmployee(tx, sight, employeeId);
  });

/** Holds the person until the transaction ends, as whoever gives rights does. */
async function raise(
  tx: Transaction,
  sight: Sight,
  personId: string,
  version: number,
  has: { employee: boolean },
): Promise<void> {
  if (await roles.raisePersonVersion(tx, personId, version, has)) return;
  const now = await readSupervisor(tx, sight, personId);
  if (now.version !== version) throw await changedSince(tx, personId, now);
  throw new Problem('wrong-state');
}
