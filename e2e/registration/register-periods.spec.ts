import { expect, test } from '../fixtures.ts';

const registered = { hoursBy: 'supervisor' } as const;

test('The first visit asks once, and shows the period that is wanted', async ({ page, makeWorkplace, signInAs }) => {
  const { supervisor } = await makeWorkplace(['Anna Bakker'], {
    ...registered,
    periodType: 'month',
    startsOn: '2024-01-01',
  });
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/registration')) asked.push(request.url());
  });
  await signInAs(supervisor, { path: '/timesheets/register' });
  await expect(page.getByRole('link', { name: 'Anna Bakker' })).toBeVisible();
  expect(asked).toHaveLength(1);
});

test('Hours of a month are filled in as one number, or per day', async ({ page, makeWorkplace, signInAs }) => {
  const { supervisor } = await makeWorkplace(['Anna Bakker'], {
    ...registered,
    periodType: 'month',
    startsOn: '2024-01-01',
  });
  await signInAs(supervisor, { path: '/timesheets/register?type=month&year=2026&period=2' });
  await page.getByRole('link', { name: 'Anna Bakker' }).click();
  await expect(page.getByText('Februari 2026')).toBeVisible();
  await page.getByRole('radio', { name: 'Per dag' }).check();
  await expect(page.getByRole('textbox', { name: /, Normale uren$/ })).toHaveCount(28);
  await page.getByRole('textbox', { name: 'maandag 2 februari, Normale uren' }).fill('8');
  await page.getByRole('textbox', { name: 'dinsdag 3 februari, Normale uren' }).fill('7,5');
  await page.getByRole('radio', { name: 'Per maand' }).check();
  await expect(page.getByRole('textbox', { name: 'Normale uren' })).toHaveValue('15,50');
  await page.getByRole('button', { name: 'Versturen', exact: true }).click();
  await expect(page.getByText('15,50', { exact: true })).toBeVisible();
});

test('A year of four-week periods has thirteen; the last of 2026 has five weeks', async ({
  page,
  makeWorkplace,
  signInAs,
}) => {
  const { supervisor } = await makeWorkplace(['Anna Bakker'], {
    ...registered,
    periodType: 'four-weeks',
    startsOn: '2024-01-01',
  });
  await signInAs(supervisor, { path: '/timesheets/register?type=four-weeks&year=2026&period=11&view=grid&days=N100' });
  const heads = page.getByRole('grid').getByRole('columnheader');
  await expect(heads).toHaveCount(28 + 3);
  await page.getByRole('textbox', { name: 'Anna Bakker, Normale uren, maandag 5 oktober' }).fill('8');
  await page.getByRole('button', { name: 'Alles versturen' }).click();
  await expect(page.getByText('1 urenbriefje verstuurd.')).toBeVisible();

  const period = page.getByLabel('Periode', { exact: true });
  await expect(period.getByRole('option')).toHaveCount(13);
  await period.selectOption('13');
  await expect(period.getByRole('option', { name: /Periode 13 · 30 nov – 3 jan/ })).toBeAttached();
  await expect(heads).toHaveCount(35 + 3);
});

test('Last period is copied: only its hour types, or its hours too', async ({ page, makeWorkplace, signInAs }) => {
  const names = ['Anna Bakker', 'Bram Citroen'];
  const { supervisor } = await makeWorkplace(names, { ...registered, periodType: 'month', startsOn: '2024-01-01' });
  const grid = page.getByRole('grid');
  const cell = (name: string, type: string) => grid.getByRole('textbox', { name: `${name}, ${type}` });
  const copy = async (what: RegExp) => {
    await page.getByRole('button', { name: 'Vorige periode overnemen' }).click();
    await page.getByRole('button', { name: what }).click();
  };
  await signInAs(supervisor, { path: '/timesheets/register?type=month&year=2026&period=4&view=grid' });
  await page.getByRole('button', { name: 'Alle uursoorten' }).click();
  await cell('Anna Bakker', 'Normale uren').fill('150');
  await cell('Anna Bakker', 'Verlof').fill('8');
  await cell('Bram Citroen', 'Normale uren').fill('120:30');
  await page.getByRole('button', { name: 'Alles opslaan' }).click();
  await expect(page.getByText('2 urenbriefjes opgeslagen.')).toBeVisible();

  await page.getByRole('button', { name: 'Volgende periode' }).click();
  await expect(cell('Anna Bakker', 'Normale uren')).toHaveValue('');
  await expect(grid.getByRole('columnheader', { name: 'Verlof', exact: true })).toHaveCount(0);
  await copy(/Alleen de uursoorten/);
  await expect(grid.getByRole('columnheader', { name: 'Verlof', exact: true })).toBeVisible();
  await expect(cell('Anna Bakker', 'Verlof')).toHaveValue('');

  await cell('Bram Citroen', 'Normale uren').fill('1');
  await copy(/Ook de uren/);
  await page.getByRole('dialog').getByRole('button', { name: 'Overnemen' }).click();
  await expect(page.getByText('Uren van 1 werknemer overgenomen')).toBeVisible();
  await expect(cell('Anna Bakker', 'Normale uren')).toHaveValue('150,00');
  // Who was free last month is not by that this month.
  await expect(cell('Anna Bakker', 'Verlof')).toHaveValue('');
  await expect(cell('Bram Citroen', 'Normale uren')).toHaveValue('1');
  await page.getByRole('button', { name: 'Ongedaan maken' }).click();
  await expect(cell('Anna Bakker', 'Normale uren')).toHaveValue('');
});
