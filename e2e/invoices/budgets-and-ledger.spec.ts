import { readFile } from 'node:fs/promises';
import { expect, test } from '../fixtures.ts';
import { finalInvoice } from './final-invoice.ts';

test('Staff give a budget number a budget, and its client sees what is left and the hours behind it', async ({
  page,
  makeWorkplace,
  signInAs,
  request,
}) => {
  const place = await makeWorkplace([]);
  const number = `BN-${place.organisationName.slice(-6)}`;
  await finalInvoice(request, place, number);
  await signInAs('staff', { path: `/manage/organisations/${place.organisationId}?tab=budget-numbers` });
  await page.getByRole('button', { name: 'Nieuw budgetnummer' }).click();
  const dialog = page.getByRole('dialog', { name: 'Nieuw budgetnummer' });
  await dialog.getByLabel('Budgetnummer').fill(number);
  await dialog.getByLabel('Budget excl. btw (€)').fill('110,00');
  await dialog.getByLabel('Budget in uren').fill('10');
  await dialog.getByRole('button', { name: 'Opslaan' }).click();
  await expect(dialog).toContainText('Vul een bedrag of uren in, niet allebei.');
  await dialog.getByLabel('Budget in uren').fill('');
  await dialog.getByRole('button', { name: 'Opslaan' }).click();
  await expect(dialog).toBeHidden();

  await signInAs(place.supervisor, { path: '/finance/budgets', language: 'en' });
  const row = page.getByRole('row').filter({ hasText: number });
  await expect(row).toContainText('€10.00 left of €110.00');
  await expect(row).toContainText('Nearly used');
  await page.getByRole('link', { name: number }).click();
  await expect(page.getByRole('row', { name: /Werkschoenen/ })).toContainText('€100.00');
});

test('Staff fill in what the ledger needs, make its file, and get the same one again', async ({
  page,
  makeWorkplace,
  signInAs,
  request,
}) => {
  const { number } = await finalInvoice(request, await makeWorkplace([]));
  await signInAs('staff', { path: '/finance/bookkeeping?tab=accounts' });
  await expect(page.getByLabel('Dagboek')).toBeVisible();
  // Another one each time: what is filled in already is not saved again.
  const account = String(Date.now()).slice(-6);
  for (const field of await page.getByRole('main').getByRole('textbox').all()) await field.fill(account);
  await page.getByRole('button', { name: 'Opslaan' }).click();
  await expect(page.getByText(/opgeslagen/i).first()).toBeVisible();

  await page.getByRole('link', { name: 'Bestanden', exact: true }).click();
  await page.getByRole('button', { name: 'Bestand maken' }).click();
  await expect(page.getByText('Het bestand is gemaakt.')).toBeVisible();
  const download = async () => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page
        .getByRole('link', { name: /^boekhouding-.*\.csv$/ })
        .first()
        .click(),
    ]);
    return readFile(await file.path(), 'latin1');
  };
  const first = await download();
  expect(first).toContain(`;${number};`);
  await page.reload();
  expect(await download()).toBe(first);
});
