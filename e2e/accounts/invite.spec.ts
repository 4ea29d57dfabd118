import { readFile } from 'node:fs/promises';
import type { Browser } from '@playwright/test';
import { expect, type Page, password, test, withDatabase } from '../fixtures.ts';

const own = 'een heel eigen wachtwoord';
const unique = () => Math.random().toString(36).slice(2, 8);

/** The link in the newest mail to somebody, as the demo shows it; none when there is no such mail yet. */
async function linkFor(page: Page, email: string, title: RegExp): Promise<string> {
  await page.goto('/demo/mail');
  await expect(page.getByText(/^(\d+ van \d+ getoond|\d+ of \d+ shown|Nog geen e-mail|No mail yet)$/)).toBeVisible();
  const mail = page.getByRole('group').filter({ hasText: email }).filter({ hasText: title }).first();
  if (!(await mail.isVisible())) return '';
  if ((await mail.getAttribute('open')) === null) await mail.getByText(title).click();
  return (await mail.getByRole('link').getAttribute('href')) ?? '';
}
/** As somebody who is not logged in, at another device. */
const elsewhere = async (browser: Browser, locale: string): Promise<Page> => {
  const context = await browser.newContext({ locale });
  return context.newPage();
};
const letLinksExpire = (email: string) =>
  withDatabase((db) =>
    db.query(
      `UPDATE account_link SET expires_at = now() FROM account a WHERE a.id = account_link.account_id AND a.email = $1`,
      [email],
    ),
  );

test('An admin invites a colleague, who reads the mail, activates the account and is logged in', async ({
  page,
  browser,
  signInAs,
}) => {
  const email = `tess-${unique()}@konnekt.example`;
  await signInAs('admin', { path: '/users' });
  await page.getByRole('button', { name: 'Nieuwe gebruiker' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Voornaam').fill('Tess');
  await dialog.getByLabel('Tussenvoegsel').fill('van');
  await dialog.getByLabel('E-mailadres').fill(email);
  await dialog.getByRole('button', { name: 'Toevoegen en uitnodigen' }).click();
  // What is missing is said at its field, and nothing typed is lost.
  await expect(dialog.getByLabel('Achternaam')).toBeFocused();
  await dialog.getByLabel('Achternaam').fill('Dam');
  await dialog.getByRole('button', { name: 'Toevoegen en uitnodigen' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Tess van Dam' })).toBeVisible();
  await expect(page.getByText('Uitgenodigd', { exact: true }).first()).toBeVisible();

  const link = await linkFor(page, email, /Uitnodiging/);
  const colleague = await elsewhere(browser, 'nl-NL');
  // Opening it, as a scanner of mail does, uses nothing up.
  for (let i = 0; i < 2; i++) await colleague.goto(link);
  await expect(colleague.getByText(`Voortaan logt u in met ${email}.`)).toBeVisible();
  await colleague.getByLabel('Nieuw wachtwoord', { exact: true }).fill('kort');
  await colleague.getByRole('button', { name: 'Account activeren' }).click();
  await expect(colleague.getByText('Gebruik minstens 8 tekens.')).toBeVisible();
  await colleague.getByLabel('Nieuw wachtwoord', { exact: true }).fill(own);
  await colleague.getByLabel('Nieuw wachtwoord nogmaals').fill(own);
  await colleague.getByRole('button', { name: 'Account activeren' }).click();
  await expect(colleague).toHaveURL('/');
  await expect(colleague.getByRole('button', { name: /Tess van Dam/ })).toBeVisible();

  const again = await elsewhere(browser, 'nl-NL');
  await again.goto(link);
  await expect(again.getByRole('heading', { level: 1, name: 'Uw account is al actief' })).toBeVisible();
  await again.getByRole('link', { name: 'Naar inloggen' }).click();
  await again.getByLabel('E-mailadres of gebruikersnaam').fill(email);
  await again.getByLabel('Wachtwoord', { exact: true }).fill(own);
  await again.getByRole('button', { name: 'Inloggen' }).click();
  await expect(again.getByRole('button', { name: /Tess van Dam/ })).toBeVisible();

  await page.goto('/audit');
  await page.getByRole('searchbox').fill(email);
  await expect(
    page.getByText(
      `heeft met een link uit een e-mail een wachtwoord ingesteld voor het account van Tess van Dam (${email}).`,
    ),
  ).toBeVisible();

  // Blocked, the colleague is out at once, wherever they are.
  await page.goto('/users');
  await page.getByRole('searchbox').fill(email);
  await page.getByRole('row').filter({ hasText: email }).getByRole('link').first().click();
  await page.getByRole('button', { name: 'Blokkeren' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Blokkeren' }).click();
  await expect(page.getByText('Geblokkeerd', { exact: true }).first()).toBeVisible();
  await colleague.reload();
  await expect(colleague.getByRole('heading', { level: 1, name: /Inloggen/ })).toBeVisible();

  // By the colleague's name the log tells of it, in words of its own.
  await page.goto('/audit');
  await page.getByRole('searchbox').fill('Tess van Dam');
  await page.getByRole('combobox', { name: 'Wat er gebeurde' }).selectOption('Geblokkeerd');
  await expect(page.getByText(`heeft het account van Tess van Dam (${email}) geblokkeerd.`)).toBeVisible();
  await expect(page.getByRole('table', { name: 'Gebeurtenissen' }).getByRole('row')).toHaveCount(2);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Lijst als CSV-bestand' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^auditlog-.*\.csv$/);
  const lines = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatch(/;Geblokkeerd;Accounts;Tess van Dam \(.*\);Status;Actief;Geblokkeerd$/);
});

test('A link that is too old, replaced or unknown says so, and leads to a new one', async ({
  page,
  browser,
  makeWorkplace,
}) => {
  const { workers } = await makeWorkplace(['Ilse Ik']);
  const email = workers[0]?.email ?? '';
  await withDatabase((db) =>
    db.query(`UPDATE account SET status = 'invited', password_hash = NULL WHERE email = $1`, [email]),
  );
  const asker = await elsewhere(browser, 'nl-NL');
  await asker.goto('/activate#dit-is-geen-link');
  await expect(asker.getByRole('heading', { level: 1, name: 'Deze link kennen we niet' })).toBeVisible();
  await asker.getByRole('link', { name: 'Nieuwe link aanvragen' }).click();
  await asker.getByLabel('E-mailadres of gebruikersnaam').fill(email);
  await asker.getByRole('button', { name: 'Link versturen' }).click();
  await expect(asker.getByRole('heading', { level: 1, name: 'Kijk in uw mailbox' })).toBeVisible();

  // Who was invited gets the activation again, not a link for a new password.
  await expect.poll(() => linkFor(page, email, /Uitnodiging/)).toContain('/activate#');
  const first = await linkFor(page, email, /Uitnodiging/);
  await letLinksExpire(email);
  await asker.goto(first);
  await expect(asker.getByRole('heading', { level: 1, name: 'Deze link is verlopen' })).toBeVisible();
  await asker.getByRole('link', { name: 'Nieuwe link aanvragen' }).click();
  await expect(asker.getByLabel('E-mailadres of gebruikersnaam')).toHaveValue(email);
  await asker.getByRole('button', { name: 'Link versturen' }).click();
  await expect(asker.getByRole('heading', { level: 1, name: 'Kijk in uw mailbox' })).toBeVisible();
  await expect.poll(() => linkFor(page, email, /Uitnodiging/)).not.toBe(first);
  await asker.goto(await linkFor(page, email, /Uitnodiging/));
  await asker.getByLabel('Nieuw wachtwoord', { exact: true }).fill(own);
  await asker.getByLabel('Nieuw wachtwoord nogmaals').fill(own);
  await asker.getByRole('button', { name: 'Account activeren' }).click();
  await expect(asker.getByRole('button', { name: /Ilse Ik/ })).toBeVisible();
});

const words = {
  nl: {
    locale: 'nl-NL',
    forgot: 'Wachtwoord vergeten?',
    title: 'Wachtwoord vergeten',
    login: 'E-mailadres of gebruikersnaam',
    send: 'Link versturen',
    sent: 'Kijk in uw mailbox',
    mail: /Nieuw wachtwoord voor/,
    password: 'Nieuw wachtwoord',
    repeat: 'Nieuw wachtwoord nogmaals',
    set: 'Wachtwoord instellen',
    used: 'Deze link is al gebruikt',
  },
  en: {
    locale: 'en-GB',
    forgot: 'Forgot password?',
    title: 'Forgot password',
    login: 'E-mail address or user name',
    send: 'Send link',
    sent: 'Check your mailbox',
    mail: /New password for/,
    password: 'New password',
    repeat: 'New password again',
    set: 'Set password',
    used: 'This link has already been used',
  },
} as const;

for (const language of ['nl', 'en'] as const) {
  const say = words[language];
  test(`Somebody who forgot the password sets a new one, and is logged out elsewhere (${language})`, async ({
    page,
    browser,
    makeWorkplace,
    signInAs,
  }) => {
    const { workers } = await makeWorkplace(['Vera Vergeet']);
    const [worker] = workers;
    await signInAs(worker, { language });
    const other = await elsewhere(browser, say.locale);
    await other.goto('/login');
    await other.getByRole('link', { name: say.forgot }).click();
    await expect(other.getByRole('heading', { level: 1, name: say.title })).toBeVisible();
    await other.getByLabel(say.login).fill(worker.email.toUpperCase());
    await other.getByRole('button', { name: say.send }).click();
    await expect(other.getByRole('heading', { level: 1, name: say.sent })).toBeVisible();
    const mails = await elsewhere(browser, say.locale);
    await expect.poll(() => linkFor(mails, worker.email, say.mail)).toContain('/new-password#');
    const link = await linkFor(mails, worker.email, say.mail);
    await other.goto(link);
    await other.getByLabel(say.password, { exact: true }).fill(own);
    await other.getByLabel(say.repeat).fill(`${own}!`);
    await other.getByRole('button', { name: say.set }).click();
    await expect(other.getByLabel(say.repeat)).toBeFocused();
    await other.getByLabel(say.repeat).fill(own);
    await other.getByRole('button', { name: say.set }).click();
    await expect(other.getByRole('button', { name: /Vera Vergeet/ })).toBeVisible();

    await page.reload();
    await expect(page).toHaveURL('/login');
    expect((await page.request.post('/api/auth/login', { data: { login: worker.email, password } })).status()).toBe(
      401,
    );
    await page.goto(link);
    await expect(page.getByRole('heading', { level: 1, name: say.used })).toBeVisible();
  });
}

test('Somebody sees where they are logged in, and logs out everywhere else', async ({
  page,
  browser,
  makeWorkplace,
  signInAs,
}) => {
  const { workers } = await makeWorkplace(['Sam Sessie']);
  const [worker] = workers;
  const other = await elsewhere(browser, 'nl-NL');
  await other.request.post('/api/auth/login', { data: { login: worker.email, password } });
  await signInAs(worker, { path: '/account' });
  await expect(page.getByText('Deze sessie', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Andere sessies uitloggen' }).click();
  await expect(page.getByText('U bent nergens anders ingelogd.')).toBeVisible();
  expect((await other.request.get('/api/me')).status()).toBe(401);
  expect((await page.request.get('/api/me')).status()).toBe(200);
});
