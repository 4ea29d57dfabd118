import { hashPassword } from '#api/features/accounts/passwords';
import { type Db, sql } from '#api/plugins/database';
import { benchPassword } from './fill.ts';
import type { Account, Work } from './scenarios.ts';

/** Registrars, each of an organisation of their own where they register everybody's hours. */
export const registrars = { count: 16, employeesEach: 300 };

/** Adds the registrars and their people to a filled database, once. */
export async function fillRegistrars(db: Db): Promise<void> {
  const filled = await db.query(sql`SELECT 1 FROM organisation WHERE name = 'Registered 1'`);
  if (filled.length > 0) return;
  const passwordHash = await hashPassword(benchPassword);
  for (const statement of statements(passwordHash)) await db.pool.query(statement);
}

/**
 * Batch n is a week that nobody registered yet, of registrar n mod 16: `ids` are its placements, and `versions` holds how many
 * weeks it lies back. What an earlier run registered is gone without a trace.
 */
export async function resetRegistration(db: Db, count: number, accounts: Account[]): Promise<Work[]> {
  await clearRegistered(db);
  const { rows } = await db.pool.query<{ person: string; ids: string[] }>(
    `SELECT r.person_id AS person, array_agg(p.id ORDER BY p.id) AS ids FROM supervisor_right r JOIN placement p USING (organisation_id)
      WHERE r.person_id = ANY($1::uuid[]) GROUP BY 1`,
    [accounts.map(({ personId }) => personId)],
  );
  const idsOf = new Map(rows.map(({ person, ids }) => [person, ids]));
  return Array.from({ length: count }, (_, n): Work => {
    const account = accounts[n % accounts.length] as Account; // n mod their number
    return { n, account, ids: idsOf.get(account.personId) ?? [], versions: [Math.floor(n / accounts.length)] };
  });
}

/** Append-only tables refuse a removal; as a replica would, nothing of that is asked. */
export async function clearRegistered(db: Db): Promise<void> {
  const client = await db.pool.connect();
  try {
    await client.query(`BEGIN`);
    await client.query(`SET LOCAL session_replication_role = replica`);
    await client.query(
      `CREATE TEMP TABLE gone ON COMMIT DROP AS SELECT w.id FROM worksheet w JOIN organisation o ON o.id = w.organisation_id WHERE o.name LIKE 'Registered %'`,
    );
    for (const table of ['worksheet_event', 'submission', 'hour_line'])
      await client.query(`DELETE FROM ${table} WHERE worksheet_id IN (SELECT id FROM gone)`);
    const { rowCount } = await client.query(`DELETE FROM worksheet WHERE id IN (SELECT id FROM gone)`);
    await client.query(`COMMIT`);
    if (rowCount) await client.query(`VACUUM ANALYZE worksheet, hour_line, submission, worksheet_event`);
  } finally {
    client.release();
  }
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
  `VACUUM ANALYZE`,
];
