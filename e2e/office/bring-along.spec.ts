import { expect, test } from '../fixtures.ts';

const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

test('An office brings along people, rates in one row a placement, and the hours of an older system', async ({
  page,
  signInAs,
}) => {
  const unique = Math.random().toString(36).slice(2, 8).toUpperCase();
  await signInAs('staff', { path: '/manage/import' });
  const kinds = page.getByRole('combobox', { name: 'Waar gaat het over?' });
  const bring = async (kind: string, text: string) => {
    await kinds.selectOption(kind);
    await page.locator('input[type=file]').setInputFiles(csv(`${kind}.csv`, text));
    await page.getByRole('button', { name: 'Nu importeren' }).click();
    await expect(page.getByText('Het bestand is geïmporteerd.').first()).toBeVisible();
  };
  await bring('Organisaties', `Nummer;Naam;Plaats\n${unique};Verhuizers ${unique};Urk\n`);
  await bring('Werknemers', `Pers.nr.;Roepnaam;Achternaam\n${unique};Anna;Mee ${unique}\n`);
  await bring(
    'Plaatsingen',
    `Nummer;Personeelsnummer;Klantnummer;Functie;Begindatum;Contracturen;Fase\n${unique};${unique};${unique};Sjouwer;1-1-2025;36;B\n`,
  );
  await bring(
    'Tarieven',
    `Plaatsing;Vanaf;Uurloon N100;Uurtarief N100;Uurloon O125;Uurtarief O125\n${unique};1-1-2025;16,80;30,24;21;37,80\n`,
  );
  await expect(page.getByText('2 nieuw, 0 gewijzigd, 0 gelijk.')).toBeVisible();
  const hours = `Plaatsing;Jaar;Week;Uursoort;Uren;Factuurnummer;Verloning\n${unique};2025;10;N100;36;F-77;R-8\n${unique};2025;10;O125;2:30;F-77;R-8\n`;
  await bring('Oude uren', hours);

  // They are looked up as any hours of the placement, and say what became of them.
  await page.getByRole('link', { name: 'Urenbriefjes' }).first().click();
  await page.getByRole('link', { name: /^Definitief [\d.]+$/ }).click();
  await page.getByRole('searchbox').fill(unique);
  await page.getByRole('link', { name: `Anna Mee ${unique}` }).click();
  await expect(page.getByText('Uitbetaald en gefactureerd in een ouder systeem.')).toBeVisible();
  await expect(page.getByText(/Verloning R-8\./)).toBeVisible();
  await expect(page.getByText(/nam de uren mee uit een ouder systeem\./)).toBeVisible();

  // A second time the file has nothing to do; other hours of that week are refused.
  await page.goto('/manage/import?kind=history');
  await page.locator('input[type=file]').setInputFiles(csv('again.csv', hours));
  await expect(page.getByText('Het bestand is in orde; alles wat erin staat, is er al')).toBeVisible();
  await page.locator('input[type=file]').setInputFiles(csv('other.csv', hours.replace(';36;', ';40;')));
  await expect(page.getByText('Van deze periode zijn er al uren.')).toBeVisible();
});
