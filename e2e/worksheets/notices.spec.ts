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
  const written = page.getByRole('group', { name: 'Als iemand het bureau schrijft' });
  await expect(written.getByLabel('Op het scherm')).not.toBeChecked();
  await bell(page).click();
  await expect(page.getByText('U hebt geen meldingen.')).toBeVisible();
});
