import { passwordsBy } from '#api/features/accounts/passwords';
import type { Db } from '#api/kit/database';
import { benchPassword } from './fill.ts';

/** Registrars, each of an organisation of their own where they register everybody's hours. */
export const registrars = { count: 16, employeesEach: 300 };

export async function fillRegistrars(db: Db): Promise<void> {
  const passwordHash = await passwordsBy().hash(benchPassword);
  for (const statement of statements(passwordHash)) await db.pool.query(statement);
}

const statements = (passwordHash: string): string[] => [
  `INSERT INTO organisation (name, city) SELECT 'Registered ' || n, 'City' FROM generate_series(1, ${registrars.count}) n`,
  `INSERT INTO person (first_name, last_name) SELECT 'Registrar', n::text FROM generate_series(1, ${registrars.count}) n`,
  `INSERT INTO account (person_id, email, password_hash, role, status)
   SELECT id, 'registrar-' || last_name || '@bench.example', '${passwordHash}', 'supervisor', 'active' FROM person WHERE first_name = 'Registrar'`,
  `INSERT INTO supervisor_right (person_id, organisation_id, may_approve, may_register, valid_from)
   SELECT p.id, o.id, false, true, '2020-01-01' FROM person p JOIN organisation o ON o.name = 'Registered ' || p.last_name WHERE p.first_name = 'Registrar'`,
  `INSERT INTO person (first_name, last_name) SELECT 'Worker', lpad(n::text, 5, '0') FROM generate_series(1, ${registrars.count * registrars.employeesEach}) n`,
  `INSERT INTO employee (person_id, personnel_number) SELECT id, 'R' || last_name FROM person WHERE first_name = 'Worker'`,
  `INSERT INTO placement (employee_id, organisation_id, function_name, starts_on, planned_minutes, hours_by)
   SELECT e.id, o.id, 'Orderpicker', '2020-01-01', 2400, 'supervisor' FROM employee e JOIN person p ON p.id = e.person_id
     JOIN organisation o ON o.name = 'Registered ' || (1 + (p.last_name::int - 1) / ${registrars.employeesEach}) WHERE p.first_name = 'Worker'`,
];
