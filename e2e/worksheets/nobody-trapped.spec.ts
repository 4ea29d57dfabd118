import { addDays } from '@konnekt/shared/basics/calendar-day';
import { expect, lastWeek, test, thisWeek, typeDay, withDatabase } from '../fixtures.ts';

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

test('Of who moves over, nothing is asked from before the day that the office typed at the client', async ({
  page,
  makeWorkplace,
  signInAs,
}) => {
  const { workers, organisationId } = await makeWorkplace(['Olga Over'], { startsOn: addDays(monday, -70) });
  const { placementId } = workers[0];
  await signInAs(workers[0], { path: '/' });
  const owed = page.locator(`a[href^="/hours/${placementId}/"]`);
  await expect(owed.nth(1)).toBeVisible();

  await signInAs('staff', { path: `/manage/organisations/${organisationId}` });
  await typeDay(page.getByRole('textbox', { name: 'Uren vanaf' }), thisWeek().monday);
  await page.getByRole('button', { name: 'Opslaan' }).click();
  await expect(page.getByText('Opgeslagen.').first()).toBeVisible();

  await signInAs(workers[0], { path: '/' });
  await expect(owed).toHaveCount(1);
  await expect(owed).toHaveAttribute('href', new RegExp(`/${thisWeek().year}/${thisWeek().number}$`));
  // Whoever looks all the same is told why.
  await page.goto(`/hours/${placementId}/${lastWeek().year}/${number}`);
  await expect(page.getByText(/^Uren van deze plaatsing vult u hier in vanaf maandag/)).toBeVisible();
});

test('Hours that were begun before the day from which they are owed stay on home; the list of the period says so (en)', async ({
  page,
  makeWorkplace,
  signInAs,
}) => {
  const { supervisor, organisationId } = await makeWorkplace(['Olga Over', 'Olaf Over'], { hoursBy: 'supervisor' });
  const list = `/timesheets/register?type=week&year=${lastWeek().year}&period=${number}`;
  await signInAs(supervisor, { language: 'en', path: `${list}&view=grid` });
  await page.getByRole('textbox', { name: 'Olga Over, Normal hours' }).fill('36');
  await page.getByRole('button', { name: 'Save all' }).click();
  await expect(page.getByText('1 worksheet saved.')).toBeVisible();
  await withDatabase((db) =>
    db.query('UPDATE organisation SET hours_from = $1 WHERE id = $2', [thisWeek().monday, organisationId]),
  );
  await page.goto('/');
  await expect(page.getByText('0 of 1 sent, 1 saved')).toBeVisible();
  await page.goto(list);
  await expect(page.getByText(/^You register hours at .+ here from Monday/)).toBeVisible();
});

test("The agency's own day holds for every client without one, and an admin sees it kept (en)", async ({
  page,
  signInAs,
}) => {
  // Long ago: others at work with this agency owe their weeks.
  await signInAs('admin', { language: 'en', path: '/manage/settings' });
  const field = page.getByRole('textbox', { name: 'Hours from' });
  const save = async (day: string) => {
    await typeDay(field, day, 'en');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('Saved.').first()).toBeVisible();
  };
  await save('2001-01-01');
  await page.reload();
  await expect(field).toHaveValue(/2001$/);
  await field.fill('');
  await field.blur();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved.').first()).toBeVisible();
});
