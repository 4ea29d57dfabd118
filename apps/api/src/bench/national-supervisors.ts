import { passwordsBy } from '#api/features/accounts/passwords';
import type { Db } from '#api/kit/database';
import { benchPassword } from './fill.ts';

/** Supervisors of a chain with branches everywhere: half of them in each hundred of the organisations. */
const nationals = { count: 16, organisationsEach: 100 };

export async function fillNationals(db: Db): Promise<void> {
  const passwordHash = await passwordsBy().hash(benchPassword);
  for (const statement of statements(passwordHash)) await db.pool.query(statement);
}

const statements = (passwordHash: string): string[] => [
  `INSERT INTO person (first_name, last_name) SELECT 'National', n::text FROM generate_series(1, ${nationals.count}) n`,
  `INSERT INTO account (person_id, email, password_hash, role, status)
   SELECT id, 'national-' || last_name || '@bench.example', '${passwordHash}', 'supervisor', 'active' FROM person WHERE first_name = 'National'`,
  `INSERT INTO supervisor_right (person_id, organisation_id, may_approve, valid_from)
   SELECT p.id, o.id, true, '2020-01-01' FROM person p
     JOIN (SELECT id, (row_number() OVER (ORDER BY id) - 1)::int AS n FROM organisation WHERE name LIKE 'Organisation %') o
       ON o.n / ${nationals.organisationsEach} = p.last_name::int % 2
    WHERE p.first_name = 'National'`,
];
