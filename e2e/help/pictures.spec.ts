import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';

// HELP_PICTURES=1 npm test -- e2e makes the pictures anew.
const isMaking = process.env.HELP_PICTURES === '1';
const folder = path.resolve(import.meta.dirname, '../../apps/web/public');

/** Where each role has a screen of its own, its picture is of an account that has something to see there. */
const lived = ['status', 'jobs', 'working-times', 'documents', 'invoices', 'budgets', 'messages', 'account'];

test.use({ viewport: { width: 1024, height: 640 }, trace: 'off' });

/** What is pressed before all that an article speaks of has been on the screen. */
const acts: Record<string, (page: Page) => Promise<void>> = {
  'add-hours': (page) => page.getByRole('main').getByRole('link').first().click(),
  approve: (page) => page.getByRole('checkbox').nth(1).check(),
  decline: (page) => page.getByRole('checkbox').nth(1).check(),
};

for (const language of ['nl', 'en'] as const) {
  test.describe(`The help (${language})`, () => {
    const isDutch = language === 'nl';
    const names = {
      organisation: isDutch ? 'Van Dam Bouw' : 'Van Dam Logistics',
      supervisor: isDutch ? 'Sofie van Dam' : 'Sophie van Dam',
    };
    const workers = isDutch
      ? (['Noor Visser', 'Tim Jansen', 'Ella Smit', 'Ravi Mehta'] as const)
      : (['Nora Visser', 'Tom Jansen', 'Ellen Smit', 'Rajiv Mehta'] as const);

    test('speaks of what stands on the screens of a supervisor and an employee', async ({
      page,
      signInAs,
      makeSentWeek,
    }) => {
      const options = { names, mayManage: true, maySeeInvoices: true } as const;
      const workplace = await makeSentWeek(workers, options);
      await checkArticles(page, language, () => signInAs(workplace.supervisor, { language, path: '/help' }));
      await checkArticles(page, language, () => signInAs(workplace.workers[0], { language, path: '/help' }));
    });

    test('speaks of what stands on the screens of those who have been here longer', async ({ page, signInAs }) => {
      await checkArticles(page, language, () => signInAs('supervisor', { language, path: '/help' }), lived);
      await checkArticles(page, language, () => signInAs('employee', { language, path: '/help' }), lived);
    });

    test('speaks of what stands on the screens of who registers hours', async ({ page, signInAs, makeWorkplace }) => {
      const own = { organisation: `${names.organisation} 2`, supervisor: names.supervisor };
      const { supervisor } = await makeWorkplace(workers, { names: own, hoursBy: 'supervisor' });
      await checkArticles(page, language, () => signInAs(supervisor, { language, path: '/help' }), ['register']);
    });

    test('speaks of what stands on the screens of the office', async ({ page, signInAs }) => {
      await checkArticles(page, language, () => signInAs('admin', { language, path: '/help' }));
    });
  });
}

/** Opens each article that a person finds: every word that it prints bold is on the screen that it leads to, and so is its picture. */
async function checkArticles(
  page: Page,
  language: string,
  signIn: () => Promise<void>,
  only?: readonly string[],
): Promise<void> {
  await signIn();
  const links = page.getByRole('main').locator('a[href^="/help/"]');
  await expect(links.first()).toBeVisible();
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(addresses.length).toBeGreaterThan(3);
  for (const address of addresses) {
    const id = path.basename(address);
    if (only && !only.includes(id)) continue;
    await page.goto(address);
    const title = await page.getByRole('heading', { level: 1 }).innerText();
    const words = await page.locator('ol strong').allInnerTexts();
    const picture = page.getByRole('img', { name: title });
    const hasPicture = (await picture.count()) > 0;
    const file = path.join(folder, (hasPicture && (await picture.getAttribute('src'))) || '');
    if (hasPicture && !isMaking) await expect.poll(() => picture.evaluate(isDrawn), address).toBe(true);
    await page.getByRole('link', { name: language === 'nl' ? 'Naar dit scherm' : 'Go to this screen' }).click();
    await expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toHaveCount(0);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    // What is read off the screen is waited for; what is pressed on it, or drawn, has to be all of it.
    if (isMaking || acts[id]) await page.waitForLoadState('networkidle');
    await acts[id]?.(page);
    await expect
      .poll(async () => {
        const seen = await page.locator('body').innerText();
        return words.filter((word) => !seen.includes(word));
      }, `${address} speaks of`)
      .toEqual([]);
    await expect(page.locator('[data-loading]'), `${address} is there`).toHaveCount(0);
    if (hasPicture && isMaking) await page.screenshot({ path: file, type: 'jpeg', quality: 72 });
    if (hasPicture) expect(existsSync(file), `picture of ${address}`).toBe(true);
  }
}

const isDrawn = (picture: HTMLElement | SVGElement) =>
  picture instanceof HTMLImageElement && picture.naturalWidth === 1024;
