import type { Language } from '@konnekt/shared/basics/actor';
import { noticeKinds, type ReminderKind } from '@konnekt/shared/notices/notice.words';
import { type ReminderRound, reminderMails } from '@konnekt/shared/reminders/reminder.words';
import { owedByEmployees } from '#api/features/worksheets/worksheet.service';
import { newId, type Transaction } from '#api/kit/database';
import { noticesOf } from '#api/kit/notices';
import { noSql, type Sql, sql } from '#api/kit/sql';
import { isHeldOn } from '#api/kit/visibility';

/** Who reminds waits for who reminds at this moment, by the clock or by hand: what that one mailed is seen, and not mailed again. */
export const waitForTurn = (tx: Transaction) =>
  tx.query(sql`SELECT pg_advisory_xact_lock(hashtextextended('reminders', 0))`);

/** False when the round was made already, by this process or another. */
export async function beginRound(tx: Transaction, round: ReminderRound, dueAt: string): Promise<boolean> {
  const begun = await tx.query(sql`
    INSERT INTO reminder_round (kind, due_at) VALUES (${round}, ${dueAt}::timestamptz) ON CONFLICT DO NOTHING RETURNING kind`);
  return begun.length > 0;
}

export async function endRound(tx: Transaction, round: ReminderRound, dueAt: string, mails: number): Promise<void> {
  await tx.query(
    sql`UPDATE reminder_round SET mails = ${mails}::int WHERE kind = ${round} AND due_at = ${dueAt}::timestamptz`,
  );
}

export interface Recipient {
  accountId: string;
  personId: string;
  /** Else on screen alone. */
  isMailed: boolean;
  email: string;
  language: Language;
  name: string;
  /** What they are reminded of: of each client how many worksheets, and its own deadline where it has one. */
  open: { organisationName: string; count: number; approveByWeekday: number | null; approveByMinutes: number | null }[];
  count: number;
}

export interface ReminderFilter {
  organisationId?: string | undefined;
  employeeId?: string | undefined;
  periodType?: 'week' | 'four-weeks' | 'month' | undefined;
  year?: number | undefined;
  period?: number | undefined;
}

/** Which choice of theirs holds for a round. */
const kindOfRound = {
  employees: 'reminder-hours',
  supervisors: 'reminder-approve',
  escalation: 'reminder-approve',
  office: 'reminder-office',
} as const satisfies Record<ReminderRound, ReminderKind>;

/** For an account `a` with its choice `c`: whether it hears of it by mail. */
const isMailed = (round: ReminderRound): Sql =>
  sql`coalesce(c.by_mail, ${noticeKinds[kindOfRound[round]].byDefault.byMail}::boolean)`;

/** Whoever has not switched it off, can log in, and was not mailed the same within the hour. */
const recipients = (personId: Sql, round: ReminderRound): Sql => sql`
  JOIN account a ON a.person_id = ${personId} AND a.status = 'active'
  JOIN person n ON n.id = a.person_id
  LEFT JOIN notice_choice c ON c.person_id = a.person_id AND c.kind = ${kindOfRound[round]}
 WHERE (${isMailed(round)} OR coalesce(c.on_screen, ${noticeKinds[kindOfRound[round]].byDefault.onScreen}::boolean))
   AND NOT EXISTS (SELECT FROM mail m WHERE m.account_id = a.id AND m.kind = ${reminderMails[round]} AND m.created_at > now() - interval '1 hour')`;

const recipientColumns = (round: ReminderRound): Sql =>
  sql`a.id AS "accountId", a.person_id AS "personId", ${isMailed(round)} AS "isMailed", a.email, a.language, n.full_name AS name`;

/** A client's name and its own deadline. */
const client = sql`o.name AS "organisationName", o.approve_by_weekday AS weekday, o.approve_by_minutes AS minutes`;
const perPerson = (of: Sql): Sql => sql`
  SELECT "accountId", "personId", "isMailed", email, language, name, sum(count)::int AS count,
         json_agg(json_build_object('organisationName', "organisationName", 'count', count, 'approveByWeekday', weekday, 'approveByMinutes', minutes)
                  ORDER BY "organisationName") AS open
    FROM (${of}) of_client GROUP BY "accountId", "personId", "isMailed", email, language, name ORDER BY "accountId"`;

/** Employees who owe hours of periods that are over, that they fill in themselves. */
export const findLateEmployees = (tx: Transaction, today: string, filter: ReminderFilter): Promise<Recipient[]> =>
  tx.query<Recipient>(
    perPerson(sql`
    SELECT ${recipientColumns('employees')}, ${client}, count(*)::int AS count
      FROM (${owedByEmployees(today, filter)}) owed
      JOIN placement p ON p.id = owed.placement_id JOIN employee e ON e.id = p.employee_id JOIN organisation o ON o.id = p.organisation_id
      ${recipients(sql`e.person_id`, 'employees')}
     GROUP BY a.id, c.by_mail, n.full_name, o.id`),
    'once',
  );

/**
 * Supervisors with hours to approve, never their own: who holds the right themselves; in an escalation whoever may, substitutes too, of what
 * waits for a day.
 */
export const findApprovers = (
  tx: Transaction,
  today: string,
  round: 'supervisors' | 'escalation',
  filter: ReminderFilter,
): Promise<Recipient[]> =>
  tx.query<Recipient>(
    perPerson(sql`
    SELECT ${recipientColumns(round)}, ${client}, count(DISTINCT w.id)::int AS count
      ${toApprove(today, round, filter)}
     GROUP BY a.id, c.by_mail, n.full_name, o.id`),
    'once',
  );

/** What of it each may approve from the mail itself, where its client allows that. */
export const approvableByMail = (
  today: string,
  round: 'supervisors' | 'escalation',
  filter: ReminderFilter,
): Sql => sql`
  SELECT DISTINCT a.id AS account_id, w.id AS worksheet_id, x.version ${toApprove(today, round, filter)} AND o.mail_approval <> 'off'`;

/** From FROM: waiting worksheets `w`, their rows `x` and clients `o`, with the accounts `a` of who is reminded of them. */
const toApprove = (today: string, round: 'supervisors' | 'escalation', filter: ReminderFilter): Sql => sql`
      FROM worksheet_waiting w JOIN worksheet x ON x.id = w.id JOIN organisation o ON o.id = w.organisation_id
      JOIN employee own ON own.id = w.employee_id
      JOIN supervisor_right r ON r.organisation_id = w.organisation_id AND r.may_approve AND r.person_id <> own.person_id
       AND r.on_behalf_of_id IS DISTINCT FROM own.person_id AND ${isHeldOn(today)}
       ${round === 'supervisors' ? sql`AND r.on_behalf_of_id IS NULL` : sql`AND x.sent_at < now() - interval '1 day'`}
      ${recipients(sql`r.person_id`, round)} AND w.status = 'submitted'
       ${filter.organisationId ? sql`AND w.organisation_id = ${filter.organisationId}::uuid` : noSql}
       ${filter.employeeId ? sql`AND w.employee_id = ${filter.employeeId}::uuid` : noSql}
       ${filter.year || filter.period || filter.periodType ? sql`AND x.period_id IN (${periods(filter)})` : noSql}`;

const periods = ({ year, period, periodType }: ReminderFilter): Sql => sql`
  SELECT pe.id FROM period pe WHERE TRUE ${year ? sql`AND pe.year = ${year}::int` : noSql}
    ${period ? sql`AND pe.number = ${period}::int` : noSql} ${periodType ? sql`AND pe.type = ${periodType}` : noSql}`;

/** Who works in the office. */
export const findOffice = (tx: Transaction): Promise<Recipient[]> =>
  tx.query<Recipient>(sql`
    SELECT ${recipientColumns('office')}, 0 AS count, '[]'::json AS open
      FROM (SELECT 1) one ${recipients(sql`ANY (SELECT o.person_id FROM account o WHERE o.role IN ('staff', 'admin'))`, 'office')}
     ORDER BY a.id`);

/** What reminds on screen is the newest alone; what was read before stays read. */
export async function remindOnScreen(
  tx: Transaction,
  round: ReminderRound,
  personIds: readonly string[],
): Promise<void> {
  const kind = kindOfRound[round];
  const id = newId();
  await tx.query(sql`
    WITH gone AS (
      DELETE FROM notice n WHERE n.person_id = ANY(${[...personIds]}::uuid[]) AND n.kind = ${kind} AND n.read_at IS NULL),
    told AS (${noticesOf(kind, sql`SELECT person_id, ${id}::uuid, ${id}::uuid FROM unnest(${[...personIds]}::uuid[]) AS p (person_id)`, { isNewEvent: true })})
    SELECT`);
}
