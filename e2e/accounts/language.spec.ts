import { expect, test } from '../fixtures.ts';

test('A language whose file is gone is not switched to, and that is said', async ({
  page,
  makeWorkplace,
  signInAs,
}) => {
  const { supervisor } = await makeWorkplace(['Lea Taal']);
  await signInAs(supervisor);
  await expect(page.getByRole('heading', { name: 'Uren goedkeuren' })).toBeVisible();
  // What a page finds that was open while a new version was put in place.
  await page.route('**/assets/*.js', (route) => route.fulfill({ status: 404, body: '' }));
  await page.getByRole('button', { name: 'EN English' }).click();
  await expect(page.getByText('De andere taal kon niet worden opgehaald', { exact: false })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Uren goedkeuren' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'nl');
  expect((await (await page.request.get('/api/me')).json()).language).toBe('nl');

  await page.unroute('**/assets/*.js');
  await page.reload();
  await page.getByRole('button', { name: 'EN English' }).click();
  await expect(page.getByRole('heading', { name: 'Approve hours' })).toBeVisible();
});
