import { expect, lastWeek, test } from '../fixtures.ts';

const words = {
  nl: {
    hours: 'Gewerkte uren',
    at: 'Bij de opdrachtgever',
    unit: 'uur',
    sum: '77,50',
  },
  en: {
    hours: 'Hours worked',
    at: 'With the client',
    unit: 'hours',
    sum: '77.50',
  },
} as const;

for (const language of ['nl', 'en'] as const) {
  test(`Staff see the hours of a client by week, and open the list that they are the sum of (${language})`, async ({
    sendLastWeek,
    page,
    signInAs,
    makeWorkplace,
  }) => {
    const say = words[language];
    const { organisationId, workers } = await makeWorkplace([`Mia One${language}`, `Ben Two${language}`]);
    for (const [index, worker] of workers.entries()) await sendLastWeek(worker, index === 0 ? 8 : 7.5);
    const { number, year } = lastWeek();
    await signInAs('staff', { language, path: `/dashboard?organisation=${organisationId}` });
    await expect(page.getByRole('img', { name: new RegExp(`^${say.hours}`) })).toBeVisible();
    const table = page.getByRole('table', { name: say.hours });
    const row = table.getByRole('row', { name: new RegExp(`^Week ${number}, ${year}`) });
    await row.getByRole('link', { name: `Week ${number}, ${year}, ${say.at}: ${say.sum} ${say.unit}` }).click();
    await expect(page).toHaveURL(
      new RegExp(`/worksheets\\?phase=to-approve&organisation=${organisationId}&year=${year}&period=week-${number}$`),
    );
    await expect(page.getByRole('link', { name: `Mia One${language}` })).toBeVisible();
    await expect(page.getByRole('link', { name: `Ben Two${language}` })).toBeVisible();
  });
}
