import type { RefusalCode } from '@konnekt/shared/worksheets/worksheet.schema';
import { type Decision, type FilledBy, stepOf } from '@konnekt/shared/worksheets/worksheet.status';
import { constantsSql, constraintOf, type Db, noSql, type Sql, sql } from '#api/plugins/database';
import { Problem } from '#api/plugins/problems';
import { isHeldBy, type Sight, worksheetInSight } from '#api/visibility';

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
  const ids = items.map(({ id }) => id);
  const isClients = decision === 'approve' || decision === 'decline' || decision === 'undo-approval';
  // Who registers hours approves them by sending, and takes that back.
  const mayDecide =
    decision === 'undo-approval'
      ? sql`CASE WHEN l.filled_by = 'employee' THEN held.may_approve ELSE held.may_register END`
      : sql`held.may_approve`;
  const { from, to } = step(decision);
  const statement = sql`
    WITH held AS MATERIALIZED (${rightsHeld(sight)}
    ), locked AS MATERIALIZED (
      SELECT w.id, w.version, w.status, w.submission_id, w.organisation_id, w.employee_id, w.filled_by, w.period_id
        FROM worksheet w
       WHERE w.id = ANY(${ids}::uuid[]) AND ${worksheetInSight(sight, sql`(SELECT organisation_id FROM held)`)}
       ORDER BY w.id
         FOR UPDATE OF w
    ), judged AS (
      SELECT asked.number, asked.id, l.version, l.status, l.submission_id, held.on_behalf_of_id, ${to} AS to_status,
             CASE WHEN l.id IS NULL THEN 'not-yours'
                  ${isClients ? sql`WHEN ${mayDecide} IS NOT TRUE THEN 'not-allowed'` : noSql}
                  WHEN e.person_id = ${actor.personId}::uuid OR e.person_id = held.on_behalf_of_id THEN 'own-hours'
                  ${decision === 'approve' || decision === 'decline' ? sql`WHEN l.status IN ('approved', 'finalised') THEN 'already-approved'` : noSql}
                  WHEN l.version <> asked.version THEN 'changed'
                  WHEN NOT ${from} THEN 'wrong-state'
             END AS code
        FROM unnest(${ids}::uuid[], ${items.map(({ version }) => version)}::int[]) WITH ORDINALITY AS asked (id, version, number)
        CROSS JOIN agency a
        LEFT JOIN locked l ON l.id = asked.id
        LEFT JOIN employee e ON e.id = l.employee_id
        LEFT JOIN held ON held.organisation_id = l.organisation_id
    ), written AS (
      UPDATE worksheet w SET status = j.to_status, version = w.version + 1, updated_at = now()
        FROM judged j WHERE w.id = j.id AND w.version = j.version AND j.code IS NULL
      RETURNING w.id, w.version, j.status AS from_status, w.status, w.submission_id, j.on_behalf_of_id
    ), recorded AS (
      ${recordEvents(sight, {
        action: sql`${decision}`,
        from: sql`written.from_status`,
        to: sql`written.status`,
        submission: sql`written.submission_id`,
        reason: sql`${reason}`,
        onBehalfOf: sql`written.on_behalf_of_id`,
        source: sql`written`,
      })}
    )
    SELECT judged.id, written.version, CASE WHEN written.id IS NULL THEN coalesce(judged.code, 'changed') END AS code
      FROM judged LEFT JOIN written USING (id) ORDER BY judged.number`;
  return judgedAnew(() => db.query<DecisionRow>(statement));
}

/** The step of a decision as conditions on the worksheet `l` and the agency `a`: it may or may not do a last approval. */
function step(decision: Decision): { from: Sql; to: Sql } {
  const of = (lastApproval: boolean, filledBy: FilledBy = 'employee') => stepOf(decision, { lastApproval, filledBy });
  const isFrom = ({ from }: ReturnType<typeof of>) => sql`l.status IN (${constantsSql(from)})`;
  const to = sql`CASE WHEN a.last_approval THEN ${of(true).to} ELSE ${of(false).to} END`;
  const from = sql`CASE WHEN a.last_approval THEN ${isFrom(of(true))} ELSE ${isFrom(of(false))} END`;
  if (decision !== 'undo-approval') return { from, to };
  // What was registered is to be sent again: in a closed period nothing is.
  return {
    from: sql`(${from} AND (l.filled_by = 'employee'
      OR NOT EXISTS (SELECT FROM period shut WHERE shut.id = l.period_id AND shut.closed_at IS NOT NULL)))`,
    to: sql`CASE WHEN l.filled_by = 'employee' THEN ${to} ELSE ${of(true, 'supervisor').to} END`,
  };
}

/** Today's rights, a row per organisation; for whom one approves there, where one may not in the own name. */
const rightsHeld = (sight: Sight): Sql => sql`
      SELECT r.organisation_id, bool_or(r.may_approve) AS may_approve, bool_or(r.may_register) AS may_register,
             CASE WHEN NOT bool_or(r.may_approve AND r.on_behalf_of_id IS NULL)
                  THEN (min(r.on_behalf_of_id::text) FILTER (WHERE r.may_approve))::uuid END AS on_behalf_of_id
        FROM supervisor_right r WHERE ${isHeldBy(sight)} GROUP BY r.organisation_id`;

/**
 * Makes a step. One that had to wait, and was right no more when it was done, is undone by the database and asked anew: judged on
 * what is there by then, each item by itself. Throws `not-signed-in` when the session ended meanwhile.
 */
export async function judgedAnew<T>(makeStep: () => Promise<T>, triesLeft = 2): Promise<T> {
  try {
    return await makeStep();
  } catch (error) {
    const broken = constraintOf(error);
    if (broken === 'step_session') throw new Problem('not-signed-in');
    if (triesLeft === 0 || (broken !== 'step_period' && broken !== 'step_right')) throw error;
    return judgedAnew(makeStep, triesLeft - 1);
  }
}

interface EventSource {
  action: Sql;
  from: Sql;
  to: Sql;
  submission: Sql;
  reason: Sql;
  /** Whom a substitute decided for: a person's id. */
  onBehalfOf?: Sql;
  /** Where the events come from: has `written.id` and `written.version`. */
  source: Sql;
}

/**
 * The history events of a step, as part of the statement that makes it. The database looks at each once more when the statement had
 * to wait (trigger `worksheet_event_judged_again`), by the rights of `today`.
 */
export function recordEvents({ actor, today }: Sight, event: EventSource): Sql {
  const { onBehalfOf } = event;
  return sql`INSERT INTO worksheet_event
      (worksheet_id, action, from_status, to_status, version, submission_id, actor_id, actor_name, actor_role, auth_method, session_id, reason
       ${onBehalfOf ? sql`, on_behalf_of_id, on_behalf_of_name` : noSql})
    SELECT written.id, ${event.action}, ${event.from}, ${event.to}, written.version, ${event.submission}, ${actor.personId}::uuid,
           ${actor.name}, ${actor.role}, ${actor.authMethod}, ${actor.sessionId}::uuid, ${event.reason}
           ${onBehalfOf ? sql`, ${onBehalfOf}, CASE WHEN ${onBehalfOf} IS NOT NULL THEN (SELECT full_name FROM person WHERE id = ${onBehalfOf}) END` : noSql}
      FROM ${event.source} CROSS JOIN (SELECT set_config('konnekt.today', ${today}, true)) told`;
}
