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
  await db.prisma.agency.create({
    data: { name: 'Testbureau', helpdeskPhone: '010-1234567', helpdeskEmail: 'help@bureau.example' },
  });
  const type = { billShareBp: 10_000, payShareBp: 10_000 };
  await db.prisma.hourType.createMany({
    data: [
      { code: 'N100', nameNl: 'Normale uren', nameEn: 'Normal hours', kind: 'normal', sortOrder: 1, ...type },
      { code: 'O125', nameNl: 'Overuren 125 %', nameEn: 'Overtime 125 %', kind: 'overtime', sortOrder: 2, ...type },
      { code: 'SCK', nameNl: 'Ziek', nameEn: 'Sick', kind: 'sick', isWorked: false, sortOrder: 3, ...type },
      {
        code: 'ADJ',
        nameNl: 'Correctie',
        nameEn: 'Adjustment',
        kind: 'other',
        forEmployee: false,
        forSupervisor: false,
        sortOrder: 4,
        ...type,
      },
    ],
  });
}

export async function hourTypeId(db: Db, code = 'N100'): Promise<string> {
  return (await db.prisma.hourType.findUniqueOrThrow({ where: { code } })).id;
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
  const person = await db.prisma.person.create({
    data: {
      firstName,
      prefix: 'de',
      lastName,
      account: {
        create: {
          email,
          userName: options.userName ?? null,
          passwordHash: await passwordHash,
          role,
          status: 'active',
          language: 'nl',
        },
      },
      ...(isEmployee && { employee: { create: { personnelNumber: `P${next()}` } } }),
    },
    include: { account: true, employee: true },
  });
  return {
    personId: person.id,
    accountId: person.account?.id ?? '',
    email,
    role,
    name: person.fullName,
    employeeId: person.employee?.id ?? '',
  };
}

/** Somebody who has an account but no password yet. */
export async function createInvited(db: Db, options: PersonOptions & { language?: Language } = {}): Promise<Person> {
  const { language = 'nl', ...rest } = options;
  const person = await createPerson(db, rest);
  await db.prisma.account.update({
    where: { id: person.accountId },
    data: { status: 'invited', passwordHash: null, language },
  });
  return person;
}

export async function createOrganisation(db: Db, name = `Organisatie ${next()}`): Promise<string> {
  return (await db.prisma.organisation.create({ data: { name, city: 'Rotterdam' } })).id;
}

let farYear = 2050;
/** An open week far from now, of a year of its own: what is done to it disturbs no other test. */
export async function createPeriod(db: Db): Promise<string> {
  const year = ++farYear;
  const days = { startsOn: new Date(`${year}-06-01`), endsOn: new Date(`${year}-06-07`) };
  return (await db.prisma.period.create({ data: { type: 'week', year, number: 23, ...days } })).id;
}

interface RateOptions {
  code?: string;
  validFrom?: string;
  payCents?: number;
  billCents?: number;
}

export async function createRate(db: Db, placementId: string, options: RateOptions = {}): Promise<string> {
  const { code = 'N100', validFrom = '2026-01-01', payCents = 1680, billCents = 3024 } = options;
  const data = {
    placementId,
    hourTypeId: await hourTypeId(db, code),
    validFrom: new Date(validFrom),
    payCents,
    billCents,
  };
  return (await db.prisma.placementRate.create({ data })).id;
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
  const right = await db.prisma.supervisorRight.create({
    data: {
      personId: person.personId,
      organisationId,
      mayApprove,
      mayRegister,
      mayManage,
      maySeeInvoices,
      validFrom: new Date(validFrom),
      validUntil: validUntil ? new Date(validUntil) : null,
      onBehalfOfId: options.onBehalfOf?.personId ?? null,
    },
  });
  return right.id;
}

/** A supervisor who approves there, with more rights where those are given. */
export async function createSupervisor(db: Db, organisationId: string, rights: RightOptions = {}): Promise<Person> {
  const person = await createPerson(db, { role: 'supervisor' });
  await giveRight(db, person, organisationId, rights);
  return person;
}

/** Rights that somebody offers to an address, until whoever has it accepts; the person that stands there meanwhile. */
export async function offerRight(db: Db, email: string, organisationId: string): Promise<string> {
  const rights = { create: { organisationId, mayApprove: true, validFrom: new Date('2026-11-21') } };
  const offer = await db.prisma.colleagueInvitation.create({
    data: {
      email,
      language: 'nl',
      person: { create: { firstName: 'Sanne', lastName: 'Berg', supervisorRights: rights } },
    },
  });
  return offer.personId;
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
  const { startsOn = '2026-01-01', endsOn, plannedMinutes = 2400, ...rest } = options;
  const placement = await db.prisma.placement.create({
    data: {
      employeeId: person.employeeId,
      organisationId,
      functionName: 'Magazijnmedewerker',
      startsOn: new Date(startsOn),
      endsOn: endsOn ? new Date(endsOn) : null,
      plannedMinutes,
      ...rest,
    },
  });
  return placement.id;
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
