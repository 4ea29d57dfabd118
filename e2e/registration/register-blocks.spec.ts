import AxeBuilder from '@axe-core/playwright';
import { expect, lastWeek, type Page, test } from '../fixtures.ts';

const names = ['Anna Bakker', 'Bram Citroen', 'Carla Dekker', 'Daan Evers'];
const cell = (page: Page, name: string, column = 'Normale uren') =>
  page.getByRole('grid').getByRole('textbox', { name: `${name}, ${column}` });
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

test('Blocks of cells are chosen, filled, copied, pasted and emptied by keyboard, and taken back', async ({
  page,
  context,
  makeWorkplace,
  signInAs,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { supervisor } = await makeWorkplace(names, { hoursBy: 'supervisor' });
  await signInAs(supervisor, { path: '/timesheets/register?view=grid' });
  const values = () => Promise.all(names.map((name) => cell(page, name).inputValue()));

  await test.step('fills down over what is chosen', async () => {
    await cell(page, 'Anna Bakker').focus();
    await page.keyboard.type('8');
    await press(page, 'Shift+ArrowDown', 'Shift+ArrowDown');
    await expect(page.getByRole('gridcell', { selected: true })).toHaveCount(3);
    expect((await new AxeBuilder({ page }).include('main').analyze()).violations).toEqual([]);
    await press(page, 'Control+d');
    expect(await values()).toEqual(['8', '8', '8', '']);
  });

  await test.step('copies the block, and pastes it over another one', async () => {
    await press(page, 'Control+c');
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('8\n8\n8');
    await press(page, 'ArrowRight', 'Control+v');
    await expect(cell(page, 'Carla Dekker', 'Overuren 125 %')).toHaveValue('8');
  });

  await test.step('fills a block with one copied cell', async () => {
    await press(page, 'Escape');
    // The cell is meant, also where none of its text is marked (just after Escape, or a paste).
    await cell(page, 'Anna Bakker', 'Overuren 125 %').evaluate((field: HTMLInputElement) =>
      field.setSelectionRange(0, 0),
    );
    await press(page, 'Control+c');
    // The browser takes a moment to hand over what was copied.
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('8');
    await press(page, 'ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowDown', 'Control+v');
    await expect(cell(page, 'Bram Citroen', 'Overuren 200 %')).toHaveValue('8');
  });

  await test.step('empties what is chosen; undo brings it back, redo empties it again', async () => {
    await press(page, 'Delete');
    await expect(cell(page, 'Bram Citroen', 'Overuren 200 %')).toHaveValue('');
    await press(page, 'Control+z');
    await expect(cell(page, 'Bram Citroen', 'Overuren 200 %')).toHaveValue('8');
    await press(page, 'Control+y');
    await expect(cell(page, 'Bram Citroen', 'Overuren 200 %')).toHaveValue('');
    await press(page, 'Control+z', 'Control+z', 'Control+z', 'Control+z', 'Control+z');
    expect(await values()).toEqual(['', '', '', '']);
  });

  await test.step('chooses with the mouse, by dragging and with Shift', async () => {
    await cell(page, 'Anna Bakker').hover();
    await page.mouse.down();
    await cell(page, 'Daan Evers', 'Overuren 125 %').hover();
    await page.mouse.up();
    await expect(page.getByRole('gridcell', { selected: true })).toHaveCount(8);
    await cell(page, 'Bram Citroen', 'Overuren 125 %').click({ modifiers: ['Shift'] });
    await expect(page.getByRole('gridcell', { selected: true })).toHaveCount(4);
  });
});

test('Hours per day are filled in with days as columns, and added up per hour type', async ({
  page,
  makeWorkplace,
  signInAs,
}) => {
  const { supervisor } = await makeWorkplace(names, { hoursBy: 'supervisor' });
  const { year, number } = lastWeek();
  await signInAs(supervisor, { path: `/timesheets/register?type=week&year=${year}&period=${number}&view=grid` });
  const grid = page.getByRole('grid');
  const columns = page.getByRole('combobox', { name: 'Kolommen' });
  await columns.selectOption({ label: 'Dagen: Normale uren' });
  await expect(grid.getByRole('columnheader')).toHaveCount(10);
  const monday = grid.getByRole('textbox', { name: /^Anna Bakker, Normale uren, maandag/ });
  await monday.focus();
  await page.keyboard.type('8');
  await press(page, 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Control+r');
  await expect(grid.getByRole('row', { name: /Anna Bakker/ })).toContainText('40,00');
  expect((await new AxeBuilder({ page }).include('main').analyze()).violations).toEqual([]);

  await columns.selectOption({ label: 'Uursoorten, per week' });
  await expect(grid.getByRole('row', { name: /Anna Bakker/ })).toContainText('Per dag ingevuld');
  await expect(cell(page, 'Anna Bakker')).toHaveCount(0);
  await cell(page, 'Anna Bakker', 'Overuren 125 %').fill('2');
  await page.getByRole('button', { name: 'Alles versturen' }).click();
  await expect(page.getByText('1 urenbriefje verstuurd.')).toBeVisible();
  await expect(grid.getByRole('row', { name: /Anna Bakker/ })).toContainText('42,00');
});

test.describe('On a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test('everybody at once is a card for each employee, with Enter from field to field', async ({
    page,
    makeWorkplace,
    signInAs,
  }) => {
    const { supervisor } = await makeWorkplace(names, { hoursBy: 'supervisor' });
    await signInAs(supervisor, { path: '/timesheets/register?view=grid' });
    await expect(page.getByRole('button', { name: 'Anna Bakker' })).toHaveAttribute('aria-expanded', 'true');
    await cell(page, 'Anna Bakker').focus();
    await page.keyboard.type('38,5');
    await press(page, 'Enter', 'Enter', 'Enter', 'Enter');
    await expect(page.getByRole('button', { name: 'Bram Citroen' })).toHaveAttribute('aria-expanded', 'true');
    await expect(cell(page, 'Bram Citroen')).toBeFocused();
    await page.keyboard.type('20');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    expect((await new AxeBuilder({ page }).include('main').analyze()).violations).toEqual([]);
    await page.getByRole('button', { name: 'Alles versturen' }).click();
    await page.getByRole('button', { name: 'Versturen', exact: true }).click();
    await expect(page.getByText('2 urenbriefjes verstuurd.')).toBeVisible();
  });
});
