import { beforeAll, describe, expect, it } from 'vitest';
import { prune } from '#api/features/accounts/prune.repository';
import { clearFiles } from '#api/kit/file-clearing';
import { sql } from '#api/kit/sql';
import { ask, type Client, sendFile, testApp } from '#api/test/build-app';
import { createOrganisation, createPerson, createPlacement, hourTypeId } from '#api/test/factories';
import { signInAs, signInNew, signInSupervisor } from '#api/test/sign-in-as';
import { findBrokenRules } from '../data-check/data-check.repository.ts';

const test = testApp();
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfz0AEYBxVSF+FABJADveWkH6oAAAAAElFTkSuQmCC',
  'base64',
);

let normal: string;
let hotel: string;
let parking: string;
let employee: Client;
let colleague: Client;
let supervisor: Client;
let elsewhere: Client;
let staff: Client;
let placementId: string;
let registeredId: string;
let week = 30;

beforeAll(async () => {
  const { app, db } = test;
  normal = await hourTypeId(db);
  const made = await db.query<{ id: string }>(sql`
    INSERT INTO hour_type (code, name_nl, name_en, kind, unit, bill_share_bp, pay_share_bp, is_worked, receipt, sort_order)
    VALUES ('HOTEL', 'Hotel', 'Hotel', 'other', 'euros', 0, 0, false, 'required', 90),
           ('PARK', 'Parkeren', 'Parking', 'other', 'euros', 0, 0, false, 'asked', 91) RETURNING id`);
  [hotel = '', parking = ''] = made.map(({ id }) => id);
  const organisationId = await createOrganisation(db);
  const person = await createPerson(db);
  employee = await signInAs(app, person);
  colleague = await signInNew(test, 'employee');
  supervisor = await signInSupervisor(test, organisationId, { mayRegister: true });
  elsewhere = await signInSupervisor(test, await createOrganisation(db));
  staff = await signInNew(test, 'staff');
  placementId = await createPlacement(db, person, organisationId);
  registeredId = await createPlacement(db, await createPerson(db), organisationId, { hoursBy: 'supervisor' });
});

const handIn = async (client: Client, content = png, name = 'bon.png') =>
  (
    await sendFile(test.app, client, '/api/files?purpose=receipt', {
      name,
      content: Buffer.concat([content, Buffer.from(name)]),
    })
  ).body;
const receiptOf = ({ id, name, sha256 }: { id: string; name: string; sha256: string }) => ({ id, name, sha256 });
const cost = (hourTypeId: string, receipt?: object) => ({
  ...{ hourTypeId, date: null as string | null, minutes: 0, quantity: 9900 },
  ...(receipt && { receipt }),
});
const monday = (number: number) =>
  new Date(Date.UTC(2025, 11, 29) + (number - 1) * 7 * 86_400_000).toISOString().slice(0, 10);
async function save(lines: object[], client = employee) {
  week += 1;
  const dated = lines.map((line) => ({ ...line, date: monday(week) }));
  return ask(test.app, client, 'POST', '/api/worksheets', { placementId, year: 2026, number: week, lines: dated });
}
const step = ({ id, version }: { id: string; version: number }, act: string, client = employee) =>
  ask(test.app, client, 'POST', `/api/worksheets/${id}/${act}`, { version });
const open = async (client: Client, id: string) => (await ask(test.app, client, 'GET', `/api/receipts/${id}`)).status;

describe('a receipt', () => {
  it('is handed in by anybody, as a picture or a PDF, and opened by nobody else', async () => {
    const file = await handIn(employee);
    expect(file).toMatchObject({ name: 'bon.png', mediaType: 'image/png' });
    expect((await handIn(supervisor, Buffer.from('%PDF-1.7\n'))).mediaType).toBe('application/pdf');
    expect(await handIn(employee, Buffer.from('Naam;Uren'))).toMatchObject({ errors: [{ code: 'file-type' }] });
    const logo = await sendFile(test.app, employee, '/api/files?purpose=logo', { name: 'x.png', content: png });
    expect(logo.status).toBe(403);
    expect(await open(employee, file.id)).toBe(200);
    for (const other of [colleague, supervisor, staff]) expect(await open(other, file.id)).toBe(404);
  });

  it('is of the draft of who fills it in; once sent, of who sees the worksheet and of nobody else', async () => {
    const file = await handIn(employee, png, 'hotel.png');
    const saved = (await save([cost(hotel, receiptOf(file))])).body;
    expect(saved.lines[0].receipt).toEqual(receiptOf(file));
    expect(await open(employee, file.id)).toBe(200);
    for (const other of [colleague, supervisor, elsewhere]) expect(await open(other, file.id)).toBe(404);
    const sent = (await step(saved, 'send')).body;
    expect(sent.submissions[0].lines[0].receipt).toEqual(receiptOf(file));
    for (const one of [employee, supervisor, staff]) expect(await open(one, file.id)).toBe(200);
    for (const other of [colleague, elsewhere]) expect(await open(other, file.id)).toBe(404);
    const answer = await test.app.inject({ url: `/api/receipts/${file.id}`, cookies: supervisor.cookies });
    expect(answer.headers['content-disposition']).toContain('inline');
    expect(answer.headers['content-security-policy']).toContain('sandbox');
    expect((await ask(test.app, supervisor, 'GET', `/api/worksheets/${saved.id}`)).body.lines[0].receipt).toEqual(
      receiptOf(file),
    );
  });

  it('stays with the version that it was sent with', async () => {
    const [first, second] = [await handIn(employee, png, 'een.png'), await handIn(employee, png, 'twee.png')];
    const sent = (await step((await save([cost(hotel, receiptOf(first))])).body, 'send')).body;
    const back = (await step(sent, 'withdraw')).body;
    const lines = [{ ...cost(hotel, receiptOf(second)), date: sent.lines[0].date }];
    const mended = await ask(test.app, employee, 'PUT', `/api/worksheets/${back.id}`, { version: back.version, lines });
    const again = (await step(mended.body, 'send')).body;
    expect(again.submissions.map((one: { lines: { receipt: object }[] }) => one.lines[0]?.receipt)).toEqual([
      receiptOf(first),
      receiptOf(second),
    ]);
    expect(await open(supervisor, first.id)).toBe(200);
    expect(again.submissions[0].sha256).not.toBe(again.submissions[1].sha256);
  });

  it('is needed to send what is not sent without, and stands out where it is asked', async () => {
    const lacking = (await save([cost(hotel)])).body;
    expect((await step(lacking, 'send')).body.errors).toEqual([
      { pointer: '/lines/0/receipt', code: 'receipt-missing' },
    ]);
    const asked = (await step((await save([cost(parking)])).body, 'send')).body;
    expect((await ask(test.app, supervisor, 'GET', `/api/worksheets/${asked.id}`)).body.standsOut).toContain(
      'no-receipt',
    );
    const { items } = (await ask(test.app, supervisor, 'GET', '/api/worksheets?phase=to-approve&limit=100')).body;
    const marked = items.filter(({ standsOut }: { standsOut: string[] }) => standsOut.includes('no-receipt'));
    expect(marked.map(({ id }: { id: string }) => id)).toEqual([asked.id]);
  });

  it('is not somebody else’s, and not one that is gone', async () => {
    const file = await handIn(colleague);
    const wrong = { status: 400, body: { errors: [{ pointer: '/lines/1/receipt', code: 'receipt-gone' }] } };
    const hours = { hourTypeId: normal, date: null, minutes: 60 };
    expect(await save([hours, cost(hotel, receiptOf(file))])).toMatchObject(wrong);
    const gone = { ...receiptOf(file), id: '019ad0c4-0000-7000-8000-000000000000' };
    expect(await save([hours, cost(hotel, gone)])).toMatchObject(wrong);
  });

  it('is kept where somebody else takes the hours over, under the name that it was handed in with', async () => {
    const file = await handIn(employee, png, 'echt.png');
    const { id, version, lines } = (await save([cost(hotel, receiptOf(file))])).body;
    const renamed = lines.map(({ number: _, ...line }: { number: number }) => ({
      ...line,
      receipt: { ...receiptOf(file), name: 'anders.png', sha256: 'ff' },
    }));
    const taken = await ask(test.app, staff, 'PUT', `/api/worksheets/${id}`, { version, lines: renamed });
    expect(taken.body.lines[0].receipt).toEqual(receiptOf(file));
  });

  it('goes along with registered hours, which are not sent without either', async () => {
    const file = await handIn(supervisor);
    const register = (act: string, line: object) =>
      ask(test.app, supervisor, 'POST', `/api/registration/${act}`, {
        ...{ periodType: 'week', year: 2026, period: 47 },
        rows: [{ placementId: registeredId, lines: [line] }],
      });
    const refused = (await register('send', cost(hotel))).body.refused;
    expect(refused).toMatchObject([
      { code: 'invalid-input', errors: [{ pointer: '/lines/0/receipt', code: 'receipt-missing' }] },
    ]);
    const { done } = (await register('send', cost(hotel, receiptOf(file)))).body;
    expect(done).toHaveLength(1);
    expect(await open(staff, file.id)).toBe(200);
    const { rows } = (await ask(test.app, supervisor, 'GET', '/api/registration?periodType=week&year=2026&period=47'))
      .body;
    expect(
      rows.flatMap((row: { worksheet: { lines: { receipt: object }[] } | null }) => row.worksheet?.lines ?? []),
    ).toMatchObject([{ receipt: receiptOf(file) }]);
  });

  it('goes after a fortnight when it is on no line', async () => {
    const [unused, used] = [await handIn(employee, png, 'weg.png'), await handIn(employee, png, 'blijft.png')];
    await save([cost(hotel, receiptOf(used))]);
    await test.db.query(
      sql`UPDATE stored_file SET created_at = now() - interval '15 days' WHERE id = ANY(${[unused.id, used.id]}::uuid[])`,
    );
    await prune(test.db);
    expect(await open(employee, unused.id)).toBe(404);
    expect(await open(employee, used.id)).toBe(200);
  });

  it('is in the file of who handed it in, and goes with them when they never worked', async () => {
    const person = await createPerson(test.db);
    const theirs = await signInAs(test.app, person);
    const file = await handIn(theirs, png, 'eigen.png');
    const url = `/api/people/${person.personId}`;
    const answer = await test.app.inject({ url: `${url}/personal-data/file`, cookies: staff.cookies });
    expect(JSON.parse(answer.body).receipts).toMatchObject([{ name: 'eigen.png', sha256: file.sha256 }]);
    const admin = await signInNew(test, 'admin');
    expect((await ask(test.app, admin, 'POST', `${url}/erase`, { version: 1 })).status).toBe(204);
    await clearFiles(test.db);
    const kept = await test.db.query(sql`
      SELECT id FROM stored_file WHERE id = ${file.id}::uuid UNION ALL SELECT NULL FROM file_content WHERE sha256 = ${file.sha256}`);
    expect(kept).toEqual([]);
  });

  it('is in every seal that names it, and never taken out of one', async () => {
    expect(await findBrokenRules(test.db)).toEqual([]);
    await expect(test.db.query(sql`DELETE FROM submission_receipt`)).rejects.toThrow('append-only');
  });
});
