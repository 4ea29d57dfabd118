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
