import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { ImportRun } from '@konnekt/shared/imports/import.contract';
import { textOf } from '@konnekt/shared/imports/import-cells';
import { beforeAll, describe, expect, it } from 'vitest';
import { sheetFile } from '#api/kit/sheet-file';
import { sql } from '#api/kit/sql';
import { ask, type Client, sendFile, testApp } from '#api/test/build-app';
import { createOrganisation, createPerson, createPlacement, createSupervisor, hourTypeId } from '#api/test/factories';
import { importing } from '#api/test/import-files';
import { saveHours, sendHours } from '#api/test/send-hours';
import { signInAs, signInNew } from '#api/test/sign-in-as';
import { planEmployees } from './import-employees.ts';
import { writeCsv, writeXlsx } from './import-file.ts';
import { ChangedMeanwhile } from './import-plan.ts';
import { readSheet } from './sheet/read-sheet.ts';

const test = testApp();
let staff: Client;
beforeAll(async () => {
  staff = await signInNew(test, 'staff');
});

const { handIn, untilDone, press, apply, importFile, exported } = importing(test, () => staff);
const notes = ({ result }: ImportRun) => result?.notes.map(({ row, column, code }) => [row, column, code]);
const codes = ({ result }: ImportRun) => result?.errors.map(({ row, column, code }) => [row, column, code]);
async function count(): Promise<number> {
  const [row] = await test.db.query<{ n: number }>(sql`
    SELECT ((SELECT count(*) FROM person) + (SELECT count(*) FROM organisation) + (SELECT count(*) FROM placement)
      + (SELECT count(*) FROM supervisor_right) + (SELECT count(*) FROM account))::int AS n`);
  return row?.n ?? 0;
}

describe('an import', () => {
  const employees = 'Personeelsnummer;Voornaam;Tussenvoegsel;Achternaam;E-mail;Geboortedatum\n';

  it('says what it would do and does nothing, until it is applied; the same file again changes nothing', async () => {
    const before = await count();
    const file = `${employees}A1;Anna;de;Vries;anna.import@flex.example;21-11-1990\nA2;Bram;;Bakker;;\n`;
    const checked = await handIn('employees', file);
    expect(checked).toMatchObject({ status: 'checked', rowCount: 2, result: { creates: 2, changes: 0, same: 0 } });
    expect(await count()).toBe(before);

    expect(await apply(checked.id)).toMatchObject({ status: 'applied', doneCount: 2 });
    expect(await count()).toBe(before + 3);
    expect(await importFile('employees', file)).toMatchObject({ result: { creates: 0, changes: 0, same: 2 } });
    expect(await count()).toBe(before + 3);
  });

  it('takes what nobody sees for nothing: it finds the same person, and refuses one without a name', async () => {
    await importFile('employees', `${employees}10003;Sanne;;Bakker;;\n`);
    const same = await handIn('employees', `${employees}10003\u200b;Sanne;;Bakker;;\n`);
    expect(same.result).toMatchObject({ creates: 0, changes: 0, same: 1 });
    const nobody = await handIn(
      'employees',
      `${employees}H5K9;\u200b;;\u200b;;\nH5F1;"Anna\nMaria";;"Van den\r\nBerg";;\n`,
    );
    expect(codes(nobody)).toEqual([
      [2, 'firstName', 'required'],
      [2, 'lastName', 'required'],
      [3, 'firstName', 'line-break'],
      [3, 'lastName', 'line-break'],
    ]);
  });

  it('finds people, placements and budget numbers in any case and width', async () => {
    const organisationId = await createOrganisation(test.db);
    await test.db.query(sql`UPDATE organisation SET number = 'Org-K' WHERE id = ${organisationId}::uuid`);
    await test.db.query(
      sql`INSERT INTO budget_number (organisation_id, number) VALUES (${organisationId}::uuid, 'KPL-7')`,
    );
    await importFile('employees', `${employees}H9A1;Groot;;Kapitaal;;\n`);
    const heading = 'Nummer;Personeelsnummer;Organisatienummer;Functie;Van;Uren per week;Budgetnummer\n';
    await importFile('placements', `${heading}H8P;ｈ9a1;ORG-k;Monteur;1-1-2026;36;kpl-７\n`);
    const again = await handIn('placements', `${heading}h8p;H9A1;org-k;Monteur;1-1-2026;36;KPL-7\n`);
    expect(again.result).toMatchObject({ errors: [], creates: 0, changes: 0, same: 1 });
    const [stored] = await test.db.query<{ budgetNumber: string }>(sql`
      SELECT budget_number AS "budgetNumber" FROM placement WHERE number = 'H8P'`);
    expect(stored?.budgetNumber).toBe('KPL-7');
  });

  it('changes what differs, and tells the audit log who did', async () => {
    await importFile('employees', `${employees}B1;Anna;de;Vries;;\n`);
    const changed = await importFile('employees', `${employees}b1;Anna;(leeg);Berg;b1@flex.example;1990-01-02\n`);
    expect(changed.result).toMatchObject({ creates: 0, changes: 1 });
    expect(changed.result?.sample[0]?.fields).toEqual({
      prefix: ['de', null],
      lastName: ['Vries', 'Berg'],
      email: [null, 'b1@flex.example'],
      birthDate: [null, '1990-01-02'],
    });
    const [event] = await test.db.query<{ changes: object; role: string }>(sql`
      SELECT changes, actor_role AS role FROM audit_event WHERE subject_type = 'person' AND action = 'change' ORDER BY id DESC LIMIT 1`);
    expect(event).toMatchObject({ role: 'staff', changes: { last_name: ['Vries', 'Berg'] } });
  });

  it('that corrects an address ends the link that was mailed to the one before', async () => {
    await importFile('employees', `${employees}L1;Lies;;Bos;lies.fout@flex.example;\n`);
    const [account] = await test.db.query<{ id: string }>(
      sql`SELECT id FROM account WHERE email = 'lies.fout@flex.example'`,
    );
    expect((await ask(test.app, staff, 'POST', `/api/accounts/${account?.id}/invite`)).body.link.isAlive).toBe(true);
    await importFile('employees', `${employees}L1;Lies;;Bos;lies.goed@flex.example;\n`);
    const { body } = await ask(test.app, staff, 'GET', `/api/accounts/${account?.id}`);
    expect([body.email, body.link.isAlive]).toEqual(['lies.goed@flex.example', false]);
  });

  it('leaves what a colleague logs in with as it is', async () => {
    const admin = await createPerson(test.db, { role: 'admin', isEmployee: true });
    const number = (await ask(test.app, staff, 'GET', `/api/employees/${admin.employeeId}`)).body.personnelNumber;
    const stolen = await handIn('employees', `${employees}${number};Anna;de;Baas;van.mij@flex.example;\n`);
    expect(codes(stolen)).toEqual([[2, 'email', 'office-account']]);
    const renamed = await importFile('employees', `${employees}${number};Anna;de;Baas;${admin.email};\n`);
    expect(renamed).toMatchObject({ status: 'applied', result: { changes: 1 } });
  });

  it('of a wrong file changes nothing and names every row', async () => {
    const before = await count();
    await createPerson(test.db, {});
    const owner = await createPerson(test.db, { role: 'employee' });
    const after = await count();
    const run = await handIn(
      'employees',
      `${employees}C1;Anna;;Vries;${owner.email};\nC2;;;Bakker;x;\nC3;=1+1;;@x;;\nc1;Bea;;Berg;;\n`,
    );
    expect(run.status).toBe('refused');
    expect(codes(run)).toEqual([
      [2, 'email', 'email-taken'],
      [3, 'firstName', 'required'],
      [3, 'email', 'not-an-email'],
      [4, 'firstName', 'formula'],
      [4, 'lastName', 'formula'],
      [5, 'personnelNumber', 'doubled-key'],
    ]);
    expect((await press(run.id)).status).toBe(409);
    expect(await count()).toBe(after);
    expect(after).toBeGreaterThan(before);
  });

  it('of a broken file says what is wrong with it', async () => {
    const halves = Buffer.concat([Buffer.from(`${employees}D1;Zo`), Buffer.from([0x81]), Buffer.from(';;Vries;;\n')]);
    expect(codes(await handIn('employees', halves))).toEqual([[0, null, 'wrong-encoding']]);
    const old = Buffer.from('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1', 'latin1');
    expect(codes(await handIn('employees', old, 'oud.xls'))).toEqual([[0, null, 'old-excel']]);
    const quote = `${employees}D3;Goed;;Rij;;\nD4;"Jantje" Jan;;Bakker;;\n`;
    expect(codes(await handIn('employees', quote))).toEqual([[3, null, 'bad-quote']]);
    expect(codes(await handIn('employees', Buffer.from('PK\u0003\u0004 nothing', 'latin1')))).toEqual([
      [0, null, 'not-readable'],
    ]);
    expect(codes(await handIn('employees', employees))).toEqual([[0, null, 'no-rows']]);
    expect(codes(await handIn('employees', 'x'))?.length).toBe(3);
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`${employees}D2;Zoë;;Vries;;\n`, 'utf16le')]);
    expect((await handIn('employees', utf16)).status).toBe('checked');
  });

  it('of more than a hundred thousand rows is refused', async () => {
    const rows = Array.from({ length: 100_001 }, (_, n) => `E${n};Anna;;Vries;;`).join('\n');
    expect(codes(await handIn('employees', `${employees}${rows}`))).toEqual([[0, null, 'too-many-rows']]);
  });

  it('writes ten thousand rows altogether', async () => {
    const rows = Array.from({ length: 10_000 }, (_, n) => `F${n};Anna;;Vries ${n};f${n}@flex.example;`).join('\n');
    const before = await count();
    expect(await importFile('employees', `${employees}${rows}`)).toMatchObject({
      status: 'applied',
      doneCount: 10_000,
    });
    expect(await count()).toBe(before + 20_000);
  });

  it('is shown anew when what it would do is no longer what was shown, and undoes nothing that a colleague did', async () => {
    await importFile(
      'employees',
      'Personeelsnummer;Voornaam;Achternaam;Telefoon;Plaats\nM1;Anna;Vries;06 11111111;Urk\n',
    );
    const file = 'Personeelsnummer;Voornaam;Achternaam;Telefoon;Plaats\nM1;Anna;Vries;06 11111111;Breda\n';
    const checked = await handIn('employees', file);
    expect(checked.result?.sample.map(({ fields }) => fields)).toEqual([{ city: ['Urk', 'Breda'] }]);
    await test.db.query(
      sql`UPDATE person SET phone = '06 99999999' WHERE id = (SELECT person_id FROM employee WHERE personnel_number = 'M1')`,
    );
    const again = await apply(checked.id);
    expect([again.status, notes(again)]).toEqual(['checked', [[0, null, 'changed-meanwhile']]]);
    expect(again.result?.sample.map(({ fields }) => fields)).toEqual([
      { phone: ['06 99999999', '06 11111111'], city: ['Urk', 'Breda'] },
    ]);
    expect((await apply(checked.id)).status).toBe('applied');
  });

  it('shows what a new record starts from without a word of the file: a right to approve, a term, how invoices go', async () => {
    const client = await handIn('organisations', 'Nummer;Naam;Plaats\nS-1;Starter BV;Urk\n');
    expect(client.result?.sample[0]?.fields).toMatchObject({
      ...{ name: [null, 'Starter BV'], paymentTermDays: [null, 30], invoiceEvery: [null, 'week'] },
      ...{ country: [null, 'NL'], hoursBy: [null, 'employee'] },
    });
    expect((await apply(client.id)).status).toBe('applied');
    const right = await handIn(
      'supervisors',
      'E-mail;Voornaam;Achternaam;Organisatienummer;Van\nstarter@client.example;Sta;Rter;S-1;1-1-2026\n',
    );
    expect(right.result?.sample[0]?.fields).toMatchObject({ mayApprove: [null, true], language: [null, 'nl'] });
    expect(right.result?.sample[0]?.fields).not.toHaveProperty('personId');
    expect(right.result?.sample[0]?.fields).not.toHaveProperty('mayRegister');
  });

  it('gives the right to approve to whom the file names no right: where it names another, that alone', async () => {
    await importFile('organisations', 'Nummer;Naam;Plaats\nREC-1;Recht Alleen BV;Urk\n');
    const heading = 'E-mail;Voornaam;Achternaam;Organisatienummer;Goedkeuren;Uren registreren;Facturen;Van\n';
    const row = (name: string, rights: string) => `${name}@recht.example;Re;Cht${name};REC-1;${rights};1-1-2026\n`;
    const file = `${heading}${row('a', ';;x')}${row('b', ';nee;')}${row('c', 'x;x;')}`;
    const run = await handIn('supervisors', file);
    const shown = run.result?.sample.map(({ fields }) => [
      fields.mayApprove,
      fields.mayRegister,
      fields.maySeeInvoices,
    ]);
    expect(shown).toEqual([
      [undefined, undefined, [null, true]],
      [[null, true], [null, false], undefined],
      [[null, true], [null, true], undefined],
    ]);
    await apply(run.id);
    const stored = await test.db.query(sql`
      SELECT r.may_approve AS a, r.may_register AS r, r.may_see_invoices AS i FROM supervisor_right r JOIN account a ON a.person_id = r.person_id
       WHERE a.email LIKE '%@recht.example' ORDER BY a.email`);
    expect(stored).toEqual([
      { a: false, r: false, i: true },
      { a: true, r: false, i: false },
      { a: true, r: true, i: false },
    ]);
    expect(await handIn('supervisors', file)).toMatchObject({ result: { same: 3 } });
    const none = await handIn('supervisors', `${heading}${row('d', 'nee;;')}`);
    expect(codes(none)).toEqual([[2, 'mayApprove', 'no-right']]);
  });

  it('says of a new supervisor, too, that somebody has the name already: stored, here, or in another part', async () => {
    await importFile('organisations', 'Nummer;Naam;Plaats\nK-1;Kent Iedereen BV;Urk\n');
    await importFile('employees', 'Personeelsnummer;Voornaam;Achternaam\nKN1;Nul;Nullen\n');
    const right = (email: string, name: string) => `${email};${name};K-1;1-1-2026;ja\n`;
    const heading = 'E-mail;Voornaam;Achternaam;Organisatienummer;Van;Goedkeuren\n';
    const file = [right('nul@client.example', 'Nul;Nullen'), right('een@client.example', 'Een;Eender')];
    const read = await handIn('supervisors', heading + file.join('') + right('twee@client.example', 'Een;Eender'));
    expect(read.result?.notes.map(({ row, code, value }) => [row, code, value])).toEqual([
      [2, 'name-known', 'KN1'],
      [4, 'name-known', 'een@client.example'],
    ]);
    expect((await apply(read.id)).status).toBe('applied');
    const same = await handIn('employees', 'Personeelsnummer;Voornaam;Achternaam\nKN2;Een;Eender\n');
    expect(notes(same)).toEqual([[2, 'lastName', 'name-known']]);
  });

  it('shows anew what came to be worth a look since it was checked', async () => {
    const heading = 'Personeelsnummer;Voornaam;Achternaam;Geboortedatum\n';
    const [one, other] = [
      await handIn('employees', `${heading}TW1;Tweede;Keer;1-2-1990\n`),
      await handIn('employees', `${heading}TW2;Tweede;Keer;1-2-1990\n`),
    ];
    expect([notes(one), notes(other)]).toEqual([[], []]);
    expect((await apply(one.id)).status).toBe('applied');
    const shown = await apply(other.id);
    expect([shown.status, notes(shown)]).toEqual([
      'checked',
      [
        [0, null, 'changed-meanwhile'],
        [2, 'lastName', 'same-name'],
      ],
    ]);
    expect((await apply(other.id)).status).toBe('applied');
  });

  it('answers with no more of a cell than says which it is', async () => {
    const long = 'x'.repeat(30_000);
    const rows = Array.from({ length: 400 }, (_, at) => `LG${at};${long};Lang\n`).join('');
    const { result } = await handIn('employees', `Personeelsnummer;Voornaam;Achternaam\n${rows}`);
    expect(result?.errorCount).toBe(400);
    expect(JSON.stringify(result).length).toBeLessThan(200_000);
  });

  it('writes of an account only what the file says otherwise: who chose another language meanwhile keeps it', async () => {
    await importFile('employees', 'Personeelsnummer;Voornaam;Achternaam;E-mail\nL1;Lena;Taal;lena.taal@flex.example\n');
    const languageOf = async () => {
      const [found] = await test.db.query<{ language: string }>(
        sql`SELECT language FROM account WHERE email = 'lena.taal@flex.example'`,
      );
      return found?.language;
    };
    const values = { personnelNumber: 'L1', firstName: 'Lena', lastName: 'Taal' };
    const write = (more: Record<string, string>) =>
      test.db.transaction(null, async (tx) => {
        const plan = await planEmployees(tx, [{ row: 2, values: { ...values, ...more } }], '2026-11-21');
        await test.db.query(sql`UPDATE account SET language = 'en' WHERE email = 'lena.taal@flex.example'`);
        await plan.write(tx, () => {}, null);
      });
    await write({ city: 'Urk' });
    expect(await languageOf()).toBe('en');
    await test.db.query(sql`UPDATE account SET language = 'nl' WHERE email = 'lena.taal@flex.example'`);
    await expect(write({ language: 'en' })).rejects.toThrow(ChangedMeanwhile);
  });

  it('says what is worth a look: letters of Windows, prefixes in names, namesakes, the same placement twice', async () => {
    const windows = Buffer.from(`${employees}N1;Zoë;;van der Berg;;\n`, 'latin1');
    const read = await handIn('employees', windows);
    expect(read.result?.notes).toEqual([
      { row: 0, column: null, code: 'windows-letters', value: 'Zoë' },
      { row: 2, column: 'lastName', code: 'prefix-in-last-name', value: 'van der Berg' },
    ]);
    expect((await apply(read.id)).status).toBe('applied');
    const twin = await handIn(
      'employees',
      `${employees}N2;zoe;van der;Berg;;\nN3;Pia;;Uniek;;1-2-1990\nN4;Pia;;Uniek;;2-2-1990\n`,
    );
    expect(notes(twin)).toEqual([[2, 'lastName', 'same-name']]);
    // A language is one of an account: nobody is told of one that would not be stored.
    const spoken = await handIn(
      'employees',
      'Personeelsnummer;Voornaam;Achternaam;E-mail;Taal\nN5;Ola;Nowak;;en\nN6;Bo;Nowak;;nl\nN7;Una;Nowak;una@flex.example;en\nN1;Zoë;van der Berg;;en\n',
    );
    expect(spoken.result?.notes.filter(({ code }) => code === 'language-needs-email')).toEqual([
      { row: 2, column: 'language', code: 'language-needs-email', value: 'en' },
      { row: 5, column: 'language', code: 'language-needs-email', value: 'en' },
    ]);
    expect(spoken.result?.sample.map(({ row, fields }) => [row, fields.language])).toEqual([
      [2, undefined],
      [3, undefined],
      [4, [null, 'en']],
    ]);

    await importFile('organisations', 'Nummer;Naam;Plaats\nN-1;Dubbel BV;Urk\n');
    const heading = 'Nummer;Personeelsnummer;Organisatienummer;Functie;Van;Tot en met;Uren per week\n';
    const rows = ['N1;1-1-2026;31-1-2026', 'N2;1-2-2026;', 'N3;1-3-2026;'].map((row) => row.split(';'));
    const placed = rows.map(([number, from, until]) => `${number};N1;N-1;Lasser;${from};${until};36`);
    expect(notes(await handIn('placements', `${heading}${placed.join('\n')}\n`))).toEqual([
      [4, 'number', 'same-placement'],
    ]);
    // Nor is it only new ones that may come to run beside another.
    await importFile('placements', `${heading}${placed[0]}\n`);
    await importFile('placements', `${heading}${placed[1]}\n`);
    const longer = placed[0]?.replace('31-1-2026', '28-2-2026');
    expect(notes(await handIn('placements', `${heading}${longer}\n`))).toEqual([[2, 'number', 'same-placement']]);
    const apart = placed[1]?.replace('1-2-2026', '1-3-2026');
    expect(notes(await handIn('placements', `${heading}${longer}\n${apart}\n`))).toEqual([]);
  });

  it('takes an export with names that begin as a formula does, and refuses a formula', async () => {
    for (const name of ['@Work & Zn.', '+31 Media BV', '-Min BV', '=Gelijk BV'])
      await createOrganisation(test.db, name);
    for (const format of ['csv', 'xlsx']) {
      const file = await test.app.inject({
        url: `/api/exports/organisations?format=${format}`,
        cookies: staff.cookies,
      });
      const run = await handIn('organisations', file.rawPayload, `x.${format}`);
      expect(run, format).toMatchObject({ status: 'checked', result: { creates: 0, changes: 0, errors: [] } });
    }
  });

  it('pressed twice is written once', async () => {
    const { id } = await handIn('employees', `${employees}G1;Anna;;Vries;;\n`);
    const pressed = await Promise.all([press(id), press(id), press(id)]);
    expect(pressed.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
    expect((await untilDone(id)).status).toBe('applied');
  });

  it('is one of a file, and each press has its answer, however many there are at the same moment', async () => {
    const { body: file } = await sendFile(test.app, staff, '/api/files?purpose=import', {
      name: 'file.csv',
      content: `${employees}G2;Anna;;Vries;;\n`,
    });
    const many = <T>(act: () => Promise<T>) => Promise.all(Array.from({ length: 15 }, act));
    const made = await many(() => ask(test.app, staff, 'POST', '/api/imports', { kind: 'employees', fileId: file.id }));
    const [{ id } = { id: '' }] = made.map(({ body }) => body);
    expect(made.map(({ status, body }) => [status, body.id])).toEqual(Array(15).fill([201, id]));
    await untilDone(id);
    const pressed = await many(() => press(id));
    expect(pressed.map(({ status }) => status).toSorted()).toEqual([200, ...Array(14).fill(409)]);
    expect((await untilDone(id)).status).toBe('applied');
  });

  it('is refused whole when somebody was first with a row of it', async () => {
    const file = (number: string) => `${employees}${number};Anna;;Vries;first@flex.example;\n`;
    const [first, second] = [await handIn('employees', file('H1')), await handIn('employees', file('H2'))];
    expect((await apply(first.id)).status).toBe('applied');
    const refused = await apply(second.id);
    expect([refused.status, codes(refused)]).toEqual(['refused', [[2, 'email', 'email-taken']]]);
  });
});

describe('importing', () => {
  it('organisations asks for a btw-id where VAT is reverse-charged, and a name of one’s own', async () => {
    await createOrganisation(test.db, 'Bestaand BV');
    const run = await handIn(
      'organisations',
      'Nummer;Naam;Plaats;Btw verlegd;Btw-id\nO1;Bestaand BV;Urk;nee;\nO2;Bouw BV;Urk;ja;\nO3;Bouw BV;Urk;ja;NL123456789B01\n',
    );
    expect(codes(run)).toEqual([
      [2, 'name', 'name-taken'],
      [3, 'vatNumber', 'needs-vat-number'],
      [4, 'name', 'name-taken'],
    ]);
  });

  it('supervisors refuses more rights at a client than it may have', async () => {
    await importFile('organisations', 'Nummer;Naam;Plaats\nV-1;Vol BV;Urk\n');
    const rows = Array.from({ length: 501 }, (_, n) => `vol-${n}@zorg.example;Vo;L${n};V-1;1-1-2026`);
    const run = await handIn('supervisors', `E-mail;Voornaam;Achternaam;Organisatienummer;Van\n${rows.join('\n')}\n`);
    expect(codes(run)).toEqual([[502, 'organisationNumber', 'list-full']]);
  });

  it('employees tells of a namesake by name and birth date, of which there may be thousands', async () => {
    const row = (n: number, born: string) => `NM${n};Jan;Naamgenoot;${born}`;
    const rows = [row(1, '1-2-1990'), row(2, '2-2-1990'), row(3, '1-2-1990'), row(4, ''), row(5, '3-2-1990')];
    const run = await handIn('employees', `Personeelsnummer;Voornaam;Achternaam;Geboortedatum\n${rows.join('\n')}\n`);
    // Another birth date is another person; none may be anybody's.
    expect(run.result?.notes.map(({ row, value }) => [row, value])).toEqual([
      [4, 'NM1'],
      [5, 'NM1'],
      [6, 'NM4'],
    ]);
  });

  it('gives on what another row of the file lets go of: a name, and the end of a right', async () => {
    const heading = 'Nummer;Naam;Plaats\n';
    await importFile('organisations', `${heading}W-1;Noord BV;Urk\nW-2;Zuid BV;Urk\nW-3;West BV;Urk\n`);
    const swapped = `${heading}W-4;West BV;Urk\nW-1;Zuid BV;Urk\nW-2;Noord BV;Urk\nW-3;Oost BV;Urk\n`;
    expect(await importFile('organisations', swapped)).toMatchObject({
      status: 'applied',
      result: { creates: 1, changes: 3 },
    });
    expect(
      await test.db.query(sql`SELECT number, name FROM organisation WHERE number LIKE 'W-%' ORDER BY number`),
    ).toEqual([
      { number: 'W-1', name: 'Zuid BV' },
      { number: 'W-2', name: 'Noord BV' },
      { number: 'W-3', name: 'Oost BV' },
      { number: 'W-4', name: 'West BV' },
    ]);
    const rights = 'E-mail;Voornaam;Achternaam;Organisatienummer;Van;Tot en met\n';
    await importFile('supervisors', `${rights}w@zorg.example;Wim;Hof;W-1;1-1-2030;\n`);
    const split = `${rights}w@zorg.example;Wim;Hof;W-1;1-7-2030;\nw@zorg.example;Wim;Hof;W-1;1-1-2030;30-6-2030\n`;
    expect(await importFile('supervisors', split)).toMatchObject({
      status: 'applied',
      result: { creates: 1, changes: 1 },
    });
  });

  it('placements finds employee and organisation by number, and never leaves hours outside', async () => {
    await importFile('organisations', 'Nummer;Naam;Plaats;Periode\nP-1;Haven BV;Rotterdam;vier weken\n');
    await importFile('employees', 'Personeelsnummer;Voornaam;Achternaam\nP-9;Anna;Vries\n');
    const heading = 'Nummer;Personeelsnummer;Organisatienummer;Functie;Van;Tot en met;Uren per week\n';
    const wrong = await handIn(
      'placements',
      `${heading}1;nobody;P-1;Kraan;1-1-2026;;40\n2;P-9;nowhere;Kraan;1-1-2026;31-12-2025;40\n`,
    );
    expect(codes(wrong)).toEqual([
      [2, 'personnelNumber', 'unknown-employee'],
      [3, 'organisationNumber', 'unknown-organisation'],
      [3, 'endsOn', 'before-start'],
    ]);
    // A row that is wrong otherwise says that, too: all of it is seen at once.
    const both = await handIn('placements', `${heading}1;nobody;nowhere;Kraan;31-2-2026;;40\n`);
    expect(codes(both)).toEqual([
      [2, 'startsOn', 'not-a-day'],
      [2, 'organisationNumber', 'unknown-organisation'],
      [2, 'personnelNumber', 'unknown-employee'],
    ]);
    // What the client has is shown: when that changes meanwhile, it is shown anew.
    const asClient = await handIn('placements', `${heading}K0;p-9;p-1;Kraan;1-1-2026;;37,5\n`);
    expect(asClient.result?.sample[0]?.fields).toMatchObject({
      periodType: [null, 'four-weeks'],
      hoursBy: [null, 'employee'],
      entryMode: [null, 'totals'],
    });
    await test.db.query(sql`UPDATE organisation SET entry_mode = 'times' WHERE number = 'P-1'`);
    expect(notes(await apply(asClient.id))).toEqual([[0, null, 'changed-meanwhile']]);
    await importFile('placements', `${heading}K1;p-9;p-1;Kraan;1-1-2026;;37,5\n`);
    const [made] = await test.db.query<{ minutes: number; type: string }>(
      sql`SELECT planned_minutes AS minutes, period_type AS type FROM placement WHERE number = 'K1'`,
    );
    expect(made).toEqual({ minutes: 2250, type: 'four-weeks' });

    const person = await createPerson(test.db, {});
    const placementId = await createPlacement(test.db, person, await createOrganisation(test.db));
    const client = await signInAs(test.app, person);
    const lines = [{ hourTypeId: await hourTypeId(test.db), date: '2026-11-10', minutes: 480 }];
    await sendHours(test, client, placementId, { number: 46, lines });
    const { rawPayload } = await test.app.inject({ url: '/api/exports/placements', cookies: staff.cookies });
    const [number] = await test.db.query<{ number: string }>(
      sql`SELECT number FROM placement WHERE id = ${placementId}::uuid`,
    );
    const line = rawPayload
      .toString()
      .split('\r\n')
      .find((text) => text.startsWith(`${number?.number};`));
    const fields = line?.split(';') ?? [];
    fields[5] = '2026-11-09';
    const ended = await handIn('placements', `${rawPayload.toString().split('\r\n')[0]}\n${fields.join(';')}\n`);
    expect(codes(ended)).toEqual([[2, 'endsOn', 'hours-outside']]);
  });

  it('supervisors gives rights that do not overlap, to supervisors alone', async () => {
    await importFile('organisations', 'Nummer;Naam;Plaats\nS-1;Zorg BV;Breda\n');
    const employee = await createPerson(test.db, { role: 'employee' });
    const heading = 'E-mail;Voornaam;Achternaam;Organisatienummer;Goedkeuren;Van;Tot en met\n';
    const run = await handIn(
      'supervisors',
      `${heading}${employee.email};Anna;Vries;S-1;ja;1-1-2026;\nk@zorg.example;Kim;Berg;S-1;ja;1-1-2026;31-12-2026\nk@zorg.example;Kim;Berk;S-1;ja;1-12-2026;\nm@zorg.example;Mo;Aziz;S-1;nee;1-1-2026;\n`,
    );
    expect(codes(run)).toEqual([
      [2, 'email', 'other-role'],
      [4, 'lastName', 'differs-from-row'],
      [4, 'validFrom', 'overlaps'],
      [5, 'mayApprove', 'no-right'],
    ]);
    // Of whom is known already it is shown what they are called now, and that is what is written, or nothing.
    await importFile('supervisors', `${heading}r@zorg.example;Rik;Hof;S-1;ja;1-1-2026;\n`);
    const renaming = `${heading}r@zorg.example;Rikkert;Hof;S-2;ja;1-1-2026;\n`;
    await importFile('organisations', 'Nummer;Naam;Plaats\nS-2;Wonen BV;Breda\n');
    const shown = await handIn('supervisors', renaming);
    expect(shown.result?.sample.map(({ action, fields }) => [action, fields.firstName, fields.lastName])).toEqual([
      ['create', ['Rik', 'Rikkert'], undefined],
    ]);
    await importFile('supervisors', `${heading}r@zorg.example;Richard;Hof;S-1;ja;1-1-2026;\n`);
    expect(notes(await apply(shown.id))).toEqual([[0, null, 'changed-meanwhile']]);
    // What a person is called and speaks is said once: each row shows what is stored of it, or that it differs.
    const twoRows = `${heading.replace('Organisatienummer', 'Taal;Telefoon;Organisatienummer')}`;
    const two = await handIn(
      'supervisors',
      `${twoRows}t@zorg.example;Tess;Hof;;;S-1;ja;1-1-2026;\nt@zorg.example;Tess;Hof;en;0612345678;S-2;ja;1-1-2026;\nt@zorg.example;Tess;Hof;nl;0612345679;S-2;ja;1-1-2025;31-12-2025\n`,
    );
    expect(two.result?.errors.map(({ row, column, code, value }) => [row, column, code, value])).toEqual([
      [4, 'language', 'differs-from-row', '3'],
      [4, 'phone', 'differs-from-row', '3'],
    ]);
    const whole = await importFile(
      'supervisors',
      `${twoRows}t@zorg.example;Tess;Hof;;;S-1;ja;1-1-2026;\nt@zorg.example;Tess;Hof;en;0612345678;S-2;ja;1-1-2026;\n`,
    );
    expect(whole.status).toBe('applied');
    expect(
      await test.db.query(
        sql`SELECT a.language, p.phone FROM account a JOIN person p ON p.id = a.person_id WHERE a.email = 't@zorg.example'`,
      ),
    ).toEqual([{ language: 'en', phone: '0612345678' }]);
    const good = `${heading}k@zorg.example;Kim;Berg;S-1;ja;1-1-2026;\n`;
    expect(await importFile('supervisors', good)).toMatchObject({ status: 'applied', result: { creates: 1 } });
    // An address is stored as it was shown: as the first row of it says it.
    await importFile('supervisors', `${heading}M.Aziz@Zorg.example;Mo;Aziz;S-1;ja;1-1-2026;\n`);
    const [stored] = await test.db.query(sql`SELECT email FROM account WHERE key_form(email) = 'm.aziz@zorg.example'`);
    expect(stored).toEqual({ email: 'M.Aziz@Zorg.example' });
    expect(await importFile('supervisors', good)).toMatchObject({ result: { same: 1 } });
  });
});

describe('what an agency brings along', () => {
  it('of clients: whom to ask, the postal address that its invoices go to, and its hour types', async () => {
    const heading =
      'Nummer;Naam;Plaats;Telefoon;Contactpersoon;Postadres;Postcode postadres;Plaats postadres;Inkooporder;Uursoorten;Factuur per;Notities\n';
    const wrong = await handIn(
      'organisations',
      `${heading}V-1;Verhuis BV;Urk;;;;1234 AB;;;N100, X9;;\nV-2;Veen BV;Urk;;;Postbus 1;12;;;;;\n`,
    );
    expect(codes(wrong)).toEqual([
      [2, 'postalStreet', 'required'],
      [2, 'hourTypes', 'unknown-hour-type'],
      [3, 'postalPostcode', 'not-a-postcode'],
      [3, 'postalCity', 'required'],
    ]);
    const file = `${heading}V-1;Verhuis BV;Urk;0527 123456;Kees;Postbus 1;8300 AA;Emmeloord;PO-9;o125 n100;kostenplaats;"Poort 3\nmelden"\n`;
    await importFile('organisations', file);
    expect((await importFile('organisations', file)).result).toMatchObject({ same: 1 });
    const [{ id } = { id: '' }] = await test.db.query<{ id: string }>(
      sql`SELECT id FROM organisation WHERE number = 'V-1'`,
    );
    const { body } = await ask(test.app, staff, 'GET', `/api/organisations/${id}`);
    expect(body).toMatchObject({
      contacts: [{ name: 'Kees', role: null, phone: null, email: null }],
      postalCity: 'Emmeloord',
      orderNumber: 'PO-9',
      invoicePer: 'cost-centre',
      notes: 'Poort 3\nmelden',
    });
    expect(body.hourTypeIds).toHaveLength(2);
    const fewer = await importFile('organisations', 'Nummer;Naam;Plaats;Uursoorten\nV-1;Verhuis BV;Urk;N100\n');
    expect(fewer.result?.sample[0]?.fields).toEqual({ hourTypes: ['N100, O125', 'N100'] });
    await importFile('organisations', 'Nummer;Naam;Plaats;Uursoorten\nV-1;Verhuis BV;Urk;(leeg)\n');
    expect((await ask(test.app, staff, 'GET', `/api/organisations/${id}`)).body.hourTypeIds).toEqual([]);
  });

  it('of clients: three contact persons and an invoice address, and who stands after them stays', async () => {
    const contacts = ['Anna', 'Bea', 'Coen', 'Daan'].map((name) => ({
      name,
      role: `Rol ${name}`,
      phone: '010 1234567',
    }));
    const client = { number: 'VP-1', name: 'Veel Personen BV', city: 'Urk', contacts };
    const { body: made } = await ask(test.app, staff, 'POST', '/api/organisations', client);
    const stored = async () =>
      (await ask(test.app, staff, 'GET', `/api/organisations/${made.id}`)).body.contacts.map(
        ({ name, phone }: Record<string, string | null>) => [name, phone],
      );
    const { rawPayload } = await test.app.inject({
      url: '/api/exports/organisations?q=VP-1',
      cookies: staff.cookies,
    });
    expect((await importFile('organisations', rawPayload.toString())).result).toMatchObject({ same: 1 });

    const heading =
      'Nummer;Naam;Plaats;Contact;Telefoon contactpersoon;Contactpersoon 2;Contactpersoon 2 telefoon;Functie contactpersoon 3;Factuuradres;Factuur postcode;Factuurplaats\n';
    const file = `${heading}VP-1;Veel Personen BV;Urk;;010 7654321;(leeg);;Planning;Postbus 4;8300AA;Emmeloord\n`;
    const run = await importFile('organisations', file);
    expect(run.result?.sample[0]?.fields).toEqual({
      contactPhone: ['010 1234567', '010 7654321'],
      contact2Name: ['Bea', null],
      contact2Role: ['Rol Bea', null],
      contact2Phone: ['010 1234567', null],
      contact3Role: ['Rol Coen', 'Planning'],
      invoiceStreet: [null, 'Postbus 4'],
      invoicePostcode: [null, '8300 AA'],
      invoiceCity: [null, 'Emmeloord'],
    });
    expect(await stored()).toEqual([
      ['Anna', '010 7654321'],
      ['Coen', '010 1234567'],
      ['Daan', '010 1234567'],
    ]);
    expect((await importFile('organisations', file)).result).toMatchObject({ same: 1 });
    const wrong = await handIn(
      'organisations',
      'Nummer;Naam;Plaats;Contactpersoon;E-mail;Factuurpostcode\nVP-1;Veel Personen BV;Urk;(leeg);a@x.example;12\nVP-2;Nieuw BV;Urk;;;12\n',
    );
    expect(codes(wrong)).toEqual([
      [2, 'invoicePostcode', 'not-a-postcode'],
      [2, 'contactName', 'required'],
      [3, 'invoicePostcode', 'not-a-postcode'],
      [3, 'invoiceStreet', 'required'],
    ]);
  });

  it('of clients: a contact person of another name keeps what reached the one before, which is said', async () => {
    const heading = 'Nummer;Naam;Plaats;Contactpersoon;E-mail contactpersoon;Contactpersoon 2\n';
    const row = (contact: string, email = '', second = '') =>
      `CR-1;Contact Anders BV;Urk;${contact};${email};${second}\n`;
    await importFile('organisations', heading + row('Piet Jansen', 'piet@anders.example', 'Bo Tol'));
    const said = async (...cells: Parameters<typeof row>) => {
      const run = await handIn('organisations', heading + row(...cells));
      expect(run.result?.errors).toEqual([]);
      return run.result?.notes.map(({ row, column, code, value }) => [row, column, code, value]);
    };
    expect(await said('Klaas Bos')).toEqual([[2, 'contactName', 'contact-renamed', 'Piet Jansen']]);
    expect(await said('PIET JANSEN')).toEqual([]);
    expect(await said('Klaas Bos', 'klaas@anders.example')).toEqual([]);
    expect(await said('Klaas Bos', '(leeg)')).toEqual([]);
    expect(await said('(leeg)')).toEqual([]);
    expect(await said('', '', 'Ada Tol')).toEqual([]);
    await importFile('organisations', heading + row('Klaas Bos'));
    expect(await said('Klaas Bos')).toEqual([]);
  });

  it('of clients: who is reached and has no name in the file is called as the client', async () => {
    const file = 'Nummer;Naam;Plaats;E-mailadres\nZN-1;Zonder Naam BV;Urk;info@zn.example\n';
    const run = await importFile('organisations', file);
    expect(run.result?.sample[0]?.fields).toMatchObject({ contactName: [null, 'Zonder Naam BV'] });
    expect((await importFile('organisations', file)).result).toMatchObject({ same: 1 });
  });

  it('of people: the name that they logged in with, which nobody else has', async () => {
    await createPerson(test.db, { userName: 'jan.oud' });
    const heading = 'Personeelsnummer;Voornaam;Achternaam;E-mail;Gebruikersnaam;Land;Notities\n';
    const wrong = await handIn(
      'employees',
      `${heading}U1;Jan;Tol;u1@flex.example;JAN.OUD;NL;\nU2;Piet;Tol;;piet;NL;\nU3;Kees;Tol;u3@flex.example;kees;NL;\nU4;Cees;Tol;u4@flex.example;Kees;NL;\n`,
    );
    expect(codes(wrong)).toEqual([
      [2, 'userName', 'user-name-taken'],
      [3, 'userName', 'needs-email'],
      [5, 'userName', 'user-name-taken'],
    ]);
    await importFile('employees', `${heading}U3;Kees;Tol;u3@flex.example;kees;pl;Spreekt Pools\n`);
    const [stored] = await test.db.query(
      sql`SELECT a.user_name, e.country, e.notes FROM employee e JOIN account a ON a.person_id = e.person_id WHERE e.personnel_number = 'U3'`,
    );
    expect(stored).toEqual({ user_name: 'kees', country: 'PL', notes: 'Spreekt Pools' });
    await importFile('organisations', 'Nummer;Naam;Plaats\nU-1;Gebruik BV;Breda\n');
    const rights = 'E-mail;Voornaam;Achternaam;Gebruikersnaam;Telefoon;Organisatienummer;Van\n';
    expect(
      codes(await handIn('supervisors', `${rights}s1@flex.example;Kim;Berg;kees;0612345678;U-1;1-1-2026\n`)),
    ).toEqual([[2, 'userName', 'user-name-taken']]);
    const good = `${rights}s1@flex.example;Kim;Berg;kim;0612345678;U-1;1-1-2026\n`;
    await importFile('supervisors', good);
    expect((await importFile('supervisors', good)).result).toMatchObject({ same: 1 });
  });

  it('of placements: the references and the phase', async () => {
    await importFile('employees', 'Personeelsnummer;Voornaam;Achternaam\nW1;Anna;Vries\n');
    await importFile('organisations', 'Nummer;Naam;Plaats\nW-1;Werk BV;Breda\n');
    const file =
      'Nummer;Personeelsnummer;Organisatienummer;Functie;Van;Uren per week;Kostenplaats;PO-nummer;Project;Fase;Opmerkingen\nW1;W1;W-1;Lasser;1-1-2026;36;KP 1;4500;Brug;B;Eigen vervoer\n';
    await importFile('placements', file);
    expect((await importFile('placements', file)).result).toMatchObject({ same: 1 });
    const [{ id } = { id: '' }] = await test.db.query<{ id: string }>(
      sql`SELECT id FROM placement WHERE number = 'W1'`,
    );
    expect((await ask(test.app, staff, 'GET', `/api/placements/${id}`)).body).toMatchObject({
      costCentre: 'KP 1',
      orderNumber: '4500',
      project: 'Brug',
      phase: 'B',
      notes: 'Eigen vervoer',
    });
  });
});

describe('an import asks what the screens ask', () => {
  const placements = 'Nummer;Personeelsnummer;Organisatienummer;Functie;Van;Uren per week;Budgetnummer\n';

  it('of organisations: a Dutch postcode where the country is the Netherlands', async () => {
    const heading = 'Nummer;Naam;Postcode;Plaats;Land\n';
    const run = await handIn(
      'organisations',
      `${heading}P-1;Post BV;12;Breda;\nP-2;Poste SA;1000;Luik;be\nP-3;X;;Y;Nergensland\n`,
    );
    expect(codes(run)).toEqual([
      [2, 'postcode', 'not-a-postcode'],
      [4, 'country', 'not-a-country'],
    ]);
  });

  it('of addresses: a number that a column of its own does not say stays what it is', async () => {
    const heading = 'Personeelsnummer;Voornaam;Achternaam;Straat;Huisnummer;Toevoeging\n';
    await importFile('employees', `${heading}HN1;Anna;Vries;Kerkstraat;12;a\nHN2;Bo;Smit;;;\n`);
    const bare = await handIn('employees', `${heading}HN1;Anna;Vries;Kerkstraat;;\nHN2;Bo;Smit;Plein;;\n`);
    expect(bare.result?.sample.map(({ row, fields }) => [row, fields])).toEqual([[3, { street: [null, 'Plein'] }]]);
    const moved = await handIn('employees', `${heading}HN1;Anna;Vries;Dorpsstraat;;\n`);
    expect(moved.result?.sample.map(({ fields }) => fields)).toEqual([{ street: ['Kerkstraat 12a', 'Dorpsstraat'] }]);
  });

  it('of employees: a birth date that was, a telephone number, and no invisible characters', async () => {
    const heading = 'Personeelsnummer;Voornaam;Achternaam;Telefoon;Geboortedatum\n';
    const bad = await handIn(
      'employees',
      `${heading}S1;An\u0001na;Vries;12;21-11-2026\nS2;Bo;Smit;;22-11-2026\nS3;Bo;Smit;;1-1-1900\n`,
    );
    expect(codes(bad)).toEqual([
      [2, 'firstName', 'odd-characters'],
      [2, 'phone', 'not-a-phone'],
      [3, 'birthDate', 'too-young'],
      [4, 'birthDate', 'odd-year'],
    ]);
    const good = await handIn(
      'employees',
      `${heading}S1;Anna;Vries;020/123.45.67 (thuis: 1);\nS2;Bo;Smit;020/123.45.67;\n`,
    );
    expect(codes(good)).toEqual([[2, 'phone', 'not-a-phone']]);
  });

  it('of placements: a week’s hours at most, a short budget number, and a client that is one', async () => {
    await importFile('employees', 'Personeelsnummer;Voornaam;Achternaam\nQ1;Anna;Vries\n');
    await importFile(
      'organisations',
      'Nummer;Naam;Plaats;Actief\nQ-1;Was klant BV;Breda;nee\nQ-2;Is klant BV;Breda;ja\n',
    );
    const run = await handIn(
      'placements',
      `${placements}Q1;Q1;Q-1;Lasser;1-1-2026;40;\nQ2;Q1;Q-2;Lasser;1-1-2026;200;\nQ3;Q1;Q-2;Lasser;1-1-2026;168;${'9'.repeat(51)}\n`,
    );
    expect(codes(run)).toEqual([
      [2, 'organisationNumber', 'organisation-inactive'],
      [3, 'plannedMinutes', 'too-many-hours'],
      [4, 'budgetNumber', 'too-long'],
    ]);
  });

  it('of placements: hours that were only saved do not stand in the way of an end', async () => {
    const person = await createPerson(test.db, {});
    const placementId = await createPlacement(test.db, person, await createOrganisation(test.db));
    const client = await signInAs(test.app, person);
    const lines = [{ hourTypeId: await hourTypeId(test.db), date: '2026-11-18', minutes: 480 }];
    await saveHours(test, client, placementId, { lines });
    await test.db.query(sql`UPDATE placement SET ends_on = '2026-11-17' WHERE id = ${placementId}::uuid`);
    const { rawPayload } = await test.app.inject({ url: '/api/exports/placements', cookies: staff.cookies });
    expect(codes(await handIn('placements', rawPayload))).toEqual([]);
  });

  it('of supervisors: what could be done in the past stays as it was', async () => {
    await importFile('organisations', 'Nummer;Naam;Plaats\nR-1;Recht BV;Breda\nR-2;Plicht BV;Breda\n');
    const heading = 'E-mail;Voornaam;Achternaam;Organisatienummer;Goedkeuren;Uren registreren;Van;Tot en met\n';
    const rows = (one: string, other: string) =>
      `${heading}r@recht.example;Kim;Berg;R-1;${one}\nr@recht.example;Kim;Berg;R-2;${other}\n`;
    await importFile('supervisors', rows('ja;nee;1-1-2026;', 'ja;nee;1-1-2026;30-6-2026'));
    const run = await handIn('supervisors', rows('ja;ja;1-1-2026;19-11-2026', 'ja;nee;1-1-2026;31-12-2026'));
    expect(codes(run)).toEqual([
      [2, 'mayRegister', 'right-has-begun'],
      [2, 'validUntil', 'ends-in-the-past'],
      [3, 'validUntil', 'ends-in-the-past'],
    ]);
    const ended = await importFile('supervisors', rows('ja;nee;1-1-2026;20-11-2026', 'ja;nee;1-1-2026;30-6-2026'));
    expect(ended).toMatchObject({ status: 'applied', result: { changes: 1, same: 1 } });
  });

  it('of an XLSX file: not more than can be read while others work', async () => {
    const file = await writeXlsx([['Personeelsnummer'], ['1']]);
    // What the first part of the ZIP unpacks to: its directory says so before anything is unpacked.
    file.writeUInt32LE(200 * 1024 * 1024, file.indexOf(Buffer.from('PK\u0001\u0002', 'latin1')) + 24);
    expect(codes(await handIn('employees', file, 'large.xlsx'))).toEqual([[0, null, 'too-much']]);
    expect(codes(await handIn('employees', Buffer.from('PK\u0003\u0004 no zip at all'), 'x.xlsx'))).toEqual([
      [0, null, 'not-readable'],
    ]);
  });
});

describe('an export', () => {
  it.each(['csv', 'xlsx'] as const)('as %s can be imported again and changes nothing', async (format) => {
    const organisationId = await createOrganisation(test.db);
    await createSupervisor(test.db, organisationId, { validUntil: '2026-12-31' });
    await createPlacement(test.db, await createPerson(test.db, {}), organisationId);
    for (const kind of ['organisations', 'employees', 'placements', 'supervisors'] as const) {
      const file = await test.app.inject({
        url: `/api/exports/${kind}?format=${format}&language=en`,
        cookies: staff.cookies,
      });
      expect(file.headers['content-disposition']).toBe(`attachment; filename=${kind}-2026-11-21.${format}`);
      const run = await handIn(kind, file.rawPayload, `x.${format}`);
      expect(run).toMatchObject({ status: 'checked', result: { creates: 0, changes: 0, errors: [] } });
      expect(run.result?.same).toBeGreaterThan(0);
    }
  });

  it('of rights holds those of who is no supervisor any more: unchanged it changes nothing, and nothing else is taken', async () => {
    const anna = await createPerson(test.db);
    await importFile('organisations', 'Nummer;Naam;Plaats\nEX-1;Ex Rechten BV;Urk\n');
    const [organisation] = await test.db.query<{ id: string }>(sql`SELECT id FROM organisation WHERE number = 'EX-1'`);
    const organisationId = organisation?.id;
    const given = { organisationId, mayApprove: true, validFrom: '2026-11-21' };
    const path = `/api/supervisors/${anna.personId}/rights`;
    expect((await ask(test.app, staff, 'POST', path, given)).status).toBe(201);
    await test.db.query(sql`
      UPDATE supervisor_right SET valid_from = '2026-11-02' WHERE person_id = ${anna.personId}::uuid`);
    const [person] = await test.db.query<{ version: number }>(
      sql`SELECT version FROM person WHERE id = ${anna.personId}::uuid`,
    );
    expect((await ask(test.app, staff, 'DELETE', `/api/people/${anna.personId}/supervisor`, person)).status).toBe(200);
    const file = (await exported('supervisors')).toString();
    const [heading = '', ...rows] = file.split('\r\n');
    const theirs = rows.find((row) => row.includes(anna.email ?? '')) ?? '';
    expect(theirs).toContain('2026-11-20');
    expect(await handIn('supervisors', file)).toMatchObject({ result: { creates: 0, changes: 0, errors: [] } });
    for (const changed of [theirs.replace('2026-11-20', '2026-12-31'), theirs.replace('2026-11-02', '2026-12-01')])
      expect(codes(await handIn('supervisors', `${heading}\n${changed}\n`))).toContainEqual([2, 'email', 'other-role']);
  });

  it('of a list that is narrowed down holds what the list shows', async () => {
    const person = await createPerson(test.db, { firstName: 'Quirine', lastName: 'Zonneveld' });
    const organisationId = await createOrganisation(test.db, 'Zonnebloem BV');
    await createPlacement(test.db, person, organisationId);
    await createSupervisor(test.db, organisationId, { lastName: 'Zonderland', mayManage: true });
    const lists = {
      organisations: 'q=zonnebl&state=active',
      employees: 'q=zonnev&placed=now',
      placements: 'q=zonneveld&running=now&lacks=rates',
      supervisors: 'q=zonderl&right=mayManage',
    };
    for (const [kind, filter] of Object.entries(lists)) {
      const { body } = await ask(test.app, staff, 'GET', `/api/office/${kind}?${filter}`);
      expect(body.items, kind).toHaveLength(1);
      const file = await test.app.inject({ url: `/api/exports/${kind}?${filter}`, cookies: staff.cookies });
      const rows = file.rawPayload.toString().trim().split('\r\n');
      expect(rows, kind).toHaveLength(2);
    }
  });

  it('holds no cell that a spreadsheet would run', async () => {
    const rows = [['=1+1', '+31 6 1', '-2', '@x', 'plain']];
    expect(writeCsv(rows).toString()).toBe(`\ufeff"'=1+1";"'+31 6 1";"'-2";"'@x";plain\r\n`);
    for (const file of [writeCsv(rows), await writeXlsx(rows)]) {
      const { rows: read } = await readSheet(file);
      expect(read[0]?.map(textOf)).toEqual(rows[0]);
    }
  });

  it('gives every text back as it was, however it begins', async () => {
    const begins = ["'", '=', '+', '-', '@', 'a'];
    const texts = begins.flatMap((one) => begins.flatMap((two) => begins.map((three) => `${one}${two}${three} BV`)));
    texts.push('_x000D_', '_x005F_x000D_', '_x000D_x000D_', 'x_x000d__x', '__x000A_');
    const rows = [texts, texts];
    const xlsxAsRead = await buffer(sheetFile('xlsx', 'nl', Readable.from(rows) as AsyncIterable<string[]>));
    for (const file of [writeCsv(rows), await writeXlsx(rows), xlsxAsRead]) {
      const { rows: read } = await readSheet(file);
      expect(read.slice(0, 2).map((row) => row.map(textOf))).toEqual(rows);
    }
  });
});
