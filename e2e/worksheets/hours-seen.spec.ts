import { addDays } from '@konnekt/shared/basics/calendar-day';
import { expect, lastWeek, type Page, test, type Worker } from '../fixtures.ts';

const { year, number, monday } = lastWeek();
const weekOf = ({ placementId }: Worker) => `/hours/${placementId}/${year}/${number}`;
const dayName = (offset: number) =>
  new Intl.DateTimeFormat('nl-NL', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${addDays(monday, offset)}T12:00:00Z`),
  );
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const isWider = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
/** The smallest of what may be pressed, in pixels high. */
const smallest = (page: Page) =>
  page.locator('main').evaluate((main) => {
    const parts = Array.from(main.querySelectorAll<HTMLElement>('button, input:not([type="radio"]), select'));
    return Math.min(...parts.map((part) => part.getBoundingClientRect().height).filter((height) => height > 1));
  });

/** Last week is sent with these hours, through the API. */
async function send(page: Page, worker: Worker, lines: readonly { code: string; day: number; minutes: number }[]) {
  const { items } = await (await page.request.get('/api/hour-types')).json();
  const idOf = (code: string) => items.find((type: { code: string }) => type.code === code).id;
  const typed = lines.map(({ code, day, minutes }) => ({
    ...{ hourTypeId: idOf(code), date: addDays(monday, day), minutes },
  }));
  const saved = await page.request.post('/api/worksheets', {
    data: { placementId: worker.placementId, year, number, lines: typed },
  });
  expect(saved.status(), await saved.text()).toBe(201);
  const { id, version } = await saved.json();
  expect((await page.request.post(`/api/worksheets/${id}/send`, { data: { version } })).status()).toBe(200);
}

test('A week with begin and end is never wider than the screen', async ({ page, makeWorkplace, signInAs }) => {
  const [worker] = (await makeWorkplace(['Wim Breed'], { entryMode: 'times' })).workers;
  await signInAs(worker, { path: weekOf(worker) });
  await field(page, `Begin, ${dayName(0)}, dienst 1`).fill('22:00');
  await field(page, `Einde, ${dayName(0)}, dienst 1`).fill('6:30');
  await field(page, `Pauze (min), ${dayName(0)}, dienst 1`).fill('30');
  await page
    .getByRole('button', { name: new RegExp(`Dienst toevoegen.*${dayName(0)}`, 'i') })
    .first()
    .click();
  for (const width of [1440, 1280, 1200, 1199, 1024, 820, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await expect.poll(() => isWider(page), { message: `at ${width}` }).toBeLessThanOrEqual(0);
  }
});

test('The total of three hour types is whole on a phone, and that of one stands near its day on a desk', async ({
  page,
  makeWorkplace,
  signInAs,
}) => {
  const [three, one] = (await makeWorkplace(['Tine Drie', 'Eva Een'])).workers;
  await page.setViewportSize({ width: 360, height: 740 });
  await signInAs(three);
  const codes = ['N100', 'O125', 'O200'];
  await send(
    page,
    three,
    codes.map((code) => ({ code, day: 0, minutes: 465 })),
  );
  await page.goto(weekOf(three));
  const total = page
    .getByRole('table')
    .first()
    .getByRole('row', { name: /^Totaal/ })
    .getByText('23,25');
  await total.scrollIntoViewIfNeeded();
  // It stands over the columns that scroll, a border of half a pixel beside it.
  await expect(total).toBeInViewport({ ratio: 0.95 });
  expect(await isWider(page)).toBeLessThanOrEqual(0);

  await page.setViewportSize({ width: 1440, height: 900 });
  await signInAs(one);
  await send(page, one, [{ code: 'N100', day: 0, minutes: 480 }]);
  await page.goto(weekOf(one));
  const row = page.getByRole('table').first().getByRole('row').nth(1);
  const [day, hours] = [
    await row.locator('th, td').first().boundingBox(),
    await row.getByText('8,00').first().boundingBox(),
  ];
  if (!day || !hours) throw new Error('no row');
  expect(hours.x - day.x).toBeLessThan(500);
});

test.describe('On a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test('½ and the colon are typed by keys of the field, and the remark tells its length', async ({
    page,
    makeWorkplace,
    signInAs,
  }) => {
    const [worker] = (await makeWorkplace(['Tess Toets'])).workers;
    await signInAs(worker, { path: weekOf(worker) });
    const cell = page.getByRole('textbox', { name: new RegExp(`^${dayName(0)}`, 'i') });
    await cell.tap();
    await page.keyboard.type('7');
    const keys = page.getByRole('group', { name: 'Meer toetsen' });
    await expect(keys).toBeInViewport({ ratio: 1 });
    await keys.getByRole('button', { name: 'Half uur' }).tap();
    await expect(cell).toHaveValue('7½');
    await expect(cell).toBeFocused();
    await expect(page.getByText(/^7,50 van 40,00 uur/)).toBeVisible();
    await cell.fill('7');
    await keys.getByRole('button', { name: 'Dubbele punt' }).tap();
    await page.keyboard.type('45');
    await expect(cell).toHaveValue('7:45');
    expect(await smallest(page)).toBeGreaterThanOrEqual(44);

    const remark = page.getByRole('textbox', { name: 'Opmerking bij dit urenbriefje' });
    await remark.fill('Later begonnen');
    await expect(page.getByText('14 van 1000 tekens')).toBeVisible();
    await remark.fill('x'.repeat(1001));
    await expect(page.getByText('Hooguit 1000 tekens; dit zijn er 1001.')).toBeVisible();
  });

  test('Filters of lists and choices of a menu are large enough to touch, by day and by night', async ({
    page,
    makeWorkplace,
    signInAs,
  }) => {
    const { supervisor } = await makeWorkplace(['Tess Toets', 'Ties Toets'], { hoursBy: 'supervisor' });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await signInAs(supervisor, { path: '/timesheets/past' });
      for (const field of [page.getByRole('searchbox').first(), page.getByRole('combobox').first()])
        expect((await field.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    }
    await page.goto('/timesheets/register');
    await page.getByRole('link', { name: 'Tess Toets' }).tap();
    await page.getByRole('button', { name: 'Andere werknemer kiezen' }).tap();
    const other = page.getByRole('link', { name: /Ties Toets/ });
    expect((await other.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  });

  test('Warnings of the law stand at the day, counted in the bar, and are asked about once', async ({
    page,
    makeWorkplace,
    signInAs,
  }) => {
    const [worker] = (await makeWorkplace(['Lotte Lang'])).workers;
    await signInAs(worker, { path: weekOf(worker) });
    for (const day of [0, 1, 2])
      await page.getByRole('textbox', { name: new RegExp(`^${dayName(day)}`, 'i') }).fill('13');
    const bar = page.getByText(/× let op/);
    await expect(bar).toHaveText('3 × let op');
    await expect(bar).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole('region', { name: new RegExp(dayName(1), 'i') })).toContainText('maximaal 12:00');
    await page.getByRole('button', { name: 'Versturen', exact: true }).tap();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('listitem')).toHaveCount(3);
  });
});

test('What is likely next stands on the right, also after hours were sent', async ({
  page,
  makeWorkplace,
  signInAs,
}) => {
  const { supervisor, workers } = await makeWorkplace(['Ria Rechts', 'Sam Straks'], { hoursBy: 'supervisor' });
  const [first] = workers;
  await signInAs(supervisor, {
    path: `/timesheets/register/${first.placementId}?type=week&year=${year}&period=${number}`,
  });
  const left = async (name: string | RegExp) => {
    const box = await page.getByRole('button', { name }).or(page.getByRole('link', { name })).first().boundingBox();
    return box?.x ?? 0;
  };
  await field(page, 'Normale uren').fill('40');
  expect(await left('Versturen')).toBeGreaterThan(await left('Opslaan'));
  await page.getByRole('button', { name: 'Versturen', exact: true }).click();
  const next = page.getByRole('link', { name: 'Volgende werknemer: Sam Straks' });
  await expect(next).toBeFocused();
  expect(await left(/^Volgende werknemer/)).toBeGreaterThan(await left('Urenregels toevoegen'));
});

test('The tools of the grid are of one height on a narrow desk', async ({ page, makeWorkplace, signInAs }) => {
  const { supervisor } = await makeWorkplace(['Gijs Gelijk'], { hoursBy: 'supervisor' });
  await page.setViewportSize({ width: 1024, height: 768 });
  await signInAs(supervisor, { path: `/timesheets/register?type=week&year=${year}&period=${number}&view=grid` });
  const heights = await Promise.all(
    ['Vorige periode overnemen', 'Alle uursoorten', 'Ongedaan maken'].map(async (name) => {
      const box = await page.getByRole('button', { name }).boundingBox();
      return box?.height;
    }),
  );
  expect(new Set(heights).size).toBe(1);
});

for (const [language, words] of [
  ['nl', 'Wacht op u, of op '],
  ['en', 'Waiting for you, or for '],
] as const)
  test(`A worksheet that several may approve says whom else it waits for (${language})`, async ({
    page,
    makeWorkplace,
    sendLastWeek,
    signInAs,
  }) => {
    const { supervisor, colleagues, workers } = await makeWorkplace(['Wes Wacht'], { colleagues: ['Cora Collega'] });
    const { id } = await sendLastWeek(workers[0]);
    await signInAs(supervisor, { language, path: `/timesheets/${id}` });
    await expect(page.getByText(`${words}${colleagues[0]?.name}`)).toBeVisible();
  });
