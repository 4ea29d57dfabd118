import { addDays } from '@konnekt/shared/basics/calendar-day';
import { expect, lastWeek, test, withDatabase } from '../fixtures.ts';

const { year, number, monday } = lastWeek();
const gridOf = (days = '') => `/timesheets/register?type=week&year=${year}&period=${number}&view=grid${days}`;

test('Hours that came back and are as they were are asked about in the grid, as in the form of one employee', async ({
  page,
  makeWorkplace,
  signInAs,
  sendBack,
}) => {
  const { supervisor } = await makeWorkplace(['Anna Bakker', 'Bram Citroen'], { hoursBy: 'supervisor' });
  await signInAs(supervisor, { path: gridOf() });
  const grid = page.getByRole('grid');
  const sendAll = page.getByRole('button', { name: 'Alles versturen' });
  const dialog = page.getByRole('dialog');
  await grid.getByRole('textbox', { name: 'Anna Bakker, Normale uren' }).fill('40');
  await sendAll.click();
  await expect(page.getByText('1 urenbriefje verstuurd.')).toBeVisible();
  const query = `periodType=week&year=${year}&period=${number}`;
  const { rows } = await (await page.request.get(`/api/registration?${query}`)).json();
  await sendBack(
    rows.flatMap(({ worksheet }: { worksheet: { id: string; version: number } | null }) => worksheet ?? []),
    'Donderdag was zij vrij',
  );

  await page.reload();
  await sendAll.click();
  await expect(dialog).toContainText('Versturen voor 1 werknemer?');
  await expect(dialog).toContainText('Niet gewijzigd sinds het terugkwam. De reden was: “Donderdag was zij vrij”');
  await expect(dialog.getByRole('button', { name: 'Annuleren' })).toBeFocused();
  await page.keyboard.press('Enter');
  await grid.getByRole('textbox', { name: 'Anna Bakker, Normale uren' }).fill('39,5');
  await sendAll.click();
  await expect(page.getByText('1 urenbriefje verstuurd.')).toBeVisible();
});

const words = {
  nl: { fair: /^Kermis$|\(Kermis\)/, day: /^Kees Kermis, Normale uren, woensdag/, send: 'Alles versturen' },
  en: { fair: /\(Fair\)/, day: /^Kees Kermis, Normal hours, Wednesday/, send: 'Send all' },
} as const;
for (const language of ['nl', 'en'] as const) {
  test(`A client's public holiday is marked in the days of the grid, and hours on it are asked about (${language})`, async ({
    page,
    makeWorkplace,
    signInAs,
  }) => {
    const say = words[language];
    const warning = language === 'nl' ? 'een feestdag bij deze opdrachtgever.' : 'a public holiday at this client.';
    await page.setViewportSize({ width: language === 'nl' ? 1440 : 360, height: 800 });
    const { supervisor, organisationId } = await makeWorkplace(['Kees Kermis'], { hoursBy: 'supervisor' });
    const wednesday = addDays(monday, 2);
    await withDatabase(async (db) => {
      const days = [{ date: wednesday, nameNl: 'Kermis', nameEn: 'Fair' }];
      await db.query('INSERT INTO holiday_list (organisation_id, year, days) VALUES ($1, $2, $3)', [
        organisationId,
        Number(wednesday.slice(0, 4)),
        JSON.stringify(days),
      ]);
    });
    await signInAs(supervisor, { language, path: gridOf('&days=N100') });
    await expect(page.getByRole('grid').getByText(say.fair).last()).toBeVisible();
    await page.getByRole('textbox', { name: say.day }).fill('8');
    await expect(page.getByRole('row', { name: /Kees Kermis/ })).toContainText(warning);
    await page.getByRole('button', { name: say.send }).click();
    await expect(page.getByRole('dialog')).toContainText(warning);
  });
}
