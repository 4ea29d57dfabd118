import type { Colleagues } from '@konnekt/shared/colleagues/colleague.contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { bounds } from '#api/kit/bounds';
import { sql } from '#api/kit/sql';
import { ask, type Client, testApp } from '#api/test/build-app';
import {
  createInvited,
  createOrganisation,
  createPerson,
  createPlacement,
  createSupervisor,
  giveRight,
  offerRight,
} from '#api/test/factories';
import { sendHours } from '#api/test/send-hours';
import { signInAs, signInNew } from '#api/test/sign-in-as';

const test = testApp();
type Person = Awaited<ReturnType<typeof createPerson>>;

const post = (client: Client, url: string, body: object) => ask(test.app, client, 'POST', url, body);
const put = (client: Client, url: string, body: object) => ask(test.app, client, 'PUT', url, body);
const colleaguesOf = async (client: Client): Promise<Colleagues> =>
  (await ask(test.app, client, 'GET', '/api/colleagues')).body;

const mailsTo = async (address: string): Promise<string[]> =>
  (
    await test.db.query<{ kind: string }>(
      sql`SELECT kind FROM mail WHERE lower(to_address) = lower(${address}) ORDER BY id`,
    )
  ).map(({ kind }) => kind);

/** A supervisor with a right there, logged in. */
async function supervisor(
  organisationId: string,
  { isEmployee = false, ...options }: Parameters<typeof giveRight>[3] & { isEmployee?: boolean } = {},
) {
  const person = await createSupervisor(test.db, organisationId, { isEmployee, ...options });
  return { person, client: await signInAs(test.app, person) };
}

beforeAll(async () => {});

/** A week that an employee sent there; it waits for approval. */
async function sentWeek(organisationId: string, employee?: Person): Promise<{ id: string; version: number }> {
  const person = employee ?? (await createPerson(test.db, { role: 'employee' }));
  const client = await signInAs(test.app, person);
  const placementId = await createPlacement(test.db, person, organisationId);
  const { id, version } = await sendHours(test, client, placementId, { number: 46 });
  return { id, version };
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

  it('who stands in from today on is ended at once: they decide no more, what they decided stays, and no time is left that ends before it begins', async () => {
    const [here, elsewhere] = [await createOrganisation(test.db), await createOrganisation(test.db)];
    const absent = await supervisor(here);
    await giveRight(test.db, absent.person, elsewhere);
    const stand = await supervisor(elsewhere);
    const [decided, left] = [await sentWeek(here), await sentWeek(here)];
    const name = () =>
      post(absent.client, '/api/substitutes', { personId: stand.person.personId, organisationIds: [here], ...now });
    const end = ({ id, version }: { id: string; version: number }) =>
      post(absent.client, `/api/substitutes/${id}/end`, { version });
    const [begun] = (await name()).body.substitutes;
    const approve = async (items: object[]) => (await post(stand.client, '/api/worksheets/approve', { items })).body;
    expect((await approve([decided])).done).toHaveLength(1);
    expect(await end(begun)).toMatchObject({ status: 200, body: { substitutes: [] } });
    expect((await approve([left])).refused).toEqual([{ id: left.id, code: 'not-yours' }]);
    const staff = await signInNew(test, 'staff');
    const { history } = (await ask(test.app, staff, 'GET', `/api/worksheets/${decided.id}`)).body;
    expect(history.at(-1)).toMatchObject({ action: 'approve', onBehalfOfName: absent.person.name });
    // From when until when they were to stand in, and that it ended, is in the log.
    const log = await test.db.query<{ action: string; changes: object }>(sql`
      SELECT action, changes FROM audit_event WHERE subject_type = 'supervisor-right' AND subject_id = ${begun.id}::uuid ORDER BY id`);
    expect(log.map(({ action }) => action)).toEqual(['create', 'remove']);
    expect(log[1]?.changes).toMatchObject({ valid_from: [now.validFrom, null], valid_until: [now.validUntil, null] });
    // Once more from today on, and ended on a later day: until the day before.
    const [again] = (await name()).body.substitutes;
    await test.db.query(sql`UPDATE supervisor_right SET valid_from = '2026-11-20' WHERE id = ${again.id}::uuid`);
    expect((await end(again)).body.substitutes).toEqual([]);
    expect(
      await test.db.query(
        sql`SELECT valid_from AS "from", valid_until AS until FROM supervisor_right WHERE on_behalf_of_id = ${absent.person.personId}::uuid`,
      ),
    ).toEqual([{ from: '2026-11-20', until: '2026-11-20' }]);
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
    await expect.poll(() => mailsTo('sanne@client.example')).toEqual(['activation']);
  });

  it('invites one person, however often it is asked at the same time and by whom', async () => {
    const here = await createOrganisation(test.db);
    const clients = await Promise.all([1, 2].map(async () => (await supervisor(here, { mayManage: true })).client));
    const asked = newcomer(here, 'once@client.example');
    const answers = await Promise.all(
      [0, 1, 0, 1, 0, 1].map((n) => post(clients[n] as Client, '/api/colleagues', asked)),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 400, 400, 400, 400, 400]);
    expect(
      (await colleaguesOf(clients[0] as Client)).colleagues.filter(({ status }) => status === 'invited'),
    ).toHaveLength(1);
    await expect.poll(() => mailsTo('once@client.example')).toEqual(['activation']);
  });

  it('invites no more in an hour, however many at the same time', async () => {
    const here = await createOrganisation(test.db);
    const { client } = await supervisor(here, { mayManage: true });
    const invite = (n: number) => post(client, '/api/colleagues', newcomer(here, `many${n}@client.example`));
    const answers = await Promise.all(Array.from({ length: bounds.invitationsAnHour + 6 }, (_, n) => invite(n)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(bounds.invitationsAnHour);
    expect(answers.filter(({ body }) => body.code === 'too-fast')).toHaveLength(6);
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

  const owners = ['nobody', 'employee', 'supervisor', 'staff', 'admin', 'invited', 'blocked'] as const;
  async function addressOf(owner: (typeof owners)[number]): Promise<string> {
    if (owner === 'nobody') return `nobody-${Math.random()}@client.example`;
    if (owner === 'invited') return (await createInvited(test.db, { role: 'supervisor' })).email;
    const person = await createPerson(test.db, { role: owner === 'blocked' ? 'supervisor' : owner });
    if (owner === 'blocked')
      await test.db.query(sql`UPDATE account SET status = 'blocked' WHERE id = ${person.accountId}::uuid`);
    return person.email;
  }

  it('tells nothing of who has the address: not in the answer, not in what is read or done later', async () => {
    const seen = [];
    for (const owner of owners) {
      const [here, other] = [
        await createOrganisation(test.db, 'Hier BV'),
        await createOrganisation(test.db, 'Daar BV'),
      ];
      const { client, person } = await supervisor(here, { mayManage: true });
      await giveRight(test.db, person, other, { mayManage: true });
      const email = await addressOf(owner);
      const known = [email, here, other];
      const plain = (answer: { status: number; body: unknown }) => {
        let text = JSON.stringify([answer.status, answer.body]).replaceAll(person.personId, 'me');
        for (const [index, value] of known.entries()) text = text.replaceAll(value, `known-${index}`);
        return text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'an-id').replace(/"requestId":"[^"]*"/, '');
      };
      const answers = [];
      const invited = await post(client, '/api/colleagues', newcomer(here, email));
      answers.push(invited);
      const [{ personId, rights: given }] = invited.body.colleagues;
      answers.push(await post(client, '/api/colleagues', newcomer(here, email.toUpperCase())));
      answers.push(await ask(test.app, client, 'GET', '/api/colleagues'));
      answers.push(await post(client, `/api/colleagues/${personId}/invite`, {}));
      answers.push(
        await post(client, `/api/colleagues/${personId}/rights`, {
          ...rights,
          organisationId: other,
          validFrom: '2026-11-21',
          validUntil: null,
        }),
      );
      answers.push(
        await post(client, '/api/substitutes', {
          personId,
          organisationIds: [here],
          validFrom: '2026-12-01',
          validUntil: '2026-12-24',
        }),
      );
      answers.push(
        await put(client, `/api/colleague-rights/${given[0].id}`, { ...rights, version: 1, validUntil: '2026-12-31' }),
      );
      answers.push(await ask(test.app, client, 'GET', '/api/colleagues'));
      seen.push({ owner, answers: answers.map(plain) });
      await test.db.query(sql`UPDATE organisation SET name = name || id WHERE id IN (${here}::uuid, ${other}::uuid)`);
    }
    const [first] = seen;
    expect(first?.answers[0]).toContain('Sanne van der Berg');
    for (const one of seen) expect({ ...one, owner: '' }).toEqual({ ...first, owner: '' });
  });

  it('answers before it looks who has the address', async () => {
    const here = await createOrganisation(test.db);
    const { client } = await supervisor(here, { mayManage: true });
    const owner = await createPerson(test.db, { role: 'employee' });
    const held = await test.db.pool.connect();
    try {
      await held.query('BEGIN');
      await held.query('SELECT FROM account WHERE id = $1 FOR UPDATE', [owner.accountId]);
      expect((await post(client, '/api/colleagues', newcomer(here, owner.email))).status).toBe(201);
      expect(await mailsTo(owner.email)).toEqual([]);
    } finally {
      await held.query('ROLLBACK');
      held.release();
    }
    await expect.poll(() => mailsTo(owner.email)).toEqual(['colleague-invitation']);
  });

  it('gives an owner of the address nothing until they accept, and then what was offered', async () => {
    const [here, elsewhere] = [await createOrganisation(test.db), await createOrganisation(test.db)];
    const { client } = await supervisor(here, { mayManage: true });
    const { person: owner, client: asOwner } = await supervisor(elsewhere);
    await post(client, '/api/colleagues', newcomer(here, owner.email.toUpperCase()));
    await expect.poll(() => mailsTo(owner.email)).toEqual(['colleague-invitation']);
    const organisations = async () =>
      (await ask(test.app, asOwner, 'GET', '/api/organisations')).body.items.map(({ id }: { id: string }) => id);
    expect(await organisations()).toEqual([elsewhere]);

    const [offer] = (await colleaguesOf(asOwner)).invitations;
    expect(offer?.rights).toMatchObject([{ mayApprove: true, validFrom: '2026-11-21', validUntil: null }]);
    expect((await post(client, `/api/colleague-invitations/${offer?.id}/accept`, {})).status).toBe(404);
    const { body } = await post(asOwner, `/api/colleague-invitations/${offer?.id}/accept`, {});
    expect(body.invitations).toEqual([]);
    expect((await organisations()).sort()).toEqual([here, elsewhere].sort());
    expect((await colleaguesOf(client)).colleagues).toMatchObject([
      { personId: owner.personId, name: owner.name, status: 'active' },
    ]);
    expect((await post(asOwner, `/api/colleague-invitations/${offer?.id}/accept`, {})).status).toBe(404);
  });

  it('leaves nothing of an offer that is declined, or that gives what one has already', async () => {
    const here = await createOrganisation(test.db);
    const { client } = await supervisor(here, { mayManage: true });
    const { person: owner, client: asOwner } = await supervisor(await createOrganisation(test.db));
    for (const answer of ['decline', 'accept']) {
      if (answer === 'accept') await giveRight(test.db, owner, here);
      await offerRight(test.db, owner.email, here);
      const [offer] = (await colleaguesOf(asOwner)).invitations;
      expect((await post(asOwner, `/api/colleague-invitations/${offer?.id}/${answer}`, {})).status).toBe(200);
      expect(await test.db.query(sql`SELECT FROM person WHERE id = ${offer?.id}::uuid`)).toEqual([]);
    }
    const { colleagues } = await colleaguesOf(client);
    expect(colleagues.map(({ personId, rights: held }) => [personId, held.length])).toEqual([[owner.personId, 1]]);
  });

  it('gives a colleague whom one sees the right at once', async () => {
    const [here, other] = [await createOrganisation(test.db), await createOrganisation(test.db)];
    const { client, person } = await supervisor(here, { mayManage: true });
    await giveRight(test.db, person, other, { mayManage: true });
    const colleague = await supervisor(here);
    const { body } = await post(client, '/api/colleagues', newcomer(other, colleague.person.email));
    expect(
      body.colleagues.map((one: { personId: string; rights: object[] }) => [one.personId, one.rights.length]),
    ).toEqual([[colleague.person.personId, 2]]);
    expect((await post(client, '/api/colleagues', newcomer(here, person.email))).status).toBe(403);
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
    await expect.poll(() => mailsTo('again@client.example')).toHaveLength(1);
    expect((await post(client, `/api/colleagues/${personId}/invite`, {})).status).toBe(200);
    const links = () =>
      test.db.query(sql`
        SELECT l.replaced_at IS NULL AS good FROM account_link l JOIN account a ON a.id = l.account_id
         WHERE a.person_id = ${personId}::uuid ORDER BY l.id`);
    await expect.poll(links).toEqual([{ good: false }, { good: true }]);
    expect(await mailsTo('again@client.example')).toHaveLength(2);
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
