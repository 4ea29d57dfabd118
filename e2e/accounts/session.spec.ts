import { expect, test } from '../fixtures.ts';

test('The answers to two renewals are lost on the way, and nobody is logged out', async ({
  page,
  context,
  makeWorkplace,
  signInAs,
}) => {
  const { workers } = await makeWorkplace(['Tom Tunnel']);
  const [worker] = workers;
  await signInAs(worker, { path: '/' });
  const cookies = await context.cookies();
  const [refresh] = cookies.filter(({ name }) => name === 'konnekt_refresh');
  await context.clearCookies({ name: 'konnekt_access' });
  let lost = 0;
  await page.route('**/api/auth/refresh', async (route) => {
    if (++lost > 2) return route.continue();
    // It reaches the server, and the browser never hears of it.
    const cookie = `konnekt_refresh=${refresh?.value}`;
    expect((await fetch(route.request().url(), { method: 'POST', headers: { cookie } })).status).toBe(200);
    return route.abort('connectionreset');
  });
  await page.reload();
  await expect(page.getByRole('button', { name: /Tom Tunnel/ })).toBeVisible();
  expect(lost).toBe(3);
  await context.clearCookies({ name: 'konnekt_access' });
  await page.reload();
  await expect(page.getByRole('button', { name: /Tom Tunnel/ })).toBeVisible();
});
