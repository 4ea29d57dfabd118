import AxeBuilder from '@axe-core/playwright';
import { addDays } from '@konnekt/shared/basics/calendar-day';
import { test as base, expect, lastWeek, makeWorkplace, type Page, withDatabase } from '../fixtures.ts';
import { type FragilePortal, openFragilePortal } from './fragile-portal.ts';

/** The journeys of everybody else go on undisturbed: this product has a process and a database of its own. */
const test = base.extend<Record<never, never>, { portal: FragilePortal }>({
  portal: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern here
    async ({}, use) => {
      const portal = await openFragilePortal();
      await use(portal);
      await portal.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: ({ portal }, use) => use(portal.url),
  makeWorkplace: ({ portal }, use) =>
    use((names, options = {}) => withDatabase((db) => makeWorkplace(db, names, options), portal.databaseUrl)),
});

// They wait more than they work: half of them in each worker, at a portal of its own.
test.describe.configure({ mode: 'parallel' });

const { year, number, monday } = lastWeek();
const phone = { width: 360, height: 740 };
const desk = { width: 1440, height: 900 };

const notice = (page: Page, text = 'De server antwoordt nog niet; we blijven het proberen.') =>
  page.getByRole('status').filter({ hasText: text });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** The server may take nine seconds to find out, a round of trying again fifteen more. */
const soon = { timeout: 40_000 };

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
}

for (const [device, viewport] of Object.entries({ desk, phone })) {
  test.describe(device, () => {
    test.use({ viewport });

    test(`The list to approve comes by itself once the database goes on (${device})`, async ({
      page,
      portal,
      makeSentWeek,
      signInAs,
    }) => {
      const { supervisor } = await makeSentWeek(['Anna Bakker', 'Bram Citroen']);
      await signInAs(supervisor);

      await portal.whileStalled(async () => {
        await test.step('a page opened from the menu: its frame, a skeleton, and word of it', async () => {
          if (device === 'phone') await button(page, 'Menu openen').click();
          const menu = page.getByRole('navigation', { name: 'Hoofdmenu', exact: true });
          await menu.getByRole('link', { name: 'Uren goedkeuren' }).click();
          await expect(page.getByRole('heading', { level: 1, name: 'Uren goedkeuren' })).toBeVisible(soon);
          await expect(notice(page)).toBeVisible(soon);
          await expect(button(page, 'Nu proberen')).toBeVisible();
          await expect(page.getByRole('alert')).toHaveCount(0);
          await expectNoViolations(page);
        });
      });
      await expect(page.getByText('Anna Bakker').first()).toBeVisible(soon);
      await expect(notice(page)).toBeHidden();

      await portal.whileStalled(async () => {
        await test.step('a page opened anew: no log-in, no white page', async () => {
          await page.goto('/timesheets/approve');
          await expect(notice(page)).toBeVisible(soon);
          await expect(page.getByLabel('Wachtwoord')).toHaveCount(0);
          await expectNoViolations(page);
        });
      });
      await expect(page.getByText('Bram Citroen').first()).toBeVisible(soon);
      await expect(notice(page)).toBeHidden();
    });

    test(`What an employee types while the database is away is saved and sent once (${device})`, async ({
      page,
      portal,
      makeWorkplace,
      signInAs,
    }) => {
      const { workers } = await makeWorkplace(['Karin Kok']);
      const [worker] = workers;
      const day = (offset: number) =>
        new Intl.DateTimeFormat('nl-NL', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
          new Date(`${addDays(monday, offset)}T12:00:00Z`),
        );
      const cell = (offset: number) =>
        page.getByRole('textbox', { name: new RegExp(`^${day(offset)},? ?Normale uren`, 'i') });
      await signInAs(worker, { path: `/hours/${worker.placementId}/${year}/${number}` });
      await cell(0).fill('8');

      await portal.whileStalled(async () => {
        await button(page, 'Opslaan').click();
        await expect(notice(page, 'Nog niet bevestigd.')).toBeVisible(soon);
        await expect(notice(page, 'Wat u invulde, blijft hier staan.')).toBeVisible();
        await cell(1).fill('7,5');
        await expect(cell(0)).toHaveValue('8');
        await expectNoViolations(page);
      });
      await expect(notice(page, 'Nog niet bevestigd.')).toBeHidden(soon);
      await expect(cell(0)).toHaveValue('8');
      await expect(cell(1)).toHaveValue('7,5');

      await portal.whileStalled(async () => {
        await button(page, 'Versturen').click();
        await expect(notice(page, 'Nog niet bevestigd.')).toBeVisible(soon);
        await expect(cell(1)).toHaveValue('7,5');
      });
      await expect(button(page, 'Terughalen')).toBeVisible(soon);
      await expect(page.getByText('15,50').first()).toBeVisible();

      const { rows } = await withDatabase(
        (db) =>
          db.query(
            `SELECT w.status, w.total_minutes, (SELECT count(*)::int FROM submission s WHERE s.worksheet_id = w.id) AS submissions
               FROM worksheet w WHERE w.placement_id = $1`,
            [worker.placementId],
          ),
        portal.databaseUrl,
      );
      expect(rows).toEqual([{ status: 'submitted', total_minutes: 930, submissions: 1 }]);
    });
  });
}

test('Ticks outlive the server, and what was pressed meanwhile is done when it is back', async ({
  page,
  context,
  portal,
  makeSentWeek,
  signInAs,
}) => {
  const { supervisor } = await makeSentWeek(['Anna Bakker', 'Bram Citroen', 'Chris Dekker']);
  await signInAs(supervisor, { path: '/timesheets/approve' });
  const tick = (name: string) => page.getByRole('checkbox', { name: new RegExp(name) });
  await tick('Anna Bakker').check();
  await tick('Bram Citroen').check();

  await portal.whileKilled(async () => {
    await context.clearCookies({ name: 'konnekt_access' }); // it is renewed on the way, too
    await button(page, 'Uren goedkeuren').click();
    await expect(notice(page, 'Nog niet bevestigd.')).toBeVisible(soon);
    await expect(tick('Anna Bakker')).toBeChecked();
    await expect(tick('Bram Citroen')).toBeChecked();
  });
  await expect(page.getByText('2 urenbriefjes goedgekeurd').first()).toBeVisible(soon);
  await expect(tick('Anna Bakker')).toHaveCount(0);
  await expect(tick('Chris Dekker')).not.toBeChecked();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.reload();
  await expect(tick('Chris Dekker')).toBeVisible();
});

test('An approval whose answer is lost is told as done, not as refused', async ({
  page,
  portal: _,
  makeSentWeek,
  signInAs,
}) => {
  const { supervisor } = await makeSentWeek(['Anna Bakker', 'Bram Citroen']);
  await signInAs(supervisor, { path: '/timesheets/approve' });
  let lost = 0;
  await page.route('**/api/worksheets/approve', async (route) => {
    if (lost++ > 0) return route.continue();
    await route.fetch(); // it arrives, and the browser never hears of it
    return route.abort('connectionreset');
  });
  await page.getByRole('checkbox', { name: /Anna Bakker/ }).check();
  await button(page, 'Uren goedkeuren').click();
  await expect(page.getByText('1 urenbriefje goedgekeurd').first()).toBeVisible(soon);
  await expect(page.getByText('niet gelukt')).toHaveCount(0);
  await page.getByRole('button', { name: 'Ongedaan maken' }).first().click();
  await expect(page.getByText('Anna Bakker').first()).toBeVisible(soon);
});

test('The door says that it is busy, and lets somebody in at the next press', async ({
  page,
  portal,
  makeWorkplace,
}) => {
  const { supervisor } = await makeWorkplace([]);
  await page.goto('/login');
  const login = page.getByLabel('E-mailadres of gebruikersnaam');
  await login.fill(supervisor.email);
  await page.getByLabel('Wachtwoord', { exact: true }).fill('konnekt-demo');
  await portal.whileStalled(async () => {
    await button(page, 'Inloggen').click();
    await expect(page.getByRole('alert')).toContainText('Het is druk', soon);
    await expect(login).toHaveValue(supervisor.email);
  });
  await button(page, 'Inloggen').click();
  await expect(page.getByRole('button', { name: new RegExp(supervisor.name) })).toBeVisible(soon);
});
