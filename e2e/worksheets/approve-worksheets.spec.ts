import { expect, password, test } from '../fixtures.ts';

/** The supervisor manual of the portals before, step by step, in both languages. */
const words = {
  nl: {
    approve: 'Uren goedkeuren',
    mine: 'Mijn urenbriefjes',
    toSend: 'Nog versturen',
    organisations: 'Organisaties',
    timesheets: 'Urenbriefjes',
    account: 'Accountinstellingen',
    past: 'Verstuurde urenbriefjes',
    decline: 'Afkeuren',
    approveOne: 'Goedkeuren',
    undo: 'Ongedaan maken',
    reason: 'Reden',
    reasonMissing: 'Vul in waarom, zodat het hersteld kan worden.',
    comment: 'Opmerking toevoegen',
    addComment: 'Opmerking toevoegen',
    next: 'Volgend urenbriefje',
    back: 'Terug naar de lijst',
    waiting: /wacht(en)? op u/,
    ticked: (count: number, hours: string) => `${count} aangevinkt, ${hours} uur`,
    approved: (count: number) => (count === 1 ? '1 urenbriefje goedgekeurd' : `${count} urenbriefjes goedgekeurd`),
    declined: '1 urenbriefje afgekeurd.',
    undone: 'De goedkeuring van 2 urenbriefjes is ongedaan gemaakt.',
    everything: 'Alles is goedgekeurd',
    hours: ['40,00', '37,50', '32,00'],
    seventy: '77,50',
    currentPassword: 'Huidig wachtwoord',
    newPassword: 'Nieuw wachtwoord',
    repeatPassword: 'Nieuw wachtwoord nogmaals',
    changePassword: 'Wachtwoord wijzigen',
    passwordChanged: /Uw wachtwoord is gewijzigd/,
    login: 'Inloggen',
    loginField: 'E-mailadres of gebruikersnaam',
    passwordField: 'Wachtwoord',
    main: 'Menu',
  },
  en: {
    approve: 'Approve hours',
    mine: 'My timesheets',
    toSend: 'To be sent',
    organisations: 'Organisations',
    timesheets: 'Timesheets',
    account: 'Account settings',
    past: 'Sent worksheets',
    decline: 'Decline',
    approveOne: 'Approve',
    undo: 'Undo',
    reason: 'Reason',
    reasonMissing: 'Say why, so that it can be put right.',
    comment: 'Add a comment',
    addComment: 'Add comment',
    next: 'Next worksheet',
    back: 'Back to the list',
    waiting: /(is|are) waiting for you/,
    ticked: (count: number, hours: string) => `${count} ticked, ${hours} hours`,
    approved: (count: number) => (count === 1 ? '1 worksheet approved' : `${count} worksheets approved`),
    declined: '1 worksheet declined.',
    undone: 'The approval of 2 worksheets has been undone.',
    everything: 'Everything has been approved',
    hours: ['40.00', '37.50', '32.00'],
    seventy: '77.50',
    currentPassword: 'Current password',
    newPassword: 'New password',
    repeatPassword: 'New password again',
    changePassword: 'Change password',
    passwordChanged: /Your password has been changed/,
    login: 'Log in',
    loginField: 'E-mail address or user name',
    passwordField: 'Password',
    main: 'Menu',
  },
} as const;

for (const language of ['nl', 'en'] as const) {
  const say = words[language];

  test(`A supervisor approves several worksheets at once (${language})`, async ({
    page,
    makeWorkplace,
    sendLastWeek,
    signInAs,
  }) => {
    const { supervisor, workers } = await makeWorkplace(['Anna Arends', 'Bert Bos', 'Carla Cuypers']);
    for (const [index, worker] of workers.entries()) await sendLastWeek(worker, [8, 7.5, 6.4][index]);
    await signInAs(supervisor, { language });

    // Home: three blocks, and the menu on the left as well as in the header.
    for (const block of [say.approve, say.mine, say.organisations]) {
      await expect(page.getByRole('main').getByRole('heading', { level: 2, name: block })).toBeVisible();
    }
    await expect(page.getByRole('heading', { name: say.toSend })).toBeVisible();
    await expect(page.getByRole('banner').getByRole('button', { name: say.timesheets })).toBeVisible();
    await page.getByRole('navigation').getByRole('link', { name: say.approve }).click();

    await expect(page.getByRole('heading', { level: 1, name: say.approve })).toBeVisible();
    await expect(page.getByText(say.waiting)).toBeVisible();
    for (const [index, name] of ['Anna Arends', 'Bert Bos'].entries()) {
      const row = page.getByRole('row').filter({ hasText: name });
      await expect(row).toContainText(say.hours[index] ?? '');
      await row.getByRole('checkbox').check();
    }
    await expect(page.getByText(say.ticked(2, say.seventy))).toBeVisible();
    await page.getByRole('button', { name: say.approve, exact: true }).click();
    await expect(page.getByText(say.approved(2)).first()).toBeVisible();
    await expect(page.getByRole('row').filter({ hasText: 'Anna Arends' })).toBeHidden();

    await page.getByRole('button', { name: say.undo }).first().click();
    await expect(page.getByText(say.undone).first()).toBeVisible();
    await expect(page.getByRole('row').filter({ hasText: 'Anna Arends' })).toBeVisible();

    await page.getByRole('columnheader').getByRole('checkbox').check();
    await page.getByRole('button', { name: say.approve, exact: true }).click();
    await expect(page.getByText(say.approved(3)).first()).toBeVisible();
    await expect(page.getByText(say.everything)).toBeVisible();
  });

  test(`A supervisor opens a worksheet by the employee's name, comments, declines one and approves the next (${language})`, async ({
    sendLastWeek,
    page,
    makeWorkplace,
    signInAs,
  }) => {
    const { supervisor, workers } = await makeWorkplace(['Dirk Dam', 'Eva Eerens']);
    for (const worker of workers) await sendLastWeek(worker, 8, `Van ${worker.name}`);
    await signInAs(supervisor, { language, path: '/timesheets/approve?sort=employee' });

    await page.getByRole('link', { name: 'Dirk Dam' }).click();
    await expect(page.getByRole('heading', { level: 1, name: /Dirk Dam/ })).toBeVisible();
    await expect(page.getByText('Van Dirk Dam')).toBeVisible();
    await page.getByLabel(say.comment).fill('Klopt de dinsdag?');
    await page.getByRole('button', { name: say.addComment }).click();
    await expect(page.getByText('Klopt de dinsdag?', { exact: true })).toBeVisible();

    await page.getByRole('button', { name: say.decline }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: say.decline }).click();
    await expect(dialog.getByText(say.reasonMissing)).toBeVisible();
    await dialog.getByLabel(say.reason).fill('Dinsdag was vrij');
    await dialog.getByRole('button', { name: say.decline }).click();
    await expect(page.getByText(say.declined).first()).toBeVisible();

    await page.goto('/timesheets/approve');
    await page.getByRole('link', { name: 'Eva Eerens' }).click();
    await page.getByRole('button', { name: say.approveOne, exact: true }).click();
    await expect(page.getByText(say.approved(1)).first()).toBeVisible();

    await page.goto('/timesheets/past');
    await page.getByRole('searchbox').fill('dirk');
    await expect(page.getByRole('row').filter({ hasText: 'Dirk Dam' })).toBeVisible();
    await expect(page.getByRole('row').filter({ hasText: 'Eva Eerens' })).toBeHidden();
  });

  test(`A supervisor changes the password under account settings and logs in with it (${language})`, async ({
    page,
    makeWorkplace,
    signInAs,
  }) => {
    const { supervisor } = await makeWorkplace([]);
    await signInAs(supervisor, { language });
    await page.getByRole('navigation').getByRole('link', { name: say.account }).first().click();
    await page.getByLabel(say.currentPassword, { exact: true }).fill(password);
    await page.getByLabel(say.newPassword, { exact: true }).fill('nieuw wachtwoord 1');
    await page.getByLabel(say.repeatPassword, { exact: true }).fill('nieuw wachtwoord 1');
    await page.getByRole('button', { name: say.changePassword }).click();
    await expect(page.getByText(say.passwordChanged).first()).toBeVisible();

    await page.request.post('/api/auth/logout');
    await page.goto('/login');
    await page.getByLabel(/E-mail/).fill(supervisor.email.toUpperCase());
    await page.getByLabel(/^(Wachtwoord|Password)$/).fill('nieuw wachtwoord 1');
    await page.getByRole('button', { name: /^(Inloggen|Log in)$/ }).click();
    await expect(page.getByRole('heading', { level: 2, name: say.organisations })).toBeVisible();
  });
}

test('A worksheet that was changed meanwhile is refused at its row; the others are approved and it stays ticked', async ({
  page,
  apiOf,
  makeWorkplace,
  sendLastWeek,
  signInAs,
}) => {
  const { supervisor, workers } = await makeWorkplace(['Frits Faber', 'Greet Groen']);
  const [frits] = workers;
  const sent = await sendLastWeek(frits);
  for (const worker of workers.slice(1)) await sendLastWeek(worker);
  await signInAs(supervisor, { path: '/timesheets/approve' });
  await page.getByRole('columnheader').getByRole('checkbox').check();

  const api = await apiOf(frits);
  const draft = await (
    await api.post(`/api/worksheets/${sent.id}/withdraw`, { data: { version: sent.version } })
  ).json();
  await api.post(`/api/worksheets/${sent.id}/send`, { data: { version: draft.version } });

  await page.getByRole('button', { name: 'Uren goedkeuren', exact: true }).click();
  await expect(page.getByText('1 urenbriefje goedgekeurd').first()).toBeVisible();
  const row = page.getByRole('row').filter({ hasText: 'Frits Faber' });
  await expect(row.getByRole('checkbox')).toBeChecked();
  await expect(page.getByText(/Gewijzigd sinds/).first()).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'Greet Groen' })).toBeHidden();
});

test('A supervisor approves by keyboard alone', async ({ page, makeSentWeek, signInAs }) => {
  const { supervisor } = await makeSentWeek(['Hans Hof', 'Ineke IJs']);
  await signInAs(supervisor, { path: '/timesheets/approve?sort=employee' });
  await page.getByRole('link', { name: 'Hans Hof' }).focus();
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(page.getByText('2 aangevinkt, 80,00 uur')).toBeVisible();
  await page.keyboard.press('a');
  await expect(page.getByText('Alles is goedgekeurd')).toBeVisible();
});

test('Keys go on where a worksheet was approved, and where a dialog was closed', async ({
  page,
  makeSentWeek,
  signInAs,
}) => {
  const { supervisor } = await makeSentWeek(['Hans Hof', 'Ineke IJs', 'Jet Jol']);
  await signInAs(supervisor, { path: '/timesheets/approve?sort=employee' });
  await page.getByRole('link', { name: 'Hans Hof' }).focus();
  await page.keyboard.press('x');
  await page.keyboard.press('a');
  await expect(page.getByRole('link', { name: 'Hans Hof' })).toBeHidden();
  await expect(page.getByRole('link', { name: 'Ineke IJs' })).toBeFocused();
  await page.keyboard.press('x');
  await page.keyboard.press('d');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('link', { name: 'Ineke IJs' })).toBeFocused();
  await page.keyboard.press('a');
  await expect(page.getByRole('link', { name: 'Jet Jol' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^Jet Jol/ })).toBeVisible();
  await page.getByRole('button', { name: 'Goedkeuren', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Goedkeuring ongedaan maken' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Beslissen over dit urenbriefje' })).toBeFocused();
});

test('A key that is pressed while the last decision is still being shown is done after it', async ({
  page,
  makeSentWeek,
  signInAs,
}) => {
  const { supervisor } = await makeSentWeek(['Hans Hof', 'Ineke IJs', 'Jet Jol']);
  await signInAs(supervisor, { path: '/timesheets/approve?sort=employee' });
  await page.getByRole('link', { name: 'Hans Hof' }).focus();
  const held = Promise.withResolvers<void>();
  await page.route('**/api/home', async (route) => {
    await held.promise;
    await route.continue();
  });
  await page.keyboard.press('x');
  await page.keyboard.press('a');
  await expect(page.getByRole('link', { name: 'Ineke IJs' })).toBeFocused();
  await page.keyboard.press('a'); // twice on the same is once
  await page.keyboard.press('x');
  await page.keyboard.press('a');
  held.resolve();
  await expect(page.getByRole('link', { name: 'Jet Jol' })).toBeFocused();
  await expect(page.getByRole('link', { name: 'Ineke IJs' })).toBeHidden();
});

test('Every item of the menu on the left is in the header too, at any width of a desk', async ({
  page,
  makeWorkplace,
  signInAs,
}) => {
  const { supervisor } = await makeWorkplace(['Anna Arends'], { hoursBy: 'supervisor' });
  const header = page.getByRole('navigation', { name: 'Hoofdmenu in de menubalk' });
  const namesOf = async (scope: ReturnType<typeof page.locator>) =>
    (await scope.getByRole('link').allInnerTexts()).map((name) => name.split('\n')[0]?.trim() ?? '');
  for (const who of [supervisor, 'staff', 'admin'] as const)
    for (const width of [1024, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await signInAs(who);
      const left = await namesOf(page.getByRole('navigation', { name: 'Hoofdmenu', exact: true }));
      const found = new Set(await namesOf(header));
      for (const group of await header.getByRole('button').all()) {
        await group.click();
        for (const name of await namesOf(header)) found.add(name);
        await page.keyboard.press('Escape');
      }
      expect(left.length).toBeGreaterThan(5);
      expect(
        left.filter((name) => !found.has(name)),
        `at ${width}`,
      ).toEqual([]);
    }
});
