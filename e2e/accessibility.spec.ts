import { expect, test, thisWeek } from './fixtures.ts';
import { devices, expectNoViolations } from './no-violations.ts';

// A failure tells the look, the rule and the place: a trace of each step adds nothing to that for a fifth of the time.
test.use({ trace: 'off' });
// They only look: each may run beside the others, so that the longest file of all does not keep everybody waiting.
test.describe.configure({ mode: 'parallel' });

test('The log-in screen has no accessibility violations', async ({ page }) => {
  await page.goto('/login');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectNoViolations(page, 'log in');
  await page.getByRole('button', { name: 'Inloggen' }).click();
  await expectNoViolations(page, 'log in with errors');
  await page.getByRole('link', { name: 'Wachtwoord vergeten?' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Wachtwoord vergeten' })).toBeVisible();
  await expectNoViolations(page, 'forgot password');
  await page.getByRole('textbox').fill('nobody@konnekt.example');
  await page.getByRole('button', { name: 'Link versturen' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Kijk in uw mailbox' })).toBeVisible();
  await expectNoViolations(page, 'forgot password, sent');
  await page.goto('/approve#nothing');
  await expect(page.getByRole('alert')).toBeVisible();
  await expectNoViolations(page, 'a link from a digest');
  await page.goto('/activate#nothing');
  await expect(page.getByRole('heading', { level: 1, name: 'Deze link kennen we niet' })).toBeVisible();
  await expectNoViolations(page, 'unknown link');
});

test('The administrator’s screens have no accessibility violations', async ({ page, signInAs }) => {
  await signInAs('admin', { path: '/users' });
  await expect(page.getByRole('link', { name: /Petra de Ruiter/ })).toBeVisible();
  await expectNoViolations(page, 'users');
  await page.getByRole('button', { name: 'Nieuwe gebruiker' }).click();
  await page.getByRole('button', { name: 'Toevoegen en uitnodigen' }).click();
  await expect(page.getByText('Vul dit in.').first()).toBeVisible();
  await expectNoViolations(page, 'new user with errors');
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: /Petra de Ruiter/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Petra de Ruiter' })).toBeVisible();
  await page.getByRole('button', { name: 'Blokkeren' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectNoViolations(page, 'user, block');
  await page.keyboard.press('Escape');
  await page.goto('/audit');
  await page
    .getByText(/velden?$/)
    .first()
    .click();
  await expectNoViolations(page, 'audit log');
  await page.goto('/outbox');
  await expect(page.getByRole('heading', { name: 'Wat er onlangs misging' })).toBeVisible();
  await expectNoViolations(page, 'outbox');
  await page.goto('/mail');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectNoViolations(page, 'mail');
  await page.goto('/demo/mail');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectNoViolations(page, 'mail, before logging in');
  await page.goto('/account');
  await expect(page.getByText('Deze sessie', { exact: true })).toBeVisible();
  await expectNoViolations(page, 'account settings with sessions');
});

test('The supervisor’s screens have no accessibility violations', async ({ page, signInAs }) => {
  await signInAs('supervisor');
  await expectNoViolations(page, 'home');
  await page.goto('/timesheets/approve');
  const first = page.getByRole('checkbox').nth(1);
  await first.check();
  await expectNoViolations(page, 'approve hours, one ticked');
  await page.getByRole('button', { name: 'Afkeuren' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectNoViolations(page, 'decline');
  await page.keyboard.press('Escape');
  await page.goto('/timesheets/past');
  await expect(page.getByRole('link', { name: /\w+ \w+/ }).first()).toBeVisible();
  await expectNoViolations(page, 'past worksheets');
  await page.goto('/timesheets/jobs');
  const job = page.getByRole('table').getByRole('link').first();
  await expect(job).toBeVisible();
  await expectNoViolations(page, 'jobs');
  await job.click();
  await expect(page.getByRole('table', { name: 'Gewerkte uren' })).toBeVisible();
  await expectNoViolations(page, 'job');
  await page.goto('/timesheets/jobs?tab=totals');
  await expect(page.getByRole('table')).toBeVisible();
  await expectNoViolations(page, 'totals of jobs');
  await page.goto('/help?from=/timesheets/approve');
  await expect(page.getByRole('link', { name: 'Uren goedkeuren, veel tegelijk' })).toBeVisible();
  await expectNoViolations(page, 'help');
  await page.getByRole('link', { name: 'Uren goedkeuren, veel tegelijk' }).click();
  await expect(page.getByRole('link', { name: 'Naar dit scherm' })).toBeVisible();
  await expectNoViolations(page, 'a help article');
  await page.goto('/timesheets/working-times');
  await expect(page.getByRole('heading', { name: 'Wat erin staat' })).toBeVisible();
  await expectNoViolations(page, 'register of working times');
  await page.goto('/timesheets/status');
  await expect(page.getByRole('table').first()).toBeVisible();
  await expectNoViolations(page, 'status');
  const { items } = await (await page.request.get('/api/worksheets?status=sent&limit=1')).json();
  await page.goto(`/timesheets/${items[0].id}`);
  await expect(page.getByRole('heading', { level: 1, name: items[0].employeeName })).toBeVisible();
  await expectNoViolations(page, 'worksheet');
  await page.goto('/account');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectNoViolations(page, 'account settings');
  await page.goto('/nowhere');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectNoViolations(page, 'not found');
});

test('The employee’s screens have no accessibility violations', async ({ page, signInAs }) => {
  await signInAs('employee');
  await expectNoViolations(page, 'home');
  await page.getByRole('button', { name: /^Meldingen/ }).click();
  await expect(page.getByRole('link', { name: /zijn goedgekeurd/ }).first()).toBeVisible();
  await expectNoViolations(page, 'notices');
  await page.goto('/notices');
  await expect(
    page
      .getByRole('main')
      .getByRole('link', { name: /zijn goedgekeurd/ })
      .first(),
  ).toBeVisible();
  await expectNoViolations(page, 'all notices');
  await page.goto('/account');
  await expect(page.getByRole('group', { name: 'Als uw uren zijn goedgekeurd' })).toBeVisible();
  await expectNoViolations(page, 'account settings');
  const { items } = await (await page.request.get('/api/placements')).json();
  const { year, number } = thisWeek();
  for (const placement of items) {
    await page.goto(`/hours/${placement.id}/${year}/${number}`);
    await expect(page.getByRole('textbox').first()).toBeVisible();
    await expectNoViolations(page, `week, ${placement.entryMode}`);
  }
  await page.goto('/hours/history');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectNoViolations(page, 'history');
});

// What lies over the sheet is laid out where it was opened: it is opened on each device.
for (const [device, viewport] of Object.entries(devices)) {
  const on = { [device]: viewport };
  test(`The screens of Register hours have no accessibility violations (${device})`, async ({ page, signInAs }) => {
    await page.setViewportSize(viewport);
    await signInAs('registrar');
    await expectNoViolations(page, 'home', on);
    await page.goto('/timesheets/register');
    const people = page.getByRole('list', { name: 'Werknemers' });
    await expect(people).toBeVisible();
    await expectNoViolations(page, 'list', on);
    await people.getByRole('link').first().click();
    await expect(page.getByRole('button', { name: 'Andere werknemer kiezen' })).toBeVisible();
    await expectNoViolations(page, 'entry', on);
    await page.getByRole('button', { name: 'Andere werknemer kiezen' }).click();
    await expectNoViolations(page, 'other employees', on, 'main :has(> [aria-expanded=true])');
    await page.goto('/timesheets/register?view=grid');
    const grid = page.getByRole('grid');
    await grid.getByRole('textbox').first().fill('-8');
    await grid.getByRole('textbox').nth(1).fill('8');
    await expectNoViolations(page, 'grid, hour types, with an error', on);
    await page.keyboard.press('Shift+ArrowDown');
    await expectNoViolations(page, 'grid, a block chosen', on);
    await page.getByRole('combobox', { name: 'Kolommen' }).selectOption({ label: 'Dagen: Normale uren' });
    await expectNoViolations(page, 'grid, days', on);
    await page.getByRole('button', { name: 'Vorige periode overnemen' }).click();
    await expectNoViolations(page, 'grid, copy last period', on);
  });
}

test('The office’s screens have no accessibility violations', async ({ page, signInAs }) => {
  await signInAs('staff');
  await expectNoViolations(page, 'dashboard');
  for (const path of [
    '/dashboard',
    '/dashboard/worksheets?show=overdue',
    '/payroll-runs',
    '/payroll-runs/rates',
    '/payroll-runs/rates/new',
  ]) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForLoadState('networkidle');
    await expectNoViolations(page, path);
  }
  for (const phase of ['to-fill', 'to-approve', 'to-finalise', 'done']) {
    await page.goto(`/worksheets?phase=${phase}`);
    await expect(page.getByRole('main').getByRole('table')).toBeVisible();
    await expectNoViolations(page, `worksheets ${phase}`);
  }
});

test('A payroll run and its exports have no accessibility violations', async ({ page, signInAs }) => {
  await signInAs('staff');
  const { items } = await (await page.request.get('/api/payroll-runs')).json();
  const run = items.find(({ status }: { status: string }) => status === 'closed').id;
  const exports = (await (await page.request.get('/api/export-definitions')).json()).items;
  const tabs = ['overview', 'employees', 'worksheets', 'files', 'history'].map((tab) => `${run}?tab=${tab}`);
  for (const path of [...tabs, 'exports', `exports/${exports[0].id}?run=${run}`, 'exports/new?from=nmbrs']) {
    await page.goto(`/payroll-runs/${path}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForLoadState('networkidle');
    await expectNoViolations(page, path.replace(/[\da-f-]{36}/g, ':id'));
  }
});

test('The office’s records have no accessibility violations', async ({ page, signInAs }) => {
  await signInAs('admin');
  const idOf = async (list: string) => (await (await page.request.get(`/api/office/${list}`)).json()).items[0].id;
  const [organisation, employee, supervisor, placement] = await Promise.all(
    ['organisations?q=Zonnehof', 'employees', 'supervisors', 'placements?sort=number'].map(idOf),
  );
  const screens = [
    'organisations',
    'organisations/new',
    `organisations/${organisation}`,
    `organisations/${organisation}?tab=budget-numbers`,
    `organisations/${organisation}?tab=placements`,
    `organisations/${organisation}?tab=supervisors`,
    `organisations/${organisation}?tab=history`,
    'employees',
    'employees/new',
    `employees/${employee}`,
    'supervisors',
    `supervisors/${supervisor}`,
    `supervisors/${supervisor}?tab=details`,
    'placements',
    `placements/${placement}`,
    `placements/${placement}?tab=rates`,
    'hour-types',
    'holidays',
    'periods',
    'settings',
    'settings?tab=reminders',
    'settings?tab=invoicing',
    'settings?tab=documents',
    'settings?tab=help',
  ];
  for (const screen of screens) {
    await page.goto(`/manage/${screen}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForLoadState('networkidle');
    await expectNoViolations(page, screen);
  }
  await page.goto('/manage/supervisors/new');
  await page.getByRole('combobox', { name: 'Organisatie' }).fill('Zorg');
  await expect(page.getByRole('option', { name: /Zorggroep/ })).toBeVisible();
  await expectNoViolations(page, 'choosing an organisation');
  await page.goto('/manage/hour-types');
  await page.getByRole('button', { name: 'Nieuwe uursoort' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Opslaan' }).click();
  await expect(page.getByText('Vul dit in.').first()).toBeVisible();
  await expectNoViolations(page, 'an hour type with errors');
});

test('The screens of invoices have no accessibility violations', async ({ page, signInAs }) => {
  await signInAs('staff');
  // The oldest: those of the demo, with hours behind them.
  const list = async (query: string) =>
    (await (await page.request.get(`/api/invoices?limit=100&${query}`)).json()).items.at(-1).id;
  const [credit, draft] = await Promise.all(['kind=credit', 'status=draft'].map(list));
  const invoice = (await (await page.request.get(`/api/invoices/${credit}`)).json()).creditsInvoice.id;
  const screens = ['', '?tab=drafts', '?tab=final', `/${draft}`, `/${credit}`, `/${invoice}`, `/${invoice}/worksheets`];
  for (const screen of screens) {
    await page.goto(`/finance/invoices${screen}`);
    await expect(page.getByRole('main').getByRole('table').first()).toBeVisible();
    await expectNoViolations(page, `invoices ${screen}`);
  }
  await page.goto('/finance/reconciliation');
  await expect(page.getByRole('table').first()).toBeVisible();
  await expectNoViolations(page, 'reconciliation');
  for (const [path, seen] of [
    ['bank', 'Te bekijken'],
    ['bookkeeping', 'Nog te boeken'],
    ['bookkeeping?tab=accounts', 'Grootboekrekeningen'],
    ['bookkeeping?tab=definitions', 'AccountView'],
    ['invoice-day', 'Starten'],
    ['budgets', 'Budgetnummer'],
  ] as const) {
    await page.goto(`/finance/${path}`);
    await expect(page.getByRole('main').getByText(seen).first()).toBeVisible();
    await page.waitForLoadState('networkidle');
    await expectNoViolations(page, path);
  }
  await page.getByRole('main').getByRole('link', { name: /^BN-/ }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: /^Budgetnummer/ })).toBeVisible();
  await page.waitForLoadState('networkidle');
  await expectNoViolations(page, 'a budget');
  await page.goto(`/finance/invoices/${invoice}`);
  await page.getByRole('link', { name: 'Bericht schrijven' }).click();
  await page.getByRole('button', { name: 'Versturen' }).click();
  await expect(page.getByRole('textbox', { name: 'Bericht' })).toBeFocused();
  await expectNoViolations(page, 'a message about an invoice with errors');
  await page.goto(`/finance/invoices/${draft}`);
  await page.getByRole('button', { name: 'Wijzigen' }).click();
  await page.getByRole('button', { name: 'Regel toevoegen' }).click();
  await page.getByRole('button', { name: 'Opslaan' }).click();
  await expect(page.getByText('Vul dit in.')).toBeVisible();
  await expectNoViolations(page, 'a draft with errors');
  await page.goto(`/finance/invoices/${invoice}`);
  await page.getByRole('button', { name: 'Crediteren' }).click();
  await page.getByRole('radio', { name: 'Per regel' }).check();
  await page.getByRole('button', { name: 'Conceptcreditnota maken' }).click();
  await expect(page.getByText('Vul dit in.')).toBeVisible();
  await expectNoViolations(page, 'a credit note with errors');
});
