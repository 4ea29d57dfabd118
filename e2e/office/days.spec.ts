import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '../fixtures.ts';

test('A date is typed and shown in the language of the person, whatever the browser speaks', async ({
  page,
  makeWorkplace,
  signInAs,
}) => {
  const { supervisor } = await makeWorkplace(['Anna Datum'], { colleagues: ['Stan Datum'] });
  await signInAs(supervisor, { path: '/colleagues', language: 'en' });
  const until = page.getByLabel('Until');
  await expect(until).toHaveAttribute('placeholder', 'dd/mm/yyyy');
  await until.fill('3.4.2027');
  await until.blur();
  await expect(until).toHaveValue('03/04/2027');

  await signInAs(supervisor, { path: '/colleagues', language: 'nl' });
  const totEnMet = page.getByLabel('Tot en met');
  await expect(totEnMet).toHaveAttribute('placeholder', 'dd-mm-jjjj');
  await totEnMet.fill('24 nov 2027');
  await totEnMet.blur();
  await expect(totEnMet).toHaveValue('24-11-2027');
});

test('What is no date is kept as typed, and its field says what it expects', async ({ page, signInAs }) => {
  await signInAs('staff', { path: '/manage/placements/new' });
  const first = page.getByLabel('Eerste dag');
  await first.fill('31-11-2026');
  await expect(first).not.toHaveAttribute('aria-invalid');
  await first.blur();
  await expect(first).toHaveValue('31-11-2026');
  await expect(first).toHaveAccessibleDescription(/Typ een bestaande datum, zoals \d\d-\d\d-\d{4}\./);
  await page.getByRole('button', { name: 'Plaatsing toevoegen' }).click();
  await expect(first).toHaveValue('31-11-2026');
  await expect(first).toHaveAttribute('aria-invalid', 'true');
  await first.fill('30-11-2026');
  await expect(first).not.toHaveAttribute('aria-invalid');
});

test('A day is chosen from the calendar by the keys alone', async ({ page, signInAs }) => {
  await signInAs('staff', { path: '/manage/placements/new' });
  const first = page.getByLabel('Eerste dag');
  await first.fill('24-11-2026');
  await first.press('ArrowDown');
  const calendar = page.getByRole('dialog', { name: 'Kies een dag' });
  const day = (name: string) => calendar.getByRole('button', { name, exact: true });
  await expect(day('dinsdag 24 november 2026')).toBeFocused();
  await expect(calendar.getByRole('gridcell', { selected: true })).toHaveText('24');
  await expect(calendar.getByRole('columnheader').nth(1)).toHaveText('ma');
  await expect(calendar.getByRole('rowheader').nth(4)).toHaveText('48');
  await page.keyboard.press('PageDown');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowRight');
  await expect(day('maandag 28 december 2026')).toBeFocused();
  await page.keyboard.press('Shift+PageUp');
  await expect(day('zondag 28 december 2025')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(calendar).toHaveCount(0);
  await expect(first).toHaveValue('21-12-2025');
  await expect(first).toBeFocused();
  await first.press('ArrowDown');
  await page.keyboard.press('Escape');
  await expect(calendar).toHaveCount(0);
  await expect(first).toHaveValue('21-12-2025');
});

test('The calendar of a form in a dialog closes without closing the form', async ({ page, signInAs }) => {
  await signInAs('staff', { path: '/manage/placements' });
  await page.getByRole('main').getByRole('row').nth(1).getByRole('link').first().click();
  await page.getByRole('button', { name: 'Beëindigen' }).click();
  const form = page.getByRole('dialog', { name: 'beëindigen' });
  await form.getByRole('button', { name: 'Kalender openen' }).click();
  const calendar = page.getByRole('dialog', { name: 'Kies een dag' });
  await expect(calendar).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(calendar).toHaveCount(0);
  await expect(form).toBeVisible();
  await form.getByRole('button', { name: 'Kalender openen' }).click();
  await calendar.getByRole('button', { name: 'Volgende maand' }).click();
  await calendar
    .getByRole('button', { name: /^woensdag 1[0-9]? / })
    .first()
    .click();
  await expect(form.getByLabel('Laatste dag')).toHaveValue(/^1\d?-|^0[1-9]-/);
});

for (const [device, viewport] of [
  ['desk', { width: 1440, height: 900 }],
  ['phone', { width: 360, height: 740 }],
] as const) {
  test.describe(device, () => {
    test.use({ viewport, hasTouch: device === 'phone' });

    test('The calendar has no accessibility violations, and its days are large enough to touch', async ({
      page,
      signInAs,
    }) => {
      await signInAs('staff', { path: '/manage/placements/new' });
      await page.getByRole('button', { name: 'Kalender openen' }).first().click();
      await expect(page.getByRole('grid')).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).include('dialog').setLegacyMode().analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      if (device === 'desk') return;
      for (const button of await page.getByRole('dialog').getByRole('button').all()) {
        const box = await button.boundingBox();
        expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(43.9);
      }
    });
  });
}
