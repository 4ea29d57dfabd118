import { addDays } from '@konnekt/shared/basics/calendar-day';
import { expect, lastWeek, type Page, test } from '../fixtures.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const soon = { timeout: 30_000 };

/** The first time it arrives, and the browser never hears of it. */
async function loseFirstAnswer(page: Page, address: string): Promise<void> {
  let asked = 0;
  await page.route(address, async (route) => {
    if (route.request().method() === 'GET' || asked++ > 0) return route.continue();
    await route.fetch();
    return route.abort('connectionreset');
  });
}

test('A week is told as sent, and as taken back, when the answer to that was lost', async ({
  page,
  makeWorkplace,
  signInAs,
}) => {
  const { workers } = await makeWorkplace(['Karin Kok']);
  const [worker] = workers;
  const { year, number, monday } = lastWeek();
  const day = new Intl.DateTimeFormat('nl-NL', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
  const tuesday = day.format(new Date(`${addDays(monday, 1)}T12:00:00Z`));
  await loseFirstAnswer(page, '**/api/worksheets/*/send');
  await loseFirstAnswer(page, '**/api/worksheets/*/withdraw');
  await signInAs(worker, { path: `/hours/${worker.placementId}/${year}/${number}` });
  await page.getByRole('textbox', { name: new RegExp(`^${tuesday},? ?Normale uren`, 'i') }).fill('8');
  await button(page, 'Versturen').click();
  await expect(page.getByRole('main').getByText('Verstuurd ter goedkeuring.')).toBeVisible(soon);
  await button(page, 'Terughalen').click();
  await expect(page.getByRole('main').getByText(/^Teruggehaald/)).toBeVisible(soon);
});

test('A client whose answer was lost is made once, and its page opens', async ({ page, signInAs }) => {
  const name = `Verloren & Gevonden ${Math.random().toString(36).slice(2, 8)}`;
  await loseFirstAnswer(page, '**/api/organisations');
  await signInAs('staff', { path: '/manage/organisations/new' });
  await page.getByLabel('Naam', { exact: true }).fill(name);
  await page.getByLabel('Plaats', { exact: true }).fill('Utrecht');
  await button(page, 'Organisatie toevoegen').click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  const list = await page.request.get(`/api/office/organisations?q=${encodeURIComponent(name)}`);
  expect((await list.json()).items).toHaveLength(1);
});

test('Hours of the grid are told as sent when the answer to that was lost', async ({
  page,
  makeWorkplace,
  signInAs,
}) => {
  const { supervisor } = await makeWorkplace(['Anna Bakker', 'Bram Citroen'], { hoursBy: 'supervisor' });
  const { year, number } = lastWeek();
  await loseFirstAnswer(page, '**/api/registration/send');
  await signInAs(supervisor, { path: `/timesheets/register?year=${year}&period=${number}&view=grid` });
  const cells = page.getByRole('textbox', { name: /Normale uren/ });
  await expect(cells).toHaveCount(2);
  for (const cell of await cells.all()) await cell.fill('8');
  await button(page, 'Alles versturen').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /ersturen/ }).click();
  await expect(page.getByText('2 urenbriefjes verstuurd.')).toBeVisible(soon);
  await expect(page.getByText(/niet gelukt/i)).toHaveCount(0);
});
