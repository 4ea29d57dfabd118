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

/** Drops files on a place, as a hand with a mouse does: over it, and then let go. */
async function drop(page: Page, place: string, ...files: ReturnType<typeof upload>[]): Promise<void> {
  const sent = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, text: buffer.toString('latin1') }));
  const data = await page.evaluateHandle((dropped) => {
    const transfer = new DataTransfer();
    for (const { name, mimeType, text } of dropped)
      transfer.items.add(new File([Uint8Array.from(text, (one) => one.charCodeAt(0))], name, { type: mimeType }));
    return transfer;
  }, sent);
  const target = page.getByText(place);
  await target.dispatchEvent('dragover', { dataTransfer: data });
  await target.dispatchEvent('drop', { dataTransfer: data });
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
  // Both at once, and the first of them is at hand.
  await expect(page.getByText('2 velden kloppen nog niet.')).toBeVisible();
  await expect(page.getByText('Kies een bestand.')).toBeVisible();
  await expect(page.getByLabel('Voor', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByRole('button', { name: 'Kies bestanden' })).toBeFocused();
  await expectNoViolations(page, 'new document with errors');

  await choose(page, 'Kies bestanden', upload('regels.pdf', 'De huisregels'), {
    name: 'gevaar.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('<html><script>alert(1)</script></html>'),
  });
  await expect(page.getByText('Dit soort bestand kan niet geplaatst worden.')).toBeVisible();
  // Pressed all the same: what did not come is named, and nothing leaves.
  await page.getByRole('button', { name: 'Document plaatsen' }).click();
  await expect(page.getByText('Niet ontvangen: gevaar.pdf.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Kies bestanden' })).toBeFocused();
  await page.getByRole('button', { name: 'gevaar.pdf weghalen' }).click();
  await expect(page.getByText('ontvangen')).toHaveCount(1);
  // A file that was handed in and not put there is not left unasked.
  await page.getByRole('link', { name: 'Alle documenten' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Verder typen' }).click();
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
  const versions = page.getByRole('table', { name: 'Versies' });
  await expect(versions.getByRole('row')).toHaveCount(3);
  await expect(readers.getByRole('row', { name: supervisor.name })).toContainText('versie 1 op');
  await versions.getByRole('link', { name: 'Bevestigd door 1' }).click();
  await expect(page).toHaveURL(/\?version=1&state=confirmed$/);
  await expect(page.getByLabel('Versie', { exact: true })).toHaveValue('1');
  await expect(readers.getByRole('row', { name: supervisor.name })).not.toContainText('versie 1 op');
  await expectNoViolations(page, 'who confirmed a version before');
  await page.getByRole('button', { name: 'Verwijderen' }).click();
  await expectNoViolations(page, 'remove a document');
  await page.getByRole('dialog').getByRole('button', { name: 'Verwijderen' }).click();
  await expect(page.getByText(`“${name}” is verwijderd.`)).toBeVisible();
});

test('What is for one person is never given to others; a payslip is for an employee', async ({
  page,
  makeWorkplace,
  apiOf,
  signInAs,
}) => {
  const { supervisor, workers } = await makeWorkplace(['Lotte Loon']);
  const [lotte] = workers;
  const api = await apiOf('staff');
  const file = await (
    await api.post('/api/files?purpose=document', { multipart: { file: upload('strook.pdf', 'Netto') } })
  ).json();
  const id = crypto.randomUUID();
  const name = `Strook ${unique()}`;
  await api.post('/api/documents', {
    data: { id, name, category: 'payslip', personId: lotte.personId, fileId: file.id },
  });
  // Nothing comes in by itself here: a change by a colleague shows when it is saved.
  await page.route('**/api/live*', (route) => route.abort());
  await signInAs('staff', { path: `/documents/${id}` });
  await page.getByRole('button', { name: 'Wijzigen' }).click();
  const dialog = page.getByRole('dialog');
  const forWhom = dialog.getByLabel('Voor', { exact: true });
  await dialog.getByLabel('Soort').selectOption('Overig');
  await forWhom.selectOption('Iedereen');
  await dialog.getByLabel('Naam').fill('');
  await dialog.getByRole('button', { name: 'Opslaan' }).click();
  await expect(dialog.getByText('2 velden kloppen nog niet.')).toBeVisible();
  await expect(dialog.getByLabel('Naam')).toBeFocused();
  await dialog.getByLabel('Naam').fill(name);
  await dialog.getByRole('button', { name: 'Opslaan' }).click();
  await expect(dialog.getByText('Dit is voor één persoon en blijft dat.')).toBeVisible();
  await expect(forWhom).toHaveAttribute('aria-invalid', 'true');
  await expect(forWhom).toBeFocused();
  await expectNoViolations(page, 'a document that stays of one person');
  await dialog.getByLabel('Soort').selectOption('Loonstrook');
  await forWhom.selectOption('Eén persoon');
  await dialog.getByRole('combobox', { name: 'Eén persoon' }).fill(supervisor.name);
  await page.getByRole('option', { name: new RegExp(supervisor.name) }).click();
  await dialog.getByRole('button', { name: 'Opslaan' }).click();
  await expect(dialog.getByText('Deze persoon is geen werknemer.')).toBeVisible();
  await expect(dialog.getByRole('combobox', { name: 'Eén persoon' })).toBeFocused();
  // A colleague changes two of its fields meanwhile: what was typed stays, and what both changed is told.
  const theirs = { name: `${name} 48`, category: 'annual-statement', personId: lotte.personId, version: 1 };
  expect((await api.put(`/api/documents/${id}`, { data: theirs })).status()).toBe(200);
  await dialog.getByLabel('Soort').selectOption('Overig');
  await dialog.getByRole('button', { name: 'Opslaan' }).click();
  await expect(dialog.getByText('Soort is nu opgeslagen als “Jaaropgave”.')).toBeVisible();
  await expect(dialog.getByLabel('Naam')).toHaveValue(theirs.name);
  await expect(dialog.getByLabel('Soort')).toHaveValue('other');
  await dialog.getByRole('button', { name: 'Annuleren' }).click();
  await dialog.getByRole('button', { name: 'Weggaan en weggooien' }).click();
  expect(await (await (await apiOf(lotte)).get(`/api/documents/${id}`)).json()).toMatchObject({
    category: 'annual-statement',
  });
});

test('A document that was amended after it arrived unseen is told of, and changed where it is', async ({
  page,
  signInAs,
}) => {
  const name = unique();
  await signInAs('staff', { path: '/documents/new' });
  await choose(page, 'Kies bestanden', upload(`${name}.pdf`, 'De huisregels'));
  await expect(page.getByText('ontvangen')).toHaveCount(1);
  await page.getByLabel('Voor', { exact: true }).selectOption('Alle werknemers');
  await page.route('**/api/documents', async (route) => {
    await route.fetch();
    await route.fulfill({ status: 500, contentType: 'text/plain', body: 'cut' });
    await page.unroute('**/api/documents');
  });
  const put = page.getByRole('button', { name: 'Document plaatsen' });
  await put.click();
  await expect(page.getByText('Er ging bij ons iets mis.')).toBeVisible();
  await page.getByLabel('Soort').selectOption('Handleiding');
  await put.click();
  const said = page.getByRole('alert');
  await expect(said).toContainText('Dit document stond er al, zoals u het eerst plaatste');
  await expect(page.getByText('ontvangen')).toHaveCount(0);
  await expectNoViolations(page, 'a document that was there already');
  await said.getByRole('link', { name: `${name}.pdf` }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
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

test('Several files that are dropped come in at once; whom a document is for is changed afterwards, and who reads it is a file', async ({
  page,
  makeWorkplace,
  signInAs,
  apiOf,
}) => {
  const { supervisor, organisationName, workers } = await makeWorkplace(['Vera Versleept']);
  const [vera] = workers;
  const marks = [unique(), unique()];
  await signInAs('staff', { path: '/documents/new' });
  await drop(page, 'of sleep', ...marks.map((mark) => upload(`${mark}.pdf`, mark)));
  await expect(page.getByText('ontvangen')).toHaveCount(2);
  await page.getByLabel('Voor', { exact: true }).selectOption('Eén organisatie');
  await page.getByLabel('Organisatie', { exact: true }).selectOption(organisationName);
  await page.getByRole('button', { name: '2 documenten plaatsen' }).click();
  await expect(page.getByText('2 documenten staan klaar.')).toBeVisible();
  const namesOf = async (who: Account) => {
    const { items } = await (await (await apiOf(who)).get(`/api/documents?q=${marks[0]}`)).json();
    return items.map(({ name }: { name: string }) => name);
  };
  expect([await namesOf(supervisor), await namesOf(vera)]).toEqual([marks.slice(0, 1), []]);

  await page.getByRole('link', { name: marks[0] }).click();
  await page.getByRole('button', { name: 'Wijzigen' }).click();
  await page.getByLabel('Wie daar').selectOption('Werknemers');
  await expectNoViolations(page, 'change a document');
  await page.getByRole('button', { name: 'Opslaan' }).click();
  await expect(page.getByText('Het document is gewijzigd.')).toBeVisible();
  await expect(page.getByText(`Werknemers bij ${organisationName}`)).toBeVisible();
  expect([await namesOf(supervisor), await namesOf(vera)]).toEqual([[], marks.slice(0, 1)]);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Lijst als Excel-bestand' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe(`lezers ${marks[0]}.xlsx`);
});

test('A picture is found from home as new, and is looked at where it is', async ({
  page,
  makeWorkplace,
  apiOf,
  signInAs,
}) => {
  const { workers } = await makeWorkplace(['Fien Foto']);
  const [fien] = workers;
  await signInAs(fien);
  const drawn = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 640;
    canvas.height = 400;
    const pen = canvas.getContext('2d');
    if (pen) pen.fillStyle = '#0b6e6e';
    pen?.fillRect(40, 40, 560, 320);
    return canvas.toDataURL('image/png').slice('data:image/png;base64,'.length);
  });
  const name = `Plattegrond ${unique()}`;
  const api = await apiOf('staff');
  const file = { name: 'plattegrond.png', mimeType: 'image/png', buffer: Buffer.from(drawn, 'base64') };
  const { id: fileId } = await (await api.post('/api/files?purpose=document', { multipart: { file } })).json();
  const data = { id: crypto.randomUUID(), name, category: 'manual', personId: fien.personId, fileId };
  expect((await api.post('/api/documents', { data })).status()).toBe(201);

  await page.goto('/');
  await page
    .getByRole('main')
    .getByRole('link', { name: /nieuwe? document/ })
    .click();
  await expect(page.getByRole('row', { name: new RegExp(name) })).toContainText('Nieuw');
  await page.getByRole('link', { name }).click();
  const picture = page.getByRole('img', { name });
  await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(640);
  await expectNoViolations(page, 'picture of an employee');
  await page.setViewportSize({ width: 360, height: 740 });
  await expect.poll(async () => (await picture.boundingBox())?.width).toBeLessThanOrEqual(328);
});

test('Where there is no room for a file, that is said at it, and the others go on', async ({ page, signInAs }) => {
  await signInAs('staff', { path: '/documents/new' });
  let asked = 0;
  await page.route('**/api/files?*', (route) =>
    asked++ === 0 ? route.fulfill({ status: 507, json: { status: 507, code: 'storage-full' } }) : route.continue(),
  );
  await choose(page, 'Kies bestanden', upload('vol.pdf', 'Vol'), upload('past.pdf', 'Past'));
  await expect(page.getByText('Er is nu geen ruimte voor dit bestand. Bel de helpdesk.')).toBeVisible();
  await expect(page.getByText('ontvangen')).toHaveCount(1);
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
  await expect(page.getByText('2 velden kloppen nog niet.')).toBeVisible();
  await expect(page.getByLabel('Hoe ze heten')).toHaveAttribute('aria-invalid', 'true');
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
  await page.getByRole('link', { name: 'Alle documenten' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Verder typen' }).click();
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
