import { passwordsBy } from '#api/features/accounts/passwords';
import { ensurePeriods } from '#api/features/periods/period.repository';
import type { Db } from '#api/kit/database';

export const benchPassword = 'bench-password';

export interface FillSize {
  /** 200 at least: supervisors and their organisations are laid over the first 200. */
  organisations: number;
  employeesEach: number;
  /** 13 at least: some tasks work on twelve weeks before the last. */
  weeks: number;
}
export const sizes = {
  /** 260,000 worksheets and 1.3 million hour lines. */
  usual: { organisations: 200, employeesEach: 25, weeks: 52 },
  /** 2.6 million worksheets; whoever asks has no more to see than in the usual size. */
  tenTimes: { organisations: 2000, employeesEach: 25, weeks: 52 },
  /** 12,800 worksheets, to try the bench itself. */
  trial: { organisations: 200, employeesEach: 4, weeks: 16 },
} satisfies Record<string, FillSize>;

/** The last Monday of the bench's year; its clock stands still there. */
export const LAST_MONDAY = '2026-11-16';

/**
 * Fills a migrated, empty database by set-based SQL. The last week is being filled in, the one before waits, the others are finalised.
 * Whatever a new column of a worksheet, its lines or history needs is given here.
 */
export async function fill(db: Db, size: FillSize): Promise<void> {
  await ensurePeriods(db, new Date(`${LAST_MONDAY}T12:00:00Z`));
  const passwordHash = await passwordsBy().hash(benchPassword);
  const client = await db.pool.connect();
  try {
    for (const statement of statements(passwordHash, size)) await client.query(statement);
  } finally {
    client.release();
  }
}

const statements = (passwordHash: string, size: FillSize): string[] => [
  `INSERT INTO agency (name, helpdesk_phone, helpdesk_email) VALUES ('Bench', '-', '-')`,
  `INSERT INTO hour_type (code, name_nl, name_en, kind, bill_share_bp, pay_share_bp, sort_order)
   VALUES ('N100', 'Normale uren', 'Normal hours', 'normal', 10000, 10000, 1), ('O125', 'Overuren', 'Overtime', 'overtime', 12500, 12500, 2),
          ('VAC', 'Verlof', 'Leave', 'leave', 0, 10000, 3), ('SCK', 'Ziek', 'Sick', 'sick', 0, 7000, 4)`,
  `INSERT INTO organisation (name, city) SELECT 'Organisation ' || n, 'City' FROM generate_series(1, ${size.organisations}) n`,
  // Employees, then supervisors: numbers in the last name tell them apart.
  `INSERT INTO person (first_name, last_name) SELECT 'Employee', lpad(n::text, 5, '0') FROM generate_series(1, ${size.organisations * size.employeesEach}) n`,
  `INSERT INTO employee (person_id, personnel_number) SELECT id, last_name FROM person`,
  `INSERT INTO person (first_name, last_name) SELECT 'Supervisor', lpad(n::text, 5, '0') FROM generate_series(1, 125) n`,
  `INSERT INTO account (person_id, email, password_hash, role, status)
   SELECT id, lower(first_name) || '-' || last_name::int || '@bench.example', '${passwordHash}', lower(first_name), 'active' FROM person`,
  // Supervisors 1–100 have two organisations each; 101–125, of a region, have eight.
  `INSERT INTO supervisor_right (person_id, organisation_id, may_approve, valid_from)
   SELECT p.id, o.id, true, '2020-01-01' FROM person p
     JOIN (SELECT id, (row_number() OVER (ORDER BY id) - 1)::int AS n FROM organisation) o
       ON CASE WHEN p.last_name::int <= 100 THEN o.n / 2 = p.last_name::int - 1 ELSE o.n / 8 = p.last_name::int - 101 END
    WHERE p.first_name = 'Supervisor'`,
  `INSERT INTO placement (employee_id, organisation_id, function_name, starts_on, planned_minutes)
   SELECT e.id, o.id, 'Orderpicker', '2020-01-01', 2400 FROM employee e
     JOIN (SELECT id, (row_number() OVER (ORDER BY id) - 1)::int AS n FROM organisation) o ON o.n = (e.personnel_number::int - 1) / ${size.employeesEach}`,
  `ALTER TABLE worksheet DISABLE TRIGGER ALL`,
  `ALTER TABLE hour_line DISABLE TRIGGER ALL`,
  `ALTER TABLE submission DISABLE TRIGGER ALL`,
  `ALTER TABLE worksheet_event DISABLE TRIGGER ALL`,
  `CREATE TEMP TABLE weeks AS SELECT *, row_number() OVER (ORDER BY starts_on) AS n
     FROM (SELECT * FROM period WHERE type = 'week' AND starts_on <= '${LAST_MONDAY}' ORDER BY starts_on DESC LIMIT ${size.weeks}) latest`,
  `INSERT INTO worksheet (placement_id, employee_id, organisation_id, period_id, period_start, period_end, status, version, filled_by, worked_minutes, total_minutes, minutes_by_kind, submission_id, sent_at, first_sent_at, approved_at)
   SELECT p.id, p.employee_id, p.organisation_id, w.id, w.starts_on, w.ends_on,
          CASE WHEN w.n = ${size.weeks} THEN 'draft' WHEN w.n = ${size.weeks - 1} THEN 'submitted' ELSE 'finalised' END,
          CASE WHEN w.n = ${size.weeks} THEN 1 WHEN w.n = ${size.weeks - 1} THEN 2 ELSE 4 END, 'employee', 2400, 2400, '{"normal": 2400}',
          CASE WHEN w.n < ${size.weeks} THEN uuid_v7() END, CASE WHEN w.n < ${size.weeks} THEN w.ends_on + time '12:00' END,
          CASE WHEN w.n < ${size.weeks} THEN w.ends_on + time '12:00' END, CASE WHEN w.n < ${size.weeks - 1} THEN now() END
     FROM weeks w CROSS JOIN placement p ORDER BY w.n`,
  `INSERT INTO hour_line (worksheet_id, number, hour_type_id, date, minutes)
   SELECT w.id, d + 1, (SELECT id FROM hour_type WHERE code = 'N100'), w.period_start + d, 480 FROM worksheet w CROSS JOIN generate_series(0, 4) d`,
  `INSERT INTO submission (id, worksheet_id, number, content, sha256, total_minutes, worked_minutes, sent_by_id, sent_by_name, sent_by_role, sent_at)
   SELECT w.submission_id, w.id, 1, content, encode(sha256(content::bytea), 'hex'), 2400, 2400, e.person_id, 'Employee', 'employee', w.period_end + time '12:00'
     FROM worksheet w JOIN employee e ON e.id = w.employee_id
    CROSS JOIN LATERAL (SELECT json_build_object('worksheetId', w.id, 'placementId', w.placement_id, 'remark', NULL, 'lines',
      (SELECT json_agg(json_build_object('number', d + 1, 'hourType', 'N100', 'date', w.period_start + d, 'minutes', 480, 'startsAt', NULL, 'endsAt', NULL,
        'breakMinutes', NULL, 'budgetNumber', NULL, 'remark', NULL)) FROM generate_series(0, 4) d))::text AS content) c
    WHERE w.submission_id IS NOT NULL`,
  `INSERT INTO worksheet_event (worksheet_id, action, from_status, to_status, version, submission_id, actor_id, actor_name, actor_role, auth_method)
   SELECT w.id, s.action, s.from_status, s.to_status, s.version, CASE WHEN s.version > 1 THEN w.submission_id END,
          CASE WHEN s.version > 2 THEN (SELECT id FROM person WHERE first_name = 'Supervisor' ORDER BY last_name LIMIT 1) ELSE e.person_id END,
          'Somebody', CASE WHEN s.version > 2 THEN 'supervisor' ELSE 'employee' END, 'password'
     FROM worksheet w JOIN employee e ON e.id = w.employee_id
     JOIN (VALUES ('save', NULL, 'draft', 1), ('send', 'draft', 'submitted', 2), ('approve', 'submitted', 'approved', 3), ('finalise', 'approved', 'finalised', 4))
       AS s (action, from_status, to_status, version) ON s.version <= w.version
    ORDER BY w.id, s.version`,
  `ALTER TABLE worksheet ENABLE TRIGGER ALL`,
  `ALTER TABLE hour_line ENABLE TRIGGER ALL`,
  `ALTER TABLE submission ENABLE TRIGGER ALL`,
  `ALTER TABLE worksheet_event ENABLE TRIGGER ALL`,
];
