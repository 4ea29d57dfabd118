import { beforeAll, describe, expect, it } from 'vitest';
import { ask, type Client, sendFile, testApp } from '../test/build-app.ts';
import {
  createInvited,
  createOrganisation,
  createPerson,
  createPlacement,
  createSupervisor,
  hourTypeId,
} from '../test/factories.ts';
import { signInAs } from '../test/sign-in-as.ts';
import { bounds } from './bounds.ts';
import { keepFile } from './files.ts';
import { sql } from './sql.ts';

/** What people can add to holds an end, and says so; what comes faster than anybody types is asked for again later. */
const test = testApp();
let staff: Client;
let staffId: string;
beforeAll(async () => {
  const person = await createPerson(test.db, { role: 'staff' });
  staffId = person.personId;
  staff = await signInAs(test.app, person);
});
const post = (url: string, body: object, client = staff) => ask(test.app, client, 'POST', url, body);
const tooFast = async (answer: ReturnType<typeof post>) => {
  const { status, body, headers } = await answer;
  expect([status, body.code]).toEqual([429, 'too-fast']);
  expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  expect(body.retryAfterSeconds).toBe(Number(headers['retry-after']));
  return body.retryAfterSeconds;
};
/** Of what was done at most so many hours ago, within a day: until there is room again. */
const expectHours = (seconds: number, hours: number) => {
  expect(seconds).toBeGreaterThan(hours * 3600 - 60);
  expect(seconds).toBeLessThanOrEqual(hours * 3600);
};
const full = async (answer: ReturnType<typeof post>) => {
  const { status, body } = await answer;
  expect([status, body.code]).toEqual([409, 'list-full']);
};
const rights = { mayApprove: true, mayRegister: false, maySeeInvoices: false, mayManage: false };
const invitation = (organisationId: string, email: string) => ({
  ...rights,
  organisationId,
  firstName: 'Sanne',
  prefix: null,
  lastName: 'Berg',
  email,
  language: 'nl',
  validFrom: '2026-11-21',
  validUntil: null,
});
async function manager(organisationId: string) {
  const person = await createSupervisor(test.db, organisationId, { mayManage: true });
  return { person, client: await signInAs(test.app, person) };
}

describe('mails', () => {
  it('with links are so many an hour to one account, whoever asks for them', async () => {
    const { accountId } = await createInvited(test.db);
    const invite = () => post(`/api/accounts/${accountId}/invite`, {});
    for (let n = 0; n < bounds.linksAnHour; n++) expect((await invite()).status).toBe(200);
    await tooFast(invite());
    const mails = await test.db.query(sql`SELECT id FROM mail WHERE account_id = ${accountId}::uuid`);
    expect(mails).toHaveLength(bounds.linksAnHour);
  });

  it('of a colleague’s invitations are so many an hour, the same for an address with an account', async () => {
    const here = await createOrganisation(test.db);
    const { client } = await manager(here);
    const owner = await createPerson(test.db, { role: 'employee' });
    for (const email of ['nobody-yet@client.example', owner.email]) {
      const { body } = await post('/api/colleagues', invitation(here, email), client);
      const { personId } = body.colleagues.find((one: { email: string }) => one.email === email);
      const again = () => post(`/api/colleagues/${personId}/invite`, {}, client);
      for (let n = 1; n < bounds.linksAnHour; n++) expect((await again()).status).toBe(200);
      await tooFast(again());
    }
  });

  it('to one address are so many an hour, however many supervisors invite it', async () => {
    const owner = await createPerson(test.db, { role: 'employee' });
    for (let n = 0; n < bounds.linksAnHour + 2; n++) {
      const here = await createOrganisation(test.db);
      expect((await post('/api/colleagues', invitation(here, owner.email), (await manager(here)).client)).status).toBe(
        201,
      );
    }
    const mails = () => test.db.query(sql`SELECT id FROM mail WHERE account_id = ${owner.accountId}::uuid`);
    await expect.poll(mails).toHaveLength(bounds.linksAnHour);
  });

  it('of one supervisor’s invitations are so many an hour', async () => {
    const here = await createOrganisation(test.db);
    const { client, person } = await manager(here);
    await test.db.query(sql`
      INSERT INTO audit_event (action, subject_type, actor_id)
      SELECT 'invite', 'person', ${person.personId}::uuid FROM generate_series(1, ${bounds.invitationsAnHour}::int)`);
    await tooFast(post('/api/colleagues', invitation(here, 'one-more@client.example'), client));
  });
});

it('an account is logged in so many times; the log-in that was used longest ago ends', async () => {
  const person = await createPerson(test.db);
  await test.db.query(sql`
    INSERT INTO session (account_id, key_hash, refresh_hash, last_used_at, expires_at)
    SELECT ${person.accountId}::uuid, sha256('k'), sha256('r'), now() - make_interval(hours => n), now() + interval '1 day'
      FROM generate_series(1, ${bounds.sessions}::int) n`);
  const client = await signInAs(test.app, person);
  const { body } = await ask(test.app, client, 'GET', '/api/me/sessions');
  expect(body.items).toHaveLength(bounds.sessions);
  expect(body.items[0].isCurrent).toBe(true);
});

it('files are checked so many at a time', async () => {
  await test.db.query(sql`
    INSERT INTO import_run (kind, file_name, created_by_id)
    SELECT 'employees', 'x.csv', ${staffId}::uuid FROM generate_series(1, ${bounds.importsUnderWay}::int)`);
  const file = { name: 'x.csv', mediaType: 'text/csv', content: Buffer.from('x') };
  const { id } = await keepFile(test.db, staffId, 'import', file);
  await tooFast(post('/api/imports', { kind: 'employees', fileId: id }));
  await test.db.query(sql`UPDATE import_run SET status = 'checked'`);
  expect((await post('/api/imports', { kind: 'employees', fileId: id })).status).toBe(201);
});

it('files are checked so many a day, and it is told when there is room again', async () => {
  const person = await createPerson(test.db, { role: 'staff' });
  const client = await signInAs(test.app, person);
  // The first of them five hours ago, and one of long ago.
  await test.db.query(sql`
    INSERT INTO import_run (kind, file_name, created_by_id, status, created_at)
    SELECT 'employees', 'x.csv', ${person.personId}::uuid, 'checked', now() - CASE n WHEN 0 THEN interval '30 hours' WHEN 1 THEN interval '5 hours' ELSE interval '1 hour' END
      FROM generate_series(0, ${bounds.importsADay}::int) n`);
  const file = { name: 'x.csv', mediaType: 'text/csv', content: Buffer.from('x') };
  const { id } = await keepFile(test.db, person.personId, 'import', file);
  expectHours(await tooFast(post('/api/imports', { kind: 'employees', fileId: id }, client)), 19);
});

it('files are handed in so many a day', async () => {
  const file = { name: 'y.csv', mediaType: 'text/csv', content: Buffer.from('y') };
  const { sha256 } = await keepFile(test.db, staffId, 'import', file);
  const handIn = () => sendFile(test.app, staff, '/api/files?purpose=import', { name: 'x.csv', content: 'x' });
  await test.db.query(sql`
    INSERT INTO stored_file (sha256, name, media_type, size, purpose, created_by_id)
    SELECT ${sha256}, 'y.csv', 'text/csv', 1, 'import', ${staffId}::uuid FROM generate_series(1, ${bounds.filesADay}::int)`);
  await test.db.query(sql`UPDATE stored_file SET created_at = now() - interval '20 hours' WHERE name = 'y.csv'`);
  expectHours(await tooFast(handIn()), 4);
  await test.db.query(sql`UPDATE stored_file SET created_at = now() - interval '25 hours'`);
  expect((await handIn()).status).toBe(201);
});

it('a client has so many budget numbers', async () => {
  const here = await createOrganisation(test.db);
  await test.db.query(sql`
    INSERT INTO budget_number (organisation_id, number) SELECT ${here}::uuid, 'B' || n FROM generate_series(1, ${bounds.budgetNumbers}::int) n`);
  await full(post(`/api/organisations/${here}/budget-numbers`, { number: 'One more' }));
});

it('the agency has so many hour types, and a placement so many rates', async () => {
  const placementId = await createPlacement(test.db, await createPerson(test.db), await createOrganisation(test.db));
  const hourType = await hourTypeId(test.db);
  await test.db.query(sql`
    INSERT INTO placement_rate (placement_id, hour_type_id, valid_from, pay_cents, bill_cents)
    SELECT ${placementId}::uuid, ${hourType}::uuid, '2026-01-01'::date + n, 1600, 3000 FROM generate_series(1, ${bounds.ratesOfPlacement}::int) n`);
  const rates = [{ hourTypeId: hourType, payCents: 1700, billCents: 3100 }];
  await full(
    ask(test.app, staff, 'POST', `/api/placements/${placementId}/rates`, {
      version: 1,
      validFrom: '2040-01-01',
      rates,
    }),
  );

  await test.db.query(sql`
    INSERT INTO hour_type (code, name_nl, name_en, kind, sort_order, bill_share_bp, pay_share_bp)
    SELECT 'X' || n, 'X', 'X', 'other', 1, 0, 0 FROM generate_series(1, ${bounds.hourTypes}::int) n`);
  const more = {
    nameNl: 'X',
    nameEn: 'X',
    kind: 'other',
    unit: 'hours',
    billShareBp: 0,
    payShareBp: 0,
    isWorked: false,
    forEmployee: false,
    forSupervisor: false,
    sortOrder: 1,
    isActive: true,
  };
  await full(post('/api/hour-types', { code: 'MORE', ...more }));
});

it('an organisation has so many colleagues, and a supervisor so many substitutes', async () => {
  const here = await createOrganisation(test.db);
  const { client, person } = await manager(here);
  await test.db.query(sql`
    INSERT INTO supervisor_right (person_id, organisation_id, may_approve, valid_from, valid_until)
    SELECT ${staffId}::uuid, ${here}::uuid, true, '2027-01-01'::date + n, '2027-01-01'::date + n
      FROM generate_series(1, ${bounds.rightsAtOrganisation}::int) n`);
  await full(post('/api/colleagues', invitation(here, 'no-room@client.example'), client));
  const right = { ...rights, organisationId: here, validFrom: '2026-11-21', validUntil: null };
  await full(
    post(`/api/supervisors/${(await manager(await createOrganisation(test.db))).person.personId}/rights`, right),
  );

  const stand = await createSupervisor(test.db, here);
  await test.db.query(sql`
    INSERT INTO supervisor_right (person_id, organisation_id, may_approve, valid_from, valid_until, on_behalf_of_id)
    SELECT ${stand.personId}::uuid, ${here}::uuid, true, '2027-01-01'::date + n, '2027-01-01'::date + n, ${person.personId}::uuid
      FROM generate_series(1, ${bounds.substitutes}::int) n`);
  const named = {
    personId: stand.personId,
    organisationIds: [here],
    validFrom: '2026-12-01',
    validUntil: '2026-12-24',
  };
  await full(post('/api/substitutes', named, client));
});
