import { expect, type Page, test } from '../fixtures.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** How often an address was posted to. */
function countPosts(page: Page, address: string): () => number {
  let count = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST' && new URL(request.url()).pathname.endsWith(address)) count += 1;
  });
  return () => count;
}

test.describe('at 1024 pixels', () => {
  test.use({ viewport: { width: 1024, height: 768 } });

  test('A double click approves once, and takes it back once', async ({ page, makeSentWeek, signInAs }) => {
    const { supervisor } = await makeSentWeek(['Anna Bakker', 'Bram Citroen']);
    await signInAs(supervisor, { path: '/timesheets/approve' });
    const approvals = countPosts(page, '/approve');
    const undone = countPosts(page, '/undo-approval');

    await page.getByRole('checkbox', { name: /Anna Bakker/ }).check();
    await button(page, 'Uren goedkeuren').dblclick();
    await expect(page.getByText('1 urenbriefje goedgekeurd').first()).toBeVisible();
    await button(page, 'Ongedaan maken').dblclick();
    await expect(page.getByText('De goedkeuring van 1 urenbriefje is ongedaan gemaakt.').first()).toBeVisible();

    await page.getByRole('link', { name: 'Bram Citroen' }).click();
    await button(page, 'Goedkeuren').dblclick();
    await expect(page.getByText('1 urenbriefje goedgekeurd').first()).toBeVisible();
    await expect(button(page, 'Goedkeuring ongedaan maken')).toBeVisible();
    await expect(page.getByText('niet gelukt')).toHaveCount(0);
    expect([approvals(), undone()]).toEqual([2, 1]);
  });
});

test('A comment whose answer is lost is placed once, and the box is empty', async ({
  page,
  makeWorkplace,
  sendLastWeek,
  signInAs,
}) => {
  const { supervisor, workers } = await makeWorkplace(['Anna Bakker']);
  const [worker] = workers;
  const { id } = await sendLastWeek(worker);
  await signInAs(supervisor, { path: `/timesheets/${id}` });
  const posts = countPosts(page, '/comments');
  await page.route('**/comments', async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  });
  const box = page.getByRole('textbox', { name: 'Opmerking toevoegen' });
  await box.fill('Klopt de dinsdag?');
  await button(page, 'Opmerking toevoegen').click();
  await expect(box).toHaveValue('');
  await expect(page.getByText('Klopt de dinsdag?', { exact: true })).toHaveCount(1);
  await expect(box).not.toHaveAttribute('aria-invalid');
  expect(posts()).toBe(1);
});

test('Without a connection an approval says so at once, and the ticks stay', async ({
  page,
  context,
  makeSentWeek,
  signInAs,
}) => {
  const { supervisor } = await makeSentWeek(['Anna Bakker']);
  await signInAs(supervisor, { path: '/timesheets/approve' });
  const tick = page.getByRole('checkbox', { name: /Anna Bakker/ });
  await tick.check();
  await context.setOffline(true);
  await button(page, 'Uren goedkeuren').click();
  await expect(page.getByText(/^Geen verbinding met de server/)).toBeVisible();
  await expect(button(page, 'Uren goedkeuren')).not.toHaveAttribute('aria-busy');
  await expect(tick).toBeChecked();
  await context.setOffline(false);
  await button(page, 'Uren goedkeuren').click();
  await expect(page.getByText('1 urenbriefje goedgekeurd').first()).toBeVisible();
});

test('A reason that was typed is there again, says how long it may be, and turns the button of its own act', async ({
  page,
  makeSentWeek,
  signInAs,
}) => {
  const { supervisor } = await makeSentWeek(['Anna Bakker']);
  await signInAs(supervisor, { path: '/timesheets/approve' });
  await page.getByRole('checkbox', { name: /Anna Bakker/ }).check();
  const dialog = page.getByRole('dialog');
  const reason = dialog.getByRole('textbox', { name: 'Reden' });
  const submit = dialog.getByRole('button', { name: 'Afkeuren' });

  await button(page, 'Afkeuren').click();
  await submit.click();
  await expect(dialog.getByText('Vul in waarom')).toBeVisible();
  await reason.fill('Woensdag');
  await expect(dialog.getByText('Vul in waarom')).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await button(page, 'Afkeuren').click();
  await expect(reason).toHaveValue('Woensdag');

  await reason.fill('x'.repeat(2000));
  await expect(reason).toHaveValue('x'.repeat(2000));
  await expect(dialog.getByText('Hooguit 1000 tekens; dit zijn er 2000.')).toBeVisible();
  await reason.fill('Woensdag was vrij');

  let answer = () => {};
  const isAsked = new Promise<void>((asked) => {
    void page.route('**/api/worksheets/decline', async (route) => {
      asked();
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      await route.continue();
    });
  });
  await submit.click();
  await isAsked;
  await expect(submit).toHaveAttribute('aria-busy', 'true');
  await expect(page.locator('button', { hasText: 'Uren goedkeuren' })).not.toHaveAttribute('aria-busy');
  await expect(page.getByText('Nog niet bevestigd.').filter({ visible: true })).toHaveCount(1);
  answer();
  await expect(page.getByText('1 urenbriefje afgekeurd.').first()).toBeVisible();
});

for (const width of [320, 768, 1024, 1180, 1440]) {
  test(`No part of a list of worksheets is cut off at ${width} pixels`, async ({ page, signInAs }) => {
    await page.setViewportSize({ width, height: 768 });
    for (const path of ['/timesheets/approve', '/timesheets/past']) {
      await signInAs('supervisor', { path });
      const main = page.getByRole('main');
      await expect(main.locator('[data-open]').first()).toBeVisible();
      const over = await main.evaluate((element) => {
        const reach = element.getBoundingClientRect().right;
        const parts = [...element.querySelectorAll('table, td, li, li *')];
        return Math.max(...parts.map((part) => part.getBoundingClientRect().right - reach));
      });
      expect(over, path).toBeLessThanOrEqual(1);
      await expect(main.getByText(/meer dan gepland/).first()).toBeVisible();
    }
  });
}

test('The box for a comment stands clear of the bar while one types in it', async ({
  page,
  makeWorkplace,
  sendLastWeek,
  signInAs,
}) => {
  const { supervisor, workers } = await makeWorkplace(['Anna Bakker']);
  const [worker] = workers;
  const { id } = await sendLastWeek(worker);
  await signInAs(supervisor, { path: `/timesheets/${id}` });
  const box = page.getByRole('textbox', { name: 'Opmerking toevoegen' });
  const send = button(page, 'Opmerking toevoegen');
  const bar = page.getByRole('region', { name: 'Beslissen over dit urenbriefje' });
  await expect(bar).toBeVisible();
  const placeOf = async (part: typeof box) => (await part.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };

  // A window in which the bar leaves no more of the box to be seen than its upper edge.
  const { x, y } = await placeOf(box);
  const seen = 14;
  const below = 12;
  await page.setViewportSize({ width: 1440, height: Math.round(y + seen + (await placeOf(bar)).height + below) });
  await expect.poll(async () => (await placeOf(bar)).y - y).toBeLessThanOrEqual(seen + 1);
  await page.mouse.click(x + seen, y + seen / 2);
  await expect(box).toBeFocused();
  const room = async () => (await placeOf(bar)).y - (await placeOf(send)).y - (await placeOf(send)).height;
  await expect.poll(room).toBeGreaterThan(0);
});

test('Whoever logs in over a link is at the title of the screen that it leads to', async ({ page, makeWorkplace }) => {
  const { supervisor } = await makeWorkplace([]);
  await page.goto('/timesheets/approve');
  await page.getByLabel('E-mailadres of gebruikersnaam').fill(supervisor.email);
  await page.getByLabel('Wachtwoord', { exact: true }).fill('konnekt-demo');
  await button(page, 'Inloggen').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Uren goedkeuren' })).toBeFocused();
});

test('A search that is longer than the API takes is cut', async ({ page, makeWorkplace, signInAs }) => {
  const { supervisor } = await makeWorkplace([]);
  await signInAs(supervisor, { path: `/timesheets/past?q=${'x'.repeat(2000)}` });
  await expect(page.getByText('Niets gevonden')).toBeVisible();
  await expect(page.getByRole('searchbox')).toHaveValue('x'.repeat(100));
});
