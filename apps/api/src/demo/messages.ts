import type { Db } from '#api/kit/database';
import { newId } from '#api/kit/database';
import { sql } from '#api/kit/sql';
import {
  answerTemplates,
  type DemoTalk,
  ofEmployees,
  ofInvoices,
  ofSupervisors,
  toAllSupervisors,
} from './messages.data.ts';
import type { DemoPerson } from './people.ts';

interface With {
  personId: string;
  name: string;
  organisationId: string | null;
  worksheetId: string | null;
  invoice?: { id: string; number: string };
}

/** The mailbox as it is on a Monday: some wait, some were taken, some are closed; and one message to all supervisors. */
export async function makeMessages(db: Db, now: Date, staff: DemoPerson): Promise<void> {
  const employees = await db.query<With>(sql`
    SELECT a.person_id AS "personId", n.full_name AS name, NULL AS "organisationId", NULL AS "worksheetId"
      FROM account a JOIN person n ON n.id = a.person_id JOIN employee e ON e.person_id = n.id
     WHERE a.role = 'employee' AND a.status = 'active' ORDER BY a.email <> 'employee@konnekt.example', n.sort_name LIMIT 24`);
  const supervisors = await db.query<With>(sql`
    SELECT DISTINCT ON (a.email <> 'supervisor@konnekt.example', n.sort_name) a.person_id AS "personId", n.full_name AS name, r.organisation_id AS "organisationId",
           (SELECT w.id FROM worksheet w WHERE w.organisation_id = r.organisation_id AND w.status = 'submitted' ORDER BY w.id LIMIT 1) AS "worksheetId"
      FROM account a JOIN person n ON n.id = a.person_id JOIN supervisor_right r ON r.person_id = n.id AND r.on_behalf_of_id IS NULL AND r.valid_until IS NULL
     WHERE a.role = 'supervisor' AND a.status = 'active' ORDER BY a.email <> 'supervisor@konnekt.example', n.sort_name, r.id LIMIT 9`);
  const talks = [...talksOf(employees, ofEmployees), ...talksOf(supervisors, ofSupervisors)];
  for (const [index, { person, talk }] of talks.entries())
    await talkWith(db, now, { staff, person, talk, isTaken: index % 4 === 0 });
  for (const { person, talk } of talksOf(await askersOf(db), ofInvoices))
    await talkWith(db, now, { staff, person, talk, isTaken: false });
  await writeToAll(db, now, staff);
  for (const { name, nl, en } of answerTemplates)
    await db.query(sql`INSERT INTO answer_template (name, body_nl, body_en) VALUES (${name}, ${nl}, ${en})`);
}

/** Who may ask about the newest invoices. */
async function askersOf(db: Db): Promise<With[]> {
  const found = await db.query<With & { id: string; number: string }>(sql`
    SELECT r.person_id AS "personId", r.name, i.organisation_id AS "organisationId", NULL AS "worksheetId", i.id, i.number
      FROM invoice i JOIN LATERAL (
        SELECT r.person_id, n.full_name AS name FROM supervisor_right r JOIN person n ON n.id = r.person_id
         WHERE r.organisation_id = i.organisation_id AND r.may_see_invoices AND r.valid_until IS NULL ORDER BY r.id LIMIT 1) r ON TRUE
     WHERE i.status = 'final' AND i.kind = 'invoice' ORDER BY i.id DESC LIMIT 2`);
  return found.map(({ id, number, ...person }) => ({ ...person, invoice: { id, number } }));
}

/** Whoever logs in first in the demo has several of them, the others one each. */
const talksOf = (people: readonly With[], talks: readonly DemoTalk[]) =>
  people.flatMap((person, index) => {
    const own = index === 0 ? [0, 2] : [index % talks.length];
    return own.flatMap((at) => {
      const talk = talks[at];
      return talk ? [{ person, talk }] : [];
    });
  });

async function talkWith(
  db: Db,
  now: Date,
  { staff, person, talk, isTaken }: { staff: DemoPerson; person: With; talk: DemoTalk; isTaken: boolean },
): Promise<void> {
  const { personId, name, organisationId, worksheetId, invoice } = person;
  const id = newId();
  const last = talk.said.at(-1);
  await db.query(sql`
    INSERT INTO thread (id, title, person_id, organisation_id, worksheet_id, invoice_id)
    VALUES (${id}::uuid, ${invoice ? `Factuur ${invoice.number}` : talk.title}, ${personId}::uuid, ${organisationId}::uuid,
            ${talk.title.startsWith('Kostenplaats') ? worksheetId : null}::uuid, ${invoice?.id ?? null}::uuid)`);
  for (const [index, { by, hoursAgo, body }] of talk.said.entries()) {
    const at = new Date(now.getTime() - hoursAgo * 3_600_000).toISOString();
    const ofOffice = by === 'office';
    await db.query(sql`
      INSERT INTO thread_message (thread_id, number, id, at, on_day, by_id, by_name, is_office, body)
      VALUES (${id}::uuid, ${index + 1}::int, ${newId(Date.parse(at))}::uuid, ${at}::timestamptz, (${at}::timestamptz AT TIME ZONE 'Europe/Amsterdam')::date,
              ${ofOffice ? staff.personId : personId}::uuid, ${ofOffice ? staff.name : name}, ${ofOffice}::boolean, ${body})`);
  }
  // What was said last is new to the other side.
  const isNew = sql`(SELECT last_at FROM thread WHERE id = ${id}::uuid)`;
  if (last?.by === 'office')
    await db.query(
      sql`INSERT INTO thread_reader (person_id, thread_id, unread_since) VALUES (${personId}::uuid, ${id}::uuid, ${isNew})`,
    );
  else
    await db.query(sql`
      INSERT INTO thread_reader (person_id, thread_id, unread_since)
      SELECT person_id, ${id}::uuid, ${isNew} FROM account WHERE role IN ('staff', 'admin') AND status = 'active'`);
  if (talk.isClosed)
    await db.query(
      sql`UPDATE thread SET closed_at = last_at + interval '1 hour', waiting_since = NULL WHERE id = ${id}::uuid`,
    );
  else if (isTaken) await db.query(sql`UPDATE thread SET taken_by_id = ${staff.personId}::uuid WHERE id = ${id}::uuid`);
}

async function writeToAll(db: Db, now: Date, staff: DemoPerson): Promise<void> {
  const { title, body } = toAllSupervisors;
  const at = new Date(now.getTime() - 22 * 3_600_000).toISOString();
  await db.query(sql`
    WITH each_one AS MATERIALIZED (
      SELECT person_id, uuid_v7() AS id FROM account WHERE role = 'supervisor' AND status = 'active'),
    sent AS (
      INSERT INTO to_many (id, at, by_id, by_name, title, receivers, total)
      SELECT uuid_v7(), ${at}::timestamptz, ${staff.personId}::uuid, ${staff.name}, ${title}, '{"role": "supervisor"}', count(*) FROM each_one RETURNING id),
    threads AS (
      INSERT INTO thread (id, title, person_id, to_many_id) SELECT o.id, ${title}, o.person_id, s.id FROM each_one o CROSS JOIN sent s),
    messages AS (
      INSERT INTO thread_message (thread_id, number, id, at, on_day, by_id, by_name, is_office, body)
      SELECT id, 1, id, ${at}::timestamptz, (${at}::timestamptz AT TIME ZONE 'Europe/Amsterdam')::date, ${staff.personId}::uuid, ${staff.name}, TRUE, ${body} FROM each_one)
    INSERT INTO thread_reader (person_id, thread_id, unread_since) SELECT person_id, id, ${at}::timestamptz FROM each_one`);
}
