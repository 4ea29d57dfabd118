import { expect, type Page, test } from '../fixtures.ts';

const bell = (page: Page) => page.getByRole('button', { name: /^Meldingen/ });
/** When this page, or whichever tab of its browser, has its stream of events. */
const streams = (pages: Page[]) =>
  Promise.race(
    pages.map((page) => page.waitForRequest((request) => request.url().endsWith('/api/live'), { timeout: 20_000 })),
  );

test('What happens to somebody’s hours is behind their bell within a second, without a reload', async ({
  page,
  apiOf,
  makeSentWeek,
  signInAs,
}) => {
  const { supervisor, workers } = await makeSentWeek(['Lieke Live']);
  const [lieke] = workers;
  const api = await apiOf(supervisor);
  const { items } = await (await api.get('/api/worksheets?phase=to-approve')).json();
  const streaming = streams([page]);
  await signInAs(lieke);
  await streaming;
  await expect(bell(page)).toHaveAccessibleName('Meldingen');
  const sent = items.map(({ id, version }: { id: string; version: number }) => ({ id, version }));
  expect((await api.post('/api/worksheets/decline', { data: { items: sent, reason: 'Klopt niet' } })).ok()).toBe(true);
  await expect(bell(page)).toHaveAccessibleName('Meldingen, 1 nieuwe', { timeout: 1000 });
});

test('Ten tabs of one browser all load, and share one stream of events', async ({
  context,
  page,
  makeWorkplace,
  signInAs,
}) => {
  test.slow();
  const { workers } = await makeWorkplace(['Tim Tab']);
  const [tim] = workers;
  let opened = 0;
  context.on('request', (request) => {
    if (request.url().endsWith('/api/live')) opened += 1;
  });
  const streaming = streams([page]);
  await signInAs(tim);
  await streaming;
  const tabs = [page];
  for (let n = 0; n < 9; n++) {
    const tab = await context.newPage();
    await tab.goto('/');
    await expect(bell(tab)).toBeVisible();
    tabs.push(tab);
  }
  expect(opened).toBe(1);
  // The tab that has the stream is closed: another one takes over.
  const [first, ...others] = tabs as [Page, ...Page[]];
  const next = streams(others);
  await first.close();
  await next;
  await Promise.all(others.map((tab) => tab.reload()));
  for (const tab of others) await expect(bell(tab)).toBeVisible();
});

test('A tab beside another shows what came while it was being opened: after it read its list, and before it listened', async ({
  context,
  page,
  apiOf,
  makeWorkplace,
  signInAs,
}) => {
  const { workers } = await makeWorkplace(['Tara Tweede']);
  const [tara] = workers;
  const staff = await apiOf('staff');
  const send = async (title: string) =>
    staff.post('/api/messages', { data: { id: crypto.randomUUID(), title, body: 'Hallo', personId: tara.personId } });
  const streaming = streams([page]);
  await signInAs(tara, { path: '/messages' });
  await streaming;
  await expect(page.getByText('Geen berichten')).toBeVisible();

  const tab = await context.newPage();
  let sent = 0;
  // The list was read, and its answer is on its way.
  await tab.route(/\/api\/messages\?/, async (route) => {
    const answer = await route.fetch();
    if (sent++ === 0) expect((await send('Eerste')).status()).toBe(201);
    await route.fulfill({ response: answer });
  });
  // What listens comes when the other tab has heard.
  await tab.route(/\/assets\/notice-bell-(?!later)/, async (route) => {
    await expect(page.getByRole('link', { name: 'Eerste' })).toBeVisible();
    await route.continue();
  });
  await tab.goto('/messages');
  await expect(tab.getByRole('link', { name: 'Eerste' })).toBeVisible();
  expect((await send('Tweede')).status()).toBe(201);
  await expect(tab.getByRole('link', { name: 'Tweede' })).toBeVisible();
});

test('What came while a list is asked for the first time is on it', async ({
  page,
  apiOf,
  makeWorkplace,
  signInAs,
}) => {
  const { workers } = await makeWorkplace(['Eef Eerder']);
  const [eef] = workers;
  const staff = await apiOf('staff');
  const streaming = streams([page]);
  await signInAs(eef);
  await streaming;
  await expect(bell(page)).toHaveAccessibleName('Meldingen');
  let asked = 0;
  await page.route(/\/api\/messages\?/, async (route) => {
    const answer = await route.fetch();
    if (asked++ === 0) {
      const thread = { id: crypto.randomUUID(), title: 'Intussen', body: 'Hallo', personId: eef.personId };
      expect((await staff.post('/api/messages', { data: thread })).status()).toBe(201);
      await expect(bell(page)).toHaveAccessibleName('Meldingen, 1 nieuwe');
    }
    await route.fulfill({ response: answer });
  });
  await page
    .getByRole('navigation', { name: 'Hoofdmenu', exact: true })
    .getByRole('link', { name: /^Berichten/ })
    .click();
  await expect(page.getByRole('link', { name: 'Intussen' })).toBeVisible();
});
