import { expect, test } from '../fixtures.ts';

/** The chapter of KIS Online's guide on approving hours: from the overview to approved. */
const words = {
  nl: {
    menu: 'Hoofdmenu',
    phases: 'Urenbriefjes per fase',
    between: 'Tussenliggende accordering',
    last: 'Laatste accordering',
    none: 'Er is geen urenbriefje in deze fase.',
    approve: 'Uren goedkeuren',
    done: '2 urenbriefjes goedgekeurd',
  },
  en: {
    menu: 'Main menu',
    phases: 'Worksheets by phase',
    between: 'Intermediate approval',
    last: 'Last approval',
    none: 'No worksheet is in this phase.',
    approve: 'Approve hours',
    done: '2 worksheets approved',
  },
} as const;

for (const language of ['nl', 'en'] as const) {
  test(`A supervisor sees what waits in each phase, and approves from there (${language})`, async ({
    page,
    makeWorkplace,
    sendLastWeek,
    signInAs,
  }) => {
    const say = words[language];
    const { supervisor, workers } = await makeWorkplace(['Anna Arends', 'Bert Boom', 'Chris Cox']);
    const [anna, bert] = workers;
    await sendLastWeek(anna);
    await sendLastWeek(bert);

    await signInAs(supervisor, { language });
    await page.getByRole('navigation', { name: say.menu, exact: true }).getByRole('link', { name: 'Status' }).click();
    const phases = page.getByRole('navigation', { name: say.phases });
    await expect(phases.getByRole('link', { name: new RegExp(`^2 ${say.between}`) })).toBeVisible();
    await expect(phases.getByRole('link', { name: new RegExp(`^0 ${say.last}`) })).toBeVisible();
    await expect(page.getByText('Chris Cox').first()).toBeVisible();

    await phases.getByRole('link', { name: new RegExp(say.last) }).click();
    await expect(page.getByText(say.none)).toBeVisible();

    await page.getByRole('link', { name: new RegExp(`^${say.between}, Week \\d+, \\d+: 2$`) }).click();
    await expect(page).toHaveURL(/\/timesheets\/approve\?period=week-\d+-\d+$/);
    await expect(page.getByRole('heading', { level: 1, name: say.approve })).toBeVisible();
    for (const name of ['Anna Arends', 'Bert Boom'])
      await page.getByRole('checkbox', { name: new RegExp(name) }).check();
    await page.getByRole('button', { name: say.approve, exact: true }).click();
    await expect(page.getByText(say.done).first()).toBeVisible();
    await page.goto('/timesheets/status');
    await expect(phases.getByRole('link', { name: new RegExp(`^2 ${say.last}`) })).toBeVisible();
  });
}

test('Staff see before the deadline who has not sent and which client it waits for, and remind just those', async ({
  page,
  makeWorkplace,
  sendLastWeek,
  signInAs,
}) => {
  const { supervisor, workers, organisationId, organisationName } = await makeWorkplace(['Anna Arends', 'Bert Boom']);
  const [anna] = workers;
  await sendLastWeek(anna);

  await signInAs('staff', { language: 'en', path: `/timesheets/status?organisation=${organisationId}` });
  await expect(page.getByRole('link', { name: '1 of 2 not sent' })).toBeVisible();
  await expect(page.getByRole('link', { name: '1 waiting for a client' })).toBeVisible();
  const late = page.getByRole('listitem').filter({ hasText: 'Bert Boom' }).last();
  await expect(late).toContainText('not asked yet');
  await page.getByRole('button', { name: 'Remind these employees' }).click();
  await expect(page.getByText('1 mail is on its way.')).toBeVisible();
  await expect(late).toContainText(/asked .*, by hand/);
  await page.getByRole('button', { name: 'Remind these clients' }).click();
  const client = page.getByRole('listitem').filter({ hasText: organisationName }).last();
  await expect(client).toContainText(new RegExp(`${supervisor.name}: asked .*, by hand`));

  await page.getByRole('link', { name: '1 of 2 not sent' }).click();
  await expect(page).toHaveURL(/\/worksheets\?phase=to-fill/);
  await expect(page.getByText('Bert Boom')).toBeVisible();

  await signInAs(anna);
  await expect(page.getByText(new RegExp(`Wacht op ${supervisor.name}, sinds`))).toBeVisible();
});

test('An admin sets when employees are reminded, and with what words', async ({ page, signInAs }) => {
  await signInAs('admin', { path: '/manage/settings?tab=reminders' });
  const round = page.getByRole('region', { name: 'Tweede herinnering' });
  await round.getByLabel('Tijd').fill('half drie');
  await round.getByLabel('Tekst in het Nederlands').fill('Keur goed, dan betalen wij dinsdag uit.');
  await page.getByRole('button', { name: 'Opslaan' }).click();
  await expect(round.getByLabel('Tijd')).toBeFocused();
  await round.getByLabel('Tijd').fill('14:30');
  await page.getByRole('button', { name: 'Opslaan' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Opgeslagen' })).toBeVisible();
  await page.reload();
  await expect(round.getByLabel('Tijd')).toHaveValue('14:30');
  await expect(round.getByLabel('Tekst in het Nederlands')).toHaveValue('Keur goed, dan betalen wij dinsdag uit.');
});
