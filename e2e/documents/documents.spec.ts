import { type Account, expect, type Page, test } from '../fixtures.ts';
import { expectNoViolations } from '../no-violations.ts';

/** A page with some words on it, as the simplest of programs write it; readers mend the table of places by themselves. */
const pdf = (words: string) =>
  Buffer.from(
    [
      '%PDF-1.4',
      '1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj',
      '2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj',
      '3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >> endobj',
      `4 0 obj << /Length ${words.length + 42} >> stream`,
      `BT /F 18 Tf 20 100 Td (${words}) Tj ET`,
      'endstream endobj',
      '5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj',
      'trailer << /Root 1 0 R >>',
      '%%EOF',
    ].join('\n'),
  );
const upload = (name: string, words: string) => ({ name, mimeType: 'application/pdf', buffer: pdf(words) });

/** Chooses files by the button that opens the choice. */
async function choose(page: Page, button: string, ...files: ReturnType<typeof upload>[]): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: button }).click(),
  ]);
  await chooser.setFiles(files);
}

const unique = () => Math.random().toString(36).slice(2, 8);

test('The office puts documents there for one organisation; its supervisors read, keep and confirm them, and the office sees who did', async ({
  page,
  browser,
  makeWorkplace,
  signInAs,
}) => {
  test.slow();
  const { supervisor, organisationName, workers } = await makeWorkplace(['Dirk Document']);
  const name = `Huisregels ${unique()}`;
  await signInAs('staff', { path: '/documents' });
  await page.getByRole('link', { name: 'Document plaatsen' }).click();
  await page.getByRole('button', { name: 'Document plaatsen' }).click();
  await expect(page.getByRole('alert')).toHaveText('Kies een bestand.');
  await expectNoViolations(page, 'new document with errors');

  await choose(page, 'Kies bestanden', upload('regels.pdf', 'De huisregels'), {
    name: 'gevaar.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('<html><script>alert(1)</script></html>'),
  });
  await expect(page.getByText('Dit soort bestand kan niet geplaatst worden.')).toBeVisible();
  await page.getByRole('button', { name: 'gevaar.pdf weghalen' }).click();
  await expect(page.getByText('ontvangen')).toHaveCount(1);
  await page.getByLabel('Naam').fill(name);
  await page.getByLabel('Voor', { exact: true }).selectOption('Eén organisatie');
  await page.getByLabel('Organisatie', { exact: true }).selectOption(organisationName);
  await page.getByLabel('Soort').selectOption('Contract');
  await page.getByLabel('Geldig t/m').fill('31-12-2099');
  await page.getByLabel('Vraag lezers te bevestigen dat ze het gelezen hebben').check();
  await expectNoViolations(page, 'new document, filled in');
  await page.getByRole('button', { name: 'Document plaatsen' }).click();
  await expect(page.getByRole('link', { name })).toBeVisible();
  await expectNoViolations(page, 'documents of the office');
  // Until when it holds is said where its column left, too.
  const size = page.viewportSize() ?? { width: 1280, height: 720 };
  for (const width of [size.width, 1024, 800, 360]) {
    await page.setViewportSize({ ...size, width });
    const shown = page.getByRole(width > 700 ? 'row' : 'listitem').filter({ hasText: name });
    await expect(shown).toContainText('t/m 31-12-2099');
  }
  await page.setViewportSize(size);

  // A supervisor, in a browser of their own: counted in the menu, opened, read, confirmed.
  const context = await browser.newContext();
  const reader = await context.newPage();
  await logIn(reader, supervisor);
  await reader.goto('/');
  await reader
    .getByRole('navigation', { name: 'Hoofdmenu', exact: true })
    .getByRole('link', { name: /Documenten/ })
    .click();
  await reader.getByRole('link', { name: /Te bevestigen/ }).click();
  await expectNoViolations(reader, 'documents to confirm');
  await reader.getByRole('link', { name }).click();
  await expect(reader.getByRole('region', { name: 'Pagina 1 van 1' })).toContainText('De huisregels');
  await expectNoViolations(reader, 'document to confirm');
  await reader.getByRole('button', { name: 'Bevestigen' }).click();
  await expect(reader.getByText('Vink dit eerst aan.')).toBeVisible();
  await reader.getByLabel(`Ik heb “${name}” gelezen`).check();
  await reader.getByRole('button', { name: 'Bevestigen' }).click();
  await expect(reader.getByText(/U hebt op .* bevestigd dat u dit gelezen hebt/)).toBeVisible();
  const [download] = await Promise.all([
    reader.waitForEvent('download'),
    reader.getByRole('link', { name: 'Downloaden' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('regels.pdf');
  await context.close();

  // Somebody who only works there sees nothing of it.
  const [dirk] = workers;
  const other = await browser.newContext();
  const worker = await other.newPage();
  await logIn(worker, dirk);
  await worker.goto(`/documents?q=${encodeURIComponent(name)}`);
  await expect(worker.getByRole('heading', { level: 1, name: 'Documenten' })).toBeVisible();
  await expect(worker.getByRole('link', { name })).toHaveCount(0);
  await other.close();

  await page.getByRole('link', { name }).click();
  const readers = page.getByRole('table', { name: 'Lezers' });
  await expect(readers.getByRole('row', { name: supervisor.name })).toBeVisible();
  await expect(page.getByText('Bevestigd door 1 van 1')).toBeVisible();
  await expectNoViolations(page, 'document of the office');

  // A new version takes its place; the one before stays for the office.
  await page.getByRole('button', { name: 'Nieuwe versie' }).click();
  await choose(page, 'Kies een bestand', upload('regels-2.pdf', 'De nieuwe huisregels'));
  await expect(page.getByText('ontvangen')).toBeVisible();
  await expectNoViolations(page, 'new version');
  await page.getByRole('button', { name: 'Versie plaatsen' }).click();
  await expect(page.getByText('Bevestigd door 0 van 1')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Versies' }).getByRole('row')).toHaveCount(3);
  await page.getByRole('button', { name: 'Verwijderen' }).click();
  await expectNoViolations(page, 'remove a document');
  await page.getByRole('dialog').getByRole('button', { name: 'Verwijderen' }).click();
  await expect(page.getByText(`“${name}” is verwijderd.`)).toBeVisible();
});

test('An employee finds, in English, what is new, what was there before and how to look at it', async ({
  page,
  makeWorkplace,
  apiOf,
  signInAs,
}) => {
  const { workers } = await makeWorkplace(['Emma English']);
  const [emma] = workers;
  const api = await apiOf('staff');
  const name = `Payslip ${unique()}`;
  const file = await (
    await api.post('/api/files?purpose=document', { multipart: { file: upload('payslip.pdf', 'Net pay') } })
  ).json();
  const put = await api.post('/api/documents', {
    data: { id: crypto.randomUUID(), name, category: 'payslip', personId: emma.personId, fileId: file.id },
  });
  expect(put.status()).toBe(201);
  await signInAs(emma, { language: 'en', path: '/documents?tab=new' });
  await page.getByLabel('Category').selectOption('Payslip');
  await expect(page.getByRole('row', { name: new RegExp(name) })).toContainText('New');
  await page.getByRole('link', { name }).click();
  await expect(page.getByRole('region', { name: 'Page 1 of 1' })).toContainText('Net pay');
  await expectNoViolations(page, 'document of an employee');
  await page.getByRole('link', { name: 'All documents' }).click();
  const row = page.getByRole('row', { name: new RegExp(name) });
  await expect(row).toBeVisible();
  await expect(row).not.toContainText('New');
  await page.goto('/documents/00000000-0000-4000-8000-000000000000');
  await expect(page.getByText('This document is not here')).toBeVisible();
});

test('A connection that is lost while a file is handed in is waited for, and the file goes on by itself', async ({
  page,
  signInAs,
}) => {
  await signInAs('staff', { path: '/documents/new' });
  let tries = 0;
  await page.route('**/api/files?*', (route) => (++tries === 1 ? route.abort('connectionreset') : route.continue()));
  await choose(page, 'Kies bestanden', upload('later.pdf', 'Later'));
  await expect(page.getByText('Geen verbinding: gaat vanzelf verder')).toBeVisible();
  await expect(page.getByText('ontvangen')).toBeVisible();
  expect(tries).toBe(2);
});

async function logIn(page: Page, { email }: Account): Promise<void> {
  const answer = await page.request.post('/api/auth/login', { data: { login: email, password: 'konnekt-demo' } });
  expect(answer.status()).toBe(200);
}

test('Many payslips are put there at once by the numbers in their names, after seeing who gets what', async ({
  page,
  makeWorkplace,
  apiOf,
  signInAs,
}) => {
  const { workers } = await makeWorkplace(['Petra Payslip', 'Piet Payslip']);
  const numbers = workers.map(({ personId }) => `T-${personId.slice(-8)}`);
  const name = `Loonstrook ${unique()}`;
  await signInAs('staff', { path: '/documents' });
  await page.getByRole('link', { name: 'Loonstroken plaatsen' }).click();
  await page.getByRole('button', { name: 'Bekijk wie wat krijgt' }).click();
  await expect(page.getByText('Vul een naam in.')).toBeVisible();
  await expectNoViolations(page, 'payslips with errors');
  await choose(
    page,
    'Kies bestanden',
    upload(`strook_${numbers[0]}.pdf`, 'Loon van Petra'),
    upload(`${numbers[1]}.pdf`, 'Loon van Piet'),
    upload('zonder nummer.pdf', 'Van wie?'),
  );
  await expect(page.getByText('ontvangen')).toHaveCount(3);
  await page.getByLabel('Hoe ze heten').fill(name);
  await page.getByRole('button', { name: 'Bekijk wie wat krijgt' }).click();
  await expect(page.getByText('2 bestanden gaan elk naar één persoon.')).toBeVisible();
  const seen = page.getByRole('table', { name: 'Wie krijgt wat' });
  await expect(seen.getByRole('row', { name: /zonder nummer/ })).toContainText('Geen bekend personeelsnummer');
  await expect(seen.getByRole('row', { name: /strook_/ })).toContainText('Petra Payslip');
  await expectNoViolations(page, 'payslips, who gets what');
  await page.getByRole('button', { name: '2 loonstroken plaatsen' }).click();
  await expect(page.getByText('2 documenten staan klaar.')).toBeVisible();
  for (const worker of workers) {
    const { items } = await (await (await apiOf(worker)).get('/api/documents?category=payslip')).json();
    expect(items.map((item: { name: string }) => item.name)).toEqual([name]);
  }
});
