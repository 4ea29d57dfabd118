import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#api/kit/sql';
import { ask, type Client, testApp } from '#api/test/build-app';
import { completeAgency, createClient, createInvoices } from '#api/test/invoices';
import { signInNew } from '#api/test/sign-in-as';

const test = testApp();
let staff: Client;
let client: string;

beforeAll(async () => {
  await completeAgency(test.db);
  staff = await signInNew(test, 'staff');
  client = await createClient(test.db);
  await test.db.query(
    sql`UPDATE organisation SET debtor_number = '13001', cost_centre = 'KP1' WHERE id = ${client}::uuid`,
  );
});

const get = async (path: string) => (await ask(test.app, staff, 'GET', path)).body;
const make = (preset: string) =>
  ask(test.app, staff, 'POST', '/api/ledger-exports', { by: preset, until: '2026-11-30' });
const preview = () => get('/api/ledger-exports/preview?by=accountview&until=2026-11-30');
const download = async (id: string) =>
  (await test.app.inject({ url: `/api/ledger-exports/${id}/file`, cookies: staff.cookies })).rawPayload;

/** Sets how invoices are booked, over what is set now. */
async function book(settings: object) {
  const path = '/api/settings/bookkeeping';
  const { version } = (await ask(test.app, staff, 'GET', path)).body;
  return ask(test.app, staff, 'PUT', path, { ...settings, version });
}

describe('a file for the ledger', () => {
  it('is refused while something is not set, which the preview names', async () => {
    await createInvoices(test, staff, [client]);
    const { lacks, invoices } = await preview();
    expect(invoices).toBe(1);
    expect(lacks.map(({ what }: { what: string }) => what)).toEqual(['journal', 'account', 'vat-code']);
    expect((await make('accountview')).status).toBe(400);
    const settings = {
      journal: '70',
      accounts: [{ hourTypeId: null, standard: '8090', reversed: '8095' }],
      vatCodes: { standard: '1', reversed: '4', none: '0' },
    };
    expect((await book(settings)).body).toMatchObject(settings);
    expect(await preview()).toMatchObject({ lacks: [], netCents: 10_000, vatCents: 2_100, total: 1 });
  });

  it('holds each invoice once, whoever makes it at the same time, and is the same whenever it is asked for', async () => {
    const answers = await Promise.all([make('accountview'), make('accountview'), make('csv')]);
    const [made, ...more] = answers.filter(({ status }) => status === 201);
    expect(more).toEqual([]);
    expect(made?.body).toMatchObject({ invoices: 1, netCents: 10_000, vatCents: 2_100 });
    const before = await download(made?.body.id);
    await book({
      journal: '71',
      accounts: [{ hourTypeId: null, standard: '8099', reversed: null }],
      vatCodes: { standard: '1', reversed: null, none: null },
    });
    expect((await download(made?.body.id)).equals(before)).toBe(true);
    if (made?.body.name === 'accountview')
      expect(before.toString('latin1')).toMatch(
        /^1;70;2026-000001;20-11-26;04-12-26;11;13001;8090;KP1;;2026-000001 .{1,16};100\.00;1;21\.00\r\n$/,
      );
    expect((await make('csv')).body.code).toBe('nothing-to-send');
    expect((await get('/api/ledger-exports')).items).toHaveLength(1);
  });

  it('looks as the office typed it, and tells two who change it at once', async () => {
    const content = {
      ...{ format: 'csv', hasTitles: true, separator: ',', decimalSign: '.', dateForm: 'y-m-d', encoding: 'utf-8-bom' },
      columns: [
        { title: 'nr', field: 'invoiceNumber' },
        { title: 'soort', field: null, text: 'VRK' },
        { title: 'bedrag', field: 'net' },
      ],
    };
    const added = await ask(test.app, staff, 'POST', '/api/ledger-definitions', { name: 'Eigen', content });
    expect(added.status).toBe(201);
    expect(
      (await ask(test.app, staff, 'POST', '/api/ledger-definitions', { name: 'eigen', content })).body.errors,
    ).toEqual([{ pointer: '/name', code: 'taken' }]);
    const change = (name: string) =>
      ask(test.app, staff, 'PUT', `/api/ledger-definitions/${added.body.id}`, { version: 1, name, content });
    const answers = await Promise.all([change('Een'), change('Twee')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    await createInvoices(test, staff, [client]);
    const made = await make(added.body.id);
    const [, row] = (await download(made.body.id)).toString().trim().split('\r\n');
    expect(row).toBe('2026-000002,VRK,100.00');
  });

  it('comes as a spreadsheet, too, of what is new', async () => {
    await createInvoices(test, staff, [client]);
    const made = await make('xlsx');
    expect(made.body.fileName).toBe('boekhouding-2026-000003-2026-000003.xlsx');
    expect((await download(made.body.id)).subarray(0, 2).toString()).toBe('PK');
  });
});
