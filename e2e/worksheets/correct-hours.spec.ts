import { addDays } from '@konnekt/shared/basics/calendar-day';
import { type Account, expect, lastWeek, test } from '../fixtures.ts';

test('Staff correct final hours by what they should have been; the client sees the difference, and both versions stand side by side', async ({
  page,
  apiOf,
  makeWorkplace,
  sendLastWeek,
  signInAs,
}) => {
  const { supervisor, workers } = await makeWorkplace(['Anna Arends']);
  const [anna] = workers;
  const sent = await sendLastWeek(anna);
  const decide = async (who: Account | 'staff', decision: string, item: { id: string; version: number }) => {
    const api = await apiOf(who);
    const answer = await (await api.post(`/api/worksheets/${decision}`, { data: { items: [item] } })).json();
    expect(answer.refused).toEqual([]);
    return answer.done[0];
  };
  const approved = await decide(supervisor, 'approve', sent);
  await decide('staff', 'finalise', approved);

  await signInAs('staff', { path: `/timesheets/${sent.id}` });
  await page.getByRole('link', { name: 'Corrigeren' }).click();
  await expect(page.getByText('Typ hierboven wat het had moeten zijn.', { exact: false })).toBeVisible();
  const monday = page.getByLabel(/^Uren, ma /);
  await expect(monday).toHaveValue('8,00');
  await monday.fill('veel');
  await expect(page.getByText('Hierboven staat iets wat niet te lezen is.')).toBeVisible();
  await monday.fill('7,5');
  const changes = page.getByRole('region', { name: 'Wat er verandert' });
  await expect(changes.getByRole('listitem')).toHaveText(/ma .*−0,50/);
  await page.getByRole('button', { name: 'Correctie versturen' }).click();
  await expect(page.getByLabel('Reden')).toBeFocused();
  await page.getByLabel('Reden').fill('Half uur te veel geschreven');
  await page.getByRole('button', { name: 'Correctie versturen' }).click();

  await expect(page.getByText('De correctie wacht op de opdrachtgever.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Voor de correctie' })).toContainText('40,00');
  await expect(page.getByRole('region', { name: 'Na de correctie' })).toContainText('39,50');

  await signInAs(supervisor, { language: 'en' });
  await expect(page.getByRole('link', { name: /Anna Arends/ })).toContainText('Correction by the agency: −0.50');
  await page.goto('/timesheets/approve');
  const row = page.getByRole('row').filter({ hasText: 'Anna Arends' });
  await expect(row).toContainText('Correction by the agency: −0.50');
  await expect(row).toContainText('−0.50');
  await row.getByRole('link', { name: 'Anna Arends' }).click();
  await expect(page.getByRole('region', { name: 'After the correction' })).toContainText('39.50');
  await expect(page.getByText('Half uur te veel geschreven').first()).toBeVisible();
});

test('A correction typed before hours were added is not sent over them: what it would take away is shown first (en)', async ({
  page,
  apiOf,
  makeWorkplace,
  sendLastWeek,
  signInAs,
}) => {
  const { supervisor, workers } = await makeWorkplace(['Berta Bos']);
  const [berta] = workers;
  const sent = await sendLastWeek(berta);
  for (const [who, decision] of [
    [supervisor, 'approve'],
    ['staff', 'finalise'],
  ] as const) {
    const api = await apiOf(who);
    const items = [{ id: sent.id, version: sent.version + (decision === 'finalise' ? 1 : 0) }];
    expect((await (await api.post(`/api/worksheets/${decision}`, { data: { items } })).json()).refused).toEqual([]);
  }
  await signInAs('staff', { language: 'en', path: `/timesheets/${sent.id}` });
  await page.getByRole('link', { name: 'Correct', exact: true }).click();
  await page.getByLabel(/^Hours, Mon /).fill('7.5');
  await page.getByLabel('Reason').fill('Half an hour less');

  const api = await apiOf(berta);
  const { lines, version } = await (await api.get(`/api/worksheets/${sent.id}`)).json();
  const more = { hourTypeId: lines[0].hourTypeId, date: addDays(lastWeek().monday, 5), minutes: 180 };
  const added = await api.post(`/api/worksheets/${sent.id}/supplements`, { data: { version, lines: [more] } });
  expect(added.status()).toBe(201);

  await page.getByRole('button', { name: 'Send correction' }).click();
  await expect(page.getByRole('alert')).toContainText('What you typed is still here.');
  const changes = page.getByRole('region', { name: 'What changes' });
  await expect(changes.getByRole('listitem').filter({ hasText: /Sat .*−3\.00/ })).toBeVisible();
  await expect(page.getByLabel(/^Hours, Mon /)).toHaveValue('7.5');
});
