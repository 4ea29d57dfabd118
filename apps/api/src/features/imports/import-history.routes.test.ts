import { beforeAll, describe, expect, it } from 'vitest';
import { findBrokenRules } from '#api/features/data-check/data-check.service';
import { sql } from '#api/kit/sql';
import { ask, type Client, testApp } from '#api/test/build-app';
import { createOrganisation, createPerson, createPlacement, createRate, createSupervisor } from '#api/test/factories';
import { codesOf, importing } from '#api/test/import-files';
import { saveHours } from '#api/test/send-hours';
import { signInAs, signInNew } from '#api/test/sign-in-as';

const test = testApp();
let staff: Client;
beforeAll(async () => {
  staff = await signInNew(test, 'staff');
});
const files = () => importing(test, () => staff);
const heading = 'Plaatsing;Jaar;Week;Uursoort;Uren;Aantal;Factuurnummer;Verloning\n';

async function placed(number: string) {
  const employee = await createPerson(test.db, {});
  const organisationId = await createOrganisation(test.db);
  const placementId = await createPlacement(test.db, employee, organisationId);
  await test.db.query(
    sql`UPDATE placement SET number = ${number}, starts_on = '2024-01-01' WHERE id = ${placementId}::uuid`,
  );
  return { employee, organisationId, placementId };
}
const sheetsOf = (placementId: string) =>
  test.db.query<{ id: string; version: number; status: string; total: number }>(sql`
    SELECT id, version, status, total_minutes AS total FROM worksheet WHERE placement_id = ${placementId}::uuid ORDER BY period_start`);

describe('a file of past hours', () => {
  it('makes final worksheets, sealed, which nothing pays or invoices again and nobody reopens', async () => {
    const { employee, organisationId, placementId } = await placed('H-1');
    await test.db.query(sql`
      INSERT INTO hour_type (code, name_nl, name_en, kind, unit, bill_share_bp, pay_share_bp, is_worked, sort_order)
      VALUES ('KMH', 'Kilometers', 'Kilometres', 'travel', 'kilometres', 10000, 10000, false, 90)`);
    const file = `${heading}H-1;2026;1;N100;40;;F-1;R-1\nH-1;2026;1;kmh;;120,5;F-1;R-1\nH-1;2026;2;N100;38:30;;F-2;R-1\nH-1;2024;53;N100;8;;;\n`;
    const wrong = await files().handIn('history', file);
    expect(codesOf(wrong)).toEqual([[5, 'period', 'unknown-period']]);
    const good = file.replace('2024;53', '2024;52');
    const applied = await files().importFile('history', good);
    expect(applied.result).toMatchObject({ creates: 4, changes: 0 });
    const sheets = await sheetsOf(placementId);
    expect(sheets.map(({ status, total }) => [status, total])).toEqual([
      ['finalised', 480],
      ['finalised', 2400],
      ['finalised', 2310],
    ]);

    const id = sheets[1]?.id;
    const { body } = await ask(test.app, staff, 'GET', `/api/worksheets/${id}`);
    expect(body.history.map(({ action }: { action: string }) => action)).toEqual(['bring']);
    expect(body).toMatchObject({
      brought: { runs: ['R-1'], invoices: ['F-1'] },
      missingRates: [],
      workedMinutes: 2400,
    });
    const reopened = await ask(test.app, staff, 'POST', '/api/worksheets/reopen', { items: [{ id, version: 1 }] });
    expect(reopened.body.refused).toEqual([{ id, code: 'already-paid' }]);
    for (const table of [sql`worksheet_unpaid`, sql`worksheet_uninvoiced`])
      expect(await test.db.query(sql`SELECT id FROM ${table} WHERE id = ${id}::uuid`)).toEqual([]);

    const own = await ask(test.app, await signInAs(test.app, employee), 'GET', `/api/worksheets/${id}`);
    expect(own.body.brought).toEqual({ runs: ['R-1'], invoices: [] });
    const supervisor = await createSupervisor(test.db, organisationId, { maySeeInvoices: true });
    const theirs = await ask(test.app, await signInAs(test.app, supervisor), 'GET', `/api/worksheets/${id}`);
    expect(theirs.body.brought).toEqual({ runs: [], invoices: ['F-1'] });

    // Rates may still be said of those days: nothing here was paid at others.
    await files().importFile('rates', 'Plaatsing;Uursoort;Vanaf;Loon;Tarief\nH-1;N100;1-1-2024;16;29\n');
    expect(await findBrokenRules(test.db)).toEqual([]);

    const again = await files().handIn(
      'history',
      await files().exported('history', `organisationId=${organisationId}`),
    );
    expect(again).toMatchObject({ status: 'checked', result: { creates: 0, changes: 0, same: 4, errors: [] } });
  });

  it('may split the hours of an hour type over invoices and budget numbers, and passes over what was nothing', async () => {
    const { organisationId, placementId } = await placed('HS-1');
    const split =
      'Plaatsing;Jaar;Week;Uursoort;Uren;Budgetnummer;Factuurnummer\nHS-1;2026;1;N100;20;B1;F-1\nHS-1;2026;1;N100;12;B2;F-1\nHS-1;2026;1;N100;4;;F-2\nHS-1;2026;2;N100;0;;\n';
    const twice = await files().handIn('history', `${split}HS-1;2026;1;N100;2;b1;f-1\n`);
    expect(codesOf(twice)).toEqual([[6, 'placementNumber', 'doubled-key']]);
    const applied = await files().importFile('history', split);
    expect(applied.result).toMatchObject({ creates: 3, notes: [{ row: 5, code: 'no-hours' }] });
    expect((await sheetsOf(placementId)).map(({ total }) => total)).toEqual([36 * 60]);
    const again = await files().handIn(
      'history',
      await files().exported('history', `organisationId=${organisationId}`),
    );
    expect(again.result).toMatchObject({ creates: 0, changes: 0, same: 3, errors: [] });
    const nought = await files().handIn('history', split.replace('N100;20', 'N100;0'));
    expect(codesOf(nought)).toEqual([
      [2, 'period', 'period-has-hours'],
      [2, 'minutes', 'required'],
    ]);
    expect(await findBrokenRules(test.db)).toEqual([]);
  });

  it('is refused where there are hours already, whoever entered them', async () => {
    const { employee, placementId } = await placed('H-2');
    await createRate(test.db, placementId);
    const client = await signInAs(test.app, employee);
    await files().importFile('history', `${heading}H-2;2026;45;N100;40;;;\n`);
    const checked = await files().handIn('history', `${heading}H-2;2026;46;N100;40;;;\n`);
    expect(checked.status).toBe('checked');
    await saveHours(test, client, placementId, { number: 46 });
    // They were saved between the look and the press.
    const late = await files().apply(checked.id);
    expect([late.status, codesOf(late)]).toEqual(['refused', [[2, 'period', 'period-has-hours']]]);
    const twice = await files().handIn(
      'history',
      `${heading}H-2;2026;45;N100;41;;;\nH-2;2026;45;O125;1;;;\nH-2;2026;44;N100;1;;;\nh-2;2026;44;n100;2;;;\n`,
    );
    expect(codesOf(twice)).toEqual([
      [2, 'period', 'period-has-hours'],
      [3, 'period', 'period-has-hours'],
      [5, 'placementNumber', 'doubled-key'],
    ]);
    expect(await sheetsOf(placementId)).toHaveLength(2);
  });

  it('names what cannot have been: what is not over, not placed, not counted so, or too much', async () => {
    const { placementId } = await placed('H-3');
    await test.db.query(sql`UPDATE placement SET starts_on = '2026-11-12' WHERE id = ${placementId}::uuid`);
    const rows = [
      'none;2026;1;X1;1;',
      'H-3;2026;47;N100;1;',
      'H-3;2026;45;N100;1;',
      'H-3;2026;46;N100;97;',
      'H-3;1999;1;N100;1;',
      'H-3;2026;46;O125;;1',
    ];
    const run = await files().handIn('history', `${heading}${rows.map((row) => `${row};;`).join('\n')}\n`);
    expect(codesOf(run)).toEqual([
      [2, 'placementNumber', 'unknown-placement'],
      [2, 'hourType', 'unknown-hour-type'],
      [3, 'period', 'not-over'],
      [4, 'period', 'outside-placement'],
      [5, 'minutes', 'too-many-hours-here'],
      [6, 'year', 'odd-year'],
      [7, 'minutes', 'required'],
      [7, 'quantity', 'other-unit'],
    ]);
    // Each says what stands in its own cell.
    expect(run.result?.errors.map(({ row, value }) => [row, value])).toEqual([
      ...[
        [2, 'none'],
        [2, 'X1'],
        [3, '47'],
        [4, '45'],
        [5, '97,00'],
        [6, '1999'],
        [7, ''],
        [7, '1,00'],
      ],
    ]);
  });
});
