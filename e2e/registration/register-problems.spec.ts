import AxeBuilder from '@axe-core/playwright';
import { addDays } from '@konnekt/shared/basics/calendar-day';
import { expect, lastWeek, type Page, test, thisWeek, withDatabase } from '../fixtures.ts';

const registered = { hoursBy: 'supervisor' } as const;
const normal = (page: Page) => page.getByRole('textbox', { name: 'Normale uren' });
const send = (page: Page) => page.getByRole('button', { name: 'Versturen', exact: true });
const cell = (page: Page, name: string, column = 'Normale uren') =>
  page.getByRole('grid').getByRole('textbox', { name: `${name}, ${column}` });

test('A budget number that the organisation wants is asked for at its field', async ({
  page,
  makeWorkplace,
  signInAs,
}) => {
  const { supervisor } = await makeWorkplace(['Anna Bakker'], { ...registered, needsBudgetNumber: true });
  await signInAs(supervisor, { path: '/timesheets/register' });
  await page.getByRole('link', { name: 'Anna Bakker' }).click();
  await normal(page).fill('38');
  await normal(page).press('Enter');
  const budgetNumber = page.getByRole('textbox', { name: 'Budgetnummer' });
  await expect(budgetNumber).toBeFocused();
  await expect(budgetNumber).toHaveAccessibleDescription(/Vul het budgetnummer in\./);
  await expect(normal(page)).toHaveValue('38');

  await page.goto('/timesheets/register?view=grid');
  await expect(cell(page, 'Anna Bakker')).toHaveValue('38');
  await expect(cell(page, 'Anna Bakker', 'Budgetnummer')).toHaveAccessibleDescription('Vul het budgetnummer in.');
  await page.getByRole('button', { name: 'Alles versturen' }).click();
  await expect(page.getByText('1 regel klopt nog niet; die blijft hier staan.')).toBeVisible();
  await expect(cell(page, 'Anna Bakker', 'Budgetnummer')).toBeFocused();
  await page.keyboard.type('BN-2026-7');
  await page.getByRole('button', { name: 'Alles versturen' }).click();
  await expect(page.getByText('1 urenbriefje verstuurd.')).toBeVisible();
});

test('A budget number that is none of the list of the organisation is marked while it is typed', async ({
  page,
  makeWorkplace,
  signInAs,
}) => {
  const { supervisor, organisationId } = await makeWorkplace(['Anna Bakker'], {
    ...registered,
    needsBudgetNumber: true,
  });
  await withDatabase((db) =>
    db.query("INSERT INTO budget_number (organisation_id, number, description) VALUES ($1, 'BN-1', 'Bakkerij')", [
      organisationId,
    ]),
  );
  await signInAs(supervisor, { path: '/timesheets/register' });
  await page.getByRole('link', { name: 'Anna Bakker' }).click();
  await normal(page).fill('38');
  const budgetNumber = page
    .getByRole('textbox', { name: 'Budgetnummer' })
    .or(page.getByRole('combobox', { name: 'Budgetnummer' }));
  await budgetNumber.fill('BN-2');
  await budgetNumber.blur();
  await expect(budgetNumber).toHaveAccessibleDescription(/Kies een budgetnummer uit de lijst/);
  await send(page).click();
  await expect(budgetNumber).toBeFocused();
  await budgetNumber.fill('bn-1');
  await expect(budgetNumber).not.toHaveAccessibleDescription(/Kies een budgetnummer uit de lijst/);

  await page.goto('/timesheets/register?view=grid');
  const inGrid = page.getByRole('grid').getByLabel('Anna Bakker, Budgetnummer', { exact: true });
  await inGrid.fill('BN-9');
  await inGrid.press('Enter');
  await expect(inGrid).toHaveAccessibleDescription(/Kies een budgetnummer uit de lijst/);
  await inGrid.fill('BN-1');
  await page.getByRole('button', { name: 'Alles versturen' }).click();
  await expect(page.getByText('1 urenbriefje verstuurd.')).toBeVisible();
});

test('A period that is still to come is shown with the day from which it opens', async ({
  page,
  makeWorkplace,
  signInAs,
}) => {
  const { supervisor } = await makeWorkplace(['Anna Bakker'], registered);
  const { year, number, monday } = thisWeek();
  await signInAs(supervisor, { path: `/timesheets/register?type=week&year=${year}&period=${number}` });
  await expect(page.getByText('Deze periode is nog niet begonnen.')).toBeHidden();
  await page.getByRole('button', { name: 'Volgende periode' }).click();
  const day = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${addDays(monday, 7)}T12:00:00Z`),
  );
  await expect(page.getByText('Deze periode is nog niet begonnen.')).toContainText(day);
  await page.getByRole('link', { name: 'Anna Bakker' }).click();
  await expect(normal(page)).toBeDisabled();
  await expect(send(page)).toHaveCount(0);
});

test('A period that the agency closed meanwhile refuses in clear words, and keeps what was typed', async ({
  page,
  makeWorkplace,
  signInAs,
  closePeriod,
}) => {
  const period = { type: 'month', year: thisWeek().year - 1, number: 3 };
  const { supervisor } = await makeWorkplace(['Anna Bakker'], {
    ...registered,
    periodType: 'month',
    startsOn: `${period.year}-01-01`,
  });
  await signInAs(supervisor, { path: `/timesheets/register?type=month&year=${period.year}&period=3` });
  await page.getByRole('link', { name: 'Anna Bakker' }).click();
  await normal(page).fill('160');
  await closePeriod(period);
  await send(page).click();
  await expect(page.getByRole('alert')).toContainText('Het uitzendbureau heeft deze periode gesloten.');
  await expect(normal(page)).toHaveValue('160');

  await page.reload();
  await expect(page.getByText('Het uitzendbureau heeft deze periode gesloten.')).toBeVisible();
  await expect(normal(page)).toBeDisabled();
  await expect(normal(page)).toHaveValue('160');
});

test('A job that starts or ends inside the period says on which days, and takes hours on those only', async ({
  page,
  makeWorkplace,
  signInAs,
}) => {
  const { year, number, monday } = lastWeek();
  const [startsOn, endsOn] = [addDays(monday, 2), addDays(monday, 3)];
  const { supervisor } = await makeWorkplace(['Anna Bakker'], { ...registered, startsOn, endsOn });
  const week = `type=week&year=${year}&period=${number}`;
  await signInAs(supervisor, { path: `/timesheets/register?${week}` });
  await expect(page.getByRole('link', { name: /Anna Bakker.*Alleen/ })).toBeVisible();
  await page.goto(`/timesheets/register?${week}&view=grid&days=N100`);
  await expect(page.getByRole('grid').getByRole('columnheader')).toHaveCount(10);
  await expect(page.getByRole('grid').getByRole('textbox')).toHaveCount(2);
  await page.getByRole('grid').getByRole('textbox').first().fill('25');
  await expect(page.getByRole('grid').getByRole('textbox').first()).toHaveAccessibleDescription(
    'Meer dan er uren in deze dag zijn.',
  );
  await page.getByRole('grid').getByRole('textbox').first().fill('8');
  await page.getByRole('button', { name: 'Alles versturen' }).click();
  await expect(page.getByText('1 urenbriefje verstuurd.')).toBeVisible();
});

test('A connection that breaks loses nothing that was typed', async ({ page, context, makeWorkplace, signInAs }) => {
  const { supervisor } = await makeWorkplace(['Anna Bakker', 'Bram Citroen'], registered);
  await signInAs(supervisor, { path: '/timesheets/register?view=grid' });
  await cell(page, 'Anna Bakker').fill('38');
  await cell(page, 'Bram Citroen').fill('7:30');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Alles opslaan' }).click();
  await expect(page.getByRole('alert')).toContainText('Er is geen verbinding');
  await cell(page, 'Bram Citroen').fill('8');
  await context.setOffline(false);
  await page.reload();
  await expect(cell(page, 'Anna Bakker')).toHaveValue('38');
  await expect(cell(page, 'Bram Citroen')).toHaveValue('8');

  await page.goto('/timesheets/register');
  await page.getByRole('link', { name: 'Anna Bakker' }).click();
  await expect(normal(page)).toHaveValue('38');
  await context.setOffline(true);
  await send(page).click();
  await expect(page.getByRole('alert')).toContainText('Er is geen verbinding');
  await context.setOffline(false);
  await send(page).click();
  await expect(page.getByText('38,00', { exact: true })).toBeVisible();
});

test('What was said of hours that do not fit goes with them', async ({ page, makeWorkplace, signInAs }) => {
  const { supervisor } = await makeWorkplace(['Anna Bakker'], registered);
  await signInAs(supervisor, { path: '/timesheets/register' });
  await page.getByRole('link', { name: 'Anna Bakker' }).click();
  await normal(page).fill('veel');
  await send(page).click();
  await expect(page.getByRole('alert')).toContainText('1 vak klopt nog niet');
  await page.getByRole('button', { name: 'Weggooien wat ik typte' }).click();
  await expect(normal(page)).toHaveValue('');
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('In two windows the second one is told what the first one saved', async ({
  page,
  context,
  makeWorkplace,
  signInAs,
}) => {
  const { supervisor } = await makeWorkplace(['Anna Bakker', 'Bram Citroen'], registered);
  await signInAs(supervisor, { path: '/timesheets/register?view=grid' });
  const other = await context.newPage();
  await other.goto(page.url());
  await cell(other, 'Anna Bakker').fill('20');
  await other.getByRole('button', { name: 'Alles opslaan' }).click();
  await expect(other.getByText('1 urenbriefje opgeslagen.')).toBeVisible();

  await cell(page, 'Anna Bakker').fill('30');
  await cell(page, 'Bram Citroen').fill('40');
  await page.getByRole('button', { name: 'Alles opslaan' }).click();
  await expect(page.getByText('1 urenbriefje opgeslagen. 1 niet gelukt')).toBeVisible();
  const row = page.getByRole('row', { name: /Anna Bakker/ });
  await expect(row).toContainText('nu staat er 20,00 uur');
  await expect(cell(page, 'Anna Bakker')).toHaveValue('30');
  expect((await new AxeBuilder({ page }).include('main').analyze()).violations).toEqual([]);
  await row.getByRole('button', { name: 'Het mijne houden' }).click();
  await page.getByRole('button', { name: 'Alles opslaan' }).click();
  await expect(page.getByText('1 urenbriefje opgeslagen.', { exact: true })).toBeVisible();
});

test('Hours that the device cannot keep are warned about before somebody leaves', async ({
  page,
  makeWorkplace,
  signInAs,
}) => {
  const { supervisor } = await makeWorkplace(['Anna Bakker', 'Bram Citroen'], registered);
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
  });
  await signInAs(supervisor, { path: '/timesheets/register' });
  await page.getByRole('link', { name: 'Anna Bakker' }).click();
  await normal(page).fill('38');
  await expect(page.getByText('Dit apparaat kan niet bewaren')).toBeVisible();

  const goToBram = async () => {
    await page.getByRole('button', { name: 'Andere werknemer kiezen' }).click();
    await page.getByRole('link', { name: 'Bram Citroen' }).click();
  };
  await goToBram();
  await expect(page.getByRole('dialog', { name: 'Weggaan zonder op te slaan?' })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole('button', { name: 'Hier blijven' }).click();
  await expect(normal(page)).toHaveValue('38');
  await page.getByRole('button', { name: 'Opslaan', exact: true }).click();
  await expect(page.getByText('Opgeslagen, nog niet verstuurd.')).toBeVisible();
  await goToBram();
  await expect(page.getByRole('heading', { level: 1, name: 'Uren van Bram Citroen' })).toBeVisible();
});
