import { expect, lastWeek, type Page, test } from '../fixtures.ts';

const { year, number } = lastWeek();
const grid = `/timesheets/register?type=week&year=${year}&period=${number}&view=grid`;
const names = Array.from({ length: 300 }, (_, n) => `Worker ${String(n + 1).padStart(3, '0')}`);

// Recording a trace makes a copy of the page at every key, which takes longer than the key.
test.use({ trace: 'off' });

/**
 * In the grid of three hundred a key costs one row. How long it keeps the processor busy is told beside the frame that it has (16.7 ms), and judged by
 * whoever reads it: it depends on the machine.
 */
test('A key in the grid of three hundred changes its own row and the totals, and nothing else', async ({
  page,
  makeWorkplace,
  signInAs,
}) => {
  const { supervisor } = await makeWorkplace(names, { hoursBy: 'supervisor' });
  await signInAs(supervisor, { path: grid });
  const field = page.getByRole('textbox', { name: 'Worker 010, Normale uren' });
  await field.click();
  await page.keyboard.type('1');
  await watch(page);

  await page.keyboard.type('2');
  const afterTyping = await changes(page);
  expect(afterTyping.rows).toHaveLength(1);
  expect(afterTyping.nodes).toBeLessThan(60);

  // Going to the next field changes the one that is left and the one that is come to.
  await page.keyboard.press('Enter');
  expect((await changes(page)).rows.length).toBeLessThanOrEqual(2);

  const spent = await timeOfKeys(page);
  const [median = 0, slowest = 0] = [spent[Math.floor(spent.length / 2)], spent.at(-1)];
  console.log(
    `a key in the grid of 300: ${median.toFixed(1)} ms, the slowest of twenty ${slowest.toFixed(1)} ms; a frame is 16.7`,
  );
});

interface Watched extends Window {
  changed?: { rows: Set<string>; nodes: number };
}

/** Notes from now on which rows of people change, and how much of them. */
const watch = (page: Page) =>
  page.evaluate(() => {
    const noted = { rows: new Set<string>(), nodes: 0 };
    (window as Watched).changed = noted;
    const table = document.querySelector('[role="grid"]');
    const observer = new MutationObserver((records) => {
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement;
        const row = element?.closest('tbody tr')?.getAttribute('aria-rowindex');
        if (row) noted.rows.add(row);
        noted.nodes += 1;
      }
    });
    if (table) observer.observe(table, { subtree: true, childList: true, characterData: true, attributes: true });
  });

/** What changed since it was asked last. */
const changes = (page: Page) =>
  page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const noted = (window as Watched).changed;
    const found = { rows: [...(noted?.rows ?? [])], nodes: noted?.nodes ?? 0 };
    noted?.rows.clear();
    if (noted) noted.nodes = 0;
    return found;
  });

/** How long each of twenty keys, with all that it brings about up to the next frame, keeps the processor busy, in milliseconds; the longest last. */
async function timeOfKeys(page: Page): Promise<number[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  };
  const spent: number[] = [];
  for (let key = 0; key < 20; key += 1) {
    const before = await busy();
    await page.keyboard.press(String(key % 10));
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    spent.push((await busy()) - before);
  }
  return spent.sort((one, other) => one - other);
}
