import { isOffice } from '@konnekt/shared/basics/actor';
import type { NoticeKind } from '@konnekt/shared/notices/notice.words';
import {
  type Decision,
  type FilledBy,
  isSent,
  stepOf,
  worksheetSteps,
} from '@konnekt/shared/worksheets/worksheet.status';
import type { RefusalCode } from '@konnekt/shared/worksheets/worksheet-step.schema';
import { isOpenPeriod } from '#api/kit/conditions';
import { constraintOf, type Db } from '#api/kit/database';
import { noticesOf, noticesTakenBack } from '#api/kit/notices';
import { Problem } from '#api/kit/problem';
import { constantsSql, noSql, type Sql, sql } from '#api/kit/sql';
import { isHeldBy, type Sight, worksheetInSight } from '#api/kit/visibility';
import { approvedAt, isAsDeclined, isPaid, turnsTaken } from './worksheet-conditions.repository.ts';

export interface DecisionRow {
  id: string;
  /** The version after the step; none when refused. */
  version: number | null;
  code: RefusalCode | null;
}

interface Asked {
  id: string;
  version: number;
}

/** What is said of all that is decided on at once. */
export interface Said {
  /** Why it is sent back. */
  reason?: string | null | undefined;
  /** The approval texts that were read. */
  approvalTextIds?: readonly string[] | undefined;
}

/**
 * One decision on many worksheets, with an answer for every one in the order asked. A single one is written by a short statement where it
 * may be decided; what that leaves, and many, are judged and written by one statement, altogether or not at all.
 */
export async function decide(
  db: Db,
  sight: Sight,
  decision: Decision,
  items: readonly Asked[],
  said: Said,
): Promise<DecisionRow[]> {
  const [first, ...more] = items;
  if (first && more.length === 0 && (decision === 'approve' || decision === 'decline')) {
    const written = await whatFits(items, () =>
      judgedAnew(() => db.query<DecisionRow>(decideOne(sight, decision, first, said))),
    );
    if (written.length > 0) return written;
  }
  const answered = await whatFits(items, (fitting) =>
    judgedAnew(() => db.query<DecisionRow>(judgeAndDecide(sight, decision, fitting, said))),
  );
  const rows = new Map(answered.map((row) => [row.id, row]));
  return items.map(({ id }) => rows.get(id) ?? { id, version: null, code: 'not-yours' });
}

/**
 * Hours that were declined come back by `undo-decline`, and may no longer fit with what was sent meanwhile; hours that a correction takes something
 * from cannot be sent back. The database refuses the whole and names the worksheet, which is left out.
 */
async function whatFits(
  items: readonly Asked[],
  decideOn: (items: readonly Asked[]) => Promise<DecisionRow[]>,
): Promise<DecisionRow[]> {
  try {
    return await decideOn(items);
  } catch (error) {
    const unfit = constraintOf(error) === 'worksheet_hours_fit' ? unfitWorksheet(error) : undefined;
    const others = items.filter(({ id }) => id !== unfit);
    if (!unfit || others.length === items.length) throw error;
    const refused = { id: unfit, version: null, code: 'does-not-fit' as const };
    return [refused, ...(others.length > 0 ? await whatFits(others, decideOn) : [])];
  }
}

const unfitWorksheet = (error: unknown): string | undefined =>
  /worksheet ([0-9a-f-]{36})/.exec(error instanceof Error ? error.message : '')?.[1];

/** Answers for all that are in sight: what is written comes after its verdict. */
const judgeAndDecide = (sight: Sight, decision: Decision, items: readonly Asked[], said: Said): Sql => sql`
    WITH held AS MATERIALIZED (${rightsHeld(sight, decision)}
    ), judged AS MATERIALIZED (
      ${judged(sight, decision, items, said)}
    ), ${recorded(sight, decision, said, written(sql`(SELECT * FROM judged WHERE code IS NULL ${inTurn(decision)})`))}
    SELECT id, NULL::int AS version, coalesce(code, 'changed') AS code FROM judged
    UNION ALL SELECT id, version, NULL FROM written
     ORDER BY version NULLS FIRST`;

/** A single one needs no order among locks: it is judged and written at one look. */
function decideOne(sight: Sight, decision: 'approve' | 'decline', { id, version }: Asked, said: Said): Sql {
  const written = sql`
      UPDATE worksheet w SET status = ${step(decision).to}, approved_at = ${decision === 'approve' ? sql`now()` : sql`NULL`}, version = w.version + 1, updated_at = now()
        FROM (SELECT ${id}::uuid AS id, ${version}::int AS version) AS asked, employee e, held
       WHERE w.id = asked.id AND e.id = w.employee_id AND held.organisation_id = w.organisation_id
         AND ${worksheetInSight(sight, sql`w.organisation_id = held.organisation_id`)} AND ${verdict(sight, decision, said)} IS NULL
      RETURNING w.id, w.version, ${worksheetSteps[decision].from[0]} AS from_status, w.status, w.submission_id, w.filled_by, e.person_id, held.on_behalf_of_id, held.approval_text_id, uuid_v7() AS event_id`;
  return sql`
    WITH held AS MATERIALIZED (${rightsHeld(sight, decision, sql`AND r.organisation_id = (SELECT organisation_id FROM worksheet WHERE id = ${id}::uuid)`)}
    ), ${recorded(sight, decision, said, written)}
    SELECT id, version, NULL AS code FROM written`;
}

/**
 * Those of the worksheets that are in sight, with the verdict on what is there then: locked in the order of their ids, so that two
 * deciders never wait for each other. Not against what only names them: a run or an invoice that is being made of them waits for no
 * decision that waits for it.
 */
const judged = (sight: Sight, decision: Decision, items: readonly Asked[], said: Said): Sql => sql`
      SELECT w.id, w.version, w.status, w.employee_id, w.placement_id, e.person_id, held.on_behalf_of_id, held.approval_text_id, ${step(decision).to} AS to_status, ${verdict(sight, decision, said)} AS code
        FROM unnest(${items.map(({ id }) => id)}::uuid[], ${items.map(({ version }) => version)}::int[]) AS asked (id, version)
        JOIN worksheet w ON w.id = asked.id
        LEFT JOIN employee e ON e.id = w.employee_id
        LEFT JOIN held ON held.organisation_id = w.organisation_id
       WHERE ${worksheetInSight(sight, sql`w.organisation_id = held.organisation_id`)}
       ORDER BY w.id
         FOR NO KEY UPDATE OF w`;

/**
 * Why the worksheet `w` may not be decided on in the version `asked`, of an employee `e`, with the rights `held` at its
 * organisation; NULL when it may. The one place that says so in SQL: judges as `reasonNotTo` does.
 */
function verdict({ actor }: Sight, decision: Decision, { approvalTextIds = [] }: Said): Sql {
  const isClients = clients.includes(decision);
  // Who registers hours approves them by sending, and takes that back.
  const mayDecide =
    decision === 'undo-approval'
      ? sql`CASE WHEN w.filled_by = 'supervisor' THEN held.may_register ELSE held.may_approve END`
      : sql`held.may_approve`;
  return sql`CASE
                  ${isClients ? sql`WHEN ${mayDecide} IS NOT TRUE THEN 'not-allowed'` : isOffice(actor) ? noSql : sql`WHEN TRUE THEN 'not-allowed'`}
                  WHEN e.person_id = ${actor.personId}::uuid OR e.person_id = held.on_behalf_of_id THEN 'own-hours'
                  ${decision === 'approve' || decision === 'decline' ? sql`WHEN w.status IN ('approved', 'finalised') THEN 'already-approved'` : noSql}
                  WHEN w.version <> asked.version THEN 'changed'
                  WHEN NOT ${step(decision).from} THEN 'wrong-state'
                  ${decision === 'approve' ? sql`WHEN ${isUnread(approvalTextIds)} THEN 'approval-text'` : noSql}
                  ${mayBePaid.includes(decision) ? sql`WHEN w.status = 'finalised' AND ${isPaid} THEN 'already-paid'` : noSql}
             END`;
}

/** There is something to be agreed to, and it was not among what was read. */
const isUnread = (readIds: readonly string[]): Sql =>
  sql`(held.approval_text_id IS NOT NULL AND held.approval_text_id <> ALL(${[...readIds]}::uuid[]))`;

/** Decisions on what may be final; what a payroll run took changes by a correction alone. (The trigger `keep_step` has the last word.) */
const mayBePaid: readonly Decision[] = ['undo-approval', 'reopen'];

/** What the client decides; the rest is the agency's. */
const clients: readonly Decision[] = ['approve', 'decline', 'undo-approval', 'undo-decline'];

/** Hours that come in among those that were sent, or go from there, are held against the others of their person and placement. */
function inTurn(decision: Decision): Sql {
  const { from, to } = worksheetSteps[decision];
  const isMoved = decision === 'undo-approval' || isSent(from[0]) !== isSent(to);
  return isMoved ? sql`AND ${turnsTaken(sql`judged WHERE code IS NULL`)}` : noSql;
}

/** The step of each worksheet that `judged` holds. */
const written = (judged: Sql): Sql => sql`
      UPDATE worksheet w SET status = j.to_status, approved_at = ${approvedAt(sql`j.to_status`, sql`w.approved_at`)}, version = w.version + 1, updated_at = now()
        FROM ${judged} j WHERE w.id = j.id AND w.version = j.version
      RETURNING w.id, w.version, j.status AS from_status, w.status, w.submission_id, w.filled_by, j.person_id, j.on_behalf_of_id, j.approval_text_id, uuid_v7() AS event_id`;

/** What is `written`, with its events, and those told of it who hear of this decision. */
const recorded = (
  sight: Sight,
  decision: Decision,
  { reason = null }: Said,
  written: Sql,
): Sql => sql`written AS (${written}
    ), recorded AS (
      ${recordEvents(sight, {
        action: sql`${decision}`,
        from: sql`written.from_status`,
        to: sql`written.status`,
        submission: sql`written.submission_id`,
        reason: sql`${reason}`,
        onBehalfOf: sql`written.on_behalf_of_id`,
        ...(decision === 'approve' && { approvalText: sql`written.approval_text_id` }),
        ids: sql`written.event_id`,
        source: sql`written`,
      })}
    )${told(decision)}`;

/** Employees hear what became of the hours they sent; of what is taken back they hear no more. */
function told(decision: Decision): Sql {
  const kind = noticeKindOf[decision];
  const takenBack = noticeTakenBackBy[decision];
  if (kind)
    return sql`, told AS (${noticesOf(
      kind,
      sql`SELECT written.person_id, written.id, written.event_id FROM written WHERE written.filled_by = 'employee'`,
      { isNewEvent: true },
    )})`;
  return takenBack ? sql`, told AS (${noticesTakenBack(takenBack, sql`SELECT id FROM written`)})` : noSql;
}

const noticeKindOf: Partial<Record<Decision, NoticeKind>> = {
  approve: 'hours-approved',
  decline: 'hours-sent-back',
  refuse: 'hours-sent-back',
};
const noticeTakenBackBy: Partial<Record<Decision, NoticeKind>> = {
  'undo-approval': 'hours-approved',
  'undo-decline': 'hours-sent-back',
};

/** Asked once, however many are decided on. */
const lastApproval = sql`(SELECT last_approval FROM agency)`;

/** The step of a decision as conditions on the worksheet `w`: the agency may or may not do a last approval. */
function step(decision: Decision): { from: Sql; to: Sql } {
  const of = (lastApproval: boolean, filledBy: FilledBy = 'employee') => stepOf(decision, { lastApproval, filledBy });
  const isFrom = ({ from }: ReturnType<typeof of>) => sql`w.status IN (${constantsSql(from)})`;
  const to = sql`CASE WHEN ${lastApproval} THEN ${of(true).to} ELSE ${of(false).to} END`;
  const from = sql`CASE WHEN ${lastApproval} THEN ${isFrom(of(true))} ELSE ${isFrom(of(false))} END`;
  if (decision === 'undo-decline') return { from: isAsDeclined, to };
  if (decision !== 'undo-approval') return { from, to };
  // What was registered is to be sent again: in a closed period nothing is.
  return {
    from: sql`(${from} AND (w.filled_by <> 'supervisor'
      OR ${isOpenPeriod(sql`w.period_id`)}))`,
    to: sql`CASE WHEN w.filled_by = 'supervisor' THEN ${of(true, 'supervisor').to} ELSE ${to} END`,
  };
}

/**
 * Today's rights, a row per organisation; for whom one approves there, where one may not in the own name; and what is to be agreed to by
 * approving there: the client's own text, else the agency's, else none.
 */
const rightsHeld = (sight: Sight, decision: Decision, only = noSql): Sql => sql`
      SELECT r.organisation_id, bool_or(r.may_approve) AS may_approve, bool_or(r.may_register) AS may_register,
             CASE WHEN NOT bool_or(r.may_approve AND r.on_behalf_of_id IS NULL)
                  THEN (min(r.on_behalf_of_id::text) FILTER (WHERE r.may_approve))::uuid END AS on_behalf_of_id,
             ${decision === 'approve' ? sql`(SELECT coalesce(o.approval_text_id, g.approval_text_id) FROM organisation o CROSS JOIN agency g WHERE o.id = r.organisation_id)` : sql`NULL::uuid`} AS approval_text_id
        FROM supervisor_right r WHERE ${isHeldBy(sight)} ${only} GROUP BY r.organisation_id`;

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
    const isToJudge =
      broken === 'step_period' ||
      broken === 'step_right' ||
      broken === 'worksheet_is_paid' ||
      broken === 'worksheet_is_invoiced';
    if (triesLeft === 0 || !isToJudge) throw error;
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
  /** What was agreed to by it: the id of an approval text. */
  approvalText?: Sql;
  /** The ids of the events, where the statement names them already. */
  ids?: Sql;
  /** Where the events come from: has `written.id` and `written.version`. */
  source: Sql;
}

/**
 * The history events of a step, as part of the statement that makes it. The database looks at each once more when the statement had
 * to wait (trigger `worksheet_event_judged_again`), by the rights of `today`.
 */
export function recordEvents({ actor, today }: Sight, event: EventSource): Sql {
  const { onBehalfOf, approvalText, ids } = event;
  return sql`INSERT INTO worksheet_event
      (worksheet_id, action, from_status, to_status, version, submission_id, actor_id, actor_name, actor_role, auth_method, session_id, reason
       ${onBehalfOf ? sql`, on_behalf_of_id, on_behalf_of_name` : noSql} ${approvalText ? sql`, approval_text_id` : noSql} ${ids ? sql`, id` : noSql})
    SELECT written.id, ${event.action}, ${event.from}, ${event.to}, written.version, ${event.submission}, ${actor.personId}::uuid,
           ${actor.name}, ${actor.role}, ${actor.authMethod}, ${actor.sessionId}::uuid, ${event.reason}
           ${onBehalfOf ? sql`, ${onBehalfOf}, CASE WHEN ${onBehalfOf} IS NOT NULL THEN (SELECT full_name FROM person WHERE id = ${onBehalfOf}) END` : noSql}
           ${approvalText ? sql`, ${approvalText}` : noSql} ${ids ? sql`, ${ids}` : noSql}
      FROM ${event.source} CROSS JOIN (SELECT set_config('konnekt.today', ${today}, true)) told`;
}
