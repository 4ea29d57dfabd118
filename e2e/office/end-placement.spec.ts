import { addDays } from '@konnekt/shared/basics/calendar-day';
import { expect, lastWeek, test, typeDay } from '../fixtures.ts';

const { year, number, monday } = lastWeek();

test('Who ends a placement sees which sent hours fall outside, and the way on', async ({
  page,
  makeSentWeek,
  signInAs,
}) => {
  const { workers } = await makeSentWeek(['Ella Einde']);
  const [worker] = workers;
  await signInAs('staff', { path: `/manage/placements/${worker.placementId}` });
  await page.getByRole('button', { name: 'Plaatsing beëindigen' }).click();
  const dialog = page.getByRole('dialog');
  const lastDay = dialog.getByRole('textbox', { name: 'Laatste dag' });
  await typeDay(lastDay, addDays(monday, 2));
  await expect(dialog.getByText('Verstuurde uren vallen erbuiten')).toBeVisible();
  // Thursday and Friday.
  await expect(dialog.getByRole('listitem').filter({ hasText: `Week ${number}, ${year}` })).toContainText('16,00 uur');
  await dialog.getByRole('button', { name: 'Plaatsing beëindigen' }).click();
  await expect(dialog.getByText('zouden erbuiten vallen', { exact: false }).first()).toBeVisible();
  await typeDay(lastDay, addDays(monday, 4));
  await expect(dialog.getByText('Verstuurde uren vallen erbuiten')).toBeHidden();
  await dialog.getByRole('button', { name: 'Plaatsing beëindigen' }).click();
  await expect(page.getByText('De plaatsing eindigt op', { exact: false })).toBeVisible();
});

test('Hours that were only saved are named as well, do not stand in the way, and are taken away by their writer', async ({
  page,
  apiOf,
  makeWorkplace,
  signInAs,
}) => {
  const [worker] = (await makeWorkplace(['Dora Draft'])).workers;
  const api = await apiOf(worker);
  const { items } = await (await api.get('/api/hour-types')).json();
  const normal = items.find(({ code }: { code: string }) => code === 'N100').id;
  const lines = [0, 4].map((day) => ({ hourTypeId: normal, date: addDays(monday, day), minutes: 480 }));
  const saved = await api.post('/api/worksheets', { data: { placementId: worker.placementId, year, number, lines } });
  expect(saved.status()).toBe(201);

  await signInAs('staff', { path: `/manage/placements/${worker.placementId}` });
  await page.getByRole('button', { name: 'Plaatsing beëindigen' }).click();
  const dialog = page.getByRole('dialog');
  await typeDay(dialog.getByRole('textbox', { name: 'Laatste dag' }), addDays(monday, 2));
  await expect(dialog.getByText('Opgeslagen uren vallen erbuiten')).toBeVisible();
  await expect(dialog.getByRole('listitem').filter({ hasText: `Week ${number}, ${year}` })).toContainText('8,00 uur');
  await dialog.getByRole('button', { name: 'Plaatsing beëindigen' }).click();
  await expect(page.getByText('De plaatsing eindigt op', { exact: false })).toBeVisible();

  await signInAs(worker, { path: `/hours/${worker.placementId}/${year}/${number}` });
  await expect(page.getByText('De plaatsing loopt niet op deze dag. Haal dit weg.')).toBeVisible();
});
