import { addDays, calendarDayAt } from '@konnekt/shared/basics/calendar-day';
import { isoWeekOf } from '@konnekt/shared/basics/iso-week';
import { writeDay } from '@konnekt/shared/basics/typed-day';
import type { Browser, Page } from '@playwright/test';
import { expect, lastWeek, test } from '../fixtures.ts';
import { type EmptyPortal, openEmptyPortal } from './empty-portal.ts';

let portal: EmptyPortal;
test.beforeAll(async () => {
  portal = await openEmptyPortal();
});
test.afterAll(() => portal?.close());

const own = 'een lange zin die ik onthoud';
const { year, number, monday } = lastWeek();
/** Worked, paid and invoiced in the system of before. */
const before = addDays(monday, -28);
const past = isoWeekOf(before);

async function activate(browser: Browser, email: string, width = 1440): Promise<Page> {
  const viewport = { width, height: 900 };
  const page = await (
    await browser.newContext({ locale: 'nl-NL', timezoneId: 'Europe/Amsterdam', viewport })
  ).newPage();
  await page.goto(await portal.linkFor(email));
  await page.getByLabel('Nieuw wachtwoord', { exact: true }).fill(own);
  await page.getByLabel('Nieuw wachtwoord nogmaals').fill(own);
  await page.getByRole('button', { name: 'Account activeren' }).click();
  await expect(page).toHaveURL(`${portal.url}/`);
  return page;
}

const choose = (page: Page, item: string) =>
  page
    .getByRole('navigation', { name: 'Hoofdmenu', exact: true })
    .getByRole('link', { name: item, exact: true })
    .click();

/** A file as the other system gives it, and what of its headings somebody says themselves. */
interface Foreign {
  kind: string;
  name: string;
  rows: string[];
  chosen?: Record<string, string>;
}

/** Hands it in, says what its columns are, and imports what is shown. */
async function bringAlong(page: Page, { kind, name, rows, chosen = {} }: Foreign): Promise<void> {
  await page.getByRole('combobox', { name: 'Waar gaat het over?' }).selectOption({ label: kind });
  const file = { name, mimeType: 'text/csv', buffer: Buffer.from(rows.join('\r\n')) };
  await page.locator('input[type=file]').setInputFiles(file);
  for (const [theirs, ours] of Object.entries(chosen)) {
    await page.getByRole('combobox', { name: `Wat is “${theirs}”?` }).selectOption({ label: ours });
  }
  if (Object.keys(chosen).length > 0) await page.getByRole('button', { name: 'Opnieuw controleren' }).click();
  await page.getByRole('button', { name: 'Nu importeren' }).click();
  await expect(page.getByText('Het bestand is geïmporteerd.').first()).toBeVisible();
}

const files: Foreign[] = [
  {
    kind: 'Organisaties',
    name: 'relaties.csv',
    rows: [
      'sep=;',
      'Relatie;Bedrijfsnaam;Adres;PC;Stad;KvK',
      'R-7;Zuivelfabriek De Melkweg;Vaart 1;8001 AA;Zwolle;12345678',
    ],
    chosen: { Relatie: 'Nummer' },
  },
  {
    kind: 'Werknemers',
    name: 'medewerkers.csv',
    rows: [
      'Export medewerkers',
      'Pers.nr.;Roepnaam;Tussenv.;Geslachtsnaam;E-mailadres;Mobiel;Geb.datum;Schoenmaat',
      '0417;Fleur;van der;Veen;fleur@flex.example;06-12345678;1-2-1995;38',
    ],
  },
  {
    kind: 'Plaatsingen',
    name: 'plaatsingen.csv',
    rows: [
      'Contract;Werknemersnummer;Klantnr.;Functienaam;Startdatum;Weekuren',
      `C-1;0417;R-7;Kaasmaker;${writeDay(addDays(before, -7), 'nl')};40`,
    ],
    chosen: { Contract: 'Nummer' },
  },
  {
    kind: 'Supervisors',
    name: 'contactpersonen.csv',
    rows: [
      'Mailadres;Voornaam;Achternaam;Klantnummer;Goedkeuren;Sinds',
      `teun@melkweg.example;Teun;Baas;R-7;ja;${writeDay(calendarDayAt(new Date()), 'nl')}`,
    ],
    chosen: { Sinds: 'Van' },
  },
  {
    kind: 'Tarieven',
    name: 'tarieven.csv',
    rows: [
      'Contract;Code;Ingangsdatum;Uurloon;Uurtarief',
      `C-1;N100;${writeDay(addDays(before, -7), 'nl')};16,80;30,24`,
    ],
    chosen: { Contract: 'Plaatsingsnummer', Code: 'Uursoort' },
  },
  {
    kind: 'Oude uren',
    name: 'historie.csv',
    rows: [
      'Contract;Jaar;Week;Uurcode;Aantal uren;Factuur;Loonrun',
      `C-1;${past.year};${past.week};N100;38,5;2026-0912;P-44`,
    ],
    chosen: { Contract: 'Plaatsingsnummer' },
  },
];

test.setTimeout(240_000);
test('An office with an empty database brings along six files of another system, invites its people and has a first week approved', async ({
  browser,
}) => {
  await portal.makeAdmin('ada@ketting.example', 'Ada van Beheer');
  const office = await activate(browser, 'ada@ketting.example');
  const step = (name: string) => office.getByRole('listitem').filter({ hasText: name });

  await test.step('home says what to do first, and that mail arrives', async () => {
    await expect(office.getByRole('heading', { name: 'Aan de slag' })).toBeVisible();
    // The invitation of the admin arrived.
    await expect(step('Kijk of e-mail aankomt').getByLabel('Gedaan')).toBeVisible();
    await expect(step('Voeg werknemers toe').getByLabel('Te doen')).toBeVisible();
    await office.getByRole('link', { name: 'Voeg de eerste organisatie toe: importeren' }).click();
  });

  for (const file of files) await test.step(file.name, () => bringAlong(office, file));

  await test.step('what is there is ticked; whoever was brought along is invited at once', async () => {
    await choose(office, 'Home');
    for (const name of ['Voeg werknemers toe', 'Voeg een plaatsing toe', 'Vul tarieven in', 'Zeg wie goedkeurt'])
      await expect(step(name).getByLabel('Gedaan')).toBeVisible();
    await expect(step('Nodig mensen uit').getByLabel('Te doen')).toBeVisible();
    for (const list of ['Werknemers', 'Supervisors']) {
      await choose(office, list);
      await expect(office.getByRole('heading', { name: list, level: 1 })).toBeVisible();
      await office.getByRole('button', { name: 'Uitnodigen', exact: true }).click();
      await office.getByRole('dialog').getByRole('button', { name: '1 persoon uitnodigen' }).click();
      await expect(office.getByText('1 uitnodiging is onderweg.').first()).toBeVisible();
    }
  });

  await test.step('the employee sends the week', async () => {
    const phone = await activate(browser, 'fleur@flex.example', 360);
    await phone
      .getByRole('link', { name: new RegExp(`Week ${number}`, 'i') })
      .first()
      .click();
    await expect(phone).toHaveURL(new RegExp(`/hours/[^/]+/${year}/${number}`));
    const name = new Intl.DateTimeFormat('nl-NL', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
    for (const offset of [0, 1, 2, 3, 4]) {
      const day = name.format(new Date(`${addDays(monday, offset)}T12:00:00Z`));
      await phone.getByRole('textbox', { name: new RegExp(`^${day},? ?Normale uren`, 'i') }).fill('8');
    }
    await phone.getByRole('button', { name: 'Versturen', exact: true }).click();
    await expect(phone.getByText('Verstuurd ter goedkeuring.').first()).toBeVisible();
  });

  await test.step('the supervisor approves it', async () => {
    const desk = await activate(browser, 'teun@melkweg.example');
    await choose(desk, 'Uren goedkeuren');
    await desk.getByRole('checkbox', { name: /Fleur van der Veen/ }).check();
    await desk.getByRole('button', { name: 'Uren goedkeuren' }).click();
    await expect(desk.getByText(/1 urenbriefje goedgekeurd/).first()).toBeVisible();
  });

  await test.step('the first steps are over, and what was worked before is among what is final', async () => {
    await choose(office, 'Home');
    await expect(office.getByRole('heading', { name: 'Urenbriefjes per fase' })).toBeVisible();
    await office.reload();
    await expect(office.getByRole('heading', { name: 'Aan de slag' })).toBeHidden();
    await choose(office, 'Urenbriefjes');
    await office.getByRole('link', { name: /^Definitief(?! te)/ }).click();
    await expect(
      office.getByRole('row', { name: new RegExp(`Fleur van der Veen.*Week ${past.week}.*38,50`) }),
    ).toBeVisible();
  });
});
