import axe from 'axe-core';
import { expect, type Page } from './fixtures.ts';

export const devices = { desk: { width: 1440, height: 900 }, phone: { width: 360, height: 740 } };

/**
 * No rule of WCAG 2.2 A and AA is broken in light colours, at a desk or on a phone, nor one about colours in dark ones: the rest is the
 * same in both. A screen is visited once for all four: it follows the window and the device while it is open.
 */
export async function expectNoViolations(
  page: Page,
  screen: string,
  on: Partial<typeof devices> = devices,
  /** A part of it: what lies half beneath an open menu is not looked at. */
  part = 'html',
): Promise<void> {
  const before = page.viewportSize();
  const found: Record<string, string[]> = {};
  for (const [device, viewport] of Object.entries(on)) {
    await page.setViewportSize(viewport);
    await page.evaluate(settled);
    found[device] = await violations(page, part, {
      type: 'tag',
      values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'],
    });
    await page.emulateMedia({ colorScheme: 'dark' });
    found[`${device}, dark`] = await violations(page, part, {
      type: 'rule',
      values: ['color-contrast', 'link-in-text-block'],
    });
    await page.emulateMedia({ colorScheme: 'light' });
  }
  if (before) await page.setViewportSize(before);
  expect(found, screen).toEqual(Object.fromEntries(Object.keys(found).map((look) => [look, []])));
}

/**
 * What follows the room that it has was measured in one frame and drawn anew in the next: a table that became cards is not looked at as a table.
 * A bar that stays at the bottom covers a part of something at any height of scrolling, on some days a button: it is looked at where it belongs.
 */
async function settled(): Promise<void> {
  for (const one of document.querySelectorAll<HTMLElement>('main *')) {
    const { position, bottom } = getComputedStyle(one);
    if (position === 'sticky' && bottom !== 'auto') one.style.position = 'static';
  }
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  await new Promise((done) => setTimeout(done));
}

interface Axe {
  run(part: string, options: object): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }>;
}

/** By one axe a page: half a megabyte that is not sent and read for each look. Only what is broken comes back. */
async function violations(page: Page, part: string, runOnly: { type: string; values: string[] }): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async ({ part, runOnly }) => {
      const { axe } = window as unknown as { axe: Axe };
      const { violations } = await axe.run(part, { resultTypes: ['violations'], runOnly });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
    },
    { part, runOnly },
  );
}
