import { expect, test } from './fixtures.ts';

for (const [scheme, canvas] of [
  ['dark', 'rgb(18, 21, 24)'],
  ['light', 'rgb(246, 247, 249)'],
] as const) {
  test(`On a device that is ${scheme} the page is so before any script runs`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({
      ...(baseURL && { baseURL }),
      colorScheme: scheme,
      javaScriptEnabled: false,
    });
    const page = await context.newPage();
    await page.goto('/login');
    await expect(page.locator('body')).toHaveCSS('background-color', canvas);
    await context.close();
  });
}

test('The menu in the header shows as many items as fit, and never under what stands beside it', async ({
  page,
  signInAs,
}) => {
  await signInAs('staff', { path: '/account' });
  const items = page.getByRole('navigation', { name: 'Hoofdmenu in de menubalk' }).getByRole('listitem');
  const language = page.getByRole('banner').getByRole('group', { name: 'Taal' });
  for (const width of [1000, 1024, 1280, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    await expect
      .poll(async () => {
        const end = (await language.boundingBox())?.x ?? 0;
        // At one look: how many there are changes while the window does.
        const ends = await items.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right));
        return ends.filter((right) => right > end).length;
      }, `at ${width}`)
      .toBe(0);
  }
  // What has no room stands under the last of them.
  await page
    .getByRole('navigation', { name: 'Hoofdmenu in de menubalk' })
    .getByRole('button', { name: 'Meer' })
    .click();
  await expect(items.filter({ hasText: 'Accountinstellingen' })).toBeVisible();
});
