import { expect, lastWeek, test } from '../fixtures.ts';

const { number } = lastWeek();

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
  await expect(page.getByText('You register hours nowhere')).toBeVisible();
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
