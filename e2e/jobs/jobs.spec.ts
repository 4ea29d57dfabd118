import { readFile } from 'node:fs/promises';
import { expect, lastWeek, test } from '../fixtures.ts';

const words = {
  nl: {
    group: 'Urenbriefjes',
    history: 'Gewerkte uren',
    contact: 'Contactpersoon bij het uitzendbureau',
    open: (week: string) => `Het urenbriefje van ${week} openen`,
    week: (number: number, year: number) => `Week ${number}, ${year}`,
    hours: '38,75',
    inFile: '38,75',
    register: 'Arbeidstijden',
    lacks: 'Dit register is niet volledig. Wat ontbreekt, staat hieronder.',
    untimed: 'Uren zonder begin- en eindtijd',
    back: 'Alle jobs',
  },
  en: {
    group: 'Timesheets',
    history: 'Hours worked',
    contact: 'Contact at the agency',
    open: (week: string) => `Open the worksheet of ${week}`,
    week: (number: number, year: number) => `Week ${number}, ${year}`,
    hours: '38.75',
    inFile: '38.75',
    register: 'Working times',
    lacks: 'This register is not complete. What is missing is listed below.',
    untimed: 'Hours without begin and end',
    back: 'All jobs',
  },
} as const;

for (const language of ['nl', 'en'] as const) {
  test(`A supervisor finds everyone who works for them, their hours, the worksheet behind them, and the register (${language})`, async ({
    page,
    signInAs,
    makeWorkplace,
    sendLastWeek,
  }) => {
    const say = words[language];
    const name = `Jobs One${language}`;
    const { supervisor, workers } = await makeWorkplace([name]);
    await sendLastWeek(workers[0], 7.75);
    const { number, year } = lastWeek();
    const week = say.week(number, year);
    await signInAs(supervisor, { language });
    await page.getByRole('navigation').getByRole('link', { name: 'Jobs', exact: true }).first().click();
    await expect(page.getByRole('heading', { level: 1, name: 'Jobs' })).toBeVisible();
    await page.getByRole('table').getByRole('link', { name: /^One/ }).click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await expect(page.getByText(say.contact)).toBeVisible();
    const row = page
      .getByRole('table', { name: say.history, exact: true })
      .getByRole('row', { name: new RegExp(week) });
    await expect(row).toContainText(say.hours);

    const file = page.waitForEvent('download');
    await page.getByRole('link', { name: 'CSV' }).click();
    const text = await readFile(await (await file).path(), 'utf8');
    expect(text.split('\r\n').filter((line) => line.includes(`;${say.inFile};`))).toHaveLength(1);

    await row.getByRole('link', { name: say.open(week) }).click();
    await expect(page).toHaveURL(/\/timesheets\/[0-9a-f-]{36}$/);
    await page.goBack();
    await expect(page.getByRole('table', { name: say.history, exact: true })).toBeVisible();

    await page.getByRole('link', { name: say.back }).click();
    await page.getByRole('link', { name: say.register }).click();
    await expect(page.getByText(say.lacks)).toBeVisible();
    await expect(
      page.getByRole('table', { name: say.untimed }).getByRole('row', { name: new RegExp(name) }),
    ).toContainText(say.hours);
    const paper = page.waitForEvent('download');
    await page.getByRole('link', { name: 'PDF' }).click();
    expect((await readFile(await (await paper).path())).subarray(0, 5).toString()).toBe('%PDF-');
  });
}

test('An employee finds where they work, with their own hours', async ({
  page,
  signInAs,
  makeWorkplace,
  sendLastWeek,
}) => {
  const { organisationName, workers } = await makeWorkplace(['Jobs Own']);
  await sendLastWeek(workers[0]);
  await signInAs(workers[0], { path: '/timesheets/jobs' });
  await page.getByRole('table').getByRole('link', { name: organisationName }).click();
  await expect(page.getByRole('heading', { level: 1, name: organisationName })).toBeVisible();
  await expect(page.getByRole('table', { name: /^Per jaar en uursoort/ })).toContainText('40,00');
});
