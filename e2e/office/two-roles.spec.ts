import { expect, test } from '../fixtures.ts';

test('An employee supervises as well, with one account, until that is taken', async ({
  page,
  signInAs,
  makeWorkplace,
}) => {
  const { workers, organisationName } = await makeWorkplace(['Bo Beide', 'Wil Werker']);
  const [bo] = workers;

  await test.step('Whoever adds her anew is shown that she is there', async () => {
    await signInAs('staff', { path: '/manage/employees/new' });
    const [firstName = '', lastName = ''] = bo.name.split(' ');
    await page.getByLabel('Voornaam').fill(firstName);
    await page.getByLabel('Achternaam').fill(lastName);
    await page.getByLabel('Personeelsnummer').fill(`T-${Date.now()}`);
    await page.getByRole('button', { name: 'Werknemer toevoegen' }).click();
    await expect(page.getByText('Er is al iemand met deze naam:')).toBeVisible();
    await page.getByRole('link', { name: bo.name }).first().click();
    // What was typed is asked about.
    await page.getByRole('dialog').getByRole('button', { name: 'Weggaan en weggooien' }).click();
    await expect(page.getByRole('heading', { level: 1, name: bo.name })).toBeVisible();
  });

  await test.step('A first right makes her a supervisor', async () => {
    await page.getByRole('button', { name: 'Ook supervisor maken' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Organisatie' }).fill(organisationName);
    await page.getByRole('option', { name: organisationName }).click();
    await dialog.getByRole('button', { name: 'Recht geven' }).click();
    await expect(page).toHaveURL(/manage\/supervisors\//);
    await expect(page.getByRole('link', { name: organisationName })).toBeVisible();
  });

  await test.step('She has both: her own hours, and those of others', async () => {
    await signInAs(bo);
    const menu = page.getByRole('navigation', { name: 'Hoofdmenu', exact: true });
    await expect(menu.getByRole('link', { name: 'Uren goedkeuren', exact: true })).toBeVisible();
    await expect(menu.getByRole('link', { name: 'Mijn uren', exact: true })).toBeVisible();
  });

  await test.step('Taken, she keeps her own', async () => {
    await signInAs('staff', { path: `/manage/employees?q=${encodeURIComponent(bo.name.split(' ')[1] ?? '')}` });
    await page.getByRole('link', { name: /Bo/ }).first().click();
    await page.getByRole('button', { name: 'Geen supervisor meer' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Geen supervisor meer' }).click();
    await expect(page.getByRole('button', { name: 'Ook supervisor maken' })).toBeVisible();
    await signInAs(bo);
    const menu = page.getByRole('navigation', { name: 'Hoofdmenu', exact: true });
    await expect(menu.getByRole('link', { name: 'Mijn uren', exact: true })).toBeVisible();
    await expect(menu.getByRole('link', { name: 'Uren goedkeuren', exact: true })).toBeHidden();
  });
});
