import { type Sql, sql } from '#api/kit/sql';

/** What must be true of threads and their messages. */
export const messageRules = {
  'a thread has messages from the first on, knows its newest, and waits since the first that nobody answered': sql`
    SELECT t.id AS what FROM thread t LEFT JOIN (
      SELECT m.thread_id, count(*) AS count, max(m.number) AS newest, max(m.at) FILTER (WHERE m.number = k.last_number) AS at, bool_or(m.is_office) FILTER (WHERE m.number = k.last_number) AS is_office,
             min(m.at) FILTER (WHERE NOT m.is_office AND m.number > coalesce((SELECT max(o.number) FROM thread_message o WHERE o.thread_id = m.thread_id AND o.is_office), 0)) AS waits
        FROM thread_message m JOIN thread k ON k.id = m.thread_id GROUP BY m.thread_id) m ON m.thread_id = t.id
     WHERE m.count IS DISTINCT FROM t.last_number OR m.newest IS DISTINCT FROM t.last_number OR m.at IS DISTINCT FROM t.last_at
        OR (t.waiting_since IS NOT NULL AND (m.is_office OR t.waiting_since < m.waits))
        OR (t.waiting_since IS NULL AND t.closed_at IS NULL AND NOT m.is_office AND t.version <= t.last_number + 1)`,
  'what is new to a reader is there, and of somebody else': sql`
    SELECT r.person_id || ' ' || r.thread_id AS what FROM thread_reader r JOIN thread t ON t.id = r.thread_id
     WHERE r.unread_since > t.last_at OR r.read_number > t.last_number`,
  'a file of a message was handed in for it by who wrote it': sql`
    SELECT x.file_id AS what FROM thread_attachment x JOIN thread_message m ON m.id = x.message_id JOIN stored_file f ON f.id = x.file_id
     WHERE f.purpose <> 'message' OR f.created_by_id <> m.by_id`,
} as const satisfies Record<string, Sql>;
