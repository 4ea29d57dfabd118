import { addDays } from '@konnekt/shared/basics/calendar-day';
import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#api/kit/sql';
import { ask, type Client, testApp } from '#api/test/build-app';
import { createOrganisation, createPerson, giveRight, type Person } from '#api/test/factories';
import { signInAs, signInNew } from '#api/test/sign-in-as';

const today = '2026-11-21';
let clock = new Date(`${today}T09:00:00Z`);
const test = testApp({ now: () => clock });
let staff: Client;

beforeAll(async () => {
  staff = await signInNew(test, 'staff');
});

const post = (path: string, body: object) => ask(test.app, staff, 'POST', path, body);
const read = async (id: string) => (await ask(test.app, staff, 'GET', `/api/supervisors/${id}`)).body;
const newcomer = () => createPerson(test.db, { role: 'supervisor' });
const organisationsOf = async (person: Person) => {
  const client = await signInAs(test.app, person);
  const { body } = await ask(test.app, client, 'GET', '/api/organisations');
  return body.items.map(({ id }: { id: string }) => id);
};

describe('POST /api/supervisors', () => {
  it('makes person, account and rights at once', async () => {
    const organisationId = await createOrganisation(test.db);
    const { status, body } = await post('/api/supervisors', {
      firstName: 'Lies',
      prefix: 'van',
      lastName: 'Dam',
      email: 'lies@klant.example',
      rights: [{ organisationId, mayApprove: true, mayManage: true, validFrom: today }],
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      name: 'Lies van Dam',
      account: 'new',
      rights: [{ mayApprove: true, mayRegister: false, mayManage: true, validFrom: today, validUntil: null }],
    });
  });

  it('keeps nothing when one of the rights is wrong, and says which', async () => {
    const organisationId = await createOrganisation(test.db);
    const { body } = await post('/api/supervisors', {
      firstName: 'Lies',
      lastName: 'Dam',
      email: 'lies2@klant.example',
      rights: [
        { organisationId, mayApprove: true, validFrom: today },
        { organisationId, mayRegister: true, validFrom: '2026-12-01' },
      ],
    });
    expect(body.errors).toEqual([{ pointer: '/rights/1/validFrom', code: 'overlaps-right', values: { from: today } }]);
    const { body: found } = await ask(test.app, staff, 'GET', '/api/office/supervisors?q=lies2');
    expect(found.total).toBe(0);
  });
});

describe('a right', () => {
  it('allows something, begins today or later, and overlaps none of the same person there', async () => {
    const person = await newcomer();
    const organisationId = await createOrganisation(test.db);
    await giveRight(test.db, person, organisationId, { validFrom: '2026-01-01', validUntil: '2026-12-31' });
    const give = async (body: object) =>
      (await post(`/api/supervisors/${person.personId}/rights`, { organisationId, ...body })).body;
    expect((await give({ validFrom: today })).errors).toEqual([{ pointer: '/mayApprove', code: 'choose-one' }]);
    expect((await give({ mayApprove: true, validFrom: addDays(today, -1) })).errors).toEqual([
      { pointer: '/validFrom', code: 'in-the-past' },
    ]);
    expect((await give({ mayApprove: true, validFrom: today })).errors).toEqual([
      { pointer: '/validFrom', code: 'overlaps-right-until', values: { from: '2026-01-01', until: '2026-12-31' } },
    ]);
    expect((await give({ mayApprove: true, validFrom: '2027-01-01' })).rights).toHaveLength(2);
  });

  it('is given once, however often it is asked at the same time', async () => {
    const person = await newcomer();
    const organisationId = await createOrganisation(test.db);
    const answers = await Promise.all(
      [null, '2026-12-31', null, '2026-12-31', null, '2026-12-31', null, '2026-12-31'].map((validUntil) =>
        post(`/api/supervisors/${person.personId}/rights`, {
          organisationId,
          mayApprove: true,
          validFrom: today,
          validUntil,
        }),
      ),
    );
    const refused = answers.filter(({ status }) => status !== 201);
    expect(refused).toHaveLength(answers.length - 1);
    for (const { body } of refused)
      expect(body.errors).toEqual([expect.objectContaining({ pointer: '/validFrom', values: expect.anything() })]);
    expect((await read(person.personId)).rights).toHaveLength(1);
  });

  it('ends by itself on its day', async () => {
    const person = await newcomer();
    const organisationId = await createOrganisation(test.db);
    const id = await giveRight(test.db, person, organisationId);
    const ended = await post(`/api/supervisor-rights/${id}/end`, { version: 1, validUntil: addDays(today, 2) });
    expect(ended.body.rights).toMatchObject([{ validUntil: addDays(today, 2), version: 2 }]);
    try {
      clock = new Date(`${addDays(today, 2)}T09:00:00Z`);
      expect(await organisationsOf(person)).toEqual([organisationId]);
      clock = new Date(`${addDays(today, 3)}T09:00:00Z`);
      expect(await organisationsOf(person)).toEqual([]);
    } finally {
      clock = new Date(`${today}T09:00:00Z`);
    }
  });

  it('can be over from today on, and never sooner', async () => {
    const person = await newcomer();
    const id = await giveRight(test.db, person, await createOrganisation(test.db));
    const end = (version: number, validUntil: string) =>
      post(`/api/supervisor-rights/${id}/end`, { version, validUntil });
    expect((await end(1, addDays(today, -2))).body.errors).toEqual([
      { pointer: '/validUntil', code: 'before-yesterday' },
    ]);
    expect((await end(1, '2025-12-31')).body.errors).toEqual([{ pointer: '/validUntil', code: 'before-start' }]);
    expect((await end(1, addDays(today, -1))).status).toBe(200);
    expect(await organisationsOf(person)).toEqual([]);
    expect((await end(2, today)).body.code).toBe('right-is-over');
  });

  it('moves to another organisation on a date in one act', async () => {
    const person = await newcomer();
    const [from, to] = [await createOrganisation(test.db, 'A van'), await createOrganisation(test.db, 'B naar')];
    const id = await giveRight(test.db, person, from);
    const moved = await post(`/api/supervisor-rights/${id}/change`, {
      version: 1,
      organisationId: to,
      mayApprove: true,
      validFrom: '2026-12-01',
    });
    expect(moved.body.rights).toMatchObject([
      { organisationId: from, validUntil: '2026-11-30' },
      { organisationId: to, validFrom: '2026-12-01', validUntil: null },
    ]);
    try {
      clock = new Date('2026-11-30T22:30:00Z');
      expect(await organisationsOf(person)).toEqual([from]);
      clock = new Date('2026-11-30T23:30:00Z');
      expect(await organisationsOf(person)).toEqual([to]);
    } finally {
      clock = new Date(`${today}T09:00:00Z`);
    }
  });

  it('changed before it begins never was, and can be taken back until it was of use', async () => {
    const person = await newcomer();
    const organisationId = await createOrganisation(test.db);
    const id = await giveRight(test.db, person, organisationId, { validFrom: '2027-01-01' });
    const sooner = { version: 1, organisationId, mayRegister: true, validFrom: '2026-12-15' };
    const changed = await post(`/api/supervisor-rights/${id}/change`, sooner);
    expect(changed.body.rights).toMatchObject([{ mayRegister: true, mayApprove: false, validFrom: '2026-12-15' }]);
    const [right] = changed.body.rights;
    const back = await ask(test.app, staff, 'DELETE', `/api/supervisor-rights/${right.id}`, { version: 1 });
    expect(back.body.rights).toEqual([]);
    const running = await giveRight(test.db, person, organisationId, { validFrom: '2026-11-20' });
    const late = await ask(test.app, staff, 'DELETE', `/api/supervisor-rights/${running}`, { version: 1 });
    expect(late.body.code).toBe('right-has-begun');
  });

  it('taken back lets the one that ended for it go on as long as it would have', async () => {
    const person = await newcomer();
    const [from, to] = [await createOrganisation(test.db, 'C van'), await createOrganisation(test.db, 'D naar')];
    for (const [organisationId, validFrom] of [
      [to, '2026-12-01'],
      [to, today],
      [from, today],
    ] as const) {
      const validUntil = '2027-06-30';
      const id = await giveRight(test.db, person, from, { validFrom: '2026-01-01', validUntil });
      const change = { organisationId, mayRegister: true, validFrom, version: 1 };
      const { rights } = (await post(`/api/supervisor-rights/${id}/change`, change)).body;
      const right = rights.find((one: { id: string }) => one.id !== id);
      expect(right.endedForIt).toEqual({ organisationName: expect.stringContaining('C van'), validUntil });
      const back = await ask(test.app, staff, 'DELETE', `/api/supervisor-rights/${right.id}`, { version: 1 });
      expect(back.body.rights).toMatchObject([{ id, validUntil, endedForIt: null }]);
      await test.db.query(sql`DELETE FROM supervisor_right WHERE id = ${id}::uuid`);
    }
  });

  it('moved to a sooner day leaves no day with both', async () => {
    const person = await newcomer();
    const [from, to] = [await createOrganisation(test.db, 'E van'), await createOrganisation(test.db, 'F naar')];
    const id = await giveRight(test.db, person, from);
    const move = { organisationId: to, mayApprove: true, validFrom: '2026-12-15', version: 1 };
    const [, moved] = (await post(`/api/supervisor-rights/${id}/change`, move)).body.rights;
    const sooner = { ...move, validFrom: '2026-12-01' };
    const { body } = await post(`/api/supervisor-rights/${moved.id}/change`, sooner);
    expect(body.rights).toMatchObject([
      { id, validUntil: '2026-11-30' },
      { organisationId: to, validFrom: '2026-12-01', endedForIt: { validUntil: null } },
    ]);
  });

  it('that was to end can go on', async () => {
    const person = await newcomer();
    const id = await giveRight(test.db, person, await createOrganisation(test.db), { validUntil: '2026-11-30' });
    const { body } = await post(`/api/supervisor-rights/${id}/end`, { version: 1, validUntil: null });
    expect(body.rights).toMatchObject([{ id, validUntil: null }]);
  });

  it('changed by two at once is changed by one', async () => {
    const person = await newcomer();
    const organisationId = await createOrganisation(test.db);
    const id = await giveRight(test.db, person, organisationId);
    const change = (validFrom: string) =>
      post(`/api/supervisor-rights/${id}/change`, { version: 1, organisationId, mayRegister: true, validFrom });
    const answers = await Promise.all([change('2026-12-01'), change('2026-12-08')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await read(person.personId)).rights).toHaveLength(2);
  });
});

describe('GET /api/office/supervisors', () => {
  it('finds by name, client, right and account', async () => {
    const person = await createPerson(test.db, { role: 'supervisor', firstName: 'Xander' });
    const organisationId = await createOrganisation(test.db, 'Waar Xander goedkeurt');
    await giveRight(test.db, person, organisationId);
    const list = async (query: string) => (await ask(test.app, staff, 'GET', `/api/office/supervisors?${query}`)).body;
    expect((await list('q=xander%20goed')).items).toMatchObject([{ organisations: ['Waar Xander goedkeurt'] }]);
    expect((await list(`organisationId=${organisationId}&right=mayApprove`)).total).toBe(1);
    expect((await list(`organisationId=${organisationId}&right=mayRegister`)).total).toBe(0);
    expect((await list('account=blocked')).total).toBe(0);
  });

  it('says where a right begins later, and from when', async () => {
    const person = await createPerson(test.db, { role: 'supervisor', firstName: 'Later' });
    const [here, there] = [
      await createOrganisation(test.db, 'Nu hier'),
      await createOrganisation(test.db, 'Straks daar'),
    ];
    await giveRight(test.db, person, here, { validUntil: '2998-12-31' });
    await giveRight(test.db, person, here, { validFrom: '2999-01-01' });
    await giveRight(test.db, person, there, { validFrom: '2999-02-01' });
    await giveRight(test.db, person, there, { validFrom: '2999-01-01', validUntil: '2999-01-31' });
    const { body } = await ask(test.app, staff, 'GET', '/api/office/supervisors?q=straks%20daar');
    expect(body.items).toMatchObject([
      { organisations: ['Nu hier'], later: [{ name: 'Straks daar', from: '2999-01-01' }] },
    ]);
  });
});

describe('a substitution that somebody named', () => {
  const named = async (days: { validFrom: string; validUntil: string }) => {
    const organisationId = await createOrganisation(test.db);
    const [principal, substitute] = [await newcomer(), await newcomer()];
    await giveRight(test.db, principal, organisationId);
    const id = await giveRight(test.db, substitute, organisationId, { ...days, onBehalfOf: principal });
    return { id, organisationId, substitute };
  };
  const ending = (id: string, validUntil: string | null) =>
    post(`/api/supervisor-rights/${id}/end`, { version: 1, validUntil });

  it('is ended by the office, at once and also for whoever supervises there themselves', async () => {
    const { id, substitute, organisationId } = await named({ validFrom: today, validUntil: addDays(today, 9) });
    await test.db.query(
      sql`UPDATE supervisor_right SET valid_from = ${addDays(today, -5)}::date WHERE id = ${id}::uuid`,
    );
    await giveRight(test.db, substitute, organisationId);
    expect((await ending(id, addDays(today, -1))).status).toBe(200);
    expect(await organisationsOf(substitute)).toEqual([organisationId]);
    const [after] = await test.db.query(sql`SELECT valid_until AS until FROM supervisor_right WHERE id = ${id}::uuid`);
    expect(after).toEqual({ until: addDays(today, -1) });
  });

  it('is not made longer nor changed by the office', async () => {
    const until = addDays(today, 9);
    const { id, organisationId } = await named({ validFrom: today, validUntil: until });
    for (const later of [addDays(until, 1), null])
      expect((await ending(id, later)).body.errors).toEqual([
        { pointer: '/validUntil', code: 'only-sooner', values: { day: until } },
      ]);
    const change = { version: 1, organisationId, mayRegister: true, validFrom: today };
    expect((await post(`/api/supervisor-rights/${id}/change`, change)).body.code).toBe('not-allowed');
  });

  it('that has not begun is taken back', async () => {
    const { id } = await named({ validFrom: addDays(today, 3), validUntil: addDays(today, 9) });
    const { status } = await ask(test.app, staff, 'DELETE', `/api/supervisor-rights/${id}`, { version: 1 });
    expect(status).toBe(200);
  });
});

describe('a substitute whose principal lost the right', () => {
  it('has none on any screen of the office, as in the rights themselves', async () => {
    const organisationId = await createOrganisation(test.db);
    const [principal, substitute] = [await newcomer(), await newcomer()];
    const right = await giveRight(test.db, principal, organisationId);
    const days = { validFrom: today, validUntil: addDays(today, 14) };
    await giveRight(test.db, substitute, organisationId, { ...days, onBehalfOf: principal });
    const seen = async () => {
      const of = async (path: string) => (await ask(test.app, staff, 'GET', path)).body;
      const { items } = await of(`/api/office/supervisors?organisationId=${organisationId}`);
      const clients = (await of('/api/office/organisations?limit=500')).items;
      return {
        filter: items.map(({ id }: { id: string }) => id).includes(substitute.personId),
        count: clients.find(({ id }: { id: string }) => id === organisationId).supervisors,
        own: await organisationsOf(substitute),
      };
    };
    expect(await seen()).toEqual({ filter: true, count: 2, own: [organisationId] });
    await test.db.query(
      sql`UPDATE supervisor_right SET valid_until = ${addDays(today, -1)}::date WHERE id = ${right}::uuid`,
    );
    expect(await seen()).toEqual({ filter: false, count: 0, own: [] });
  });
});
