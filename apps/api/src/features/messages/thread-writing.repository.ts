import { bounds } from '#api/kit/bounds';
import type { Author, Transaction } from '#api/kit/database';
import { noticesOf } from '#api/kit/notices';
import { constantsSql, type Sql, sql } from '#api/kit/sql';
import { mayReadThread, mayWriteInThread, messageInSight, type Sight } from '#api/kit/visibility';
import type { SentBefore } from './sent-before.ts';

const officeRoles = constantsSql(['staff', 'admin']);

export interface ThreadToWrite {
  lastNumber: number;
  mayWrite: boolean;
  version: number;
}

/** A thread in sight, held until what is written in it is. */
export async function holdThread(tx: Transaction, sight: Sight, id: string): Promise<ThreadToWrite | undefined> {
  const [found] = await tx.query<ThreadToWrite>(sql`
    SELECT t.last_number AS "lastNumber", t.version, ${mayWriteInThread(sight)} AS "mayWrite" FROM thread t
     WHERE t.id = ${id}::uuid AND EXISTS (SELECT FROM thread_message m WHERE m.thread_id = t.id AND ${messageInSight(sight)}) FOR UPDATE OF t`);
  return found;
}

export interface SentMessage extends SentBefore, Omit<NewThreadRow, 'id' | 'personId'> {
  threadId: string;
  byId: string;
  /** None where they were erased. */
  personId: string | null;
}

/** The message that was sent under this id already, with what its thread is about. Whoever sends under the same id at this moment is waited for. */
export async function findSent(tx: Transaction, id: string): Promise<SentMessage | undefined> {
  await tx.query(sql`SELECT pg_advisory_xact_lock(hashtextextended('konnekt message ' || ${id}::uuid, 0))`);
  const [found] = await tx.query<SentMessage>(sql`
    SELECT m.thread_id AS "threadId", m.by_id AS "byId", m.body, ${filesOf(sql`m.id`)} AS "fileIds", t.title, t.person_id AS "personId",
           t.organisation_id AS "organisationId", t.worksheet_id AS "worksheetId", t.invoice_id AS "invoiceId", t.invoice_line_id AS "invoiceLineId"
      FROM thread_message m JOIN thread t ON t.id = m.thread_id WHERE m.id = ${id}::uuid`);
  return found;
}

export const filesOf = (messageId: Sql): Sql =>
  sql`ARRAY(SELECT x.file_id FROM thread_attachment x WHERE x.message_id = ${messageId} ORDER BY x.number)`;

/** How long this person has to wait for the next one: an hour after the oldest of as many as an hour holds. */
export async function secondsToWait(tx: Transaction, { personId }: Author): Promise<number | undefined> {
  const [found] = await tx.query<{ seconds: number }>(sql`
    SELECT ceil(extract(epoch FROM at + interval '1 hour' - now()))::int AS seconds FROM thread_message
     WHERE by_id = ${personId}::uuid AND at > now() - interval '1 hour' ORDER BY at DESC OFFSET ${bounds.messagesAnHour - 1}::int LIMIT 1`);
  return found?.seconds;
}

/**
 * Of these files those that this person handed in for a message and that go with none yet, held until they do. Two statements: the second one
 * sees with which message they went while the first one waited.
 */
export async function holdFiles(tx: Transaction, { personId }: Author, ids: readonly string[]): Promise<string[]> {
  await tx.query(sql`SELECT FROM stored_file WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR UPDATE`);
  const found = await tx.query<{ id: string }>(sql`
    SELECT f.id FROM stored_file f WHERE f.id = ANY(${[...ids]}::uuid[]) AND f.created_by_id = ${personId}::uuid AND f.purpose = 'message'
       AND NOT EXISTS (SELECT FROM thread_attachment x WHERE x.file_id = f.id)`);
  return found.map(({ id }) => id);
}

export interface NewThreadRow {
  id: string;
  title: string;
  personId: string;
  organisationId: string | null;
  worksheetId: string | null;
  invoiceId: string | null;
  invoiceLineId: string | null;
}

/** False where one is there under this id. */
export async function insertThread(tx: Transaction, thread: NewThreadRow): Promise<boolean> {
  const { id, title, personId, organisationId, worksheetId, invoiceId, invoiceLineId } = thread;
  const made = await tx.query(sql`
    INSERT INTO thread (id, title, person_id, organisation_id, worksheet_id, invoice_id, invoice_line_id)
    VALUES (${id}::uuid, ${title}, ${personId}::uuid, ${organisationId}::uuid, ${worksheetId}::uuid, ${invoiceId}::uuid, ${invoiceLineId}::uuid)
        ON CONFLICT (id) DO NOTHING RETURNING id`);
  return made.length > 0;
}

interface NewMessageRow {
  threadId: string;
  number: number;
  id: string;
  body: string;
  isOffice: boolean;
  fileIds: readonly string[];
}

/**
 * Writes a message with its files, marks it as new for all who may read it but its writer, and tells those for whom the thread had nothing
 * new before: all in one statement. What was put away is back.
 */
export async function insertMessage(
  tx: Transaction,
  { today }: Sight,
  author: Author,
  message: NewMessageRow,
): Promise<void> {
  const { threadId, number, id, body, isOffice, fileIds } = message;
  const writer = sql`${author.personId}::uuid`;
  const told = (isInOffice: Sql) => sql`
    SELECT n.person_id, n.thread_id, ${id}::uuid FROM readers n JOIN account x ON x.person_id = n.person_id
     WHERE n.unread_since = now()::timestamptz(3) AND x.role ${isInOffice} (${officeRoles})`;
  await tx.query(sql`
    WITH message AS (
      INSERT INTO thread_message (thread_id, number, id, on_day, by_id, by_name, is_office, body)
      VALUES (${threadId}::uuid, ${number}::int, ${id}::uuid, ${today}::date, ${writer}, ${author.name}, ${isOffice}::boolean, ${body}) RETURNING thread_id),
    files AS (
      INSERT INTO thread_attachment (message_id, number, file_id)
      SELECT ${id}::uuid, x.number, x.id FROM unnest(${[...fileIds]}::uuid[]) WITH ORDINALITY AS x (id, number)),
    people AS (
      SELECT t.person_id FROM thread t WHERE t.id = ${threadId}::uuid AND t.organisation_id IS NULL
       UNION
      SELECT r.person_id FROM thread t JOIN supervisor_right r ON r.organisation_id = t.organisation_id
        JOIN account a ON a.person_id = r.person_id AND a.role = 'supervisor' AND a.status <> 'blocked'
       WHERE t.id = ${threadId}::uuid AND ${mayReadThread(today)}
       UNION
      SELECT a.person_id FROM account a WHERE NOT ${isOffice}::boolean AND a.role IN (${officeRoles}) AND a.status = 'active'
       UNION
      SELECT ${writer}),
    readers AS (
      INSERT INTO thread_reader AS rd (person_id, thread_id, unread_since, read_number)
      SELECT p.person_id, m.thread_id, CASE WHEN p.person_id <> ${writer} THEN now() END, CASE WHEN p.person_id = ${writer} THEN ${number}::int ELSE 0 END
        FROM people p CROSS JOIN message m
          ON CONFLICT (person_id, thread_id) DO UPDATE
         SET unread_since = coalesce(rd.unread_since, excluded.unread_since), archived_at = NULL
      RETURNING person_id, thread_id, unread_since),
    told AS (${noticesOf('message', told(sql`NOT IN`), { isNewEvent: true })}),
    told_office AS (${noticesOf('message-office', told(sql`IN`), { isNewEvent: true })})
    SELECT`);
}

const handling = (personId: string) => ({
  take: {
    from: sql`closed_at IS NULL AND taken_by_id IS DISTINCT FROM ${personId}::uuid`,
    to: sql`taken_by_id = ${personId}::uuid`,
  },
  release: { from: sql`taken_by_id IS NOT NULL`, to: sql`taken_by_id = NULL` },
  close: { from: sql`closed_at IS NULL`, to: sql`closed_at = now(), waiting_since = NULL` },
  reopen: { from: sql`closed_at IS NOT NULL`, to: sql`closed_at = NULL` },
});

/** Does it where the thread is in the version named and its state allows it: the statement that writes judges both. */
export async function handle(
  tx: Transaction,
  { actor }: Sight,
  { id, act, version }: { id: string; act: keyof ReturnType<typeof handling>; version: number },
): Promise<boolean> {
  const { from, to } = handling(actor.personId)[act];
  const done = await tx.query(sql`
    UPDATE thread SET ${to}, version = version + 1 WHERE id = ${id}::uuid AND version = ${version}::int AND ${from} RETURNING id`);
  return done.length > 0;
}
