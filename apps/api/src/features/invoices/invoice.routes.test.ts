import { SaxesParser } from 'saxes';
import { extractText } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#api/kit/database';
import { rawSql, sql } from '#api/kit/sql';
import { ask, type Client, testApp } from '#api/test/build-app';
import {
  createOrganisation,
  createPerson,
  createPlacement,
  createRate,
  createSupervisor,
  hourTypeId,
} from '#api/test/factories';
import { exampleHourTypes } from '#api/test/payroll-office';
import { signInAs, signInNew } from '#api/test/sign-in-as';
import { findBrokenRules } from '../data-check/data-check.repository.ts';

const test = testApp();

let approver: Client;
let staff: Client;
const types: Record<string, string> = {};

beforeAll(async () => {
  const { db } = test;
  await exampleHourTypes(db);
  await db.prisma.hourType.create({
    data: {
      ...{ code: 'VAC', nameNl: 'Verlof', nameEn: 'Leave', kind: 'leave', isWorked: false, sortOrder: 9 },
      ...{ billShareBp: 0, payShareBp: 10_000 },
    },
  });
  for (const code of ['N100', 'O125', 'O150', 'KM', 'VAC']) types[code] = await hourTypeId(db, code);
  await db.query(sql`
    UPDATE agency SET street = 'Stationsplein 1', postcode = '3011 AA', city = 'Rotterdam', kvk_number = '12345678', vat_number = 'NL123456789B01',
           iban = 'NL91ABNA0417164300', g_account_iban = 'NL20INGB0001234567'`);
  staff = await signInNew(test, 'staff');
});

const post = (client: Client, path: string, body?: object) => ask(test.app, client, 'POST', path, body);
const get = async (path: string, client = staff) => (await ask(test.app, client, 'GET', path)).body;
const line = (code: string, date: string, size: number, more = {}) => ({
  ...{ hourTypeId: types[code], date, minutes: code === 'KM' ? 0 : size, ...(code === 'KM' && { quantity: size }) },
  ...more,
});

/** A client with its own approver, and somebody who works there at the rates of the worked example. */
async function workplace(terms = '') {
  const organisationId = await createOrganisation(test.db);
  await test.db.query(
    sql`UPDATE organisation SET street = 'Kade 1', postcode = '3011 BB' ${rawSql(terms)} WHERE id = ${organisationId}::uuid`,
  );
  const supervisor = await createSupervisor(test.db, organisationId);
  approver = await signInAs(test.app, supervisor);
  return organisationId;
}
async function worker(organisationId: string) {
  const person = await createPerson(test.db);
  const placementId = await createPlacement(test.db, person, organisationId);
  for (const [code, billCents] of [
    ['N100', 3024],
    ['O125', 3780],
    ['O150', 4536],
    ['KM', 23],
  ] as const)
    await createRate(test.db, placementId, { code, billCents });
  return { person, placementId };
}
async function finalised({ person, placementId }: Awaited<ReturnType<typeof worker>>, lines: object[], number = 47) {
  const employee = await signInAs(test.app, person);
  const draft = await post(employee, '/api/worksheets', { placementId, year: 2026, number, lines });
  expect(draft.status, JSON.stringify(draft.body)).toBe(201);
  const sent = (await post(employee, `/api/worksheets/${draft.body.id}/send`, { version: 1 })).body;
  const decide = async (client: Client, decision: string, one: { id: string; version: number }) =>
    (await post(client, `/api/worksheets/${decision}`, { items: [{ id: one.id, version: one.version }] })).body.done[0];
  return decide(staff, 'finalise', await decide(approver, 'approve', sent));
}
const exampleWeek = () => [
  ...[16, 17, 18, 19, 20].map((day) => line('N100', `2026-11-${day}`, 480)),
  line('O125', '2026-11-18', 90),
  line('O150', '2026-11-21', 240),
  line('KM', '2026-11-20', 19_000),
];
const prepare = async (organisationId: string, until = '2026-11-30') =>
  (await post(staff, '/api/invoices/prepare', { until, organisationIds: [organisationId] })).body;
const drafts = async (organisationId: string) =>
  (await get(`/api/invoices?organisationId=${organisationId}&status=draft&limit=100`)).items;
const finalise = async (items: { id: string; version: number }[], invoiceDate = '2026-11-24') =>
  (
    await post(staff, '/api/invoices/finalise', {
      items: items.map(({ id, version }) => ({ id, version })),
      invoiceDate,
    })
  ).body;
async function invoiced(organisationId: string) {
  await prepare(organisationId);
  const { done } = await finalise(await drafts(organisationId));
  return get(`/api/invoices/${done[0].id}`);
}

describe('an invoice', () => {
  it('is the worked example to the cent, from final hours to a number', async () => {
    const organisationId = await workplace(', g_account_share_bp = 2500, payment_term_days = 14');
    await finalised(await worker(organisationId), exampleWeek());
    const ready = await get(`/api/invoices/ready?until=2026-11-22&organisationId=${organisationId}`);
    expect(ready.items).toEqual([
      expect.objectContaining({ ...{ worksheets: 1, netCents: 149_144, lacks: [] }, untilDay: '2026-11-22' }),
    ]);
    expect(await prepare(organisationId)).toEqual({ drafts: 1, leftOut: 0 });
    const [draft] = await drafts(organisationId);
    expect(draft).toMatchObject({ status: 'draft', number: null, totalCents: 180_464 });
    const { done } = await finalise([draft]);
    const invoice = await get(`/api/invoices/${done[0].id}`);
    expect(invoice).toMatchObject({
      ...{ status: 'final', invoiceDate: '2026-11-24', dueDate: '2026-12-08', netCents: 149_144, vatCents: 31_320 },
      ...{ totalCents: 180_464, gAccountCents: 45_116, vat: [{ vatBp: 2100, netCents: 149_144, vatCents: 31_320 }] },
    });
    expect(invoice.number).toMatch(/^2026-\d{6}$/);
    expect(
      invoice.lines.map(({ size, priceCents, netCents }: Record<string, number>) => [size, priceCents, netCents]),
    ).toEqual([
      [2400, 3024, 120_960],
      [90, 3780, 5_670],
      [240, 4536, 18_144],
      [19_000, 23, 4_370],
    ]);
    const { items } = await get(`/api/invoices/${invoice.id}/worksheets`);
    expect(items[0]).toMatchObject({ submissionNumber: 1, approvedByName: expect.any(String) });
    expect(items[0].lines).toHaveLength(8);
    // Nothing is invoiced twice, and nothing of it changes.
    expect(await prepare(organisationId)).toEqual({ drafts: 0, leftOut: 0 });
    await test.db.query(
      sql`UPDATE organisation SET name = name || ' BV', street = 'Elders 2' WHERE id = ${organisationId}::uuid`,
    );
    expect((await get(`/api/invoices/${invoice.id}`)).buyer.street).toBe('Kade 1');
    await expect(test.db.query(sql`UPDATE invoice SET remark = 'x' WHERE id = ${invoice.id}::uuid`)).rejects.toThrow(
      'final',
    );
    await expect(test.db.query(sql`DELETE FROM invoice_line WHERE invoice_id = ${invoice.id}::uuid`)).rejects.toThrow(
      'final',
    );
  });

  it('goes to the invoice address, else to the postal address, else to where the client is, each taken whole', async () => {
    const organisationId = await workplace();
    await finalised(await worker(organisationId), exampleWeek());
    await prepare(organisationId);
    const [draft] = await drafts(organisationId);
    const address = async () => {
      const { buyer } = await get(`/api/invoices/${draft.id}`);
      return [buyer.street, buyer.postcode, buyer.city];
    };
    const set = (values: string) =>
      test.db.query(sql`UPDATE organisation SET ${rawSql(values)} WHERE id = ${organisationId}::uuid`);
    expect(await address()).toEqual(['Kade 1', '3011 BB', 'Rotterdam']);
    await set(`postal_street = 'Postbus 1', postal_postcode = '8300 AA', postal_city = 'Emmeloord'`);
    expect(await address()).toEqual(['Postbus 1', '8300 AA', 'Emmeloord']);
    await set(`invoice_street = 'Postbus 2', invoice_city = 'Zwolle'`);
    expect(await address()).toEqual(['Postbus 2', null, 'Zwolle']);
    expect((await finalise([draft])).refused).toEqual([{ id: draft.id, code: 'client-address' }]);
    await set(`invoice_postcode = '8000 AB', postal_street = NULL, postal_postcode = NULL, postal_city = NULL`);
    const { done } = await finalise([draft]);
    expect((await get(`/api/invoices/${done[0].id}`)).buyer).toMatchObject({
      street: 'Postbus 2',
      postcode: '8000 AB',
    });
  });

  it('has no VAT where it is reverse-charged, and needs the client’s number then', async () => {
    const organisationId = await workplace(', reverse_charge = true, g_account_share_bp = 2000');
    await finalised(await worker(organisationId), exampleWeek());
    await prepare(organisationId);
    const [draft] = await drafts(organisationId);
    expect((await finalise([draft])).refused).toEqual([{ id: draft.id, code: 'client-vat-number' }]);
    await test.db.query(sql`UPDATE organisation SET vat_number = 'NL123456789B01' WHERE id = ${organisationId}::uuid`);
    const { done } = await finalise([draft]);
    expect(await get(`/api/invoices/${done[0].id}`)).toMatchObject({
      ...{ vatCents: 0, totalCents: 149_144, gAccountCents: 29_829, isReverseCharged: true },
    });
  });

  it('is not made of hours without a rate, and holds none that are not billed', async () => {
    const organisationId = await workplace();
    const at = await worker(organisationId);
    await finalised(at, [line('N100', '2026-11-16', 480), line('VAC', '2026-11-17', 480)]);
    await test.db.query(sql`DELETE FROM placement_rate WHERE placement_id = ${at.placementId}::uuid`);
    expect(await prepare(organisationId)).toEqual({ drafts: 0, leftOut: 1 });
    const { items } = await get(`/api/invoices/ready?until=2026-11-30&organisationId=${organisationId}`);
    expect(items).toEqual([expect.objectContaining({ linesWithoutRate: 1, lacks: ['rate'] })]);
    await createRate(test.db, at.placementId, { billCents: 3000 });
    const invoice = await invoiced(organisationId);
    expect(invoice).toMatchObject({ netCents: 24_000 });
    expect(invoice.lines).toHaveLength(1);
  });

  it('is one per budget number, employee, or month with its weeks split by day, as the client wishes', async () => {
    const perBudget = await workplace(`, invoice_per = 'budget-number'`);
    await finalised(await worker(perBudget), [
      line('N100', '2026-11-16', 480, { budgetNumber: 'BN-1' }),
      line('N100', '2026-11-17', 480, { budgetNumber: 'BN-2' }),
    ]);
    expect(await prepare(perBudget)).toEqual({ drafts: 2, leftOut: 0 });
    const found = await get(`/api/invoices?budgetNumber=bn-2&limit=10`);
    expect(found.items).toEqual([expect.objectContaining({ budgetNumber: 'BN-2', netCents: 24_192 })]);
    const monthly = await workplace(`, invoice_every = 'month'`);
    await finalised(await worker(monthly), [line('N100', '2026-10-30', 480)], 44);
    await finalised(await worker(monthly), [line('N100', '2026-11-02', 480)], 45);
    expect(await prepare(monthly, '2026-11-21')).toEqual({ drafts: 1, leftOut: 0 });
    expect((await drafts(monthly))[0]).toMatchObject({
      fromDay: '2026-10-01',
      untilDay: '2026-10-31',
      netCents: 24_192,
    });
    const perEmployee = await workplace(`, invoice_per = 'employee'`);
    for (let n = 0; n < 2; n++) await finalised(await worker(perEmployee), [line('N100', '2026-11-16', 60)]);
    expect(await prepare(perEmployee)).toEqual({ drafts: 2, leftOut: 0 });
  });

  it('is found by who worked, by its week and by its amount', async () => {
    const organisationId = await workplace();
    const at = await worker(organisationId);
    await finalised(at, [line('N100', '2026-11-16', 487)]);
    const invoice = await invoiced(organisationId);
    const { employeeName } = invoice.lines[0];
    const found = async (q: string) =>
      (await get(`/api/invoices?organisationId=${organisationId}&q=${encodeURIComponent(q)}`)).items.length;
    const amount = (invoice.totalCents / 100).toFixed(2).replace('.', ',');
    for (const q of [employeeName, 'week 47', '2026-W47', amount, `€ ${(invoice.netCents / 100).toFixed(2)}`])
      expect([q, await found(q)]).toEqual([q, 1]);
    for (const q of ['Iemand Anders', 'week 46', '0,01', '2025-W47']) expect([q, await found(q)]).toEqual([q, 0]);
  });

  it('takes lines that are typed, and is thrown away with its hours ready again', async () => {
    const organisationId = await workplace();
    const worksheet = await finalised(await worker(organisationId), [line('N100', '2026-11-16', 480)]);
    await prepare(organisationId);
    const [draft] = await drafts(organisationId);
    const path = `/api/invoices/${draft.id}`;
    const freeLines = [{ description: 'Werkschoenen', size: 200, priceCents: 4995 }];
    const changed = await ask(test.app, staff, 'PUT', path, { version: 1, remark: 'Dank', freeLines });
    expect(changed.body).toMatchObject({ version: 2, netCents: 24_192 + 9_990, remark: 'Dank' });
    const reopen = () =>
      post(staff, '/api/worksheets/reopen', { items: [{ id: worksheet.id, version: worksheet.version }] });
    expect((await reopen()).body.refused).toEqual([{ id: worksheet.id, code: 'already-paid' }]);
    expect((await post(staff, `${path}/discard`, { version: 1 })).body.code).toBe('record-changed');
    expect((await post(staff, `${path}/discard`, { version: 2 })).status).toBe(204);
    expect((await reopen()).body.done).toHaveLength(1);
  });
});

it('holds no more than an amount can be', async () => {
  const organisationId = await workplace();
  await finalised(await worker(organisationId), [line('N100', '2026-11-16', 480)]);
  await prepare(organisationId);
  const [draft] = await drafts(organisationId);
  const put = async (...freeLines: { size: number; priceCents: number }[]) =>
    (
      await ask(test.app, staff, 'PUT', `/api/invoices/${draft.id}`, {
        ...{ version: 1, freeLines: freeLines.map((free) => ({ description: 'Machine', ...free })) },
      })
    ).body;
  const whole = { size: 10_000, priceCents: 10_000_000 };
  expect((await put({ size: 10_000, priceCents: 10_000_001 })).errors).toEqual([
    { pointer: '/freeLines/0/priceCents', code: 'too-much' },
  ]);
  expect((await put({ size: -10_000_000, priceCents: 100_000_000 })).code).toBe('invalid-input');
  expect((await put(whole, whole)).errors).toEqual([{ pointer: '/freeLines', code: 'too-much' }]);
  expect((await put(whole)).netCents).toBe(1_000_024_192);
});

describe('the invoice to be read', () => {
  it('is drawn once and the same for ever, with the file for the bookkeeping in it', async () => {
    const organisationId = await workplace(", kvk_number = '87654321'");
    await finalised(await worker(organisationId), exampleWeek());
    const invoice = await invoiced(organisationId);
    const asked = () => test.app.inject({ url: `/api/invoices/${invoice.id}/pdf`, cookies: staff.cookies });
    const [one, two] = await Promise.all([asked(), asked()]);
    expect(one.statusCode).toBe(200);
    expect(one.headers['content-disposition']).toContain(`${invoice.number}.pdf`);
    expect(one.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect(one.rawPayload.includes('invoice.xml')).toBe(true);
    expect(two.rawPayload.equals(one.rawPayload)).toBe(true);
    expect(one.rawPayload.length).toBeLessThan(100_000);
    await test.db.query(sql`UPDATE agency SET accent_colour = '#aa0000'`);
    expect((await asked()).rawPayload.equals(one.rawPayload)).toBe(true);
  });
});

describe('what is downloaded', () => {
  const file = (path: string, client = staff) =>
    test.app.inject({ url: `/api/invoices/${path}`, cookies: client.cookies });
  const textOf = async (pdf: Buffer) => (await extractText(new Uint8Array(pdf), { mergePages: true })).text;

  it('says on paper what the invoice says, in the client’s language, and the hours behind it where they are asked for', async () => {
    const organisationId = await workplace(", g_account_share_bp = 2500, invoice_language = 'en'");
    await finalised(await worker(organisationId), exampleWeek());
    const invoice = await invoiced(organisationId);
    const text = await textOf((await file(`${invoice.id}/pdf`)).rawPayload);
    for (const amount of [
      '€1,209.60',
      '€56.70',
      '€181.44',
      '€43.70',
      '€1,491.44',
      '€313.20',
      '€1,804.64',
      '€451.16',
      '€1,353.48',
    ])
      expect(text).toContain(amount);
    expect(text).toContain('Invoice');
    expect(text).not.toContain('Worksheets behind');
    const withWorksheets = (await file(`${invoice.id}/pdf?worksheets=true`)).rawPayload;
    const more = await textOf(withWorksheets);
    expect(more).toContain(`Worksheets behind ${invoice.number}`);
    expect(more).toMatch(/Sat 21-11-2026 .*4\.00 hours/);
    expect(more).toContain('approved by');
    expect((await file(`${invoice.id}/pdf?worksheets=true`)).rawPayload.equals(withWorksheets)).toBe(true);
  });

  it('is one file of many invoices, and none where one of them is out of sight', async () => {
    const made: { id: string; number: string }[] = [];
    const organisationIds: string[] = [];
    for (const terms of [", kvk_number = '87654321'", '']) {
      const organisationId = await workplace(terms);
      organisationIds.push(organisationId);
      await finalised(await worker(organisationId), [line('N100', '2026-11-16', 480)]);
      made.push(await invoiced(organisationId));
    }
    const ids = made.map(({ id }) => id).join(',');
    const zip = (await file(`files?ids=${ids}`)).rawPayload;
    const names = made.flatMap(({ number }, n) => [`${number}.pdf`, ...(n === 0 ? [`${number}.xml`] : [])]);
    // Its directory stands at the end: forty-six bytes before each name.
    const directory = zip.subarray(zip.indexOf(Buffer.of(0x50, 0x4b, 1, 2))).toString('latin1');
    expect([...directory.matchAll(/PK.{44}(\d{4}-\d{6}\.\w{3})/gs)].map(([, name]) => name)).toEqual(names);
    await test.db.query(
      sql`UPDATE supervisor_right SET may_see_invoices = true WHERE organisation_id = ${organisationIds[1] ?? ''}::uuid`,
    );
    expect((await file(`files?ids=${made[1]?.id}`, approver)).statusCode).toBe(200);
    expect((await file(`files?ids=${ids}`, approver)).statusCode).toBe(404);
    expect((await file(`files?ids=${made[0]?.id},${made[0]?.id}`)).statusCode).toBe(400);
  });
});

describe('the file for the client’s bookkeeping', () => {
  it('holds the amounts of the invoice, whatever names are in it, and is seen by whom sees the invoice', async () => {
    const organisationId = await workplace(", kvk_number = '87654321', g_account_share_bp = 2500");
    await test.db.query(sql`UPDATE organisation SET name = ${`Żółć & Zn <"'>`} WHERE id = ${organisationId}::uuid`);
    await finalised(await worker(organisationId), exampleWeek());
    const invoice = await invoiced(organisationId);
    const answer = await test.app.inject({ url: `/api/invoices/${invoice.id}/ubl`, cookies: staff.cookies });
    const xml = answer.rawPayload.toString();
    expect(answer.headers['content-disposition']).toContain(`${invoice.number}.xml`);
    const values = (name: string) =>
      [...xml.matchAll(new RegExp(`<cbc:${name}[^>]*>([^<]*)<`, 'g'))].map(([, value]) => value);
    expect(values('LineExtensionAmount')).toEqual(['1491.44', '1209.60', '56.70', '181.44', '43.70']);
    expect(values('TaxAmount')).toEqual(['313.20', '313.20']);
    expect(values('PayableAmount')).toEqual(['1804.64']);
    expect(values('InvoicedQuantity')).toEqual(['40', '1.5', '4', '190']);
    expect(values('RegistrationName')).toEqual(['Testbureau', 'Żółć &amp; Zn &lt;&quot;&apos;&gt;']);
    expect(xml).toContain('€\u00a0451,16 op g-rekening NL20INGB0001234567');
    const pdf = await test.app.inject({ url: `/api/invoices/${invoice.id}/pdf`, cookies: staff.cookies });
    expect(values('EmbeddedDocumentBinaryObject')).toEqual([pdf.rawPayload.toString('base64')]);
    expect(() => new SaxesParser().write(xml).close()).not.toThrow();
  });

  it('carries the references and addresses of the client as they were when it was made final', async () => {
    const organisationId =
      await workplace(`, oin = '00000001234567890000', gln = '8712345678906', buyer_reference = 'Inkoop 7',
      contract_reference = 'RO-2026-7', cost_centre = 'KP 410', invoice_language = 'en', invoice_document = 'nlcius', debtor_number = '13001'`);
    await finalised(await worker(organisationId), [line('N100', '2026-11-16', 60)]);
    const { id } = await invoiced(organisationId);
    const read = async () => (await test.app.inject({ url: `/api/invoices/${id}/ubl`, cookies: staff.cookies })).body;
    const before = await read();
    for (const part of [
      '<cbc:AccountingCost>KP 410</cbc:AccountingCost><cbc:BuyerReference>Inkoop 7</cbc:BuyerReference>',
      '<cac:ContractDocumentReference><cbc:ID>RO-2026-7</cbc:ID></cac:ContractDocumentReference>',
      '<cbc:EndpointID schemeID="0190">00000001234567890000</cbc:EndpointID><cac:PartyIdentification><cbc:ID schemeID="0088">8712345678906</cbc:ID>',
      '<cbc:CompanyID schemeID="0190">00000001234567890000</cbc:CompanyID>',
    ])
      expect(before).toContain(part);
    await test.db.query(sql`UPDATE organisation SET oin = NULL, buyer_reference = NULL, cost_centre = 'KP 411', debtor_number = '1',
      invoice_language = 'nl', peppol_id = '0106:87654321' WHERE id = ${organisationId}::uuid`);
    expect(await read()).toBe(before);
    expect(await get(`/api/invoices/${id}`)).toMatchObject({
      ...{ language: 'en', document: 'nlcius', buyer: { debtorNumber: '13001', costCentre: 'KP 410', peppolId: null } },
    });
  });

  it('follows the Dutch rules where the client asks for them, with an amount for each account', async () => {
    const organisationId = await workplace(
      ", kvk_number = '87654321', g_account_share_bp = 2500, invoice_document = 'nlcius'",
    );
    await finalised(await worker(organisationId), exampleWeek());
    const invoice = await invoiced(organisationId);
    const { payload: xml } = await test.app.inject({ url: `/api/invoices/${invoice.id}/ubl`, cookies: staff.cookies });
    expect(xml).toContain('#compliant#urn:fdc:nen.nl:nlcius:v1.0#conformant#urn:fdc:nen.nl:gaccount:v1.0<');
    const terms = [...xml.matchAll(/<cbc:PaymentMeansID>(\w+)<.*?<cbc:Amount currencyID="EUR">([\d.]+)</g)];
    expect(terms.map(([, account, amount]) => [account, amount])).toEqual([
      ['GACCOUNT', '451.16'],
      ['MAIN', '1353.48'],
    ]);
    await finalise([(await post(staff, `/api/invoices/${invoice.id}/credit`, { reason: 'Alles retour' })).body]);
    const [credit] = (await get(`/api/invoices?organisationId=${organisationId}&kind=credit`)).items;
    const note = await test.app.inject({ url: `/api/invoices/${credit.id}/ubl`, cookies: staff.cookies });
    expect(note.payload).toContain('#compliant#urn:fdc:nen.nl:nlcius:v1.0<');
    expect(note.payload).not.toContain('PaymentMeans');
  });

  it('is not there of a draft, nor where nobody finds the client by a number', async () => {
    const organisationId = await workplace();
    await finalised(await worker(organisationId), [line('N100', '2026-11-16', 60)]);
    await prepare(organisationId);
    const [draft] = await drafts(organisationId);
    expect((await get(`/api/invoices/${draft.id}/ubl`)).code).toBe('wrong-state');
    await finalise([draft]);
    expect((await get(`/api/invoices/${draft.id}/ubl`)).code).toBe('no-electronic-address');
  });
});

describe('numbers', () => {
  it('have no gap and none is given twice, however many make invoices final at once', async () => {
    const organisationIds: string[] = [];
    for (let n = 0; n < 6; n++) {
      const organisationId = await workplace();
      organisationIds.push(organisationId);
      await finalised(await worker(organisationId), [line('N100', '2026-11-16', 480)]);
    }
    const prepared = await Promise.all(organisationIds.flatMap((id) => [prepare(id), prepare(id)]));
    expect(prepared.reduce((sum, { drafts: n }) => sum + n, 0)).toBe(6);
    const all = (await Promise.all(organisationIds.map(drafts))).flat();
    const answers = await Promise.all([...all, ...all].map((draft) => finalise([draft], '2025-12-31')));
    expect(answers.flatMap(({ done }) => done)).toHaveLength(6);
    expect(answers.flatMap(({ refused }) => refused).map(({ code }) => code)).toEqual(Array(6).fill('already-final'));
    const numbers = answers.flatMap(({ done }) => done.map(({ number }: { number: string }) => number)).sort();
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6].map((n) => `2025-00000${n}`));
  });
});

describe('the date of an invoice', () => {
  it('is a year back at most, and a month ahead', async () => {
    const organisationId = await workplace();
    await finalised(await worker(organisationId), [line('N100', '2026-11-16', 60)]);
    await prepare(organisationId);
    const items = await drafts(organisationId);
    for (const [date, code] of [
      ['0001-01-01', 'too-small'],
      ['2025-11-01', 'too-small'],
      ['2027-01-05', 'too-large'],
      ['9999-12-31', 'too-large'],
    ] as const)
      expect(await finalise(items, date)).toMatchObject({ errors: [{ pointer: '/invoiceDate', code }] });
    expect((await finalise(items)).done).toHaveLength(1);
  });
});

describe('the form of numbers', () => {
  it('is the agency’s: with a sign before them, and a series of their own for credit notes', async () => {
    const admin = await signInNew(test, 'admin');
    const settings = await get('/api/settings/invoicing');
    const put = async (numbers: object) => {
      const { version } = await get('/api/settings/invoicing');
      return ask(test.app, admin, 'PUT', '/api/settings/invoicing', { ...settings, numbers, version });
    };
    expect((await put({ invoice: 'F', credit: 'C/', digits: 4 })).body.errors[0].pointer).toBe('/numbers/credit');
    expect((await put({ invoice: 'F', credit: 'C', digits: 4 })).status).toBe(200);
    const organisationId = await workplace();
    const at = await worker(organisationId);
    const credited = async (number: number, date: string) => {
      await finalised(at, [line('N100', date, 480)], number);
      await prepare(organisationId);
      const [invoice] = (await finalise(await drafts(organisationId), '2026-12-01')).done;
      const { body } = await post(staff, `/api/invoices/${invoice.id}/credit`, { reason: 'Terug' });
      return [invoice.number, (await finalise([body], '2026-12-01')).done[0].number];
    };
    expect(await credited(46, '2026-11-09')).toEqual(['F2026-0001', 'C2026-0001']);
    expect(await credited(47, '2026-11-16')).toEqual(['F2026-0002', 'C2026-0002']);
    expect((await put(settings.numbers)).status).toBe(200);
    const [invoice = '', credit = ''] = await credited(45, '2026-11-02');
    expect(invoice).toMatch(/^2026-\d{6}$/);
    expect(Number(credit.slice(5)) - Number(invoice.slice(5))).toBe(1);
  });
});

describe('a credit note', () => {
  it('takes back part of a line to the cent, then the rest, and no more', async () => {
    const organisationId = await workplace();
    await finalised(await worker(organisationId), exampleWeek());
    const invoice = await invoiced(organisationId);
    const overtime = invoice.lines.find(({ priceCents }: { priceCents: number }) => priceCents === 3780);
    const credit = (body: object) =>
      post(staff, `/api/invoices/${invoice.id}/credit`, { reason: 'Overwerk was een uur', ...body });
    const part = (await credit({ lines: [{ lineId: overtime.id, size: 30 }] })).body;
    expect(part).toMatchObject({ kind: 'credit', netCents: 1890, vatCents: 397, totalCents: 2287, gAccountCents: 0 });
    expect(part.creditsInvoice).toEqual({ id: invoice.id, number: invoice.number });
    await finalise([part]);
    expect((await credit({ lines: [{ lineId: overtime.id, size: 61 }] })).body.errors).toEqual([
      { pointer: '/lines/0/size', code: 'too-much' },
    ]);
    const rest = (await credit({ freesLines: true })).body;
    expect(rest.netCents).toBe(invoice.netCents - 1890);
    await finalise([rest]);
    expect((await credit({})).body.code).toBe('nothing-to-send');
    // What was taken back as a whole can be invoiced anew.
    const again = await get(`/api/invoices/ready?until=2026-11-30&organisationId=${organisationId}`);
    expect(again.items).toEqual([expect.objectContaining({ netCents: 149_144 })]);
  });

  it('is drafted once under its id, however often it is sent; another under that id is refused', async () => {
    const organisationId = await workplace();
    await finalised(await worker(organisationId), [line('N100', '2026-11-16', 480)]);
    const invoice = await invoiced(organisationId);
    const part = { id: newId(), reason: 'Terug', lines: [{ lineId: invoice.lines[0].id, size: 60 }] };
    const credit = (body: object) => post(staff, `/api/invoices/${invoice.id}/credit`, body);
    const answers = await Promise.all([credit(part), credit(part), credit(part)]);
    expect(answers.map(({ status, body }) => [status, body.id])).toEqual(Array(3).fill([201, part.id]));
    const rest = { id: newId(), reason: 'De rest' };
    for (const _again of [1, 2]) expect((await credit(rest)).body.id).toBe(rest.id);
    for (const other of [
      { ...part, reason: 'Anders' },
      { ...part, lines: [{ ...part.lines[0], size: 61 }] },
    ])
      expect((await credit(other)).body.errors).toEqual([{ pointer: '/id', code: 'already-sent' }]);
    expect((await get(`/api/invoices/${invoice.id}`)).creditedBy).toHaveLength(2);
  });

  it('takes nothing back twice, however many are drafted and made final at once', async () => {
    const organisationId = await workplace();
    await finalised(await worker(organisationId), [line('N100', '2026-11-16', 480)]);
    const invoice = await invoiced(organisationId);
    const ask = { reason: 'Niet gewerkt', lines: [{ lineId: invoice.lines[0].id, size: 300 }] };
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => post(staff, `/api/invoices/${invoice.id}/credit`, ask)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400, 400, 400, 400]);
    const rest = (await post(staff, `/api/invoices/${invoice.id}/credit`, { reason: 'De rest' })).body;
    expect(rest.netCents).toBe(invoice.netCents - 15_120);
    expect((await get(`/api/invoices/${invoice.id}`)).lines[0].creditedSize).toBe(480);
    const again = `INSERT INTO invoice_line (invoice_id, position, description, unit, size, price_cents, net_cents, vat_bp, credits_line_id)
      VALUES ('${rest.id}', 9, 'x', 'hours', 1, 0, 0, 0, '${invoice.lines[0].id}')`;
    await expect(test.db.query(rawSql(again))).rejects.toThrow('credited already');
    // One that is thrown away gives back what it held.
    await post(staff, `/api/invoices/${rest.id}/discard`, { version: 1 });
    expect((await get(`/api/invoices/${invoice.id}`)).lines[0].creditedSize).toBe(300);
  });

  it('takes back lines that were typed, and keeps them when its remark is changed', async () => {
    const organisationId = await workplace();
    await finalised(await worker(organisationId), [line('N100', '2026-11-16', 480)]);
    await prepare(organisationId);
    const [draft] = await drafts(organisationId);
    const freeLines = [{ description: 'Werkschoenen', size: 200, priceCents: 4995 }];
    const { body } = await ask(test.app, staff, 'PUT', `/api/invoices/${draft.id}`, { version: 1, freeLines });
    const { done } = await finalise([body]);
    const credit = (await post(staff, `/api/invoices/${done[0].id}/credit`, { reason: 'Alles retour' })).body;
    const changed = await ask(test.app, staff, 'PUT', `/api/invoices/${credit.id}`, { version: 1, remark: 'Excuses' });
    expect(changed.body).toMatchObject({ remark: 'Excuses', netCents: credit.netCents });
    expect(changed.body.lines).toHaveLength(2);
  });

  it('comes of hours that were corrected below nothing, and names their invoice', async () => {
    const organisationId = await workplace();
    const at = await worker(organisationId);
    const worksheet = await finalised(at, [line('N100', '2026-11-16', 480)]);
    const invoice = await invoiced(organisationId);
    await test.db.query(sql`UPDATE agency SET corrections_need_approval = false`);
    const correction = await post(staff, `/api/worksheets/${worksheet.id}/corrections`, {
      ...{ version: worksheet.version, reason: 'Was zeven uur', lines: [line('N100', '2026-11-16', 420)] },
    });
    const items = [{ id: correction.body.id, version: 1 }];
    expect((await post(staff, '/api/worksheets/finalise', { items })).body.done).toHaveLength(1);
    expect(await prepare(organisationId)).toEqual({ drafts: 1, leftOut: 0 });
    const [draft] = await drafts(organisationId);
    expect(draft).toMatchObject({ kind: 'credit', netCents: 3024 });
    expect((await get(`/api/invoices/${draft.id}`)).creditsInvoice.id).toBe(invoice.id);
    await test.db.query(sql`UPDATE agency SET corrections_need_approval = true`);
  });
});

describe('who sees an invoice', () => {
  it('is the office, and supervisors with the right at that client; drafts are the office’s', async () => {
    const organisationId = await workplace();
    await finalised(await worker(organisationId), [line('N100', '2026-11-16', 480)]);
    const invoice = await invoiced(organisationId);
    const credit = (await post(staff, `/api/invoices/${invoice.id}/credit`, { reason: 'Nog niet' })).body;
    const [withRight, without, elsewhere] = await Promise.all(
      [organisationId, organisationId, await createOrganisation(test.db)].map(async (id, n) => {
        const person = await createSupervisor(test.db, id);
        if (n !== 1)
          await test.db.query(
            sql`UPDATE supervisor_right SET may_see_invoices = true WHERE person_id = ${person.personId}::uuid`,
          );
        return signInAs(test.app, person);
      }),
    );
    if (!withRight || !without || !elsewhere) throw new Error('three supervisors');
    const [{ id: worksheetId }] = (await get(`/api/invoices/${invoice.id}/worksheets`)).items;
    const onWorksheet = async (client: Client) => (await get(`/api/worksheets/${worksheetId}`, client)).invoices;
    expect(await onWorksheet(withRight)).toEqual([{ id: invoice.id, number: invoice.number }]);
    expect(await onWorksheet(staff)).toEqual([{ id: invoice.id, number: invoice.number }]);
    expect(await onWorksheet(without)).toEqual([]);
    const list = async (client: Client) => (await get(`/api/invoices?q=${invoice.number}`, client)).items;
    expect(await list(withRight)).toHaveLength(1);
    expect((await get(`/api/invoices/${invoice.id}`, withRight)).creditedBy).toEqual([]);
    for (const client of [without, elsewhere]) {
      expect(await list(client)).toEqual([]);
      for (const part of ['', '/worksheets'])
        expect((await ask(test.app, client, 'GET', `/api/invoices/${invoice.id}${part}`)).status).toBe(404);
    }
    expect((await ask(test.app, withRight, 'GET', `/api/invoices/${credit.id}`)).status).toBe(404);
    const employee = await signInNew(test, 'employee');
    expect((await ask(test.app, employee, 'GET', '/api/invoices')).status).toBe(403);
  });
});

it('leaves a database in which every rule holds', async () => {
  expect(await findBrokenRules(test.db)).toEqual([]);
});
