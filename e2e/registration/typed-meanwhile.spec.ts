import { expect, lastWeek, type Page, test } from '../fixtures.ts';

const registered = { hoursBy: 'supervisor' } as const;
const field = (page: Page, hourType: string) => page.getByRole('textbox', { name: hourType, exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const cell = (page: Page, name: string, column = 'Normale uren') =>
  page.getByRole('grid').getByRole('textbox', { name: `${name}, ${column}` });

/** Holds back requests until they are let go. */
async function holdBack(page: Page, url: string): Promise<() => void> {
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(url, async (route) => {
    await gate;
    await route.continue();
  });
  return letGo;
}

test('What a supervisor types while Save or Send is under way stays', async ({ page, makeWorkplace, signInAs }) => {
  const { supervisor } = await makeWorkplace(['Anna Bakker', 'Bram Citroen'], registered);
  await signInAs(supervisor, { path: '/timesheets/register' });

  await test.step('one by one', async () => {
    await page.getByRole('link', { name: 'Anna Bakker' }).click();
    await field(page, 'Normale uren').fill('10');
    const letGo = await holdBack(page, '**/api/registration/*');
    await button(page, 'Opslaan').click();
    await field(page, 'Verlof').fill('4');
    letGo();
    await expect(page.getByRole('status').filter({ hasText: 'Opgeslagen.' })).toBeVisible();
    await expect(field(page, 'Verlof')).toHaveValue('4');
    await expect(page.getByText('Intussen gewijzigd')).toBeHidden();
    await page.reload();
    await expect(field(page, 'Verlof')).toHaveValue('4');
    await button(page, 'Versturen').click();
    await expect(page.getByText('14,00', { exact: true })).toBeVisible();
  });

  await test.step('added hours: what was sent is gone, what came after it is there', async () => {
    await button(page, 'Urenregels toevoegen').click();
    await field(page, 'Normale uren').fill('2');
    const letGo = await holdBack(page, '**/api/worksheets/*/supplements');
    await button(page, 'Versturen').click();
    await field(page, 'Verlof').fill('3');
    letGo();
    await expect(page.getByRole('alert')).toContainText('Wat u daarna typte, staat hier nog en is niet verstuurd.');
    await expect(field(page, 'Normale uren')).toHaveValue('');
    await expect(field(page, 'Verlof')).toHaveValue('3');
    await button(page, 'Versturen').click();
    await expect(page.getByText('19,00')).toBeVisible();
  });

  await test.step('everybody at once', async () => {
    await page.goto('/timesheets/register?view=grid');
    await button(page, 'Alle uursoorten').click();
    await cell(page, 'Bram Citroen').fill('11');
    const letGo = await holdBack(page, '**/api/registration/*');
    await button(page, 'Alles opslaan').click();
    await cell(page, 'Bram Citroen', 'Verlof').fill('3');
    letGo();
    await expect(page.getByText('1 urenbriefje opgeslagen.')).toBeVisible();
    await expect(cell(page, 'Bram Citroen', 'Verlof')).toHaveValue('3');
    await expect(page.getByText('1 nog niet opgeslagen')).toBeVisible();
    await cell(page, 'Bram Citroen', 'Verlof').press('Control+z');
    await expect(cell(page, 'Bram Citroen', 'Verlof')).toHaveValue('');
    await expect(cell(page, 'Bram Citroen')).toHaveValue('11,00');
    await cell(page, 'Bram Citroen', 'Verlof').press('Control+y');
    await button(page, 'Alles opslaan').click();
    await expect(page.getByText('1 nog niet opgeslagen')).toBeHidden();
    await page.reload();
    await expect(cell(page, 'Bram Citroen', 'Verlof')).toHaveValue('3,00');
  });

  await test.step('what was typed too late is said at the row, and stays on the device', async () => {
    const letGo = await holdBack(page, '**/api/registration/send');
    await button(page, 'Alles versturen').click();
    await cell(page, 'Bram Citroen', 'Verlof').fill('4');
    letGo();
    const bram = page.getByRole('row', { name: /Bram Citroen/ });
    await expect(bram).toContainText('Al verstuurd, met andere uren');
    await bram.getByRole('link', { name: 'Bram Citroen' }).click();
    await expect(page.getByText('Al verstuurd, met andere uren')).toBeVisible();
    await button(page, 'Weggooien wat ik typte').click();
    await expect(page.getByText('Al verstuurd, met andere uren')).toBeHidden();
  });
});

test('What an employee types while added hours are being sent stays', async ({ page, makeSentWeek, signInAs }) => {
  const { workers } = await makeSentWeek(['Olga Otten']);
  const [worker] = workers;
  const { year, number } = lastWeek();
  await signInAs(worker, { path: `/hours/${worker.placementId}/${year}/${number}` });
  await button(page, 'Urenregels toevoegen').click();
  const saturday = page.getByRole('textbox', { name: /^zaterdag .*Normale uren/i });
  const sunday = page.getByRole('textbox', { name: /^zondag .*Normale uren/i });
  await saturday.fill('2');
  const letGo = await holdBack(page, '**/api/worksheets/*/supplements');
  await button(page, 'Toegevoegde uren versturen').click();
  await sunday.fill('3');
  letGo();
  await expect(page.getByRole('alert')).toContainText('Wat u daarna typte, staat hier nog en is niet verstuurd.');
  await expect(saturday).toHaveValue('');
  await expect(sunday).toHaveValue('3');
  await button(page, 'Toegevoegde uren versturen').click();
  await expect(page.getByText('45,00').first()).toBeVisible();
});

test('Two windows of one browser type in the same hours, and neither loses any', async ({
  page,
  context,
  makeWorkplace,
  signInAs,
}) => {
  const { supervisor } = await makeWorkplace(['Anna Bakker'], registered);
  await signInAs(supervisor, { path: '/timesheets/register?view=grid' });
  const other = await context.newPage();
  await other.goto('/timesheets/register');
  await other.getByRole('link', { name: 'Anna Bakker' }).click();
  await expect(field(other, 'Normale uren')).toBeVisible();

  await cell(page, 'Anna Bakker', 'Overuren 125 %').fill('1');
  await expect(field(other, 'Overuren 125 %')).toHaveValue('1');
  await field(other, 'Normale uren').fill('21');
  await expect(cell(page, 'Anna Bakker')).toHaveValue('21');
  await button(other, 'Opslaan').click();
  await expect(other.getByText('Opgeslagen, nog niet verstuurd.')).toBeVisible();
  await page.reload();
  await expect(cell(page, 'Anna Bakker')).toHaveValue('21,00');
  await expect(cell(page, 'Anna Bakker', 'Overuren 125 %')).toHaveValue('1,00');
});
