import { addDays } from '@konnekt/shared/basics/calendar-day';
import { expect, lastWeek, test, thisWeek, withDatabase } from '../fixtures.ts';

const { number, monday } = lastWeek();
const words = {
  nl: { send: 'Versturen', sent: 'Verstuurd ter goedkeuring.', none: 'U bent nu nergens geplaatst' },
  en: { send: 'Send', sent: 'Sent for approval.', none: 'You have no current job' },
} as const;
for (const language of ['nl', 'en'] as const) {
  test(`A placement that ended last Wednesday is found on home and under My hours (${language})`, async ({
    page,
    makeWorkplace,
    signInAs,
  }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    const { workers } = await makeWorkplace(['Eva Einde'], { endsOn: addDays(monday, 2) });
    const address = `/hours/${workers[0].placementId}/${lastWeek().year}/${number}`;
    await signInAs(workers[0], { language, path: '/' });
    const owed = page.locator(`a[href="${address}"]`);
    await expect(owed).toBeVisible();
    // There is nothing else to choose.
    await page.goto('/hours');
    await expect(page).toHaveURL(address);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(`Week ${number}`);
    await page.getByRole('textbox').first().fill('8');
    await page.getByRole('button', { name: words[language].send, exact: true }).click();
    await expect(page.getByText(words[language].sent).first()).toBeVisible();
    await page.goto('/hours');
    await expect(page.getByText(words[language].none)).toBeVisible();
  });
}

test('A period that the agency closed is shown with the reason, and nothing in it can be typed', async ({
  page,
  makeWorkplace,
  signInAs,
  closePeriod,
}) => {
  const period = { type: 'month', year: thisWeek().year - 1, number: 5 };
  const { workers } = await makeWorkplace(['Gea Gesloten'], {
    periodType: 'month',
    startsOn: `${period.year}-01-01`,
  });
  const address = `/hours/${workers[0].placementId}/${period.year}/5`;
  await signInAs(workers[0], { path: address });
  await page
    .getByRole('textbox', { name: /Normale uren/ })
    .first()
    .fill('8');
  await page.getByRole('button', { name: 'Opslaan', exact: true }).click();
  await expect(page.getByText(/^Opgeslagen/).first()).toBeVisible();
  await closePeriod(period);
  await page.reload();
  await expect(page.getByText('Het uitzendbureau heeft deze periode gesloten')).toBeVisible();
  await expect(page.getByRole('textbox', { name: /Normale uren/ })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Versturen', exact: true })).toHaveCount(0);
  await expect(page.getByText('8,00').first()).toBeVisible();
});

test('Of who moves over, nothing is asked from before the day that the client began here', async ({
  page,
  makeWorkplace,
  signInAs,
}) => {
  const { workers } = await makeWorkplace(['Olga Over'], { startsOn: addDays(monday, -70) });
  const { placementId } = workers[0];
  await signInAs(workers[0], { path: '/' });
  const owed = page.locator(`a[href^="/hours/${placementId}/"]`);
  await expect(owed.nth(1)).toBeVisible();
  await withDatabase(async (db) => {
    await db.query(
      'UPDATE organisation SET hours_from = $2 WHERE id = (SELECT organisation_id FROM placement WHERE id = $1)',
      [placementId, thisWeek().monday],
    );
  });
  await page.reload();
  await expect(owed).toHaveCount(1);
  await expect(owed).toHaveAttribute('href', new RegExp(`/${thisWeek().year}/${thisWeek().number}$`));
});
