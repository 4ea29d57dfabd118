import type { Receiver } from '@konnekt/shared/messages/message.contract';
import type { Receivers } from '@konnekt/shared/messages/message.schema';
import { runsOn } from '#api/kit/conditions';
import type { Author, Db, Transaction } from '#api/kit/database';
import { contains } from '#api/kit/keyset-list';
import { noticesOf } from '#api/kit/notices';
import { noSql, type Sql, sql } from '#api/kit/sql';
import { isHeldOn, type Sight } from '#api/kit/visibility';
import type { SentBefore } from './sent-before.ts';
import { filesOf } from './thread-writing.repository.ts';

const isEmployee = sql`e.id IS NOT NULL`;
const isSupervisor = sql`a.role = 'supervisor'`;

/** Accounts `a` of people `pn`, employees `e`, that are in use and answer to all that was asked. */
function receivers({ role, organisationId, q, personIds }: Receivers, today: string): Sql {
  const worksThere = sql`EXISTS (SELECT FROM placement p WHERE p.employee_id = e.id AND p.organisation_id = ${organisationId}::uuid AND ${runsOn(today)})`;
  const supervisesThere = sql`(${isSupervisor} AND EXISTS (
    SELECT FROM supervisor_right r WHERE r.person_id = a.person_id AND r.organisation_id = ${organisationId}::uuid AND ${isHeldOn(today)}))`;
  const ofRole = role === 'employee' ? isEmployee : role === 'supervisor' ? isSupervisor : sql`TRUE`;
  const there =
    role === 'employee'
      ? worksThere
      : role === 'supervisor'
        ? supervisesThere
        : sql`(${worksThere} OR ${supervisesThere})`;
  return sql`FROM account a JOIN person pn ON pn.id = a.person_id LEFT JOIN employee e ON e.person_id = pn.id
    WHERE a.status = 'active' AND a.role IN ('employee', 'supervisor') AND ${ofRole} ${organisationId ? sql`AND ${there}` : noSql}
      ${personIds ? sql`AND a.person_id = ANY(${personIds}::uuid[])` : noSql} ${contains(q, sql`pn.full_name`, sql`e.personnel_number`, sql`a.email`)}`;
}

const FEW = 20;

/** How many would be written to, and the first of them by name. */
export async function findReceivers(db: Db, { today }: Sight, asked: Receivers) {
  const [items, [counted]] = await Promise.all([
    db.query<Receiver>(
      sql`SELECT a.person_id AS "personId", pn.full_name AS name, a.role, coalesce(e.personnel_number, a.email) AS detail
        ${receivers(asked, today)} ORDER BY pn.sort_name, pn.id LIMIT ${FEW}::int`,
      'once',
    ),
    db.query<{ total: number }>(sql`SELECT count(*)::int AS total ${receivers(asked, today)}`, 'once'),
  ]);
  return { items, total: counted?.total ?? 0 };
}

interface ToSend {
  id: string;
  title: string;
  body: string;
  fileIds: readonly string[];
  receivers: Receivers;
  total: number;
}

interface SentToMany extends SentBefore {
  byId: string;
  title: string;
  total: number;
  isForSame: boolean;
}

/** One sending after another of the same id. What was sent by it already: each of its threads begins with the same. */
export async function findSentToMany(tx: Transaction, asked: ToSend): Promise<SentToMany | undefined> {
  const { id, body, fileIds } = asked;
  await tx.query(sql`SELECT pg_advisory_xact_lock(hashtextextended('to-many ' || ${id}, 0))`);
  const [sent] = await tx.query<SentToMany>(sql`
    SELECT s.by_id AS "byId", s.title, s.total, s.receivers = ${JSON.stringify(asked.receivers)}::jsonb AS "isForSame", m.body, m.file_ids AS "fileIds"
      FROM to_many s LEFT JOIN LATERAL (
        SELECT m.body, ${filesOf(sql`m.id`)} AS file_ids FROM thread t JOIN thread_message m ON m.thread_id = t.id AND m.number = 1
         WHERE t.to_many_id = s.id LIMIT 1) m ON true
     WHERE s.id = ${id}::uuid`);
  // Where all whom it went to were erased since, nothing is left to hold it against.
  return sent && { ...sent, body: sent.body ?? body, fileIds: sent.fileIds ?? [...fileIds] };
}

/** Makes a thread for each of them, in one statement; none where they are not as many as were shown. */
export async function writeToMany(tx: Transaction, { today }: Sight, author: Author, toSend: ToSend): Promise<boolean> {
  const { id, title, body, fileIds, total } = toSend;
  const sent = await tx.query(
    sql`
    WITH found AS MATERIALIZED (
      SELECT a.person_id, uuid_v7() AS thread_id, uuid_v7() AS message_id ${receivers(toSend.receivers, today)}),
    sent AS (
      INSERT INTO to_many (id, by_id, by_name, title, receivers, total)
      SELECT ${id}::uuid, ${author.personId}::uuid, ${author.name}, ${title}, ${JSON.stringify(toSend.receivers)}::jsonb, ${total}::int
       WHERE (SELECT count(*) FROM found) = ${total}::int RETURNING id),
    each_one AS MATERIALIZED (SELECT f.*, s.id AS to_many_id FROM found f CROSS JOIN sent s),
    threads AS (
      INSERT INTO thread (id, title, person_id, to_many_id) SELECT thread_id, ${title}, person_id, to_many_id FROM each_one),
    messages AS (
      INSERT INTO thread_message (thread_id, number, id, on_day, by_id, by_name, is_office, body)
      SELECT thread_id, 1, message_id, ${today}::date, ${author.personId}::uuid, ${author.name}, TRUE, ${body} FROM each_one),
    files AS (
      INSERT INTO thread_attachment (message_id, number, file_id)
      SELECT o.message_id, x.number, x.id FROM each_one o CROSS JOIN unnest(${[...fileIds]}::uuid[]) WITH ORDINALITY AS x (id, number)),
    readers AS (
      INSERT INTO thread_reader (person_id, thread_id, unread_since) SELECT person_id, thread_id, now() FROM each_one),
    told AS (${noticesOf('message', sql`SELECT person_id, thread_id, message_id FROM each_one`, { isNewEvent: true })})
    SELECT id FROM sent`,
    'once',
  );
  return sent.length > 0;
}
