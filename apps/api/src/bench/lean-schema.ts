import type { Db } from '#api/kit/database';

/** The states of a worksheet in the lean schema: small numbers. */
export const leanStatus = { draft: 1, submitted: 2, approved: 3, finalised: 4 } as const;

/**
 * A second copy of the filled worksheets, in a schema of its own, as lean as any design can have them: what a list shows stands in the
 * row, one index finds what waits, and there are no rights, no foreign keys and no triggers. What our own SQL is held against.
 */
export async function makeLeanSchema(db: Db): Promise<void> {
  for (const statement of statements) await db.pool.query(statement);
}

const statusNumber = `CASE w.status ${Object.entries(leanStatus)
  .map(([status, number]) => `WHEN '${status}' THEN ${number}`)
  .join(' ')} END::smallint`;

const statements = [
  `CREATE SCHEMA lean`,
  `CREATE TABLE lean.worksheet (
     id uuid NOT NULL, organisation_id uuid NOT NULL, placement_id uuid NOT NULL, employee_id uuid NOT NULL, reference int NOT NULL,
     employee_name text NOT NULL, organisation_name text NOT NULL, function_name text NOT NULL,
     period_type text NOT NULL, year int NOT NULL, number int NOT NULL, period_start date NOT NULL, period_end date NOT NULL,
     status smallint NOT NULL, version int NOT NULL, total_minutes int NOT NULL, worked_minutes int NOT NULL, planned_minutes int,
     previous_minutes int, kind_minutes int[] NOT NULL, remark text, has_remark boolean NOT NULL, sent_at timestamptz)`,
  `INSERT INTO lean.worksheet
   SELECT w.id, w.organisation_id, w.placement_id, w.employee_id, w.reference, pn.full_name, o.name, p.function_name,
          pe.type, pe.year, pe.number, w.period_start, w.period_end, ${statusNumber}, w.version, w.total_minutes, w.worked_minutes,
          p.planned_minutes, lag(w.worked_minutes) OVER (PARTITION BY w.placement_id ORDER BY w.period_start),
          ARRAY[w.total_minutes, 0, 0, 0], w.remark, w.has_remark, s.sent_at
     FROM worksheet w JOIN placement p ON p.id = w.placement_id JOIN organisation o ON o.id = w.organisation_id
     JOIN employee e ON e.id = w.employee_id JOIN person pn ON pn.id = e.person_id JOIN period pe ON pe.id = w.period_id
     LEFT JOIN submission s ON s.id = w.submission_id
    ORDER BY w.id`,
  `ALTER TABLE lean.worksheet ADD PRIMARY KEY (id)`,
  `CREATE INDEX ON lean.worksheet (organisation_id, status, period_start, id)`,
  `CREATE TABLE lean.hour_line (
     worksheet_id uuid NOT NULL, number int NOT NULL, hour_type_id uuid NOT NULL, date date, minutes int NOT NULL)`,
  `INSERT INTO lean.hour_line SELECT worksheet_id, number, hour_type_id, date, minutes FROM hour_line ORDER BY worksheet_id, number`,
  `ALTER TABLE lean.hour_line ADD PRIMARY KEY (worksheet_id, number)`,
  `CREATE TABLE lean.submission (
     worksheet_id uuid NOT NULL, number int NOT NULL, content text NOT NULL, sha256 text NOT NULL, total_minutes int NOT NULL,
     worked_minutes int NOT NULL, sent_by_name text NOT NULL, sent_at timestamptz NOT NULL DEFAULT now())`,
  `INSERT INTO lean.submission SELECT worksheet_id, number, content, sha256, total_minutes, worked_minutes, sent_by_name, sent_at
     FROM submission ORDER BY worksheet_id, number`,
  `ALTER TABLE lean.submission ADD PRIMARY KEY (worksheet_id, number)`,
  `CREATE TABLE lean.event (
     worksheet_id uuid NOT NULL, id bigint NOT NULL GENERATED ALWAYS AS IDENTITY, action text NOT NULL, from_status smallint,
     to_status smallint NOT NULL, version int NOT NULL, actor_id uuid NOT NULL, actor_name text NOT NULL, at timestamptz NOT NULL DEFAULT now())`,
  `INSERT INTO lean.event (worksheet_id, action, to_status, version, actor_id, actor_name, at)
   SELECT worksheet_id, action, ${leanStatus.draft}, version, actor_id, actor_name, at FROM worksheet_event ORDER BY worksheet_id, version`,
  `ALTER TABLE lean.event ADD PRIMARY KEY (worksheet_id, id)`,
];
