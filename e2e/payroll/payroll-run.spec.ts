import { readFile } from 'node:fs/promises';
import type { Language } from '@konnekt/shared/basics/actor';
import { addDays, addMonths, calendarDayAt } from '@konnekt/shared/basics/calendar-day';
import { writeDay } from '@konnekt/shared/basics/typed-day';
import type { APIRequestContext } from '@playwright/test';
import { expect, type Page, password, test, type Worker, type Workplace, withDatabase } from '../fixtures.ts';
import { expectNoViolations } from '../no-violations.ts';

// The runs of these journeys take months only, of which nobody else has any: what other journeys make final stays as it is.
const lastMonth = addMonths(`${calendarDayAt(new Date()).slice(0, 7)}-01`, -1);

const words = {
  nl: {
    propose: 'Nieuwe verloning',
    open: 'Open',
    change: 'Wijzigen',
    save: 'Opslaan',
    kinds: { week: 'week', fourWeeks: 'vier weken', month: 'maand' },
    tabs: 'Onderdelen van de verloning',
    worksheets: /^Urenbriefjes/,
    held: /^Aangehouden/,
    files: 'Bestanden',
    history: 'Historie',
    became: (name: string) => [
      /heeft verloning \d+ toegevoegd/,
      new RegExp(`heeft een urenbriefje van ${name} aangehouden`),
      /heeft verloning \d+ afgesloten/,
    ],
    hold: (name: string) => new RegExp(`^Aanhouden: ${name}`),
    reason: 'Reden',
    holdSubmit: 'Aanhouden',
    isHeld: 'Aangehouden.',
    letGo: (name: string) => new RegExp(`^Vrijgeven: ${name}`),
    close: 'Verloning afsluiten',
    fixed: 'ligt daarna vast: 1 urenbriefjes van 1 werknemers, 8,00 uur',
    discard: 'Verloning weggooien',
    discarded: 'is weggegooid',
    closed: 'Afgesloten',
    make: 'Bestand maken: Konnekt CSV',
    paid: /^Uitbetaald op .* \(verloning \d+\)$/,
  },
  en: {
    propose: 'New payroll run',
    open: 'Open',
    change: 'Change',
    save: 'Save',
    kinds: { week: 'week', fourWeeks: 'four weeks', month: 'month' },
    tabs: 'Parts of the payroll run',
    worksheets: /^Worksheets/,
    held: /^Held back/,
    files: 'Files',
    history: 'History',
    became: (name: string) => [
      /added payroll run \d+/,
      new RegExp(`held back a worksheet of ${name}`),
      /closed payroll run \d+/,
    ],
    hold: (name: string) => new RegExp(`^Hold back: ${name}`),
    reason: 'Reason',
    holdSubmit: 'Hold back',
    isHeld: 'Held back.',
    letGo: (name: string) => new RegExp(`^Release: ${name}`),
    close: 'Close run',
    fixed: 'fixed for good: 1 worksheets of 1 employees, 8.00 hours',
    discard: 'Discard run',
    discarded: 'is discarded',
    closed: 'Closed',
    make: 'Make file: Konnekt CSV',
    paid: /^Paid on .* \(payroll run \d+\)$/,
  },
} as const;

for (const language of ['nl', 'en'] as const) {
  test(`Payroll is run: one is held back, the rest closed and downloaded (${language})`, async ({
    page,
    signInAs,
    makeWorkplace,
    playwright,
    baseURL,
  }) => {
    const say = words[language];
    const workplace = await makeWorkplace([`Nora Paid${language}`, `Olaf Held${language}`], {
      ...{ periodType: 'month', startsOn: lastMonth },
    });
    const [paid, held] = workplace.workers as [Worker, Worker];
    const api = await playwright.request.newContext({ ...(baseURL && { baseURL }) });
    const sheet = await makeFinal(api, workplace, paid);
    await makeFinal(api, workplace, held);
    await api.dispose();

    await signInAs('staff', { language, path: '/payroll-runs' });
    await openRun(page, language);
    // One that was made too soon is thrown away, and made again.
    await page.getByRole('button', { name: say.discard }).click();
    await page.getByRole('dialog').getByRole('button', { name: say.discard }).click();
    await expect(page.getByRole('status').filter({ hasText: say.discarded })).toBeVisible();
    await openRun(page, language);
    await page.getByRole('button', { name: say.change, exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(say.kinds.week, { exact: true }).uncheck();
    await dialog.getByLabel(say.kinds.fourWeeks, { exact: true }).uncheck();
    await dialog.getByLabel(say.kinds.month, { exact: true }).check();
    // A run that was made after another takes what that one took.
    const save = dialog.getByRole('button', { name: say.save });
    if (await save.isEnabled()) await save.click();
    else await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();

    const tabs = page.getByRole('navigation', { name: say.tabs });
    await tabs.getByRole('link', { name: say.worksheets }).click();
    await page.getByRole('button', { name: say.hold(held.name) }).click();
    await dialog.getByLabel(say.reason).fill('Loon nog niet bekend');
    await dialog.getByRole('button', { name: say.holdSubmit }).click();
    await expect(page.getByRole('status').filter({ hasText: say.isHeld })).toBeVisible();
    await expect(page.getByRole('link', { name: held.name })).toBeHidden();
    await tabs.getByRole('link', { name: say.held }).click();
    await expect(page.getByRole('row').filter({ hasText: held.name })).toContainText('Loon nog niet bekend');

    await page.getByRole('button', { name: say.close }).click();
    await expect(dialog).toContainText(say.fixed);
    await dialog.getByRole('button', { name: say.close }).click();
    await expect(
      page.getByRole('banner').or(page.getByRole('main')).getByText(say.closed, { exact: true }),
    ).toBeVisible();

    await tabs.getByRole('link', { name: say.history }).click();
    for (const sentence of say.became(held.name)) await expect(page.getByText(sentence).first()).toBeVisible();
    await expect(page.getByText('Loon nog niet bekend').first()).toBeVisible();
    await tabs.getByRole('link', { name: say.files }).click();
    const text = await download(page, say.make);
    expect(text).toContain(paid.personId.slice(-8));
    expect(text).not.toContain(held.personId.slice(-8));
    // Asked for again it is the same file.
    expect(await download(page, say.make)).toBe(text);

    await page.goto(`/timesheets/${sheet.id}`);
    await expect(page.getByRole('link', { name: say.paid })).toBeVisible();

    // What was held back is there for the next run.
    await page.goto('/payroll-runs');
    await openRun(page, language);
    await tabs.getByRole('link', { name: say.held }).click();
    await page.getByRole('button', { name: say.letGo(held.name) }).click();
    await tabs.getByRole('link', { name: say.worksheets }).click();
    await expect(page.getByRole('link', { name: held.name })).toBeVisible();
    // And does not wait for the journey in the other language.
    await page.getByRole('button', { name: say.hold(held.name) }).click();
    await dialog.getByLabel(say.reason).fill('Klaar');
    await dialog.getByRole('button', { name: say.holdSubmit }).click();
    await expect(page.getByRole('link', { name: held.name })).toBeHidden();
  });
}

test('A period goes from the reminder to the closed run, through the hands of everybody', async ({
  page,
  signInAs,
  makeWorkplace,
}) => {
  const { organisationId, supervisor, workers } = await makeWorkplace(['Wil Week'], {
    ...{ periodType: 'month', startsOn: lastMonth },
  });
  const [worker] = workers as [Worker];
  const [year = 0, number = 0] = lastMonth.split('-').map(Number);
  const period = `organisation=${organisationId}&year=${year}&period=month-${number}`;

  // Who has not sent is reminded, and sends.
  await signInAs('staff', { path: `/timesheets/status?${period}` });
  await page.getByRole('button', { name: 'Herinner deze werknemers' }).click();
  await expect(page.getByText('1 e-mail is onderweg.')).toBeVisible();
  await signInAs(worker);
  const post = async (path: string, data: object) => (await page.request.post(path, { data })).json();
  const { items } = await (await page.request.get('/api/hour-types')).json();
  const hourTypeId = items.find(({ code }: { code: string }) => code === 'N100').id;
  const lines = [{ hourTypeId, date: lastMonth, minutes: 480 }];
  const draft = await post('/api/worksheets', { placementId: worker.placementId, year, number, lines });
  await post(`/api/worksheets/${draft.id}/send`, { version: draft.version });

  // The client approves, from Status.
  await signInAs(supervisor, { path: '/timesheets/status' });
  await page.getByRole('link', { name: /^Tussenliggende accordering, .*: 1$/ }).click();
  await page.getByRole('checkbox', { name: /Wil Week/ }).check();
  await page.getByRole('button', { name: 'Uren goedkeuren', exact: true }).click();
  await expect(page.getByText('1 urenbriefje goedgekeurd').first()).toBeVisible();

  // The office does the last approval, and pays.
  await signInAs('staff', { path: `/worksheets?phase=to-finalise&${period}` });
  await page.getByRole('checkbox', { name: /Wil Week/ }).check();
  await page.getByRole('button', { name: 'Definitief maken', exact: true }).click();
  await expect(page.getByText('1 urenbriefje definitief gemaakt').first()).toBeVisible();
  await page.goto('/payroll-runs');
  await openRun(page, 'nl');
  const say = words.nl;
  await page.getByRole('button', { name: say.change, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(say.kinds.week, { exact: true }).uncheck();
  await dialog.getByLabel(say.kinds.fourWeeks, { exact: true }).uncheck();
  await dialog.getByLabel(say.kinds.month, { exact: true }).check();
  const save = dialog.getByRole('button', { name: say.save });
  if (await save.isEnabled()) await save.click();
  else await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  const tabs = page.getByRole('navigation', { name: say.tabs });
  await tabs.getByRole('link', { name: say.worksheets }).click();
  await expect(page.getByRole('link', { name: 'Wil Week' })).toBeVisible();
  await page.getByRole('button', { name: say.close }).click();
  await dialog.getByRole('button', { name: say.close }).click();
  await expect(
    page.getByRole('banner').or(page.getByRole('main')).getByText(say.closed, { exact: true }),
  ).toBeVisible();
  await page.goto(`/timesheets/${draft.id}`);
  await expect(page.getByRole('link', { name: say.paid })).toBeVisible();
});

const holidayWords = {
  nl: { title: /^Feestdag: Bedrijfsdag, /, change: 'Betaaldatum wijzigen', day: 'Betaaldatum', name: 'Bedrijfsdag' },
  en: { title: /^Public holiday: Company day, /, change: 'Change the pay date', day: 'Pay date', name: 'Company day' },
} as const;

for (const language of ['nl', 'en'] as const)
  test(`A public holiday before the pay date moves nothing: the office sees it and sets the day (${language})`, async ({
    page,
    signInAs,
  }) => {
    const say = holidayWords[language];
    await signInAs('staff', { language, path: '/payroll-runs' });
    await openRun(page, language);
    const id = new URL(page.url()).pathname.split('/').pop();
    const { runDate } = await (await page.request.get(`/api/payroll-runs/${id}`)).json();
    const year = Number(runDate.slice(0, 4));
    const list = { organisationId: null, year };
    const { version, days } = await (await page.request.get(`/api/office/holidays?year=${year}`)).json();
    const holiday = { date: runDate, nameNl: 'Bedrijfsdag', nameEn: 'Company day' };
    const others = days.filter(({ date }: { date: string }) => date !== runDate);
    const set = await page.request.put('/api/office/holidays', {
      data: { ...list, version, days: [...others, holiday] },
    });
    expect(set.ok(), await set.text()).toBe(true);

    await page.reload();
    await expect(page.getByText(say.title)).toBeVisible();
    expect((await (await page.request.get(`/api/payroll-runs/${id}`)).json()).runDate).toBe(runDate);
    await expectNoViolations(page, 'a run with a public holiday');
    if (language === 'nl') {
      await page.goto('/timesheets/status');
      await expect(page.getByText(holiday.nameNl)).toBeVisible();
      await expectNoViolations(page, 'the deadline guard with a public holiday');
      await page.goBack();
      await seeClosing(page, String(id));
    }
    await page.getByRole('button', { name: say.change }).click();
    const dialog = page.getByRole('dialog');
    const day = dialog.getByLabel(say.day);
    await day.fill(writeDay(addDays(runDate, 14), language));
    await day.press('Tab');
    await dialog.getByRole('button', { name: words[language].save }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText(say.title)).toBeHidden();
    expect((await (await page.request.get(`/api/payroll-runs/${id}`)).json()).runDate).toBe(addDays(runDate, 14));

    // Then all is as it was.
    await page.getByRole('button', { name: words[language].discard }).click();
    await dialog.getByRole('button', { name: words[language].discard }).click();
    await expect(dialog).toBeHidden();
    const now = await (await page.request.get(`/api/office/holidays?year=${year}`)).json();
    await page.request.put('/api/office/holidays', { data: { ...list, version: now.version, days: others } });
  });

/** Somebody else closes it: how far they are is told; here nobody does, and it stays open. */
async function seeClosing(page: Page, id: string): Promise<void> {
  await withDatabase(async (db) => {
    await db.query(
      "INSERT INTO payroll_closing (run_id, id, by_name, done, total, seen_at) VALUES ($1, gen_random_uuid(), 'Bram Visser', 250, 1000, now() + interval '1 minute')",
      [id],
    );
    await page.reload();
    await expect(page.getByRole('progressbar')).toBeVisible();
    await expect(page.getByText('250 van 1.000 urenbriefjes')).toBeVisible();
    await expectNoViolations(page, 'a run that is being closed');
    await db.query('DELETE FROM payroll_closing WHERE run_id = $1', [id]);
  });
  await page.reload();
}

/** Goes to the run that is open, or makes one. */
async function openRun(page: Page, language: Language): Promise<void> {
  const say = words[language];
  const row = page.getByRole('row').filter({ has: page.getByText(say.open, { exact: true }) });
  const propose = page.getByRole('button', { name: say.propose });
  await expect(row.or(propose)).toBeVisible();
  await ((await propose.isVisible()) ? propose : row.getByRole('link')).click();
  await expect(page.getByRole('button', { name: say.close })).toBeVisible();
}

/** Has the file made, and reads what a download of it brings. */
async function download(page: Page, make: string): Promise<string> {
  await page.getByRole('button', { name: make }).click();
  const link = page.getByRole('link', { name: /konnekt-csv\.csv$/ });
  const [file] = await Promise.all([page.waitForEvent('download'), link.first().click()]);
  return readFile(await file.path(), 'utf8');
}

/** A day of last month, sent, approved and final, through the API. */
async function makeFinal(api: APIRequestContext, { supervisor }: Workplace, worker: Worker) {
  const as = (email: string) => api.post('/api/auth/login', { data: { login: email, password } });
  const post = async (path: string, data: object) => {
    const answer = await api.post(path, { data });
    expect(answer.ok(), await answer.text()).toBe(true);
    return answer.json();
  };
  await as(worker.email);
  const { items } = await (await api.get('/api/hour-types')).json();
  const hourTypeId = items.find(({ code }: { code: string }) => code === 'N100').id;
  const [year = 0, number = 0] = lastMonth.split('-').map(Number);
  const lines = [{ hourTypeId, date: lastMonth, minutes: 480 }];
  const draft = await post('/api/worksheets', { placementId: worker.placementId, year, number, lines });
  const sent = await post(`/api/worksheets/${draft.id}/send`, { version: draft.version });
  let waiting = [{ id: sent.id as string, version: sent.version as number }];
  for (const [email, decision] of [
    [supervisor.email, 'approve'],
    ['staff@konnekt.example', 'finalise'],
  ] as const) {
    await as(email);
    ({ done: waiting } = await post(`/api/worksheets/${decision}`, { items: waiting }));
  }
  const [final] = waiting;
  if (!final) throw new Error('It is not final');
  return final;
}
