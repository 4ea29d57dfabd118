import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rawSql, sql } from '#api/kit/sql';
import { ask, testApp } from '#api/test/build-app';
import { createPerson, createPlacement, createRate } from '#api/test/factories';
import { completeAgency } from '#api/test/invoices';
import { type PayrollOffice, payrollOffice } from '#api/test/payroll-office';

const test = testApp();
let office: PayrollOffice;
beforeAll(async () => {
  await completeAgency(test.db);
  office = await payrollOffice(test);
  await test.db.query(sql`
    UPDATE organisation SET street = 'Kade 1', postcode = '3011 BB', kvk_number = '87654321', cost_centre = 'KP 1' WHERE id = ${office.organisationId}::uuid`);
  await addNumber('BN-1', { orderNumber: '4500123', orderLine: '10', costCentre: 'KP 410' });
  await addNumber('BN-2', { orderNumber: '4500123', orderLine: '20', costCentre: 'KP 420' });
  await addNumber('BN-3', { orderNumber: '4500999', costCentre: 'KP 410' });
  await addNumber('BN-4', {});
});

const post = async (path: string, body: object) => (await office.post(office.staff, path, body)).body;
const addNumber = (number: string, more: object) =>
  post(`/api/organisations/${office.organisationId}/budget-numbers`, { number, ...more });
const per = (what: string) =>
  test.db.query(sql`UPDATE organisation SET invoice_per = ${what} WHERE id = ${office.organisationId}::uuid`);

/** An hour on each of these budget numbers, on the days of a week. */
async function hoursOn(...numbers: string[]) {
  const person = await createPerson(test.db);
  const placementId = await createPlacement(test.db, person, office.organisationId);
  await createRate(test.db, placementId, { code: 'N100', billCents: 3000 });
  const lines = numbers.map((budgetNumber, day) => ({
    ...office.line('N100', `2026-11-${16 + day}`, 60),
    budgetNumber,
  }));
  await office.finalisedAt(person, placementId, lines);
}
const prepare = () => post('/api/invoices/prepare', { until: '2026-11-22', organisationIds: [office.organisationId] });
const list = async (query: string) =>
  (await office.get(`/api/invoices?organisationId=${office.organisationId}&${query}`)).items;
async function makeAll() {
  await prepare();
  const items = (await list('status=draft')).map(({ id, version }: { id: string; version: number }) => ({
    id,
    version,
  }));
  const { done } = await post('/api/invoices/finalise', { invoiceDate: '2026-11-24', items });
  const made = await Promise.all(done.map(({ id }: { id: string }) => office.get(`/api/invoices/${id}`)));
  return made.sort(
    (one, other) =>
      (one.orderReference ?? '').localeCompare(other.orderReference ?? '') ||
      (one.costCentre ?? '').localeCompare(other.costCentre ?? ''),
  );
}
const ubl = async (id: string): Promise<string> =>
  (await test.app.inject({ url: `/api/invoices/${id}/ubl`, cookies: office.staff.cookies })).payload;

describe('what a client’s bookkeeping asks for', () => {
  beforeEach(() => per('organisation'));

  it('splits invoices by purchase order, each line with its line of the order', async () => {
    await per('order');
    await hoursOn('BN-1', 'bn-2', 'BN-3', 'BN-4');
    const [none, first, second] = await makeAll();
    expect([none.orderReference, first.orderReference, second.orderReference]).toEqual([null, '4500123', '4500999']);
    expect(first.lines).toMatchObject([
      { budgetNumber: 'BN-1', orderNumber: '4500123', orderLine: '10' },
      { budgetNumber: 'BN-2', orderNumber: '4500123', orderLine: '20' },
    ]);
    const xml = await ubl(first.id);
    expect(xml).toContain('<cac:OrderReference><cbc:ID>4500123</cbc:ID></cac:OrderReference>');
    expect([...xml.matchAll(/<cac:OrderLineReference><cbc:LineID>(\d+)</g)].map(([, line]) => line)).toEqual([
      '10',
      '20',
    ]);
    expect(await ubl(second.id)).not.toContain('OrderLineReference');
    expect(await list('q=4500123')).toMatchObject([{ id: first.id }]);
  });

  it('splits invoices by cost centre, in place of the client’s own', async () => {
    await per('cost-centre');
    await hoursOn('BN-1', 'BN-2', 'BN-3', 'BN-4');
    const made = await makeAll();
    const of = (costCentre: string) => made.find((invoice) => invoice.costCentre === costCentre);
    expect(of('KP 410').lines).toHaveLength(2);
    expect(await ubl(of('KP 420').id)).toContain('<cbc:AccountingCost>KP 420</cbc:AccountingCost><cbc:BuyerReference>');
    // What has none is of the client's.
    expect(await ubl(of('KP 1').id)).toContain('<cbc:AccountingCost>KP 1</cbc:AccountingCost><cbc:BuyerReference>');
    expect(await list('q=kp 420')).toMatchObject([{ id: of('KP 420').id }]);
  });

  it('names the order of all lines, and none where they are of several; a line has its cost centre', async () => {
    await hoursOn('BN-1', 'BN-2');
    const [one] = await makeAll();
    expect(one).toMatchObject({ orderReference: '4500123', costCentre: 'KP 1' });
    await hoursOn('BN-1', 'BN-3');
    const [two] = await makeAll();
    expect(two).toMatchObject({ orderReference: null, costCentre: 'KP 410' });
    expect(await ubl(two.id)).not.toContain('OrderLineReference');
    expect(await ubl(one.id)).toMatch(/<cac:InvoiceLine>.*?<cbc:AccountingCost>KP 410<.*?<cbc:AccountingCost>KP 420</);
  });

  it('stays as it was when the budget number changes, also on a credit note', async () => {
    await per('order');
    await hoursOn('BN-1');
    const [invoice] = await makeAll();
    await test.db.query(
      sql`UPDATE budget_number SET order_number = '1', order_line = '1' ${rawSql("WHERE number = 'BN-1'")}`,
    );
    const credit = await post(`/api/invoices/${invoice.id}/credit`, { reason: 'Retour' });
    expect(credit).toMatchObject({ orderReference: '4500123', lines: [{ orderNumber: '4500123', orderLine: '10' }] });
    expect(await office.get(`/api/invoices/${invoice.id}`)).toMatchObject({ orderReference: '4500123' });
  });

  it('has no line without an order', async () => {
    const refused = await addNumber('BN-5', { orderLine: '10' });
    expect(refused).toMatchObject({ code: 'invalid-input', errors: [{ pointer: '/orderNumber', code: 'required' }] });
  });
});

describe('what is ready', () => {
  const ready = async () =>
    (await office.get(`/api/invoices/ready?until=2026-11-22&organisationId=${office.organisationId}`)).items;

  it('names a budget number that the client asks for, until the placement has one', async () => {
    await per('budget-number');
    const person = await createPerson(test.db);
    const placementId = await createPlacement(test.db, person, office.organisationId);
    await createRate(test.db, placementId, { code: 'N100', billCents: 3000 });
    await office.finalisedAt(person, placementId, [office.line('N100', '2026-11-16', 60)]);
    expect(await ready()).toMatchObject([{ lacks: ['budget-number'], budgetNumber: null }]);
    await test.db.query(sql`UPDATE placement SET budget_number = 'BN-4' WHERE id = ${placementId}::uuid`);
    expect(await ready()).toMatchObject([{ lacks: [], budgetNumber: 'BN-4' }]);
  });

  it('says that hours below nothing wait for the invoice that they are taken from to be final', async () => {
    await per('organisation');
    const person = await createPerson(test.db);
    const placementId = await createPlacement(test.db, person, office.organisationId, { startsOn: '2026-11-09' });
    await createRate(test.db, placementId, { code: 'N100', billCents: 3000 });
    const sheet = await office.finalisedAt(person, placementId, [office.line('N100', '2026-11-10', 480)], 46);
    await prepare();
    await test.db.query(sql`UPDATE agency SET corrections_need_approval = false`);
    const { id } = await post(`/api/worksheets/${sheet.id}/corrections`, {
      ...{ version: sheet.version, reason: 'Een uur minder', lines: [office.line('N100', '2026-11-10', 420)] },
    });
    await office.decide(office.staff, 'finalise', { id, version: 1 });
    expect(await ready()).toMatchObject([{ lacks: ['final-invoice'], netCents: -3000 }]);
    expect(await prepare()).toMatchObject({ drafts: 0, leftOut: 1 });
    const [invoice] = (await makeAll()).filter(({ lines }) => lines.some(({ size }: { size: number }) => size === 480));
    expect(await ready()).toMatchObject([{ lacks: [], netCents: -3000 }]);
    expect(await makeAll()).toMatchObject([{ kind: 'credit', netCents: 3000, creditsInvoice: { id: invoice.id } }]);
  });
});

describe('how an hour type is billed', () => {
  const typeOf = async (code: string) => {
    const { items } = await office.get('/api/office/hour-types');
    const { code: _, ...found } = items.find((one: { code: string }) => one.code === code);
    return found;
  };
  const save = async ({ id, ...fields }: { id: string }) =>
    (await ask(test.app, office.staff, 'PUT', `/api/hour-types/${id}`, fields)).body;

  it('is not changed from nothing once hours of it are final: they would be billed, or forgotten', async () => {
    const sick = { ...(await typeOf('SCK')), billShareBp: 0 };
    const unbilled = await save(sick);
    const person = await createPerson(test.db);
    await office.finalised(person, [office.line('SCK', '2026-11-16', 60)]);
    expect(await save({ ...unbilled, billShareBp: 10_000 })).toMatchObject({
      errors: [{ pointer: '/billShareBp', code: 'hours-of-this-kind' }],
    });
  });

  it('is of expenses a share in whole percents', async () => {
    const kilometres = await typeOf('KM');
    expect(await save({ ...kilometres, unit: 'euros', billShareBp: 5050 })).toMatchObject({
      errors: [{ pointer: '/billShareBp', code: 'whole-number' }],
    });
  });
});
