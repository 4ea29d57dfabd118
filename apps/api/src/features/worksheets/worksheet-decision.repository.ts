import type { Actor } from '@konnekt/shared/basics/actor';
import type { RefusalCode } from '@konnekt/shared/worksheets/worksheet.schema';
import { type Decision, stepOf } from '@konnekt/shared/worksheets/worksheet.status';
import { type Db, noSql, type Sql, sql } from '#api/plugins/database';
import { organisationsOf, type Sight, worksheetInSight } from '#api/visibility';

export interface DecisionRow {
  id: string;
  /** The version after the step; none when refused. */
  version: number | null;
  code: RefusalCode | null;
}

/**
 * One decision on many worksheets in one statement: locks them in the order of their ids (so that two deciders never
 * wait for each other), judges right, state and version of each on what is there then, writes the good ones and their
 * history, and answers for every one in the order asked. Judges as `reasonNotTo` does.
 */
export async function decide(
  db: Db,
  sight: Sight,
  decision: Decision,
  items: readonly { id: string; version: number }[],
  reason: string | null,
): Promise<DecisionRow[]> {
  const { actor } = sight;
  const [withLast, withoutLast] = [true, false].map((lastApproval) => stepOf(decision, { lastApproval }));
  return db.query<DecisionRow>(sql`
    WITH step AS (
      SELECT CASE WHEN last_approval THEN ${[...(withLast?.from ?? [])]}::text[] ELSE ${[...(withoutLast?.from ?? [])]}::text[] END AS from_statuses,
             CASE WHEN last_approval THEN ${withLast?.to} ELSE ${withoutLast?.to} END AS to_status
        FROM agency
    ), asked AS (
      SELECT * FROM unnest(${items.map(({ id }) => id)}::uuid[], ${items.map(({ version }) => version)}::int[])
        WITH ORDINALITY AS item (id, version, number)
    ), locked AS MATERIALIZED (
      SELECT w.id, w.version, w.status, w.submission_id, w.organisation_id, w.employee_id
        FROM worksheet w
       WHERE w.id = ANY(${items.map(({ id }) => id)}::uuid[]) AND ${worksheetInSight(sight)}
       ORDER BY w.id
         FOR UPDATE OF w
    ), judged AS (
      SELECT asked.number, asked.id, l.version, l.status, l.submission_id, step.to_status,
             CASE WHEN l.id IS NULL THEN 'not-yours'
                  WHEN NOT ${right(sight, decision)} THEN 'not-allowed'
                  WHEN e.person_id = ${actor.personId}::uuid THEN 'own-hours'
                  ${decision === 'approve' || decision === 'decline' ? sql`WHEN l.status IN ('approved', 'finalised') THEN 'already-approved'` : noSql}
                  WHEN l.version <> asked.version THEN 'changed'
                  WHEN l.status <> ALL(step.from_statuses) THEN 'wrong-state'
             END AS code
        FROM asked
        CROSS JOIN step
        LEFT JOIN locked l ON l.id = asked.id
        LEFT JOIN employee e ON e.id = l.employee_id
    ), written AS (
      UPDATE worksheet w SET status = j.to_status, version = w.version + 1, updated_at = now()
        FROM judged j WHERE w.id = j.id AND w.version = j.version AND j.code IS NULL
      RETURNING w.id, w.version
    ), recorded AS (
      ${recordEvents(actor, {
        action: sql`${decision}`,
        from: sql`j.status`,
        to: sql`j.to_status`,
        submission: sql`j.submission_id`,
        reason: sql`${reason}`,
        source: sql`written JOIN judged j USING (id)`,
      })}
    )
    SELECT judged.id, written.version, CASE WHEN written.id IS NULL THEN coalesce(judged.code, 'changed') END AS code
      FROM judged LEFT JOIN written USING (id) ORDER BY judged.number`);
}

/** The office's own steps are guarded by the route; a client's need the right at that organisation, today. */
function right(sight: Sight, decision: Decision): Sql {
  const isClients = decision === 'approve' || decision === 'decline' || decision === 'undo-approval';
  return isClients ? sql`l.organisation_id IN ${organisationsOf(sight, 'may_approve')}` : sql`TRUE`;
}

interface EventSource {
  action: Sql;
  from: Sql;
  to: Sql;
  submission: Sql;
  reason: Sql;
  /** Where the events come from: has `written.id` and `written.version`. */
  source: Sql;
}

/** The history events of a step, as part of the statement that makes it. */
export function recordEvents(actor: Actor, event: EventSource): Sql {
  return sql`INSERT INTO worksheet_event
      (worksheet_id, action, from_status, to_status, version, submission_id, actor_id, actor_name, actor_role, auth_method, session_id, reason)
    SELECT written.id, ${event.action}, ${event.from}, ${event.to}, written.version, ${event.submission}, ${actor.personId}::uuid,
           ${actor.name}, ${actor.role}, ${actor.authMethod}, ${actor.sessionId}::uuid, ${event.reason}
      FROM ${event.source}`;
}
