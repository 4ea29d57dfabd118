import type { Colleagues } from '@konnekt/shared/colleagues/colleague.contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#api/plugins/database';
import { ask, type Client, testApp } from '#api/test/build-app';
import { createOrganisation, createPerson, createPlacement, giveRight, hourTypeId } from '#api/test/factories';
import { signInAs } from '#api/test/sign-in-as';

const test = testApp();
type Person = Awaited<ReturnType<typeof createPerson>>;

const post = (client: Client, url: string, body: object) => ask(test.app, client, 'POST', url, body);
const put = (client: Client, url: string, body: object) => ask(test.app, client, 'PUT', url, body);
const colleaguesOf = async (client: Client): Promise<Colleagues> =>
  (await ask(test.app, client, 'GET', '/api/colleagues')).body;

/** A supervisor with a right there, logged in. */
async function supervisor(
  organisationId: string,
  { isEmployee = false, ...options }: Parameters<typeof giveRight>[3] & { isEmployee?: boolean } = {},
) {
  const person = await createPerson(test.db, { role: 'supervisor', isEmployee });
  await giveRight(test.db, person, organisationId, options);
  return { person, client: await signInAs(test.app, person) };
}

let normal: string;
beforeAll(async () => {
  normal = await hourTypeId(test.db);
});

/** A week that an employee sent there; it waits for approval. */
async function sentWeek(organisationId: string, employee?: Person): Promise<{ id: string; version: number }> {
  const person = employee ?? (await createPerson(test.db, { role: 'employee' }));
  const client = await signInAs(test.app, person);
  const placementId = await createPlacement(test.db, person, organisationId);
  const { body: draft } = await post(client, '/api/worksheets', {
    placementId,
    year: 2026,
    number: 46,
    lines: [{ hourTypeId: normal, date: '2026-11-09', minutes: 480 }],
  });
  const { body } = await post(client, `/api/worksheets/${draft.id}/send`, { version: draft.version });
  return { id: body.id, version: body.version };
}

describe('a substitute', () => {
  const december = { validFrom: '2026-12-01', validUntil: '2026-12-24' };
  const now = { validFrom: '2026-11-21', validUntil: '2026-11-30' };

  it('approves in somebody’s place, and the history says for whom', async () => {
    const [here, elsewhere] = [await createOrganisation(test.db), await createOrganisation(test.db)];
    const absent = await supervisor(here);
    await giveRight(test.db, absent.person, elsewhere);
    const stand = await supervisor(elsewhere);
    const worksheet = await sentWeek(here);
    expect((await ask(test.app, stand.client, 'GET', `/api/worksheets/${worksheet.id}`)).status).toBe(404);

    const named = await post(absent.client, '/api/substitutes', {
      personId: stand.person.personId,
      organisationIds: [here],
      ...now,
    });
    expect([named.status, named.body.substitutes.length]).toEqual([201, 1]);
    const home = (await ask(test.app, stand.client, 'GET', '/api/home')).body;
    expect(home.supervisor.toApprove.total).toBe(1);
    expect(home.supervisor.organisations.find(({ id }: { id: string }) => id === here)?.onBehalfOf).toEqual([
      absent.person.name,
    ]);
    const { body } = await post(stand.client, '/api/worksheets/approve', { items: [worksheet] });
    expect(body.done).toHaveLength(1);
    const { history } = (await ask(test.app, stand.client, 'GET', `/api/worksheets/${worksheet.id}`)).body;
    expect(history.at(-1)).toMatchObject({
      action: 'approve',
      actorName: stand.person.name,
      onBehalfOfName: absent.person.name,
    });
  });

  it('who may approve there already decides in their own name', async () => {
    const here = await createOrganisation(test.db);
    const [absent, stand] = [await supervisor(here), await supervisor(here)];
    const worksheet = await sentWeek(here);
    await post(absent.client, '/api/substitutes', {
      personId: stand.person.personId,
      organisationIds: [here],
      ...now,
    });
    await post(stand.client, '/api/worksheets/approve', { items: [worksheet] });
    const { history } = (await ask(test.app, stand.client, 'GET', `/api/worksheets/${worksheet.id}`)).body;
    expect(history.at(-1)).toMatchObject({ action: 'approve', onBehalfOfName: null });
  });

  it('sees that organisation only in that time', async () => {
    const [here, elsewhere] = [await createOrganisation(test.db), await createOrganisation(test.db)];
    const absent = await supervisor(here);
    await giveRight(test.db, absent.person, elsewhere);
    const stand = await supervisor(elsewhere);
    const worksheet = await sentWeek(here);
    const named = { personId: stand.person.personId, organisationIds: [here] };
    await post(absent.client, '/api/substitutes', { ...named, ...december });
    expect((await ask(test.app, stand.client, 'GET', `/api/worksheets/${worksheet.id}`)).status).toBe(404);

    await post(absent.client, '/api/substitutes', { ...named, ...now });
    expect((await ask(test.app, stand.client, 'GET', `/api/worksheets/${worksheet.id}`)).status).toBe(200);
    const running = (await colleaguesOf(absent.client)).substitutes.find((one) => one.validFrom === now.validFrom);
    const ended = await post(absent.client, `/api/substitutes/${running?.id}/end`, { version: running?.version });
    expect(ended.status).toBe(200);
    expect((await ask(test.app, stand.client, 'GET', `/api/worksheets/${worksheet.id}`)).status).toBe(404);
  });

  it('loses it with the right of whom they stand in for', async () => {
    const [here, elsewhere] = [await createOrganisation(test.db), await createOrganisation(test.db)];
    const absent = await supervisor(here);
    await giveRight(test.db, absent.person, elsewhere);
    const stand = await supervisor(elsewhere);
    const worksheet = await sentWeek(here);
    await post(absent.client, '/api/substitutes', {
      personId: stand.person.personId,
      organisationIds: [here],
      ...now,
    });
    await test.db.query(sql`
      UPDATE supervisor_right SET valid_until = '2026-11-20'
       WHERE person_id = ${absent.person.personId}::uuid AND organisation_id = ${here}::uuid`);
    const { body } = await post(stand.client, '/api/worksheets/approve', { items: [worksheet] });
    expect(body.refused).toEqual([{ id: worksheet.id, code: 'not-yours' }]);
  });

  it('does not approve the hours of whom they stand in for', async () => {
    const [here, elsewhere] = [await createOrganisation(test.db), await createOrganisation(test.db)];
    const absent = await supervisor(here, { isEmployee: true });
    await giveRight(test.db, absent.person, elsewhere);
    const stand = await supervisor(elsewhere);
    const worksheet = await sentWeek(here, absent.person);
    await post(absent.client, '/api/substitutes', {
      personId: stand.person.personId,
      organisationIds: [here],
      ...now,
    });
    const { body } = await post(stand.client, '/api/worksheets/approve', { items: [worksheet] });
    expect(body.refused).toEqual([{ id: worksheet.id, code: 'own-hours' }]);
  });

  it('is named only by who may approve there all that time, and only a colleague can be', async () => {
    const [here, foreign] = [await createOrganisation(test.db), await createOrganisation(test.db)];
    const absent = await supervisor(here, { validUntil: '2026-12-10' });
    const [colleague, stranger] = [await supervisor(here), await supervisor(foreign)];
    const name = (personId: string, organisationIds: string[], dates: object) =>
      post(absent.client, '/api/substitutes', { personId, organisationIds, ...dates }).then(({ status }) => status);
    expect(await name(colleague.person.personId, [here, foreign], now)).toBe(403);
    expect(await name(stranger.person.personId, [here], now)).toBe(403);
    expect(await name(absent.person.personId, [here], now)).toBe(403);
    expect(await name(colleague.person.personId, [here], { validFrom: '2026-11-20', validUntil: '2026-11-30' })).toBe(
      400,
    );
    expect(await name(colleague.person.personId, [here], now)).toBe(201);
    expect(await name(colleague.person.personId, [here], now)).toBe(400);
  });

  it('beyond the end of the own right is refused with the day that it ends', async () => {
    const here = await createOrganisation(test.db);
    const absent = await supervisor(here, { validUntil: '2026-12-10' });
    const colleague = await supervisor(here);
    const { status, body } = await post(absent.client, '/api/substitutes', {
      personId: colleague.person.personId,
      organisationIds: [here],
      ...december,
    });
    expect([status, body.errors]).toEqual([
      400,
      [{ pointer: '/validUntil', code: 'own-right-ends', values: { day: '2026-12-10' } }],
    ]);
  });

  it('cannot name a substitute in turn', async () => {
    const [here, elsewhere] = [await createOrganisation(test.db), await createOrganisation(test.db)];
    const absent = await supervisor(here);
    await giveRight(test.db, absent.person, elsewhere);
    const [stand, third] = [await supervisor(elsewhere), await supervisor(elsewhere)];
    await post(absent.client, '/api/substitutes', {
      personId: stand.person.personId,
      organisationIds: [here],
      ...now,
    });
    const named = await post(stand.client, '/api/substitutes', {
      personId: third.person.personId,
      organisationIds: [here],
      ...now,
    });
    expect(named.status).toBe(403);
  });
});

describe('managing colleagues', () => {
  const rights = { mayApprove: true, mayRegister: false, maySeeInvoices: false, mayManage: false };
  const newcomer = (organisationId: string, email: string, more: object = {}) => ({
    ...rights,
    organisationId,
    firstName: 'Sanne',
    prefix: 'van der',
    lastName: 'Berg',
    email,
    language: 'nl',
    validFrom: '2026-11-21',
    validUntil: null,
    ...more,
  });

  it('invites somebody new, with a right that works from its first day', async () => {
    const here = await createOrganisation(test.db);
    const { client } = await supervisor(here, { mayManage: true });
    const { status, body } = await post(client, '/api/colleagues', newcomer(here, 'sanne@client.example'));
    expect(status).toBe(201);
    expect(body.colleagues).toEqual([
      expect.objectContaining({ name: 'Sanne van der Berg', email: 'sanne@client.example', status: 'invited' }),
    ]);
    const mails = await test.db.query(sql`SELECT kind FROM mail WHERE to_address = 'sanne@client.example'`);
    expect(mails).toEqual([{ kind: 'activation' }]);
  });

  it('gives no more than one has: neither rights nor time nor place', async () => {
    const [here, elsewhere] = [await createOrganisation(test.db), await createOrganisation(test.db)];
    const { person, client } = await supervisor(here, { mayManage: true, validUntil: '2026-12-31' });
    await giveRight(test.db, person, elsewhere);
    const invite = (organisationId: string, more: object) =>
      post(client, '/api/colleagues', newcomer(organisationId, 'more@client.example', more)).then(
        ({ status }) => status,
      );
    expect(await invite(here, { mayRegister: true, validUntil: '2026-12-31' })).toBe(403);
    for (const validUntil of ['2027-01-31', null]) {
      const { body } = await post(client, '/api/colleagues', newcomer(here, 'more@client.example', { validUntil }));
      expect(body.errors).toEqual([{ pointer: '/validUntil', code: 'own-right-ends', values: { day: '2026-12-31' } }]);
    }
    expect(await invite(elsewhere, { validUntil: '2026-12-31' })).toBe(403);
    expect(await invite(here, { ...rights, mayApprove: false, validUntil: '2026-12-31' })).toBe(400);
    const stored = await test.db.query(sql`SELECT 1 FROM account WHERE email = 'more@client.example'`);
    expect(stored).toEqual([]);
  });

  it('says at the field when the address is somebody’s with another role', async () => {
    const here = await createOrganisation(test.db);
    const { client } = await supervisor(here, { mayManage: true });
    const employee = await createPerson(test.db, { role: 'employee' });
    const { status, body } = await post(client, '/api/colleagues', newcomer(here, employee.email));
    expect([status, body.errors]).toEqual([400, [{ pointer: '/email', code: 'other-role' }]]);
  });

  it('changes and ends by date what a colleague may do, unless it changed meanwhile or is more than the own', async () => {
    const here = await createOrganisation(test.db);
    const { client } = await supervisor(here, { mayManage: true });
    const [less, more] = [await supervisor(here), await supervisor(here, { mayRegister: true })];
    const all = (await colleaguesOf(client)).colleagues;
    const rightOf = (one: { person: Person }) => {
      const right = all.find(({ personId }) => personId === one.person.personId)?.rights[0];
      if (!right) throw new Error('not listed');
      return right;
    };
    expect([rightOf(less).mayChange, rightOf(more).mayChange]).toEqual([true, false]);
    const end = { ...rights, version: 1, validUntil: '2026-12-31' };
    expect((await put(client, `/api/colleague-rights/${rightOf(more).id}`, end)).status).toBe(403);
    expect((await put(client, `/api/colleague-rights/${rightOf(less).id}`, end)).status).toBe(200);
    expect((await put(client, `/api/colleague-rights/${rightOf(less).id}`, end)).body.code).toBe('record-changed');
    const past = { ...end, version: 2, validUntil: '2026-11-01' };
    expect((await put(client, `/api/colleague-rights/${rightOf(less).id}`, past)).body.errors).toEqual([
      { pointer: '/validUntil', code: 'before-yesterday' },
    ]);
    // Nobody changes their own, and who only approves changes nobody's.
    expect((await put(less.client, `/api/colleague-rights/${rightOf(more).id}`, end)).status).toBe(403);
  });

  it('changes from today on what somebody could do before, and never what is over', async () => {
    const here = await createOrganisation(test.db);
    const { client } = await supervisor(here, { mayManage: true, mayRegister: true });
    const colleague = await createPerson(test.db, { role: 'supervisor' });
    const old = await giveRight(test.db, colleague, here, { validFrom: '2026-01-01', validUntil: '2026-06-30' });
    const running = await giveRight(test.db, colleague, here, { validFrom: '2026-07-01' });
    const more = { ...rights, mayRegister: true, version: 1, validUntil: null };
    expect((await put(client, `/api/colleague-rights/${old}`, more)).body.code).toBe('right-is-over');
    const { body } = await put(client, `/api/colleague-rights/${running}`, more);
    const [{ rights: after }] = body.colleagues;
    expect(after).toMatchObject([{ mayRegister: true, validFrom: '2026-11-21', validUntil: null }]);
    const before = await test.db.query(sql`
      SELECT may_register, valid_from::text, valid_until::text FROM supervisor_right WHERE person_id = ${colleague.personId}::uuid
       ORDER BY valid_from`);
    expect(before).toEqual([
      { may_register: false, valid_from: '2026-01-01', valid_until: '2026-06-30' },
      { may_register: false, valid_from: '2026-07-01', valid_until: '2026-11-20' },
      { may_register: true, valid_from: '2026-11-21', valid_until: null },
    ]);
    // What began today changes in place.
    await put(client, `/api/colleague-rights/${after[0].id}`, { ...more, mayRegister: false });
    const [now] = (await colleaguesOf(client)).colleagues[0]?.rights ?? [];
    expect(now).toMatchObject({ id: after[0].id, mayRegister: false });
  });

  it('ends at once what runs, and what began today never was', async () => {
    const here = await createOrganisation(test.db);
    const { client } = await supervisor(here, { mayManage: true });
    for (const validFrom of ['2026-01-01', '2026-11-21']) {
      const gone = await supervisor(here, { validFrom });
      const right = (await colleaguesOf(client)).colleagues[0]?.rights[0];
      const { status, body } = await put(client, `/api/colleague-rights/${right?.id}`, {
        ...rights,
        version: 1,
        validUntil: '2026-11-20',
      });
      expect([status, body.colleagues]).toEqual([200, []]);
      expect((await ask(test.app, gone.client, 'GET', '/api/organisations')).body.items).toEqual([]);
    }
  });

  it('invites once more who did not come, and nobody else', async () => {
    const here = await createOrganisation(test.db);
    const { client } = await supervisor(here, { mayManage: true });
    const { body } = await post(client, '/api/colleagues', newcomer(here, 'again@client.example'));
    const { personId } = body.colleagues[0];
    expect((await post(client, `/api/colleagues/${personId}/invite`, {})).status).toBe(200);
    const mails = await test.db.query(sql`SELECT id FROM mail WHERE to_address = 'again@client.example'`);
    expect(mails.length).toBeGreaterThan(0);
    const links = await test.db.query(sql`
      SELECT l.replaced_at IS NULL AS good FROM account_link l JOIN account a ON a.id = l.account_id
       WHERE a.person_id = ${personId}::uuid ORDER BY l.id`);
    expect(links).toEqual([{ good: false }, { good: true }]);
    const [active, reader] = [await supervisor(here), await supervisor(here)];
    const invite = (by: Client, id: string) => post(by, `/api/colleagues/${id}/invite`, {}).then((one) => one.status);
    expect(await invite(client, active.person.personId)).toBe(404);
    expect(await invite(reader.client, personId)).toBe(404);
  });

  it('shows no address to who does not manage, and nobody of elsewhere', async () => {
    const [here, elsewhere] = [await createOrganisation(test.db), await createOrganisation(test.db)];
    const [reader, colleague] = [await supervisor(here), await supervisor(here)];
    await giveRight(test.db, colleague.person, elsewhere);
    await supervisor(elsewhere);
    const { colleagues } = await colleaguesOf(reader.client);
    expect(colleagues.map(({ personId, email }) => ({ personId, email }))).toEqual([
      { personId: colleague.person.personId, email: null },
    ]);
    expect(colleagues[0]?.rights.map(({ organisationId }) => organisationId)).toEqual([here]);
  });
});
