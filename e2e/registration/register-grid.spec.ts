import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../fixtures.ts';

test('A supervisor registers everybody at once, by keyboard and by pasting', async ({
  page,
  makeWorkplace,
  signInAs,
}) => {
  const names = ['Anna Bakker', 'Bram Citroen', 'Carla Dekker', 'Daan Evers'];
  const { supervisor } = await makeWorkplace(names, { hoursBy: 'supervisor' });
  await signInAs(supervisor, { path: '/timesheets/register?view=grid' });
  const grid = page.getByRole('grid', { name: 'Uren van iedereen, per uursoort' });
  const cell = (name: string, type = 'Normale uren') => grid.getByRole('textbox', { name: `${name}, ${type}` });

  await test.step('types, goes down with Enter and along with the arrows; Escape restores, Ctrl+Z takes back', async () => {
    await cell('Anna Bakker').focus();
    await page.keyboard.type('38,5');
    await page.keyboard.press('Enter');
    await page.keyboard.type('7:30');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowRight');
    await expect(cell('Anna Bakker', 'Overuren 125 %')).toBeFocused();
    await page.keyboard.type('2');
    await page.keyboard.press('Escape');
    await expect(cell('Anna Bakker', 'Overuren 125 %')).toHaveValue('');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.type('40');
    await page.keyboard.press('Control+z');
    await expect(cell('Anna Bakker')).toHaveValue('38,5');
    await page.keyboard.press('F2');
    await page.keyboard.type('0');
    await expect(cell('Anna Bakker')).toHaveValue('38,50');
  });

  await test.step('pastes a block from a spreadsheet, and says the error in its cell', async () => {
    await cell('Carla Dekker').focus();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', '32,5\t1.5\n-4\t0:45\n8\t8\n');
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    await expect(cell('Carla Dekker', 'Overuren 125 %')).toHaveValue('1.5');
    await expect(cell('Daan Evers')).toHaveAccessibleDescription('Uren kunnen niet onder nul zijn.');
    await expect(page.getByText('2 vakken zijn overgeslagen')).toBeVisible();
    const found = await new AxeBuilder({ page }).include('main').analyze();
    expect(found.violations).toEqual([]);
  });

  await test.step('copies from above, and saves what is right; what is wrong stays', async () => {
    await page.getByRole('button', { name: 'Alles opslaan' }).click();
    await expect(page.getByText('3 urenbriefjes opgeslagen. 1 regel klopt nog niet')).toBeVisible();
    await expect(cell('Daan Evers')).toBeFocused();
    await page.keyboard.press('Control+d');
    await expect(cell('Daan Evers')).toHaveValue('32,50');
  });

  await test.step('sends everybody in one request', async () => {
    const requests: string[] = [];
    page.on('request', (request) => request.method() === 'POST' && requests.push(new URL(request.url()).pathname));
    await page.getByRole('button', { name: 'Alles versturen' }).click();
    await expect(page.getByRole('dialog')).toContainText('Versturen voor 4 werknemers?');
    await page.getByRole('button', { name: 'Versturen', exact: true }).click();
    await expect(page.getByText('4 urenbriefjes verstuurd.')).toBeVisible();
    expect(requests).toEqual(['/api/registration/send']);
    // 38:30 + 7:30 + 32:30 + 1:30 + 32:30 + 0:45
    await expect(grid.getByRole('row').last()).toContainText('113,25');
  });
});

test('Where the screen draws late, what is typed still stands in the cell that was gone to', async ({
  page,
  makeWorkplace,
  signInAs,
}) => {
  const { supervisor } = await makeWorkplace(['Anna Bakker'], { hoursBy: 'supervisor' });
  await signInAs(supervisor, { path: '/timesheets/register?view=grid' });
  const cell = (type: string) => page.getByRole('textbox', { name: `Anna Bakker, ${type}` });
  await cell('Normale uren').fill('38,5');
  await cell('Overuren 125 %').focus();
  // A machine with much to do: frames come when it gets to them.
  await page.evaluate(() => {
    const waiting: FrameRequestCallback[] = [];
    const draw = window.requestAnimationFrame;
    window.requestAnimationFrame = (frame) => waiting.push(frame);
    addEventListener('keydown', ({ key }) => {
      if (key === 'F2') for (const frame of waiting.splice(0)) draw(frame);
    });
  });
  await page.keyboard.type('2');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('F2');
  await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
  await page.keyboard.type('0');
  await expect(cell('Normale uren')).toHaveValue('38,50');
  await expect(cell('Overuren 125 %')).toHaveValue('');
});

test('On a phone the total is as wide as the cards above it, and whoever comes next has a button of their own', async ({
  page,
  makeWorkplace,
  signInAs,
}) => {
  await page.setViewportSize({ width: 360, height: 800 });
  const { supervisor } = await makeWorkplace(['Anna Bakker', 'Wilhelmina van den Heuvel-Broekhuizen'], {
    hoursBy: 'supervisor',
  });
  await signInAs(supervisor, { path: '/timesheets/register?view=grid' });
  await page.getByRole('textbox', { name: 'Anna Bakker, Normale uren' }).fill('38');
  const widthOf = async (row: string) => (await page.getByRole('row', { name: row }).boundingBox())?.width;
  expect(await widthOf('Totaal 38,00')).toBe(await widthOf('Anna Bakker'));

  await page.getByRole('button', { name: 'Alles versturen' }).click();
  await expect(page.getByText('1 urenbriefje verstuurd.')).toBeVisible();
  await page.goto('/timesheets/register');
  await page.getByRole('link', { name: 'Anna Bakker' }).click();
  const next = await page.getByRole('link', { name: /Volgende werknemer/ }).boundingBox();
  expect(next?.height).toBeLessThan(60);
});
