import { type Account, expect, test } from '../fixtures.ts';

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
