import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#api/kit/sql';
import { ask, type Client, testApp } from '#api/test/build-app';
import { completeAgency, createClient, createInvoices } from '#api/test/invoices';
import { signInNew } from '#api/test/sign-in-as';
import { remindOfInvoices } from './invoice-reminder.service.ts';
import { writeMails } from './invoice-sending.service.ts';

const test = testApp();
let staff: Client;
let admin: Client;
let client: string;

beforeAll(async () => {
  await completeAgency(test.db);
  staff = await signInNew(test, 'staff');
  admin = await signInNew(test, 'admin');
  client = await createClient(test.db);
});

const steps = (first: object = {}) => [{ days: 5, ...first }, { days: 14 }, { days: 28 }];
const set = async (isOn: boolean, first?: object) =>
  ask(test.app, admin, 'PUT', '/api/settings/invoicing', {
    version: (await ask(test.app, admin, 'GET', '/api/settings/invoicing')).body.version,
    numbers: { invoice: '', credit: '', digits: 6 },
    reminders: { isOn, steps: steps(first) },
    budgets: { warnFromBp: 8000, warnDays: 14 },
  });
/** The reminders of a day, made by several processes at once. */
async function on(day: string) {
  const services = { db: test.db, now: () => new Date(`${day}T08:00:00Z`), wakeMail: () => {} };
  await Promise.all([remindOfInvoices(services), remindOfInvoices(services), remindOfInvoices(services)]);
  await writeMails(services);
}
const mailsOf = (id: string) =>
  test.db.query<{ step: number; subject: string; body: string; kind: string; files: number }>(sql`
    SELECT s.step, m.subject, m.body_text AS body, m.kind, (SELECT count(*)::int FROM mail_attachment a WHERE a.mail_id = m.id) AS files
      FROM invoice_sending s JOIN mail m ON m.id = s.mail_id WHERE s.invoice_id = ${id}::uuid ORDER BY s.step`);

/** Due on 15 October. */
const late = async () => (await createInvoices(test, staff, [client], { invoiceDate: '2026-10-01' }))[0]?.id ?? '';

describe('reminders of invoices', () => {
  it('are off until an admin switches them on, and refuse steps that are not one after the other', async () => {
    const id = await late();
    await on('2026-11-21');
    expect(await mailsOf(id)).toEqual([]);
    expect((await set(true, { days: 14 })).body.errors).toEqual([
      { pointer: '/reminders/steps/1/days', code: 'not-later' },
    ]);
    expect((await set(true)).status).toBe(200);
  });

  it('go in three steps, each once whatever looks at the same time, with what is open and the invoice along', async () => {
    const id = await late();
    await ask(test.app, staff, 'POST', `/api/invoices/${id}/payments`, { amountCents: 2_100, paidOn: '2026-10-10' });
    await on('2026-10-19');
    expect(await mailsOf(id)).toEqual([]);
    for (const day of ['2026-10-20', '2026-10-21', '2026-10-28']) await on(day);
    const [first, ...more] = await mailsOf(id);
    expect(more).toEqual([]);
    expect(first).toMatchObject({ step: 1, kind: 'invoice-reminder', files: 2 });
    expect(first?.subject).toMatch(/^Herinnering: factuur 2026-\d{6} van/);
    expect(first?.body).toContain('100,00 open');
    await on('2026-10-29');
    await on('2026-11-12');
    await on('2026-12-31');
    expect((await mailsOf(id)).map(({ step }) => step)).toEqual([1, 2, 3]);
  });

  it('keep the days between two steps where they begin late', async () => {
    const id = await late();
    await on('2026-12-20');
    await on('2026-12-28');
    expect((await mailsOf(id)).map(({ step }) => step)).toEqual([1]);
    await on('2026-12-29');
    expect((await mailsOf(id)).map(({ step }) => step)).toEqual([1, 2]);
  });

  it('do not go to who paid or was credited, and say what the agency wants to be said', async () => {
    const [paid, credited, open] = [await late(), await late(), await late()];
    await ask(test.app, staff, 'POST', `/api/invoices/${paid}/payments`, { amountCents: 12_100, paidOn: '2026-10-10' });
    const credit = (await ask(test.app, staff, 'POST', `/api/invoices/${credited}/credit`, { reason: 'x' })).body;
    const items = [{ id: credit.id, version: 1 }];
    await ask(test.app, staff, 'POST', '/api/invoices/finalise', { items, invoiceDate: '2026-10-02' });
    await set(true, { textNl: 'Bel ons even.' });
    await on('2026-10-20');
    expect([...(await mailsOf(paid)), ...(await mailsOf(credited))]).toEqual([]);
    expect((await mailsOf(open))[0]?.body).toContain('Bel ons even.');
  });
});
