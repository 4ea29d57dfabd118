import { addDays } from '@konnekt/shared/basics/calendar-day';
import { expect, lastWeek, type Page, test, type Worker, withDatabase } from '../fixtures.ts';

const { year, number, monday } = lastWeek();
const weekOf = ({ placementId }: Worker) => `/hours/${placementId}/${year}/${number}`;
const registerOf = ({ placementId }: Worker) =>
  `/timesheets/register/${placementId}?type=week&year=${year}&period=${number}`;
const dayName = (offset: number) =>
  new Intl.DateTimeFormat('nl-NL', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${addDays(monday, offset)}T12:00:00Z`),
  );
const cell = (page: Page, offset: number, hourType = 'Normale uren') =>
  page.getByRole('textbox', { name: new RegExp(`^${dayName(offset)},? ?${hourType}`, 'i') });
const act = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** The job ends on the Wednesday of last week, whatever was typed after it. */
const endOnWednesday = ({ placementId }: Worker) =>
  withDatabase(async (db) => {
    await db.query('UPDATE placement SET ends_on = $2 WHERE id = $1', [placementId, addDays(monday, 2)]);
  });

/** Saves a draft of last week, through the API. */
async function saveDraft(page: Page, worker: Worker, lines: { code: string; day: number; minutes: number }[]) {
  const { items } = await (await page.request.get('/api/hour-types')).json();
  const idOf = (code: string) => items.find((type: { code: string }) => type.code === code).id;
  const saved = await page.request.post('/api/worksheets', {
    data: {
      placementId: worker.placementId,
      year,
      number,
      lines: lines.map(({ code, day, minutes }) => ({ hourTypeId: idOf(code), date: addDays(monday, day), minutes })),
    },
  });
  expect(saved.status(), await saved.text()).toBe(201);
}

for (const [place, viewport] of [
  ['on a desk', { width: 1440, height: 900 }],
  ['on a phone', { width: 360, height: 740 }],
] as const) {
  test(`Hours on days after a placement ended are taken away, and the week is sent (${place})`, async ({
    page,
    makeWorkplace,
    signInAs,
  }) => {
    await page.setViewportSize(viewport);
    const [worker] = (await makeWorkplace(['Anna Bakker'])).workers;
    if (!worker) throw new Error('no worker');
    await signInAs(worker);
    await saveDraft(page, worker, [
      { code: 'N100', day: 0, minutes: 480 },
      { code: 'N100', day: 4, minutes: 480 },
    ]);
    await endOnWednesday(worker);
    await page.goto(weekOf(worker));
    await expect(page.getByText('De plaatsing loopt niet op deze dag. Haal dit weg.')).toBeVisible();
    await act(page, 'Versturen').click();
    await expect(page.getByText('Verstuurd ter goedkeuring.')).toHaveCount(0);
    const takeAway = page.getByRole('button', { name: new RegExp(`${dayName(4)}.* weghalen`, 'i') });
    if (place === 'on a phone') await takeAway.click();
    else await cell(page, 4).fill('');
    await act(page, 'Versturen').click();
    await expect(page.getByText('Verstuurd ter goedkeuring.').first()).toBeVisible();
  });
}

test('A supervisor takes away what stands after a placement ended, and sends the rest', async ({
  page,
  makeWorkplace,
  signInAs,
}) => {
  const { supervisor, workers } = await makeWorkplace(['Anna Bakker'], { hoursBy: 'supervisor' });
  const [worker] = workers;
  await signInAs(supervisor, { path: registerOf(worker) });
  await page.getByRole('radio', { name: 'Per dag' }).check();
  const field = (offset: number) => page.getByRole('textbox', { name: `${dayName(offset)}, Normale uren` });
  await field(0).fill('8');
  await field(4).fill('8');
  await act(page, 'Opslaan').click();
  await expect(page.getByText('Opgeslagen, nog niet verstuurd.')).toBeVisible();
  await endOnWednesday(worker);
  await page.reload();
  await expect(field(4)).toHaveAccessibleDescription('De plaatsing loopt niet op deze dag. Haal dit weg.');
  await expect(field(3)).toBeDisabled();
  await field(4).fill('');
  await act(page, 'Versturen').click();
  await expect(page.getByText('De uren van Anna Bakker zijn verstuurd.')).toBeVisible();
});

test('Enter pressed once too often sends nobody without hours', async ({ page, makeWorkplace, signInAs }) => {
  const { supervisor, workers } = await makeWorkplace(['Anna Bakker', 'Bram Citroen'], { hoursBy: 'supervisor' });
  const [worker] = workers;
  await signInAs(supervisor, { path: registerOf(worker) });
  const normal = page.getByRole('textbox', { name: 'Normale uren' });
  await normal.fill('38');
  await normal.press('Enter');
  await expect(page.getByRole('link', { name: /Volgende werknemer/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Uren van Bram Citroen' })).toBeVisible();
  await expect(normal).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Geen uren?' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(act(page, 'Versturen')).toBeVisible();
  await act(page, 'Versturen').click();
  await act(page, 'Versturen zonder uren').click();
  await expect(page.getByText('De uren van Bram Citroen zijn verstuurd.')).toBeVisible();
});

test('A hundred hours too many are asked about before they go out, and taken back at once', async ({
  page,
  makeWorkplace,
  signInAs,
}) => {
  const { supervisor } = await makeWorkplace(['Anna Bakker', 'Bram Citroen'], { hoursBy: 'supervisor' });
  await signInAs(supervisor, { path: `/timesheets/register?type=week&year=${year}&period=${number}&view=grid` });
  const grid = page.getByRole('grid');
  await grid.getByRole('textbox', { name: 'Anna Bakker, Normale uren' }).fill('168');
  await grid.getByRole('textbox', { name: 'Bram Citroen, Normale uren' }).fill('40');
  await expect(grid.getByRole('row', { name: /Anna Bakker/ })).toContainText('Boven het wettelijk maximum');
  await act(page, 'Alles versturen').click();
  const dialog = page.getByRole('dialog', { name: 'Versturen voor 2 werknemers?' });
  await expect(dialog).toContainText('Eén ervan valt op:');
  await expect(dialog).toContainText('128,00 meer dan gepland');
  await expect(dialog.getByRole('button', { name: 'Annuleren' })).toBeFocused();
  await dialog.getByRole('button', { name: 'Versturen', exact: true }).click();
  await expect(page.getByText('2 urenbriefjes verstuurd.')).toBeVisible();
  await page
    .getByRole('region', { name: 'Opslaan en versturen' })
    .getByRole('button', { name: 'Ongedaan maken' })
    .click();
  await expect(page.getByText('2 urenbriefjes teruggehaald')).toBeVisible();
  await expect(grid.getByRole('textbox', { name: 'Anna Bakker, Normale uren' })).toHaveValue('168,00');
});

test('A week that is sent in another window is shown as sent', async ({ page, context, makeWorkplace, signInAs }) => {
  const { supervisor, workers } = await makeWorkplace(['Anna Bakker'], { hoursBy: 'supervisor' });
  const [worker] = workers;
  await signInAs(supervisor, { path: registerOf(worker) });
  const normal = (in_: Page) => in_.getByRole('textbox', { name: 'Normale uren' });
  await normal(page).fill('38');
  await act(page, 'Opslaan').click();
  await expect(page.getByText('Opgeslagen, nog niet verstuurd.')).toBeVisible();
  const other = await context.newPage();
  await other.goto(page.url());
  await normal(other).fill('40');
  await act(other, 'Versturen').click();
  await expect(other.getByRole('button', { name: 'Urenregels toevoegen' })).toBeVisible();
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
  await expect(page.getByText('40,00', { exact: true })).toBeVisible();
  await expect(normal(page)).toHaveCount(0);
});

test('Last week is copied without sickness, unless it is ticked', async ({ page, makeWorkplace, signInAs }) => {
  const [worker] = (await makeWorkplace(['Anna Bakker'])).workers;
  if (!worker) throw new Error('no worker');
  await signInAs(worker);
  await saveDraft(page, worker, [
    { code: 'N100', day: 0, minutes: 480 },
    { code: 'SCK', day: 1, minutes: 480 },
  ]);
  await page.goto(weekOf(worker));
  await page.getByRole('link', { name: 'Volgende week' }).click();
  await page.getByRole('button', { name: 'Vorige week overnemen' }).click();
  await page.getByRole('button', { name: /Regels en uren/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('checkbox')).not.toBeChecked();
  await dialog.getByRole('button', { name: 'Overnemen' }).click();
  await expect(page.getByText('8,00 van 40,00 uur')).toBeVisible();
});

test('Hours and kilometres are typed as people write them, each in its own unit', async ({
  page,
  apiOf,
  makeWorkplace,
  signInAs,
}) => {
  const code = `KM${Math.random().toString(36).slice(2, 6)}`.toUpperCase();
  const office = await apiOf('admin');
  const made = await office.post('/api/hour-types', {
    data: {
      code,
      nameNl: `Kilometers ${code}`,
      nameEn: `Kilometres ${code}`,
      kind: 'other',
      unit: 'kilometres',
      isWorked: false,
      billShareBp: 0,
      payShareBp: 0,
      payrollCode: null,
      forEmployee: true,
      forSupervisor: false,
      sortOrder: 9000,
      isActive: true,
    },
  });
  expect(made.ok(), await made.text()).toBe(true);

  const [worker] = (await makeWorkplace(['Anna Bakker'])).workers;
  if (!worker) throw new Error('no worker');
  await page.setViewportSize({ width: 360, height: 740 });
  await signInAs(worker, { path: weekOf(worker) });
  const readings = [
    ['7:30:00', '= 7:30'],
    ['7 1/2', '= 7:30'],
    ['730', '= 7:30'],
    ['7.30', '= 7:18'],
    ['0,01', '= 0:01, afgerond op de minuut'],
  ] as const;
  for (const [offset, [text, echo]] of readings.entries()) {
    await cell(page, offset).fill(text);
    await cell(page, offset).blur();
    await expect(cell(page, offset)).toHaveAccessibleDescription(echo);
  }
  await cell(page, 5).fill('€ 7,50');
  await cell(page, 5).blur();
  await expect(cell(page, 5)).toHaveAccessibleDescription('Dit is een bedrag, geen uren.');
  await cell(page, 5).fill('-');
  const saturday = page.getByRole('region', { name: new RegExp(dayName(5), 'i') });
  await saturday.getByRole('button', { name: /Uursoort toevoegen/ }).click();
  await page.getByRole('button', { name: `Kilometers ${code}` }).click();
  await cell(page, 5, `Kilometers ${code}`).fill('12,5');
  await expect(page.getByText(/^29,82 van 40,00 uur/)).toBeVisible();
  await expect(page.getByText('12,5\u00a0km').first()).toBeVisible();
  await act(page, 'Versturen').click();
  await expect(page.getByText('Verstuurd ter goedkeuring.').first()).toBeVisible();
});

test('A paste that is wider than the week says what it would do first', async ({ page, makeWorkplace, signInAs }) => {
  const [worker] = (await makeWorkplace(['Anna Bakker'])).workers;
  if (!worker) throw new Error('no worker');
  await signInAs(worker, { path: weekOf(worker) });
  const paste = async (text: string) => {
    await cell(page, 0).focus();
    await page.evaluate((pasted) => {
      const data = new DataTransfer();
      data.setData('text/plain', pasted);
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    }, text);
  };
  await paste('8\t7:30:00\t8\t8\t-\t\t\t31,50');
  const dialog = page.getByRole('dialog', { name: 'Dit past niet precies' });
  await expect(dialog).toContainText('1 tekst heeft geen plaats en valt weg.');
  await expect(dialog.getByRole('button', { name: 'Annuleren' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(cell(page, 1)).toHaveValue('');
  await paste('8\t7:30:00\t8\t8');
  await expect(cell(page, 1)).toHaveValue('7:30:00');
  await expect(page.getByText('31,50 van 40,00 uur')).toBeVisible();
});

test('Four weeks on a desk show each week with its number and total', async ({ page, makeWorkplace, signInAs }) => {
  const [worker] = (await makeWorkplace(['Anna Bakker'], { periodType: 'four-weeks', startsOn: '2026-01-01' })).workers;
  if (!worker) throw new Error('no worker');
  await signInAs(worker, { path: `/hours/${worker.placementId}/2026/10` });
  await page.getByRole('textbox', { name: /^maandag 7 september, Normale uren/ }).fill('8');
  await page.getByRole('textbox', { name: /^dinsdag 15 september, Normale uren/ }).fill('6');
  await expect(page.getByRole('row', { name: /^Week 37/ })).toHaveText('Week 378,00');
  await expect(page.getByRole('row', { name: /^Week 38/ })).toHaveText('Week 386,00');
  await expect(page.getByRole('row', { name: /^di 15 sep/ })).toHaveText(/^di 15 sep\D*6,00$|^di 15 sep.*6,00$/);
  // The hour types stay above them, however far one is.
  await page.setViewportSize({ width: 1280, height: 500 });
  await page.getByRole('textbox', { name: /^zondag 4 oktober, Normale uren/ }).scrollIntoViewIfNeeded();
  await expect(page.getByRole('columnheader', { name: 'Normale uren' })).toBeInViewport({ ratio: 0.9 });
});
