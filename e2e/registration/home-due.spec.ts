import { addDays } from '@konnekt/shared/basics/calendar-day';
import { isoWeekOf } from '@konnekt/shared/basics/iso-week';
import { expect, lastWeek, test } from '../fixtures.ts';

const { number, monday } = lastWeek();

test('Home says how far each organisation is; agreed hours are filled in for everyone, and not sent', async ({
  page,
  makeWorkplace,
  signInAs,
}) => {
  const { supervisor, organisationName } = await makeWorkplace(['Bas Bakker', 'Ria Rogge'], { hoursBy: 'supervisor' });
  await signInAs(supervisor);
  const panel = page
    .getByRole('listitem')
    .filter({ hasText: `Week ${number}` })
    .filter({ hasText: organisationName });
  await expect(panel.getByText('0 van 2 verstuurd, 2 nog niets')).toBeVisible();
  await panel.getByRole('link', { name: /^Afgesproken uren invullen voor iedereen/ }).click();
  await expect(page.getByText('Bij 2 werknemers staan nu de afgesproken uren.', { exact: false })).toBeVisible();
  await expect(page.getByRole('grid').getByRole('textbox').first()).toHaveValue('40,00');
  await expect(page).not.toHaveURL(/fill=/);
  await page.goto('/');
  await expect(panel.getByText('0 van 2 verstuurd, 2 nog niets')).toBeVisible();
  await panel.getByRole('link', { name: /^Registreren/ }).click();
  await expect(page.getByRole('list', { name: 'Werknemers' })).toBeVisible();

  // Once they are sent, it is not said any more that nothing was.
  await page.goto('/');
  await panel.getByRole('link', { name: /^Afgesproken uren invullen voor iedereen/ }).click();
  const notSent = page.getByText('Er is nog niets verstuurd', { exact: false });
  await page.getByRole('button', { name: 'Alles versturen' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Versturen', exact: true }).click();
  await expect(page.getByText('2 urenbriefjes verstuurd.')).toBeVisible();
  await expect(notSent).toBeHidden({ timeout: 2000 });
});

test('A supervisor who registers nowhere is told so (en)', async ({ page, makeWorkplace, signInAs }) => {
  const { supervisor } = await makeWorkplace(['Eva Elders']);
  await signInAs(supervisor, { language: 'en', path: '/timesheets/register' });
  await expect(page.getByText('You do not register hours anywhere')).toBeVisible();
  await expect(page.getByRole('search', { name: /./ })).toBeHidden();
});

test('Choosing an organisation with four-week periods shows them, whatever kind was shown', async ({
  page,
  makeWorkplace,
  signInAs,
}) => {
  const { supervisor, organisationId } = await makeWorkplace(['Vic Vierweken'], {
    hoursBy: 'supervisor',
    periodType: 'four-weeks',
  });
  await signInAs(supervisor, {
    path: `/timesheets/register?type=week&year=2026&period=46&organisation=${organisationId}`,
  });
  await expect(page).toHaveURL(/type=four-weeks/);
  await expect(page.getByRole('combobox', { name: 'Periode' })).toBeVisible();
});

test('What is late stands first on home and says so, and what is saved longest is to be sent first', async ({
  page,
  apiOf,
  makeWorkplace,
  signInAs,
}) => {
  const startsOn = addDays(monday, -14);
  const { supervisor, workers, organisationName } = await makeWorkplace(['Luc Laat'], {
    hoursBy: 'supervisor',
    startsOn,
  });
  const [worker] = workers;
  const api = await apiOf(supervisor);
  const { items } = await (await api.get('/api/hour-types')).json();
  const normal = items.find(({ code }: { code: string }) => code === 'N100').id;
  const weeks = [0, -7, -14].map((days) => isoWeekOf(addDays(monday, days)));
  for (const week of weeks) {
    const lines = [{ hourTypeId: normal, date: null, minutes: 2400 }];
    const saved = await api.post('/api/worksheets', {
      data: { placementId: worker.placementId, year: week.year, number: week.week, lines },
    });
    expect(saved.status(), await saved.text()).toBe(201);
  }
  await signInAs(supervisor);
  const oldestFirst = weeks.toReversed().map(({ week }) => `Week ${week}`);
  const due = page.getByRole('listitem').filter({ hasText: organisationName }).filter({ hasText: 'verstuurd' });
  for (const [at, week] of oldestFirst.entries()) await expect(due.nth(at)).toContainText(week);
  await expect(due.first()).toContainText('Te laat');
  await expect(due.last()).not.toContainText('Te laat');
  const toSend = page.getByRole('link', { name: /Luc Laat/ });
  for (const [at, week] of oldestFirst.entries()) await expect(toSend.nth(at)).toContainText(week);
});
