import { type Account, expect, type Page, test } from '../fixtures.ts';

const bell = (page: Page) => page.getByRole('button', { name: /^Meldingen/ });

test('An employee is told of hours that came back, opens them from the bell, and chooses what to hear by e-mail', async ({
  page,
  apiOf,
  makeWorkplace,
  sendLastWeek,
  signInAs,
}) => {
  const { supervisor, workers, organisationName } = await makeWorkplace(['Anna Arends']);
  const [anna] = workers;
  const sent = await sendLastWeek(anna);
  const as = async (who: Account, path: string, data: object) => {
    const api = await apiOf(who);
    expect((await api.post(path, { data })).ok()).toBe(true);
  };
  await as(supervisor, '/api/worksheets/decline', { items: [sent], reason: 'Maandag klopt niet' });

  await signInAs(anna);
  await expect(bell(page)).toHaveAccessibleName('Meldingen, 1 nieuwe');
  await bell(page).click();
  const notice = page.getByRole('link', { name: /zijn teruggestuurd/ });
  await expect(notice).toContainText(organisationName);
  await expect(notice).toContainText('Maandag klopt niet');
  await notice.click();
  await expect(page).toHaveURL(new RegExp(`/timesheets/${sent.id}$`));
  await expect(bell(page)).toHaveAccessibleName('Meldingen');

  await page.goto('/account');
  const sentBack = page.getByRole('group', { name: 'Als uw uren zijn teruggestuurd' });
  await expect(sentBack.getByLabel('Per e-mail')).toBeChecked();
  const kept = page.waitForResponse(
    (answer) => answer.url().endsWith('/api/me/notices') && answer.request().method() === 'PUT',
  );
  await sentBack.getByLabel('Per e-mail').uncheck();
  expect((await kept).status()).toBe(200);
  await page.reload();
  await expect(sentBack.getByLabel('Op het scherm')).toBeChecked();
  await expect(sentBack.getByLabel('Per e-mail')).not.toBeChecked();
});

test('The office has a bell, and nothing behind it until it chooses to hear of messages', async ({
  page,
  signInAs,
}) => {
  await signInAs('staff', { path: '/account' });
  const written = page.getByRole('group', { name: 'Als iemand het uitzendbureau schrijft' });
  await expect(written.getByLabel('Op het scherm')).not.toBeChecked();
  await bell(page).click();
  await expect(page.getByText('U hebt geen meldingen.')).toBeVisible();
});

for (const language of ['nl', 'en'] as const) {
  const say = {
    nl: {
      ...{
        bell: /^Meldingen/,
        all: 'Alle meldingen',
        title: 'Meldingen',
        fresh: /^Nieuw/,
        readAll: 'Alles als gelezen markeren',
      },
      ...{ done: 'U hebt alles gelezen.', choose: 'Kiezen wat u hoort', daily: 'Eén keer per dag, om 7:00' },
      ...{ sentBack: /zijn teruggestuurd/, views: 'Welke meldingen' },
    },
    en: {
      ...{ bell: /^Notices/, all: 'All notices', title: 'Notices', fresh: /^New/, readAll: 'Mark all as read' },
      ...{ done: 'You have read everything.', choose: 'Choose what you hear', daily: 'Once a day, at 7:00' },
      ...{ sentBack: /were sent back/, views: 'Which notices' },
    },
  }[language];
  test(`All notices stand in one place, from where one chooses to have one mail a day (${language})`, async ({
    page,
    apiOf,
    makeWorkplace,
    sendLastWeek,
    signInAs,
  }) => {
    const { supervisor, workers } = await makeWorkplace(['Alle Meldingen']);
    const [worker] = workers;
    const items = [await sendLastWeek(worker)];
    const declined = await (await apiOf(supervisor)).post('/api/worksheets/decline', {
      data: { items, reason: 'Maandag klopt niet' },
    });
    expect(declined.ok()).toBe(true);

    await signInAs(worker, { language });
    await page.getByRole('button', { name: say.bell }).click();
    await page.getByRole('link', { name: say.all }).click();
    await expect(page.getByRole('heading', { level: 1, name: say.title })).toBeVisible();
    await expect(page.getByRole('main').getByRole('link', { name: say.sentBack })).toBeVisible();
    await page.getByRole('navigation', { name: say.views }).getByRole('link', { name: say.fresh }).click();
    await page.getByRole('button', { name: say.readAll }).click();
    await page.reload();
    await expect(page.getByText(say.done)).toBeVisible();

    await page.setViewportSize({ width: 360, height: 700 });
    await page.getByRole('link', { name: say.choose }).click();
    await expect(page.getByRole('heading', { level: 2, name: say.title })).toBeInViewport();
    const kept = page.waitForResponse(
      (answer) => answer.url().endsWith('/api/me/notices') && answer.request().method() === 'PUT',
    );
    await page.getByText(say.daily).click();
    expect((await kept).status()).toBe(200);
    await page.reload();
    await expect(page.getByRole('radio', { name: say.daily })).toBeChecked();
  });
}

test('A bell that could not be fetched takes nothing with it, and comes once it can be', async ({ page, signInAs }) => {
  const file = /assets\/notice-bell[^/]*\.js/;
  await page.clock.install();
  await page.route(file, (route) => route.abort());
  const failed = page.waitForEvent('requestfailed', (request) => file.test(request.url()));
  await signInAs('employee');
  await page.clock.runFor(3_000);
  await failed;
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(bell(page)).toHaveCount(0);
  await page.unroute(file);
  await page.clock.runFor(20_000);
  await expect(bell(page)).toBeVisible();
});
