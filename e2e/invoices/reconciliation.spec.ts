import { expect, test } from '../fixtures.ts';

for (const [language, words] of Object.entries({
  nl: {
    link: 'Aansluiting',
    title: 'Aansluiting',
    now: 'Nu controleren',
    holds: /Alle \d+ regels kloppen/,
    agrees: /Er ontbreekt niets/,
  },
  en: {
    link: 'Reconciliation',
    title: 'Reconciliation',
    now: 'Check now',
    holds: /All \d+ rules hold/,
    agrees: /Nothing is missing/,
  },
}))
  test(`The back office sees that all final hours were invoiced and paid or wait to be, and has everything checked (${language})`, async ({
    page,
    signInAs,
  }) => {
    await signInAs('staff', { language: language as 'nl' | 'en' });
    await page.goto('/finance/invoices?tab=final');
    await page.getByRole('link', { name: words.link }).click();
    await expect(page.getByRole('heading', { level: 1, name: words.title })).toBeVisible();
    await expect(page.getByText(words.agrees)).toBeVisible();
    await page.getByRole('button', { name: words.now }).click();
    await expect(page.getByText(words.holds)).toBeVisible({ timeout: 30_000 });
  });
