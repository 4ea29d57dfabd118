import { expect, lastWeek, test } from '../fixtures.ts';

const words = {
  nl: {
    hours: 'Gewerkte uren',
    at: 'Bij de opdrachtgever',
    unit: 'uur',
    missing: 'nog niet verstuurd',
    planned: 'Gepland',
    behind: 'Alle gevraagde urenbriefjes',
    size: ['3 urenbriefjes', '77,50 gewerkt', '120,00 gepland (−42,50)'],
    back: 'Dashboard',
    list: 'Urenbriefjes',
    listed: '2 urenbriefjes: 77,50 uur',
    sum: '77,50',
  },
  en: {
    hours: 'Hours worked',
    at: 'With the client',
    unit: 'hours',
    missing: 'not sent yet',
    planned: 'Planned',
    behind: 'All worksheets asked for',
    size: ['3 worksheets', '77.50 worked', '120.00 planned (−42.50)'],
    back: 'Dashboard',
    list: 'Worksheets',
    listed: '2 worksheets: 77.50 hours',
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
    const { organisationId, workers } = await makeWorkplace([
      `Mia One${language}`,
      `Ben Two${language}`,
      `Kim Not${language}`,
    ]);
    for (const [index, worker] of workers.slice(0, 2).entries()) await sendLastWeek(worker, index === 0 ? 8 : 7.5);
    const { number, year } = lastWeek();
    await signInAs('staff', { language, path: `/dashboard?organisation=${organisationId}` });
    await expect(page.getByRole('img', { name: new RegExp(`^${say.hours}`) })).toBeVisible();
    // The counts on top are of the last week that is over, and say so.
    await expect(page.getByRole('heading', { level: 2, name: `Week ${number}, ${year}`, exact: true })).toBeVisible();
    const table = page.getByRole('table', { name: say.hours });
    const row = table.getByRole('row', { name: new RegExp(`^Week ${number}, ${year}`) });
    // What was not sent is counted, too, and what was agreed is of all.
    const planned = new RegExp(`^Week ${number}, ${year}, ${say.planned}:`);
    await row.getByRole('link', { name: planned }).click();
    await expect(page.getByRole('heading', { level: 1, name: say.behind })).toBeVisible();
    for (const part of say.size) await expect(page.getByText(part, { exact: true })).toBeVisible();
    await expect(page.getByRole('row').filter({ hasText: `Kim Not${language}` })).toBeVisible();
    await page.goBack();
    await row.getByRole('link', { name: `Week ${number}, ${year}, ${say.missing}: 1` }).click();
    await expect(page).toHaveURL(/phase=to-fill/);
    await expect(page.getByText(`Kim Not${language}`)).toBeVisible();
    await page.goBack();
    await row.getByRole('link', { name: `Week ${number}, ${year}, ${say.at}: ${say.sum} ${say.unit}` }).click();
    await expect(page).toHaveURL(
      new RegExp(`/worksheets\\?phase=to-approve&organisation=${organisationId}&year=${year}&period=week-${number}$`),
    );
    // The address is there before the screen is: names stand on the one before, too.
    await expect(page.getByRole('heading', { level: 1, name: say.list, exact: true })).toBeVisible();
    await expect(page.getByRole('link', { name: `Mia One${language}` })).toBeVisible();
    await expect(page.getByRole('link', { name: `Ben Two${language}` })).toBeVisible();
    await expect(page.getByText(say.listed)).toBeVisible();
  });
}
