import { formatMoney } from '@konnekt/shared/basics/money';
import type { Invoice } from '@konnekt/shared/invoices/invoice.contract';
import { invoiceTotals, lineNet } from '@konnekt/shared/invoices/invoice.sums';
import { extractText } from 'unpdf';
import { expect, it } from 'vitest';
import { findBrokenRules } from './features/data-check/data-check.repository.ts';
import { sql } from './kit/sql.ts';
import { ask, testApp } from './test/build-app.ts';
import { randomHistory } from './test/random-history.ts';
import { findInvoices } from './test/random-invoices.ts';

const test = testApp();
const ROUNDS = 60;
/** What many do at once is never the same twice: a history in which too little came about goes on for so long. */
const MOST_MORE = 20;

it.each([9, 23, 47])(
  'hundreds of steps of many people at once, right and wrong ones, leave a database in which every rule holds (%i)',
  async (seed) => {
    const history = await randomHistory(test, seed);
    let closed = new Map<string, string>();
    const outcomes = await history.run(ROUNDS, async () => {
      // What a closed run took never changes, whatever is done next.
      const now = await paidByRun();
      for (const [run, paid] of closed) expect(now.get(run)).toBe(paid);
      closed = now;
    });
    expect(await findBrokenRules(test.db)).toEqual([]);
    for (let more = 0; more < MOST_MORE && (await invoicesOf(history)).length < 2; more++)
      await history.run(ROUNDS / 4);
    // It did something, and was refused something.
    expect((outcomes.get(200) ?? 0) + (outcomes.get(201) ?? 0)).toBeGreaterThan(100);
    expect(outcomes.get(409)).toBeGreaterThan(10);
    expect(closed.size).toBeGreaterThan(0);
    await expectAllVisible(history);
    await expectInvoicesAgree(history);
    expect(await findBrokenRules(test.db)).toEqual([]);
  },
);

it('these histories hold all that may become of hours: added, corrected and paid so, held back and let go', async () => {
  let found = await whatCameAbout();
  for (let more = 0; more < MOST_MORE && Object.values(found).includes(0); more++) {
    await (await randomHistory(test, 100 + more)).run(ROUNDS);
    found = await whatCameAbout();
  }
  for (const [what, count] of Object.entries(found)) expect(Number(count), what).toBeGreaterThan(0);
});

async function whatCameAbout(): Promise<Record<string, number>> {
  const [found] = await test.db.query<Record<string, number>>(sql`
    SELECT (SELECT count(*) FROM worksheet WHERE kind = 'supplement' AND submission_id IS NOT NULL)::int AS supplements,
           (SELECT count(*) FROM worksheet WHERE kind = 'correction')::int AS corrections,
           (SELECT count(*) FROM payroll_line WHERE worksheet_kind = 'supplement')::int AS "paid supplements",
           (SELECT count(*) FROM payroll_line WHERE worksheet_kind = 'correction' AND minutes < 0)::int AS "paid corrections that take away",
           (SELECT count(*) FROM worksheet_event WHERE action = 'correct' AND reason IS NULL)::int = 0 AS "each with a reason",
           (SELECT count(*) FROM audit_event WHERE action = 'hold')::int AS held,
           (SELECT count(*) FROM audit_event WHERE action = 'let-go')::int AS "let go"`);
  return found ?? {};
}

type History = Awaited<ReturnType<typeof randomHistory>>;

/** Everything that a closed run paid, as one word. */
async function paidByRun(): Promise<Map<string, string>> {
  const runs = await test.db.query<{ id: string; paid: string }>(sql`
    SELECT r.id, md5(json_agg(l ORDER BY l.worksheet_id, l.line_number)::text || r::text) AS paid
      FROM payroll_run r LEFT JOIN payroll_line l ON l.run_id = r.id WHERE r.status = 'closed' GROUP BY r.id`);
  return new Map(runs.map(({ id, paid }) => [id, paid]));
}

/** Whatever was sent is paid, by one run, or in one list of what waits: none of it in two, none of it in none. */
async function expectAllVisible({ staff }: History) {
  const get = async (path: string) => (await ask(test.app, staff, 'GET', path)).body;
  const open = (await ask(test.app, staff, 'POST', '/api/payroll-runs')).body;
  const periodTypes = ['week', 'four-weeks', 'month'];
  await ask(test.app, staff, 'PUT', `/api/payroll-runs/${open.id}`, {
    ...{ version: open.version, runDate: open.runDate, periodTypes },
  });
  const runs: { id: string }[] = (await get('/api/payroll-runs?limit=500')).items;
  const lists = [
    ...['to-approve', 'to-finalise'].map((phase) => `/api/worksheets?phase=${phase}`),
    ...runs.map(({ id }) => `/api/payroll-runs/${id}/worksheets?`),
    `/api/payroll-runs/${open.id}/worksheets?held=true`,
  ];
  const shown: string[] = [];
  let minutes = 0;
  for (const path of lists) {
    const { items, total } = await get(`${path}&limit=500`);
    expect(items).toHaveLength(total);
    for (const item of items) {
      shown.push(item.id);
      minutes += item.totalMinutes;
    }
  }
  const sent = await test.db.query<{ id: string; minutes: number }>(sql`
    SELECT w.id, s.total_minutes AS minutes FROM worksheet w JOIN submission s ON s.id = w.submission_id
     WHERE w.status IN ('submitted', 'approved', 'finalised')`);
  expect(shown.sort()).toEqual(sent.map(({ id }) => id).sort());
  expect(minutes).toBe(sent.reduce((sum, one) => sum + one.minutes, 0));
}

/** Invoices all that can be, and answers what is final. */
async function invoicesOf({ staff, organisationId }: Pick<History, 'staff' | 'organisationId'>) {
  const post = (path: string, body: object) => ask(test.app, staff, 'POST', `/api/invoices/${path}`, body);
  // Twice: what a credit note names is final before it.
  for (const _ of [1, 2]) {
    await post('prepare', { until: '2026-12-31' });
    const drafts = (await findInvoices(test.db, organisationId)).filter(({ status }) => status === 'draft');
    const items = drafts.map(({ id, version }) => ({ id, version }));
    if (items.length > 0) await post('finalise', { invoiceDate: '2026-12-01', items });
  }
  return (await findInvoices(test.db, organisationId)).filter(({ status }) => status === 'final');
}

/** To the cent: what an invoice says, its lines and rates worked out again, its file for the bookkeeping, and what is read on paper. */
async function expectInvoicesAgree({ staff, organisationId }: History) {
  const invoices = await invoicesOf({ staff, organisationId });
  await expectRatesOfTheDay();
  expect(invoices.length).toBeGreaterThan(1);
  const file = (path: string) => test.app.inject({ url: `/api/invoices/${path}`, cookies: staff.cookies });
  for (const { id } of invoices) {
    const invoice: Invoice = (await ask(test.app, staff, 'GET', `/api/invoices/${id}`)).body;
    const lines = invoice.lines.map((line) => ({
      ...line,
      netCents: invoice.creditsInvoice ? line.netCents : lineNet(line),
    }));
    const terms = { ...invoice, isCredit: invoice.kind === 'credit' };
    expect(invoiceTotals(lines, terms)).toMatchObject({
      ...{ netCents: invoice.netCents, vatCents: invoice.vatCents, totalCents: invoice.totalCents },
      gAccountCents: invoice.gAccountCents,
    });
    const ubl = (await file(`${id}/ubl`)).payload;
    expect(ubl).toContain(`<cbc:PayableAmount currencyID="EUR">${(invoice.totalCents / 100).toFixed(2)}<`);
    const text = (
      await extractText(new Uint8Array((await file(`${id}/pdf`)).rawPayload), { mergePages: true })
    ).text.replaceAll('\u00a0', ' ');
    for (const cents of [invoice.netCents, invoice.vatCents, invoice.totalCents, ...lines.map((line) => line.netCents)])
      expect(text).toContain(formatMoney(cents, 'nl').replace('\u00a0', ' '));
  }
}

/** Of every line that is invoiced, and was not taken back since: what it was billed at and all that was added for changed rates are the rate of its day. */
async function expectRatesOfTheDay() {
  const billed = await test.db.query<{ billed: number; rate: number; differences: number }>(sql`
    SELECT l.price_cents + d.cents AS billed, d.lines AS differences,
           (SELECT r.bill_cents FROM placement_rate r WHERE r.placement_id = w.placement_id AND r.hour_type_id = h.hour_type_id
               AND r.valid_from <= coalesce(h.date, w.period_end) ORDER BY r.valid_from DESC LIMIT 1) AS rate
      FROM invoice_source s JOIN invoice_line l ON l.id = s.invoice_line_id JOIN worksheet w ON w.id = s.worksheet_id
      JOIN hour_line h ON h.worksheet_id = s.worksheet_id AND h.number = s.line_number
     CROSS JOIN LATERAL (
       SELECT coalesce(sum(c.new_cents - c.old_cents), 0)::int AS cents, count(*)::int AS lines
         FROM invoice_rate_source r JOIN rate_correction c USING (worksheet_id, line_number, kind, change_id)
        WHERE r.worksheet_id = s.worksheet_id AND r.line_number = s.line_number AND r.freed_at IS NULL) d
     WHERE s.freed_at IS NULL AND abs(l.size) > (SELECT coalesce(abs(sum(c.size)), 0) FROM invoice_line c WHERE c.credits_line_id = l.id)`);
  expect(billed.length).toBeGreaterThan(0);
  expect(billed.filter(({ billed, rate }) => billed !== rate)).toEqual([]);
}
