import { addDays } from '@konnekt/shared/basics/calendar-day';
import { expect, lastWeek, password, test, typeDay } from '../fixtures.ts';
import { expectNoViolations } from '../no-violations.ts';

const words = {
  nl: {
    from: 'Vanaf',
    organisation: 'Organisatie',
    riseAll: 'Alle tarieven verhogen',
    wages: 'Lonen, % erbij',
    bills: 'Tarieven aan opdrachtgevers, % erbij',
    show: 'Verschillen tonen',
    changes: 'Tarieven van 1 plaatsing veranderen',
    came: /5 regels zijn tegen een ander tarief betaald of gefactureerd: loon €\s0,00, aan opdrachtgevers \+€\s36,00/,
    nothing: 'Er is niets tegen een ander tarief betaald of gefactureerd.',
    linesOf: (name: string) => `Regels van ${name}`,
    beforeAndAfter: 'Tarieven voor en na',
    rates: /30,00 → €\s30,90/,
    reason: 'Reden',
    accept: 'Tarieven wijzigen',
    noRise: 'Vul ten minste één percentage in.',
    tooMuch: 'Ten hoogste 100 %.',
    noLess: /^Verlagen kan hier niet/,
    old: 'De verschillen kloppen niet meer',
    facts: 'De wijziging',
    rise: '+3 %',
    type: /Normale uren · /,
    one: 'Verschillen van een tariefwijziging',
    pay: 'Loon Normale uren',
    bill: 'Tarief Normale uren',
    save: 'Tarieven opslaan',
    tick: (name: string) => `${name} aanvinken`,
    differences: 'met 5 regels tegen een gewijzigd tarief',
    prepare: 'Concepten maken voor 1 organisatie',
    search: 'Zoeken',
    draft: 'Conceptfactuur',
    why: 'gewijzigd tarief: Nieuwe cao',
    line: /Normale uren.*40,00 uur.*30,00 → €\s30,90.*36,00/,
  },
  en: {
    from: 'From',
    organisation: 'Organisation',
    riseAll: 'Raise all rates',
    wages: 'Wages, % more',
    bills: 'Rates to clients, % more',
    show: 'Show differences',
    changes: 'Rates of 1 placement change',
    came: /5 lines were paid or invoiced at another rate: wages €0\.00, to clients \+€36\.00/,
    nothing: 'Nothing was paid or invoiced at another rate.',
    linesOf: (name: string) => `Lines of ${name}`,
    beforeAndAfter: 'Rates before and after',
    rates: /€30\.00 → €30\.90/,
    reason: 'Reason',
    accept: 'Change rates',
    noRise: 'Fill in at least one percentage.',
    tooMuch: 'At most 100 %.',
    noLess: /^Rates cannot be lowered here/,
    old: 'The differences no longer hold',
    facts: 'The change',
    rise: '+3 %',
    type: /Normal hours · /,
    one: 'Differences of a rate change',
    pay: 'Wage Normal hours',
    bill: 'Rate Normal hours',
    save: 'Save rates',
    tick: (name: string) => `Tick ${name}`,
    differences: 'with 5 lines at a changed rate',
    prepare: 'Make drafts for 1 organisation',
    search: 'Search',
    draft: 'Draft invoice',
    why: 'changed rate: Nieuwe cao',
    line: /Normal hours.*40\.00 hours.*€30\.00 → €30\.90.*36\.00/,
  },
} as const;

for (const language of ['nl', 'en'] as const) {
  test(`Rates rise for hours that were invoiced: the differences are seen first, and come onto the next invoice (${language})`, async ({
    page,
    signInAs,
    makeWorkplace,
    sendLastWeek,
    playwright,
    baseURL,
  }) => {
    const say = words[language];
    const { organisationId, organisationName, supervisor, workers } = await makeWorkplace([`Ria Rise${language}`]);
    const [worker] = workers;
    const { monday } = lastWeek();
    const api = await playwright.request.newContext({ ...(baseURL && { baseURL }) });
    const as = (login: string) => api.post('/api/auth/login', { data: { login, password } });
    const post = async (path: string, data: object) => (await api.post(path, { data })).json();
    await as('staff@konnekt.example');
    const { items: types } = await (await api.get('/api/hour-types')).json();
    const hourTypeId = types.find(({ code }: { code: string }) => code === 'N100').id;
    const rates = [{ hourTypeId, payCents: 1680, billCents: 3000 }];
    await post(`/api/placements/${worker.placementId}/rates`, { version: 1, validFrom: monday, rates });
    let items = [await sendLastWeek(worker)];
    await as(supervisor.email);
    ({ done: items } = await post('/api/worksheets/approve', { items }));
    await as('staff@konnekt.example');
    await post('/api/worksheets/finalise', { items });
    await post('/api/invoices/prepare', { until: addDays(monday, 6), organisationIds: [organisationId] });
    await api.dispose();

    await signInAs('staff', { language, path: `/manage/organisations/${organisationId}?tab=rates` });
    await page.getByRole('link', { name: say.riseAll }).click();
    await expect(page.getByRole('heading', { level: 1, name: say.riseAll })).toBeVisible();
    await expect(page.getByLabel(say.organisation).locator('option:checked')).toHaveText(organisationName);
    await typeDay(page.getByRole('textbox', { name: say.from }), monday, language);
    const warnings: string[] = [];
    page.on('console', (message) => message.text().includes('blocker') && warnings.push(message.text()));
    await page.getByRole('button', { name: say.show }).click();
    await expect(page.getByText(say.noRise)).toBeVisible();
    await page.getByLabel(say.wages).fill('150');
    await page.getByRole('button', { name: say.show }).click();
    await expect(page.getByText(say.tooMuch)).toBeVisible();
    await page.getByLabel(say.wages).fill('-50');
    await page.getByRole('button', { name: say.show }).click();
    await expect(page.getByText(say.noLess)).toBeVisible();
    await page.getByLabel(say.wages).fill('');
    await page.getByLabel(say.bills).fill('2');
    await page.getByRole('button', { name: say.show }).click();
    await expect(page.getByText(say.changes)).toBeVisible();
    await page.getByLabel(say.reason).fill('Nieuwe cao');

    // Another percentage: what was seen is no longer what would be changed, and is not accepted, refused or not.
    for (const [percent, press] of [
      ['3', false],
      ['150', true],
      ['3', false],
    ] as const) {
      await page.getByLabel(say.bills).fill(percent);
      if (press) await page.getByRole('button', { name: say.show }).click();
      await expect(page.getByText(say.old)).toBeVisible();
      await expect(page.getByText(say.changes)).toBeHidden();
      await expect(page.getByRole('button', { name: say.accept })).toBeHidden();
    }
    await page.getByRole('button', { name: say.show }).click();
    await expect(page.getByText(say.changes)).toBeVisible();
    await expect(page.getByText(say.old)).toBeHidden();
    await expect(page.getByText(say.came)).toBeVisible();
    await page.getByRole('button', { name: worker.name }).click();
    await expect(page.getByRole('heading', { name: say.linesOf(worker.name) })).toBeFocused();
    const lines = page.getByRole('table', { name: say.linesOf(worker.name) });
    await expect(lines.getByText(say.rates)).toHaveCount(5);
    await expect(page.getByRole('table', { name: say.beforeAndAfter }).getByText(say.rates)).toHaveCount(1);
    if (language === 'nl') await expectNoViolations(page, 'a change of rates, previewed');
    await expect(page.getByLabel(say.reason)).toHaveValue('Nieuwe cao');
    await page.getByRole('button', { name: say.accept }).click();
    await expect(page.getByRole('heading', { name: say.one })).toBeVisible();
    await expect(page.getByText(say.rates)).toHaveCount(5);
    await expect(page.getByText(say.type)).toHaveCount(5);
    const facts = page.getByRole('region', { name: say.facts });
    for (const fact of [organisationName, say.rise, 'Nieuwe cao']) await expect(facts).toContainText(fact);
    expect(warnings).toEqual([]);

    if (language === 'nl') {
      await expectNoViolations(page, 'differences of a change of rates');
      await page.goto('/payroll-runs/rates');
      await expect(
        page
          .getByRole('main')
          .getByRole('link', { name: /-\d{4}$/ })
          .first(),
      ).toBeVisible();
      await expectNoViolations(page, 'changes of rates');
    }

    // The next invoice has them as a group of its own.
    await page.goto(`/finance/invoices?until=${addDays(monday, 6)}`);
    const ready = page.getByRole('row').filter({ hasText: organisationName });
    await expect(ready.getByText(say.differences)).toBeVisible();
    await page.getByRole('checkbox', { name: say.tick(organisationName) }).check();
    await page.getByRole('button', { name: say.prepare }).click();
    await page.getByRole('searchbox', { name: say.search }).fill(organisationName);
    const drafts = page.getByRole('link', { name: say.draft, exact: true });
    await expect(drafts).toHaveCount(2);
    await drafts.first().click();
    await expect(page.getByRole('rowheader', { name: say.why })).toBeVisible();
    await expect(page.getByRole('row', { name: say.line })).toBeVisible();
    if (language === 'nl') await expectNoViolations(page, 'an invoice with a changed rate');

    // Typed at the placement itself, a day whose hours are final leads to the same screen.
    await page.goto(`/manage/placements/${worker.placementId}?tab=rates`);
    await typeDay(page.getByRole('textbox', { name: say.from }), monday, language);
    await page.getByLabel(say.pay).fill('18');
    await page.getByLabel(say.bill).fill(language === 'nl' ? '30,90' : '30.90');
    await page.getByRole('button', { name: say.save }).click();
    await page.getByRole('button', { name: say.show }).click();
    await expect(page.getByText(say.nothing)).toBeVisible();
    await page.getByLabel(say.reason).fill('Te laag begonnen');
    await page.getByRole('button', { name: say.accept }).click();
    await expect(page.getByRole('heading', { name: say.one })).toBeVisible();
  });
}
