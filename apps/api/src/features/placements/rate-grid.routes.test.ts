import { beforeAll, describe, expect, it } from 'vitest';
import { ask, type Client, testApp } from '#api/test/build-app';
import { createOrganisation, createPerson, createPlacement, createRate, hourTypeId } from '#api/test/factories';
import { sendHours } from '#api/test/send-hours';
import { signInAs, signInNew, signInSupervisor } from '#api/test/sign-in-as';

const test = testApp();
let staff: Client;
let normal: string;
let overtime: string;

beforeAll(async () => {
  staff = await signInNew(test, 'staff');
  [normal, overtime] = [await hourTypeId(test.db), await hourTypeId(test.db, 'O125')];
});

const placementAt = async (organisationId: string, options = {}) =>
  createPlacement(test.db, await createPerson(test.db), organisationId, options);
const rate = (hourType: string, payCents = 1680, billCents = 3024) => ({ hourTypeId: hourType, payCents, billCents });
const of = (placementId: string, rates = [rate(normal)], version = 1) => ({ placementId, version, rates });
const give = (organisationId: string, placements: object[], validFrom = '2026-12-01') =>
  ask(test.app, staff, 'PUT', `/api/organisations/${organisationId}/rates`, { validFrom, placements });
const list = async (organisationId: string) =>
  (await ask(test.app, staff, 'GET', `/api/organisations/${organisationId}/rates`)).body;
const read = async (id: string) => (await ask(test.app, staff, 'GET', `/api/placements/${id}`)).body;

/** A placement whose hours of Wednesday 18 November are final. */
async function withFinalHours(organisationId: string) {
  const employee = await createPerson(test.db);
  const id = await createPlacement(test.db, employee, organisationId);
  const asEmployee = await signInAs(test.app, employee);
  const asSupervisor = await signInSupervisor(test, organisationId);
  const lines = [{ hourTypeId: normal, date: '2026-11-18', minutes: 480 }];
  const sent = await sendHours(test, asEmployee, id, { lines });
  const decide = (client: Client, decision: string, version: number) =>
    ask(test.app, client, 'POST', `/api/worksheets/${decision}`, { items: [{ id: sent.id, version }] });
  await decide(asSupervisor, 'approve', sent.version);
  await decide(staff, 'finalise', sent.version + 1);
  return id;
}

describe('rates of all placements of a client', () => {
  it('are those that run or are to, with what holds there', async () => {
    const organisationId = await createOrganisation(test.db);
    const [running] = [await placementAt(organisationId), await placementAt(organisationId, { endsOn: '2026-02-01' })];
    const coming = await placementAt(organisationId, { startsOn: '2027-01-01' });
    await createRate(test.db, running);
    const { items, total } = await list(organisationId);
    expect(total).toBe(2);
    expect(items.map(({ id }: { id: string }) => id).sort()).toEqual([running, coming].sort());
    expect(items.find(({ id }: { id: string }) => id === running).rates).toMatchObject([{ payCents: 1680 }]);
  });

  it('are given at once from a day on; what was before stays, and each placement is in its next version', async () => {
    const organisationId = await createOrganisation(test.db);
    const [one, other] = [await placementAt(organisationId), await placementAt(organisationId)];
    await createRate(test.db, one);
    const { status, body } = await give(organisationId, [of(one, [rate(normal, 1700), rate(overtime)]), of(other)]);
    expect([status, body.done.length, body.refused]).toEqual([200, 3, []]);
    expect(await read(one)).toMatchObject({
      version: 2,
      rates: [{ validFrom: '2026-12-01' }, { validFrom: '2026-12-01' }, { validFrom: '2026-01-01', payCents: 1680 }],
    });
    expect(await read(other)).toMatchObject({ version: 2, rates: [{ payCents: 1680, billCents: 3024 }] });
  });

  it('that cannot be are refused each for its own reason, and the others are written', async () => {
    const organisationId = await createOrganisation(test.db);
    const [good, elsewhere] = [await placementAt(organisationId), await placementAt(await createOrganisation(test.db))];
    const [final, over] = [
      await withFinalHours(organisationId),
      await placementAt(organisationId, { endsOn: '2026-11-17' }),
    ];
    const [late, unknown] = [await placementAt(organisationId), crypto.randomUUID()];
    const asked = [good, elsewhere, final, over].map((id) => of(id));
    const { body } = await give(
      organisationId,
      [...asked, of(late, [rate(normal)], 9), of(unknown), of(await placementAt(organisationId), [rate(unknown)])],
      '2026-11-18',
    );
    expect(body.done).toEqual([{ placementId: good, hourTypeId: normal }]);
    const codes = new Map(
      body.refused.map((one: { placementId: string; code: string }) => [one.placementId, one.code]),
    );
    expect([elsewhere, final, over, late, unknown].map((id) => codes.get(id))).toEqual([
      'placement-elsewhere',
      'rate-changes-the-past',
      'after-placement',
      'placement-changed',
      'placement-elsewhere',
    ]);
    expect(body.refused).toContainEqual(expect.objectContaining({ placementId: final, day: '2026-11-18' }));
    expect(body.refused).toContainEqual(expect.objectContaining({ hourTypeId: unknown, code: 'unknown' }));
    for (const id of [elsewhere, final, over, late]) expect(await read(id)).toMatchObject({ version: 1, rates: [] });
  });

  it('sent twice are done twice and stored once', async () => {
    const organisationId = await createOrganisation(test.db);
    const id = await placementAt(organisationId);
    for (const _ of ['first', 'again'])
      expect((await give(organisationId, [of(id)])).body).toMatchObject({ done: [{ placementId: id }], refused: [] });
    expect(await read(id)).toMatchObject({ version: 2, rates: [{ payCents: 1680 }] });
  });

  it('given by two at once are given by one; the other hears that it changed', async () => {
    const organisationId = await createOrganisation(test.db);
    const ids = [await placementAt(organisationId), await placementAt(organisationId)];
    const all = (pay: number, order: string[]) =>
      give(
        organisationId,
        order.map((id) => of(id, [rate(normal, pay)])),
      );
    const answers = await Promise.all([all(1700, ids), all(1800, [...ids].reverse())]);
    expect(answers.map(({ body }) => body.done.length).sort()).toEqual([0, 2]);
    expect(answers.flatMap(({ body }) => body.refused)).toMatchObject([
      { code: 'placement-changed' },
      { code: 'placement-changed' },
    ]);
  });

  it('name each placement once, and each hour type of it', async () => {
    const organisationId = await createOrganisation(test.db);
    const id = await placementAt(organisationId);
    expect((await give(organisationId, [of(id), of(id)])).body.errors).toEqual([
      { pointer: '/placements/1/placementId', code: 'duplicate' },
    ]);
    expect((await give(organisationId, [of(id, [rate(normal), rate(normal)])])).body.errors).toEqual([
      { pointer: '/placements/0/rates/1/hourTypeId', code: 'duplicate' },
    ]);
  });
});
