import { addDays } from '@konnekt/shared/basics/calendar-day';
import type { Browser, Page } from '@playwright/test';
import { expect, lastWeek, test, typeDay } from '../fixtures.ts';
import { type EmptyPortal, openEmptyPortal } from './empty-portal.ts';

let portal: EmptyPortal;
test.beforeAll(async () => {
  portal = await openEmptyPortal();
});
test.afterAll(() => portal?.close());

const { year, number, monday } = lastWeek();
const own = 'een lange zin die ik onthoud';

/** Somebody at a device of their own who follows the link in their mail and chooses a password. */
async function activate(browser: Browser, email: string, viewport = { width: 1440, height: 900 }): Promise<Page> {
  const context = await browser.newContext({ locale: 'nl-NL', timezoneId: 'Europe/Amsterdam', viewport });
  const page = await context.newPage();
  await page.goto(await portal.linkFor(email));
  await page.getByLabel('Nieuw wachtwoord', { exact: true }).fill(own);
  await page.getByLabel('Nieuw wachtwoord nogmaals').fill(own);
  await page.getByRole('button', { name: 'Account activeren' }).click();
  await expect(page).toHaveURL(`${portal.url}/`);
  return page;
}

/** Chooses one of a field that searches. */
async function pick(page: Page, label: string, name: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).fill(name.slice(0, 5));
  await page.getByRole('option', { name: new RegExp(name) }).click();
}

const choose = (page: Page, item: string) =>
  page
    .getByRole('navigation', { name: 'Hoofdmenu', exact: true })
    .getByRole('link', { name: item, exact: true })
    .click();

test.setTimeout(240_000);
test('From an empty database to an approved week: only screens and mails', async ({ browser }) => {
  await portal.makeAdmin('ada@ketting.example', 'Ada van Beheer');
  const office = await activate(browser, 'ada@ketting.example');

  await test.step('the admin makes a client', async () => {
    await choose(office, 'Organisaties');
    await office.getByRole('link', { name: 'Nieuwe organisatie' }).first().click();
    await office.getByLabel('Naam', { exact: true }).fill('Kaasmakerij De Kring');
    await office.getByLabel('Plaats', { exact: true }).fill('Edam');
    await office.getByRole('button', { name: 'Organisatie toevoegen' }).click();
    await expect(office.getByRole('heading', { level: 1, name: 'Kaasmakerij De Kring' })).toBeVisible();
  });

  await test.step('an employee, invited by mail', async () => {
    await choose(office, 'Werknemers');
    await office.getByRole('link', { name: 'Nieuwe werknemer' }).first().click();
    await office.getByLabel('Personeelsnummer').fill('1');
    await office.getByLabel('Voornaam').fill('Wim');
    await office.getByLabel('Tussenvoegsel').fill('de');
    await office.getByLabel('Achternaam').fill('Werker');
    await office.getByLabel('E-mail', { exact: true }).fill('wim@flex.example');
    await office.getByRole('button', { name: 'Werknemer toevoegen' }).click();
    await expect(office.getByRole('heading', { level: 1, name: 'Wim de Werker' })).toBeVisible();
    await office.getByRole('button', { name: 'Uitnodiging versturen' }).click();
    await expect(office.getByText('Uitgenodigd').first()).toBeVisible();
  });

  await test.step('a placement with its rates', async () => {
    await choose(office, 'Plaatsingen');
    await office.getByRole('link', { name: 'Nieuwe plaatsing' }).first().click();
    await pick(office, 'Werknemer', 'Werker, Wim de');
    await pick(office, 'Organisatie', 'Kaasmakerij De Kring');
    await office.getByLabel('Functie').fill('Kaasmaker');
    await typeDay(office.getByLabel('Eerste dag'), monday);
    await office.getByLabel('Uren per week').fill('40');
    await office.getByRole('button', { name: 'Plaatsing toevoegen' }).click();
    await office.getByLabel('Loon Normale uren').fill('16,80');
    await office.getByLabel('Tarief Normale uren').fill('30,24');
    await office.getByRole('button', { name: 'Tarieven opslaan' }).click();
    await expect(office.getByRole('table', { name: 'Tarieven' }).getByText('€ 30,24')).toBeVisible();
  });

  await test.step('a supervisor who may approve there, invited by mail', async () => {
    await choose(office, 'Supervisors');
    await office.getByRole('link', { name: 'Nieuwe supervisor' }).first().click();
    await office.getByLabel('Voornaam').fill('Saar');
    await office.getByLabel('Achternaam').fill('Supervisor');
    await office.getByLabel('E-mail', { exact: true }).fill('saar@kring.example');
    await pick(office, 'Organisatie', 'Kaasmakerij De Kring');
    await office.getByLabel('Uren goedkeuren').check();
    await office.getByRole('button', { name: 'Supervisor toevoegen' }).click();
    await expect(office.getByRole('heading', { level: 1, name: 'Saar Supervisor' })).toBeVisible();
    await office.getByRole('link', { name: 'Gegevens' }).click();
    await office.getByRole('button', { name: 'Uitnodiging versturen' }).click();
    await expect(office.getByText('Uitgenodigd').first()).toBeVisible();
  });

  await test.step('the employee sends the week', async () => {
    const phone = await activate(browser, 'wim@flex.example', { width: 360, height: 740 });
    await phone
      .getByRole('link', { name: new RegExp(`Week ${number}`, 'i') })
      .first()
      .click();
    await expect(phone).toHaveURL(new RegExp(`/hours/[^/]+/${year}/${number}`));
    for (const offset of [0, 1, 2, 3, 4]) {
      const day = new Intl.DateTimeFormat('nl-NL', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
      const name = day.format(new Date(`${addDays(monday, offset)}T12:00:00Z`));
      await phone.getByRole('textbox', { name: new RegExp(`^${name},? ?Normale uren`, 'i') }).fill('8');
    }
    await phone.getByRole('button', { name: 'Versturen', exact: true }).click();
    await expect(phone.getByText('Verstuurd ter goedkeuring.').first()).toBeVisible();
  });

  await test.step('the supervisor approves it', async () => {
    const desk = await activate(browser, 'saar@kring.example');
    await choose(desk, 'Uren goedkeuren');
    await desk.getByRole('checkbox', { name: /Wim de Werker/ }).check();
    await desk.getByRole('button', { name: 'Uren goedkeuren' }).click();
    await expect(desk.getByText(/1 urenbriefje goedgekeurd/).first()).toBeVisible();
  });
  await choose(office, 'Urenbriefjes');
  await expect(office.getByRole('link', { name: 'Wim de Werker' })).toBeVisible();
});
