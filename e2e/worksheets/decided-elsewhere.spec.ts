import { type Account, expect, type Page, test } from '../fixtures.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const bar = (page: Page) => page.getByRole('region', { name: 'Beslissen over wat is aangevinkt' });

test('What was ticked and is decided or withdrawn elsewhere is named with the reason, and unticked', async ({
  page,
  apiOf,
  makeWorkplace,
  sendLastWeek,
  signInAs,
}) => {
  const { supervisor, workers, colleagues } = await makeWorkplace(['Anna Arends', 'Bert Bos', 'Carla Cuypers'], {
    colleagues: ['Collega Klaassen'],
  });
  const sent = [];
  for (const worker of workers) sent.push(await sendLastWeek(worker));
  await signInAs(supervisor, { path: '/timesheets/approve' });
  await page.getByRole('columnheader').getByRole('checkbox').check();
  await expect(page.getByText('3 aangevinkt')).toBeVisible();

  const as = async (who: Account, path: string, data: object) => {
    const api = await apiOf(who);
    expect((await api.post(path, { data })).ok()).toBe(true);
  };
  const [anna, bert] = sent;
  const [colleague] = colleagues;
  const [, bertBos] = workers;
  if (!anna || !bert || !colleague) throw new Error('nobody');
  await as(colleague, '/api/worksheets/approve', { items: [anna] });
  await as(bertBos, `/api/worksheets/${bert.id}/withdraw`, { version: bert.version });

  await button(page, 'Uren goedkeuren').click();
  await expect(page.getByText('1 urenbriefje goedgekeurd, 40,00 uur.').first()).toBeVisible();
  const notice = page.getByRole('status').filter({ hasText: 'uitgevinkt' });
  await expect(notice).toContainText('2 urenbriefjes zijn uitgevinkt');
  await expect(notice.getByRole('listitem').filter({ hasText: 'Anna Arends' })).toContainText(
    'al goedgekeurd door Collega Klaassen',
  );
  await expect(notice.getByRole('listitem').filter({ hasText: 'Bert Bos' })).toContainText(
    'teruggehaald door Bert Bos',
  );
  await expect(page.getByText('aangevinkt, ')).toBeHidden();
  await expect(page.getByText('niet zichtbaar door het filter')).toHaveCount(0);
  await expect(bar(page).getByRole('button', { name: 'Ongedaan maken' })).toBeVisible();
  await notice.getByRole('button', { name: 'Melding sluiten' }).click();
  await expect(notice).toBeHidden();
});

test('What a filter hides stays ticked, and is said to be hidden by it', async ({ page, makeSentWeek, signInAs }) => {
  const { supervisor } = await makeSentWeek(['Anna Arends', 'Bert Bos']);
  await signInAs(supervisor, { path: '/timesheets/approve' });
  await page.getByRole('columnheader').getByRole('checkbox').check();
  await page.getByRole('searchbox').fill('Anna');
  await expect(page.getByText('1 daarvan niet zichtbaar door het filter')).toBeVisible();
  await expect(page.getByText('2 aangevinkt')).toBeVisible();
});

test('An approval whose answer never came is found when the list is there again, and can be undone', async ({
  page,
  makeSentWeek,
  signInAs,
}) => {
  const { supervisor } = await makeSentWeek(['Anna Arends', 'Bert Bos']);
  await signInAs(supervisor, { path: '/timesheets/approve' });
  await page.getByRole('checkbox', { name: /Anna Arends/ }).check();
  const isDone = new Promise<void>((done) => {
    void page.route('**/api/worksheets/approve', async (route) => {
      await route.fetch();
      done();
    });
  });
  await button(page, 'Uren goedkeuren').click();
  await isDone;
  await page.reload();
  await expect(page.getByText(/al goedgekeurd door Saskia/)).toBeVisible();
  await bar(page).getByRole('button', { name: 'Ongedaan maken' }).click();
  await expect(page.getByRole('link', { name: 'Anna Arends' }).last()).toBeVisible();
  await expect(page.getByText('De goedkeuring van 1 urenbriefje is ongedaan gemaakt.').first()).toBeVisible();
});

test('What a colleague approved while an answer was lost is theirs: it is named, and Undo leaves it', async ({
  page,
  apiOf,
  makeWorkplace,
  sendLastWeek,
  signInAs,
}) => {
  const { supervisor, workers, colleagues } = await makeWorkplace(['Anna Arends', 'Bert Bos'], {
    colleagues: ['Collega Klaassen'],
  });
  const sent = [];
  for (const worker of workers) sent.push(await sendLastWeek(worker));
  const [anna] = sent;
  const [colleague] = colleagues;
  if (!anna || !colleague) throw new Error('nobody');
  await signInAs(supervisor, { path: '/timesheets/approve' });
  await page.getByRole('columnheader').getByRole('checkbox').check();
  expect((await (await apiOf(colleague)).post('/api/worksheets/approve', { data: { items: [anna] } })).ok()).toBe(true);
  let asked = 0;
  await page.route('**/api/worksheets/approve', async (route) => {
    if (asked++ > 0) return route.continue();
    await route.fetch();
    return route.abort('connectionreset');
  });
  await button(page, 'Uren goedkeuren').click();
  const done = bar(page).getByText('1 urenbriefje goedgekeurd, 40,00 uur. 1 niet gelukt');
  await expect(done).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('status').filter({ hasText: 'uitgevinkt' })).toContainText(
    'al goedgekeurd door Collega Klaassen',
  );
  await bar(page).getByRole('button', { name: 'Ongedaan maken' }).click();
  await expect(page.getByText('De goedkeuring van 1 urenbriefje is ongedaan gemaakt.').first()).toBeVisible();
  const now = await (await page.request.get(`/api/worksheets/${anna.id}`)).json();
  expect(now.history.at(-1)).toMatchObject({ action: 'approve', actorName: 'Collega Klaassen' });
});

test('Hours that another of the office made final leave the ticks, with a name', async ({
  page,
  apiOf,
  makeSentWeek,
  signInAs,
}) => {
  const { supervisor, organisationName } = await makeSentWeek(['Anna Arends', 'Bert Bos']);
  const client = await apiOf(supervisor);
  const waiting = async (api: typeof client, phase: string) =>
    (
      await (await api.get(`/api/worksheets?phase=${phase}&q=${encodeURIComponent(organisationName)}`)).json()
    ).items.map(({ id, version }: { id: string; version: number }) => ({ id, version }));
  await client.post('/api/worksheets/approve', { data: { items: await waiting(client, 'to-approve') } });
  await signInAs('staff', { path: `/worksheets?phase=to-finalise&q=${encodeURIComponent(organisationName)}` });
  await page.getByRole('columnheader').getByRole('checkbox').check();
  await expect(page.getByText('2 aangevinkt')).toBeVisible();
  const admin = await apiOf('admin');
  const [first] = await waiting(admin, 'to-finalise');
  expect((await admin.post('/api/worksheets/finalise', { data: { items: [first] } })).ok()).toBe(true);
  await button(page, 'Definitief maken').click();
  await expect(page.getByRole('status').filter({ hasText: 'uitgevinkt' })).toContainText('al definitief gemaakt door');
  await expect(page.getByText('aangevinkt, ')).toBeHidden();
});

test('On its page a worksheet that was declined meanwhile says by whom, not that there are new hours', async ({
  page,
  apiOf,
  makeWorkplace,
  sendLastWeek,
  signInAs,
}) => {
  const { supervisor, workers, colleagues } = await makeWorkplace(['Anna Arends'], {
    colleagues: ['Collega Klaassen'],
  });
  const sent = await sendLastWeek(workers[0]);
  const [colleague] = colleagues;
  if (!colleague) throw new Error('nobody');
  await signInAs(supervisor, { path: `/timesheets/${sent.id}` });
  await expect(button(page, 'Goedkeuren')).toBeVisible();
  const data = { items: [sent], reason: 'Vrijdag was vrij' };
  expect((await (await apiOf(colleague)).post('/api/worksheets/decline', { data })).ok()).toBe(true);
  await button(page, 'Goedkeuren').click();
  await expect(page.getByRole('alert').filter({ hasText: 'Al afgekeurd door Collega Klaassen.' })).toBeVisible();
  await expect(page.getByText('U ziet nu de nieuwe uren')).toHaveCount(0);
});

test('A decline is taken back from the bar', async ({ page, makeSentWeek, signInAs }) => {
  const { supervisor } = await makeSentWeek(['Anna Arends', 'Bert Bos']);
  await signInAs(supervisor, { path: '/timesheets/approve' });
  await page.getByRole('checkbox', { name: /Anna Arends/ }).check();
  await button(page, 'Afkeuren').click();
  const dialog = page.getByRole('dialog');
  const reason = dialog.getByRole('textbox', { name: 'Reden' });
  await reason.fill('x'.repeat(8000));
  await dialog.getByRole('button', { name: 'Afkeuren' }).click();
  await expect(dialog.getByText('Hooguit 1000 tekens; dit zijn er 8000.')).toBeVisible();
  await expect(reason).toHaveValue('x'.repeat(8000));
  await reason.fill('Woensdag was vrij');
  await expect(dialog.getByText('17 van 1000')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('checkbox', { name: /Bert Bos/ }).check();
  await button(page, 'Afkeuren').click();
  await expect(reason).toHaveValue('Woensdag was vrij');
  await dialog.getByRole('button', { name: 'Afkeuren' }).press('Enter');
  await expect(page.getByText('2 urenbriefjes afgekeurd.').first()).toBeVisible();
  // The keyboard goes on at a row, or at the bar where there is none; never at the top of the page.
  await expect.poll(() => page.evaluate(() => document.activeElement === document.body)).toBe(false);
  await bar(page).getByRole('button', { name: 'Ongedaan maken' }).click();
  await expect(page.getByText('Het afkeuren van 2 urenbriefjes is ongedaan gemaakt.').first()).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'Anna Arends' })).toBeVisible();
});

test('What does not stand out is ticked in one press, of what the filter shows', async ({
  page,
  makeWorkplace,
  sendLastWeek,
  signInAs,
}) => {
  // Nobody's first week: that stands out by itself.
  const names = ['Anna Arends', 'Bert Bos', 'Carla Cuypers'];
  const { supervisor, workers } = await makeWorkplace(names, { startsOn: '2026-01-05' });
  for (const [index, worker] of workers.entries()) await sendLastWeek(worker, [8, 8, 12][index]);
  await signInAs(supervisor, { path: '/timesheets/approve' });
  await expect(bar(page)).toBeHidden();
  await button(page, 'Aanvinken wat niet opvalt (2)').click();
  await expect(page.getByText('2 aangevinkt, 80,00 uur')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /Carla Cuypers/ })).not.toBeChecked();
});
