import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../fixtures.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
const csv = (text: string) => ({ name: 'werknemers.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

test('Staff import employees: wrong rows are named, nothing is written until they say so', async ({
  page,
  signInAs,
}) => {
  const unique = Math.random().toString(36).slice(2, 8).toUpperCase();
  const heading = 'Personeelsnummer;Voornaam;Tussenvoegsel;Achternaam;E-mail\n';
  await signInAs('staff', { path: '/manage/import?kind=employees' });
  const file = page.locator('input[type=file]');
  await file.setInputFiles(csv(`${heading}${unique}1;Anna;de;Vries;geen adres\n${unique}1;=1+1;;Bakker;\n`));
  await expect(page.getByText('3 dingen kloppen niet. Er is niets gewijzigd')).toBeVisible();
  await expect(page.getByRole('row', { name: /2 E-mail Dit is geen e-mailadres\. geen adres/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /3 Personeelsnummer Dit staat ook al in rij 2\./ })).toBeVisible();
  expect((await new AxeBuilder({ page }).withTags(tags).analyze()).violations).toEqual([]);
  // It was checked as what it was chosen for: of something else there is no file yet.
  const kinds = page.getByRole('combobox', { name: 'Waar gaat het over?' });
  await kinds.selectOption('Organisaties');
  await expect(page.getByText('werknemers.csv')).toHaveCount(0);
  await kinds.selectOption('Werknemers');
  await expect(kinds).toHaveValue('employees');

  const rows = Array.from({ length: 300 }, (_, n) => `${unique}${n};Anna;de;Vries ${n};\n`).join('');
  await file.setInputFiles(csv(heading + rows));
  await expect(page.getByText('300 nieuw, 0 gewijzigd, 0 gelijk.')).toBeVisible();
  // The check stays in the address.
  await page.reload();
  await page.getByRole('button', { name: 'Nu importeren' }).click();
  await expect(page.getByText('Het bestand is geïmporteerd.').first()).toBeVisible();

  await file.setInputFiles(csv(heading + rows));
  await expect(page.getByText('Het bestand is in orde; alles wat erin staat, is er al')).toBeVisible();
});

test('A file that is imported in another window is shown as imported, and not again', async ({ page, signInAs }) => {
  const number = Math.random().toString(36).slice(2, 8).toUpperCase();
  await signInAs('staff', { path: '/manage/import?kind=employees' });
  await page
    .locator('input[type=file]')
    .setInputFiles(csv(`Personeelsnummer;Voornaam;Achternaam\n${number};Twee;Vensters\n`));
  const go = page.getByRole('button', { name: 'Nu importeren' });
  await expect(go).toBeVisible();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByRole('button', { name: 'Nu importeren' }).click();
  await expect(other.getByText('Het bestand is geïmporteerd.').first()).toBeVisible();
  await go.click();
  await expect(page.getByText('Het bestand is geïmporteerd.').first()).toBeVisible();
  await expect(go).toBeHidden();
});

test('Staff take the organisations out as an Excel file and read them in again: nothing changes, in English', async ({
  page,
  signInAs,
}) => {
  await signInAs('staff', { path: '/manage/import', language: 'en' });
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Organisations as an Excel file' }).click();
  const saved = await (await download).path();
  await page.locator('input[type=file]').setInputFiles({
    name: 'organisations.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: await import('node:fs/promises').then(({ readFile }) => readFile(saved)),
  });
  await expect(page.getByText('The file is fine, and everything in it is already there')).toBeVisible();
});

for (const language of ['nl', 'en'] as const) {
  const say = {
    nl: {
      ...{ ready: /kan geïmporteerd worden/, skipped: '1 kolom wordt overgeslagen: Schoenmaat.', notes: 'Kijk dit na' },
      ...{
        prefix: /2 Achternaam Het tussenvoegsel/,
        now: 'Nu importeren',
        done: 'Het bestand is geïmporteerd.',
        phone: 'Telefoon: 0612345678',
      },
    },
    en: {
      ...{ ready: /can be imported/, skipped: '1 column is skipped: Schoenmaat.', notes: 'Have a look' },
      ...{
        prefix: /2 Last name \(Achternaam\) The prefix/,
        now: 'Import now',
        done: 'The file was imported.',
        phone: 'Phone: 0612345678',
      },
    },
  }[language];
  test(`A file of another system is read by its own headings, and says what is worth a look before it is imported (${language})`, async ({
    page,
    signInAs,
  }) => {
    const unique = Math.random().toString(36).slice(2, 8).toUpperCase();
    await signInAs('staff', { path: '/manage/import?kind=employees', language });
    await page
      .locator('input[type=file]')
      .setInputFiles(
        csv(`Pers.nr.;Roepnaam;Achternaam;Mobiel;Schoenmaat\n${unique};Jan;van der ${unique};0612345678;42\n`),
      );
    await expect(page.getByText(say.ready)).toBeVisible();
    await expect(page.getByText(say.skipped)).toBeVisible();
    const notes = page.getByRole('region', { name: say.notes });
    await expect(notes.getByRole('row', { name: say.prefix })).toBeVisible();
    await expect(page.getByText(say.phone)).toBeVisible();
    await page.getByRole('button', { name: say.now }).click();
    await expect(page.getByText(say.done).first()).toBeVisible();
    await expect(page.getByText(say.skipped)).toBeVisible();
  });
}

for (const language of ['nl', 'en'] as const) {
  const say = {
    nl: {
      ...{ title: 'Welke kolom is wat?', what: (name: string) => `Wat is “${name}”?`, again: 'Opnieuw controleren' },
      ...{
        number: 'Personeelsnummer',
        first: 'Voornaam',
        last: 'Achternaam',
        mail: 'E-mail',
        missing: /Nog te kiezen/,
      },
      ...{
        file: 'Het bestand met per rij wat er niet klopt',
        wrong: 'Wat klopt er niet?',
        doubled: /meer dan één kolom/,
      },
      ...{ counts: '2 nieuw, 0 gewijzigd, 0 gelijk.', now: 'Nu importeren', done: 'Het bestand is geïmporteerd.' },
      ...{ looks: /een andere soort: Werknemers/, as: 'Controleren als: Werknemers', kind: 'Waar gaat het over?' },
    },
    en: {
      ...{ title: 'Which column is what?', what: (name: string) => `What is “${name}”?`, again: 'Check again' },
      ...{
        number: 'Personnel number',
        first: 'First name',
        last: 'Last name',
        mail: 'E-mail',
        missing: /Still to choose/,
      },
      ...{ file: 'The file with what is wrong in each row', wrong: 'What is wrong?', doubled: /more than one column/ },
      ...{ counts: '2 new, 0 changed, 0 the same.', now: 'Import now', done: 'The file was imported.' },
      ...{ looks: /another kind: Employees/, as: 'Check it as: Employees', kind: 'What is it about?' },
    },
  }[language];

  test(`A file of another system: its columns are chosen once, its errors come back as a file that is put right and imported (${language})`, async ({
    page,
    signInAs,
  }) => {
    const unique = Math.random().toString(36).slice(2, 8).toUpperCase();
    const file = (mail: string) =>
      `Relcode ${unique};Wie;Familie;Post;Maat\n${unique}A;Anna;Vries;${mail};42\n${unique}B;Bea;Smit;;38\n`;
    await signInAs('staff', { path: '/manage/import?kind=employees', language });
    const input = page.locator('input[type=file]');
    await input.setInputFiles(csv(file('geen adres')));
    await expect(page.getByText(say.missing)).toBeVisible();
    await expect(page.getByText(`${unique}A · ${unique}B`)).toBeVisible();
    const choose = (theirs: string, ours: string) =>
      page.getByRole('combobox', { name: say.what(theirs), exact: true }).selectOption(ours);
    await choose(`Relcode ${unique}`, say.number);
    await choose('Wie', say.last);
    await choose('Familie', say.last);
    await expect(page.getByText(say.doubled).first()).toBeVisible();
    await expect(page.getByRole('button', { name: say.again })).toBeDisabled();
    await choose('Wie', say.first);
    await choose('Post', say.mail);
    expect((await new AxeBuilder({ page }).withTags(tags).analyze()).violations).toEqual([]);
    await page.getByRole('button', { name: say.again }).click();

    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: say.file }).click();
    const saved = await (await download).path();
    const text = await import('node:fs/promises').then(({ readFile }) => readFile(saved, 'utf8'));
    expect(text).toContain(`${say.wrong};Relcode ${unique};Wie`);
    await input.setInputFiles(csv(text.replace('geen adres', `${unique}@flex.example`)));
    await expect(page.getByText(say.counts)).toBeVisible();
    await page.getByRole('button', { name: say.now }).click();
    await expect(page.getByText(say.done).first()).toBeVisible();

    const kinds = page.getByRole('combobox', { name: say.kind });
    await kinds.selectOption('organisations');
    await expect(kinds).toHaveValue('organisations');
    await input.setInputFiles(csv(`${say.number};${say.first};${say.last}\n${unique}C;Cas;Tol\n`));
    await expect(page.getByText(say.looks)).toBeVisible();
    await page.getByRole('button', { name: say.as }).click();
    await expect(page.getByRole('button', { name: say.now })).toBeVisible();
    await expect(kinds).toHaveValue('employees');
  });
}
