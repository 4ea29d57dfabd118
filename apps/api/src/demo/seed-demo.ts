import { addDays, calendarDayAt } from '@konnekt/shared/basics/calendar-day';
import { passwordsBy } from '#api/features/accounts/passwords';
import { demoPassword } from '#api/features/agency/demo-accounts';
import { ensurePeriods } from '#api/features/periods/period.repository';
import { connect, type Db } from '#api/kit/database';
import { openFileStores } from '#api/kit/file-store/open-file-stores';
import { sql } from '#api/kit/sql';
import { agency } from '../features/agency/agency.data.ts';
import { hourTypes } from '../features/agency/hour-types.data.ts';
import { makeDocuments } from './documents.ts';
import { insertRows } from './insert-rows.ts';
import { makeInvoices } from './invoices.ts';
import { makeMessages } from './messages.ts';
import { remindAndCorrect } from './monday.ts';
import { makeOffice } from './office.ts';
import type { DemoPeriod } from './outcomes.ts';
import { payPast } from './payroll.ts';
import { makePeople } from './people.ts';
import { chanceFrom } from './random.ts';
import { makeWorksheets } from './worksheets.ts';

/** Fills an empty database with a lively agency up to `now`; leaves one that has an agency alone. */
export async function seedDemo(url: string, now: Date, filesUrl?: string): Promise<void> {
  const db = connect(url, { poolSize: 2, isPatient: true, files: openFileStores(filesUrl) });
  try {
    const [settings] = await db.query(sql`SELECT 1 AS one FROM agency`);
    if (settings) return;
    await fill(db, now);
  } finally {
    await db.close();
  }
}

/** What employees were told: the newest of it they have not read yet. */
const noticesOfLastWeeks = `
  INSERT INTO notice (person_id, id, kind, about_id, event_id, on_screen, at, read_at)
  SELECT e.person_id, v.id, CASE v.action WHEN 'approve' THEN 'hours-approved' ELSE 'hours-sent-back' END, w.id, v.id, true, v.at,
         CASE WHEN v.at < $1::timestamptz - interval '10 days' THEN v.at + interval '1 day' END
    FROM worksheet_event v
    JOIN worksheet w ON w.id = v.worksheet_id AND w.filled_by = 'employee'
    JOIN employee e ON e.id = w.employee_id
    JOIN account a ON a.person_id = e.person_id AND a.status = 'active'
   WHERE v.action IN ('approve', 'decline', 'refuse') AND v.at > $1::timestamptz - interval '60 days'`;

/** Most clients ask one person of the office, the rest the help desk. */
const contactOfClients = `
  UPDATE organisation SET agency_contact_id = (SELECT a.person_id FROM account a WHERE a.role = 'staff' ORDER BY a.id LIMIT 1)
   WHERE right(number, 1) <> '0'`;

/** In one transaction: a seed that is broken off leaves an empty database. Invoices come after it: without them all is still to be invoiced. */
async function fill(db: Db, now: Date): Promise<void> {
  const chance = chanceFrom(2026);
  const today = calendarDayAt(now);
  const passwordHash = await passwordsBy().hash(demoPassword);
  await ensurePeriods(db, now);
  const periods = await db.query<DemoPeriod>(sql`
    SELECT id, type, year, number, starts_on AS "startsOn", ends_on AS "endsOn" FROM period
     WHERE ends_on >= ${addDays(today, -366)}::date AND starts_on <= ${today}::date ORDER BY starts_on`);

  const people = makePeople(chance, today, passwordHash);
  const client = await db.pool.connect();
  try {
    await client.query('BEGIN');
    const { rows: types } = await client.query<{ id: string; code: string }>(
      `INSERT INTO hour_type (code, name_nl, name_en, kind, unit, receipt, bill_share_bp, pay_share_bp, is_worked, for_employee, for_supervisor, sort_order)
       SELECT t->>'code', t->>'nameNl', t->>'nameEn', t->>'kind', coalesce(t->>'unit', 'hours'), coalesce(t->>'receipt', 'none'), (t->>'billShareBp')::int, (t->>'payShareBp')::int, (t->>'isWorked')::boolean,
              (t->>'forEmployee')::boolean, (t->>'forSupervisor')::boolean, n
         FROM jsonb_array_elements($1) WITH ORDINALITY AS list (t, n) RETURNING id, code`,
      [JSON.stringify(hourTypes)],
    );
    const hourTypeIds = new Map(types.map(({ code, id }) => [code, id]));
    const { agency: details, ...office } = makeOffice(people.tables, people.placements, hourTypeIds, today);
    for (const [table, rows] of Object.entries({ ...people.tables, ...office }))
      await insertRows(client, { [table]: rows });
    const worksheets = makeWorksheets(chance, now, { ...people, periods, hourTypeIds });
    await insertRows(client, {
      worksheet: worksheets.worksheets,
      submission: worksheets.submissions,
      hour_line: worksheets.lines,
    });
    await client.query(`SELECT setval('worksheet_reference_seq', (SELECT max(reference) FROM worksheet))`);
    await insertRows(client, { worksheet_event: worksheets.events });
    await client.query(noticesOfLastWeeks, [now]);
    await client.query(contactOfClients);
    await insertRows(client, {
      agency: [
        {
          id: 1,
          name: agency.name,
          accent_colour: agency.accentColour,
          helpdesk_phone: agency.helpdeskPhone,
          helpdesk_email: agency.helpdeskEmail,
          last_approval: true,
          paid_on_weekday: 2,
          approve_by_weekday: 1,
          week_fifty_three: 'long-last-period',
          warning_limits: {},
          ...details,
        },
      ],
    });
    await client.query('ANALYZE');
    await payPast(client, now, people.staff, hourTypeIds);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
  await makeInvoices(db, now, people.staff);
  await remindAndCorrect(db, now, people.staff);
  await makeMessages(db, now, people.staff);
  await makeDocuments(db, now, people.staff);
}
