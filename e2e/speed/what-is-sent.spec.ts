import type { CDPSession } from '@playwright/test';
import { expect, type Page, test } from '../fixtures.ts';

/**
 * What a browser receives from the running product, screen by screen, on a first visit. The budgets stand in docs/performance.md,
 * with what is measured in them; KiB are as transferred, headers included.
 */
const budgets = {
  'log in': { requests: 14, kibibytes: 155 },
  home: { requests: 20, kibibytes: 185 },
  approve: { requests: 22, kibibytes: 215 },
  register: { requests: 22, kibibytes: 190 },
  "the employee's week": { requests: 20, kibibytes: 200 },
};

interface Received {
  url: string;
  /** As it came through the wire, with its headers. */
  bytes: number;
  /** Of what was in it, unpacked. */
  size: number;
  encoding: string | undefined;
}

test.use({ viewport: { width: 412, height: 823 } });

test('The log-in screen stays within its budget, asks nothing of the API and leaves no error', async ({ page }) => {
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(String(error)));
  const received = await receive(page, '/login', page.getByRole('button', { name: 'Inloggen' }));
  expectWithin('log in', received);
  expect(received.filter(({ url }) => url.startsWith('/api/'))).toEqual([]);
  expect(errors).toEqual([]);
});

test("The supervisor's screens stay within their budgets", async ({ page, signInAs }) => {
  await signInAs('supervisor');
  expectWithin('home', await receive(page, '/', page.getByRole('link', { name: 'in de lijst' })));
  expectWithin('approve', await receive(page, '/timesheets/approve', page.getByRole('checkbox').first()));
});

test('Registering hours stays within its budget', async ({ page, signInAs }) => {
  await signInAs('registrar');
  expectWithin('register', await receive(page, '/timesheets/register', page.getByRole('combobox').first()));
});

test("The employee's week stays within its budget", async ({ page, signInAs }) => {
  await signInAs('employee', { path: '/' });
  const { employee } = await (await page.request.get('/api/home')).json();
  const { placement, period } = employee.current[0];
  const address = `/hours/${placement.id}/${period.year}/${period.number}`;
  expectWithin("the employee's week", await receive(page, address, page.getByRole('textbox').first()));
});

/** Opens an address as if for the first time, and tells all that came, once it was quiet. */
async function receive(page: Page, address: string, shown: ReturnType<Page['getByRole']>): Promise<Received[]> {
  // What the page before still waited for is none of it.
  await page.goto('about:blank');
  const browser = await page.context().newCDPSession(page);
  await browser.send('Network.enable');
  await browser.send('Network.setCacheDisabled', { cacheDisabled: true });
  const received = listen(browser);
  await page.goto(address);
  await expect(shown).toBeVisible();
  await page.waitForLoadState('networkidle');
  await browser.detach();
  return received;
}

function listen(browser: CDPSession): Received[] {
  const received: Received[] = [];
  const answers = new Map<string, Received>();
  browser.on('Network.responseReceived', ({ requestId, response }) => {
    const { pathname, search, protocol } = new URL(response.url);
    if (!protocol.startsWith('http')) return;
    const header = Object.entries(response.headers).find(([name]) => name.toLowerCase() === 'content-encoding');
    answers.set(requestId, { url: pathname + search, encoding: header?.[1], bytes: 0, size: 0 });
  });
  browser.on('Network.dataReceived', ({ requestId, dataLength }) => {
    const answer = answers.get(requestId);
    if (answer) answer.size += dataLength;
  });
  browser.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const answer = answers.get(requestId);
    if (answer) received.push({ ...answer, bytes: encodedDataLength });
  });
  return received;
}

function expectWithin(screen: keyof typeof budgets, received: Received[]): void {
  const kibibytes = received.reduce((sum, { bytes }) => sum + bytes, 0) / 1024;
  const list = received.map(({ url, bytes }) => `${url} ${bytes}`).join('\n');
  console.log(`${screen}: ${received.length} requests, ${kibibytes.toFixed(1)} KiB`);
  const budget = budgets[screen];
  expect(received.length, `requests of ${screen}\n${list}`).toBeLessThanOrEqual(budget.requests);
  expect(kibibytes, `KiB of ${screen}\n${list}`).toBeLessThanOrEqual(budget.kibibytes);
  const urls = received.map(({ url }) => url);
  expect(
    urls.filter((url, n) => urls.indexOf(url) !== n),
    `asked twice by ${screen}`,
  ).toEqual([]);
  const plain = received.filter(({ size, encoding }) => size > 1000 && !encoding);
  expect(plain, `sent uncompressed by ${screen}`).toEqual([]);
}
