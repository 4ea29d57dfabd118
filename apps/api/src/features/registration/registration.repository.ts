import type { PlacementSummary } from '@konnekt/shared/placements/placement.schema';
import type { RegistrationRefusal, RegistrationRow } from '@konnekt/shared/registration/registration.contract';
import type { LineChanges, NumberedLine } from '@konnekt/shared/worksheets/worksheet.lines';
import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import type { WorksheetStatus } from '@konnekt/shared/worksheets/worksheet.status';
import type { HourLine, HourLineInput } from '@konnekt/shared/worksheets/worksheet-line.schema';
import {
  fillsIn,
  judgedAnew,
  linesJson,
  overWhatTheySaid,
  placementJson,
  recordEvents,
  sentBeside,
  turnsTaken,
} from '#api/features/worksheets/worksheet.service';
import { hourTypesJson, type KnownHourType } from '#api/kit/catalogue';
import { isOpen, runsBetween } from '#api/kit/conditions';
import type { Db } from '#api/kit/database';
import { noSql, type Sql, sql } from '#api/kit/sql';
import { organisationsOf, type Sight } from '#api/kit/visibility';

type PeriodKey = { type: string; year: number; number: number };
export type RegisteredSheet = {
  id: string;
  version: number;
  reference: number;
  sequence: number;
  status: WorksheetStatus;
  lines: HourLine[];
  remark: string | null;
  totalMinutes: number;
  returned: { reason: string; by: string; at: string; isAsItWas: boolean } | null;
};

/** A placement of the period, with its worksheets by sequence number and the lines of the period before. */
export interface RegistrationPlace {
  placement: PlacementSummary;
  isOwn: boolean;
  /** Who filled in the period, if somebody did. */
  filledBy: Worksheet['filledBy'] | null;
  needsBudgetNumber: boolean;
  sheets: RegisteredSheet[];
  previousLines: RegistrationRow['previousLines'];
}

/**
 * The flexible placements that run in a period, in the organisations where this supervisor may register today, by name.
 * Worksheets that employees fill in themselves stay out: the placement is seen, its hours are not.
 */
export function listPlaces(
  db: Db,
  sight: Sight,
  period: PeriodKey & { startsOn: string; endsOn: string },
  before: PeriodKey,
  organisationId: string | undefined,
): Promise<RegistrationPlace[]> {
  const sheets = (of: PeriodKey, what: Sql) => sql`
    (SELECT ${what} FROM worksheet w JOIN period pe ON pe.id = w.period_id
      WHERE w.placement_id = p.id AND w.filled_by = 'supervisor'
        AND pe.type = ${of.type} AND pe.year = ${of.year}::int AND pe.number = ${of.number}::int`;
  return db.query<RegistrationPlace>(sql`
    SELECT ${placementJson} AS placement, e.person_id = ${sight.actor.personId}::uuid AS "isOwn",
           o.requires_budget_number AS "needsBudgetNumber",
           (SELECT w.filled_by FROM worksheet w JOIN period pe ON pe.id = w.period_id WHERE w.placement_id = p.id AND w.sequence = 1
               AND pe.type = ${period.type} AND pe.year = ${period.year}::int AND pe.number = ${period.number}::int) AS "filledBy",
           ${sheets(
             period,
             sql`coalesce(json_agg(json_build_object('id', w.id, 'version', w.version, 'reference', w.reference, 'sequence', w.sequence,
               'status', w.status, 'remark', w.remark, 'totalMinutes', w.total_minutes, 'lines', ${linesJson},
               'returned', CASE WHEN w.status = 'declined' THEN (
                 SELECT json_build_object('isAsItWas', v.version = w.version, 'reason', v.reason, 'by', v.actor_name, 'at', to_char(v.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
                   FROM worksheet_event v WHERE v.worksheet_id = w.id AND v.action IN ('refuse', 'decline') ORDER BY v.id DESC LIMIT 1) END)
               ORDER BY w.sequence), '[]')`,
           )}) AS sheets,
           coalesce(${sheets(before, linesJson)} AND w.sequence = 1), '[]') AS "previousLines"
      FROM placement p
      JOIN employee e ON e.id = p.employee_id
      JOIN organisation o ON o.id = p.organisation_id
     WHERE p.organisation_id IN ${organisationsOf(sight, 'may_register')}
       AND p.basis = 'flexible' AND p.period_type = ${period.type}
       AND ${runsBetween(sql`${period.startsOn}::date`, sql`${period.endsOn}::date`)}
       AND (${organisationId ?? null}::uuid IS NULL OR p.organisation_id = ${organisationId ?? null}::uuid)
     ORDER BY p.employee_sort_name, p.id`);
}

export interface RegistrationFrame {
  periodTypes: ('week' | 'four-weeks' | 'month')[];
  organisations: { id: string; name: string; periodTypes: RegistrationFrame['periodTypes'] }[];
  hourTypes: KnownHourType[];
  weekFiftyThree: 'long-last-period' | 'separate-week';
  approveByWeekday: number;
  paidOnWeekday: number;
  lastApproval: boolean;
  standsOutFrom: { plannedMinutes: number; previousMinutes: number };
  warningLimits: Record<string, number>;
}

/** What the screen's choices hold: where this supervisor may register today, and for which kinds of period. */
export async function readFrame(db: Db, sight: Sight): Promise<RegistrationFrame> {
  const mine = organisationsOf(sight, 'may_register');
  const [frame] = await db.query<RegistrationFrame>(sql`
    SELECT a.week_fifty_three AS "weekFiftyThree", a.last_approval AS "lastApproval", a.approve_by_weekday AS "approveByWeekday",
           a.paid_on_weekday AS "paidOnWeekday", ${hourTypesJson} AS "hourTypes", a.warning_limits AS "warningLimits",
           json_build_object('plannedMinutes', a.stands_out_from_planned_minutes,
                             'previousMinutes', a.stands_out_from_previous_minutes) AS "standsOutFrom",
           (SELECT coalesce(json_agg(json_build_object('id', o.id, 'name', o.name, 'periodTypes', ${kindsIn(sql`(o.id)`)}) ORDER BY o.name), '[]')
              FROM organisation o WHERE o.id IN ${mine}) AS organisations,
           ${kindsIn(mine)} AS "periodTypes"
      FROM agency a`);
  if (!frame) throw new Error('The agency has no settings row');
  return frame;
}

/** The kinds of period in which hours are registered there. */
const kindsIn = (organisations: Sql): Sql => sql`
  (SELECT coalesce(json_agg(kind.type ORDER BY kind.n), '[]')
     FROM (VALUES (1, 'week'), (2, 'four-weeks'), (3, 'month')) AS kind (n, type)
    WHERE EXISTS (SELECT FROM placement p WHERE p.organisation_id IN ${organisations} AND p.basis = 'flexible'
                     AND p.hours_by = 'supervisor' AND p.period_type = kind.type))`;

/** A placement that rows are registered for, as far as this supervisor sees it. */
export interface RegisterPlace {
  placement: PlacementSummary;
  isOwn: boolean;
  needsBudgetNumber: boolean;
  /** What was sent of it in the period, and on the days next to it. */
  sent: HourLineInput[];
}
export function findPlaces(
  db: Db,
  sight: Sight,
  placementIds: string[],
  { startsOn, endsOn }: { startsOn: string; endsOn: string },
): Promise<RegisterPlace[]> {
  const sent = sentBeside({ placementId: sql`p.id`, startsOn: sql`${startsOn}::date`, endsOn: sql`${endsOn}::date` });
  return db.query<RegisterPlace>(sql`
    SELECT ${placementJson} AS placement, e.person_id = ${sight.actor.personId}::uuid AS "isOwn",
           o.requires_budget_number AS "needsBudgetNumber", ${sent} AS sent
      FROM placement p
      JOIN employee e ON e.id = p.employee_id
      JOIN organisation o ON o.id = p.organisation_id
     WHERE p.id = ANY(${placementIds}::uuid[]) AND p.organisation_id IN ${organisationsOf(sight, 'may_register')}`);
}

/** One worksheet to write: of a placement, new (version null) or as it was read. */
export interface SheetToWrite {
  placementId: string;
  id: string;
  version: number | null;
  remark: string | null;
  workedMinutes: number;
  totalMinutes: number;
  minutesByKind: object;
  quantities: object;
  hasRemark: boolean;
  changes: LineChanges;
  /** From and until when the placement ran as the lines were judged: 'YYYY-MM-DD'. */
  placedFrom: string;
  placedUntil: string | null;
  /** Only when it is sent. */
  submissionId: string | null;
  content: string | null;
  sha256: string | null;
}
/** The lines of these worksheets, of those that this supervisor registers. */
export function findStoredLines(db: Db, sight: Sight, ids: string[]): Promise<StoredLines[]> {
  return db.query<StoredLines>(sql`
    SELECT w.id, w.version, w.last_line_number AS "lastLineNumber", ${linesJson} AS lines FROM worksheet w
     WHERE w.id = ANY(${ids}::uuid[]) AND ${fillsIn(sight)}`);
}
export interface StoredLines {
  id: string;
  version: number;
  lines: NumberedLine[];
  lastLineNumber: number;
}

export interface WrittenRow {
  placementId: string;
  id: string;
  version: number | null;
  status: WorksheetStatus;
  totalMinutes: number;
  code: RegistrationRefusal | null;
}

/**
 * Saves or sends many worksheets in one statement (and sends added hours again that came back): locks those that exist in the order of their ids, judges right, state and
 * version of each, writes the good ones with lines, sealed submission and history, and answers for every one. Two registrars of
 * the same period never write a line twice: a worksheet that another made or changed meanwhile is refused as `changed`. What is
 * written of a row goes by its place among those asked and its own verdict, never by the id that it named. Verdicts are as many as the
 * rows asked, and booleans: so the planner expects many rows and joins them by hash (plans.test.ts).
 */
export function writeSheets(
  db: Db,
  sight: Sight,
  period: PeriodKey,
  sheets: readonly SheetToWrite[],
  sentStatus: 'approved' | 'finalised' | null,
): Promise<WrittenRow[]> {
  const { actor } = sight;
  const isSent = sentStatus !== null;
  const lines = sheets.flatMap(({ changes }, n) =>
    changes.written.map((line) => ({ ...line, receiptId: line.receipt?.id ?? null, n })),
  );
  const removed = sheets.flatMap(({ changes }, n) => changes.removed.map((number) => ({ n, number })));
  const asked = sheets.map(({ changes, ...sheet }, n) => ({ ...sheet, n, lastLineNumber: changes.lastNumber }));
  const turns = sql`turns AS MATERIALIZED (
      SELECT ${turnsTaken(sql`(SELECT employee_id, "placementId" AS placement_id FROM judged WHERE is_good) good`)} AS are_taken
    ), `;
  const inTurn = isSent ? sql`AND (SELECT are_taken FROM turns)` : noSql;
  const statement = sql`
    WITH asked AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS a (
        n int, "placementId" uuid, id uuid, version int, remark text, "workedMinutes" int, "totalMinutes" int, "minutesByKind" jsonb, quantities jsonb, "hasRemark" boolean, "lastLineNumber" int,
        "submissionId" uuid, content text, sha256 text, "placedFrom" date, "placedUntil" date)
    ), placed AS MATERIALIZED (
      SELECT a.*, p.employee_id, p.organisation_id, p.hours_by, pe.id AS period_id, pe.starts_on, pe.ends_on,
             p.starts_on = a."placedFrom" AND p.ends_on IS NOT DISTINCT FROM a."placedUntil" AS runs_as_judged
        FROM asked a
        JOIN placement p ON p.id = a."placementId"
        JOIN employee e ON e.id = p.employee_id
        JOIN period pe ON pe.type = ${period.type} AND pe.year = ${period.year}::int AND pe.number = ${period.number}::int
       WHERE p.basis = 'flexible' AND p.organisation_id IN ${organisationsOf(sight, 'may_register')}
         AND e.person_id <> ${actor.personId}::uuid AND ${isOpen(sql`pe`)}
       ORDER BY p.id
         FOR NO KEY UPDATE OF p
    ), locked AS MATERIALIZED (
      SELECT w.id, w.version, w.status, w.placement_id, w.sequence, w.filled_by FROM worksheet w
       WHERE (w.placement_id, w.period_id) IN (SELECT "placementId", period_id FROM placed)
         AND (w.sequence = 1 OR w.id IN (SELECT id FROM placed))
       ORDER BY w.id
         FOR NO KEY UPDATE OF w
    ), judged AS MATERIALIZED (
      SELECT verdict.*, code IS NULL AS is_good, version IS NULL AS is_new
        FROM (SELECT a.*, p.employee_id, p.organisation_id, p.period_id, p.starts_on, p.ends_on, l.status,
                     CASE WHEN p.n IS NULL THEN 'not-yours'
                          WHEN coalesce(l.filled_by, p.hours_by) <> 'supervisor' THEN 'registered-by-employee'
                          WHEN NOT p.runs_as_judged THEN 'changed'
                          WHEN l.id IS NULL AND a.version IS NOT NULL THEN 'changed'
                          WHEN l.id IS NOT NULL AND (a.version IS NULL OR l.id <> a.id OR l.version <> a.version) THEN 'changed'
                          WHEN l.status NOT IN ('draft', 'declined') OR (l.sequence > 1 AND ${!isSent}::boolean) THEN 'wrong-state'
                     END AS code
                FROM asked a
                LEFT JOIN placed p ON p.n = a.n
                LEFT JOIN (SELECT DISTINCT ON (p.n) p.n, l.* FROM placed p JOIN locked l ON l.placement_id = p."placementId"
                            WHERE l.sequence = 1 OR l.id = p.id ORDER BY p.n, l.sequence DESC) l ON l.n = a.n) verdict
    ), ${isSent ? turns : noSql}inserted AS (
      INSERT INTO worksheet (id, placement_id, employee_id, organisation_id, period_id, period_start, period_end, filled_by, status,
                             submission_id, sent_at, first_sent_at, approved_at, remark, worked_minutes, total_minutes, minutes_by_kind, quantities, has_remark, last_line_number)
      SELECT id, "placementId", employee_id, organisation_id, period_id, starts_on, ends_on, 'supervisor', ${sentStatus ?? 'draft'},
             "submissionId", ${isSent ? sql`now(), now(), now()` : sql`NULL, NULL, NULL`}, remark, "workedMinutes", "totalMinutes", "minutesByKind", quantities, "hasRemark", "lastLineNumber"
        FROM judged WHERE is_good AND is_new ${inTurn} ORDER BY "placementId"
      ON CONFLICT (placement_id, period_id, sequence) DO NOTHING
      RETURNING id, version, status
    ), updated AS (
      UPDATE worksheet w SET version = w.version + 1, updated_at = now(), remark = j.remark, worked_minutes = j."workedMinutes",
             total_minutes = j."totalMinutes", minutes_by_kind = j."minutesByKind", quantities = j.quantities, has_remark = j."hasRemark", last_line_number = j."lastLineNumber", ${isSent ? sql`sent_at = now(), first_sent_at = coalesce(w.first_sent_at, now()), approved_at = now(),` : noSql}
             status = coalesce(${sentStatus}, w.status), submission_id = coalesce(j."submissionId", w.submission_id)
        FROM judged j WHERE w.id = j.id AND w.version = j.version AND j.is_good AND NOT j.is_new ${inTurn}
      RETURNING w.id, w.version, w.status
    ), written AS MATERIALIZED (
      SELECT j.n, w.id, w.version, w.status, j.status AS from_status, j."submissionId" AS submission_id
        FROM (SELECT id, version, status FROM inserted UNION ALL SELECT id, version, status FROM updated) w
        JOIN judged j ON j.id = w.id AND j.is_good
    ), gone AS (
      DELETE FROM hour_line l USING jsonb_to_recordset(${JSON.stringify(removed)}::jsonb) AS r (n int, number int), written
       WHERE written.n = r.n AND l.worksheet_id = written.id AND l.number = r.number
    ), lines AS (
      INSERT INTO hour_line (worksheet_id, number, hour_type_id, date, minutes, quantity, starts_at, ends_at, break_minutes, budget_number, remark, receipt_id)
      SELECT written.id, l.number, l."hourTypeId", l.date, l.minutes, l.quantity, l."startsAt", l."endsAt", l."breakMinutes", l."budgetNumber", l.remark, l."receiptId"
        FROM jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) AS l (n int, number int, "hourTypeId" uuid, date date, minutes int, quantity int,
          "startsAt" text, "endsAt" text, "breakMinutes" int, "budgetNumber" text, remark text, "receiptId" uuid)
        JOIN written ON written.n = l.n
      ${overWhatTheySaid}
    ) ${isSent ? sealed(actor.personId, actor.name, actor.role) : noSql}, recorded AS (
      ${recordEvents(sight, {
        action: sql`${isSent ? 'send' : 'save'}`,
        from: sql`written.from_status`,
        to: sql`written.status`,
        submission: sql`written.submission_id`,
        reason: sql`NULL::text`,
        source: sql`written`,
      })}
    )
    SELECT j."placementId", j.id, written.version, written.status, j."totalMinutes",
           CASE WHEN written.id IS NULL THEN coalesce(j.code, 'changed') END AS code
      FROM judged j LEFT JOIN written ON written.n = j.n ORDER BY j.n`;
  return judgedAnew(() => db.query<WrittenRow>(statement));
}

const sealed = (personId: string, name: string, role: string): Sql => sql`, sealed AS (
      INSERT INTO submission (id, worksheet_id, number, content, sha256, total_minutes, worked_minutes, sent_by_id, sent_by_name, sent_by_role)
      SELECT j."submissionId", j.id, CASE WHEN j.is_new THEN 1 ELSE 1 + (SELECT count(*) FROM submission s WHERE s.worksheet_id = j.id) END, j.content, j.sha256,
             j."totalMinutes", j."workedMinutes", ${personId}::uuid, ${name}, ${role}
        FROM judged j JOIN written USING (n)
    )`;
