import AxeBuilder from '@axe-core/playwright';
import { addDays, calendarDayAt } from '@konnekt/shared/basics/calendar-day';
import { expect, test, typeDay } from '../fixtures.ts';

const today = calendarDayAt(new Date());

test('A supervisor names a substitute, who approves in their place; the history says for whom', async ({
  page,
  signInAs,
  makeWorkplace,
  sendLastWeek,
}) => {
  const here = await makeWorkplace(['Anna Vervangen']);
  const elsewhere = await makeWorkplace([], { colleagues: ['Stan Invaller'] });
  const [substitute] = elsewhere.colleagues;
  const [anna] = here.workers;
  if (!substitute || !anna) throw new Error('nobody');
  await sendLastWeek(anna);
  // The absent supervisor knows the substitute from another organisation.
  await page.request.post('/api/auth/login', { data: { login: 'admin@konnekt.example', password: 'konnekt-demo' } });
  const given = await page.request.post(`/api/supervisors/${here.supervisor.personId}/rights`, {
    data: {
      organisationId: elsewhere.organisationId,
      mayApprove: true,
      mayRegister: false,
      maySeeInvoices: false,
      mayManage: false,
      validFrom: today,
      validUntil: null,
    },
  });
  expect(given.status(), await given.text()).toBeLessThan(300);

  await signInAs(here.supervisor, { path: '/colleagues' });
  const panel = page.getByRole('region', { name: 'Vervanging' });
  await panel.getByRole('button', { name: 'Vervanger aanwijzen' }).click();
  await expect(panel.getByText('Vul dit in.').first()).toBeVisible();
  await panel.getByLabel('Wie vervangt u?').selectOption('Stan Invaller');
  await typeDay(panel.getByLabel('Tot en met'), addDays(today, 14));
  await panel.getByRole('checkbox', { name: elsewhere.organisationName }).uncheck();
  await panel.getByRole('button', { name: 'Vervanger aanwijzen' }).click();
  await expect(panel.getByText(`Stan Invaller keurt voor u goed bij ${here.organisationName}`)).toBeVisible();

  await signInAs(substitute);
  await expect(page.getByText(`voor ${here.supervisor.name}`)).toBeVisible();
  await page.goto('/timesheets/approve');
  await page.getByRole('link', { name: 'Anna Vervangen' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Anna Vervangen' })).toBeVisible();
  const approved = page.waitForResponse((response) => response.url().endsWith('/api/worksheets/approve'));
  await page.getByRole('button', { name: 'Goedkeuren', exact: true }).click();
  await approved;
  await page.goto('/timesheets/past');
  await page.getByRole('link', { name: 'Anna Vervangen' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Anna Vervangen' })).toBeVisible();
  await expect(page.getByText(`Stan Invaller (voor ${here.supervisor.name}) heeft de uren goedgekeurd`)).toBeVisible();

  await signInAs(here.supervisor, { path: '/colleagues' });
  await panel.getByRole('button', { name: /^Beëindigen: Stan Invaller/ }).click();
  await expect(panel.getByText('Er is geen vervanger')).toBeVisible();
  await signInAs(substitute);
  await expect(page.getByText(here.organisationName)).toHaveCount(0);
});

test('A supervisor who manages people invites a colleague and ends one by date, in English', async ({
  page,
  signInAs,
  makeWorkplace,
}) => {
  const here = await makeWorkplace([], { mayManage: true, colleagues: ['Kees Vertrekt'] });
  await signInAs(here.supervisor, { path: '/colleagues', language: 'en' });
  await page.getByRole('button', { name: 'Invite a colleague' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Send invitation' }).click();
  await expect(dialog.getByText('Fill this in.').first()).toBeVisible();
  await dialog.getByLabel('First name').fill('Nora');
  await dialog.getByLabel('Last name').fill('Nieuw');
  const email = `nora-${here.organisationId.slice(-6)}@client.example`;
  await dialog.getByLabel('E-mail address').fill(email);
  await page.mouse.click(5, 5);
  await dialog.getByRole('button', { name: 'Keep typing' }).click();
  await expect(dialog.getByLabel('First name')).toHaveValue('Nora');
  await expect(dialog.getByRole('checkbox', { name: 'Register hours' })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Send invitation' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('region', { name: 'Supervisors' }).getByText('Nora Nieuw')).toBeVisible();
  await expect(page.getByText('(invited)')).toBeVisible();
  await page.getByRole('button', { name: 'Invite Nora Nieuw again' }).click();
  await expect(page.getByText(`The invitation to ${email} is on its way.`).last()).toBeVisible();

  await page.getByRole('button', { name: `Change what Kees Vertrekt may do at ${here.organisationName}` }).click();
  await typeDay(page.getByRole('dialog').getByLabel('Until'), addDays(today, 30), 'en');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  const kees = page.getByRole('listitem').filter({ hasText: 'Kees Vertrekt' }).first();
  await expect(kees.getByText(/up to and including/)).toBeVisible();
  await page.getByRole('button', { name: `Change what Kees Vertrekt may do at ${here.organisationName}` }).click();
  await typeDay(page.getByRole('dialog').getByLabel('Until'), addDays(today, -1), 'en');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Kees Vertrekt')).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`Colleagues has no accessibility violations, ${colorScheme}`, async ({ page, signInAs, makeWorkplace }) => {
    const here = await makeWorkplace([], { mayManage: true, colleagues: ['Kees Blijft'] });
    await page.emulateMedia({ colorScheme });
    await signInAs(here.supervisor, { path: '/colleagues' });
    await expect(page.getByText('Kees Blijft').first()).toBeVisible();
    const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
    expect((await new AxeBuilder({ page }).withTags(tags).analyze()).violations).toEqual([]);
    await page.getByRole('button', { name: 'Collega uitnodigen' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    expect((await new AxeBuilder({ page }).withTags(tags).analyze()).violations).toEqual([]);
  });
}

test('Whoever has an account stands as they were typed until they accept the invitation', async ({
  page,
  signInAs,
  makeWorkplace,
}) => {
  const here = await makeWorkplace([], { mayManage: true });
  const elsewhere = await makeWorkplace([]);
  await signInAs(here.supervisor, { path: '/colleagues' });
  await page.getByRole('button', { name: 'Collega uitnodigen' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Voornaam').fill('Onbekende');
  await dialog.getByLabel('Achternaam').fill('Nieuweling');
  await dialog.getByLabel('E-mailadres').fill(elsewhere.supervisor.email.toUpperCase());
  await dialog.getByRole('button', { name: 'Uitnodiging versturen' }).click();
  await expect(dialog).toBeHidden();
  const list = page.getByRole('region', { name: 'Supervisors' });
  await expect(list.getByText('Onbekende Nieuweling')).toBeVisible();
  await expect(list.getByText('(uitgenodigd)')).toBeVisible();
  await expect(page.getByText(elsewhere.supervisor.name)).toHaveCount(0);

  await signInAs(elsewhere.supervisor, { path: '/colleagues' });
  const offers = page.getByRole('region', { name: 'Uitnodigingen voor u' });
  await expect(offers.getByText(here.organisationName)).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
  await offers.getByRole('button', { name: /aannemen/ }).click();
  await expect(page.getByText('U bent daar nu ook supervisor.')).toBeVisible();
  await expect(offers).toHaveCount(0);

  await signInAs(here.supervisor, { path: '/colleagues' });
  await expect(list.getByText(elsewhere.supervisor.name)).toBeVisible();
  await expect(list.getByText('Onbekende Nieuweling')).toHaveCount(0);
});
