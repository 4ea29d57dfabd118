import AxeBuilder from '@axe-core/playwright';
import { addDays } from '@konnekt/shared/basics/calendar-day';
import { expect, lastWeek, type Page, test } from '../fixtures.ts';

/** The words of the manual "Registering hours (bulk)", and of "Toelichting uren registreren". */
const manuals = {
  nl: {
    menu: 'Hoofdmenu',
    register: 'Uren registreren',
    home: 'Home',
    year: 'Jaar',
    period: 'Periode',
    previous: 'Vorige periode',
    employees: 'Werknemers',
    normal: 'Normale uren',
    send: 'Versturen',
    save: 'Opslaan',
    toSend: 'Nog versturen',
    sent: 'Verstuurd',
    other: 'Andere werknemer kiezen',
    add: 'Urenregels toevoegen',
    onlySend: /meteen verstuurd; u kunt ze niet opslaan/,
    kept: /Bewaard op dit apparaat/,
    title: (name: string) => `Uren van ${name}`,
    hours: (hours: string) => `${hours.replace('.', ',')}`,
  },
  en: {
    menu: 'Main menu',
    register: 'Register hours',
    home: 'Home',
    year: 'Year',
    period: 'Period',
    previous: 'Previous period',
    employees: 'Employees',
    normal: 'Normal hours',
    send: 'Send',
    save: 'Save',
    toSend: 'To be sent',
    sent: 'Sent',
    other: 'Choose another employee',
    add: 'Add hours',
    onlySend: /sent at once; you cannot save them/,
    kept: /Kept on this device/,
    title: (name: string) => `Hours of ${name}`,
    hours: (hours: string) => hours,
  },
} as const;

for (const language of ['nl', 'en'] as const) {
  const words = manuals[language];
  const people = (page: Page) => page.getByRole('list', { name: words.employees });

  test(`A supervisor registers hours as the manual says (${language})`, async ({ page, makeWorkplace, signInAs }) => {
    const names = ['Anna Bakker', 'Bram Citroen', 'Carla Dekker'];
    const { supervisor } = await makeWorkplace(names, {
      hoursBy: 'supervisor',
      startsOn: addDays(lastWeek().monday, -14),
    });
    await signInAs(supervisor, { language });

    await test.step('1. Select the desired year and period', async () => {
      await page
        .getByRole('navigation', { name: words.menu, exact: true })
        .getByRole('link', { name: words.register })
        .click();
      await expect(page.getByRole('heading', { level: 1, name: words.register })).toBeVisible();
      await expect(page.getByLabel(words.year)).toHaveValue(/20\d\d/);
      const now = await page.getByLabel(words.period, { exact: true }).inputValue();
      await page.getByRole('button', { name: words.previous }).click();
      await expect(page.getByLabel(words.period, { exact: true })).not.toHaveValue(now);
      await expect(people(page).getByRole('link')).toHaveCount(3);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    });

    await test.step('2. Click on the name of the employee', async () => {
      await people(page).getByRole('link', { name: 'Anna Bakker' }).click();
      await expect(page.getByRole('heading', { level: 1, name: words.title('Anna Bakker') })).toBeVisible();
    });

    await test.step('3. Fill in the hours and press Enter: sent', async () => {
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      await page.getByRole('textbox', { name: words.normal }).fill('38:30');
      await page.getByRole('textbox', { name: words.normal }).press('Enter');
      await expect(page.getByText(words.hours('38.50'), { exact: true })).toBeVisible();
      await expect(page.getByRole('button', { name: words.add })).toBeVisible();
    });

    await test.step('4. Another employee from the drop-down menu behind the name; typed hours are kept', async () => {
      await page.getByRole('button', { name: words.other }).click();
      await page.getByRole('link', { name: 'Bram Citroen' }).first().click();
      await expect(page.getByRole('heading', { level: 1, name: words.title('Bram Citroen') })).toBeVisible();
      await page.getByRole('textbox', { name: words.normal }).fill('32');
      await expect(page.getByText(words.kept)).toBeVisible();
      await page.getByRole('button', { name: words.other }).click();
      await page.getByRole('link', { name: 'Carla Dekker' }).click();
      await expect(page.getByRole('heading', { level: 1, name: words.title('Carla Dekker') })).toBeVisible();
      await expect(page.getByRole('textbox', { name: words.normal })).toHaveValue('');
      await page.getByRole('button', { name: words.other }).click();
      await page.getByRole('link', { name: 'Bram Citroen' }).click();
      await expect(page.getByRole('textbox', { name: words.normal })).toHaveValue('32');
    });

    await test.step('Save keeps it under "To be sent" on the home page, from where it is sent', async () => {
      await page.getByRole('button', { name: words.save, exact: true }).click();
      await expect(page.getByRole('status').filter({ hasText: words.toSend })).toBeVisible();
      await page
        .getByRole('navigation', { name: words.menu, exact: true })
        .getByRole('link', { name: words.home })
        .click();
      await expect(page.getByRole('heading', { name: words.toSend })).toBeVisible();
      await page.getByRole('link', { name: 'Bram Citroen' }).click();
      await expect(page.getByRole('textbox', { name: words.normal })).toHaveValue(words.hours('32.00'));
      await page.getByRole('button', { name: words.send, exact: true }).click();
      await expect(page.getByRole('button', { name: words.add })).toBeVisible();
    });

    await test.step('Add hours: sent directly, it says so', async () => {
      await page.getByRole('button', { name: words.add }).click();
      await expect(page.getByText(words.onlySend)).toBeVisible();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      await expect(page.getByRole('button', { name: words.save, exact: true })).toHaveCount(0);
      await page.getByRole('textbox', { name: words.normal }).fill('1,5');
      await page.getByRole('button', { name: words.send, exact: true }).click();
      await expect(page.getByText(words.hours('33.50'))).toBeVisible();
    });
  });
}

test('Hours that somebody else saved meanwhile are shown, and nothing typed is lost', async ({
  page,
  context,
  makeWorkplace,
  signInAs,
}) => {
  const { supervisor } = await makeWorkplace(['Anna Bakker'], { hoursBy: 'supervisor' });
  await signInAs(supervisor, { path: '/timesheets/register' });
  const words = manuals.nl;
  await page.getByRole('link', { name: 'Anna Bakker' }).click();
  await expect(page.getByRole('heading', { level: 1, name: words.title('Anna Bakker') })).toBeVisible();
  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByRole('textbox', { name: words.normal }).fill('20');
  await other.getByRole('button', { name: words.save, exact: true }).click();
  await expect(other.getByText('Opgeslagen, nog niet verstuurd.')).toBeVisible();

  await page.getByRole('textbox', { name: words.normal }).fill('30');
  await page.getByRole('button', { name: words.send, exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'nu staat er 20,00 uur' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: words.normal })).toHaveValue('30');
  await page.getByRole('button', { name: 'Het mijne houden' }).click();
  await page.getByRole('button', { name: words.send, exact: true }).click();
  await expect(page.getByText('30,00', { exact: true })).toBeVisible();
});
