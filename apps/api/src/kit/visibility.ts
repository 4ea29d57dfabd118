import { recordActions } from '@konnekt/shared/audit/audit.actions';
import { type Actor, isAdmin, isOffice, roles } from '@konnekt/shared/basics/actor';
import { kindsThatOpen, type NoticeSubject } from '@konnekt/shared/notices/notice.words';
import { hasBegun, isDated, runsOn } from './conditions.ts';
import { constantsSql, joinSql, noSql, rawSql, type Sql, sql } from './sql.ts';

/**
 * The one place that says what a person may see. Every query that reads rows for a person uses one of these conditions:
 * lists, counts, single objects, search and files alike. An employee sees their own; a supervisor what belongs to the
 * organisations they have a right at today; the office sees everything.
 */
export interface Sight extends Eyes {
  actor: Actor;
}

/** Who looks: one person, or each of many of one role, by columns of theirs. */
interface Eyes {
  actor: Pick<Actor, 'role'> & { personId: string | Sql; employeeId: string | Sql | null };
  /** 'YYYY-MM-DD' in Amsterdam: rights are dated. */
  today: string;
}

/** For work by the clock, which nobody does and nobody reads: it sees what the office sees. */
export const sightOfSystem = (today: string): Sight => ({
  actor: {
    ...{ accountId: '', personId: '00000000-0000-0000-0000-000000000000', employeeId: null, sessionId: '' },
    ...{ role: 'staff', name: '', authMethod: 'password' },
  },
  today,
});

/**
 * For a worksheet `w`. A draft is its writer's alone until it was sent; after that it stays in sight. `isThere` says that one has a right at
 * its organisation, where a statement has today's rights at hand already.
 */
export function worksheetInSight(sight: Eyes, isThere = sql`w.organisation_id IN ${organisationsOf(sight)}`): Sql {
  const { actor } = sight;
  if (isOffice(actor)) return sql`TRUE`;
  const own = sql`(w.employee_id = ${actor.employeeId}::uuid AND (w.filled_by = 'employee' OR w.submission_id IS NOT NULL))`;
  if (actor.role === 'employee') return own;
  const supervised = sql`(${isThere}
    AND (w.submission_id IS NOT NULL OR w.filled_by = 'supervisor'))`;
  return actor.employeeId ? sql`(${own} OR ${supervised})` : supervised;
}

/** For a worksheet `w`, or its row of what waits, in a state that only what was sent has: the same. */
export function sentInSight(sight: Sight, isThere = sql`w.organisation_id IN ${organisationsOf(sight)}`): Sql {
  const { actor } = sight;
  if (isOffice(actor)) return sql`TRUE`;
  const own = sql`w.employee_id = ${actor.employeeId}::uuid`;
  if (actor.role === 'employee') return own;
  return actor.employeeId ? sql`(${own} OR ${isThere})` : isThere;
}

/**
 * For a worksheet `w`, or its row of what waits, in such a state: what waits for this supervisor is what they may decide on, where
 * they may approve and never their own hours. A part of what they see.
 */
export function waitsForApproval(
  sight: Sight,
  isThere = sql`w.organisation_id IN ${organisationsOf(sight, 'may_approve')}`,
): Sql {
  const { employeeId } = sight.actor;
  return employeeId ? sql`(${isThere} AND w.employee_id <> ${employeeId}::uuid)` : isThere;
}

/** For a placement `p`. */
export function placementInSight({ actor, today }: Sight): Sql {
  if (isOffice(actor)) return sql`TRUE`;
  const own = sql`p.employee_id = ${actor.employeeId}::uuid`;
  if (actor.role === 'employee') return own;
  const supervised = sql`p.organisation_id IN ${organisationsOf({ actor, today })}`;
  return actor.employeeId ? sql`(${own} OR ${supervised})` : supervised;
}

/** For an invoice `i`: the office sees all; a supervisor those that are final, of clients whose invoices they may see today. */
export function invoiceInSight(sight: Eyes): Sql {
  if (isOffice(sight.actor)) return sql`TRUE`;
  return sql`(i.status = 'final' AND i.organisation_id IN ${organisationsOf(sight, 'may_see_invoices')})`;
}

/**
 * For a message `m` of a thread `t`. The office sees all. One that is with a person alone is that person's; one that belongs to an organisation is
 * for who held a right there on the day of the message (and may see invoices, where it is about one), and holds one today or is whom it is
 * with: substitutes and later supervisors see what was said in their time.
 */
export function messageInSight(sight: Eyes): Sql {
  const { actor } = sight;
  if (isOffice(actor)) return sql`TRUE`;
  const isWith = sql`t.person_id = ${actor.personId}::uuid`;
  const own = sql`(t.organisation_id IS NULL AND ${isWith})`;
  if (actor.role !== 'supervisor') return own;
  return sql`(${own} OR (${holdsThere(sight, sql`m.on_day`)} AND (${isWith} OR ${mayWriteInThread(sight)})))`;
}

/** For a thread `t` that is in sight: its reader may write in it today. */
export function mayWriteInThread(sight: Eyes): Sql {
  const { actor, today } = sight;
  if (isOffice(actor)) return sql`TRUE`;
  const own = sql`(t.organisation_id IS NULL AND t.person_id = ${actor.personId}::uuid)`;
  return actor.role === 'supervisor' ? sql`(${own} OR ${holdsThere(sight, today)})` : own;
}

/** For a thread `t` of an organisation: this supervisor holds a right there on a day, that of invoices where it is about one. */
const holdsThere = ({ actor }: Eyes, day: string | Sql): Sql => sql`EXISTS (
  SELECT FROM supervisor_right r WHERE r.organisation_id = t.organisation_id AND r.person_id = ${actor.personId}::uuid AND ${mayReadThread(day)})`;

/** For a right `r` at the organisation of a thread `t`: whoever holds it on a day may read what is said then. */
export const mayReadThread = (day: string | Sql): Sql =>
  sql`(${isHeldOn(day)} AND (t.invoice_id IS NULL OR r.may_see_invoices))`;

/**
 * For a document `d`. The office sees all, but those of one person who works there: these are that person's and the admins'. Others see what is for
 * them today.
 */
export function documentInSight(sight: Eyes): Sql {
  const { actor, today } = sight;
  if (isAdmin(actor)) return sql`TRUE`;
  const own = sql`d.person_id = ${actor.personId}::uuid`;
  if (isOffice(actor))
    return sql`(d.person_id IS NULL OR ${own} OR NOT EXISTS (
      SELECT FROM account a WHERE a.person_id = d.person_id AND NOT ${accountInSight({ actor })}))`;
  return documentIsFor(readerOf(sight), today);
}

/** Who a document may be for, as SQL: columns of many people, or one person's own. */
interface Reader {
  personId: Sql;
  employeeId: Sql;
  role: Sql;
}
export const readerOf = ({ actor }: Pick<Eyes, 'actor'>): Reader => ({
  personId: sql`${actor.personId}::uuid`,
  employeeId: sql`${actor.employeeId}::uuid`,
  role: sql`${actor.role}::text`,
});

/**
 * For a document `d`: it is for this reader on a day, as one person, or as one of many outside the office: of a role, or of an organisation, where
 * one holds a right then (also as a substitute), or works.
 */
export const documentIsFor = ({ personId, employeeId, role }: Reader, day: string): Sql => sql`(d.removed_at IS NULL
  AND ${hasBegun(sql`d`, day)} AND (d.person_id = ${personId} OR (d.person_id IS NULL
  AND ${role} IN ('employee', 'supervisor')
  AND (d.role IS NULL OR (d.role = 'supervisor' AND ${role} = 'supervisor') OR (d.role = 'employee' AND ${employeeId} IS NOT NULL))
  AND (d.organisation_id IS NULL
    OR (d.role IS DISTINCT FROM 'employee' AND ${role} = 'supervisor' AND EXISTS (
      SELECT FROM supervisor_right r WHERE r.person_id = ${personId} AND r.organisation_id = d.organisation_id AND ${isHeldOn(day)}))
    OR (d.role IS DISTINCT FROM 'supervisor' AND EXISTS (
      SELECT FROM placement p WHERE p.employee_id = ${employeeId} AND p.organisation_id = d.organisation_id AND ${runsOn(day)}))))))`;

/** For a budget number `b`, with what it costs: of clients whose invoices one may see. */
export function budgetInSight(sight: Sight): Sql {
  if (isOffice(sight.actor)) return sql`TRUE`;
  return sql`(b.organisation_id IN ${organisationsOf(sight, 'may_see_invoices')})`;
}

/** For an organisation `o`: where one works, or supervises. */
export function organisationInSight(sight: Sight): Sql {
  if (isOffice(sight.actor)) return sql`TRUE`;
  return sql`(o.id IN ${organisationsOf(sight)}
    OR EXISTS (SELECT FROM placement p WHERE p.organisation_id = o.id AND p.employee_id = ${sight.actor.employeeId}::uuid))`;
}

/** For an employee `e`: oneself, or whoever has a placement in sight. */
export function employeeInSight(sight: Sight): Sql {
  if (isOffice(sight.actor)) return sql`TRUE`;
  return sql`EXISTS (SELECT FROM placement p WHERE p.employee_id = e.id AND ${placementInSight(sight)})`;
}

/**
 * For an account `a`: the office sees those of employees and supervisors, of its own accounts only admins do. What everybody may
 * know of their own is asked elsewhere.
 */
export function accountInSight({ actor }: Pick<Eyes, 'actor'>): Sql {
  if (isAdmin(actor)) return sql`TRUE`;
  return isOffice(actor) ? sql`a.role NOT IN ('staff', 'admin')` : sql`FALSE`;
}

/** For a notice `n` on screen: one's own, as long as what it tells of is in sight. */
export const noticeInSight = (sight: Sight): Sql =>
  sql`(n.person_id = ${sight.actor.personId}::uuid AND n.on_screen AND ${subjectInSight(sight)})`;

/** The same by mail, to anybody. */
export const noticeIsFor = ({ personId, employeeId, role }: Reader, today: string): Sql =>
  sql`CASE ${role} ${joinSql(
    roles.map((one) => {
      const actor = { role: one, personId, employeeId };
      return sql`WHEN ${constantsSql([one])} THEN ${subjectInSight({ actor, today })}`;
    }),
    ' ',
  )} END`;

/**
 * For a notice `n`: the hours, message, invoice or document that it tells of. A reminder names none. Each is looked up by its index (`OFFSET 0`):
 * the planner would read all messages for a person with many notices.
 */
function subjectInSight(eyes: Eyes): Sql {
  const subjects: Record<NoticeSubject, Sql> = {
    worksheet: sql`EXISTS (SELECT FROM worksheet w WHERE w.id = n.about_id AND ${worksheetInSight(eyes)} OFFSET 0)`,
    thread: sql`EXISTS (SELECT FROM thread_message m JOIN thread t ON t.id = m.thread_id WHERE m.id = n.event_id AND ${messageInSight(eyes)} OFFSET 0)`,
    invoice: sql`EXISTS (SELECT FROM invoice i WHERE i.id = n.about_id AND ${invoiceInSight(eyes)} OFFSET 0)`,
    document: sql`EXISTS (SELECT FROM document d WHERE d.id = n.about_id AND ${documentInSight(eyes)} OFFSET 0)`,
    task: sql`TRUE`,
  };
  const rules = (Object.keys(subjects) as NoticeSubject[]).map(
    (opens) => sql`WHEN n.kind IN (${constantsSql(kindsThatOpen(opens))}) THEN ${subjects[opens]}`,
  );
  return sql`CASE ${joinSql(rules, ' ')} END`;
}

/** For work outside requests that failed: the office's. */
export const failureInSight = ({ actor }: Pick<Sight, 'actor'>): Sql => (isOffice(actor) ? sql`TRUE` : sql`FALSE`);

/** For a mail `m` to an account `a`: it goes with the account. */
export function mailInSight(sight: Pick<Sight, 'actor'>): Sql {
  if (!isOffice(sight.actor)) return sql`FALSE`;
  return sql`(a.id IS NULL OR ${accountInSight(sight)})`;
}

/** For a person `p` with all that is stored of them: the office's, but who works there is the admins'. */
export function personInSight({ actor }: Pick<Sight, 'actor'>): Sql {
  if (isAdmin(actor)) return sql`TRUE`;
  return isOffice(actor)
    ? sql`NOT EXISTS (SELECT FROM account a WHERE a.person_id = p.id AND NOT ${accountInSight({ actor })})`
    : sql`FALSE`;
}

/**
 * For an event `v` of the audit log: admins see all of it, staff what became of records that they may read, others nothing. The
 * settings are closed to staff, and of who works in the office so is the account, and all else but what they are besides: an
 * employee, or a client's supervisor.
 */
export function auditInSight({ actor }: Pick<Sight, 'actor'>): Sql {
  if (isAdmin(actor)) return sql`TRUE`;
  if (!isOffice(actor)) return sql`FALSE`;
  return sql`(v.action IN (${constantsSql(recordActions)}) AND v.subject_type <> 'agency' AND NOT EXISTS (
    SELECT FROM account a WHERE a.person_id = v.record_id AND NOT ${accountInSight({ actor })}
       AND (v.subject_type = 'account' OR NOT (EXISTS (SELECT FROM employee e WHERE e.person_id = v.record_id)
         OR EXISTS (SELECT FROM supervisor_right r WHERE r.person_id = v.record_id)))))`;
}

/** For an event `v` that is in sight: where its actor was. Of the sessions of who works in the office staff see only their own. */
export function actorAddressInSight({ actor }: Pick<Sight, 'actor'>): Sql {
  if (isAdmin(actor)) return sql`TRUE`;
  return sql`(v.actor_id = ${actor.personId}::uuid OR NOT EXISTS (
    SELECT FROM account a WHERE a.person_id = v.actor_id AND NOT ${accountInSight({ actor })}))`;
}

/** For a person `pn` with account `a`: who supervises somewhere, or did. Only the office looks at other people. */
export function supervisorInSight(sight: Sight): Sql {
  if (!isOffice(sight.actor)) return sql`FALSE`;
  return sql`(a.role = 'supervisor' OR EXISTS (SELECT FROM supervisor_right own WHERE own.person_id = pn.id))`;
}

/** The organisations of a supervisor's rights today, or of those with one of these, as a list for IN; empty for everybody else. */
export function organisationsOf(sight: Eyes, right?: 'may_approve' | 'may_register' | 'may_see_invoices'): Sql {
  const only = right ? sql`AND r.${rawSql(right)}` : noSql;
  return sql`(SELECT r.organisation_id FROM supervisor_right r WHERE ${isHeldBy(sight)} ${only})`;
}

/**
 * Today's rights in one row: `may_approve` and `may_register` at one organisation, both NULL for who has no right there, and all organisations
 * that one sees (`seen`) or registers at (`registered`).
 */
export const rightsAt = (sight: Sight, organisationId: Sql): Sql =>
  sight.actor.role !== 'supervisor'
    ? sql`(SELECT NULL::boolean AS may_approve, NULL::boolean AS may_register, NULL::uuid[] AS seen, NULL::uuid[] AS registered)`
    : sql`LATERAL (SELECT bool_or(r.may_approve) FILTER (WHERE r.organisation_id = ${organisationId}) AS may_approve,
        bool_or(r.may_register) FILTER (WHERE r.organisation_id = ${organisationId}) AS may_register,
        array_agg(r.organisation_id) AS seen, array_agg(r.organisation_id) FILTER (WHERE r.may_register) AS registered
    FROM supervisor_right r WHERE ${isHeldBy(sight)})`;

/** For a right `r`: held by this supervisor, today. Nobody else holds any, and a statement of theirs does not ask. */
export const isHeldBy = ({ actor, today }: Eyes): Sql =>
  actor.role === 'supervisor' ? sql`(r.person_id = ${actor.personId}::uuid AND ${isHeldOn(today)})` : sql`FALSE`;

/** For a right `r`: held on a day. A substitute's lasts no longer than the right of whom they stand in for. */
export const isHeldOn = (
  day: string | Sql,
): Sql => sql`(${isDated(sql`r`, day)} AND (r.on_behalf_of_id IS NULL OR EXISTS (
  SELECT FROM supervisor_right own WHERE own.person_id = r.on_behalf_of_id AND own.organisation_id = r.organisation_id
     AND own.on_behalf_of_id IS NULL AND own.may_approve AND ${isDated(sql`own`, day)})))`;
