import type { PersonalData } from '@konnekt/shared/personal-data/personal-data.contract';
import type { Erased } from '#api/features/imports/import.service';
import type { Db, Transaction } from '#api/kit/database';
import { removeFile } from '#api/kit/files';
import { type Sql, sql } from '#api/kit/sql';
import { personInSight, type Sight } from '#api/kit/visibility';

/** Why the data of person `p` is kept. Hours and decisions are the agency's books; staff are its own people. */
const keptBecause: Sql = sql`CASE
  WHEN EXISTS (SELECT FROM employee e JOIN worksheet w ON w.employee_id = e.id WHERE e.person_id = p.id) THEN 'has-hours'
  WHEN EXISTS (SELECT FROM worksheet_event v WHERE v.actor_id = p.id OR v.on_behalf_of_id = p.id) THEN 'has-decided'
  WHEN EXISTS (SELECT FROM account a WHERE a.person_id = p.id AND a.role IN ('staff', 'admin')) THEN 'works-here' END`;

export async function findPersonalData(
  db: Pick<Db, 'query'>,
  sight: Sight,
  id: string,
): Promise<PersonalData | undefined> {
  const [found] = await db.query<PersonalData>(sql`
    SELECT p.id AS "personId", p.full_name AS name, p.version, ${keptBecause} AS "keptBecause",
           make_date(extract(year FROM greatest(
             (SELECT max(w.period_end) FROM employee e JOIN worksheet w ON w.employee_id = e.id WHERE e.person_id = p.id),
             (SELECT max(v.at)::date FROM worksheet_event v WHERE v.actor_id = p.id)))::int + 7, 12, 31) AS "keptUntil"
      FROM person p WHERE p.id = ${id}::uuid AND ${personInSight(sight)}`);
  return found;
}

/** Everything that is stored of a person, by table. Password and links are secrets, not data of theirs to hand out. */
export async function collect(db: Pick<Db, 'query'>, sight: Sight, id: string): Promise<object | undefined> {
  const rows = (from: Sql) => sql`(SELECT coalesce(json_agg(x), '[]') FROM (${from}) x)`;
  const person = sql`${id}::uuid`;
  const own = sql`(SELECT id FROM employee WHERE person_id = ${person})`;
  const [found] = await db.query<{ data: object }>(sql`
    SELECT json_build_object(
      'person', (SELECT row_to_json(x) FROM (SELECT first_name, prefix, last_name, phone, created_at FROM person WHERE id = p.id) x),
      'employee', ${rows(sql`SELECT personnel_number, birth_date, street, postcode, city, country, notes FROM employee WHERE person_id = ${person}`)},
      'account', ${rows(sql`SELECT email, user_name, role, language, status, created_at FROM account WHERE person_id = ${person}`)},
      'sessions', ${rows(sql`SELECT s.created_at, s.last_used_at, s.ended_at, s.end_reason, s.user_agent, s.address
         FROM session s JOIN account a ON a.id = s.account_id WHERE a.person_id = ${person} ORDER BY s.id`)},
      'devices', ${rows(sql`SELECT d.created_at, d.last_used_at
         FROM login_device d JOIN account a ON a.id = d.account_id WHERE a.person_id = ${person} ORDER BY d.created_at`)},
      'mails', ${rows(sql`SELECT m.kind, m.to_address, m.subject, m.created_at, m.sent_at
         FROM mail m JOIN account a ON a.id = m.account_id WHERE a.person_id = ${person} ORDER BY m.id`)},
      'notices', ${rows(sql`SELECT n.kind, n.at, n.read_at, n.on_screen FROM notice n WHERE n.person_id = ${person} ORDER BY n.id`)},
      'notice_choices', ${rows(sql`SELECT kind, on_screen, by_mail FROM notice_choice WHERE person_id = ${person} ORDER BY kind`)},
      'has_daily_mail', EXISTS (SELECT FROM daily_mail WHERE person_id = ${person}),
      'supervisor_rights', ${rows(sql`SELECT o.name AS organisation, r.may_approve, r.may_register, r.may_see_invoices, r.may_manage, r.valid_from, r.valid_until
         FROM supervisor_right r JOIN organisation o ON o.id = r.organisation_id WHERE r.person_id = ${person} ORDER BY r.id`)},
      'colleague_invitations', ${rows(sql`SELECT i.email, i.language, i.created_at FROM colleague_invitation i WHERE i.person_id = ${person}
         OR key_form(i.email) = (SELECT key_form(email) FROM account WHERE person_id = ${person}) ORDER BY i.created_at`)},
      'placements', ${rows(sql`SELECT p.number, o.name AS organisation, p.function_name, p.starts_on, p.ends_on, p.basis, p.planned_minutes, p.budget_number, p.phase, p.notes
         FROM placement p JOIN organisation o ON o.id = p.organisation_id WHERE p.employee_id IN ${own} ORDER BY p.starts_on, p.id`)},
      'rates', ${rows(sql`SELECT p.number AS placement, t.code AS hour_type, r.valid_from, r.pay_cents FROM placement_rate r
         JOIN placement p ON p.id = r.placement_id JOIN hour_type t ON t.id = r.hour_type_id WHERE p.employee_id IN ${own} ORDER BY p.id, r.valid_from`)},
      'worksheets', ${rows(sql`SELECT w.reference, w.kind, w.sequence, w.status, w.period_start, w.period_end, w.total_minutes, w.remark,
           ${rows(sql`SELECT l.date, t.code AS hour_type, l.minutes, l.starts_at, l.ends_at, l.break_minutes, l.budget_number, l.remark,
                     (SELECT f.name FROM stored_file f WHERE f.id = l.receipt_id) AS receipt
              FROM hour_line l JOIN hour_type t ON t.id = l.hour_type_id WHERE l.worksheet_id = w.id ORDER BY l.number`)} AS lines,
           ${rows(sql`SELECT s.number, s.sent_at, s.sent_by_name, s.sha256, s.content FROM submission s WHERE s.worksheet_id = w.id ORDER BY s.number`)} AS submissions,
           ${rows(sql`SELECT v.at, v.action, v.actor_name, v.reason FROM worksheet_event v WHERE v.worksheet_id = w.id ORDER BY v.id`)} AS history
         FROM worksheet w WHERE w.employee_id IN ${own} ORDER BY w.period_start, w.id`)},
      'threads', ${rows(sql`SELECT t.title, o.name AS organisation, t.created_at,
           ${rows(sql`SELECT m.at, m.by_name, m.body, ${rows(sql`SELECT f.name, f.media_type, f.size, f.sha256
                FROM thread_attachment x JOIN stored_file f ON f.id = x.file_id WHERE x.message_id = m.id ORDER BY x.number`)} AS files
              FROM thread_message m WHERE m.thread_id = t.id AND (t.organisation_id IS NULL OR m.by_id = ${person} OR m.is_office) ORDER BY m.number`)} AS messages
         FROM thread t LEFT JOIN organisation o ON o.id = t.organisation_id
        WHERE t.person_id = ${person} OR EXISTS (SELECT FROM thread_message m WHERE m.thread_id = t.id AND m.by_id = ${person}) ORDER BY t.created_at, t.id`)},
      'message_drafts', ${rows(sql`SELECT title, body, at FROM message_draft WHERE person_id = ${person} ORDER BY at`)},
      'documents', ${rows(sql`SELECT d.name, d.category, d.valid_from, d.valid_until, d.removed_at,
           ${rows(sql`SELECT v.number, v.file_name, v.media_type, v.size, v.sha256, v.at FROM document_version v WHERE v.document_id = d.id ORDER BY v.number`)} AS versions
         FROM document d WHERE d.person_id = ${person} ORDER BY d.created_at, d.id`)},
      'documents_opened', ${rows(sql`SELECT d.name, x.number, x.at, c.at AS confirmed_at, c.sha256 FROM document_opening x JOIN document d ON d.id = x.document_id
         LEFT JOIN document_confirmation c ON c.document_id = x.document_id AND c.number = x.number AND c.person_id = x.person_id WHERE x.person_id = ${person} ORDER BY x.at, d.id`)},
      'receipts', ${rows(sql`SELECT f.name, f.media_type, f.size, f.sha256, f.created_at FROM stored_file f
         WHERE f.purpose = 'receipt' AND f.created_by_id = ${person} ORDER BY f.id`)},
      'changes_of_their_record', ${rows(sql`SELECT at, action, subject_type, changes - 'password_hash' AS changes FROM audit_event WHERE record_id = ${person} ORDER BY id`)}
    ) AS data FROM person p WHERE p.id = ${person} AND ${personInSight(sight)}`);
  return found?.data;
}

/** What files may have said of them, by which they are found there. */
export async function findInFiles(tx: Transaction, id: string): Promise<Erased> {
  const person = sql`${id}::uuid`;
  const texts = (from: Sql) => sql`ARRAY(SELECT x.text FROM (${from}) x (text) WHERE x.text <> '')`;
  const [found] = await tx.query<Erased>(sql`
    SELECT ${texts(sql`SELECT personnel_number FROM employee WHERE person_id = ${person}
             UNION SELECT t FROM account a, unnest(ARRAY[a.email, a.user_name]) t WHERE a.person_id = ${person}
             UNION SELECT p.number FROM placement p JOIN employee e ON e.id = p.employee_id WHERE e.person_id = ${person}`)} AS keys,
           ${texts(sql`SELECT t FROM person n, unnest(ARRAY[n.full_name, concat_ws(' ', n.first_name, n.prefix, n.last_name),
             concat(n.last_name, ', ', concat_ws(' ', n.first_name, n.prefix))]) t WHERE n.id = ${person}`)} AS names,
           ${texts(sql`SELECT t FROM person n, unnest(ARRAY[n.first_name, n.last_name, concat_ws(' ', n.prefix, n.last_name), n.phone]) t WHERE n.id = ${person}
             UNION SELECT t FROM employee e, unnest(ARRAY[e.birth_date::text, to_char(e.birth_date, 'DD-MM-YYYY'), e.street, e.postcode]) t
              WHERE e.person_id = ${person}`)} AS parts`);
  return found ?? { keys: [], names: [], parts: [] };
}

/** Removes a person who never worked with all that hangs on them; nothing when they did, or their version is another. */
export async function erase(tx: Transaction, id: string, version: number): Promise<boolean> {
  const person = sql`${id}::uuid`;
  const [locked] = await tx.query<{ kept: string | null }>(sql`
    SELECT ${keptBecause} AS kept FROM person p WHERE p.id = ${person} AND p.version = ${version}::int FOR UPDATE OF p`);
  if (!locked || locked.kept !== null) return false;
  const placements = sql`(SELECT p.id FROM placement p JOIN employee e ON e.id = p.employee_id WHERE e.person_id = ${person})`;
  const [ids] = await tx.query<{ records: string[] }>(
    sql`SELECT array_append(array(SELECT id FROM ${placements} x), ${person})::text[] AS records`,
  );
  await tx.query(sql`DELETE FROM placement_rate WHERE placement_id IN ${placements}`);
  await tx.query(sql`DELETE FROM placement WHERE id IN ${placements}`);
  await tx.query(sql`DELETE FROM supervisor_right WHERE person_id = ${person} OR on_behalf_of_id = ${person}`);
  // On no line: who has hours, or registered or took over those of others, is kept.
  const receipts = await tx.query<{ id: string }>(sql`
    SELECT id FROM stored_file f WHERE f.purpose = 'receipt' AND f.created_by_id = ${person}
       AND NOT EXISTS (SELECT FROM hour_line l WHERE l.receipt_id = f.id) AND NOT EXISTS (SELECT FROM submission_receipt r WHERE r.file_id = f.id)`);
  for (const { id: receipt } of receipts) await removeFile(tx, receipt);
  await eraseMessages(tx, id);
  await eraseDocuments(tx, id);
  await tx.query(sql`DELETE FROM notice WHERE person_id = ${person}`);
  await tx.query(sql`DELETE FROM notice_choice WHERE person_id = ${person}`);
  await tx.query(sql`DELETE FROM daily_mail WHERE person_id = ${person}`);
  await tx.query(sql`DELETE FROM session USING account a WHERE a.id = session.account_id AND a.person_id = ${person}`);
  await tx.query(sql`DELETE FROM account WHERE person_id = ${person}`);
  await tx.query(sql`DELETE FROM employee WHERE person_id = ${person}`);
  await tx.query(sql`DELETE FROM person WHERE id = ${person}`);
  for (const record of ids?.records ?? []) await blotOut(tx, record);
  return true;
}

/** What the audit log says of a record, and the name under which that person did something, is hidden; what was done, and when, stays. */
async function blotOut(tx: Transaction, record: string): Promise<void> {
  const id = sql`${record}::uuid`;
  await tx.query(sql`SELECT set_config('konnekt.erase', ${record}, true)`);
  await tx.query(sql`
    UPDATE audit_event SET subject_name = CASE WHEN record_id = ${id} THEN '•' ELSE subject_name END,
           changes = CASE WHEN record_id = ${id} THEN blotted(changes) ELSE changes END,
           actor_name = CASE WHEN actor_id = ${id} THEN '•' ELSE actor_name END,
           address = CASE WHEN actor_id = ${id} THEN NULL ELSE address END
     WHERE record_id = ${id} OR actor_id = ${id}`);
}

/** Threads that were theirs alone go with all that was said; of what they said in those of others, that something was said stays. */
async function eraseMessages(tx: Transaction, id: string): Promise<void> {
  const person = sql`${id}::uuid`;
  const own = sql`(SELECT t.id FROM thread t WHERE t.person_id = ${person} AND t.organisation_id IS NULL)`;
  const said = sql`(SELECT m.id FROM thread_message m WHERE m.by_id = ${person} OR m.thread_id IN ${own})`;
  await tx.query(sql`SELECT set_config('konnekt.erase', ${id}, true)`);
  const files = await tx.query<{ id: string }>(
    sql`DELETE FROM thread_attachment WHERE message_id IN ${said} RETURNING file_id AS id`,
  );
  const handedIn = await tx.query<{ id: string }>(
    sql`SELECT id FROM stored_file WHERE purpose = 'message' AND created_by_id = ${person}`,
  );
  const gone = await tx.query<{ id: string }>(sql`
    SELECT f.id FROM stored_file f WHERE f.id = ANY(${[...files, ...handedIn].map((file) => file.id)}::uuid[])
       AND NOT EXISTS (SELECT FROM thread_attachment x WHERE x.file_id = f.id)`);
  for (const file of gone) await removeFile(tx, file.id);
  await tx.query(sql`DELETE FROM thread_message WHERE thread_id IN ${own}`);
  await tx.query(sql`DELETE FROM notice WHERE about_id IN ${own}`);
  await tx.query(sql`DELETE FROM thread WHERE id IN ${own}`);
  await tx.query(sql`UPDATE thread_message SET body = '•', by_name = '•' WHERE by_id = ${person}`);
  await tx.query(sql`UPDATE thread SET title = '•' WHERE person_id = ${person}`);
}

/** Their documents, and what they opened and confirmed of those of many. */
async function eraseDocuments(tx: Transaction, id: string): Promise<void> {
  const person = sql`${id}::uuid`;
  const own = sql`(SELECT d.id FROM document d WHERE d.person_id = ${person})`;
  await tx.query(sql`DELETE FROM document_delivery_item WHERE person_id = ${person}`);
  await tx.query(sql`DELETE FROM document_confirmation WHERE person_id = ${person} OR document_id IN ${own}`);
  await tx.query(sql`DELETE FROM document_opening WHERE person_id = ${person} OR document_id IN ${own}`);
  const documents = await tx.query<{ id: string }>(sql`SELECT id FROM ${own} x`);
  const files = await tx.query<{ id: string | null }>(
    sql`DELETE FROM document_version WHERE document_id IN ${own} RETURNING file_id AS id`,
  );
  await tx.query(sql`DELETE FROM document WHERE id IN ${own}`);
  for (const file of files) if (file.id) await removeFile(tx, file.id);
  for (const document of documents) await blotOut(tx, document.id);
}
