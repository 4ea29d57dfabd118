import path from 'node:path';
import { calendarDayAt } from '@konnekt/shared/basics/calendar-day';
import { isoWeekOf } from '@konnekt/shared/basics/iso-week';
import { agency } from '#api/features/agency/agency.data';
import { type Db, newId } from '#api/kit/database';
import { keepFile } from '#api/kit/files';
import { drawText } from '#api/kit/pdf/draw-text';
import { fontNames } from '#api/kit/pdf/fonts';
import { sql } from '#api/kit/sql';
import { type DemoDocument, type DemoPaper, demoDocuments, payslip } from './documents.data.ts';
import type { DemoPerson } from './people.ts';

interface ForWhom {
  organisationId?: string | null;
  personId?: string;
}

/** What the agency put there: for many, of which one is still to be confirmed; and payslips of some employees. */
export async function makeDocuments(db: Db, now: Date, staff: DemoPerson): Promise<void> {
  const [client] = await db.query<{ id: string }>(sql`
    SELECT r.organisation_id AS id FROM account a JOIN supervisor_right r ON r.person_id = a.person_id AND r.valid_until IS NULL
     WHERE a.email = 'supervisor@konnekt.example' ORDER BY r.id LIMIT 1`);
  for (const document of demoDocuments)
    await put(db, now, staff, document, { organisationId: document.isOfOrganisation ? (client?.id ?? null) : null });
  const employees = await db.query<{ personId: string; name: string }>(sql`
    SELECT a.person_id AS "personId", n.full_name AS name FROM account a JOIN person n ON n.id = a.person_id JOIN employee e ON e.person_id = n.id
     WHERE a.role = 'employee' AND a.status = 'active' ORDER BY a.email <> 'employee@konnekt.example', n.sort_name LIMIT 6`);
  for (const { personId, name } of employees)
    for (const weeksAgo of [3, 2, 1]) {
      const week = weekOf(now, weeksAgo);
      const document: DemoDocument = {
        ...{ name: `Loonstrook week ${week}`, category: 'payslip', daysAgo: weeksAgo * 7 - 1 },
        papers: [payslip(week, name)],
      };
      await put(db, now, staff, document, { personId });
    }
  await readSome(db);
}

async function put(db: Db, now: Date, staff: DemoPerson, document: DemoDocument, forWhom: ForWhom): Promise<void> {
  const {
    name,
    category,
    language = null,
    role = null,
    validFrom = null,
    validUntil = null,
    daysAgo,
    papers,
  } = document;
  const { organisationId = null, personId = null } = forWhom;
  const id = newId();
  await db.query(sql`
    INSERT INTO document (id, name, category, language, role, organisation_id, person_id, valid_from, valid_until, asks_confirmation, current_number, updated_at)
    VALUES (${id}::uuid, ${name}, ${category}, ${language}, ${role}, ${organisationId}::uuid, ${personId}::uuid, ${validFrom}::date, ${validUntil}::date,
            ${document.asksConfirmation ?? false}::boolean, ${papers.length}::int, ${daysBefore(now, daysAgo)}::timestamptz)`);
  for (const [index, paper] of papers.entries()) {
    const content = Buffer.from(await draw(paper, now));
    const file = { name: `${name}.pdf`, mediaType: 'application/pdf', content };
    const stored = await keepFile(db, staff.personId, 'document', file);
    const at = daysBefore(now, daysAgo + (papers.length - 1 - index) * 365);
    await db.query(sql`
      INSERT INTO document_version (document_id, number, file_id, sha256, file_name, media_type, size, at, by_id, by_name, told_at)
      VALUES (${id}::uuid, ${index + 1}::int, ${stored.id}::uuid, ${stored.sha256}, ${stored.name}, ${stored.mediaType}, ${stored.size}::int,
              ${at}::timestamptz, ${staff.personId}::uuid, ${staff.name}, ${at}::timestamptz)`);
  }
}

const draw = ({ title, lines }: DemoPaper, now: Date): Promise<Uint8Array> =>
  drawText({
    template: path.join(import.meta.dirname, 'document.typ'),
    data: { fonts: fontNames, accent: agency.accentColour, agency: agency.name, title, lines },
    madeAt: Math.floor(now.getTime() / 1000),
  });

/** Two of three have opened what is there for some time, and half of those have confirmed. */
async function readSome(db: Db): Promise<void> {
  await db.query(sql`
    INSERT INTO document_opening (person_id, document_id, number, at)
    SELECT a.person_id, d.id, d.current_number, d.updated_at + interval '5 hours'
      FROM document d JOIN account a ON a.status = 'active' AND a.role = coalesce(d.role, 'employee') AND a.email NOT IN ('employee@konnekt.example', 'supervisor@konnekt.example')
     WHERE d.person_id IS NULL AND d.organisation_id IS NULL AND d.valid_until IS DISTINCT FROM '2025-12-31' AND hashtext(a.person_id::text) % 3 <> 0`);
  await db.query(sql`
    INSERT INTO document_confirmation (document_id, number, person_id, at, sha256, person_name, role, auth_method)
    SELECT x.document_id, x.number, x.person_id, x.at + interval '2 minutes', v.sha256, n.full_name, a.role, 'password'
      FROM document_opening x JOIN document d ON d.id = x.document_id AND d.asks_confirmation JOIN document_version v ON v.document_id = d.id AND v.number = x.number
      JOIN person n ON n.id = x.person_id JOIN account a ON a.person_id = n.id WHERE hashtext(x.person_id::text) % 2 = 0`);
}

const daysBefore = (now: Date, days: number): string => new Date(now.getTime() - days * 86_400_000).toISOString();

/** The ISO week so many weeks before. */
const weekOf = (now: Date, weeksAgo: number): number => isoWeekOf(calendarDayAt(daysBefore(now, weeksAgo * 7))).week;
