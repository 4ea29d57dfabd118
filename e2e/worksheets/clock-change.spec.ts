import { expect, type Page, test } from '../fixtures.ts';

const words = {
  nl: {
    ...{ start: 'Begin', end: 'Einde', pause: 'Pauze \\(min\\)', send: 'Versturen', perDay: 'Per dag' },
    ...{ sent: 'Verstuurd ter goedkeuring.', registered: 'zijn verstuurd.', worksheet: 'Urenbriefje' },
    ...{ autumn: 'zaterdag 24 oktober', spring: 'zaterdag 28 maart', nine: '9,00', seven: '7,00' },
    ...{ longer: 'In deze nacht gaat de klok terug: hij duurt een uur langer.', long: 'klok een uur terug' },
    ...{ shorter: 'In deze nacht gaat de klok vooruit: hij duurt een uur korter.', short: 'klok een uur vooruit' },
  },
  en: {
    ...{ start: 'Start', end: 'End', pause: 'Break \\(min\\)', send: 'Send', perDay: 'Per day' },
    ...{ sent: 'Sent for approval.', registered: 'have been sent.', worksheet: 'Worksheet' },
    ...{ autumn: 'Saturday 24 October', spring: 'Saturday 28 March', nine: '9.00', seven: '7.00' },
    ...{ longer: 'The clock goes back in this night: it has an hour more.', long: 'clock an hour back' },
    ...{ shorter: 'The clock goes forward in this night: it has an hour less.', short: 'clock an hour forward' },
  },
} as const;

/** From ten in the evening to six in the morning. */
async function fillNight(page: Page, say: (typeof words)['nl' | 'en'], day: string) {
  const field = (name: string) => page.getByRole('textbox', { name: new RegExp(`^${name}, ${day}`, 'i') });
  await field(say.start).fill('22');
  await field(say.end).fill('6');
  await field(say.pause).fill('0');
  await field(say.pause).blur();
}

/** A night without a break is asked about. */
async function send(page: Page, say: (typeof words)['nl' | 'en']) {
  await page.getByRole('button', { name: say.send, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: say.send, exact: true }).click();
}

for (const language of ['nl', 'en'] as const) {
  const say = words[language];
  const width = language === 'nl' ? 1440 : 360;

  test(`A night in which the clock goes back has nine hours, and says why (${language})`, async ({
    page,
    makeWorkplace,
    signInAs,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    const { supervisor, workers } = await makeWorkplace(['Noor Nacht'], { entryMode: 'times', startsOn: '2026-01-01' });
    await signInAs(workers[0], { language, path: `/hours/${workers[0].placementId}/2026/43` });
    await fillNight(page, say, say.autumn);
    const saturday = page.getByRole('region', { name: new RegExp(say.autumn, 'i') });
    await expect(saturday.getByText(say.longer)).toBeVisible();
    await expect(saturday).toContainText(say.nine);
    await send(page, say);
    await expect(page.getByText(say.sent).first()).toBeVisible();

    await signInAs(supervisor, { language, path: '/timesheets/approve' });
    await page.getByRole('link', { name: 'Noor Nacht' }).click();
    await expect(page.getByText(say.long)).toBeVisible();
  });

  test(`A night in which the clock goes forward has seven hours, also where a supervisor registers it (${language})`, async ({
    page,
    makeWorkplace,
    signInAs,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    const options = { hoursBy: 'supervisor', entryMode: 'times', startsOn: '2026-01-01' } as const;
    const { supervisor, workers } = await makeWorkplace(['Noor Nacht'], options);
    const { placementId } = workers[0];
    await signInAs(supervisor, {
      language,
      path: `/timesheets/register/${placementId}?type=week&year=2026&period=13`,
    });
    await page.getByRole('radio', { name: say.perDay }).check();
    await fillNight(page, say, say.spring);
    await expect(page.getByText(say.shorter)).toBeVisible();
    await expect(page.getByText(say.seven).first()).toBeVisible();
    await send(page, say);
    await expect(page.getByText(say.registered)).toBeVisible();
    await page.getByRole('link', { name: say.worksheet, exact: true }).click();
    await expect(page.getByText(say.short)).toBeVisible();
  });
}
