import type { Language, Role } from '@konnekt/shared/basics/actor';
import { hash } from '@node-rs/argon2';
import { type Db, newId } from '../kit/database.ts';
import { keepFile } from '../kit/files.ts';
import { sql } from '../kit/sql.ts';

/** So cheap that logging in a thousand times costs no time. */
export const cheapPasswords = { memoryCost: 8, timeCost: 1 };
/** The password of everybody in a test; hashed once. */
export const testPassword = 'correct horse battery';
const passwordHash = hash(testPassword, cheapPasswords);

let counter = 0;
const next = (): number => ++counter;

export interface Person {
  personId: string;
  accountId: string;
  email: string;
  role: Role;
  name: string;
  /** Only of those who are employees. */
  employeeId: string;
}

export async function createAgency(db: Db): Promise<void> {
  await db.query(sql`
    INSERT INTO agency (name, helpdesk_phone, helpdesk_email) VALUES ('Testbureau', '010-1234567', 'help@bureau.example')`);
  await db.query(sql`
    INSERT INTO hour_type (code, name_nl, name_en, kind, is_worked, for_employee, for_supervisor, sort_order, bill_share_bp, pay_share_bp)
    VALUES ('N100', 'Normale uren', 'Normal hours', 'normal', true, true, true, 1, 10000, 10000),
           ('O125', 'Overuren 125 %', 'Overtime 125 %', 'overtime', true, true, true, 2, 10000, 10000),
           ('SCK', 'Ziek', 'Sick', 'sick', false, true, true, 3, 10000, 10000),
           ('ADJ', 'Correctie', 'Adjustment', 'other', true, false, false, 4, 10000, 10000)`);
}

export async function hourTypeId(db: Db, code = 'N100'): Promise<string> {
  return idOf(await db.query(sql`SELECT id FROM hour_type WHERE code = ${code}`));
}

/** Of the one row that was made. */
function idOf([row]: { id: string }[]): string {
  if (!row) throw new Error('Nothing was made');
  return row.id;
}

interface PersonOptions {
  role?: Role;
  isEmployee?: boolean;
  userName?: string;
  firstName?: string;
  lastName?: string;
}

export async function createPerson(db: Db, options: PersonOptions = {}): Promise<Person> {
  const {
    role = 'employee',
    isEmployee = role === 'employee',
    firstName = 'Anna',
    lastName = `Vries ${next()}`,
  } = options;
  const email = `Person-${next()}@bureau.example`;
  const [made] = await db.query<{ personId: string; name: string; accountId: string; employeeId: string }>(sql`
    WITH p AS (
      INSERT INTO person (first_name, prefix, last_name) VALUES (${firstName}, 'de', ${lastName}) RETURNING id, full_name),
    a AS (
      INSERT INTO account (person_id, email, user_name, password_hash, role, status)
      SELECT id, ${email}, ${options.userName ?? null}, ${await passwordHash}, ${role}, 'active' FROM p RETURNING id),
    e AS (
      INSERT INTO employee (person_id, personnel_number) SELECT id, ${`P${next()}`} FROM p WHERE ${isEmployee}::boolean RETURNING id)
    SELECT p.id AS "personId", p.full_name AS name, a.id AS "accountId", coalesce(e.id::text, '') AS "employeeId"
      FROM p CROSS JOIN a LEFT JOIN e ON true`);
  if (!made) throw new Error('Nobody was made');
  return { ...made, email, role };
}

/** Somebody who has an account but no password yet. */
export async function createInvited(db: Db, options: PersonOptions & { language?: Language } = {}): Promise<Person> {
  const { language = 'nl', ...rest } = options;
  const person = await createPerson(db, rest);
  await db.query(sql`
    UPDATE account SET status = 'invited', password_hash = NULL, language = ${language} WHERE id = ${person.accountId}::uuid`);
  return person;
}

export async function createOrganisation(db: Db, name = `Organisatie ${next()}`): Promise<string> {
  return idOf(await db.query(sql`INSERT INTO organisation (name, city) VALUES (${name}, 'Rotterdam') RETURNING id`));
}

let farYear = 2050;
/** An open week far from now, of a year of its own: what is done to it disturbs no other test. */
export async function createPeriod(db: Db): Promise<string> {
  const year = ++farYear;
  return idOf(
    await db.query(sql`
      INSERT INTO period (type, year, number, starts_on, ends_on)
      VALUES ('week', ${year}::int, 23, ${`${year}-06-01`}::date, ${`${year}-06-07`}::date) RETURNING id`),
  );
}

interface RateOptions {
  code?: string;
  validFrom?: string;
  payCents?: number;
  billCents?: number;
}

export async function createRate(db: Db, placementId: string, options: RateOptions = {}): Promise<string> {
  const { code = 'N100', validFrom = '2026-01-01', payCents = 1680, billCents = 3024 } = options;
  return idOf(
    await db.query(sql`
      INSERT INTO placement_rate (placement_id, hour_type_id, valid_from, pay_cents, bill_cents)
      VALUES (${placementId}::uuid, ${await hourTypeId(db, code)}::uuid, ${validFrom}::date, ${payCents}::int, ${billCents}::int)
      RETURNING id`),
  );
}

interface RightOptions {
  mayApprove?: boolean;
  mayRegister?: boolean;
  mayManage?: boolean;
  maySeeInvoices?: boolean;
  validFrom?: string;
  validUntil?: string;
  /** Whose place they take. */
  onBehalfOf?: Person;
}

export async function giveRight(
  db: Db,
  person: Person,
  organisationId: string,
  options: RightOptions = {},
): Promise<string> {
  const { mayApprove = true, mayRegister = false, mayManage = false, maySeeInvoices = false } = options;
  const { validFrom = '2026-01-01', validUntil } = options;
  return idOf(
    await db.query(sql`
      INSERT INTO supervisor_right (person_id, organisation_id, may_approve, may_register, may_manage, may_see_invoices, valid_from, valid_until, on_behalf_of_id)
      VALUES (${person.personId}::uuid, ${organisationId}::uuid, ${mayApprove}::boolean, ${mayRegister}::boolean, ${mayManage}::boolean,
              ${maySeeInvoices}::boolean, ${validFrom}::date, ${validUntil ?? null}::date, ${options.onBehalfOf?.personId ?? null}::uuid)
      RETURNING id`),
  );
}

export type SupervisorOptions = RightOptions & Pick<PersonOptions, 'isEmployee' | 'firstName' | 'lastName'>;

/** A supervisor who approves there, or at each of those, with more rights where those are given. */
export async function createSupervisor(
  db: Db,
  organisationIds: string | readonly string[],
  { isEmployee = false, firstName, lastName, ...rights }: SupervisorOptions = {},
): Promise<Person> {
  const name = { ...(firstName && { firstName }), ...(lastName && { lastName }) };
  const person = await createPerson(db, { role: 'supervisor', isEmployee, ...name });
  for (const id of [organisationIds].flat()) await giveRight(db, person, id, rights);
  return person;
}

/** Rights that somebody offers to an address, until whoever has it accepts; the person that stands there meanwhile. */
export async function offerRight(db: Db, email: string, organisationId: string): Promise<string> {
  return idOf(
    await db.query(sql`
      WITH p AS (INSERT INTO person (first_name, last_name) VALUES ('Sanne', 'Berg') RETURNING id),
      held AS (
        INSERT INTO supervisor_right (person_id, organisation_id, may_approve, valid_from)
        SELECT id, ${organisationId}::uuid, true, '2026-11-21' FROM p)
      INSERT INTO colleague_invitation (person_id, email, language) SELECT id, ${email}, 'nl' FROM p RETURNING person_id AS id`),
  );
}

interface PlacementOptions {
  startsOn?: string;
  endsOn?: string;
  basis?: 'flexible' | 'fixed';
  hoursBy?: 'employee' | 'supervisor';
  plannedMinutes?: number;
  periodType?: 'week' | 'four-weeks' | 'month';
}

export async function createPlacement(
  db: Db,
  person: Person,
  organisationId: string,
  options: PlacementOptions = {},
): Promise<string> {
  const { startsOn = '2026-01-01', endsOn = null, plannedMinutes = 2400 } = options;
  const { basis = 'flexible', hoursBy = 'employee', periodType = 'week' } = options;
  return idOf(
    await db.query(sql`
      INSERT INTO placement (employee_id, organisation_id, function_name, starts_on, ends_on, planned_minutes, basis, hours_by, period_type)
      VALUES (${person.employeeId}::uuid, ${organisationId}::uuid, 'Magazijnmedewerker', ${startsOn}::date, ${endsOn}::date,
              ${plannedMinutes}::int, ${basis}, ${hoursBy}, ${periodType}) RETURNING id`),
  );
}

/** What the office types of a placement, besides whom and where. */
export const placementFields = {
  functionName: 'Lasser',
  startsOn: '2026-01-01',
  periodType: 'week',
  basis: 'flexible',
  hoursBy: 'employee',
  entryMode: 'totals',
  plannedMinutes: 2400,
} as const;

/** A thread with somebody outside the office, who wrote first; its id is that of its message as well. */
export async function createThread(db: Db, person: Person, organisationId: string | null = null): Promise<string> {
  const id = newId();
  await db.query(
    sql`INSERT INTO thread (id, title, person_id, organisation_id) VALUES (${id}::uuid, 'Vraag', ${person.personId}::uuid, ${organisationId}::uuid)`,
  );
  await db.query(sql`
    INSERT INTO thread_message (thread_id, number, id, on_day, by_id, by_name, is_office, body)
    VALUES (${id}::uuid, 1, ${id}::uuid, '2026-11-21', ${person.personId}::uuid, 'Eva Bos', false, 'Klopt dit?')`);
  return id;
}

interface ForWhom {
  role?: 'employee' | 'supervisor';
  organisationId?: string;
  personId?: string;
}

/** A document that the office put there, in its first version, for everybody where nobody is named. */
export async function createDocument(
  db: Db,
  forWhom: ForWhom = {},
  { name = 'Contract', content = `%PDF-1.7 ${name}`, ...more }: DocumentFields = {},
): Promise<string> {
  const id = newId();
  const byId = newId();
  const { role = null, organisationId = null, personId = null } = forWhom;
  const { asksConfirmation = false, validFrom = null, validUntil = null, category = 'contract' } = more;
  const file = { name: `${name}.pdf`, mediaType: 'application/pdf', content: Buffer.from(content) };
  const { id: fileId } = await keepFile(db, byId, 'document', file);
  await db.query(sql`
    INSERT INTO document (id, name, category, role, organisation_id, person_id, asks_confirmation, valid_from, valid_until)
    VALUES (${id}::uuid, ${name}, ${category}, ${role}, ${organisationId}::uuid, ${personId}::uuid, ${asksConfirmation}::boolean, ${validFrom}::date, ${validUntil}::date)`);
  await db.query(sql`
    INSERT INTO document_version (document_id, number, file_id, sha256, file_name, media_type, size, by_id, by_name, told_at)
    SELECT ${id}::uuid, 1, f.id, f.sha256, f.name, f.media_type, f.size, ${byId}::uuid, 'Eva Bos', now() FROM stored_file f WHERE f.id = ${fileId}::uuid`);
  return id;
}
interface DocumentFields {
  name?: string;
  content?: string;
  category?: string;
  asksConfirmation?: boolean;
  validFrom?: string;
  validUntil?: string;
}
