import type { Language } from '@konnekt/shared/basics/actor';
import type { ChosenNotice, HoursNotice, Notice } from '@konnekt/shared/notices/notice.contract';
import { type NewsKind, type NoticeKind, type NoticeView, reminderKinds } from '@konnekt/shared/notices/notice.words';
import type { Db, Transaction } from '#api/kit/database';
import { keysetList } from '#api/kit/keyset-list';
import { constantsSql, noSql, type Sql, sql } from '#api/kit/sql';
import { noticeInSight, noticeIsFor, type Sight } from '#api/kit/visibility';

/** What a notice `n` tells of: hours, a message, an invoice, a document; a reminder of nothing else. */
const about = sql`
  LEFT JOIN worksheet w ON w.id = n.about_id
  LEFT JOIN worksheet_event v ON v.worksheet_id = w.id AND v.id = n.event_id
  LEFT JOIN organisation o ON o.id = w.organisation_id
  LEFT JOIN period p ON p.id = w.period_id
  LEFT JOIN thread_message m ON m.id = n.event_id
  LEFT JOIN thread t ON t.id = m.thread_id
  LEFT JOIN invoice i ON i.id = n.about_id AND i.number IS NOT NULL
  LEFT JOIN document_version dv ON dv.id = n.event_id
  LEFT JOIN document dc ON dc.id = dv.document_id AND dc.removed_at IS NULL`;
const isThere = sql`(v.id IS NOT NULL OR m.id IS NOT NULL OR i.id IS NOT NULL OR dc.id IS NOT NULL OR n.kind IN (${constantsSql(reminderKinds)}))`;
const told = sql`n.kind, n.about_id AS "aboutId", coalesce(v.actor_name, m.by_name, i.finalised_by_name, dv.by_name) AS by, v.reason, o.name AS "organisationName", coalesce(t.title, i.number, dc.name) AS title, coalesce(dv.number > 1, FALSE) AS "isNewVersion",
  json_build_object('type', p.type, 'year', p.year, 'number', p.number, 'startsOn', p.starts_on, 'endsOn', p.ends_on) AS period`;

interface Told {
  kind: NoticeKind;
  aboutId: string;
  by: string;
  reason: string | null;
  organisationName: string;
  title: string;
  isNewVersion: boolean;
  period: HoursNotice['period'];
}

interface Asked {
  limit: number;
  cursor?: string | undefined;
  view: NoticeView;
}

/** Newest first. */
export const listNotices = (db: Db, sight: Sight, { view, ...page }: Asked) =>
  keysetList<Told & Pick<Notice, 'id' | 'at' | 'isRead'>>(db, {
    columns: sql`n.id, n.at, n.read_at IS NOT NULL AS "isRead", ${told}`,
    matching: sql`FROM notice n ${about} WHERE ${noticeInSight(sight)} AND ${isThere} ${view === 'unread' ? sql`AND n.read_at IS NULL` : noSql}`,
    id: sql`n.id`,
    isDescending: true,
    page,
  });

export async function countUnread(db: Transaction, sight: Sight): Promise<number> {
  const [row] = await db.query<{ unread: number }>(sql`
    SELECT count(*)::int AS unread FROM notice n WHERE ${noticeInSight(sight)} AND n.read_at IS NULL`);
  return row?.unread ?? 0;
}

/** These, or all. */
export async function markRead(db: Db, sight: Sight, ids: readonly string[] | undefined): Promise<void> {
  await db.query(sql`
    UPDATE notice n SET read_at = now()
     WHERE ${noticeInSight(sight)} AND n.read_at IS NULL AND (${ids === undefined}::boolean OR n.id = ANY(${ids ?? []}::uuid[]))`);
}

export const listChoices = (db: Transaction, { actor }: Sight): Promise<ChosenNotice[]> =>
  db.query<ChosenNotice>(sql`
    SELECT kind, on_screen AS "onScreen", by_mail AS "byMail" FROM notice_choice WHERE person_id = ${actor.personId}::uuid`);

export async function keepChoices(tx: Transaction, { actor }: Sight, chosen: readonly ChosenNotice[]): Promise<void> {
  const list = <T>(of: (choice: ChosenNotice) => T) => chosen.map(of);
  await tx.query(sql`
    INSERT INTO notice_choice (person_id, kind, on_screen, by_mail)
    SELECT ${actor.personId}::uuid, c.kind, c.on_screen, c.by_mail
      FROM unnest(${list(({ kind }) => kind)}::text[], ${list(({ onScreen }) => onScreen)}::boolean[], ${list(({ byMail }) => byMail)}::boolean[])
        AS c (kind, on_screen, by_mail)
        ON CONFLICT (person_id, kind) DO UPDATE SET on_screen = excluded.on_screen, by_mail = excluded.by_mail`);
}

export const hasDailyMail = (db: Transaction, { actor }: Sight): Promise<boolean> =>
  db.query(sql`SELECT FROM daily_mail WHERE person_id = ${actor.personId}::uuid`).then((found) => found.length > 0);

/** One mail a day from now on, or as it happens: then what waited for the hour goes at once. */
export async function keepDailyMail(tx: Transaction, { actor }: Sight, isDaily: boolean): Promise<void> {
  const person = sql`${actor.personId}::uuid`;
  await (isDaily
    ? tx.query(sql`INSERT INTO daily_mail (person_id) VALUES (${person}) ON CONFLICT DO NOTHING`)
    : tx.query(sql`
        WITH gone AS (DELETE FROM daily_mail WHERE person_id = ${person} RETURNING person_id)
        UPDATE notice n SET mail_due_at = now() FROM gone WHERE n.person_id = gone.person_id AND n.mail_due_at > now()`));
}

export type NoticeToMail = Omit<Told, 'kind'> & {
  kind: NewsKind;
  accountId: string;
  /** All that happened goes in one mail. */
  isDaily: boolean;
  email: string;
  language: Language;
  /** Who is told. */
  name: string;
};

/**
 * Takes people of whom something is to be mailed, with all that is, in the order it happened: nobody else mails it. Answers how many notices
 * were taken; of one that cannot be mailed any more, for its account was blocked or it tells of what went out of their sight, nothing is.
 */
export async function takeDue(
  tx: Transaction,
  today: string,
  people: number,
): Promise<{ taken: number; toMail: NoticeToMail[] }> {
  const due: Sql = sql`
    SELECT person_id FROM notice WHERE mail_due_at <= now() GROUP BY person_id ORDER BY min(mail_due_at) LIMIT ${people}::int`;
  const reader = { personId: sql`n.person_id`, employeeId: sql`me.id`, role: sql`ac.role` };
  const rows = await tx.query<NoticeToMail & { isForThem: boolean }>(sql`
    WITH n AS (
      UPDATE notice SET mail_due_at = NULL
       WHERE (person_id, id) IN (
         SELECT person_id, id FROM notice WHERE person_id IN (${due}) AND mail_due_at IS NOT NULL
          ORDER BY person_id, id FOR UPDATE SKIP LOCKED)
      RETURNING *)
    SELECT ac.id AS "accountId", ac.email, ac.language, x.full_name AS name, coalesce(${isThere} AND ${noticeIsFor(reader, today)}, FALSE) AS "isForThem",
           EXISTS (SELECT FROM daily_mail d WHERE d.person_id = n.person_id) AS "isDaily", ${told}
      FROM n ${about}
      JOIN person x ON x.id = n.person_id
      LEFT JOIN employee me ON me.person_id = n.person_id
      LEFT JOIN account ac ON ac.person_id = n.person_id AND ac.status = 'active'
     ORDER BY n.person_id, n.id`);
  return {
    taken: rows.length,
    toMail: rows.flatMap(({ isForThem, ...notice }) => (isForThem ? [notice] : [])),
  };
}
