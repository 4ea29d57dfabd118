import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#api/kit/sql';
import { ask, testApp } from '#api/test/build-app';
import { createPerson, createPlacement, createRate } from '#api/test/factories';
import { completeAgency } from '#api/test/invoices';
import { type PayrollOffice, payrollOffice } from '#api/test/payroll-office';
import { findBrokenRules } from '../data-check/data-check.repository.ts';

const test = testApp();
let office: PayrollOffice;
beforeAll(async () => {
  await completeAgency(test.db);
  office = await payrollOffice(test);
  await test.db.query(
    sql`UPDATE organisation SET street = 'Kade 1', postcode = '3011 BB', kvk_number = '87654321' WHERE id = ${office.organisationId}::uuid`,
  );
});

const get = (path: string) => office.get(path);
const post = async (path: string, body: object) => (await office.post(office.staff, path, body)).body;

/** Forty hours of week 46 at 30,24, on a final invoice; hours of week 47 follow where they are asked for. */
async function invoicedWeek() {
  const person = await createPerson(test.db);
  const placementId = await createPlacement(test.db, person, office.organisationId);
  await createRate(test.db, placementId, { code: 'N100', payCents: 1680, billCents: 3024 });
  const week = (first: number, number: number) =>
    office.finalisedAt(
      person,
      placementId,
      [0, 1, 2, 3, 4].map((day) => office.line('N100', `2026-11-${String(first + day).padStart(2, '0')}`, 480)),
      number,
    );
  await week(9, 46);
  const invoice = await makeInvoice();
  return { person, placementId, invoice, nextWeek: () => week(16, 47) };
}
const prepare = () => post('/api/invoices/prepare', { until: '2026-11-29', organisationIds: [office.organisationId] });
const drafts = async () => (await get(`/api/invoices?organisationId=${office.organisationId}&status=draft`)).items;
async function makeInvoice() {
  await prepare();
  const items = (await drafts()).map(({ id, version }: { id: string; version: number }) => ({ id, version }));
  const { done } = await post('/api/invoices/finalise', { invoiceDate: '2026-11-30', items });
  expect(done).toHaveLength(1);
  return get(`/api/invoices/${done[0].id}`);
}
async function changeRate(placementId: string, billCents: number, reason = 'Nieuwe cao per 9 november') {
  const change = {
    validFrom: '2026-11-09',
    asked: { kind: 'rates', placementId, rates: [{ hourTypeId: office.types.N100, payCents: 1680, billCents }] },
  };
  const {
    lines,
    payCents,
    billCents: bill,
    rates,
    placements,
    fingerprint,
  } = await post('/api/rate-changes/preview', change);
  return post('/api/rate-changes', {
    ...change,
    reason,
    seen: { lines, payCents, billCents: bill, rates, placements, fingerprint },
  });
}
const ready = async () =>
  (await get(`/api/invoices/ready?until=2026-11-29&organisationId=${office.organisationId}`)).items;
const rated = (invoice: { lines: { oldPriceCents: number | null }[] }) =>
  invoice.lines.filter(({ oldPriceCents }) => oldPriceCents !== null);

describe('a rate that changed after its hours were invoiced', () => {
  it('comes onto the next invoice as lines of its own: hours, old and new rate, and why', async () => {
    const { placementId, nextWeek, invoice } = await invoicedWeek();
    expect(invoice.netCents).toBe(120_960);
    const change = await changeRate(placementId, 3121);
    expect(change).toMatchObject({ billCents: 3880, billLines: 5, invoicedLines: 0 });
    await nextWeek();
    expect(await ready()).toMatchObject([{ worksheets: 1, rateDifferences: 5, netCents: 124_840 + 3880 }]);
    const next = await makeInvoice();
    expect(next.lines).toMatchObject([
      { size: 2400, priceCents: 3121, oldPriceCents: null, netCents: 124_840, isoWeek: 47 },
      {
        ...{ size: 2400, priceCents: 3121, oldPriceCents: 3024, netCents: 3880, isoWeek: 46 },
        rateReason: 'Nieuwe cao per 9 november',
      },
    ]);
    expect(next).toMatchObject({ fromDay: '2026-11-16', netCents: 128_720 });
    // What was made stays as it was, the difference is taken once, and the hours behind it are shown.
    expect((await get(`/api/invoices/${invoice.id}`)).lines).toEqual(invoice.lines);
    expect(await ready()).toEqual([]);
    expect((await get('/api/rate-changes')).items[0]).toMatchObject({ billLines: 5, invoicedLines: 5 });
    const behind = (await get(`/api/invoices/${next.id}/worksheets`)).items;
    expect(behind.flatMap(({ lines }: { lines: object[] }) => lines)).toHaveLength(10);
    const file = await test.app.inject({ url: `/api/invoices/${next.id}/ubl`, cookies: office.staff.cookies });
    const amounts = [...file.payload.matchAll(/<cbc:LineExtensionAmount currencyID="EUR">([-0-9.]+)</g)].map(
      ([, n]) => n,
    );
    expect(amounts).toEqual(['1287.20', '1248.40', '1248.40', '-1209.60']);
    expect(await findBrokenRules(test.db)).toEqual([]);
  });

  it('is an invoice of its own where nothing else is ready, and a credit note where the rate fell', async () => {
    const { placementId, invoice } = await invoicedWeek();
    await changeRate(placementId, 3121);
    const own = await makeInvoice();
    expect(own).toMatchObject({ kind: 'invoice', netCents: 3880, fromDay: '2026-11-09', untilDay: '2026-11-13' });
    await changeRate(placementId, 3000, 'Verkeerd tarief');
    const credit = await makeInvoice();
    expect(credit).toMatchObject({ kind: 'credit', netCents: 4840, creditsInvoice: { id: invoice.id } });
    expect(credit.lines).toMatchObject([{ size: 2400, priceCents: 3121, oldPriceCents: 3000, netCents: 4840 }]);
    expect(await findBrokenRules(test.db)).toEqual([]);
  });

  it('is taken with all hours of a line, however early in them one looks', async () => {
    const { placementId } = await invoicedWeek();
    await changeRate(placementId, 3121);
    const at = (until: string) => get(`/api/invoices/ready?until=${until}&organisationId=${office.organisationId}`);
    expect((await at('2026-11-11')).items).toEqual([]);
    expect((await at('2026-11-15')).items).toMatchObject([{ rateDifferences: 5, netCents: 3880 }]);
    await makeInvoice();
  });

  it('waits again when its draft is thrown away', async () => {
    const { placementId } = await invoicedWeek();
    await changeRate(placementId, 3121);
    await prepare();
    expect(await ready()).toEqual([]);
    const [draft] = await drafts();
    await post(`/api/invoices/${draft.id}/discard`, { version: draft.version });
    expect(await ready()).toMatchObject([{ worksheets: 0, rateDifferences: 5, netCents: 3880 }]);
    await makeInvoice();
    expect(await findBrokenRules(test.db)).toEqual([]);
  });

  it('is billed once when its hours are taken back and invoiced anew, before the difference was or after it', async () => {
    const takeBack = async (invoice: { id: string }) => {
      const credit = await post(`/api/invoices/${invoice.id}/credit`, { reason: 'Verkeerd', freesLines: true });
      await post('/api/invoices/finalise', {
        ...{ invoiceDate: '2026-11-30', items: [{ id: credit.id, version: credit.version }] },
      });
    };
    const before = await invoicedWeek();
    await changeRate(before.placementId, 3121);
    await takeBack(before.invoice);
    const anew = await makeInvoice();
    expect(anew.lines).toMatchObject([{ priceCents: 3121, oldPriceCents: null, netCents: 124_840 }]);
    expect(await ready()).toEqual([]);

    const after = await invoicedWeek();
    await changeRate(after.placementId, 3121);
    const difference = await makeInvoice();
    await takeBack(after.invoice);
    expect((await makeInvoice()).lines).toMatchObject([{ priceCents: 3024, netCents: 120_960 }]);
    expect(await ready()).toEqual([]);
    // Changed while they waited to be invoiced anew, they are billed what they were before, and what changed since.
    await takeBack((await get(`/api/invoices?organisationId=${office.organisationId}&limit=1`)).items[0]);
    await changeRate(after.placementId, 3221);
    expect((await makeInvoice()).netCents).toBe(120_960);
    expect(rated(await makeInvoice())).toMatchObject([{ oldPriceCents: 3121, priceCents: 3221, netCents: 4000 }]);
    // The difference itself taken back, it is billed again.
    await takeBack(difference);
    expect(rated(await makeInvoice())).toMatchObject([{ netCents: 3880 }]);
    expect(await findBrokenRules(test.db)).toEqual([]);
  });

  it('is nothing of hours that were taken back for good', async () => {
    const { placementId, invoice } = await invoicedWeek();
    await changeRate(placementId, 3121);
    const credit = await post(`/api/invoices/${invoice.id}/credit`, { reason: 'Niet gewerkt' });
    await post('/api/invoices/finalise', {
      ...{ invoiceDate: '2026-11-30', items: [{ id: credit.id, version: credit.version }] },
    });
    expect(await ready()).toEqual([]);
    expect(await changeRate(placementId, 3200)).toMatchObject({ billCents: 0 });
  });

  it('is of hours that stay: what a final invoice was made of is opened no more, also when it was credited', async () => {
    const { invoice, placementId } = await invoicedWeek();
    await changeRate(placementId, 3121);
    await makeInvoice();
    const credit = await post(`/api/invoices/${invoice.id}/credit`, { reason: 'Verkeerd', freesLines: true });
    await post('/api/invoices/finalise', { items: [{ id: credit.id, version: credit.version }] });
    const [behind] = (await get(`/api/invoices/${invoice.id}/worksheets`)).items;
    const { version } = await get(`/api/worksheets/${behind.id}`);
    const reopened = await post('/api/worksheets/reopen', { items: [{ id: behind.id, version }] });
    expect(reopened).toMatchObject({ done: [], refused: [{ id: behind.id, code: 'already-paid' }] });
    await makeInvoice();
    expect(await findBrokenRules(test.db)).toEqual([]);
  });

  it('is refused where it names no hour type, or more than an amount can be', async () => {
    const { placementId } = await invoicedWeek();
    const change = (hourTypeId: string, billCents: number) => ({
      ...{ validFrom: '2026-11-09', reason: 'x' },
      asked: { kind: 'rates', placementId, rates: [{ hourTypeId, payCents: 1, billCents }] },
      seen: { lines: 0, payCents: 0, billCents: 0, rates: 1, placements: 1, fingerprint: '' },
    });
    expect(await post('/api/rate-changes', change('00000000-0000-7000-8000-000000000000', 1))).toMatchObject({
      errors: [{ pointer: '/asked/rates', code: 'unknown' }],
    });
  });

  it('is put on one invoice by all who prepare at the same moment', async () => {
    const { placementId } = await invoicedWeek();
    await changeRate(placementId, 3121);
    const answers = await Promise.all([1, 2, 3, 4].map(() => prepare()));
    expect(answers.map(({ drafts: made }: { drafts: number }) => made).sort()).toEqual([0, 0, 0, 1]);
    await expect(
      ask(test.app, office.supervisor, 'POST', '/api/invoices/prepare', { until: '2026-11-29' }).then(
        ({ status }) => status,
      ),
    ).resolves.toBe(403);
    expect((await makeInvoice()).netCents).toBe(3880);
  });
});
