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

test('A language that is pressed without a connection is not switched to, and the next press is', async ({
  page,
  context,
  makeWorkplace,
  signInAs,
}) => {
  const { supervisor } = await makeWorkplace(['Lea Lijn']);
  await signInAs(supervisor);
  const [nl, en] = [
    page.getByRole('button', { name: 'NL Nederlands' }),
    page.getByRole('button', { name: 'EN English' }),
  ];
  // Both are on the device by then.
  await en.click();
  await expect(page.getByRole('heading', { name: 'Approve hours' })).toBeVisible();
  await expect.poll(async () => (await (await page.request.get('/api/me')).json()).language).toBe('en');
  await context.setOffline(true);
  await nl.click();
  await expect(page.getByText(/^No connection to the server/)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Approve hours' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await context.setOffline(false);
  await nl.click();
  await expect(page.getByRole('heading', { name: 'Uren goedkeuren' })).toBeVisible();
});

test('Who is not logged in is told as well that a language cannot be fetched', async ({ page }) => {
  await page.goto('/approve#nothing');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.route('**/assets/*.js', (route) => route.fulfill({ status: 404, body: '' }));
  const other = (await page.locator('html').getAttribute('lang')) === 'nl' ? 'EN English' : 'NL Nederlands';
  await page.getByRole('button', { name: other }).click();
  await expect(page.getByText(/De andere taal kon niet|other language could not/)).toBeVisible();
});
