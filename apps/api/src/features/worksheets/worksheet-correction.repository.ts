import type { PlacementSummary } from '@konnekt/shared/placements/placement.schema';
import type { WorksheetStatus } from '@konnekt/shared/worksheets/worksheet.status';
import type { Db } from '#api/kit/database';
import { sql } from '#api/kit/sql';
import type { Sight } from '#api/kit/visibility';
import { periodVersion } from './worksheet-columns.repository.ts';
import { approvedAt } from './worksheet-conditions.repository.ts';
import { judgedAnew, recordEvents } from './worksheet-decision.repository.ts';
import { held, insertLines, type Seal, sums, type WorksheetContent } from './worksheet-writing.repository.ts';

interface Correction {
  /** Made by the caller, since the seal names it. */
  id: string;
  /** The worksheet that is corrected, as it was read. */
  original: { id: string; version: number; placement: PlacementSummary; periodVersion: number };
  status: WorksheetStatus;
  content: WorksheetContent;
  seal: Seal;
  reason: string;
}

/**
 * Corrects hours that are final: a worksheet of the office with the next sequence number, whose lines take away and add. Closed periods
 * are corrected as well: nothing of them is filled in. Nothing when the worksheet is not as it was read any more.
 */
export async function insertCorrection(db: Db, sight: Sight, correction: Correction): Promise<string | undefined> {
  const { id, original, status, content, seal, reason } = correction;
  const { actor } = sight;
  const [written] = await judgedAnew(() =>
    db.query<{ id: string }>(sql`
    WITH place AS MATERIALIZED (${held(original.placement)}), original AS (
      SELECT w.* FROM worksheet w JOIN place ON place.id = w.placement_id
       WHERE w.id = ${original.id}::uuid AND w.version = ${original.version}::int AND w.status = 'finalised' AND ${periodVersion} = ${original.periodVersion}::int
         AND w.employee_id IS DISTINCT FROM ${actor.employeeId}::uuid
         FOR NO KEY UPDATE OF w
    ), ids AS MATERIALIZED (
      SELECT ${id}::uuid AS id, uuid_v7() AS submission_id
    ), written AS (
      INSERT INTO worksheet (id, placement_id, employee_id, organisation_id, period_id, period_start, period_end, sequence, kind, status,
                             filled_by, remark, worked_minutes, total_minutes, minutes_by_kind, quantities, has_remark, last_line_number, submission_id, sent_at, first_sent_at, approved_at)
      SELECT ids.id, o.placement_id, o.employee_id, o.organisation_id, o.period_id, o.period_start, o.period_end,
             1 + (SELECT max(x.sequence) FROM worksheet x WHERE x.placement_id = o.placement_id AND x.period_id = o.period_id),
             'correction', ${status}, 'staff', ${content.remark}, ${sums(content)}, ids.submission_id, now(), now(), ${approvedAt(sql`${status}`)}
        FROM original o CROSS JOIN ids
      RETURNING id, version, submission_id, total_minutes, worked_minutes
    ), lines AS (${insertLines(content.changes, sql`written`, true)}), sealed AS (
      INSERT INTO submission (id, worksheet_id, number, content, sha256, total_minutes, worked_minutes, sent_by_id, sent_by_name, sent_by_role)
      SELECT submission_id, id, 1, ${seal.content}, ${seal.sha256}, total_minutes, worked_minutes, ${actor.personId}::uuid, ${actor.name}, ${actor.role}
        FROM written
    ), recorded AS (
      ${recordEvents(sight, { action: sql`'correct'`, from: sql`NULL::text`, to: sql`${status}`, submission: sql`written.submission_id`, reason: sql`${reason}`, source: sql`written` })}
    )
    SELECT id FROM written`),
  );
  return written?.id;
}
