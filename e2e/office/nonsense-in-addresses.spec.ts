import { expect, type Page, test } from '../fixtures.ts';

/** What an old or mistyped link says that means nothing is named, on every screen alike, and the rest of the link holds. */
async function expectTold(page: Page, address: string, ...values: string[]): Promise<void> {
  await page.goto(address);
  await expect(page.getByText(`betekent hier niets en is overgeslagen: ${values.join(', ')}.`), address).toBeVisible();
}

test('What an address cannot mean is said on the office’s screens', async ({ page, signInAs }) => {
  await signInAs('staff');
  await expectTold(page, '/finance/invoices?sort=x', 'sort=x');
  await expectTold(page, '/finance/invoices?tab=final&sort=x&year=1999', 'sort=x', 'year=1999');
  await expectTold(page, '/finance/invoices?tab=zz', 'tab=zz');
  await expectTold(page, '/messages?tab=zz', 'tab=zz');
  await expectTold(page, '/documents?tab=new&category=zz', 'category=zz');
  await expectTold(page, '/worksheets?phase=bogus&cursor=x', 'phase=bogus', 'cursor=x');
  await expectTold(page, '/manage/periods?type=day&year=1999', 'type=day', 'year=1999');
  await expectTold(page, '/manage/holidays?year=1999', 'year=1999');
  await expectTold(page, '/manage/import?kind=cats&run=7', 'kind=cats', 'run=7');
  await expectTold(page, '/manage/supervisors/new?organisation=7', 'organisation=7');
  await expectTold(page, '/manage/placements/new?employee=7', 'employee=7');
  await expectTold(page, '/manage/employees?sort=zz', 'sort=zz');
  await page.getByRole('button', { name: 'Weghalen' }).click();
  await expect(page).toHaveURL('/manage/employees');
  await expect(page.getByText('betekent hier niets')).toBeHidden();
  // An id that is none is no failure to try again.
  for (const kind of ['employees', 'organisations', 'supervisors', 'placements']) {
    await page.goto(`/manage/${kind}/7`);
    await expect(page.getByRole('heading', { level: 1, name: 'Deze pagina bestaat niet' }), kind).toBeVisible();
  }
});

test('A link within the product means something where it leads', async ({ page, signInAs }) => {
  await signInAs('staff');
  const { items } = await (await page.request.get('/api/payroll-runs')).json();
  await page.goto(`/payroll-runs/${items[0].id}?tab=employees`);
  await page.getByRole('main').getByRole('table').getByRole('link').first().click();
  await expect(page).toHaveURL(/tab=worksheets&employee=/);
  await expect(page.getByRole('main').getByRole('table')).toBeVisible();
  await expect(page.getByText('betekent hier niets')).toBeHidden();
  await expectTold(page, '/payroll-runs/exports/new?from=zz&__proto__=1', 'from=zz', '__proto__=1');
});

test('What an address cannot mean is said on a supervisor’s screens', async ({ page, makeSentWeek, signInAs }) => {
  const { supervisor } = await makeSentWeek(['Anna Bakker']);
  await signInAs(supervisor);
  await expectTold(page, '/timesheets/past?phase=bogus&status=sent', 'phase=bogus', 'status=sent');
  await expectTold(page, '/timesheets/approve?period=week-2025-53&cursor=x', 'period=week-2025-53', 'cursor=x');
  await page.getByRole('link', { name: 'Anna Bakker' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Anna Bakker' })).toBeVisible();
  await expectTold(page, `${new URL(page.url()).pathname}?version=9`, 'version=9');
});
