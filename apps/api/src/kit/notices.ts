import { dailyMailHour, isReminder, type NoticeKind, noticeKinds } from '@konnekt/shared/notices/notice.words';
import type { Transaction } from './database.ts';
import { noSql, type Sql, sql } from './sql.ts';

/** Until it is mailed: what is taken back by then is not, and what happens together is one mail. */
const MAIL_AFTER = sql`interval '1 minute'`;
const MAIL_HOUR = sql`make_interval(hours => ${dailyMailHour}::int)`;
/** The next time that it is the hour of the daily mail in Amsterdam. */
const NEXT_DAILY_MAIL = sql`(date_trunc('day', now() AT TIME ZONE 'Europe/Amsterdam' - ${MAIL_HOUR}) + interval '1 day' + ${MAIL_HOUR}) AT TIME ZONE 'Europe/Amsterdam'`;

/**
 * Tells people of what happened, as part of the statement that makes it happen. `told` is whom (a person), about what, and the event of it,
 * in that order; one is told of an event once (of an event that the same statement makes nobody can have been told before). Their choices say where they hear it; the mail is made of the notice by a job. Of a
 * reminder this is what stands on screen: its mail has been written.
 */
export function noticesOf(kind: NoticeKind, told: Sql, { isNewEvent = false } = {}): Sql {
  const { onScreen, byMail } = noticeKinds[kind].byDefault;
  const isShown = sql`coalesce(c.on_screen, ${onScreen}::boolean)`;
  const isMailed = isReminder(kind) ? sql`FALSE` : sql`coalesce(c.by_mail, ${byMail}::boolean)`;
  const due = sql`CASE WHEN d.person_id IS NULL THEN now() + ${MAIL_AFTER} ELSE ${NEXT_DAILY_MAIL} END`;
  return sql`
      INSERT INTO notice (person_id, kind, about_id, event_id, on_screen, mail_due_at)
      SELECT told.person_id, ${kind}, told.about_id, told.event_id, ${isShown}, CASE WHEN ${isMailed} THEN ${due} END
        FROM (${told}) AS told (person_id, about_id, event_id)
        JOIN account a ON a.person_id = told.person_id AND a.status = 'active'
        LEFT JOIN notice_choice c ON c.person_id = told.person_id AND c.kind = ${kind}
        LEFT JOIN daily_mail d ON d.person_id = told.person_id
       WHERE ${isShown} OR ${isMailed}
          ${isNewEvent ? noSql : sql`ON CONFLICT DO NOTHING`}`;
}

/** The same as a statement of its own. */
export async function tell(
  tx: Transaction,
  kind: NoticeKind,
  personIds: readonly string[],
  about: { id: string; eventId: string },
): Promise<void> {
  await tx.query(
    noticesOf(
      kind,
      sql`SELECT person_id, ${about.id}::uuid, ${about.eventId}::uuid FROM unnest(${personIds}::uuid[]) AS p (person_id)`,
    ),
  );
}

/** Takes notices back, as part of the statement that takes back what they tell of: `about` selects the ids of what they are about. */
export const noticesTakenBack = (kind: NoticeKind, about: Sql): Sql =>
  sql`DELETE FROM notice n WHERE n.kind = ${kind} AND n.about_id IN (${about})`;
