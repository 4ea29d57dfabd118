import { expect, lastWeek, type Page, test } from '../fixtures.ts';

const field = (page: Page, hourType: string) => page.getByRole('textbox', { name: hourType, exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const undo = (page: Page) => page.getByRole('status').getByRole('button', { name: 'Ongedaan maken' });
const kept = 'Getypt op dit apparaat, nog niet opgeslagen';

test('A supervisor gets back what was thrown away; added hours are marked in the list and numbered alike', async ({
  page,
  makeWorkplace,
  signInAs,
}) => {
  const { supervisor } = await makeWorkplace(['Anna Bakker'], { hoursBy: 'supervisor' });
  await signInAs(supervisor, { path: '/timesheets/register' });
  const anna = page.getByRole('link', { name: /Anna Bakker/ });
  await anna.click();

  await test.step('days become a total, and are days again', async () => {
    await page.getByRole('radio', { name: 'Per dag' }).check();
    await page.getByRole('textbox', { name: /^maandag.*, Normale uren$/ }).fill('4');
    await page.getByRole('textbox', { name: /^dinsdag.*, Normale uren$/ }).fill('3,5');
    await page.getByRole('radio', { name: 'Per week' }).check();
    await expect(field(page, 'Normale uren')).toHaveValue('7,50');
    await page.getByRole('radio', { name: 'Per dag' }).check();
    await expect(page.getByRole('textbox', { name: /^dinsdag.*, Normale uren$/ })).toHaveValue('3,5');
    await page.getByRole('radio', { name: 'Per week' }).check();
  });

  await test.step('thrown away, and back', async () => {
    await button(page, 'Weggooien wat ik typte').click();
    await expect(field(page, 'Normale uren')).toHaveValue('');
    await undo(page).click();
    await expect(field(page, 'Normale uren')).toHaveValue('7,50');
    await button(page, 'Versturen').click();
    await expect(button(page, 'Urenregels toevoegen')).toBeVisible();
  });

  await test.step('cancelled, and back', async () => {
    await button(page, 'Urenregels toevoegen').click();
    await field(page, 'Normale uren').fill('2');
    await button(page, 'Annuleren').click();
    await expect(field(page, 'Normale uren')).toHaveCount(0);
    await undo(page).click();
    await expect(field(page, 'Normale uren')).toHaveValue('2');
  });

  await test.step('marked in the list', async () => {
    await page.getByRole('link', { name: 'Naar de lijst' }).click();
    await expect(anna).toContainText(kept);
    await anna.click();
    await button(page, 'Versturen').click();
    await expect(page.getByText('9,50')).toBeVisible();
    await page.getByRole('link', { name: 'Naar de lijst' }).click();
    await expect(anna).not.toContainText(kept);
  });

  await test.step('the grid is no wider than its room', async () => {
    await page.goto('/timesheets/register?view=grid');
    const grid = page.getByRole('grid');
    await expect(grid).toContainText('Verstuurd, met toegevoegde uren');
    const cut = await grid.evaluate((table) =>
      [...table.querySelectorAll('td')]
        .filter((cell) => cell.scrollWidth > cell.clientWidth)
        .map((cell) => cell.textContent),
    );
    expect(cut).toEqual([]);
    const room = await grid.evaluate((table) => {
      const box = table.parentElement ?? table;
      return box.scrollWidth - box.clientWidth;
    });
    expect(room).toBe(0);
  });

  await test.step('the same number on both screens', async () => {
    await page.goto('/timesheets/register');
    await anna.click();
    await page.getByRole('link', { name: 'Toegevoegde uren 1' }).click();
    await expect(page.getByText('Toegevoegde uren 1 (dit deel)')).toBeVisible();
    await expect(page.getByRole('main').getByRole('link', { name: 'Urenbriefje', exact: true })).toBeVisible();
  });
});

test('An address with a week that does not exist says so, and shows the week that is wanted', async ({
  page,
  makeWorkplace,
  signInAs,
}) => {
  const { supervisor } = await makeWorkplace(['Anna Bakker'], { hoursBy: 'supervisor' });
  await signInAs(supervisor, { path: '/timesheets/register?type=week&year=2027&period=53' });
  // Until its deadline that is last week, on the morning after it too.
  const { year, number } = (await (await page.request.get('/api/registration')).json()).period;
  await expect(page.getByText('betekent hier niets en is overgeslagen: year=2027, period=53.')).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Jaar' })).toHaveValue(String(year));
  await expect(page.getByRole('combobox', { name: 'Periode' })).toHaveValue(String(number));
  await page.getByRole('button', { name: 'Weghalen' }).click();
  await expect(page).toHaveURL('/timesheets/register?type=week');
});

test('An employee finds back a comment, hours that were cancelled, and added hours after taking the week back', async ({
  page,
  makeSentWeek,
  signInAs,
}) => {
  const { workers } = await makeSentWeek(['Olga Otten']);
  const [worker] = workers;
  const { year, number } = lastWeek();
  await signInAs(worker, { path: `/hours/${worker.placementId}/${year}/${number}` });

  await test.step('a comment that was begun', async () => {
    const comment = page.getByRole('textbox', { name: 'Opmerking toevoegen' });
    await comment.fill('Ik was vrijdag');
    await page.getByRole('navigation', { name: 'Andere periodes' }).getByRole('link').first().click();
    await expect(page).not.toHaveURL(new RegExp(`/${year}/${number}$`));
    await page.goBack();
    await expect(comment).toHaveValue('Ik was vrijdag');
    await comment.fill('Ik was vrijdag ziek');
    await button(page, 'Opmerking toevoegen').click();
    await expect(comment).toHaveValue('');
    await page.reload();
    await expect(comment).toHaveValue('');
  });

  await test.step('added hours that were cancelled', async () => {
    await button(page, 'Urenregels toevoegen').click();
    const saturday = page.getByRole('textbox', { name: /^zaterdag .*Normale uren/i });
    await saturday.fill('2');
    await button(page, 'Annuleren').click();
    await expect(saturday).toHaveCount(0);
    await undo(page).click();
    await expect(saturday).toHaveValue('2');
    await button(page, 'Toegevoegde uren versturen').click();
    await expect(page.getByText('42,00').first()).toBeVisible();
  });

  await test.step('added hours beside the week that can be changed again', async () => {
    await button(page, 'Terughalen').click();
    await expect(button(page, 'Versturen')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Toegevoegde uren' })).toBeVisible();
    await expect(page.getByText('Samen met het urenbriefje: 42,00 uur')).toBeVisible();
  });
});

test('A supervisor takes back what was sent by mistake, corrects it and sends it again', async ({
  page,
  makeWorkplace,
  signInAs,
}) => {
  const { supervisor } = await makeWorkplace(['Bea Blom'], { hoursBy: 'supervisor' });
  await signInAs(supervisor, { path: '/timesheets/register' });
  await page.getByRole('link', { name: /Bea Blom/ }).click();
  await field(page, 'Normale uren').fill('400');
  await field(page, 'Normale uren').fill('40');
  await field(page, 'Normale uren').press('Enter');
  await button(page, 'Terughalen').click();
  await expect(field(page, 'Normale uren')).toHaveValue(/^40/);
  await page.getByRole('link', { name: 'Naar de lijst' }).click();
  await expect(page.getByRole('link', { name: /Bea Blom/ })).toContainText('Nog versturen');
  await page.getByRole('link', { name: /Bea Blom/ }).click();
  await field(page, 'Normale uren').fill('38');
  await button(page, 'Versturen').click();
  await button(page, 'Urenregels toevoegen').click();
  await field(page, 'Normale uren').fill('1');
  await button(page, 'Versturen').click();
  await expect(page.getByText('39,00')).toBeVisible();
  await button(page, 'Terughalen').nth(1).click();
  await expect(page.getByText('Toegevoegde uren 1, nog te versturen')).toBeVisible();
  await field(page, 'Normale uren').fill('2');
  await button(page, 'Versturen').click();
  await expect(page.getByText('40,00')).toBeVisible();
});
