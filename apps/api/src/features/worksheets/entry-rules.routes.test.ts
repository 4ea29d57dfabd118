import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#api/kit/sql';
import { ask, type Client, testApp } from '#api/test/build-app';
import { createOrganisation, createPerson, createPlacement, hourTypeId } from '#api/test/factories';
import { signInAs, signInSupervisor } from '#api/test/sign-in-as';

const test = testApp();
let normal: string;
let overtime: string;

beforeAll(async () => {
  normal = await hourTypeId(test.db);
  overtime = await hourTypeId(test.db, 'O125');
});

/** A client that allows normal hours only, asks for a budget number and keeps two; who works and who registers there. */
async function strictClient() {
  const { app, db } = test;
  const organisationId = await createOrganisation(db);
  await db.prisma.organisation.update({
    where: { id: organisationId },
    data: {
      requiresBudgetNumber: true,
      hourTypes: { create: { hourTypeId: normal } },
      budgetNumbers: {
        create: [
          { number: 'BN-1', description: 'Hal 1' },
          { number: 'BN-2', validUntil: new Date('2026-11-17') },
          { number: 'BN-3', validFrom: new Date('2027-01-01') },
        ],
      },
    },
  });
  const employee = await createPerson(db);
  return {
    organisationId,
    placementId: await createPlacement(db, employee, organisationId),
    registeredId: await createPlacement(db, employee, organisationId, { hoursBy: 'supervisor' }),
    asEmployee: await signInAs(app, employee),
    asRegistrar: await signInSupervisor(test, organisationId, { mayRegister: true }),
  };
}
const line = (more: object = {}) => ({
  hourTypeId: normal,
  date: '2026-11-16',
  minutes: 60,
  budgetNumber: 'BN-1',
  ...more,
});
const save = (client: Client, placementId: string, lines: object[]) =>
  ask(test.app, client, 'POST', '/api/worksheets', { placementId, year: 2026, number: 47, lines });
const register = async (client: Client, placementId: string, lines: object[]) =>
  (
    await ask(test.app, client, 'POST', '/api/registration/send', {
      periodType: 'week',
      year: 2026,
      period: 47,
      rows: [{ placementId, lines }],
    })
  ).body;

describe('the hours rules of a client', () => {
  it('offer its hour types, and its budget numbers of the period, to who fills in', async () => {
    const { placementId, organisationId, asEmployee, asRegistrar } = await strictClient();
    const entry = await ask(test.app, asEmployee, 'GET', `/api/placements/${placementId}/entry?year=2026&number=47`);
    expect(entry.body.hourTypes.map(({ id }: { id: string }) => id)).toEqual([normal]);
    expect(entry.body).toMatchObject({
      needsBudgetNumber: true,
      budgetNumbers: [
        { number: 'BN-1', description: 'Hal 1' },
        { number: 'BN-2', description: null },
      ],
    });
    const registration = await ask(test.app, asRegistrar, 'GET', '/api/registration?year=2026&period=47');
    expect(registration.body.organisations).toMatchObject([
      { id: organisationId, hourTypeIds: [normal], budgetNumbers: [{ number: 'BN-1' }, { number: 'BN-2' }] },
    ]);
  });

  it('refuse another hour type at its line', async () => {
    const { placementId, registeredId, asEmployee, asRegistrar } = await strictClient();
    const wrong = [{ pointer: '/lines/1/hourTypeId', code: 'unknown-hour-type' }];
    const lines = [line(), line({ hourTypeId: overtime })];
    expect((await save(asEmployee, placementId, lines)).body.errors).toEqual(wrong);
    expect((await register(asRegistrar, registeredId, lines)).refused).toMatchObject([{ errors: wrong }]);
  });

  it('let a draft lack a budget number, and nothing that is sent', async () => {
    const { placementId, asEmployee } = await strictClient();
    const { body: draft } = await save(asEmployee, placementId, [line(), line({ budgetNumber: null })]);
    const sent = await ask(test.app, asEmployee, 'POST', `/api/worksheets/${draft.id}/send`, { version: 1 });
    expect(sent.body.errors).toEqual([{ pointer: '/lines/1/budgetNumber', code: 'budget-number-missing' }]);
  });

  it('take only a budget number that is good on the day, or in the period of a total', async () => {
    const { registeredId, asRegistrar } = await strictClient();
    const { refused } = await register(asRegistrar, registeredId, [
      line({ budgetNumber: 'BN-2' }),
      line({ budgetNumber: 'BN-2', date: '2026-11-18' }),
      line({ budgetNumber: 'BN-3' }),
      line({ budgetNumber: 'BN-9' }),
    ]);
    expect(refused[0].errors).toEqual(
      [1, 2, 3].map((n) => ({ pointer: `/lines/${n}/budgetNumber`, code: 'budget-number-unknown' })),
    );
    expect((await register(asRegistrar, registeredId, [line({ budgetNumber: 'BN-2', date: null })])).done).toHaveLength(
      1,
    );
  });

  it('that ask for no budget number take any', async () => {
    const { placementId, organisationId, asEmployee } = await strictClient();
    await test.db.prisma.organisation.update({ where: { id: organisationId }, data: { requiresBudgetNumber: false } });
    const { body: draft } = await save(asEmployee, placementId, [
      line({ budgetNumber: 'eigen nummer' }),
      line({ budgetNumber: null }),
    ]);
    const sent = await ask(test.app, asEmployee, 'POST', `/api/worksheets/${draft.id}/send`, { version: 1 });
    expect(sent.body.status).toBe('submitted');
  });
});

describe('a closed period', () => {
  it('takes no hours any more, neither new nor saved before', async () => {
    const { placementId, asEmployee } = await strictClient();
    const { body: draft } = await save(asEmployee, placementId, [line()]);
    const turn = (closed: boolean) =>
      test.db.query(sql`
        UPDATE period SET closed_at = CASE WHEN ${closed}::boolean THEN now() END
         WHERE type = 'week' AND year = 2026 AND number IN (46, 47)`);
    await turn(true);
    try {
      const sent = await ask(test.app, asEmployee, 'POST', `/api/worksheets/${draft.id}/send`, { version: 1 });
      expect([sent.status, sent.body.code]).toEqual([409, 'period-closed']);
      const fresh = { placementId, year: 2026, number: 46, lines: [] };
      expect((await ask(test.app, asEmployee, 'POST', '/api/worksheets', fresh)).body.code).toBe('period-closed');
    } finally {
      await turn(false);
    }
    expect((await ask(test.app, asEmployee, 'POST', `/api/worksheets/${draft.id}/send`, { version: 1 })).status).toBe(
      200,
    );
  });
});
