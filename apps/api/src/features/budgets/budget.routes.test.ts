import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#api/kit/sql';
import { ask, type Client, testApp } from '#api/test/build-app';
import { createPerson, createPlacement, createRate, createSupervisor, hourTypeId } from '#api/test/factories';
import { completeAgency, createClient } from '#api/test/invoices';
import { sendHours } from '#api/test/send-hours';
import { signInAs, signInNew } from '#api/test/sign-in-as';

const test = testApp();
let staff: Client;
let supervisor: Client;
let client: string;
let normal: string;
let budgetId: string;

beforeAll(async () => {
  const { db, app } = test;
  await completeAgency(db);
  normal = await hourTypeId(db);
  client = await createClient(db);
  staff = await signInNew(test, 'staff');
  const person = await createSupervisor(db, client);
  await db.query(sql`UPDATE supervisor_right SET may_see_invoices = true`);
  supervisor = await signInAs(app, person);
  budgetId = (
    await ask(app, staff, 'POST', `/api/organisations/${client}/budget-numbers`, {
      ...{ number: 'BN-7', description: 'Nieuwbouw', budgetCents: 100_000, validUntil: '2026-12-31' },
    })
  ).body.id;
});

const get = async (path: string, who = supervisor) => (await ask(test.app, who, 'GET', path)).body;
const post = (path: string, body: object, who = staff) => ask(test.app, who, 'POST', path, body);
const sums = async () => {
  const { lines, ...budget } = await get(`/api/budgets/${budgetId}`);
  // What is counted is what is listed.
  for (const stage of ['used', 'ready', 'waiting']) {
    const own = lines.filter((line: { stage: string }) => line.stage === stage);
    for (const unit of ['cents', 'minutes'])
      expect(own.reduce((sum: number, line: Record<string, number>) => sum + (line[unit] ?? 0), 0)).toBe(
        budget[stage][unit],
      );
  }
  return [budget.used.cents, budget.ready.cents, budget.waiting.cents, budget.warnings];
};

/** Ten hours at 30 euros, sent. */
async function sent() {
  const person = await createPerson(test.db);
  const placementId = await createPlacement(test.db, person, client);
  await createRate(test.db, placementId, { billCents: 3_000 });
  const employee = await signInAs(test.app, person);
  const lines = ['2026-11-16', '2026-11-17'].map((date) => ({
    hourTypeId: normal,
    date,
    minutes: 300,
    budgetNumber: 'bn-7',
  }));
  return sendHours(test, employee, placementId, { lines });
}
const decide = async (who: Client, decision: string, { id, version }: { id: string; version: number }) =>
  (await post(`/api/worksheets/${decision}`, { items: [{ id, version }] }, who)).body.done[0];

describe('a budget', () => {
  it('shows what is sent, ready, invoiced and credited, to the cent, down to the hours', async () => {
    expect(await sums()).toEqual([0, 0, 0, []]);
    const worksheet = await sent();
    expect(await sums()).toEqual([0, 0, 30_000, []]);
    await decide(staff, 'finalise', await decide(supervisor, 'approve', worksheet));
    expect(await sums()).toEqual([0, 30_000, 0, []]);
    await post('/api/invoices/prepare', { until: '2026-11-30' });
    expect(await sums()).toEqual([0, 30_000, 0, []]);
    // A draft is the office's own: a supervisor does not know of it.
    expect(
      (await get(`/api/budgets/${budgetId}`)).lines.every(({ invoiceId }: { invoiceId: null }) => invoiceId === null),
    ).toBe(true);
    const [draft] = (await get('/api/invoices?status=draft', staff)).items;
    await post('/api/invoices/finalise', { items: [{ id: draft.id, version: 1 }], invoiceDate: '2026-11-24' });
    expect(await sums()).toEqual([30_000, 0, 0, []]);
    const [line] = (await get(`/api/invoices/${draft.id}`, staff)).lines;
    const credit = (
      await post(`/api/invoices/${draft.id}/credit`, { reason: 'x', lines: [{ lineId: line.id, size: 60 }] })
    ).body;
    await post('/api/invoices/finalise', { items: [{ id: credit.id, version: 1 }], invoiceDate: '2026-11-25' });
    expect(await sums()).toEqual([27_000, 0, 0, []]);
  });

  it('is warned of from a share, over it, and before its last day, and blocks nothing', async () => {
    await sent();
    await sent();
    expect((await sums())[3]).toEqual(['share']);
    expect((await get('/api/budgets?state=warned')).items).toEqual([
      expect.objectContaining({ number: 'BN-7', warnings: ['share'] }),
    ]);
    const more = await sent();
    expect((await sums())[3]).toEqual(['over']);
    expect((await decide(supervisor, 'approve', more)).id).toBe(more.id);
    await test.db.query(sql`UPDATE budget_number SET valid_until = '2026-12-01' WHERE id = ${budgetId}::uuid`);
    expect((await sums())[3]).toEqual(['over', 'ends']);
  });

  it('is an amount or hours, and is no business of others', async () => {
    const both = await post(`/api/organisations/${client}/budget-numbers`, {
      number: 'x',
      budgetCents: 1,
      budgetMinutes: 1,
    });
    expect(both.body.errors).toEqual([{ pointer: '/budgetMinutes', code: 'amount-or-hours' }]);
    const outsider = await signInNew(test, 'supervisor');
    expect((await get('/api/budgets', outsider)).items).toEqual([]);
    expect((await ask(test.app, outsider, 'GET', `/api/budgets/${budgetId}`)).status).toBe(404);
    await test.db.query(sql`UPDATE supervisor_right SET may_see_invoices = false`);
    expect((await get('/api/budgets')).items).toEqual([]);
  });
});
