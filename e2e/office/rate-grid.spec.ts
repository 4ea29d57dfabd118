import { expect, test } from '../fixtures.ts';
import { expectNoViolations } from '../no-violations.ts';

test('Rates of everybody at a client are typed in one grid, and what is no amount is said at its field', async ({
  page,
  makeWorkplace,
  signInAs,
}) => {
  const { organisationId } = await makeWorkplace(['Tara Tarief', 'Loes Loon']);
  await signInAs('staff', { path: `/manage/organisations/${organisationId}?tab=rates` });
  const wage = page.getByRole('textbox', { name: 'Loon Normale uren, Tara Tarief' });
  await wage.fill('17,25');
  await page.getByRole('textbox', { name: 'Tarief Normale uren, Tara Tarief' }).fill('twintig');
  await page.getByRole('button', { name: 'Tarieven opslaan' }).click();
  const bill = page.getByRole('textbox', { name: 'Tarief Normale uren, Tara Tarief' });
  await expect(bill).toBeFocused();
  await expect(bill).toHaveAccessibleDescription(/geen bedrag/);
  const otherBill = page.getByRole('textbox', { name: 'Tarief Normale uren, Loes Loon' });
  await otherBill.fill('dertig');
  await page.getByRole('textbox', { name: 'Loon Normale uren, Loes Loon' }).fill('18');
  await page.getByRole('button', { name: 'Tarieven opslaan' }).click();
  await expect(otherBill).toHaveAccessibleDescription(/geen bedrag/);
  await expect(page.getByText(/geen bedrag/)).toHaveCount(1);
  await expectNoViolations(page, 'rates of a client');
  await bill.fill('31');
  await page.getByRole('textbox', { name: 'Loon Normale uren, Loes Loon' }).fill('18');
  await otherBill.fill('32,5');
  await page.getByRole('button', { name: 'Tarieven opslaan' }).click();
  await expect(page.getByText('De tarieven zijn opgeslagen.')).toBeInViewport();
  await page.reload();
  await expect(wage).toHaveValue('17,25');
  await expect(page.getByRole('textbox', { name: 'Tarief Normale uren, Loes Loon' })).toHaveValue('32,50');
});

test('A block of rates is pasted from a spreadsheet, and one that does not fit says so first', async ({
  page,
  makeWorkplace,
  signInAs,
}) => {
  const { organisationId } = await makeWorkplace(['Piet Plak', 'Plien Plak']);
  await signInAs('staff', { path: `/manage/organisations/${organisationId}?tab=rates` });
  const field = (what: string, name: string) =>
    page.getByRole('textbox', { name: `${what} Normale uren, ${name} Plak` });
  const paste = async (text: string) => {
    await field('Loon', 'Piet').focus();
    await page.evaluate((pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    }, text);
  };
  await paste('Loon\tTarief\n17\t31');
  const dialog = page.getByRole('dialog', { name: 'Dit past niet precies' });
  await expect(dialog).toContainText('2 teksten zijn geen getallen');
  await expect(dialog).toContainText('“Tarief” in rij 1, kolom 2');
  await dialog.getByRole('button', { name: 'Annuleren' }).click();
  await paste('€ 17,25\t31\r\n18,00\t32,50\r\n');
  await expect(field('Tarief', 'Plien')).toHaveValue('32,50');
  await page.getByRole('button', { name: 'Tarieven opslaan' }).click();
  await expect(page.getByText('De tarieven zijn opgeslagen.')).toBeVisible();
  await page.reload();
  await expect(field('Loon', 'Piet')).toHaveValue('17,25');
  await expect(field('Loon', 'Plien')).toHaveValue('18,00');
});
