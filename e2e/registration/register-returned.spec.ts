import { expect, type Page, test } from '../fixtures.ts';

const normal = (page: Page) => page.getByRole('textbox', { name: 'Normale uren' });
const again = (page: Page) => page.getByRole('button', { name: 'Opnieuw versturen' });

test('What the agency sends back stands on the home page with the reason, and is mended and sent again', async ({
  page,
  makeWorkplace,
  signInAs,
  sendBack,
}) => {
  const { supervisor } = await makeWorkplace(['Anna Bakker'], { hoursBy: 'supervisor' });
  await signInAs(supervisor, { path: '/timesheets/register' });
  const stored = async () => (await (await page.request.get('/api/registration')).json()).rows[0];

  await test.step('the worksheet', async () => {
    await page.getByRole('link', { name: 'Anna Bakker' }).click();
    await normal(page).fill('38');
    await normal(page).press('Enter');
    await expect(page.getByRole('button', { name: 'Urenregels toevoegen' })).toBeVisible();
    await sendBack([(await stored()).worksheet], 'Vrijdag was een feestdag');

    await page.goto('/');
    const link = page.getByRole('link', { name: /Anna Bakker/ });
    await expect(link).toContainText('Vrijdag was een feestdag');
    await link.click();
    await expect(page.getByRole('main')).toContainText('Vrijdag was een feestdag');
    await again(page).click();
    await expect(page.getByRole('dialog', { name: 'U hebt niets gewijzigd' })).toContainText(
      'Vrijdag was een feestdag',
    );
    await expect(page.getByRole('button', { name: 'Eerst aanpassen' })).toBeFocused();
    await page.keyboard.press('Enter');
    await normal(page).fill('30');
    await again(page).click();
    await expect(page.getByText('30,00', { exact: true })).toBeVisible();
  });

  await test.step('added hours', async () => {
    await page.getByRole('button', { name: 'Urenregels toevoegen' }).click();
    await normal(page).fill('4');
    await normal(page).press('Enter');
    await expect(page.getByText('34,00')).toBeVisible();
    await sendBack([(await stored()).supplements[0]], 'Dubbel geteld');

    await page.goto('/');
    const link = page.getByRole('link', { name: /Anna Bakker/ });
    await expect(link).toContainText('Dubbel geteld');
    await link.click();
    await expect(page.getByRole('heading', { name: 'Toegevoegde uren 1, teruggestuurd' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Opslaan', exact: true })).toHaveCount(0);
    await normal(page).fill('2');
    await again(page).click();
    await expect(page.getByText('32,00')).toBeVisible();
    await page.goto('/');
    await expect(page.getByText('Niets te versturen')).toBeVisible();
  });
});
