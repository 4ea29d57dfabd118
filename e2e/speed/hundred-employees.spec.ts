import { expect, lastWeek, test } from '../fixtures.ts';

const { number } = lastWeek();

test('A hundred employees are done in a minute: agreed hours for everyone, a look, sent', async ({
  page,
  makeWorkplace,
  signInAs,
}) => {
  const names = Array.from({ length: 120 }, (_, n) => `Werknemer ${String(n + 1).padStart(3, '0')}`);
  const { supervisor } = await makeWorkplace(names, { hoursBy: 'supervisor' });
  await signInAs(supervisor);
  const began = Date.now();
  await page
    .getByRole('listitem')
    .filter({ hasText: `Week ${number}` })
    .getByRole('link', { name: /^Afgesproken uren invullen voor iedereen/ })
    .click();
  await expect(page.getByText('Bij 120 werknemers staan nu de afgesproken uren.', { exact: false })).toBeVisible();
  // One of them worked less.
  await page.getByRole('grid').getByRole('textbox').first().fill('32');
  await page.getByRole('button', { name: 'Alles versturen' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Versturen', exact: true }).click();
  await expect(page.getByText('120 urenbriefjes verstuurd.')).toBeVisible();
  const seconds = (Date.now() - began) / 1000;
  console.log(`120 employees from home to sent: ${seconds.toFixed(1)} s`);
  expect(seconds).toBeLessThan(60);
});
