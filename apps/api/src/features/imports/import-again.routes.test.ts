import { beforeAll, describe, expect, it } from 'vitest';
import writeExcel from 'write-excel-file/node';
import { sql } from '#api/kit/sql';
import { ask, askFile, type Client, sendFile, testApp } from '#api/test/build-app';
import { createOrganisation, createPerson, createPlacement } from '#api/test/factories';
import { importing } from '#api/test/import-files';
import { signInNew } from '#api/test/sign-in-as';
import { writeXlsx } from './import-file.ts';
import { readSheet } from './sheet/read-sheet.ts';

const test = testApp();
let staff: Client;
beforeAll(async () => {
  staff = await signInNew(test, 'staff');
});
const { handIn, untilDone, apply, importFile } = importing(test, () => staff);

const checkAgain = (id: string, body: object) => ask(test.app, staff, 'POST', `/api/imports/${id}/check`, body);
const placed = async () => createPlacement(test.db, await createPerson(test.db, {}), await createOrganisation(test.db));
const codes = async (id: string) =>
  (await untilDone(id)).result?.errors.map(({ row, column, code }) => [row, column, code]);

describe('a file of another system', () => {
  const file = (number: string) => `Code;Wie;Familie;Schoen\n${number};Anna;Vries;42\n`;
  const fields = ['personnelNumber', 'firstName', 'lastName', null];

  it('is read as its columns are said to be, and the next one of its shape is at once', async () => {
    const first = await handIn('employees', file('Z1'));
    expect(first.status).toBe('refused');
    expect(first.result?.columns.map(({ heading, samples }) => [heading, ...samples])).toEqual([
      ['Code', 'Z1'],
      ['Wie', 'Anna'],
      ['Familie', 'Vries'],
      ['Schoen', '42'],
    ]);
    expect((await checkAgain(first.id, { kind: 'employees', fields })).body.status).toBe('checking');
    expect(await untilDone(first.id)).toMatchObject({ status: 'checked', result: { creates: 1 } });
    expect((await apply(first.id)).status).toBe('applied');

    const next = await handIn('employees', file('Z2'));
    expect(next).toMatchObject({ status: 'checked', result: { creates: 1 } });
    expect(next.result?.columns.map(({ field }) => field)).toEqual(fields);
    expect(next.result?.notes.map(({ row, code }) => [row, code])).toEqual([
      [0, 'chosen-before'],
      [2, 'same-name'],
    ]);
    const placements = await handIn('placements', file('Z2'));
    expect(placements.result?.columns.every(({ field }) => field === null)).toBe(true);
  });

  it('may say a rate of each hour type in columns of its own, and a second contact person', async () => {
    await test.db.query(sql`UPDATE placement SET number = 'MAP-1' WHERE id = ${await placed()}::uuid`);
    const rates = await handIn('rates', 'Wie;Ingang;Basis 1;Factor 1;Basis 2;Factor 2\nMAP-1;1-1-2027;16;30;20;40\n');
    const each = ['placementNumber', 'validFrom', 'payCents N100', 'billCents N100', 'payCents O125', 'billCents O125'];
    await checkAgain(rates.id, { kind: 'rates', fields: each });
    const read = await untilDone(rates.id);
    expect(read).toMatchObject({ status: 'checked', result: { creates: 2, errors: [] } });
    expect(read.result?.columns.map(({ field }) => field)).toEqual(each);
    expect((await apply(rates.id)).status).toBe('applied');
    const client = await handIn('organisations', 'Nummer;Naam;Plaats;Tweede\nMAP-2;Twee BV;Urk;Bea Smit\n');
    await checkAgain(client.id, { kind: 'organisations', fields: ['number', 'name', 'city', 'contact2Name'] });
    expect((await untilDone(client.id)).result?.sample[0]?.fields).toMatchObject({ contact2Name: [null, 'Bea Smit'] });
  });

  it('may have whole names in one column, of people and of supervisors, whatever it is called', async () => {
    await importFile('organisations', 'Nummer;Naam;Plaats\nWN-1;Namen BV;Urk\n');
    const people = await handIn(
      'employees',
      'Pers.nr.;Naam;E-mail\nWN1;"Vries, Jan de";wn1@flex.example\nWN2;Anna Maria Bakker;\n',
    );
    expect(people.result?.notes).toEqual([
      { row: 3, column: 'wholeName', code: 'guessed-name', value: 'Anna Maria · Bakker' },
    ]);
    expect((await apply(people.id)).status).toBe('applied');
    expect((await ask(test.app, staff, 'GET', '/api/office/employees?q=WN1')).body.items[0]).toMatchObject({
      ...{ name: 'Jan de Vries', sortName: 'Vries, Jan de' },
    });
    const again = await handIn('employees', 'Pers.nr.;Naam\nWN1;Jan de Vries\n');
    expect(again.result).toMatchObject({ creates: 0, changes: 0, same: 1 });
    const rights = await handIn(
      'supervisors',
      'E-mail;Wie is het;Klantnr.;Van;Goedkeuren\nwn@client.example;Bea Smit;WN-1;1-12-2026;ja\n',
    );
    await checkAgain(rights.id, {
      kind: 'supervisors',
      fields: ['email', 'wholeName', 'organisationNumber', 'validFrom', 'mayApprove'],
    });
    expect((await untilDone(rights.id)).result?.sample[0]?.fields).toMatchObject({
      firstName: [null, 'Bea'],
      lastName: [null, 'Smit'],
    });
  });

  it('is refused with fields that are not of its kind, twice the same, or more than it has columns', async () => {
    const { id } = await handIn('employees', file('Z3'));
    for (const wrong of [
      ['gln', null, null, null],
      ['phone', 'phone', null, null],
      ['phone'],
      [null, null, null, null, null],
    ]) {
      const { status, body } = await checkAgain(id, { kind: 'employees', fields: wrong });
      expect([status, body.errors[0].pointer]).toEqual([400, '/fields']);
    }
    expect((await ask(test.app, staff, 'GET', `/api/imports/${id}`)).body.status).not.toBe('checking');
  });

  it('is written as it was shown, whatever is said of its shape or of itself meanwhile', async () => {
    const shown = await handIn('employees', file('Z4'));
    const other = await handIn('employees', file('Z5'));
    await checkAgain(other.id, { kind: 'employees', fields: ['personnelNumber', 'lastName', 'firstName', null] });
    await untilDone(other.id);
    expect((await apply(shown.id)).result?.sample[0]?.name).toBe('Anna Vries');

    const stale = { fingerprint: shown.result?.fingerprint };
    expect((await ask(test.app, staff, 'POST', `/api/imports/${other.id}/apply`, stale)).status).toBe(409);
    expect((await apply(other.id)).result?.sample[0]?.name).toBe('Vries Anna');
    await checkAgain((await handIn('employees', file('Z6'))).id, { kind: 'employees', fields });
  });

  it('is one run, however often it is handed in: an answer may get lost', async () => {
    const { body: handedIn } = await sendFile(test.app, staff, '/api/files?purpose=import', {
      name: 'x.csv',
      content: file('Z8'),
    });
    const asked = { kind: 'employees', fileId: handedIn.id };
    const [first, again] = [
      await ask(test.app, staff, 'POST', '/api/imports', asked),
      await ask(test.app, staff, 'POST', '/api/imports', asked),
    ];
    expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id]);
    const other = await ask(test.app, staff, 'POST', '/api/imports', { ...asked, kind: 'rates' });
    expect(other.status).toBe(404);
  });

  it('is checked again once at a time, and not when it was written', async () => {
    const { id } = await handIn('employees', file('Z7'));
    const asked = await Promise.all(Array.from({ length: 6 }, () => checkAgain(id, { kind: 'employees', fields })));
    expect(asked.map(({ status }) => status)).toContain(200);
    expect(asked.every(({ status }) => status === 200 || status === 409)).toBe(true);
    await untilDone(id);
    await apply(id);
    expect((await checkAgain(id, { kind: 'employees', fields })).status).toBe(409);
    expect((await checkAgain('01900000-0000-7000-8000-000000000000', { kind: 'employees' })).status).toBe(404);
  });
});

it('a file of another kind says so, and is checked as that', async () => {
  const run = await handIn('organisations', 'Personeelsnummer;Voornaam;Achternaam;E-mail\nY1;Anna;Vries;\n');
  expect(run).toMatchObject({ status: 'refused', result: { looksLike: 'employees' } });
  await checkAgain(run.id, { kind: 'employees' });
  expect(await untilDone(run.id)).toMatchObject({ kind: 'employees', status: 'checked', result: { creates: 1 } });
});

describe('the errors of a file', () => {
  const wrong = (id: string, language: string) =>
    askFile(test.app, staff, `/api/imports/${id}/errors?language=${language}`);

  it('stand in its rows, each where it was, in the language of who reads them', async () => {
    const run = await handIn(
      'employees',
      'Uitdraai\nPersoneelsnummer;Voornaam;Tussenvoegsel;Achternaam;E-mail\nX1;Anna;de;Vries;geen adres\nX2;Bea;;Smit;\nX1;=1+1;;Tol\n',
    );
    const dutch = (await wrong(run.id, 'nl')).body;
    expect(dutch).toBe(
      [
        '\ufeff;Uitdraai',
        'Wat klopt er niet?;Personeelsnummer;Voornaam;Tussenvoegsel;Achternaam;E-mail',
        'E-mail: Dit is geen e-mailadres.;X1;Anna;de;Vries;geen adres',
        ';X2;Bea;;Smit;',
        'Deze rij heeft minder cellen dan de kop. Voornaam: Dit lijkt een formule, geen tekst. (=1+1) Personeelsnummer: Dit staat ook al in rij 3.;X1;#N/B;;Tol',
        ';',
        '',
      ].join('\r\n'),
    );
    expect((await wrong(run.id, 'en')).body).toContain('E-mail: This is not an e-mail address.;X1');
  });

  it('stay errors while they are not put right, and the file is imported as it is when they are', async () => {
    const run = await handIn(
      'employees',
      await writeXlsx([
        ['Personeelsnummer', 'Voornaam', 'Achternaam', 'Geboortedatum'],
        ['W1', '#N/A', 'Vries', '21-11-1990'],
        ['W2', 'Bea', 'Smit', '21-11-0990'],
        ['W3', 'Cas', 'Tol', ''],
      ]),
      'mensen.xlsx',
    );
    const before = await codes(run.id);
    const file = (await wrong(run.id, 'en')).rawPayload;
    const again = await handIn('employees', file, 'mensen-errors.xlsx');
    expect(await codes(again.id)).toEqual(before);

    const { rows } = await readSheet(file);
    const right = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : cell.text)));
    const corrected = right.map((row) => row.map((cell) => cell.replace('#N/A', 'Anna').replace('0990', '1990')));
    const good = await handIn('employees', await writeXlsx(corrected), 'x.xlsx');
    expect(good).toMatchObject({ status: 'checked', result: { creates: 3 } });
    expect(good.result?.columns.every(({ field }) => field !== null)).toBe(true);
  });

  it('stand beside what the spreadsheet shows of a number', async () => {
    const row = (number: number, email: string) => [
      { value: number, type: Number, format: '"P"00000' },
      ...['Anna', 'Vries', email].map((value) => ({ value, type: String })),
    ];
    const heading = ['Personeelsnummer', 'Voornaam', 'Achternaam', 'E-mail'].map((value) => ({ value, type: String }));
    const file = await writeExcel([heading, row(76416, 'x'), row(77, 'anna77@werk.example')]).toBuffer();
    const run = await handIn('employees', file, 'mensen.xlsx');
    const { rows } = await readSheet((await wrong(run.id, 'nl')).rawPayload);
    expect(rows.slice(1, 3).map((line) => line[1])).toEqual(['P76416', 'P00077']);
  });

  it('are those of the sheet that was read', async () => {
    const asCells = (sheet: string[][]) => sheet.map((row) => row.map((value) => ({ value, type: String })));
    const heading = ['Personeelsnummer', 'Voornaam', 'Achternaam', 'Adres', 'Huisnr.'];
    const file = await writeExcel([
      { sheet: 'Voorblad', data: asCells([['Personeel'], ['van Janssen']]) },
      {
        sheet: 'Actief',
        data: asCells([heading, ['S1', 'Eva', 'Dijk', 'Kade', '1'], ['S2', 'Bea', 'Smit', '', '2']]),
      },
    ]).toBuffer();
    const run = await handIn('employees', file, 'mensen.xlsx');
    expect(run.result?.notes.map(({ code, value }) => [code, value])).toEqual([
      ['sheet-read', 'Actief'],
      ['sheet-passed-over', 'Voorblad'],
    ]);
    expect(await codes(run.id)).toEqual([[3, 'streetNumber', 'no-street']]);
    const { rows } = await readSheet((await wrong(run.id, 'nl')).rawPayload);
    expect(rows[2]).toEqual(['Huisnr.: Hier hoort een straat bij.', 'S2', 'Bea', 'Smit', '', '2']);
  });

  it('are those of what is stored too, and are all there, of however many rows', async () => {
    const owner = await createPerson(test.db, { role: 'employee' });
    const rows = Array.from({ length: 700 }, (_, n) => `V${n};Anna;Vries;${owner.email}`).join('\n');
    const run = await handIn('employees', `Personeelsnummer;Voornaam;Achternaam;E-mail\n${rows}\n`);
    expect(run.result?.errors).toHaveLength(500);
    const { body } = await wrong(run.id, 'nl');
    expect(body.match(/Iemand anders heeft dit e-mailadres/g)).toHaveLength(700);
  });

  it('are no file where there are no rows, and none when it was right', async () => {
    const none = await handIn('employees', 'a;b\n1;2\n');
    expect([none.result?.hasWrongRows, (await wrong(none.id, 'nl')).statusCode]).toEqual([false, 409]);
    const right = await handIn('employees', 'Personeelsnummer;Voornaam;Achternaam\nU1;Anna;Vries\n');
    expect((await wrong(right.id, 'nl')).statusCode).toBe(409);
  });
});
