import { keyForm } from '@konnekt/shared/basics/key-form';
import type { PeriodType, Week53 } from '@konnekt/shared/periods/period';
import type { Author, Transaction } from '#api/kit/database';
import { sql } from '#api/kit/sql';
import type { BroughtSheet, PastHourType } from './brought-sheet.ts';
import type { RecordValues } from './import-plan.ts';

/** Lines that were brought along, as a file says them. */
export const historyRecords = sql`
  SELECT w.id, p.id AS "placementId", p.number AS "placementNumber", pe.year, pe.number AS period, t.code AS "hourType",
         CASE t.unit WHEN 'hours' THEN l.minutes WHEN 'surcharge' THEN l.quantity END AS minutes,
         CASE WHEN t.unit NOT IN ('hours', 'surcharge') THEN l.quantity END AS quantity, l.budget_number AS "budgetNumber",
         b.invoice_number AS "invoiceNumber", b.run_number AS "runNumber"
    FROM brought_line b JOIN hour_line l ON l.worksheet_id = b.worksheet_id AND l.number = b.line_number JOIN worksheet w ON w.id = b.worksheet_id
    JOIN placement p ON p.id = w.placement_id JOIN period pe ON pe.id = w.period_id JOIN hour_type t ON t.id = l.hour_type_id`;

export interface PastPlacement {
  id: string;
  number: string;
  startsOn: string;
  endsOn: string | null;
  periodType: PeriodType;
}
/** Those of these numbers, held until the transaction ends: nobody sends hours of theirs meanwhile. */
export async function holdPastPlacements(db: Transaction, keys: string[]): Promise<Map<string, PastPlacement>> {
  const found = await db.query<PastPlacement>(sql`
    SELECT p.id, p.number, p.starts_on AS "startsOn", p.ends_on AS "endsOn", p.period_type AS "periodType"
      FROM placement p WHERE key_form(p.number) = ANY(${keys}::text[]) ORDER BY p.id FOR UPDATE OF p`);
  return new Map(found.map((one) => [keyForm(one.number), one]));
}

export const findBrought = (db: Transaction, placementIds: string[]): Promise<RecordValues[]> =>
  db.query<RecordValues>(sql`${historyRecords} WHERE p.id = ANY(${placementIds}::uuid[])`);

/** `placement year number` of every period of these placements that has hours. */
export async function findFilled(db: Transaction, placementIds: string[]): Promise<Set<string>> {
  const rows = await db.query<{ key: string }>(sql`
    SELECT DISTINCT w.placement_id || ' ' || pe.year || ' ' || pe.number AS key FROM worksheet w JOIN period pe ON pe.id = w.period_id
     WHERE w.placement_id = ANY(${placementIds}::uuid[])`);
  return new Set(rows.map(({ key }) => key));
}

export const findPastHourTypes = (db: Transaction): Promise<(PastHourType & { nameNl: string; nameEn: string })[]> =>
  db.query(
    sql`SELECT id, code, name_nl AS "nameNl", name_en AS "nameEn", kind, unit, is_worked AS "isWorked" FROM hour_type`,
  );

export async function findWeek53(db: Transaction): Promise<Week53> {
  const [agency] = await db.query<{ week53: Week53 }>(sql`SELECT week_fifty_three AS week53 FROM agency`);
  return agency?.week53 ?? 'long-last-period';
}

/** Sealed and final at once, with the step that brought them; their lines are told to be paid and invoiced elsewhere. */
export async function writeHistory(tx: Transaction, author: Author, sheets: BroughtSheet[]): Promise<void> {
  await tx.query(sql`
    WITH given AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(sheets)}::jsonb) AS x (id uuid, "placementId" uuid, type text, year int, number int,
        "submissionId" uuid, content text, sha256 text, "totalMinutes" int, "workedMinutes" int, "minutesByKind" jsonb, quantities jsonb, lines jsonb)
    ), written AS (
      INSERT INTO worksheet (id, placement_id, employee_id, organisation_id, period_id, period_start, period_end, status, filled_by, worked_minutes, total_minutes,
                             minutes_by_kind, quantities, last_line_number, submission_id, sent_at, first_sent_at, approved_at)
      SELECT g.id, p.id, p.employee_id, p.organisation_id, pe.id, pe.starts_on, pe.ends_on, 'finalised', 'staff', g."workedMinutes", g."totalMinutes",
             g."minutesByKind", g.quantities, jsonb_array_length(g.lines), g."submissionId", now(), now(), now()
        FROM given g JOIN placement p ON p.id = g."placementId"
        JOIN period pe ON pe.type = g.type AND pe.year = g.year AND pe.number = g.number
    ), lines AS (
      INSERT INTO hour_line (worksheet_id, number, hour_type_id, minutes, quantity, budget_number)
      SELECT g.id, l.number, l."hourTypeId", l.minutes, l.quantity, l."budgetNumber" FROM given g CROSS JOIN ${linesOfGiven}
    ), sealed AS (
      INSERT INTO submission (id, worksheet_id, number, content, sha256, total_minutes, worked_minutes, sent_by_id, sent_by_name, sent_by_role)
      SELECT g."submissionId", g.id, 1, g.content, g.sha256, g."totalMinutes", g."workedMinutes", ${author.personId}::uuid, ${author.name}, ${author.role}
        FROM given g
    )
    INSERT INTO worksheet_event (worksheet_id, action, from_status, to_status, version, submission_id, actor_id, actor_name, actor_role, auth_method, session_id)
    SELECT g.id, 'bring', NULL, 'finalised', 1, g."submissionId", ${author.personId}::uuid, ${author.name}, ${author.role}, 'password', ${author.sessionId}::uuid
      FROM given g`);
  await tx.query(sql`
    INSERT INTO brought_line (worksheet_id, line_number, invoice_number, run_number)
    SELECT g.id, l.number, l."invoiceNumber", l."runNumber"
      FROM jsonb_to_recordset(${JSON.stringify(sheets)}::jsonb) AS g (id uuid, lines jsonb) CROSS JOIN ${linesOfGiven}`);
}

const linesOfGiven = sql`jsonb_to_recordset(g.lines) AS l (number int, "hourTypeId" uuid, minutes int, quantity int, "budgetNumber" text,
  "invoiceNumber" text, "runNumber" text)`;
