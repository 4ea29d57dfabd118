import { beforeAll, expect, it } from 'vitest';
import { sql } from '#api/kit/sql';
import { ask, type Client, testApp } from '#api/test/build-app';
import { createOrganisation, createPerson, createPlacement, createRate, hourTypeId } from '#api/test/factories';
import { sendHours } from '#api/test/send-hours';
import { signInAs, signInNew, signInSupervisor } from '#api/test/sign-in-as';

const test = testApp();
let staff: Client;
const ids: string[] = [];
let organisationId: string;

beforeAll(async () => {
  const { app, db } = test;
  staff = await signInNew(test, 'staff');
  organisationId = await createOrganisation(db, 'Bakkerij');
  await db.query(sql`
    UPDATE agency SET street = 'Plein 1', postcode = '3011 AA', city = 'Rotterdam', kvk_number = '12345678', vat_number = 'NL123456789B01', iban = 'NL91ABNA0417164300'`);
  await db.query(
    sql`UPDATE organisation SET street = 'Kade 1', kvk_number = '87654321', postcode = '3011 BB' WHERE id = ${organisationId}::uuid`,
  );
  const supervisor = await signInSupervisor(test, organisationId);
  const normal = await hourTypeId(db);
  for (const minutes of [480, 300]) {
    const person = await createPerson(db);
    const placementId = await createPlacement(db, person, organisationId);
    await createRate(db, placementId, { billCents: 3000 });
    const employee = await signInAs(app, person);
    const lines = [{ hourTypeId: normal, date: '2026-11-16', minutes }];
    const { id } = await sendHours(test, employee, placementId, { lines });
    await ask(app, supervisor, 'POST', '/api/worksheets/approve', { items: [{ id, version: 2 }] });
    await ask(app, staff, 'POST', '/api/worksheets/finalise', { items: [{ id, version: 3 }] });
    ids.push(id);
  }
});

const sums = async () => (await ask(test.app, staff, 'GET', '/api/reconciliation')).body.items;
const check = async (method: 'GET' | 'POST' = 'GET') =>
  (await ask(test.app, staff, method, '/api/reconciliation/check')).body.check;
const ended = async (id: string) => {
  await expect.poll(async () => (await check())?.endedAt ?? null, { timeout: 30_000, interval: 100 }).not.toBeNull();
  const last = await check();
  expect(last.id).toBe(id);
  return last;
};

it('final hours are what was invoiced and paid of them and what waits, and a difference is told of', async () => {
  expect(await sums()).toEqual([
    expect.objectContaining({
      ...{ organisationName: 'Bakkerij', final: 780, invoiced: 0, onDrafts: 0, toInvoice: 780, paid: 0, toPay: 780 },
      ...{ isBilled: true, placementsThatDiffer: 0 },
    }),
  ]);
  await ask(test.app, staff, 'POST', '/api/invoices/prepare', { until: '2026-11-30' });
  const run = (await ask(test.app, staff, 'POST', '/api/payroll-runs')).body;
  await ask(test.app, staff, 'POST', `/api/payroll-runs/${run.id}/close`, { version: run.version });
  expect(await sums()).toEqual([
    expect.objectContaining({
      ...{ final: 780, invoiced: 0, onDrafts: 780, toInvoice: 0, paid: 780, toPay: 0, placementsThatDiffer: 0 },
    }),
  ]);
  const drafts = (await ask(test.app, staff, 'GET', '/api/invoices?status=draft')).body.items;
  const items = drafts.map(({ id, version }: { id: string; version: number }) => ({ id, version }));
  const { body } = await ask(test.app, staff, 'POST', '/api/invoices/finalise', { invoiceDate: '2026-11-30', items });
  expect(body.refused).toEqual([]);
  expect(await sums()).toEqual([
    expect.objectContaining({ final: 780, invoiced: 780, onDrafts: 0, toInvoice: 0, placementsThatDiffer: 0 }),
  ]);
});

it('a check of the whole database is made once however many ask, and tells the office what is broken', async () => {
  const asked = await Promise.all(Array.from({ length: 5 }, () => check('POST')));
  expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
  expect(await ended(asked[0].id)).toMatchObject({ broken: [], rulesDone: asked[0].rules });
  // Behind the back of the database: hours that nobody pays.
  const client = await test.db.pool.connect();
  await client.query('BEGIN');
  await client.query('SET LOCAL session_replication_role = replica');
  await client.query('DELETE FROM payroll_line WHERE worksheet_id = $1', [ids[0]]);
  await client.query('COMMIT');
  client.release();
  const [sum] = await sums();
  expect(sum).toMatchObject({ final: 780, paid: 300, toPay: 0, placementsThatDiffer: 1 });
  const last = await ended((await check('POST')).id);
  expect(last.broken).toEqual([expect.objectContaining({ area: 'payroll', count: expect.any(Number) })]);
  const failures = (await ask(test.app, staff, 'GET', '/api/failures')).body.items;
  expect(failures[0]).toMatchObject({ work: 'data-check', error: expect.stringContaining('a closed run') });
});
