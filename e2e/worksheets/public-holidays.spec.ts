import { addDays } from '@konnekt/shared/basics/calendar-day';
import { expect, lastWeek, type Page, test } from '../fixtures.ts';

const { year, number, monday } = lastWeek();
const fair = addDays(monday, 2);

const words = {
  nl: {
    ...{ own: 'Eigen lijst voor deze organisatie', add: 'Dag toevoegen', save: 'Opslaan', send: 'Versturen' },
    ...{ nameNl: 'Naam in het Nederlands', nameEn: 'Naam in het Engels', date: 'Datum', saved: /zijn opgeslagen/ },
    ...{ name: 'Kermis', warning: 'een feestdag bij deze opdrachtgever.', asks: 'Kijk deze uren na' },
    ...{ normal: 'Normale uren', sent: 'Verstuurd ter goedkeuring.' },
  },
  en: {
    ...{ own: 'Give this organisation its own list', add: 'Add day', save: 'Save', send: 'Send' },
    ...{ nameNl: 'Name in Dutch', nameEn: 'Name in English', date: 'Date', saved: /were saved/ },
    ...{ name: 'Fair', warning: 'a public holiday at this client.', asks: 'Please check these hours' },
    ...{ normal: 'Normal hours', sent: 'Sent for approval.' },
  },
} as const;

const wednesday = (page: Page, language: 'nl' | 'en', what: string) =>
  page.getByRole('textbox', { name: new RegExp(`${language === 'nl' ? 'woensdag' : 'wednesday'}.*${what}`, 'i') });

for (const language of ['nl', 'en'] as const) {
  test(`A client's public holiday is marked in the week, and asked about before hours on it are sent (${language})`, async ({
    page,
    makeWorkplace,
    signInAs,
  }) => {
    const say = words[language];
    await page.setViewportSize({ width: language === 'nl' ? 1440 : 360, height: 800 });
    const { workers, organisationId } = await makeWorkplace(['Kees Kermis']);
    const [worker] = workers;

    await signInAs('staff', {
      language,
      path: `/manage/holidays?organisation=${organisationId}&year=${fair.slice(0, 4)}`,
    });
    await page.getByRole('button', { name: say.own }).click();
    const [y, m, d] = fair.split('-');
    await page.getByLabel(say.date, { exact: true }).fill(`${d}-${m}-${y}`);
    await page.getByLabel(say.nameNl).fill('Kermis');
    await page.getByLabel(say.nameEn).fill('Fair');
    await page.getByRole('button', { name: say.add }).click();
    await expect(page.getByRole('checkbox', { name: new RegExp(say.name) })).toBeChecked();
    await page.getByRole('button', { name: say.save, exact: true }).click();
    await expect(page.getByText(say.saved).first()).toBeVisible();

    await signInAs(worker, { language, path: `/hours/${worker.placementId}/${year}/${number}` });
    await expect(page.getByText(say.name, { exact: true })).toBeVisible();
    await wednesday(page, language, say.normal).fill('8');
    await expect(page.getByText(say.warning).first()).toBeVisible();
    await page.getByRole('button', { name: say.send, exact: true }).click();
    const dialog = page.getByRole('dialog', { name: say.asks });
    await expect(dialog).toContainText(say.warning);
    await dialog.getByRole('button', { name: say.send, exact: true }).click();
    await expect(page.getByText(say.sent).first()).toBeVisible();
  });
}
