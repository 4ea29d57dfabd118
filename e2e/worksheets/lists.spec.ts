import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { APIRequestContext } from '@playwright/test';
import { expect, lastWeek, type Page, test, type Worker, withDatabase } from '../fixtures.ts';

const widths = [1440, 1366, 1280, 1200, 1024, 820, 360];
/** A browser zoomed in to 150 % on a screen of 1440. */
const zoomed = 960;

const namesIn = (page: Page) => page.locator('main tbody [data-open]').allTextContents();

async function inOrder(page: Page, ...names: string[]) {
  await expect.poll(() => namesIn(page)).toEqual(names);
}

const isSorted = (page: Page) => page.locator('main th[aria-sort]');

/** Last week, with a day of sick leave that counts but was not worked. */
async function sendWithSickDay(api: APIRequestContext, worker: Worker) {
  const { items } = await (await api.get('/api/hour-types')).json();
  const typeOf = (kind: string) => items.find((type: { kind: string }) => type.kind === kind).id;
  const { year, number, monday } = lastWeek();
  const line = (kind: string) => ({ hourTypeId: typeOf(kind), date: monday, minutes: 480 });
  const data = { placementId: worker.placementId, year, number, lines: [line('normal'), line('sick')] };
  const draft = await (await api.post('/api/worksheets', { data })).json();
  expect((await api.post(`/api/worksheets/${draft.id}/send`, { data: { version: draft.version } })).status()).toBe(200);
}

test.describe('The list of what waits', () => {
  test('is sorted by its headings, and Back takes each step back', async ({
    page,
    makeWorkplace,
    sendLastWeek,
    signInAs,
  }) => {
    const { supervisor, workers } = await makeWorkplace(['Anna Zwart', 'Bert Mol', 'Carla Aarts']);
    for (const [index, worker] of workers.entries()) await sendLastWeek(worker, [8, 10, 4][index]);
    await signInAs(supervisor, { path: '/timesheets/approve' });
    await expect(isSorted(page)).toHaveText('Periode');

    await page.getByRole('button', { name: 'Werknemer, functie' }).click();
    await inOrder(page, 'Carla Aarts', 'Bert Mol', 'Anna Zwart');
    await expect(page).toHaveURL(/sort=employee/);
    await expect(page.getByRole('columnheader', { name: 'Werknemer, functie' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    );
    await expect(isSorted(page)).toHaveCount(1);
    await page.getByRole('button', { name: 'Werknemer, functie' }).press('Enter');
    await inOrder(page, 'Anna Zwart', 'Bert Mol', 'Carla Aarts');
    await page.getByRole('button', { name: 'Totaal' }).click();
    await inOrder(page, 'Bert Mol', 'Anna Zwart', 'Carla Aarts');
    await page.getByRole('button', { name: 'Wat opvalt', exact: true }).click();
    // Twenty hours less than agreed stand out before ten more.
    await inOrder(page, 'Carla Aarts', 'Bert Mol', 'Anna Zwart');
    await expect(page.getByRole('columnheader', { name: 'Wat opvalt', exact: true })).toHaveAttribute(
      'aria-sort',
      'descending',
    );

    await page.goBack();
    await expect(isSorted(page)).toHaveText('Totaal');
    await page.goBack();
    await inOrder(page, 'Anna Zwart', 'Bert Mol', 'Carla Aarts');
    await page.reload();
    await inOrder(page, 'Anna Zwart', 'Bert Mol', 'Carla Aarts');
  });

  test('says the same hours above it, in the bar and at home, and what of them was worked', async ({
    page,
    apiOf,
    makeWorkplace,
    sendLastWeek,
    signInAs,
  }) => {
    const { supervisor, workers } = await makeWorkplace(['Anna Zwart', 'Bert Mol']);
    const [anna, bert] = workers;
    await sendLastWeek(anna);
    await sendWithSickDay(await apiOf(bert), bert);
    await signInAs(supervisor);
    await expect(page.getByText('2 urenbriefjes: 56,00 uur, waarvan 48,00 gewerkt')).toBeVisible();
    await page.goto('/timesheets/approve');
    await expect(page.getByText('2 urenbriefjes wachten op u: 56,00 uur, waarvan 48,00 gewerkt.')).toBeVisible();
    await page.getByRole('checkbox', { name: 'Alles aanvinken' }).check();
    await expect(page.getByText('2 aangevinkt, 56,00 uur')).toBeVisible();
    await page.getByRole('searchbox').fill('anna');
    await expect(page.getByText('Getoond: 1, 40,00 uur.')).toBeVisible();
    await page.goto('/timesheets/past');
    await expect(page.getByText('2 urenbriefjes: 56,00 uur, waarvan 48,00 gewerkt.')).toBeVisible();
  });

  test('unfolds a row to its days, by mouse, by key and on a card, and asks once', async ({
    page,
    makeWorkplace,
    sendLastWeek,
    signInAs,
  }) => {
    const { supervisor, workers } = await makeWorkplace(['Anna Zwart', 'Bert Mol']);
    for (const worker of workers) await sendLastWeek(worker, 7.25, 'Vroege dienst');
    await signInAs(supervisor, { path: '/timesheets/approve' });
    const asked: string[] = [];
    page.on('request', (request) => {
      if (/\/api\/worksheets\/[\da-f-]{36}$/.test(request.url())) asked.push(request.url());
    });
    const unfold = page.getByRole('button', { name: /^Dagen van Anna Zwart/ });
    await unfold.focus();
    await page.keyboard.press('Enter');
    await expect(unfold).toHaveAttribute('aria-expanded', 'true');
    await expect(page.getByText('Vroege dienst')).toBeVisible();
    await expect(page.getByRole('cell', { name: '7,25' }).first()).toBeVisible();
    // Its heading stands above its days, not where the list's own sticks.
    const [day, monday] = await Promise.all(
      [page.getByRole('columnheader', { name: 'Dag', exact: true }), page.getByRole('rowheader', { name: /^ma/ })].map(
        (part) => part.boundingBox(),
      ),
    );
    expect((day?.y ?? 0) + (day?.height ?? 0)).toBeLessThanOrEqual(monday?.y ?? 0);
    await page.keyboard.press('Enter');
    await expect(page.getByText('Vroege dienst')).toBeHidden();
    await unfold.click();
    await expect(page.getByText('Vroege dienst')).toBeVisible();
    expect(asked).toHaveLength(1);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);

    await page.setViewportSize({ width: 360, height: 800 });
    await expect(page.getByText('Vroege dienst')).toBeVisible();
    expect(asked).toHaveLength(1);
    await expect(page.getByRole('table', { name: 'Urenbriefjes die op goedkeuring wachten' })).toBeHidden();
  });
});

for (const [name, role, path] of [
  ['approve', 'supervisor', '/timesheets/approve'],
  ['past', 'supervisor', '/timesheets/past'],
  ['office', 'staff', '/worksheets?phase=to-fill'],
  ['own history', 'employee', '/hours/history'],
] as const) {
  test(`The list of ${name} is never cut off, at any width and zoomed in`, async ({ page, signInAs }) => {
    await signInAs(role, { path });
    for (const width of [...widths, zoomed]) {
      await page.setViewportSize({ width, height: 900 });
      await page.reload();
      await expect(page.getByRole('main').locator('table, ul').first()).toBeVisible();
      await expect
        .poll(
          () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
          `the screen of ${name} at ${width}`,
        )
        .toBeLessThanOrEqual(0);
      const table = page.locator('main table').first();
      if ((await table.count()) === 0) continue;
      await expect
        .poll(
          () => table.evaluate((one) => one.scrollWidth - (one.parentElement?.clientWidth ?? 0)),
          `${name} at ${width}`,
        )
        .toBeLessThanOrEqual(0);
      for (const heading of ['Totaal', 'Wat opvalt'])
        await expect(page.getByRole('columnheader', { name: heading }), `${name} at ${width}`).toBeInViewport();
    }
  });
}

test('What was sent is sorted by the server, also where a heading had to leave', async ({
  page,
  makeWorkplace,
  sendLastWeek,
  signInAs,
}) => {
  const { supervisor, workers } = await makeWorkplace(['Anna Zwart', 'Bert Mol', 'Carla Aarts']);
  for (const [index, worker] of workers.entries()) await sendLastWeek(worker, [8, 10, 4][index]);
  await signInAs(supervisor, { path: '/timesheets/past' });
  await page.getByRole('button', { name: 'Totaal' }).click();
  await inOrder(page, 'Bert Mol', 'Anna Zwart', 'Carla Aarts');
  await page.getByRole('button', { name: 'Totaal' }).click();
  await inOrder(page, 'Carla Aarts', 'Anna Zwart', 'Bert Mol');
  await page.getByRole('button', { name: 'Werknemer, functie' }).click();
  await inOrder(page, 'Carla Aarts', 'Bert Mol', 'Anna Zwart');

  await page.setViewportSize({ width: 360, height: 800 });
  await page.getByRole('combobox', { name: 'Sorteren op' }).selectOption({ label: 'Totaal, aflopend' });
  await expect
    .poll(() => page.locator('main [data-open]').allTextContents())
    .toEqual(['Bert Mol', 'Anna Zwart', 'Carla Aarts']);
});

test('Filters are steps of Back and typing is not; what an address cannot mean is said', async ({
  page,
  makeSentWeek,
  signInAs,
}) => {
  const { supervisor } = await makeSentWeek(['Anna Zwart']);
  await signInAs(supervisor, { path: '/' });
  await page.goto('/timesheets/past');
  await page.getByRole('combobox', { name: 'Status' }).selectOption({ label: 'Afgekeurd' });
  await expect(page.getByText('Niets gevonden')).toBeVisible();
  await page.getByRole('searchbox').pressSequentially('anna', { delay: 250 });
  await expect(page).toHaveURL(/q=anna/);
  await page.goBack();
  await expect(page).toHaveURL(/\/timesheets\/past$/);
  await inOrder(page, 'Anna Zwart');
  await expect(page.getByRole('searchbox')).toHaveValue('');

  await page.goto('/timesheets/past?year=1999&sort=x&status=foo');
  await expect(page.getByText('year=1999, sort=x, status=foo')).toBeVisible();
  await inOrder(page, 'Anna Zwart');
  await page.getByRole('button', { name: 'Weghalen' }).click();
  await expect(page.getByText('year=1999')).toBeHidden();
  await expect(page).toHaveURL(/\/timesheets\/past$/);
});

test('The office searches all phases at once, keeps the list as a file and finds it at the employee', async ({
  page,
  makeWorkplace,
  sendLastWeek,
  signInAs,
}) => {
  const unique = `Q${Math.random().toString(36).slice(2, 8)}`;
  const { workers } = await makeWorkplace([`Anna ${unique}`, `Bert ${unique}`, `=Carla ${unique}`]);
  for (const worker of workers.slice(1)) await sendLastWeek(worker, 7.5);
  await signInAs('staff', { path: '/worksheets' });
  await page.getByRole('searchbox').fill(unique);
  const tab = (name: string) => page.getByRole('navigation', { name: 'Fase' }).getByRole('link', { name });
  await expect(tab('Goed te keuren')).toContainText('2');
  await expect(tab('Definitief te maken')).toContainText('0');
  await tab('Goed te keuren').click();
  await page.getByRole('button', { name: 'Werknemer, functie' }).click();
  await inOrder(page, `=Carla ${unique}`, `Bert ${unique}`);

  // A week is chosen without a year first.
  await page.getByRole('combobox', { name: 'Periode' }).selectOption({ index: 1 });
  await expect(page).toHaveURL(/year=\d{4}/);
  await expect(tab('Goed te keuren')).toContainText('0');
  await page.goBack();
  await expect(tab('Goed te keuren')).toContainText('2');

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Lijst als CSV-bestand' }).click();
  const file = await readFile(await (await download).path(), 'utf8');
  expect(file.trimEnd().split('\r\n')).toHaveLength(3);
  expect(file).toContain('37,5');

  const [, bert] = workers;
  const employeeId = await withDatabase(async (db) => {
    const found = await db.query<{ id: string }>('SELECT id FROM employee WHERE person_id = $1', [bert?.personId]);
    return found.rows[0]?.id;
  });
  await page.goto(`/manage/employees/${employeeId}`);
  await expect(page.getByRole('heading', { level: 1, name: `Bert ${unique}` })).toBeVisible();
  await page.getByRole('link', { name: 'Urenbriefjes', exact: true }).last().click();
  await expect(page.getByText('1 urenbriefje: 37,50 uur.')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Urenbriefjes' }).getByText('37,50').first()).toBeVisible();
});
