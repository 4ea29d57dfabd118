import { exportPresets } from '@konnekt/shared/payroll/export.presets';
import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#api/kit/sql';
import { testApp } from '#api/test/build-app';
import { createPerson, createPlacement, createRate } from '#api/test/factories';
import { type PayrollOffice, payrollOffice } from '#api/test/payroll-office';
import { findBrokenRules } from '../data-check/data-check.repository.ts';

const test = testApp();
let office: PayrollOffice;
beforeAll(async () => {
  office = await payrollOffice(test);
});

const rates = { N100: [1680, 3024], O125: [2100, 3780], O150: [2520, 4536], KM: [23, 40] } as const;

/** The worked example, final, with its rates; from this placement on the rest is of the test. */
async function exampleFinal() {
  const person = await createPerson(test.db);
  const placementId = await createPlacement(test.db, person, office.organisationId);
  for (const [code, [payCents, billCents]] of Object.entries(rates))
    await createRate(test.db, placementId, { code, payCents, billCents });
  const lines = [...office.exampleWeek(), office.kilometres(19_000)];
  return { person, placementId, ...(await office.finalisedAt(person, placementId, lines)) };
}
const pay = async () => {
  const run = await office.propose();
  return (await office.close(run)).body;
};
const post = (path: string, body: object) => office.post(office.staff, path, body);
const preview = async (change: object, employeeId?: string) =>
  (await post('/api/rate-changes/preview', { ...change, ...(employeeId && { employeeId }) })).body;
async function accept(change: object, of?: Record<string, number | string>) {
  const { lines, payCents, billCents, rates, placements, fingerprint } = of ?? (await preview(change));
  const seen = { lines, payCents, billCents, rates, placements, fingerprint };
  return post('/api/rate-changes', { ...change, reason: 'Nieuwe cao', seen });
}
const ofPlacement = (
  placementId: string,
  given: Record<string, readonly [number, number]>,
  validFrom = '2026-11-16',
) => ({
  validFrom,
  asked: {
    ...{ kind: 'rates', placementId },
    rates: Object.entries(given).map(([code, [payCents, billCents]]) => ({
      ...{ hourTypeId: office.types[code], payCents, billCents },
    })),
  },
});
const rise = (payRiseBp: number, billRiseBp: number, organisationId: string | null = null) => ({
  validFrom: '2026-01-05',
  asked: { kind: 'rise', organisationId, payRiseBp, billRiseBp },
});
const invoice = async () => {
  await post('/api/invoices/prepare', { until: '2026-11-22' });
};

describe('rates that change for the past', () => {
  it('leave what was paid and invoiced as it was, and pay the difference with the next run, at both rates', async () => {
    const { placementId } = await exampleFinal();
    const run = await pay();
    await invoice();
    const change = ofPlacement(placementId, { N100: [1734, 3121] });
    // 40 hours: 54 cents more an hour for the employee, 97 cents for the client.
    expect(await preview(change)).toMatchObject({
      ...{ lines: 5, payCents: 2160, billCents: 3880, rates: 1, placements: 1 },
      organisations: [{ id: office.organisationId, lines: 5, payCents: 2160, billCents: 3880 }],
      workers: [{ organisationId: office.organisationId, lines: 5, payCents: 2160, billCents: 3880 }],
      differences: [],
    });
    const made = await accept(change);
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    expect(made.body).toMatchObject({
      payCents: 2160,
      billCents: 3880,
      payLines: 5,
      paidLines: 0,
      reason: 'Nieuwe cao',
    });
    expect(made.body).toMatchObject({ organisationName: 'Van Dijk Logistiek', employeeName: expect.any(String) });
    expect(await office.get(`/api/rate-changes/${made.body.id}`)).toEqual(made.body);
    const lines = await office.get(`/api/rate-changes/${made.body.id}/differences`);
    expect(lines.items[0]).toMatchObject({ hourTypeNl: 'Normale uren', hourTypeEn: 'Normal hours' });
    const now = await office.get(`/api/payroll-runs/${run.id}`);
    expect(now.byHourType).toEqual(run.byHourType);
    // Asked again there is no difference any more.
    expect(await preview(change)).toMatchObject({ lines: 0, payCents: 0, billCents: 0 });
    const next = await office.propose();
    expect(next).toMatchObject({
      worksheets: 0,
      totalMinutes: 0,
      lines: 10,
      rateCorrections: { lines: 5, payCents: 2160 },
    });
    const { items } = await office.get(`/api/payroll-runs/${next.id}/employees`);
    expect(items).toEqual([expect.objectContaining({ worksheets: 0, totalMinutes: 0, payCents: 2160 })]);
    const closed = (await office.close(next)).body;
    expect(closed).toMatchObject({ status: 'closed', rateCorrections: { lines: 5, payCents: 2160 } });
    expect((await office.get('/api/rate-changes')).items[0]).toMatchObject({ payLines: 5, paidLines: 5 });
    const rows = (await post(`/api/payroll-runs/${next.id}/export-preview`, { content: withCodes() })).body.rows;
    const cells = rows.filter((row: string[]) => row.includes('2026-11-16')).map((row: string[]) => row.join(' '));
    expect(cells).toEqual([
      expect.stringContaining('-8.00 16.80 -134.40'),
      expect.stringContaining('8.00 17.34 138.72'),
    ]);
    expect(await findBrokenRules(test.db)).toEqual([]);
    await expect(test.db.query(sql`UPDATE rate_correction SET new_cents = 1`)).rejects.toThrow('never changed');
    await expect(test.db.query(sql`DELETE FROM rate_correction`)).rejects.toThrow('never changed');
  });

  it('rise for all placements at once, also where another rate began since, and once more from what was paid last', async () => {
    const one = await exampleFinal();
    await createRate(test.db, one.placementId, {
      code: 'N100',
      payCents: 1800,
      billCents: 3200,
      validFrom: '2026-11-19',
    });
    await pay();
    const up = rise(320, 320, office.organisationId);
    const first = await preview(up, await employeeOf(one.placementId));
    const of = (day: string) =>
      first.differences.find(({ date, kind }: { date: string; kind: string }) => date === day && kind === 'pay');
    expect([of('2026-11-16').oldCents, of('2026-11-16').newCents]).toEqual([1680, 1734]);
    expect([of('2026-11-19').oldCents, of('2026-11-19').newCents]).toEqual([1800, 1858]);
    expect(
      first.differences
        .map(({ newAmount, oldAmount }: Record<string, number>) => (newAmount ?? 0) - (oldAmount ?? 0))
        .reduce((a: number, b: number) => a + b),
    ).toBe(first.workers.find(({ employeeId }: { employeeId: string }) => employeeId === employee).payCents);
    expect((await accept(up)).status).toBe(201);
    const again = await accept(rise(100, 0, office.organisationId));
    expect(again.status).toBe(201);
    expect(again.body).toMatchObject({ organisationName: 'Van Dijk Logistiek', employeeName: null });
    const kept = await office.get(`/api/rate-changes/${again.body.id}/differences?limit=500`);
    const line = kept.items.find(
      (d: Record<string, unknown>) => d.date === '2026-11-16' && d.kind === 'pay' && d.worksheetId === one.id,
    );
    expect(line).toMatchObject({ oldCents: 1734, newCents: 1751, oldAmount: 13_872, newAmount: 14_008 });
    await pay();
    expect(await findBrokenRules(test.db)).toEqual([]);
  });

  it('are for hours that wait to be paid as well, without a difference', async () => {
    const { placementId } = await exampleFinal();
    const change = ofPlacement(placementId, { N100: [1734, 3121] });
    expect(await preview(change)).toMatchObject({ lines: 0, rates: 1 });
    await accept(change);
    const run = await office.propose();
    expect(run.rateCorrections.lines).toBe(0);
    const normal = run.byHourType.find(({ code }: { code: string }) => code === 'N100');
    expect(normal.payCents).toBe(40 * 1734);
    await office.close(run);
  });

  it('of a day to come begin then, and differ from nothing that was paid', async () => {
    const { placementId } = await exampleFinal();
    const up = { ...rise(320, 320, office.organisationId), validFrom: '2027-01-04' };
    const seen = await preview(up);
    expect(seen).toMatchObject({ lines: 0, payCents: 0, billCents: 0 });
    expect(seen.set.map(({ hourTypeNl, ...set }: { hourTypeNl: string }) => [hourTypeNl, set])).toContainEqual([
      'Normale uren',
      expect.objectContaining({
        oldPayCents: 1680,
        payCents: 1734,
        oldBillCents: 3024,
        billCents: 3121,
        validFrom: '2027-01-04',
      }),
    ]);
    expect((await accept(up, seen)).status).toBe(201);
    // Its answer was lost: pressed again it raises nothing twice.
    const again = await accept(up, seen);
    expect([again.status, again.body.code]).toEqual([409, 'record-changed']);
    const begun = await test.db.query(sql`
      SELECT r.valid_from AS "from", r.pay_cents AS pay, r.bill_cents AS bill FROM placement_rate r JOIN hour_type h ON h.id = r.hour_type_id
       WHERE r.placement_id = ${placementId}::uuid AND h.code = 'N100' ORDER BY r.valid_from`);
    expect(begun.at(-1)).toEqual({ from: '2027-01-04', pay: 1734, bill: 3121 });
    expect(begun).toHaveLength(2);
  });

  it('of a day to come are set as they were seen: not where somebody typed another rate meanwhile', async () => {
    const { placementId } = await exampleFinal();
    const up = { ...rise(320, 320, office.organisationId), validFrom: '2027-02-01' };
    const seen = await preview(up);
    await createRate(test.db, placementId, {
      code: 'N100',
      payCents: 9000,
      billCents: 10_100,
      validFrom: '2027-01-15',
    });
    expect((await accept(up, seen)).body.code).toBe('record-changed');
    expect((await accept(up)).status).toBe(201);
  });

  it('rise for time that is worked: what a kilometre costs stays as it was agreed', async () => {
    const { placementId } = await exampleFinal();
    expect((await accept({ ...rise(1000, 1000, office.organisationId), validFrom: '2027-03-01' })).status).toBe(201);
    const kilometres = await test.db.query(sql`
      SELECT r.pay_cents AS pay, r.bill_cents AS bill FROM placement_rate r JOIN hour_type h ON h.id = r.hour_type_id
       WHERE r.placement_id = ${placementId}::uuid AND h.code = 'KM'`);
    expect(kilometres).toEqual([{ pay: 23, bill: 40 }]);
  });

  it('begin on a day of a sound year, and rise by something', async () => {
    for (const validFrom of ['9999-12-31', '0206-01-01']) {
      const { status, body } = await post('/api/rate-changes/preview', { ...rise(320, 320), validFrom });
      expect([status, body.errors?.[0]]).toEqual([400, { pointer: '/validFrom', code: 'odd-year' }]);
    }
    const { errors } = await preview(rise(0, 0));
    expect(errors).toEqual([{ pointer: '/asked/payRiseBp', code: 'no-rise' }]);
  });

  it('are changed as they were seen, or not at all; never while hours are being paid', async () => {
    const { placementId } = await exampleFinal();
    const change = ofPlacement(placementId, { N100: [1734, 3121] });
    const seen = await preview(change);
    const run = await office.propose();
    const [answer] = await Promise.all([accept(change, seen), office.close(run)]);
    if (answer.status === 201) expect(await preview(change)).toMatchObject({ lines: 0 });
    else expect(answer.body.code).toBe('record-changed');
    const { body } = await post('/api/rate-changes', {
      ...{ ...ofPlacement(placementId, { N100: [1800, 3200] }), reason: 'x', seen: { ...seen, lines: 99 } },
    });
    expect(body.code).toBe('record-changed');
    const paid = (
      await test.db.query<{ cents: number }>(sql`
      SELECT (SELECT sum(pay_cents) FROM payroll_line l WHERE l.worksheet_id IN (SELECT id FROM worksheet WHERE placement_id = ${placementId}::uuid) AND l.hour_type_code = 'N100')
           + (SELECT coalesce(sum(new_amount - old_amount), 0) FROM rate_correction c WHERE c.kind = 'pay' AND c.worksheet_id IN (SELECT id FROM worksheet WHERE placement_id = ${placementId}::uuid)) AS cents`)
    )[0];
    expect(Number(paid?.cents)).toBe(answer.status === 201 ? 40 * 1734 : 40 * 1680);
    expect(await findBrokenRules(test.db)).toEqual([]);
  });
});

let employee = '';
async function employeeOf(placementId: string): Promise<string> {
  const [found] = await test.db.query<{ id: string }>(
    sql`SELECT employee_id AS id FROM placement WHERE id = ${placementId}::uuid`,
  );
  employee = found?.id ?? '';
  return employee;
}
const withCodes = () => ({
  ...exportPresets.csv.content,
  codes: Object.entries(office.types).map(([code, hourTypeId]) => ({
    hourTypeId,
    code: `U${code}`,
    figure: 'quantity',
  })),
});
