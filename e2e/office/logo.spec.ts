import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '../fixtures.ts';

const drawing = (inside: string) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40">${inside}</svg>`);

test('An admin gives the agency a logo, which everybody sees, and takes it away again', async ({ page, signInAs }) => {
  await signInAs('admin', { path: '/manage/settings' });
  const choose = page.getByRole('button', { name: 'Kies een bestand: Logo' });
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), choose.click()]);
  await chooser.setFiles({ name: 'geen.png', mimeType: 'image/png', buffer: Buffer.from('geen plaatje') });
  await expect(page.getByText('Dit is geen PNG-, JPEG-, WebP- of SVG-afbeelding.')).toBeVisible();
  await expect(choose).toHaveAccessibleDescription(/Dit is geen PNG/);

  const [again] = await Promise.all([page.waitForEvent('filechooser'), choose.click()]);
  const buffer = drawing('<script>alert(1)</script><rect width="120" height="40" fill="#0b6e6e"/>');
  await again.setFiles({ name: 'logo van ons.svg', mimeType: 'image/svg+xml', buffer });
  await expect(page.getByText('logo van ons.svg')).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).include('main').setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await page.getByRole('button', { name: 'Opslaan' }).click();
  const logo = page.getByRole('banner').locator('img');
  await expect(logo).toHaveAttribute('src', /^\/api\/agency\/logo\//);
  await expect.poll(() => logo.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);

  await page.getByRole('button', { name: 'Logo weghalen' }).click();
  await page.getByRole('button', { name: 'Opslaan' }).click();
  await expect(logo).toHaveCount(0);
});
