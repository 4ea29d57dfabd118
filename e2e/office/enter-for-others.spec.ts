import { addDays } from '@konnekt/shared/basics/calendar-day';
import { expect, lastWeek, type Page, password, test, type Worker } from '../fixtures.ts';

const { year, number, monday } = lastWeek();

/** The field of Monday for normal hours. */
const firstDay = (page: Page, language: 'nl' | 'en') =>
  page.getByRole('textbox', { name: language === 'nl' ? /^maandag .*Normale uren/i : /^Monday .*Normal hours/i });

async function saveAs(page: Page, worker: Worker): Promise<void> {
  await page.request.post('/api/auth/login', { data: { login: worker.email, password } });
  const { items } = await (await page.request.get('/api/hour-types')).json();
  const { id: hourTypeId } = items.find(({ code }: { code: string }) => code === 'N100');
  const lines = [0, 1].map((n) => ({ hourTypeId, date: addDays(monday, n), minutes: 480 }));
  const saved = await page.request.post('/api/worksheets', {
    data: { placementId: worker.placementId, year, number, lines },
  });
  expect(saved.status()).toBe(201);
}

test('The office fills in and sends the hours of somebody who cannot', async ({ page, makeWorkplace, signInAs }) => {
  const { workers, supervisor, organisationName } = await makeWorkplace(['Piet Papier']);
  const [worker] = workers;
  await signInAs('staff', { path: `/worksheets?phase=to-fill&q=${organisationName}` });
  await page
    .getByRole('row', { name: new RegExp(`week ${number}\\b`, 'i') })
    .getByRole('link')
    .click();
  await expect(page).toHaveURL(`/hours/${worker.placementId}/${year}/${number}`);
  await expect(page.getByText('De uren van Piet Papier')).toBeVisible();
  await firstDay(page, 'nl').fill('8');
  await page.getByRole('button', { name: 'Versturen', exact: true }).click();
  await expect(page.getByText('Verstuurd ter goedkeuring.').first()).toBeVisible();
  await expect(page.getByText(/\(uitzendbureau\) heeft de uren verstuurd/)).toBeVisible();

  await signInAs(supervisor, { path: '/timesheets/approve' });
  await page.getByRole('link', { name: 'Piet Papier' }).click();
  await expect(page.getByText('Ingevuld door het uitzendbureau')).toBeVisible();
  await expect(page.getByText('Wacht op u', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Goedkeuren', exact: true }).click();
  await expect(page.getByText(/heeft de uren goedgekeurd/)).toBeVisible();
});

test('What an employee saved is taken over before the office changes it (en)', async ({
  page,
  makeWorkplace,
  signInAs,
}) => {
  const { workers } = await makeWorkplace(['Tina Telefoon']);
  const [worker] = workers;
  await saveAs(page, worker);
  await signInAs('staff', { language: 'en', path: `/manage/placements/${worker.placementId}?tab=worksheets` });
  await page.getByRole('link', { name: `Week ${number}, ${year}` }).click();
  await expect(page.getByText('Tina Telefoon saved these hours and did not send them')).toBeVisible();
  await expect(firstDay(page, 'en')).toBeHidden();
  await page.getByRole('button', { name: 'Take over the hours' }).click();
  await expect(firstDay(page, 'en')).toHaveValue('8.00');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByText('Filled in by the agency.')).toBeVisible();
});
