import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';

/** What is asked of the API from now on, with how it was answered. */
function listen(page: Page): string[] {
  const answers: string[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.startsWith('/api/')) answers.push(`${response.status()} ${pathname}`);
  });
  return answers;
}

test('Who comes back after a while is let in without one refusal', async ({ page, context, signInAs }) => {
  await signInAs('supervisor');
  for (const name of ['konnekt_access', 'konnekt_fresh']) await context.clearCookies({ name });
  const answers = listen(page);
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'in de lijst' })).toBeVisible();
  expect(answers[0]).toBe('200 /api/auth/refresh');
  expect(answers.toSorted()).toEqual(['200 /api/auth/refresh', '200 /api/home', '200 /api/start']);
});

test('A session from before browsers were told of it goes on', async ({ page, context, signInAs }) => {
  await signInAs('supervisor');
  for (const name of ['konnekt_session', 'konnekt_fresh']) await context.clearCookies({ name });
  await page.reload();
  await expect(page.getByRole('link', { name: 'in de lijst' })).toBeVisible();
});

test('Who logged out is shown the door without being asked for', async ({ page, signInAs }) => {
  await signInAs('supervisor');
  await page.request.post('/api/auth/logout');
  const answers = listen(page);
  await page.goto('/timesheets/approve');
  await expect(page.getByRole('button', { name: 'Inloggen' })).toBeVisible();
  expect(page.url()).toContain('/login?to=%2Ftimesheets%2Fapprove');
  expect(answers).toEqual([]);
});
