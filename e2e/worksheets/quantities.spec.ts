import { addDays } from '@konnekt/shared/basics/calendar-day';
import { expect, lastWeek, password, test } from '../fixtures.ts';

const { year, number, monday } = lastWeek();

for (const language of ['nl', 'en'] as const) {
  const say =
    language === 'nl'
      ? { surcharge: '1,50 u toeslag', money: '€ 12,50', hours: '16,00' }
      : { surcharge: '1.50 h surcharge', money: '€12.50', hours: '16.00' };

  test(`Kilometres, expenses and surcharges stand beside the hours, each in its unit (${language})`, async ({
    page,
    makeWorkplace,
    signInAs,
  }) => {
    const { workers, supervisor } = await makeWorkplace(['Karel Kilometer']);
    const [worker] = workers;
    await page.request.post('/api/auth/login', { data: { login: worker.email, password } });
    const { items } = await (await page.request.get('/api/hour-types')).json();
    const idOf = (wanted: string) => items.find(({ code }: { code: string }) => code === wanted).id;
    const of = (code: string, day: number, quantity: number) => ({
      hourTypeId: idOf(code),
      date: addDays(monday, day),
      minutes: 0,
      quantity,
    });
    const worked = (day: number) => ({ hourTypeId: idOf('N100'), date: addDays(monday, day), minutes: 480 });
    const lines = [worked(0), worked(1), of('KM', 0, 9_500), of('KM', 1, 9_500), of('EXP', 1, 1_250), of('S25', 0, 90)];
    const draft = await page.request.post('/api/worksheets', {
      data: { placementId: worker.placementId, year, number, lines },
    });
    expect(draft.status(), await draft.text()).toBe(201);
    const { id, version } = await draft.json();
    expect((await page.request.post(`/api/worksheets/${id}/send`, { data: { version } })).status()).toBe(200);

    await signInAs(supervisor, { language, path: '/timesheets/approve' });
    const row = page.getByRole('row').filter({ hasText: 'Karel Kilometer' });
    for (const text of ['190 km', say.money, say.surcharge, say.hours]) await expect(row).toContainText(text);
    await row.getByRole('link', { name: 'Karel Kilometer' }).click();
    const table = page.getByRole('table');
    await expect(table.getByRole('row').nth(1)).toContainText('95 km');
    const totals = table.getByRole('row').last();
    for (const text of ['190 km', say.money, say.surcharge, say.hours]) await expect(totals).toContainText(text);
  });
}
