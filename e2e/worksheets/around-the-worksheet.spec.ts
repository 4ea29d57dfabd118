import { expect, lastWeek, type Page, password, test, type Worker } from '../fixtures.ts';

const { year, number } = lastWeek();

/** Sent, declined, and sent again with an hour less on each day. */
async function twoVersions(
  page: Page,
  worker: Worker,
  supervisor: { email: string },
  first: { id: string; version: number },
) {
  const logIn = (login: string) => page.request.post('/api/auth/login', { data: { login, password } });
  await logIn(supervisor.email);
  await page.request.post('/api/worksheets/decline', { data: { items: [first], reason: 'Een uur te veel' } });
  await logIn(worker.email);
  const path = `/api/worksheets/${first.id}`;
  const { version, lines } = await (await page.request.get(path)).json();
  const less = lines.map(({ number: _, ...line }: { number: number; minutes: number }) => ({
    ...line,
    minutes: line.minutes - 60,
  }));
  const saved = await (await page.request.put(path, { data: { version, lines: less } })).json();
  expect((await page.request.post(`${path}/send`, { data: { version: saved.version } })).status()).toBe(200);
}

test('An older version of a worksheet says that it is one, and where the latest is', async ({
  page,
  makeWorkplace,
  sendLastWeek,
  signInAs,
}) => {
  const { workers, supervisor } = await makeWorkplace(['Vera Versie']);
  const [worker] = workers;
  const first = await sendLastWeek(worker);
  await twoVersions(page, worker, supervisor, first);
  await signInAs(supervisor, { path: `/timesheets/${first.id}?version=1` });
  await expect(page.getByText('U bekijkt versie 1')).toBeVisible();
  await page.getByRole('link', { name: 'Naar versie 2, de laatste' }).click();
  await expect(page.getByText('U bekijkt versie 1')).toBeHidden();
  await expect(page.getByText('Wijzigingen sinds versie 1.', { exact: false })).toBeVisible();

  await signInAs(worker, { path: `/hours/${worker.placementId}/${year}/${number}?version=1` });
  await page.getByRole('link', { name: 'Naar versie 2, de laatste' }).click();
  await expect(page.getByText('U bekijkt versie 1')).toBeHidden();
});

test('Hours are added from the worksheet itself, by the employee and by a supervisor who registers', async ({
  page,
  makeWorkplace,
  sendLastWeek,
  signInAs,
}) => {
  const own = await makeWorkplace(['Toos Toevoeger']);
  const [worker] = own.workers;
  if (!worker) throw new Error('no worker');
  const { id } = await sendLastWeek(worker);
  await signInAs(worker, { path: `/timesheets/${id}` });
  await page.getByRole('link', { name: 'Urenregels toevoegen' }).click();
  await expect(page).toHaveURL(`/hours/${worker.placementId}/${year}/${number}`);
  await expect(page.getByRole('button', { name: 'Toegevoegde uren versturen' })).toBeVisible();

  const registered = await makeWorkplace(['Rik Register'], { hoursBy: 'supervisor' });
  const [registeredWorker] = registered.workers;
  if (!registeredWorker) throw new Error('no worker');
  const { supervisor } = registered;
  await page.request.post('/api/auth/login', { data: { login: supervisor.email, password } });
  const { items } = await (await page.request.get('/api/hour-types')).json();
  const { id: hourTypeId } = items.find(({ code }: { code: string }) => code === 'N100');
  const rows = [{ placementId: registeredWorker.placementId, lines: [{ hourTypeId, date: null, minutes: 2400 }] }];
  const sent = await page.request.post('/api/registration/send', {
    data: { periodType: 'week', year, period: number, rows },
  });
  expect((await sent.json()).refused).toEqual([]);
  await signInAs(supervisor, { path: '/timesheets/past' });
  await page.getByRole('link', { name: 'Rik Register' }).click();
  await page.getByRole('link', { name: 'Urenregels toevoegen' }).click();
  await expect(page.getByText(/meteen verstuurd; u kunt ze niet opslaan/)).toBeVisible();
});
