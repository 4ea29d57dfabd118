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
