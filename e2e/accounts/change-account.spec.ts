import { expect, test } from '../fixtures.ts';

test('Two people change one account: the second takes over what they did not touch', async ({
  page,
  context,
  makeWorkplace,
  signInAs,
}) => {
  const { workers } = await makeWorkplace(['Anna Adres']);
  const [anna] = workers;
  await signInAs('staff', { path: '/manage/employees' });
  await page.getByRole('searchbox', { name: 'Zoeken' }).fill(anna.personId.slice(-8));
  await page.getByRole('link', { name: 'Adres, Anna' }).click();
  await page.getByRole('button', { name: 'Wijzigen', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Gebruikersnaam').fill(`anna-${anna.personId.slice(-6)}`);

  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByRole('button', { name: 'Wijzigen', exact: true }).click();
  await other.getByRole('dialog').getByLabel('E-mailadres').fill(`new-${anna.email}`);
  await other.getByRole('dialog').getByRole('button', { name: 'Opslaan' }).click();
  await expect(other.getByRole('dialog')).toHaveCount(0);

  await dialog.getByRole('button', { name: 'Opslaan' }).click();
  await expect(dialog.getByText(/heeft dit intussen gewijzigd/)).toBeVisible();
  await expect(dialog.getByLabel('E-mailadres')).toHaveValue(`new-${anna.email}`);
  await dialog.getByRole('button', { name: 'Opslaan' }).click();
  await expect(dialog).toHaveCount(0);
  const panel = page.getByRole('region', { name: 'Account' });
  await expect(panel.getByText(`new-${anna.email}`)).toBeVisible();
  await expect(panel.getByText(`anna-${anna.personId.slice(-6)}`)).toBeVisible();
});

test('The account follows the form of the person, and nobody is in conflict with themselves', async ({
  page,
  makeWorkplace,
  signInAs,
}) => {
  const { workers } = await makeWorkplace(['Bea Zelf']);
  const [bea] = workers;
  await signInAs('staff', { path: '/manage/employees' });
  await page.getByRole('searchbox', { name: 'Zoeken' }).fill(bea.personId.slice(-8));
  await page.getByRole('link', { name: 'Zelf, Bea' }).click();
  const panel = page.getByRole('region', { name: 'Account' });
  await expect(panel.getByText(bea.email)).toBeVisible();
  await page.getByLabel('E-mail', { exact: true }).fill(`moved-${bea.email}`);
  await page.getByRole('button', { name: 'Opslaan' }).click();
  await expect(page.getByText('Opgeslagen.')).toBeVisible();
  await expect(panel.getByText(`moved-${bea.email}`)).toBeVisible();

  await page.getByRole('button', { name: 'Wijzigen', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Gebruikersnaam').fill(`bea-${bea.personId.slice(-6)}`);
  await page.mouse.click(5, 5);
  await expect(dialog.getByText('U hebt wijzigingen die niet zijn opgeslagen')).toBeVisible();
  await dialog.getByRole('button', { name: 'Verder typen' }).click();
  await dialog.getByRole('button', { name: 'Opslaan' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(panel.getByText(`bea-${bea.personId.slice(-6)}`)).toBeVisible();
});
