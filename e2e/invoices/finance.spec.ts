import { readFile } from 'node:fs/promises';
import type { APIRequestContext } from '@playwright/test';
import { expect, lastWeek, type Page, password, test, type Worker, type Workplace, withDatabase } from '../fixtures.ts';

const texts = {
  nl: {
    menu: 'Hoofdmenu',
    invoices: 'Facturen',
    budget: 'Budgetnummer',
    behind: (number: string) => `Urenbriefjes achter Factuur ${number}`,
    agrees: /kloppen met de factuur/,
    approved: /Versie 1 goedgekeurd door Saskia/,
    hours: '8,00 uur',
    total: '€ 290,40',
    onInvoice: (number: string) => `op factuur ${number}`,
    ubl: 'E-factuur (UBL)',
    back: 'Terug naar de facturen',
    all: 'Alles aanvinken',
    zip: 'Downloaden met urenbriefjes',
  },
  en: {
    menu: 'Main menu',
    invoices: 'Invoices',
    budget: 'Budget number',
    behind: (number: string) => `Worksheets behind Invoice ${number}`,
    agrees: /agree with the invoice/,
    approved: /Version 1 approved by Saskia/,
    hours: '8.00 hours',
    total: '€290.40',
    onInvoice: (number: string) => `on invoice ${number}`,
    ubl: 'E-invoice (UBL)',
    back: 'Back to the invoices',
    all: 'Tick all',
    zip: 'Download with worksheets',
  },
};
const nextMonday = () => new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);

for (const language of ['nl', 'en'] as const) {
  test(`A supervisor finds an invoice by its budget number, and by the clock the hours behind it (${language})`, async ({
    page,
    makeWorkplace,
    signInAs,
    request,
  }) => {
    const words = texts[language];
    const place = await makeWorkplace(['Fien Factuur']);
    const budgetNumber = `BN-${place.organisationName.slice(-6)}`;
    await readyForInvoices(request, place, budgetNumber);
    const number = await invoice(request, place.organisationId);
    await signInAs(place.supervisor, { language });

    const menu = page.getByRole('navigation', { name: words.menu, exact: true });
    await menu.getByRole('link', { name: words.invoices, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: words.invoices })).toBeVisible();
    await page.getByRole('searchbox', { name: words.budget }).fill('iets anders');
    await expect(page.getByRole('link', { name: number, exact: true })).toBeHidden();
    await page.getByRole('searchbox', { name: words.budget }).fill(budgetNumber.toLowerCase());
    await expect(page.getByRole('link', { name: number, exact: true })).toBeVisible();
    await expect(page).toHaveURL(/budget=/);

    await page.getByRole('link', { name: words.behind(number) }).click();
    await expect(page.getByRole('heading', { level: 1, name: words.behind(number) })).toBeVisible();
    await expect(page.getByText(words.agrees)).toBeVisible();
    await expect(page.getByText(words.approved)).toBeVisible();
    await expect(page.getByRole('cell', { name: words.hours }).first()).toBeVisible();
    await page.getByRole('link', { name: /Fien Factuur/ }).click();
    await page.getByRole('link', { name: words.onInvoice(number) }).click();
    await expect(page.getByText(words.total).first()).toBeVisible();

    const [pdf, ubl] = [await download(page, 'PDF'), await download(page, words.ubl)];
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(ubl.toString()).toContain(`<cbc:ID>${number}</cbc:ID>`);

    await page.getByRole('link', { name: words.back }).click();
    await page.getByRole('searchbox', { name: words.budget }).fill(budgetNumber);
    await expect(page).toHaveURL(/budget=/);
    await page.getByRole('checkbox', { name: words.all }).check();
    const zip = await download(page, words.zip);
    expect(zip.toString('latin1')).toContain(`${number}.pdf`);
  });
}

/** What the file holds that a link brings. */
async function download(page: Page, name: string): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name, exact: true }).click(),
  ]);
  return readFile(await file.path());
}

test('The back office turns final hours into a numbered invoice, and credits part of it', async ({
  page,
  makeWorkplace,
  signInAs,
  request,
}) => {
  const place = await makeWorkplace(['Fien Factuur']);
  await readyForInvoices(request, place, 'BN-1');
  await withDatabase((db) =>
    db.query('UPDATE organisation SET street = NULL WHERE id = $1::uuid', [place.organisationId]),
  );
  await signInAs('staff', { path: `/finance/invoices?until=${nextMonday()}` });

  const tick = page.getByRole('checkbox', { name: `${place.organisationName} aanvinken` });
  const row = page.getByRole('row').filter({ hasText: place.organisationName });
  await expect(row.getByRole('link', { name: 'adres van de organisatie' })).toBeVisible();
  await tick.check();
  await page.getByRole('button', { name: 'Concepten maken voor 1 organisatie' }).click();

  await page.getByRole('searchbox', { name: 'Zoeken' }).fill(place.organisationName);
  const draft = page.getByRole('checkbox', { name: new RegExp(`Conceptfactuur ${place.organisationName}`) });
  await draft.check();
  const finalise = async (name = '1 factuur definitief maken?') => {
    await page.getByRole('button', { name: 'Definitief maken' }).click();
    const dialog = page.getByRole('dialog', { name });
    await dialog.getByRole('button', { name: 'Definitief maken' }).click();
    await expect(dialog).toBeHidden();
  };
  await finalise();
  await expect(page.getByText('Het adres van de organisatie ontbreekt.')).toBeVisible();
  await expect(draft).toBeChecked();
  await withDatabase((db) =>
    db.query(`UPDATE organisation SET street = 'Kade 1' WHERE id = $1::uuid`, [place.organisationId]),
  );

  await page.getByRole('link', { name: 'Conceptfactuur', exact: true }).click();
  await page.getByRole('button', { name: 'Wijzigen' }).click();
  await page.getByRole('button', { name: 'Regel toevoegen' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Opslaan' }).click();
  await expect(page.getByText('2 velden kloppen nog niet.')).toBeVisible();
  await expect(page.getByLabel('Omschrijving')).toBeFocused();
  await page.getByLabel('Omschrijving').fill('Werkschoenen');
  await page.getByLabel('Aantal').fill('2');
  await page.getByLabel('Prijs (€)').fill('49,95');
  await page.getByRole('button', { name: 'Opslaan' }).click();
  await expect(page.getByRole('row', { name: /Werkschoenen 2 st\..*99,90/ })).toBeVisible();
  await finalise();
  await expect(page.getByRole('heading', { level: 1, name: /^Factuur \d{4}-\d{6}$/ })).toBeVisible();

  await page.getByRole('button', { name: 'Crediteren' }).click();
  const credit = page.getByRole('dialog', { name: /crediteren/ });
  await credit.getByRole('radio', { name: 'Per regel' }).check();
  await credit.getByLabel(/Te crediteren van Fien Factuur/).fill('2,5');
  await credit.getByRole('button', { name: 'Conceptcreditnota maken' }).click();
  await expect(credit.getByText('Vul dit in.')).toBeVisible();
  await expect(credit.getByLabel('Reden')).toBeFocused();
  await credit.getByLabel('Reden').fill('Op vrijdag eerder naar huis');
  await credit.getByRole('button', { name: 'Conceptcreditnota maken' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Conceptcreditnota' })).toBeVisible();
  await finalise('Deze creditnota definitief maken?');
  // Another journey may give credit notes a letter meanwhile.
  await expect(page.getByRole('heading', { level: 1, name: /^Creditnota C?\d{4}-\d{6}$/ })).toBeFocused();
  await expect(page.getByText('€ −15,00').first()).toBeVisible();
});

/** Final hours of last week with a rate and a budget number, of a client that can be invoiced, and a supervisor who may see that. */
async function readyForInvoices(request: APIRequestContext, place: Workplace, budgetNumber: string): Promise<void> {
  const [worker] = place.workers;
  if (!worker) throw new Error('somebody works there');
  await withDatabase(async (db) => {
    const id = [place.organisationId];
    await db.query(
      `UPDATE organisation SET street = 'Kade 1', postcode = '3011 BB', kvk_number = '24000001' WHERE id = $1::uuid`,
      id,
    );
    await db.query('UPDATE supervisor_right SET may_see_invoices = true WHERE organisation_id = $1::uuid', id);
    await db.query(
      `INSERT INTO placement_rate (placement_id, hour_type_id, valid_from, pay_cents, bill_cents)
       SELECT $1::uuid, id, '2020-01-01', 400, 600 FROM hour_type WHERE code = 'N100'`,
      [worker.placementId],
    );
  });
  const sent = await sendWeek(request, worker, budgetNumber);
  await as(request, place.supervisor.email);
  const approved = (await decide(request, 'approve', sent)).done[0];
  await as(request, 'staff@konnekt.example');
  await decide(request, 'finalise', approved);
}

/** A number for what is ready of a client. */
async function invoice(request: APIRequestContext, organisationId: string): Promise<string> {
  const until = nextMonday();
  const prepared = await request.post('/api/invoices/prepare', { data: { until, organisationIds: [organisationId] } });
  expect(await prepared.json()).toEqual({ drafts: 1, leftOut: 0 });
  const list = await request.get(`/api/invoices?organisationId=${organisationId}&status=draft&limit=10`);
  const items = (await list.json()).items.map(({ id, version }: Version) => ({ id, version }));
  const { done, refused } = await (await request.post('/api/invoices/finalise', { data: { items } })).json();
  expect(refused).toEqual([]);
  return done[0].number;
}

interface Version {
  id: string;
  version: number;
}

async function as(request: APIRequestContext, login: string): Promise<void> {
  expect((await request.post('/api/auth/login', { data: { login, password } })).status()).toBe(200);
}

/** Five days of eight hours: 40 hours at 6 euros are 240, with VAT 290,40. */
async function sendWeek(request: APIRequestContext, worker: Worker, budgetNumber: string): Promise<Version> {
  await as(request, worker.email);
  const { items } = await (await request.get('/api/hour-types')).json();
  const { year, number, monday } = lastWeek();
  const hourTypeId = items.find(({ code }: { code: string }) => code === 'N100').id;
  const lines = [0, 1, 2, 3, 4].map((n) => ({
    ...{ hourTypeId, minutes: 480, budgetNumber },
    date: new Date(Date.parse(monday) + n * 86_400_000).toISOString().slice(0, 10),
  }));
  const saved = await request.post('/api/worksheets', {
    data: { placementId: worker.placementId, year, number, lines },
  });
  const { id, version } = await saved.json();
  return (await request.post(`/api/worksheets/${id}/send`, { data: { version } })).json();
}

async function decide(request: APIRequestContext, decision: 'approve' | 'finalise', { id, version }: Version) {
  const answer = await (
    await request.post(`/api/worksheets/${decision}`, { data: { items: [{ id, version }] } })
  ).json();
  expect(answer.refused).toEqual([]);
  return answer;
}
