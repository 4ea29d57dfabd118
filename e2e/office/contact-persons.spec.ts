import { expect, test } from '../fixtures.ts';
import { expectNoViolations } from '../no-violations.ts';

test('A client has several contact persons: they are added, kept in their order and taken away', async ({
  page,
  makeWorkplace,
  signInAs,
}) => {
  const { organisationId } = await makeWorkplace([]);
  await signInAs('staff', { path: `/manage/organisations/${organisationId}` });
  const add = page.getByRole('button', { name: 'Contactpersoon toevoegen' });
  const person = (number: number) => page.getByRole('group', { name: `Contactpersoon ${number}` });
  const name = (number: number) => person(number).getByLabel('Naam');
  const save = () => page.getByRole('button', { name: 'Opslaan' }).click();

  await test.step('What is wrong stands at the field of its row, and is mended there', async () => {
    await add.click();
    await expect(name(1)).toBeFocused();
    await page.keyboard.type('Anna Bos');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Administratie');
    await add.click();
    await person(2).getByLabel('E-mail').fill('geen adres');
    await save();
    await expect(name(2)).toBeFocused();
    await expect(name(2)).toHaveAccessibleDescription(/Vul/);
    await expect(page.getByText('2 velden kloppen nog niet.')).toBeVisible();
    await expectNoViolations(page, 'contact persons');
    await name(2).fill('Bea Smit');
    await expect(page.getByText('Eén veld klopt nog niet.')).toBeVisible();
    await person(2).getByLabel('E-mail').fill('bea@klant.example');
    await page.getByLabel('Factuuradres', { exact: true }).fill('Postbus 12');
    await page.getByLabel('Plaats van het factuuradres').fill('Zwolle');
    await save();
    await expect(page.getByText('Opgeslagen.')).toBeVisible();
  });

  await test.step('They are there again, and the second moves up', async () => {
    await page.reload();
    await expect(name(1)).toHaveValue('Anna Bos');
    await expect(person(1).getByLabel('Functie')).toHaveValue('Administratie');
    await expect(page.getByLabel('Factuuradres', { exact: true })).toHaveValue('Postbus 12');
    await page.getByRole('button', { name: 'Contactpersoon 1 verwijderen' }).click();
    await expect(add).toBeFocused();
    await page.getByRole('link', { name: 'Historie' }).click();
    await page.getByRole('button', { name: 'Verder typen' }).click();
    await save();
    await expect(page.getByText('Opgeslagen.')).toBeVisible();
    await page.reload();
    await expect(name(1)).toHaveValue('Bea Smit');
    await expect(person(2)).toHaveCount(0);
  });

  await test.step('The history says who left', async () => {
    await page.getByRole('link', { name: 'Historie' }).click();
    await expect(page.getByText('Petra de Ruiter heeft de contactpersoon Anna Bos verwijderd.')).toBeVisible();
  });
});

test('Two people change the contact persons: what is stored now is named, and nothing typed is lost', async ({
  page,
  context,
  makeWorkplace,
  signInAs,
}) => {
  const { organisationId } = await makeWorkplace([]);
  await signInAs('staff', { path: `/manage/organisations/${organisationId}` });
  const other = await context.newPage();
  await other.goto(page.url());
  for (const [screen, name] of [
    [page, 'Bea Smit'],
    [other, 'Coen Tol'],
  ] as const) {
    await screen.getByRole('button', { name: 'Contactpersoon toevoegen' }).click();
    await screen.getByRole('group', { name: 'Contactpersoon 1' }).getByLabel('Naam').fill(name);
  }
  await other.getByRole('button', { name: 'Opslaan' }).click();
  await expect(other.getByText('Opgeslagen.')).toBeVisible();
  await page.getByRole('button', { name: 'Opslaan' }).click();
  await expect(page.getByRole('alert')).toContainText('Contactpersonen is nu opgeslagen als “Coen Tol”.');
  await expect(page.getByRole('group', { name: 'Contactpersoon 1' }).getByLabel('Naam')).toHaveValue('Bea Smit');
});
