import type { FieldProblem } from '@konnekt/shared/basics/problem';
import { reasonNotBorn } from '@konnekt/shared/employees/employee.rules';
import type { Employee, EmployeeFields } from '@konnekt/shared/employees/employee.schema';
import { tellOldAddresses } from '#api/features/accounts/account-notes';
import type { Author, Db, Transaction } from '#api/kit/database';
import { refuseKnown } from '#api/kit/known-people';
import { accountFields, insertPerson, updatePerson, writeAccount } from '#api/kit/person-record';
import { invalidInput, Problem } from '#api/kit/problem';
import { atFields, changedSince } from '#api/kit/records';
import type { Sight } from '#api/kit/visibility';
import * as employees from './employee.repository.ts';

// What other features may use.
export { insertEmployee, matchingEmployees } from './employee.repository.ts';

const fieldsOf: Record<string, FieldProblem> = {
  ...accountFields,
  employee_personnel_number_key: { pointer: '/personnelNumber', code: 'taken' },
  employee_personnel_number_form: { pointer: '/personnelNumber', code: 'taken' },
};

export async function readEmployee(db: Transaction, sight: Sight, id: string): Promise<Employee> {
  const found = await employees.findEmployee(db, sight, id);
  if (!found) throw new Problem('not-found');
  return found;
}

/** Person, employee and, with an e-mail address, an account that waits to be invited: all or nothing. */
export const createEmployee = (
  db: Db,
  sight: Sight,
  author: Author,
  fields: EmployeeFields & { isAnother: boolean },
): Promise<Employee> =>
  atFields(fieldsOf, () =>
    db.transaction(author, async (tx) => {
      refuseOddBirths(fields, sight.today);
      const { email, language } = fields;
      await refuseKnown(tx, sight, fields);
      const personId = await insertPerson(tx, fields);
      const id = await employees.insertEmployee(tx, personId, fields);
      if (email !== null) await writeAccount(tx, sight, personId, { email, language, role: 'employee' });
      return readEmployee(tx, sight, id);
    }),
  );

export const saveEmployee = (
  db: Db,
  sight: Sight,
  author: Author,
  id: string,
  { version, ...fields }: EmployeeFields & { version: number },
): Promise<Employee> =>
  atFields(fieldsOf, () =>
    db.transaction(author, async (tx) => {
      refuseOddBirths(fields, sight.today);
      const { email, language } = fields;
      const { personId, accountId, email: before } = await readEmployee(tx, sight, id);
      if (!(await updatePerson(tx, personId, version, fields)))
        throw await changedSince(tx, personId, await readEmployee(tx, sight, id));
      await employees.updateEmployee(tx, id, fields);
      // Somebody who logs in cannot be without an address: blocking is another act.
      if (email === null && accountId !== null)
        throw invalidInput([{ pointer: '/email', code: 'account-needs-email' }]);
      if (email !== null) await writeAccount(tx, sight, personId, { email, language, role: 'employee' });
      await tellOldAddresses(tx, [{ personId, email: before }]);
      return readEmployee(tx, sight, id);
    }),
  );

export function refuseOddBirths({ birthDate }: Pick<EmployeeFields, 'birthDate'>, today: string): void {
  const code = birthDate === null ? undefined : reasonNotBorn(birthDate, today);
  if (code) throw invalidInput([{ pointer: '/birthDate', code }]);
}
