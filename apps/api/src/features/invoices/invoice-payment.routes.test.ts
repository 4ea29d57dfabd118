import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#api/kit/database';
import { sql } from '#api/kit/sql';
import { ask, type Client, sendFile, testApp } from '#api/test/build-app';
import { createSupervisor } from '#api/test/factories';
import { completeAgency, createClient, createInvoices } from '#api/test/invoices';
import { signInAs, signInNew } from '#api/test/sign-in-as';
import { findBrokenRules } from '../data-check/data-check.repository.ts';

const test = testApp();
let staff: Client;
let client: string;

beforeAll(async () => {
  await completeAgency(test.db);
  staff = await signInNew(test, 'staff');
  client = await createClient(test.db);
});

const get = async (path: string, who = staff) => (await ask(test.app, who, 'GET', path)).body;
const post = (path: string, body?: object, who = staff) => ask(test.app, who, 'POST', path, body);
/** Of 121 euros each. */
const invoices = (count: number, invoiceDate?: string) =>
  createInvoices(test, staff, Array(count).fill(client), invoiceDate ? { invoiceDate } : {});
const pay = (id: string, amountCents: number, who = staff) =>
  post(`/api/invoices/${id}/payments`, { amountCents, paidOn: '2026-11-21' }, who);
const numbersOf = async (payment: string) =>
  (await get(`/api/invoices?organisationId=${client}&payment=${payment}&limit=500`)).items.map(
    ({ number }: { number: string }) => number,
  );

describe('a payment by hand', () => {
  it('is booked in part and as a whole, never more than is open, and undone', async () => {
    const [{ id, number } = { id: '', number: '' }] = await invoices(1);
    expect((await pay(id, 5_000)).body).toMatchObject({
      openCents: 7_100,
      items: [{ amountCents: 5_000, undoneAt: null }],
    });
    expect((await pay(id, 7_101)).body.errors).toEqual([{ pointer: '/amountCents', code: 'more-than-open' }]);
    expect((await post(`/api/invoices/${id}/payments`, { amountCents: 1, paidOn: '2026-11-22' })).body.errors).toEqual([
      { pointer: '/paidOn', code: 'in-the-future' },
    ]);
    expect(await numbersOf('open')).toContain(number);
    const whole = (await pay(id, 7_100)).body;
    expect(whole.openCents).toBe(0);
    expect(await numbersOf('paid')).toContain(number);
    expect(await numbersOf('open')).not.toContain(number);
    const undo = () => post(`/api/invoice-payments/${whole.items[1].id}/undo`);
    expect((await undo()).status).toBe(204);
    expect((await undo()).body.code).toBe('wrong-state');
    expect((await get(`/api/invoices/${id}`)).openCents).toBe(7_100);
    await expect(
      test.db.query(sql`UPDATE invoice_payment SET amount_cents = 1 WHERE invoice_id = ${id}::uuid`),
    ).rejects.toThrow();
  });

  it('is booked once under its id, however often it is sent; another under that id is refused', async () => {
    const [{ id } = { id: '' }] = await invoices(1);
    const asked = { id: newId(), amountCents: 100, paidOn: '2026-11-20', remark: null };
    const send = (more = {}) => post(`/api/invoices/${id}/payments`, { ...asked, ...more });
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect((await send()).body).toMatchObject({ openCents: 12_000, items: [{ id: asked.id }] });
    expect((await send({ amountCents: 200 })).body.errors).toEqual([{ pointer: '/id', code: 'already-sent' }]);
    expect((await get(`/api/invoices/${id}`)).openCents).toBe(12_000);
  });

  it('of two at once is booked once where one is all that is open', async () => {
    const [{ id } = { id: '' }] = await invoices(1);
    const answers = await Promise.all([pay(id, 12_100), pay(id, 12_100), pay(id, 12_100)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400]);
  });

  it('and a credit note leave nothing open; what is late is overdue', async () => {
    const [late, credited] = await invoices(2, '2026-10-01');
    expect(await numbersOf('overdue')).toEqual([credited?.number, late?.number]);
    const credit = (await post(`/api/invoices/${credited?.id}/credit`, { reason: 'Niet geleverd' })).body;
    await post('/api/invoices/finalise', { items: [{ id: credit.id, version: 1 }], invoiceDate: '2026-11-20' });
    expect(await numbersOf('overdue')).toEqual([late?.number]);
    expect(await numbersOf('paid')).toContain(credited?.number);
  });
});

const xml = (entries: string, iban = 'NL91ABNA0417164300') => `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt><Acct><Id><IBAN>${iban}</IBAN></Id></Acct>${entries}</Stmt></BkToCstmrStmt></Document>`;
const entry = (amount: string, said: string, { reference = '', kind = 'CRDT', currency = 'EUR' } = {}) => `
<Ntry><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>${kind}</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-11-20</Dt></BookgDt>
${reference && `<AcctSvcrRef>${reference}</AcctSvcrRef>`}<NtryDtls><TxDtls><RltdPties><Dbtr><Nm>Klant &amp; Zn</Nm></Dbtr><DbtrAcct><Id><IBAN>NL20INGB0001234567</IBAN></Id></DbtrAcct></RltdPties>
<RmtInf><Ustrd>${said}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`;
async function handIn(content: string) {
  const file = await sendFile(test.app, staff, '/api/files?purpose=bank', { name: 'afschrift.xml', content });
  expect(file.status, JSON.stringify(file.body)).toBe(201);
  return post('/api/bank-files', { fileId: file.body.id });
}
const doubtful = async () => (await get('/api/bank-entries?state=doubtful&limit=100')).items;

describe('a bank file', () => {
  it('books what names its invoice and is just what is open; the rest is to be looked at', async () => {
    const [one, two, three, four] = await invoices(4);
    const content = xml(
      entry('121.00', `factuur ${one?.number}`, { reference: 'R1' }) +
        entry('242.00', `${two?.number} en ${three?.number.replace('-', '')}`, { reference: 'R2' }) +
        entry('120.99', `${four?.number}`, { reference: 'R3' }) +
        entry('121.00', 'bedankt', { reference: 'R4' }) +
        entry('50.00', 'huur', { kind: 'DBIT' }) +
        entry('50.00', String(four?.number), { currency: 'USD' }),
    );
    expect((await handIn(content)).body).toEqual({ entries: 4, booked: 2, doubtful: 2, known: 0, passedBy: 1 });
    expect(await numbersOf('paid')).toEqual(expect.arrayContaining([one?.number, two?.number, three?.number]));
    expect((await get(`/api/invoices/${one?.id}/payments`)).items).toEqual([
      expect.objectContaining({ isFromBank: true, payerName: 'Klant & Zn', paidOn: '2026-11-20' }),
    ]);
    const [unnamed, short] = await doubtful();
    expect(short).toMatchObject({
      leftCents: 12_099,
      suggestions: [expect.objectContaining({ number: four?.number, why: 'number' })],
    });
    expect(unnamed.suggestions.every(({ why }: { why: string }) => why === 'amount')).toBe(true);
    // The same again, and once more within another statement: nothing is booked twice.
    expect((await handIn(content)).body).toMatchObject({ booked: 0, doubtful: 0, known: 4 });
    const more = xml(
      entry('121.00', `factuur ${one?.number}`, { reference: 'R1' }) + entry('1.00', 'x', { reference: 'R5' }),
    );
    expect((await handIn(more)).body).toMatchObject({ booked: 0, doubtful: 1, known: 1 });
    const booked = await post(`/api/bank-entries/${short.id}/book`, { number: four?.number });
    expect(booked.body).toMatchObject({
      state: 'booked',
      leftCents: 0,
      invoices: [{ number: four?.number, amountCents: 12_099, paymentId: expect.any(String) }],
    });
    expect((await get(`/api/invoices/${four?.id}`)).openCents).toBe(1);
    expect((await post(`/api/bank-entries/${unnamed.id}/book`, { number: one?.number })).body.errors).toEqual([
      { pointer: '/number', code: 'not-open' },
    ]);
    expect((await post(`/api/bank-entries/${unnamed.id}/set-aside`, { isAside: true })).body.state).toBe('aside');
    // Undone from where it was booked.
    const [{ paymentId }] = booked.body.invoices;
    expect((await post(`/api/invoice-payments/${paymentId}/undo`)).status).toBe(204);
    expect(await doubtful()).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: short.id, leftCents: 12_099 })]),
    );
  });

  it('handed in by two at the same moment is booked once', async () => {
    const [one] = await invoices(1);
    const content = xml(entry('121.00', String(one?.number)));
    const answers = await Promise.all([handIn(content), handIn(content)]);
    expect(answers.map(({ body }) => body.booked).sort()).toEqual([0, 1]);
  });

  it('is none where it is something else, has entities of its own, or is no XML', async () => {
    const bomb = `<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>${xml(entry('1.00', '&b;')).replace(/^.*\n/, '')}`;
    for (const content of [
      bomb,
      '<a/>',
      'a;b;c',
      '<?xml version="1.0"?><Document><BkToCstmrStmt>',
      xml('').replace('BkToCstmrStmt', 'Other'),
    ]) {
      const { status, body } = await handIn(content);
      expect([status, body.errors]).toEqual([400, [{ pointer: '/file', code: 'file-type' }]]);
    }
    // What somebody else handed in is not there.
    const other = await signInNew(test, 'staff');
    const file = await sendFile(test.app, other, '/api/files?purpose=bank', {
      name: 'x.xml',
      content: xml(entry('1.00', 'x')),
    });
    expect((await post('/api/bank-files', { fileId: file.body.id })).status).toBe(404);
  });
});

describe('a supervisor with the right', () => {
  it('sees what is paid and what they have not opened; others see nothing', async () => {
    const person = await createSupervisor(test.db, client);
    await test.db.query(
      sql`UPDATE supervisor_right SET may_see_invoices = true WHERE person_id = ${person.personId}::uuid`,
    );
    const supervisor = await signInAs(test.app, person);
    const [one] = await invoices(1);
    const row = async () => (await get(`/api/invoices?q=${one?.number}`, supervisor)).items[0];
    expect(await row()).toMatchObject({ openCents: 12_100, isUnread: true });
    await post('/api/invoices/read', { ids: [one?.id] }, supervisor);
    expect(await row()).toMatchObject({ isUnread: false });
    expect((await get(`/api/invoices/${one?.id}/payments`, supervisor)).openCents).toBe(12_100);
    expect((await pay(one?.id ?? '', 100, supervisor)).status).toBe(403);
    const outsider = await signInNew(test, 'supervisor');
    expect((await ask(test.app, outsider, 'GET', `/api/invoices/${one?.id}/payments`)).status).toBe(404);
    await post('/api/invoices/read', { ids: [one?.id] }, outsider);
    expect(await test.db.query(sql`SELECT FROM invoice_read`)).toHaveLength(1);
  });
});

it('leaves a database in which every rule holds', async () => {
  expect(await findBrokenRules(test.db)).toEqual([]);
});
