import { expect, test } from '../fixtures.ts';

test('Staff type a kind of file for the ledger; what a colleague changes meanwhile comes in beneath what they type', async ({
  page,
  signInAs,
}) => {
  await signInAs('staff', { path: '/finance/bookkeeping?tab=definitions' });
  await page.getByRole('button', { name: 'Tabel (CSV) kopiëren' }).click();
  const dialog = page.getByRole('dialog');
  const name = dialog.getByLabel('Naam', { exact: true });
  await dialog.getByRole('button', { name: 'Opslaan' }).click();
  await expect(name).toHaveAttribute('aria-invalid', 'true');
  await expect(name).toBeFocused();

  const called = `Grootboek ${Date.now()}`;
  await name.fill(called);
  await dialog.getByRole('button', { name: 'Kolom toevoegen' }).click();
  await dialog
    .getByLabel(/^Titel van kolom/)
    .last()
    .fill('Vestiging');
  // Seen as it is typed, on the invoices that are to be booked.
  await expect(dialog.getByRole('columnheader', { name: 'Vestiging' })).toBeVisible();
  await dialog.getByLabel(/^Tekst van kolom/).fill('Utrecht');
  // A click beside it asks before anything is lost.
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: 'Verder typen' }).click();
  await dialog.getByRole('button', { name: 'Opslaan' }).click();
  await expect(dialog).toBeHidden();

  await page.getByRole('button', { name: `${called} wijzigen` }).click();
  await expect(dialog.getByLabel(/^Tekst van kolom/)).toHaveValue('Utrecht');
  const { items } = await (await page.request.get('/api/ledger-definitions')).json();
  const { id, version, content } = items.find((one: { name: string }) => one.name === called);
  const meanwhile = { name: called, version, content: { ...content, separator: ',' } };
  expect((await page.request.put(`/api/ledger-definitions/${id}`, { data: meanwhile })).ok()).toBe(true);

  await dialog.getByLabel(/^Tekst van kolom/).fill('Gouda');
  await dialog.getByRole('button', { name: 'Opslaan' }).click();
  await expect(dialog.getByRole('alert')).toContainText('gewijzigd');
  await expect(dialog.getByLabel('Tussen de cellen')).toHaveValue(',');
  await expect(dialog.getByLabel(/^Tekst van kolom/)).toHaveValue('Gouda');
  await dialog.getByRole('button', { name: 'Opslaan' }).click();
  await expect(dialog).toBeHidden();
});
