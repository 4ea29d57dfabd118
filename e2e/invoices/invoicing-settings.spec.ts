import { expect, password, test } from '../fixtures.ts';
import { finalInvoice } from './final-invoice.ts';

test('An admin gives credit notes a series of their own; figures that cannot be are said at their field', async ({
  page,
  request,
  makeWorkplace,
  signInAs,
}) => {
  const invoice = await finalInvoice(request, await makeWorkplace(['Fien Factuur']));
  await signInAs('admin', { path: '/manage/settings?tab=invoicing' });
  const series = page.getByLabel('Voor nummers van creditnota’s');
  const save = page.getByRole('button', { name: 'Opslaan' });
  await series.fill('C2');
  await page.getByLabel('Vanaf welk deel in %').fill('101');
  await save.click();
  await expect(series).toBeFocused();
  await expect(series).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Vanaf welk deel in %')).toHaveAttribute('aria-invalid', 'true');
  await series.fill('C');
  await page.getByLabel('Vanaf welk deel in %').fill('80');
  await save.click();
  await expect(page.getByText('Opgeslagen.')).toBeVisible();

  await request.post('/api/auth/login', { data: { login: 'staff@konnekt.example', password } });
  const credit = await (
    await request.post(`/api/invoices/${invoice.id}/credit`, { data: { reason: 'Retour' } })
  ).json();
  const answer = await request.post('/api/invoices/finalise', { data: { items: [{ id: credit.id, version: 1 }] } });
  expect((await answer.json()).done[0].number).toMatch(/^C\d{4}-\d{6}$/);

  await page.reload();
  await expect(series).toHaveValue('C');
  await series.fill('');
  await save.click();
  await expect(page.getByText('Opgeslagen.')).toBeVisible();
});
