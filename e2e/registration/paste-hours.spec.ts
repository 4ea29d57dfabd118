import { expect, lastWeek, type Page, test } from '../fixtures.ts';

const { year, number, monday } = lastWeek();
const dayName = new Intl.DateTimeFormat('nl-NL', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
const dayOf = (offset: number) => dayName.format(Date.parse(`${monday}T12:00:00Z`) + offset * 24 * 60 * 60 * 1000);

/** As a spreadsheet puts cells on the clipboard: a table, and its texts with tabs and lines, the last one ended. */
async function copyFromSpreadsheet(page: Page, rows: string[][]) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(async (rows) => {
    const cell = (text: string) => `<td style="mso-number-format:'\\[h\\]:mm';" sdnum="1043;0;[HH]:MM">${text}</td>`;
    const table = `<table>${rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</table>`;
    const text = `${rows.map((row) => row.join('\t')).join('\r\n')}\r\n`;
    const data = {
      'text/html': new Blob([table], { type: 'text/html' }),
      'text/plain': new Blob([text], { type: 'text/plain' }),
    };
    await navigator.clipboard.write([new ClipboardItem(data)]);
  }, rows);
}

test('Cells of hours and minutes, [h]:mm, are pasted from a spreadsheet in the grid, more than a day of them as well', async ({
  page,
  makeWorkplace,
  signInAs,
}) => {
  const { supervisor } = await makeWorkplace(['Anna Bakker', 'Bram Citroen'], { hoursBy: 'supervisor' });
  await signInAs(supervisor, { path: `/timesheets/register?type=week&year=${year}&period=${number}&view=grid` });
  const grid = page.getByRole('grid');
  const cell = (name: string, type: string) => grid.getByRole('textbox', { name: `${name}, ${type}` });
  await copyFromSpreadsheet(page, [
    ['37:30', '1:15'],
    ['40:00:00', '0:45'],
  ]);
  await cell('Anna Bakker', 'Normale uren').focus();
  await page.keyboard.press('Control+v');
  await expect(cell('Bram Citroen', 'Normale uren')).toHaveValue('40:00:00');
  await expect(grid.getByRole('row', { name: /Anna Bakker/ })).toContainText('38,75');
  await expect(grid.getByRole('row').last()).toContainText('79,50');
  await page.getByRole('button', { name: 'Alles opslaan' }).click();
  await expect(page.getByText('2 urenbriefjes opgeslagen.')).toBeVisible();
  await page.reload();
  await expect(cell('Anna Bakker', 'Normale uren')).toHaveValue('37,50');

  // One cell alone, in the form of one employee.
  await page.getByRole('link', { name: 'Anna Bakker' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Uren van Anna Bakker' })).toBeVisible();
  await copyFromSpreadsheet(page, [['36:15']]);
  await page.getByRole('textbox', { name: 'Normale uren' }).focus();
  await page.keyboard.press('Control+v');
  await expect(page.getByRole('textbox', { name: 'Normale uren' })).toHaveValue('36:15');
  await page.getByRole('button', { name: 'Versturen', exact: true }).click();
  await expect(page.getByText('De uren van Anna Bakker zijn verstuurd.')).toBeVisible();
  await expect(page.getByText('37,50', { exact: true })).toBeVisible();
});

test('A row of [h]:mm is pasted in an employee’s week, and one with more hours than a day is told at its cell', async ({
  page,
  makeWorkplace,
  signInAs,
}) => {
  const { workers } = await makeWorkplace(['Anna Bakker']);
  await signInAs(workers[0], { path: `/hours/${workers[0].placementId}/${year}/${number}` });
  const cell = (offset: number) =>
    page.getByRole('textbox', { name: new RegExp(`^${dayOf(offset)},? ?Normale uren`, 'i') });
  await copyFromSpreadsheet(page, [['7:30', '8:00', '07:45', '6:15', '37:30']]);
  await cell(0).focus();
  await page.keyboard.press('Control+v');
  await expect(cell(2)).toHaveValue('07:45');
  await expect(cell(4)).toHaveAccessibleDescription('Meer dan er uren in deze dag zijn.');
  await cell(4).fill('8:00');
  await expect(page.getByText('37,50 van 40,00 uur')).toBeVisible();
  await page.getByRole('button', { name: 'Versturen', exact: true }).click();
  await expect(page.getByText('Verstuurd ter goedkeuring.').first()).toBeVisible();
});
