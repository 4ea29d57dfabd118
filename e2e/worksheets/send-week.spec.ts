import { addDays } from '@konnekt/shared/basics/calendar-day';
import { expect, lastWeek, type Page, password, test, type Worker } from '../fixtures.ts';

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

const { year, number, monday } = lastWeek();
const weekOf = ({ placementId }: Worker) => `/hours/${placementId}/${year}/${number}`;
const dayName = (offset: number, language = 'nl') =>
  new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${addDays(monday, offset)}T12:00:00Z`));
/** The field of a day for normal hours: "maandag 16 november, Normale uren". */
const cell = (page: Page, offset: number, hourType = 'Normale uren', language = 'nl') =>
  page.getByRole('textbox', { name: new RegExp(`^${dayName(offset, language)},? ?${hourType}`, 'i') });

const words = {
  nl: {
    hourType: 'Normale uren',
    save: 'Opslaan',
    send: 'Versturen',
    withdraw: 'Terughalen',
    total: '39,75',
    echo: '7:30',
    waits: /Wacht op/,
    fill: /^Invullen/,
    sent: 'Verstuurd ter goedkeuring.',
    saved: 'Opgeslagen.',
  },
  en: {
    hourType: 'Normal hours',
    save: 'Save',
    send: 'Send',
    withdraw: 'Take back',
    total: '39.75',
    echo: '7:30',
    waits: /Waiting for/,
    fill: /^Fill in/,
    sent: 'Sent for approval.',
    saved: 'Saved.',
  },
} as const;

for (const language of ['nl', 'en'] as const) {
  const say = words[language];
  test(`An employee fills in, saves and sends the week on a phone (${language})`, async ({
    page,
    makeWorkplace,
    signInAs,
  }) => {
    const { workers } = await makeWorkplace(['Jan Jonker']);
    const [worker] = workers;
    await signInAs(worker, { language });
    await page
      .getByRole('link', { name: new RegExp(`${say.fill.source}.*week ${number}\\b`, 'i') })
      .first()
      .click();
    await expect(page).toHaveURL(weekOf(worker));

    // As people write hours, and seen as understood at once.
    const typed = ['8', '7,5', '7:30', '8u45', '8.00'];
    for (const [offset, text] of typed.entries()) await cell(page, offset, say.hourType, language).fill(text);
    await expect(page.getByText(say.echo).first()).toBeVisible();
    await expect(page.getByText(say.total).first()).toBeVisible();
    await page.getByRole('button', { name: say.save, exact: true }).click();
    await expect(page.getByText(say.saved, { exact: true })).toBeVisible();
    await page.getByRole('button', { name: say.send, exact: true }).click();
    await expect(page.getByText(say.sent).first()).toBeVisible();
    await expect(page.getByText(say.waits).first()).toBeVisible();

    // What was pressed is gone: the keyboard is at what became of it.
    await expect(page.locator('body')).not.toBeFocused();
    await page.getByRole('button', { name: say.withdraw }).click();
    await expect(page.getByRole('button', { name: say.send, exact: true })).toBeVisible();
    await expect(page.locator('body')).not.toBeFocused();
    await expect(cell(page, 1, say.hourType, language)).toHaveValue(/7[,.:]5?3?0/);
  });
}

test('What is typed survives a reload, a lost connection and a logged-out session', async ({
  page,
  context,
  makeWorkplace,
  signInAs,
}) => {
  const { workers } = await makeWorkplace(['Karin Kok']);
  const [worker] = workers;
  await signInAs(worker, { path: weekOf(worker) });
  await cell(page, 0).fill('8');
  await cell(page, 1).fill('acht');
  await page.reload();
  await expect(cell(page, 0)).toHaveValue('8');
  await expect(cell(page, 1)).toHaveValue('acht');
  await expect(page.getByText('Typ uren als 7,5 of 7:30.').first()).toBeVisible();
  await cell(page, 1).fill('6:15');

  await context.setOffline(true);
  await cell(page, 2).fill('7');
  await page.getByRole('button', { name: 'Opslaan', exact: true }).click();
  await expect(page.getByText(/geen verbinding/i).first()).toBeVisible();
  await context.setOffline(false);

  await context.clearCookies();
  await page
    .getByRole('button', { name: /^(Opslaan|Nu opslaan|Opnieuw proberen)$/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Wachtwoord', { exact: true }).fill(password);
  await dialog.getByRole('button', { name: 'Inloggen' }).click();
  await expect(dialog).toBeHidden();
  await expect(cell(page, 2)).toHaveValue('7');
  const save = page.getByRole('button', { name: 'Opslaan', exact: true });
  if (await save.isEnabled()) await save.click();
  await expect(page.getByText(/^Opgeslagen/).first()).toBeVisible();
  await page.reload();
  await expect(page.getByText('21,25').first()).toBeVisible();
});

test('What was typed on the device goes when that person logs out', async ({ page, makeWorkplace, signInAs }) => {
  const { workers } = await makeWorkplace(['Leo Laan']);
  const [worker] = workers;
  await signInAs(worker, { path: weekOf(worker) });
  await cell(page, 0).fill('8');
  await expect.poll(() => page.evaluate(() => JSON.stringify({ ...localStorage }))).toContain(worker.placementId);
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }));
  expect(kept).not.toContain('Laan');
  await page.getByRole('button', { name: /LL|Leo Laan/ }).click();
  await page.getByRole('button', { name: 'Uitloggen', exact: true }).click();
  const sure = page.getByRole('dialog').getByRole('button', { name: /uitloggen/i });
  await sure.click();
  await expect(page.getByRole('heading', { level: 1, name: /Inloggen/ })).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain(worker.placementId);
});

test('A declined week comes back with its reason, is mended and sent again; the original stays to be seen', async ({
  page,
  apiOf,
  makeWorkplace,
  sendLastWeek,
  signInAs,
}) => {
  const { supervisor, workers } = await makeWorkplace(['Mo Meijer']);
  const [worker] = workers;
  const { id, version } = await sendLastWeek(worker);
  const api = await apiOf(supervisor);
  await api.post('/api/worksheets/decline', { data: { items: [{ id, version }], reason: 'Vrijdag was u vrij' } });

  await signInAs(worker);
  await expect(page.getByText('Vrijdag was u vrij')).toBeVisible();
  await page.getByRole('link', { name: /^Aanpassen/ }).click();
  await expect(page.getByText('Vrijdag was u vrij').first()).toBeVisible();
  await page.getByRole('button', { name: 'Opnieuw versturen' }).click();
  await expect(page.getByRole('dialog', { name: 'U hebt niets gewijzigd' })).toContainText('Vrijdag was u vrij');
  await expect(page.getByRole('button', { name: 'Eerst aanpassen' })).toBeFocused();
  await page.keyboard.press('Enter');
  await cell(page, 4).fill('');
  await page.getByRole('button', { name: /^(Opnieuw versturen|Versturen)$/ }).click();
  await expect(page.getByText('Verstuurd ter goedkeuring.').first()).toBeVisible();
  await expect(page.getByText('32,00').first()).toBeVisible();
  await expect(page.getByText(/origineel/i).first()).toBeVisible();
});

test('A night shift with start, end and break counts on the day it starts', async ({
  page,
  makeWorkplace,
  signInAs,
}) => {
  const { workers } = await makeWorkplace(['Nico Nuis'], { entryMode: 'times' });
  const [worker] = workers;
  await signInAs(worker, { path: weekOf(worker) });
  const field = (name: string) => page.getByRole('textbox', { name: new RegExp(`^${name}, ${dayName(0)}`, 'i') });
  await field('Begin').fill('22');
  await field('Einde').fill('6:00');
  await field('Pauze \\(min\\)').fill('30');
  await expect(page.getByText('+1 dag').first()).toBeVisible();
  await expect(page.getByText('7,50').first()).toBeVisible();
  await page.getByRole('button', { name: 'Versturen', exact: true }).click();
  await expect(page.getByText('Verstuurd ter goedkeuring.').first()).toBeVisible();
});

test('Hours added to what was sent are sent at once, as a supplement', async ({ page, makeSentWeek, signInAs }) => {
  const { workers } = await makeSentWeek(['Olga Otten']);
  const [worker] = workers;
  await signInAs(worker, { path: weekOf(worker) });
  await page.getByRole('button', { name: 'Urenregels toevoegen' }).click();
  await expect(page.getByText(/meteen verstuurd/)).toBeVisible();
  await cell(page, 5).fill('4');
  await page.getByRole('button', { name: 'Toegevoegde uren versturen' }).click();
  await expect(page.getByText('De toegevoegde uren zijn verstuurd.').first()).toBeVisible();
  await expect(page.getByText('44,00').first()).toBeVisible();
});

test('A week that is open in two windows asks which hours to keep', async ({
  page,
  context,
  makeWorkplace,
  signInAs,
}) => {
  const { workers } = await makeWorkplace(['Piet Prins']);
  const [worker] = workers;
  await signInAs(worker, { path: weekOf(worker) });
  await cell(page, 0).fill('8');
  await page.getByRole('button', { name: 'Opslaan', exact: true }).click();
  await expect(page.getByText('Opgeslagen.', { exact: true })).toBeVisible();

  const { items } = await (await page.request.get('/api/worksheets?phase=to-fill')).json();
  const saved = items.find(({ id }: { id: string | null }) => id);
  const whole = await (await page.request.get(`/api/worksheets/${saved.id}`)).json();
  const lines = whole.lines.map(({ id: _, ...line }: { id: string }) => ({ ...line, minutes: 300 }));
  await context.request.put(`/api/worksheets/${saved.id}`, { data: { version: whole.version, lines } });

  await cell(page, 0).fill('9');
  await page.getByRole('button', { name: 'Opslaan', exact: true }).click();
  await expect(page.getByText('Gewijzigd in een ander venster of op een ander apparaat')).toBeVisible();
  await page.getByRole('button', { name: 'Alles van mij houden' }).click();
  const go = page.getByRole('button', { name: 'Verder met deze keuze' });
  if (await go.isVisible()) await go.click();
  await page.getByRole('button', { name: 'Opslaan', exact: true }).click();
  await expect(page.getByText('Opgeslagen.', { exact: true })).toBeVisible();
  await expect
    .poll(async () => (await (await page.request.get(`/api/worksheets/${saved.id}`)).json()).totalMinutes)
    .toBe(540);
});
