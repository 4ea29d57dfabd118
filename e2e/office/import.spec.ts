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

  const rows = Array.from({ length: 300 }, (_, n) => `${unique}${n};Anna;de;Vries ${n};\n`).join('');
  await file.setInputFiles(csv(heading + rows));
  await expect(page.getByText('300 nieuw, 0 gewijzigd, 0 gelijk.')).toBeVisible();
  // The check stays in the address.
  await page.reload();
  await page.getByRole('button', { name: 'Nu importeren' }).click();
  await expect(page.getByText('Alles is geïmporteerd.').first()).toBeVisible();

  await file.setInputFiles(csv(heading + rows));
  await expect(page.getByText('Het bestand is in orde; alles wat erin staat, is er al')).toBeVisible();
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
        done: 'Alles is geïmporteerd.',
        phone: 'Telefoon: 0612345678',
      },
    },
    en: {
      ...{ ready: /can be imported/, skipped: '1 column is skipped: Schoenmaat.', notes: 'Have a look' },
      ...{
        prefix: /2 Last name The prefix/,
        now: 'Import now',
        done: 'Everything was imported.',
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
