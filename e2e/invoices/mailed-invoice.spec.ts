import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, type Page, password, test } from '../fixtures.ts';
import { type EmptyPortal, openEmptyPortal } from '../office/empty-portal.ts';

const texts = {
  nl: {
    day: 'Factuurdag',
    start: 'Starten',
    drafts: /^Ook (\d+) bestaande? concept/,
    sure: (count: string) => new RegExp(`Bestaande concepten: ${count}\\.`),
    makeFinal: 'Definitief maken',
    final: /facturen? (is|zijn) definitief:/,
    onTheWay: /facturen? (is|zijn) onderweg\./,
    again: 'Opnieuw mailen',
    sent: 'Verstuurd',
    ubl: 'E-factuur (UBL)',
  },
  en: {
    day: 'Invoice day',
    start: 'Start',
    drafts: /^Also (\d+) drafts? that (is|are) there already/,
    sure: (count: string) => new RegExp(`Drafts that were there: ${count}\\.`),
    makeFinal: 'Make final',
    final: /invoices? (is|are) final:/,
    onTheWay: /invoices? (is|are) on (its|their) way\./,
    again: 'Mail again',
    sent: 'Sent',
    ubl: 'E-invoice (UBL)',
  },
};

let portal: EmptyPortal;
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  portal = await openEmptyPortal();
  await portal.fill();
});
test.afterAll(() => portal.close());

for (const language of ['nl', 'en'] as const) {
  test(`Staff invoice a week in one go, and the client's mail server gets what can be downloaded (${language})`, async ({
    page,
  }) => {
    const words = texts[language];
    await logIn(page, language);
    await page.goto(`${portal.url}/finance/invoices`);
    await page.getByRole('link', { name: words.day }).click();
    await expect(page.getByRole('heading', { level: 1, name: words.day })).toBeVisible();
    // All that is ready by now: the second time only what became final since.
    const start = page.getByRole('button', { name: words.start });
    await expect(start).toBeEnabled();
    const drafts = page.getByRole('checkbox', { name: words.drafts });
    const known = page.getByText(words.drafts);
    const count = (await drafts.isVisible()) ? (words.drafts.exec((await known.textContent()) ?? '')?.[1] ?? '') : '0';
    await start.click();
    // What becomes final for good, drafts of before among it, is said first.
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText(words.sure(count));
    await dialog.getByRole('button', { name: words.makeFinal }).click();
    await expect(page.getByText(words.onTheWay)).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText(words.final)).toBeVisible();

    await page.goto(`${portal.url}/finance/invoices?tab=final`);
    const latest = page.getByRole('link', { name: /^\d{4}-\d{6}$/ }).first();
    const number = (await latest.textContent()) ?? '';
    await latest.click();
    await expect(page.getByRole('heading', { level: 1, name: new RegExp(number) })).toBeVisible();
    const mails = page.getByRole('region', { name: language === 'nl' ? 'Gemaild' : 'Mailed' });
    await expect(mails.getByText(words.sent, { exact: true }).first()).toBeVisible({ timeout: 60_000 });
    const address = /\S+@\S+\.example/.exec((await mails.textContent()) ?? '')?.[0] ?? '';
    const source = await portal.mailFor(address, number);
    expect(attachmentsOf(source)).toEqual([
      { name: `${number}.pdf`, sha256: await download(page, 'PDF') },
      { name: `${number}.xml`, sha256: await download(page, words.ubl) },
    ]);

    await mails.getByRole('button', { name: words.again }).click();
    await expect(mails.getByText(words.sent, { exact: true })).toHaveCount(2, { timeout: 60_000 });
  });
}

async function logIn(page: Page, language: 'nl' | 'en'): Promise<void> {
  const answer = await page.request.post(`${portal.url}/api/auth/login`, {
    data: { login: 'staff@konnekt.example', password },
  });
  expect(answer.status()).toBe(200);
  await page.request.patch(`${portal.url}/api/me`, { data: { language } });
}

const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');

async function download(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name, exact: true }).click(),
  ]);
  return sha256(await readFile(await file.path()));
}

/** The parts of a mail that are files. */
const attachmentsOf = (source: string) =>
  source.split(/^--.+\r?$/m).flatMap((part) => {
    const [headers = '', body = ''] = part.split(/\r?\n\r?\n/);
    if (!/^content-disposition: attachment/im.test(headers)) return [];
    const name = /filename="?([^"\r\n]+)"?/.exec(headers)?.[1];
    return [{ name, sha256: sha256(Buffer.from(body.replace(/\s/g, ''), 'base64')) }];
  });
