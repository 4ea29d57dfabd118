import { isOffice, type Language } from '@konnekt/shared/basics/actor';
import type { MessageCounts } from '@konnekt/shared/messages/message.contract';
import type { Message, ThreadAbout } from '@konnekt/shared/messages/message.schema';
import type { ThreadView } from '@konnekt/shared/messages/message.words';
import { organisationsCalled, peopleCalled } from '#api/kit/conditions';
import type { Db, Transaction } from '#api/kit/database';
import { keysetList, wordPatterns } from '#api/kit/keyset-list';
import { joinSql, noSql, type Sql, sql } from '#api/kit/sql';
import {
  invoiceInSight,
  mayWriteInThread,
  messageInSight,
  organisationsOf,
  type Sight,
  worksheetInSight,
} from '#api/kit/visibility';

/** A thread as a list shows it. */
export interface FoundThread {
  id: string;
  version: number;
  title: string;
  personName: string;
  organisationName: string | null;
  lastNumber: number;
  lastAt: string;
  lastBy: string;
  lastIsOffice: boolean;
  lastIsOwn: boolean;
  excerpt: string;
  hasFiles: boolean;
  isUnread: boolean;
  isArchived: boolean;
  waitingSince: string | null;
  takenById: string | null;
  takenByName: string | null;
}

const EXCERPT = 200;

const columns = (sight: Sight): Sql => {
  const { actor } = sight;
  const ofOffice = isOffice(actor);
  return sql`t.id, t.version, t.title, coalesce(pn.full_name, '•') AS "personName", o.name AS "organisationName", m.number AS "lastNumber", m.at AS "lastAt", m.by_name AS "lastBy",
    m.is_office AS "lastIsOffice", m.by_id = ${actor.personId}::uuid AS "lastIsOwn", left(m.body, ${EXCERPT}::int) AS excerpt,
    EXISTS (SELECT FROM thread_message m JOIN thread_attachment x ON x.message_id = m.id WHERE m.thread_id = t.id AND ${messageInSight(sight)}) AS "hasFiles",
    rd.unread_since IS NOT NULL AS "isUnread", ${ofOffice ? sql`t.closed_at` : sql`rd.archived_at`} IS NOT NULL AS "isArchived",
    ${ofOffice ? sql`t.waiting_since` : sql`NULL::timestamptz`} AS "waitingSince",
    ${ofOffice ? sql`tk.id` : sql`NULL::uuid`} AS "takenById", ${ofOffice ? sql`tk.full_name` : sql`NULL::text`} AS "takenByName"`;
};

/** Threads `t` with their newest message in sight `m`: one without any is out of sight. `rd` is what it is for this reader. */
function threads(sight: Sight): Sql {
  const { actor } = sight;
  const newest = isOffice(actor)
    ? sql`JOIN thread_message m ON m.thread_id = t.id AND m.number = t.last_number`
    : sql`JOIN LATERAL (SELECT m.* FROM thread_message m WHERE m.thread_id = t.id AND ${messageInSight(sight)} ORDER BY m.number DESC LIMIT 1) m ON TRUE`;
  const near = isOffice(actor)
    ? sql`TRUE`
    : sql`(t.person_id = ${actor.personId}::uuid OR t.organisation_id IN ${organisationsOf(sight)})`;
  return sql`FROM thread t ${newest} LEFT JOIN person pn ON pn.id = t.person_id LEFT JOIN organisation o ON o.id = t.organisation_id
    LEFT JOIN person tk ON tk.id = t.taken_by_id
    LEFT JOIN thread_reader rd ON rd.thread_id = t.id AND rd.person_id = ${actor.personId}::uuid WHERE ${near}`;
}

function inView(view: ThreadView, { actor }: Sight): Sql {
  const ofOffice = isOffice(actor);
  if (view === 'unread') return sql`AND rd.unread_since IS NOT NULL`;
  if (view === 'inbox') return ofOffice ? sql`AND t.closed_at IS NULL` : sql`AND rd.archived_at IS NULL`;
  if (view === 'archived') return ofOffice ? sql`AND t.closed_at IS NOT NULL` : sql`AND rd.archived_at IS NOT NULL`;
  if (!ofOffice) return sql`AND FALSE`;
  return view === 'waiting'
    ? sql`AND t.waiting_since IS NOT NULL`
    : sql`AND t.taken_by_id = ${actor.personId}::uuid AND t.closed_at IS NULL`;
}

/** Threads with a word in their subject, in the name of who they are with or of their organisation, or in what was said in sight: each by its index. */
const threadsWith = (word: string, sight: Sight): Sql => sql`
  SELECT x.id FROM thread x WHERE x.search LIKE ${word}
   UNION ALL
  SELECT x.id FROM thread x WHERE x.person_id IN ${peopleCalled(word)}
   UNION ALL
  SELECT x.id FROM thread x WHERE x.organisation_id IN ${organisationsCalled(word)}
   UNION ALL
  SELECT m.thread_id FROM thread_message m JOIN thread t ON t.id = m.thread_id WHERE m.search LIKE ${word} AND ${messageInSight(sight)}`;

interface AskedThreads {
  limit: number;
  cursor?: string | undefined;
  q?: string | undefined;
  view: ThreadView;
  worksheetId?: string | undefined;
  invoiceId?: string | undefined;
}

/** Newest first; of those that wait the longest first. What an unseen message would say of itself, its time too, is not told. */
export function listThreads(db: Db, sight: Sight, { q, view, worksheetId, invoiceId, ...page }: AskedThreads) {
  const isWaiting = view === 'waiting' && isOffice(sight.actor);
  const newest = isOffice(sight.actor) ? sql`t.last_at` : sql`m.at`;
  return keysetList<FoundThread>(db, {
    columns: columns(sight),
    matching: sql`${threads(sight)} ${worksheetId || invoiceId ? noSql : inView(view, sight)}
      ${worksheetId ? sql`AND t.worksheet_id = ${worksheetId}::uuid` : noSql} ${invoiceId ? sql`AND t.invoice_id = ${invoiceId}::uuid` : noSql}
      ${joinSql([noSql, ...wordPatterns(q).map((word) => sql`AND t.id IN (${threadsWith(word, sight)})`)], ' ')}`,
    key: { column: isWaiting ? sql`t.waiting_since` : newest, type: 'instant' },
    id: sql`t.id`,
    isDescending: !isWaiting,
    page,
  });
}

/** One thread in sight, with what it is about where that is in sight as well. */
export async function findThread(db: Transaction, sight: Sight, id: string) {
  const [found] = await db.query<
    FoundThread & { about: ThreadAbout | null; mayWrite: boolean; personLanguage: Language | null }
  >(sql`
    SELECT ${columns(sight)}, ${mayWriteInThread(sight)} AS "mayWrite",
      ${isOffice(sight.actor) ? sql`(SELECT a.language FROM account a WHERE a.person_id = t.person_id)` : sql`NULL::text`} AS "personLanguage", coalesce(
      (SELECT json_build_object('kind', 'worksheet', 'id', w.id, 'employeeName', p.employee_name, 'organisationName', wo.name,
              'period', json_build_object('type', pe.type, 'year', pe.year, 'number', pe.number, 'startsOn', pe.starts_on, 'endsOn', pe.ends_on))
         FROM worksheet w JOIN placement p ON p.id = w.placement_id JOIN organisation wo ON wo.id = w.organisation_id JOIN period pe ON pe.id = w.period_id
        WHERE w.id = t.worksheet_id AND ${worksheetInSight(sight)}),
      (SELECT json_build_object('kind', 'invoice', 'id', i.id, 'number', i.number, 'lineId', l.id, 'lineName', nullif(concat_ws(', ', l.employee_name, l.description), ''))
         FROM invoice i LEFT JOIN invoice_line l ON l.id = t.invoice_line_id WHERE i.id = t.invoice_id AND i.number IS NOT NULL AND ${invoiceInSight(sight)})) AS about
      ${threads(sight)} AND t.id = ${id}::uuid`);
  return found;
}

/** All of a thread that is in sight, as it was said. */
export const listMessages = (db: Transaction, sight: Sight, id: string): Promise<Message[]> =>
  db.query<Message>(sql`
    SELECT m.id, m.number, m.at, m.by_name AS "byName", m.is_office AS "isOffice", m.by_id = ${sight.actor.personId}::uuid AS "isOwn", m.body,
           coalesce((SELECT json_agg(json_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'size', f.size) ORDER BY x.number)
              FROM thread_attachment x JOIN stored_file f ON f.id = x.file_id WHERE x.message_id = m.id), '[]') AS files
      FROM thread t JOIN thread_message m ON m.thread_id = t.id WHERE t.id = ${id}::uuid AND ${messageInSight(sight)} ORDER BY m.number`);

const MOST_COUNTED = 1000;

/** How many threads in sight have something new, and of the office how many wait for an answer: both of indexes of those alone. */
export async function countThreads(db: Transaction, sight: Sight): Promise<MessageCounts> {
  const ofOffice = isOffice(sight.actor);
  const isSeen = ofOffice
    ? noSql
    : sql`AND EXISTS (SELECT FROM thread t JOIN thread_message m ON m.thread_id = t.id WHERE t.id = rd.thread_id AND ${messageInSight(sight)})`;
  const waiting = ofOffice
    ? sql`(SELECT count(*)::int FROM (SELECT FROM thread WHERE waiting_since IS NOT NULL LIMIT ${MOST_COUNTED}::int) n)`
    : sql`NULL::int`;
  const [counted] = await db.query<MessageCounts>(sql`
    SELECT (SELECT count(*)::int FROM (SELECT FROM thread_reader rd WHERE rd.person_id = ${sight.actor.personId}::uuid AND rd.unread_since IS NOT NULL ${isSeen}
              LIMIT ${MOST_COUNTED}::int) n) AS unread, ${waiting} AS waiting`);
  return counted ?? { unread: 0, waiting: null };
}

/** A file of a message in sight. */
export async function findAttachment(db: Transaction, sight: Sight, id: string) {
  const [found] = await db.query<{ name: string; mediaType: string }>(sql`
    SELECT f.name, f.media_type AS "mediaType" FROM stored_file f WHERE f.id = ${id}::uuid AND EXISTS (
      SELECT FROM thread_attachment x JOIN thread_message m ON m.id = x.message_id JOIN thread t ON t.id = m.thread_id
       WHERE x.file_id = f.id AND ${messageInSight(sight)})`);
  return found;
}
