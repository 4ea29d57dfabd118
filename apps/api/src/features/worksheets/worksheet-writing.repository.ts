import { isOffice } from '@konnekt/shared/basics/actor';
import type { HourType } from '@konnekt/shared/hour-types/hour-type.schema';
import type { PlacementSummary } from '@konnekt/shared/placements/placement.schema';
import type { LineChanges, NumberedLine } from '@konnekt/shared/worksheets/worksheet.lines';
import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import type { WorksheetStatus } from '@konnekt/shared/worksheets/worksheet.status';
import { isOpen, isOpenPeriod } from '#api/kit/conditions';
import type { Db, Transaction } from '#api/kit/database';
import { noSql, type Sql, sql } from '#api/kit/sql';
import { organisationsOf, type Sight, worksheetInSight } from '#api/kit/visibility';
import { approvedAt, enters, fillsIn, waitsFor } from './worksheet-conditions.repository.ts';
import { judgedAnew, recordEvents } from './worksheet-decision.repository.ts';

/** The lines and remark of a worksheet, with the sums that go with them. */
export interface WorksheetContent {
  changes: LineChanges;
  remark: string | null;
  workedMinutes: number;
  totalMinutes: number;
  minutesByKind: Partial<Record<HourType['kind'], number>>;
  quantities: Partial<Record<HourType['unit'], number>>;
  hasRemark: boolean;
}
/** A sealed copy to be: see worksheet.seal.ts. */
export interface Seal {
  content: string;
  sha256: string;
}
interface NewWorksheet {
  placement: PlacementSummary;
  period: Worksheet['period'];
  filledBy: Worksheet['filledBy'];
  content: WorksheetContent;
}

/**
 * A new draft with its lines and history, by who may fill it in; nothing for a period that is closed or not kept (see
 * ensurePeriods). Throws on a doubled key (23505) when there is one already.
 */
export async function insertDraft(db: Db, sight: Sight, worksheet: NewWorksheet): Promise<string | undefined> {
  const { placement, period, content, filledBy } = worksheet;
  const [written] = await judgedAnew(() =>
    db.query<{ id: string }>(sql`
    WITH written AS (
      INSERT INTO worksheet (placement_id, employee_id, organisation_id, period_id, period_start, period_end, filled_by,
                             remark, worked_minutes, total_minutes, minutes_by_kind, quantities, has_remark, last_line_number)
      SELECT p.id, p.employee_id, p.organisation_id, pe.id, pe.starts_on, pe.ends_on,
             ${filledBy}, ${content.remark}, ${sums(content)}
        FROM placement p JOIN period pe ON pe.type = ${period.type} AND pe.year = ${period.year}::int AND pe.number = ${period.number}::int
       WHERE p.id = ${placement.id}::uuid AND p.basis = 'flexible' AND ${filledBy} IN (p.hours_by, 'staff') AND ${isOpen(sql`pe`)}
         AND ${mayStart(sight)}
      RETURNING id, version
    ), lines AS (${insertLines(content.changes, sql`written`)}), recorded AS (
      ${recordEvents(sight, { action: sql`'save'`, from: sql`NULL::text`, to: sql`'draft'`, submission: sql`NULL::uuid`, reason: sql`NULL::text`, source: sql`written` })}
    )
    SELECT id FROM written`),
  );
  return written?.id;
}

/** A step that was made, as it stands in the history. */
export interface MadeStep {
  eventId: string;
  at: string;
}

/** Writes what changed of lines and remark, if the worksheet is still open for entry in this version; nothing when it is not. */
export async function saveContent(
  db: Db,
  sight: Sight,
  id: string,
  version: number,
  content: WorksheetContent,
): Promise<MadeStep | undefined> {
  const [step] = await judgedAnew(() =>
    db.query<MadeStep>(sql`
    WITH written AS (
      UPDATE worksheet w SET version = w.version + 1, updated_at = now(), remark = ${content.remark}, ${isOffice(sight.actor) ? sql`filled_by = 'staff',` : noSql}
             (worked_minutes, total_minutes, minutes_by_kind, quantities, has_remark, last_line_number) = ROW (${sums(content)})
       WHERE w.id = ${id}::uuid AND w.version = ${version}::int AND w.status IN ('draft', 'declined') AND ${enters(sight)}
         AND ${isInOpenPeriod}
      RETURNING w.id, w.version, w.status
    ), ${changeLines(content.changes)} recorded AS (
      ${recordEvents(sight, { action: sql`'save'`, from: sql`written.status`, to: sql`written.status`, submission: sql`NULL::uuid`, reason: sql`NULL::text`, source: sql`written` })}
      RETURNING id, at
    )
    SELECT id AS "eventId", at FROM recorded`),
  );
  return step;
}

interface Sending {
  id: string;
  version: number;
  /** As it was when the hours were judged. */
  placement: PlacementSummary;
  from: readonly WorksheetStatus[];
  to: WorksheetStatus;
  seal: Seal;
}

/** A worksheet that was sent: the number of its submission, and by name who may approve it. */
export interface Sent extends MadeStep {
  submissionNumber: number;
  waitsFor: string[] | null;
}

/** Seals a submission and sends it, if the worksheet and its placement are still as they were read; nothing when they are not. */
export async function send(db: Db, sight: Sight, sending: Sending): Promise<Sent | undefined> {
  const { id, version, placement, from, to, seal } = sending;
  const { actor } = sight;
  const [sent] = await judgedAnew(() =>
    db.query<Sent>(sql`
    WITH before AS (
      SELECT w.id, w.status FROM worksheet w WHERE w.id = ${id}::uuid
    ), sealing AS MATERIALIZED (
      SELECT uuid_v7() AS id
    ), place AS MATERIALIZED (${held(placement)}), written AS (
      UPDATE worksheet w SET status = ${to}, version = w.version + 1, updated_at = now(), submission_id = sealing.id, sent_at = now(),
             first_sent_at = coalesce(w.first_sent_at, now()), approved_at = ${approvedAt(sql`${to}`)}
        FROM sealing, place
       WHERE w.id = ${id}::uuid AND w.version = ${version}::int AND w.status = ANY(${[...from]}::text[]) AND ${fillsIn(sight)}
         AND ${isInOpenPeriod}
      RETURNING w.id, w.version, w.submission_id, w.total_minutes, w.worked_minutes, w.organisation_id, w.employee_id, w.status
    ), sealed AS (
      INSERT INTO submission (id, worksheet_id, number, content, sha256, total_minutes, worked_minutes, sent_by_id, sent_by_name, sent_by_role)
      SELECT submission_id, id, 1 + (SELECT count(*) FROM submission WHERE worksheet_id = ${id}::uuid), ${seal.content}, ${seal.sha256},
             total_minutes, worked_minutes, ${actor.personId}::uuid, ${actor.name}, ${actor.role}
        FROM written
      RETURNING number
    ), recorded AS (
      ${recordEvents(sight, { action: sql`'send'`, from: sql`before.status`, to: sql`${to}`, submission: sql`written.submission_id`, reason: sql`NULL::text`, source: sql`written JOIN before USING (id)` })}
      RETURNING id, at
    )
    SELECT recorded.id AS "eventId", recorded.at, sealed.number AS "submissionNumber",
           ${waitsFor(sight)} AS "waitsFor"
      FROM written w, sealed, recorded`),
  );
  return sent;
}

/** Takes a sent worksheet back before anybody decided on it. False when it is not as it was read any more. */
export async function withdraw(db: Db, sight: Sight, id: string, version: number): Promise<boolean> {
  const taken = await judgedAnew(() =>
    db.query(sql`
    WITH written AS (
      UPDATE worksheet w SET status = 'draft', version = w.version + 1, updated_at = now()
       WHERE w.id = ${id}::uuid AND w.version = ${version}::int AND w.status = 'submitted' AND w.filled_by <> 'supervisor' AND ${fillsIn(sight)}
         AND ${isInOpenPeriod}
      RETURNING w.id, w.version, w.submission_id
    ), recorded AS (
      ${recordEvents(sight, { action: sql`'withdraw'`, from: sql`'submitted'`, to: sql`'draft'`, submission: sql`written.submission_id`, reason: sql`NULL::text`, source: sql`written` })}
    )
    SELECT id FROM written`),
  );
  return taken.length > 0;
}

interface Supplement {
  /** Made by the caller, since the seal names it. */
  id: string;
  /** The worksheet that hours are added to, as it was read: its version guards the sequence number too. */
  original: { id: string; version: number; placement: PlacementSummary };
  status: WorksheetStatus;
  content: WorksheetContent;
  seal: Seal;
}

/** Adds hours to a sent worksheet: a worksheet of its own with the next sequence number, sealed and sent at once. */
export async function insertSupplement(db: Db, sight: Sight, supplement: Supplement): Promise<string | undefined> {
  const { id, original, status, content, seal } = supplement;
  const { actor } = sight;
  const [written] = await judgedAnew(() =>
    db.query<{ id: string }>(sql`
    WITH place AS MATERIALIZED (${held(original.placement)}), original AS (
      SELECT w.* FROM worksheet w JOIN place ON place.id = w.placement_id
       WHERE w.id = ${original.id}::uuid AND w.version = ${original.version}::int AND w.status IN ('submitted', 'approved', 'finalised') AND ${enters(sight)}
         AND ${isInOpenPeriod}
         FOR NO KEY UPDATE OF w
    ), ids AS MATERIALIZED (
      SELECT ${id}::uuid AS id, uuid_v7() AS submission_id
    ), written AS (
      INSERT INTO worksheet (id, placement_id, employee_id, organisation_id, period_id, period_start, period_end, sequence, kind, status,
                             filled_by, remark, worked_minutes, total_minutes, minutes_by_kind, quantities, has_remark, last_line_number, submission_id, sent_at, first_sent_at, approved_at)
      SELECT ids.id, o.placement_id, o.employee_id, o.organisation_id, o.period_id, o.period_start, o.period_end,
             1 + (SELECT max(x.sequence) FROM worksheet x WHERE x.placement_id = o.placement_id AND x.period_id = o.period_id),
             'supplement', ${status}, ${isOffice(actor) ? sql`'staff'` : sql`o.filled_by`}, ${content.remark}, ${sums(content)}, ids.submission_id, now(), now(), ${approvedAt(sql`${status}`)}
        FROM original o CROSS JOIN ids
      RETURNING id, version, submission_id, total_minutes, worked_minutes
    ), lines AS (${insertLines(content.changes, sql`written`)}), sealed AS (
      INSERT INTO submission (id, worksheet_id, number, content, sha256, total_minutes, worked_minutes, sent_by_id, sent_by_name, sent_by_role)
      SELECT submission_id, id, 1, ${seal.content}, ${seal.sha256}, total_minutes, worked_minutes, ${actor.personId}::uuid, ${actor.name}, ${actor.role}
        FROM written
    ), recorded AS (
      ${recordEvents(sight, { action: sql`'send'`, from: sql`NULL::text`, to: sql`${status}`, submission: sql`written.submission_id`, reason: sql`NULL::text`, source: sql`written` })}
    )
    SELECT id FROM written`),
  );
  return written?.id;
}

/** A comment by anybody who sees the worksheet; its right is judged anew by who calls it. */
export async function insertComment(tx: Transaction, sight: Sight, id: string, text: string): Promise<boolean> {
  const recorded = await tx.query(sql`
    WITH written AS (
      SELECT w.id, w.version, w.status FROM worksheet w WHERE w.id = ${id}::uuid AND ${worksheetInSight(sight)}
    )
    ${recordEvents(sight, { action: sql`'comment'`, from: sql`written.status`, to: sql`written.status`, submission: sql`NULL::uuid`, reason: sql`${text}`, source: sql`written` })}
    RETURNING id`);
  return recorded.length > 0;
}

/**
 * A placement, held until the hours are written, if it still runs from and until when it did as they were judged. Whoever changes
 * it takes it FOR UPDATE first (see `holdPlacement`): hours that are sent never lie outside. Two that send hours of it come one after the
 * other: each fits with what was sent by then (trigger `hours_fit`).
 */
export const held = ({ id, startsOn, endsOn }: PlacementSummary): Sql => sql`
  SELECT p.id FROM placement p
   WHERE p.id = ${id}::uuid AND p.starts_on = ${startsOn}::date AND p.ends_on IS NOT DISTINCT FROM ${endsOn}::date
     FOR NO KEY UPDATE OF p`;

/** For a placement `p`: this person may start its worksheets. The twin of `reasonNotToStart`. */
const mayStart = (sight: Sight): Sql =>
  isOffice(sight.actor)
    ? sql`p.employee_id IS DISTINCT FROM ${sight.actor.employeeId}::uuid`
    : sql`((p.hours_by = 'employee' AND p.employee_id = ${sight.actor.employeeId}::uuid)
  OR (p.hours_by = 'supervisor' AND p.employee_id IS DISTINCT FROM ${sight.actor.employeeId}::uuid
    AND p.organisation_id IN ${organisationsOf(sight, 'may_register')}))`;

/** The agency has not closed the period of worksheet `w`. */
const isInOpenPeriod = isOpenPeriod(sql`w.period_id`);

/** `worked_minutes, total_minutes, minutes_by_kind, quantities, has_remark, last_line_number`: what is stored of the lines beside them. */
export const sums = ({
  workedMinutes,
  totalMinutes,
  minutesByKind,
  quantities,
  hasRemark,
  changes,
}: WorksheetContent): Sql =>
  sql`${workedMinutes}::int, ${totalMinutes}::int, ${JSON.stringify(minutesByKind)}::jsonb, ${JSON.stringify(quantities)}::jsonb, ${hasRemark}::boolean, ${changes.lastNumber}::int`;

/** A line that is there already says something else from now on: its type and day stay (see numberLines). */
export const overWhatTheySaid = sql`ON CONFLICT (worksheet_id, number) DO UPDATE
  SET minutes = excluded.minutes, quantity = excluded.quantity, starts_at = excluded.starts_at, ends_at = excluded.ends_at, break_minutes = excluded.break_minutes,
      budget_number = excluded.budget_number, remark = excluded.remark, receipt_id = excluded.receipt_id`;

/**
 * What a save changes of the lines of `written`, as parts of its statement: nothing stands in it that this save does not do, since each part
 * and each trigger that it wakes has its price whether or not there is a row for it.
 */
function changeLines({ removed, written, added }: LineChanges): Sql {
  const changed = written.filter((line) => !added.includes(line));
  const gone = sql`gone AS (
      DELETE FROM hour_line l USING written WHERE l.worksheet_id = written.id AND l.number = ANY(${removed}::int[])
    ),`;
  const mended = sql`mended AS (
      UPDATE hour_line l SET minutes = line.minutes, quantity = line.quantity, starts_at = line.starts_at, ends_at = line.ends_at, break_minutes = line.break_minutes,
             budget_number = line.budget_number, remark = line.remark, receipt_id = line.receipt_id
        FROM written, ${asRows(changed)} WHERE l.worksheet_id = written.id AND l.number = line.number
    ),`;
  return sql`${removed.length > 0 ? gone : noSql} ${changed.length > 0 ? mended : noSql}
    ${added.length > 0 ? sql`lines AS (${insertRows(added, sql`written`)}),` : noSql}`;
}

/** Inserts the lines that were written for the one row of `written`. */
export const insertLines = (changes: LineChanges, written: Sql, isCorrection = false): Sql =>
  insertRows(changes.written, written, isCorrection);

const insertRows = (lines: readonly NumberedLine[], written: Sql, isCorrection = false): Sql => sql`
      INSERT INTO hour_line (worksheet_id, number, hour_type_id, date, minutes, quantity, starts_at, ends_at, break_minutes, budget_number, remark, receipt_id, is_correction)
    SELECT written.id, line.*, ${isCorrection}::boolean FROM ${written}, ${asRows(lines)}`;

function asRows(lines: readonly NumberedLine[]): Sql {
  const column = <K extends keyof NumberedLine>(key: K) => lines.map((line) => line[key]);
  return sql`unnest(${column('number')}::int[], ${column('hourTypeId')}::uuid[], ${column('date')}::date[], ${column('minutes')}::int[], ${column('quantity')}::int[],
        ${column('startsAt')}::text[], ${column('endsAt')}::text[], ${column('breakMinutes')}::int[], ${column('budgetNumber')}::text[],
        ${column('remark')}::text[], ${lines.map(({ receipt }) => receipt?.id ?? null)}::uuid[])
        AS line (number, hour_type_id, date, minutes, quantity, starts_at, ends_at, break_minutes, budget_number, remark, receipt_id)`;
}
