import { expect, lastWeek, type Page, test } from '../fixtures.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name: new RegExp(`^${name}`) });
const twelve = Array.from({ length: 12 }, (_, index) => `Werknemer ${String.fromCharCode(65 + index)}`);

test('From home one walks along all that waits, and comes back to the row that was left', async ({
  page,
  makeSentWeek,
  signInAs,
}) => {
  const { supervisor } = await makeSentWeek(twelve);
  await signInAs(supervisor);
  const rows = page.getByRole('main').getByRole('link', { name: /^Werknemer/ });
  await expect(rows).toHaveCount(10);
  const ninth =
    (await rows
      .nth(8)
      .getByText(/^Werknemer/)
      .textContent()) ?? '';
  await rows.nth(8).click();
  await expect(heading(page, ninth)).toBeVisible();
  await expect(page.getByText('9 van 12', { exact: true })).toBeVisible();
  for (const at of [10, 11, 12]) {
    await link(page, 'Volgend urenbriefje').first().click();
    await expect(page.getByText(`${at} van 12`, { exact: true })).toBeVisible();
  }
  await link(page, 'Vorig urenbriefje').click();
  await link(page, 'Vorig urenbriefje').click();
  await link(page, 'Vorig urenbriefje').click();
  await expect(heading(page, ninth)).toBeVisible();
  await link(page, 'Terug naar Home').click();
  await expect(rows.nth(8)).toBeFocused();
});

test('Back in the browser, and the way back, lead to the row that was left', async ({
  page,
  makeSentWeek,
  signInAs,
}) => {
  const { supervisor } = await makeSentWeek(twelve);
  await page.setViewportSize({ width: 1440, height: 500 });
  for (const path of ['/timesheets/approve?sort=employee', '/timesheets/past?sort=employee']) {
    await signInAs(supervisor, { path });
    await link(page, 'Werknemer K').click();
    await expect(heading(page, 'Werknemer K')).toBeVisible();
    await page.goBack();
    await expect(link(page, 'Werknemer K')).toBeFocused();
    await expect(link(page, 'Werknemer K')).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(heading(page, 'Werknemer K')).toBeVisible();
    await link(page, 'Terug naar de lijst').click();
    await expect(link(page, 'Werknemer K')).toBeFocused();
    await expect(link(page, 'Werknemer K')).toBeInViewport();
    // However far one walks, one press of Back leads to the list: to where one got.
    await page.keyboard.press('Enter');
    await expect(heading(page, 'Werknemer K')).toBeVisible();
    await page.keyboard.press('k');
    await expect(heading(page, 'Werknemer J')).toBeVisible();
    await link(page, 'Vorig urenbriefje').click();
    await expect(heading(page, 'Werknemer I')).toBeVisible();
    await page.goBack();
    await expect(link(page, 'Werknemer I')).toBeFocused();
  }
});

test('A worksheet’s page has keys: next, previous, tick, approve and decline, and none while one types', async ({
  page,
  makeSentWeek,
  signInAs,
}) => {
  const { supervisor } = await makeSentWeek(['Anna Arends', 'Bert Bos', 'Carla Cuypers']);
  await signInAs(supervisor, { path: '/timesheets/approve?sort=employee' });
  await link(page, 'Anna Arends').click();
  await expect(heading(page, 'Anna Arends')).toBeFocused();
  await page.keyboard.press('j');
  await expect(heading(page, 'Bert Bos')).toBeVisible();
  await page.keyboard.press('k');
  await expect(heading(page, 'Anna Arends')).toBeVisible();
  await page.keyboard.press('x');
  await expect(page.getByRole('checkbox', { name: 'Aanvinken' })).toBeChecked();
  await page.getByRole('textbox', { name: 'Opmerking toevoegen' }).fill('');
  await page.keyboard.type('jad');
  await expect(page.getByRole('textbox', { name: 'Opmerking toevoegen' })).toHaveValue('jad');
  await expect(heading(page, 'Anna Arends')).toBeVisible();
  await page.getByRole('textbox', { name: 'Opmerking toevoegen' }).fill('');
  await heading(page, 'Anna Arends').focus();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Sneltoetsen' })).toBeVisible();
  await page.keyboard.press('Escape');

  await button(page, 'Goedkeuren').focus();
  await page.keyboard.press('Enter');
  const next = page.getByRole('region', { name: 'Beslissen over dit urenbriefje' }).getByRole('link', {
    name: 'Volgend urenbriefje',
  });
  await expect(next).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Bert Bos')).toBeVisible();

  await page.getByRole('checkbox', { name: 'Daarna meteen door naar het volgende' }).check();
  await page.keyboard.press('a');
  await expect(heading(page, 'Carla Cuypers')).toBeVisible();
  await expect(page.getByText('1 urenbriefje goedgekeurd, 40,00 uur.').filter({ visible: true }).first()).toBeVisible();
  await button(page, 'Ongedaan maken').click();
  await expect(page.getByText('De goedkeuring van 1 urenbriefje is ongedaan gemaakt.').first()).toBeVisible();
  // A key that comes before the next page does is of neither.
  await page.evaluate(async () => {
    for (const key of ['k', 'x']) {
      window.dispatchEvent(new KeyboardEvent('keydown', { key }));
      await new Promise((done) => setTimeout(done));
    }
  });
  await expect(heading(page, 'Bert Bos')).toBeVisible();
  await page.keyboard.press('j');
  await expect(heading(page, 'Carla Cuypers')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Aanvinken' })).not.toBeChecked();
  await page.keyboard.press('k');
  await expect(heading(page, 'Bert Bos')).toBeVisible();
  await page.keyboard.press('d');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');

  await button(page, 'Sneltoetsen').click();
  await page.getByRole('checkbox', { name: 'Sneltoetsen gebruiken op deze pagina' }).uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('d');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('A worksheet that is opened from Register hours leads back there', async ({ page, makeWorkplace, signInAs }) => {
  const { supervisor, workers } = await makeWorkplace(['Anna Arends'], { hoursBy: 'supervisor' });
  const { year, number } = lastWeek();
  const [worker] = workers;
  await signInAs(supervisor, {
    path: `/timesheets/register/${worker?.placementId}?type=week&year=${year}&period=${number}`,
  });
  await page
    .getByRole('textbox', { name: /Normale uren/ })
    .first()
    .fill('40');
  await button(page, 'Versturen').click();
  await link(page, 'Urenbriefje').click();
  await expect(heading(page, 'Anna Arends')).toBeVisible();
  await link(page, 'Terug naar Uren registreren').click();
  await expect(page.getByRole('heading', { name: /Verstuurd/ }).first()).toBeVisible();
});
