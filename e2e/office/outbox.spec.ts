import { expect, test, withDatabase } from '../fixtures.ts';

test('Staff see why an e-mail did not go, and have it tried again', async ({ page, signInAs, makeWorkplace }) => {
  const { workers } = await makeWorkplace(['Wim Weg', 'Dora Dood']);
  const [wim = '', dora = ''] = workers.map(({ email }) => email);
  await withDatabase(async (db) => {
    for (const [email, failure] of [
      [wim, 'address-refused'],
      [dora, 'replaced'],
    ]) {
      await db.query(
        `INSERT INTO mail (kind, to_address, language, subject, body_text, body_html, account_id, attempts, failed_at, failure, last_error)
         SELECT 'password-changed', email, 'nl', 'Uw wachtwoord is gewijzigd', 't', 'h', id, 1, now(), $2, '550 No such mailbox' FROM account WHERE email = $1`,
        [email, failure],
      );
    }
    await db.query(
      `INSERT INTO background_failure (work, subject, error, took_ms) VALUES ('import', $1, 'broken off: its process ended', 0)`,
      [`${wim}.csv`],
    );
  });
  await signInAs('staff', { path: '/outbox' });
  const mails = page.getByRole('table', { name: 'E-mails' });
  const refused = mails.getByRole('row', { name: wim });
  const replaced = mails.getByRole('row', { name: dora });
  await expect(refused).toContainText('Opgegeven');
  await expect(refused).toContainText('De mailserver weigert dit adres: misschien bestaat het niet.');
  await expect(refused).toContainText('550 No such mailbox');
  await expect(replaced).toContainText('Wordt niet opnieuw verstuurd: de link werkt niet meer.');
  await expect(page.getByRole('row', { name: `Import · ${wim}.csv` })).toContainText('broken off');

  await page.getByRole('button', { name: `E-mail aan ${wim} opnieuw proberen` }).click();
  await expect(page.getByText('1 e-mail wordt opnieuw geprobeerd.')).toBeVisible();
  await expect(refused).toContainText('Mislukt, wordt opnieuw geprobeerd');

  await page.getByLabel('Status').selectOption('Vervangen');
  await expect(replaced).toBeVisible();
  await expect(refused).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Lijst als Excel-bestand' })).toHaveAttribute('href', /state=replaced/);
});
