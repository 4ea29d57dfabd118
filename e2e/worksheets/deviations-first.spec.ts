import { addDays } from '@konnekt/shared/basics/calendar-day';
import { expect, lastWeek, test, withDatabase } from '../fixtures.ts';
import { devices, expectNoViolations } from '../no-violations.ts';

test('Staff put deviations first, tick what does not stand out at once, and make it final', async ({
  page,
  apiOf,
  makeWorkplace,
  sendLastWeek,
  signInAs,
}) => {
  const startsOn = addDays(lastWeek().monday, -28);
  const { supervisor, workers, organisationId } = await makeWorkplace(['Anna Arends', 'Bert Boom'], { startsOn });
  const [anna, bert] = workers;
  await withDatabase((db) =>
    db.query(
      `INSERT INTO placement_rate (placement_id, hour_type_id, valid_from, pay_cents, bill_cents)
       SELECT p.id, t.id, $2, 1680, 3024 FROM placement p, hour_type t WHERE p.organisation_id = $1 AND t.code = 'N100'`,
      [organisationId, startsOn],
    ),
  );
  const sent = [await sendLastWeek(anna), await sendLastWeek(bert, 11)];
  const api = await apiOf(supervisor);
  await api.post('/api/worksheets/approve', { data: { items: sent } });

  await signInAs('staff', { path: `/worksheets?phase=to-finalise&organisation=${organisationId}` });
  await page.getByRole('button', { name: 'Afwijkingen eerst' }).click();
  await expect(page).toHaveURL(/first=deviations/);
  const names = page.getByRole('table').getByRole('link', { name: /Anna Arends|Bert Boom/ });
  await expect(names).toHaveText(['Bert Boom', 'Anna Arends']);
  await page.getByRole('button', { name: 'Aanvinken wat niet opvalt (1)' }).click();
  await page.getByRole('button', { name: 'Definitief maken' }).click();
  await expect(page.getByRole('table').getByRole('link', { name: 'Anna Arends' })).toHaveCount(0);
  await expect(page.getByRole('table').getByRole('link', { name: 'Bert Boom' })).toBeVisible();
});

for (const [device, viewport] of Object.entries(devices))
  test(`A supervisor puts deviations first by choice, and back (${device})`, async ({
    page,
    makeWorkplace,
    sendLastWeek,
    signInAs,
  }) => {
    await page.setViewportSize(viewport);
    const { supervisor, workers } = await makeWorkplace(['Anna Arends', 'Bert Boom', 'Cor Claas'], {
      startsOn: addDays(lastWeek().monday, -28),
    });
    for (const [index, worker] of workers.entries()) await sendLastWeek(worker, index === 1 ? 11 : 8);
    await signInAs(supervisor, { path: '/timesheets/approve' });
    const names = page.getByRole('main').getByRole('link', { name: /Anna Arends|Bert Boom|Cor Claas/ });
    await expect(names).toHaveText([/Anna Arends/, /Bert Boom/, /Cor Claas/]);
    const first = page.getByRole('button', { name: 'Afwijkingen eerst' });
    await first.click();
    await expect(first).toHaveAttribute('aria-pressed', 'true');
    await expect(names.first()).toHaveText(/Bert Boom/);
    // The address keeps the choice.
    await page.reload();
    await expect(names.first()).toHaveText(/Bert Boom/);
    await expectNoViolations(page, 'deviations first', { [device]: viewport });
    await first.click();
    await expect(names.first()).toHaveText(/Anna Arends/);
  });
