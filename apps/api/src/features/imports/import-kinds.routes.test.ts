import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#api/kit/sql';
import { ask, type Client, testApp } from '#api/test/build-app';
import {
  createOrganisation,
  createPerson,
  createPlacement,
  createRate,
  createSupervisor,
  hourTypeId,
} from '#api/test/factories';
import { codesOf, importing } from '#api/test/import-files';
import { saveHours, sendHours } from '#api/test/send-hours';
import { signInAs, signInNew } from '#api/test/sign-in-as';

const test = testApp();
let staff: Client;
beforeAll(async () => {
  staff = await signInNew(test, 'staff');
});
const files = () => importing(test, () => staff);

async function numbered(placementId: string, number: string): Promise<string> {
  await test.db.query(sql`UPDATE placement SET number = ${number} WHERE id = ${placementId}::uuid`);
  return number;
}

describe('a file of hour types', () => {
  const heading = 'Code;Naam;Soort;Eenheid;Loon %;Tarief %;Gewerkt\n';

  it('makes and changes them, and read back changes nothing', async () => {
    await files().importFile(
      'hour-types',
      `${heading}kmx;Kilometers X;overig;kilometers;100;100;nee\nVRX;Vrij X;verlof;;100;0;\n`,
    );
    const { body } = await ask(test.app, staff, 'GET', '/api/office/hour-types');
    const made = (code: string) => body.items.find((type: { code: string }) => type.code === code);
    expect(made('KMX')).toMatchObject({
      unit: 'kilometres',
      isWorked: false,
      nameEn: 'Kilometers X',
      billShareBp: 10_000,
    });
    expect(made('VRX')).toMatchObject({ unit: 'hours', isWorked: false, billShareBp: 0, forEmployee: true });
    const changed = await files().importFile('hour-types', `${heading}VRX;Vrij;verlof;;;12,5;\n`);
    expect(changed.result?.sample[0]?.fields).toEqual({ nameNl: ['Vrij X', 'Vrij'], billShareBp: [0, 1250] });
    for (const format of ['csv', 'xlsx']) {
      const run = await files().handIn(
        'hour-types',
        await files().exported('hour-types', `format=${format}`),
        `x.${format}`,
      );
      expect(run).toMatchObject({ status: 'checked', result: { creates: 0, changes: 0, errors: [] } });
    }
  });

  it('says where a new one gets all of the rate because the file says no percentage', async () => {
    const notesOf = async (file: string) =>
      (await files().handIn('hour-types', file)).result?.notes.map(({ row, column, code, value }) => [
        ...[row, column, code, value],
      ]);
    expect(
      await notesOf(
        'Uursoort;Omschrijving;% tarief;% loon;Soort\nZ1;Zaterdag;150;150;overuren\nN100;Normale uren;;;\n',
      ),
    ).toEqual([]);
    expect(await notesOf('Code;Naam;Toeslag;Soort\nZ2;Zondag;200;overuren\n')).toEqual([
      [2, 'payShareBp', 'full-share', 'Z2'],
      [2, 'billShareBp', 'full-share', 'Z2'],
    ]);
    // A factor where a percentage is asked for, and what counts as normal hours because nothing else is said.
    expect(await notesOf('Uurcode;Uursoort;Loon %;Tarief %\nZ3;Overuren 150%;1,5;150\n')).toEqual([
      [2, 'payShareBp', 'small-share', '1,5'],
      [2, 'kind', 'normal-kind', 'Z3'],
    ]);
  });

  it('is refused where hours would count as something else, and where what is no time would be worked', async () => {
    const person = await createPerson(test.db, {});
    const placementId = await createPlacement(test.db, person, await createOrganisation(test.db));
    const client = await signInAs(test.app, person);
    const lines = [{ hourTypeId: await hourTypeId(test.db), date: '2026-11-18', minutes: 480 }];
    await saveHours(test, client, placementId, { lines });
    const run = await files().handIn(
      'hour-types',
      `${heading}N100;Normale uren;ziek;uren;100;100;ja\nEUX;Euro;overig;euro’s;100;12,5;ja\nX_1;Fout;;;;;\n`,
    );
    expect(codesOf(run)).toEqual([
      [2, 'kind', 'has-hours'],
      [3, 'isWorked', 'only-time-is-worked'],
      [3, 'billShareBp', 'whole-percent'],
      [4, 'code', 'not-codes'],
    ]);
  });
});

describe('a file of budget numbers', () => {
  const heading =
    'Organisatienummer;Budgetnummer;Omschrijving;Inkooporder;Orderregel;Geldig vanaf;Geldig tot en met;Budget excl. btw;Budget in uren\n';

  it('makes and changes them, and read back changes nothing', async () => {
    const organisationId = await createOrganisation(test.db);
    await test.db.query(sql`UPDATE organisation SET number = 'BG-1' WHERE id = ${organisationId}::uuid`);
    await files().importFile(
      'budget-numbers',
      `${heading}bg-1;KPL-1;Bouw;PO 1;10;1-1-2026;;25.000,00;\nBG-1;KPL-2;;;;;;;1250,5\n`,
    );
    const changed = await files().importFile('budget-numbers', `${heading}BG-1;kpl-1;Sloop;;;;31-12-2026;;\n`);
    expect(changed.result?.sample[0]?.fields).toEqual({
      description: ['Bouw', 'Sloop'],
      validUntil: [null, '2026-12-31'],
    });
    const run = await files().handIn(
      'budget-numbers',
      await files().exported('budget-numbers', `organisationId=${organisationId}`),
    );
    expect(run).toMatchObject({ status: 'checked', result: { creates: 0, changes: 0, same: 2, errors: [] } });
    const { body } = await ask(test.app, staff, 'GET', `/api/organisations/${organisationId}`);
    expect(body.budgetNumbers).toMatchObject([
      { number: 'KPL-1', budgetCents: 2_500_000 },
      { number: 'KPL-2', budgetMinutes: 75_030 },
    ]);
  });

  it('names what does not go together', async () => {
    const organisationId = await createOrganisation(test.db);
    await test.db.query(sql`UPDATE organisation SET number = 'BG-2' WHERE id = ${organisationId}::uuid`);
    const run = await files().handIn(
      'budget-numbers',
      `${heading}nowhere;K1;;;;;;;\nBG-2;K2;;;10;2-1-2026;1-1-2026;100;10\nBG-2;K3;;;;;;veel;\nBG-2;k3;;;;;;;\n`,
    );
    expect(codesOf(run)).toEqual([
      [2, 'organisationNumber', 'unknown-organisation'],
      [3, 'validUntil', 'before-start'],
      [3, 'budgetMinutes', 'amount-or-hours'],
      [3, 'orderNumber', 'required'],
      [4, 'budgetCents', 'not-an-amount'],
      [5, 'organisationNumber', 'doubled-key'],
    ]);
  });
});

describe('a file of rates', () => {
  const heading = 'Plaatsing;Uursoort;Vanaf;Loon;Tarief\n';

  it('sets them below or beside each other, and read back changes nothing', async () => {
    const organisationId = await createOrganisation(test.db);
    const placementId = await createPlacement(test.db, await createPerson(test.db, {}), organisationId);
    const number = await numbered(placementId, 'RT-1');
    const before = (await ask(test.app, staff, 'GET', `/api/placements/${placementId}`)).body.version;
    await files().importFile(
      'rates',
      `Plaatsing;Vanaf;Loon N100;Tarief N100;Loon O125;Tarief O125\n${number};1-1-2026;16,80;30,24;21;37,80\n`,
    );
    const wide = 'Plaatsing;Vanaf;Loon N100;Tarief N100;Loon O125;Tarief O125\nRT-0;1-1-2026;16,80;30,24;21;veel\n';
    expect(codesOf(await files().handIn('rates', wide))).toEqual([
      [2, 'billCents O125', 'not-an-amount'],
      [2, 'placementNumber', 'unknown-placement'],
    ]);
    const changed = await files().importFile(
      'rates',
      `${heading}rt-1;n100;1-1-2026;17;30,24\nRT-1;N100;1-1-2027;18;32\n`,
    );
    expect(changed.result?.sample.map(({ action, name, fields }) => [action, name, fields])).toEqual([
      ['change', 'RT-1 N100', { payCents: [1680, 1700] }],
      [
        'create',
        'RT-1 N100',
        {
          placementNumber: [null, 'RT-1'],
          hourType: [null, 'N100'],
          validFrom: [null, '2027-01-01'],
          payCents: [null, 1800],
          billCents: [null, 3200],
        },
      ],
    ]);
    const { body } = await ask(test.app, staff, 'GET', `/api/placements/${placementId}`);
    expect(body.rates).toHaveLength(3);
    expect(body.version).toBeGreaterThan(before);
    const run = await files().handIn('rates', await files().exported('rates', `organisationId=${organisationId}`));
    expect(run).toMatchObject({ status: 'checked', result: { creates: 0, changes: 0, same: 3, errors: [] } });
    const [event] = await test.db.query<{ role: string }>(sql`
      SELECT actor_role AS role FROM audit_event WHERE subject_type = 'placement-rate' AND record_id = ${placementId}::uuid ORDER BY id DESC LIMIT 1`);
    expect(event?.role).toBe('staff');
  });

  it('says an hour type by its code or its name, each once', async () => {
    const placementId = await createPlacement(
      test.db,
      await createPerson(test.db, {}),
      await createOrganisation(test.db),
    );
    await numbered(placementId, 'RT-3');
    const run = await files().importFile('rates', `${heading}RT-3;normale uren;1-1-2026;16,80;30,24\n`);
    expect(run.result?.sample[0]?.name).toBe('RT-3 N100');
    const twice = await files().handIn(
      'rates',
      `${heading}RT-3;Normale uren;1-1-2027;17;31\nRT-3;N100;1-1-2027;18;32\nRT-3;Geen uren;1-1-2027;18;32\n`,
    );
    expect(codesOf(twice)).toEqual([
      [3, 'hourType', 'doubled-key'],
      [4, 'hourType', 'unknown-hour-type'],
    ]);
  });

  it('leaves what hours are final at as it is, and names what is not there', async () => {
    const person = await createPerson(test.db, {});
    const organisationId = await createOrganisation(test.db);
    const placementId = await createPlacement(test.db, person, organisationId);
    await numbered(placementId, 'RT-2');
    await createRate(test.db, placementId);
    const client = await signInAs(test.app, person);
    const lines = [{ hourTypeId: await hourTypeId(test.db), date: '2026-11-18', minutes: 480 }];
    const sheet = await sendHours(test, client, placementId, { lines });
    const checked = await files().handIn('rates', `${heading}RT-2;N100;1-11-2026;17;31\n`);
    const supervisor = await createSupervisor(test.db, organisationId);
    const decide = async (who: Client, decision: string, version: number) =>
      expect(
        (await ask(test.app, who, 'POST', `/api/worksheets/${decision}`, { items: [{ id: sheet.id, version }] })).body
          .refused,
      ).toEqual([]);
    await decide(await signInAs(test.app, supervisor), 'approve', 2);
    await decide(staff, 'finalise', 3);
    // Those hours became final between the look and the press.
    const late = await files().apply(checked.id);
    expect([late.status, codesOf(late)]).toEqual(['refused', [[2, 'validFrom', 'rate-changes-the-past']]]);
    const run = await files().handIn(
      'rates',
      `${heading}RT-2;N100;1-1-2026;16,80;30,24\nRT-2;N100;18-11-2026;17;31\nRT-2;N100;19-11-2026;17;31\nnone;X1;1-1-2026;1;1\n`,
    );
    expect(codesOf(run)).toEqual([
      [3, 'validFrom', 'rate-changes-the-past'],
      [5, 'placementNumber', 'unknown-placement'],
      [5, 'hourType', 'unknown-hour-type'],
    ]);
  });

  it('is not for who is not of the office', async () => {
    const employee = await signInNew(test, 'employee');
    const supervisor = await signInNew(test, 'supervisor');
    for (const client of [employee, supervisor])
      for (const kind of ['rates', 'hour-types', 'budget-numbers'])
        expect((await ask(test.app, client, 'GET', `/api/exports/${kind}`)).status).toBe(403);
  });
});
