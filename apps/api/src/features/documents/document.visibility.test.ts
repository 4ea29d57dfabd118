import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#api/kit/sql';
import { ask, type Client, testApp } from '#api/test/build-app';
import {
  createDocument,
  createOrganisation,
  createPerson,
  createPlacement,
  createSupervisor,
  giveRight,
  type Person,
} from '#api/test/factories';
import { signInAs, signInNew } from '#api/test/sign-in-as';

/** The tests' clock stands still on 21 November 2026. */
const test = testApp();
const people = {} as Record<
  'worker' | 'former' | 'elsewhere' | 'supervisor' | 'later' | 'left' | 'substitute' | 'other',
  Person
>;
const clients = {} as Record<keyof typeof people | 'staff' | 'admin', Client>;
const documents = {} as Record<
  'everybody' | 'employees' | 'supervisors' | 'organisation' | 'itsSupervisors' | 'itsEmployees' | 'one',
  string
>;

beforeAll(async () => {
  const { db, app } = test;
  const [organisationId, elsewhereId] = [await createOrganisation(db), await createOrganisation(db)];
  const holder = async (validFrom: string, validUntil?: string, onBehalfOf?: Person) => {
    const person = await createPerson(db, { role: 'supervisor' });
    await giveRight(db, person, organisationId, {
      validFrom,
      ...(validUntil && { validUntil }),
      ...(onBehalfOf && { onBehalfOf }),
    });
    return person;
  };
  people.worker = await createPerson(db);
  await createPlacement(db, people.worker, organisationId);
  people.former = await createPerson(db);
  await createPlacement(db, people.former, organisationId, { startsOn: '2025-01-06', endsOn: '2026-11-20' });
  people.elsewhere = await createPerson(db);
  await createPlacement(db, people.elsewhere, elsewhereId);
  people.supervisor = await createSupervisor(db, organisationId);
  people.later = await holder('2026-11-21');
  people.left = await holder('2026-01-01', '2026-11-20');
  people.substitute = await holder('2026-11-20', '2026-11-22', people.supervisor);
  people.other = await createSupervisor(db, elsewhereId);
  for (const [name, person] of Object.entries(people))
    clients[name as keyof typeof people] = await signInAs(app, person);
  clients.staff = await signInNew(test, 'staff');
  clients.admin = await signInNew(test, 'admin');
  documents.everybody = await createDocument(db);
  documents.employees = await createDocument(db, { role: 'employee' });
  documents.supervisors = await createDocument(db, { role: 'supervisor' });
  documents.organisation = await createDocument(db, { organisationId });
  documents.itsSupervisors = await createDocument(db, { organisationId, role: 'supervisor' });
  documents.itsEmployees = await createDocument(db, { organisationId, role: 'employee' });
  documents.one = await createDocument(db, { personId: people.worker.personId }, { category: 'payslip' });
});

const expected: Record<keyof typeof people, (keyof typeof documents)[]> = {
  worker: ['everybody', 'employees', 'organisation', 'itsEmployees', 'one'],
  former: ['everybody', 'employees'],
  elsewhere: ['everybody', 'employees'],
  supervisor: ['everybody', 'supervisors', 'organisation', 'itsSupervisors'],
  later: ['everybody', 'supervisors', 'organisation', 'itsSupervisors'],
  left: ['everybody', 'supervisors'],
  substitute: ['everybody', 'supervisors', 'organisation', 'itsSupervisors'],
  other: ['everybody', 'supervisors'],
};

describe.each(Object.entries(expected))('%s', (name, seen) => {
  it(`sees ${seen.join(', ')}: in the list, the counts, one by one and as files alike`, async () => {
    const client = clients[name as keyof typeof people];
    const { body } = await ask(test.app, client, 'GET', '/api/documents?limit=500');
    const ids = seen.map((one) => documents[one]);
    expect(new Set(body.items.map(({ id }: { id: string }) => id))).toEqual(new Set(ids));
    expect((await ask(test.app, client, 'GET', '/api/documents/counts')).body).toEqual({
      unread: seen.length,
      toConfirm: 0,
    });
    for (const id of Object.values(documents)) {
      const status = ids.includes(id) ? 200 : 404;
      expect((await ask(test.app, client, 'GET', `/api/documents/${id}`)).status).toBe(status);
      expect((await ask(test.app, client, 'GET', `/api/documents/${id}/versions/1/file`)).status).toBe(status);
      // Whom the office is told it is for are those who see it.
      const { body: readers } = await ask(test.app, clients.staff, 'GET', `/api/documents/${id}/readers?limit=500`);
      const isReader = readers.items.some(
        (reader: { id: string }) => reader.id === people[name as keyof typeof people].personId,
      );
      expect(isReader).toBe(status === 200);
    }
  });
});

it('is also for a supervisor’s own employment: who supervises and works sees both', async () => {
  const { db, app } = test;
  const organisationId = await createOrganisation(db);
  const both = await createPerson(db);
  await db.query(sql`UPDATE account SET role = 'supervisor' WHERE person_id = ${both.personId}::uuid`);
  await giveRight(db, both, organisationId);
  const { body } = await ask(app, await signInAs(app, { ...both, role: 'supervisor' }), 'GET', '/api/documents');
  expect(body.items.map(({ role }: { role: string | null }) => role)).toEqual(
    expect.arrayContaining(['employee', 'supervisor', null]),
  );
});

it('of somebody who works in the office is theirs and the admins’, not their colleagues’', async () => {
  const colleague = await createPerson(test.db, { role: 'staff' });
  const id = await createDocument(test.db, { personId: colleague.personId }, { category: 'payslip', name: 'Van Stef' });
  const see = async (client: Client) => (await ask(test.app, client, 'GET', `/api/documents/${id}`)).status;
  expect([await see(await signInAs(test.app, colleague)), await see(clients.admin), await see(clients.staff)]).toEqual([
    200, 200, 404,
  ]);
  expect((await ask(test.app, clients.staff, 'GET', '/api/documents?q=stef')).body.total).toBe(0);
  expect((await ask(test.app, clients.staff, 'GET', `/api/documents/${id}/readers`)).status).toBe(404);
});
