import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from './kit/sql.ts';
import { ask, type Client, testApp } from './test/build-app.ts';
import {
  createOrganisation,
  createPerson,
  createPlacement,
  createRate,
  createSupervisor,
  type Person,
} from './test/factories.ts';
import { sendHours } from './test/send-hours.ts';
import { signInAs, signInNew } from './test/sign-in-as.ts';

/** What only the agency knows of somebody, each a text that stands nowhere else. */
const secrets = {
  'e-mail address': 'geheim-adres@prive.example',
  'telephone number': '06 98765432',
  'birth date': '1987-06-05',
  street: 'Verborgenlaan 77',
  postcode: '9876 ZX',
  city: 'Geheimstad',
  'personnel number': 'GEHEIM-4711',
  wage: '123457',
} as const;

const test = testApp();
let worker: Person;
let organisationId: string;
let placementId: string;
let registeredId: string;
let worksheetId: string;
const readers = {} as Record<'supervisor' | 'employee', Client>;
let staff: Client;

beforeAll(async () => {
  const { app, db } = test;
  organisationId = await createOrganisation(db, 'Klant met geheimen');
  worker = await createPerson(db, { firstName: 'Wilma', lastName: 'Werker' });
  await db.prisma.person.update({ where: { id: worker.personId }, data: { phone: secrets['telephone number'] } });
  // A new address ends the sessions of before: they sign in by the new one.
  const email = secrets['e-mail address'];
  await db.prisma.account.update({ where: { id: worker.accountId }, data: { email } });
  const asWorker = await signInAs(app, { ...worker, email });
  await db.prisma.employee.update({
    where: { id: worker.employeeId },
    data: {
      personnelNumber: secrets['personnel number'],
      birthDate: new Date(secrets['birth date']),
      street: secrets.street,
      postcode: secrets.postcode,
      city: secrets.city,
    },
  });
  placementId = await createPlacement(db, worker, organisationId);
  registeredId = await createPlacement(db, worker, organisationId, { hoursBy: 'supervisor' });
  for (const id of [placementId, registeredId]) await createRate(db, id, { payCents: Number(secrets.wage) });

  const supervisor = await createSupervisor(db, organisationId, { mayRegister: true, mayManage: true });
  const colleague = await createPerson(db);
  await createPlacement(db, colleague, organisationId);
  readers.supervisor = await signInAs(app, supervisor);
  readers.employee = await signInAs(app, colleague);
  staff = await signInNew(test, 'staff');

  worksheetId = (await sendHours(test, asWorker, placementId)).id;
});

/** Everything that somebody of the client, or who works next to them, can read. */
async function allThatIsRead(client: Client): Promise<string> {
  const urls = [
    '/api/me',
    '/api/start',
    '/api/news',
    '/api/home',
    '/api/organisations',
    '/api/employees?limit=500',
    '/api/placements?limit=500',
    '/api/worksheets?limit=500',
    '/api/worksheets?phase=to-fill',
    `/api/worksheets/${worksheetId}`,
    `/api/placements/${placementId}/entry?year=2026&number=47`,
    '/api/registration?year=2026&period=47',
    '/api/colleagues',
    // Records and lists of the office, which refuse.
    '/api/office/employees',
    '/api/office/placements',
    `/api/employees/${worker.employeeId}`,
    `/api/placements/${placementId}`,
    `/api/organisations/${organisationId}`,
    `/api/records/${worker.personId}/history`,
    `/api/people/${worker.personId}/account`,
    `/api/people/${worker.personId}/personal-data`,
  ];
  const answers = await Promise.all(urls.map((url) => ask(test.app, client, 'GET', url)));
  return JSON.stringify(answers.map(({ body }) => body));
}

describe.each(['supervisor', 'employee'] as const)('a %s of the same client', (role) => {
  let seen: string;
  beforeAll(async () => {
    seen = await allThatIsRead(readers[role]);
  });

  it('sees the name where they have to do with the hours', () => {
    expect(seen.includes('Wilma')).toBe(role === 'supervisor');
  });

  it.each(Object.entries(secrets))('never sees the %s', (_, secret) => {
    expect(seen).not.toContain(secret);
  });
});

describe('the office', () => {
  it.each(Object.entries(secrets))('sees the %s', async (_, secret) => {
    const urls = [`/api/employees/${worker.employeeId}`, `/api/placements/${placementId}`];
    const answers = await Promise.all(urls.map((url) => ask(test.app, staff, 'GET', url)));
    expect(JSON.stringify(answers.map(({ body }) => body))).toContain(secret);
  });
});

describe('staff', () => {
  const own = {
    'e-mail address of an admin': 'baas-geheim@bureau.example',
    'telephone number of an admin': '06 11223344',
    'network address of an admin': '203.0.113.77',
    'bank account of the agency': 'NL91ABNA0417164300',
  } as const;

  it('read nothing of who works in the office, and of the settings, by any way', async () => {
    const { app, db } = test;
    const admin = await createPerson(db, { role: 'admin', firstName: 'Bas', lastName: 'Baas' });
    await db.prisma.person.update({
      where: { id: admin.personId },
      data: { phone: own['telephone number of an admin'] },
    });
    const [email, iban] = [own['e-mail address of an admin'], own['bank account of the agency']];
    const { personId, name, accountId } = admin;
    const author = { personId, name, role: 'admin', sessionId: null, address: own['network address of an admin'] };
    await db.transaction(author, async (tx) => {
      await tx.query(sql`UPDATE account SET email = ${email} WHERE id = ${accountId}::uuid`);
      await tx.query(sql`UPDATE agency SET iban = ${iban}`);
      await tx.query(sql`UPDATE organisation SET city = 'Urk' WHERE id = ${organisationId}::uuid`);
    });
    const urls = [
      `/api/records/${personId}/history`,
      `/api/records/${organisationId}/history`,
      '/api/records/agency/history',
      '/api/audit',
      '/api/settings',
      '/api/accounts',
      `/api/accounts/${accountId}`,
      `/api/accounts/${accountId}/sessions`,
      `/api/people/${personId}/account`,
      `/api/people/${personId}/personal-data`,
      `/api/supervisors/${personId}`,
      '/api/office/employees?limit=500',
      '/api/office/employees?q=baas-geheim',
      '/api/office/supervisors?limit=500',
      '/api/office/supervisors?q=baas-geheim',
      '/api/employees?limit=500',
      '/api/home',
      '/api/agency',
      '/api/exports/employees',
      '/api/exports/supervisors',
    ];
    const answers = await Promise.all(urls.map((url) => app.inject({ method: 'GET', url, cookies: staff.cookies })));
    const seen = answers.map(({ payload }) => payload).join('\n');
    expect(seen).toContain('Urk');
    for (const secret of Object.values(own)) expect(seen).not.toContain(secret);
  });
});
