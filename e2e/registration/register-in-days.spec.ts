import { expect, lastWeek, type Page, test, type Worker } from '../fixtures.ts';

const { year, number } = lastWeek();
const registerOf = ({ placementId }: Worker) =>
  `/timesheets/register/${placementId}?type=week&year=${year}&period=${number}`;

const words = {
  nl: {
    ...{
      perDay: 'Per dag',
      save: 'Opslaan',
      send: 'Versturen',
      saved: 'Opgeslagen. Het staat op de homepage',
      normal: 'Normale uren',
    },
    ...{ monday: 'maandag', tuesday: 'dinsdag', remark: 'Opmerking', done: 'Klaar', everybody: 'Iedereen tegelijk' },
    ...{ start: 'Begin', end: 'Einde', pause: 'Pauze \\(min\\)', hours: '12,00', worksheet: 'Urenbriefje' },
  },
  en: {
    ...{ perDay: 'Per day', save: 'Save', send: 'Send', saved: 'Saved. It is under', normal: 'Normal hours' },
    ...{ monday: 'Monday', tuesday: 'Tuesday', remark: 'Remark', done: 'Done', everybody: 'Everybody at once' },
    ...{ start: 'Start', end: 'End', pause: 'Break \\(min\\)', hours: '12.00', worksheet: 'Worksheet' },
  },
} as const;

/** The fields of a shift on a day. */
async function fillShift(page: Page, say: (typeof words)['nl' | 'en'], day: string, times: [string, string, string]) {
  const field = (name: string) => page.getByRole('textbox', { name: new RegExp(`^${name}, ${day}`, 'i') });
  await field(say.start).fill(times[0]);
  await field(say.end).fill(times[1]);
  await field(say.pause).fill(times[2]);
}

for (const language of ['nl', 'en'] as const) {
  test(`Times, breaks and remarks of a day are registered as an employee would, and the grid keeps them (${language})`, async ({
    page,
    makeWorkplace,
    signInAs,
  }) => {
    const say = words[language];
    await page.setViewportSize({ width: language === 'nl' ? 1440 : 360, height: 800 });
    const { supervisor, workers } = await makeWorkplace(['Tess Tijd'], { hoursBy: 'supervisor', entryMode: 'times' });
    const [worker] = workers;
    await signInAs(supervisor, { language, path: registerOf(worker) });
    await page.getByRole('radio', { name: say.perDay }).check();
    await fillShift(page, say, say.monday, ['7', '15u30', '30']);
    await fillShift(page, say, say.tuesday, ['8:00', '12:00', '0']);
    await page.getByRole('button', { name: new RegExp(`^${say.remark}: ${say.tuesday}`, 'i') }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: say.remark }).fill('Zonder pauze');
    await page.getByRole('dialog').getByRole('button', { name: say.done }).click();

    // What one view can show, the other keeps.
    await page.goto(`/timesheets/register?type=week&year=${year}&period=${number}`);
    await page.getByRole('button', { name: say.everybody }).click();
    await expect(page.getByText(say.hours).first()).toBeVisible();
    await page.goto(registerOf(worker));
    await page.getByRole('button', { name: say.save, exact: true }).click();
    await expect(page.getByText(say.saved).first()).toBeVisible();
    await page.reload();
    await expect(page.getByRole('textbox', { name: new RegExp(`^${say.end}, ${say.monday}`, 'i') })).toHaveValue(
      '15:30',
    );
    await page.getByRole('button', { name: say.send, exact: true }).click();
    await page.getByRole('link', { name: say.worksheet, exact: true }).click();
    await expect(page.getByText('07:00 – 15:30')).toBeVisible();
    await expect(page.getByText('Zonder pauze')).toBeVisible();
  });
}

test('A remark and a budget number of one hour type are typed beside the hours of the whole period', async ({
  page,
  makeWorkplace,
  signInAs,
}) => {
  const { supervisor, workers } = await makeWorkplace(['Bo Budget'], {
    hoursBy: 'supervisor',
    needsBudgetNumber: true,
  });
  const [worker] = workers;
  await signInAs(supervisor, { path: registerOf(worker) });
  await page.getByRole('textbox', { name: 'Budgetnummer' }).fill('BN-1');
  await page.getByRole('textbox', { name: 'Normale uren' }).fill('32');
  await page.getByRole('textbox', { name: 'Overuren 125 %' }).fill('2');
  await page.getByRole('button', { name: 'Opmerking: Overuren 125 %' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Opmerking' }).pressSequentially('Storing');
  await dialog.getByRole('combobox', { name: 'Budgetnummer' }).pressSequentially('BN-2');
  await dialog.getByRole('button', { name: 'Klaar' }).click();
  await page.getByRole('button', { name: 'Opslaan', exact: true }).click();
  await expect(page.getByText('Opgeslagen. Het staat op de homepage').first()).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: 'Versturen', exact: true }).click();
  await page.getByRole('link', { name: 'Urenbriefje', exact: true }).click();
  for (const text of ['Storing', 'budgetnummer BN-1', 'budgetnummer BN-2'])
    await expect(page.getByText(text)).toBeVisible();
});
