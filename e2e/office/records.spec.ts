import AxeBuilder from '@axe-core/playwright';
import { addDays, calendarDayAt } from '@konnekt/shared/basics/calendar-day';
import { expect, lastWeek, type Page, test, typeDay } from '../fixtures.ts';

const unique = () => Math.random().toString(36).slice(2, 8);
const today = () => calendarDayAt(new Date());

async function openFromMenu(page: Page, name: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Hoofdmenu', exact: true })
    .getByRole('link', { name, exact: true })
    .click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** Chooses one of very many by typing a part of its name. */
async function pick(page: Page, field: string, text: string, option: RegExp): Promise<void> {
  await page.getByRole('combobox', { name: field }).fill(text);
  await page.getByRole('option', { name: option }).click();
}

test('Staff makes an organisation, an employee, a placement with rates and a supervisor', async ({
  page,
  signInAs,
}) => {
  const mark = unique();
  const organisation = `Bouwbedrijf ${mark}`;
  await signInAs('staff');

  await test.step('An organisation: what is wrong stands at its field, and nothing typed is lost', async () => {
    await openFromMenu(page, 'Organisaties');
    await page.getByRole('link', { name: 'Nieuwe organisatie' }).click();
    await page.getByLabel('Naam').fill(organisation);
    await page.getByLabel('Plaats', { exact: true }).fill('Rotterdam');
    await page.getByLabel('Postcode').first().fill('3011');
    await page.getByLabel('KvK-nummer').fill('1234');
    await page.getByLabel('Btw verlegd').check();
    await page.getByLabel('Aandeel g-rekening in %').fill('abc');
    await page.getByRole('button', { name: 'Organisatie toevoegen' }).click();
    await expect(page.getByText('4 velden kloppen nog niet.')).toBeVisible();
    await expect(page.getByLabel('Postcode').first()).toBeFocused();
    await expect(page.getByText('Dit is geen percentage. Typ het als 25 of 12,5.')).toBeVisible();
    await page.getByLabel('Aandeel g-rekening in %').fill('20,5');
    await expect(page.getByText('Een KvK-nummer heeft acht cijfers.')).toBeVisible();
    await expect(page.getByText('Een Nederlandse postcode is vier cijfers')).toBeVisible();
    await expect(page.getByText('Voor btw verlegd is het btw-id van de organisatie nodig.')).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.getByLabel('KvK-nummer').fill('12345678');
    await page.getByLabel('Btw-id').fill('nl 123456789 b01');
    await expect(page.getByText('De controlecijfers van dit btw-id kloppen niet.')).toBeVisible();
    await page.getByLabel('Postcode').first().fill('3011ab');
    await page.getByLabel('Normale uren').check();
    await page.getByLabel('Overuren 125 %').check();
    await page.getByRole('button', { name: 'Organisatie toevoegen' }).click();
    await expect(page.getByRole('heading', { level: 1, name: organisation })).toBeVisible();
    await expect(page.getByLabel('Postcode').first()).toHaveValue('3011 AB');
    await expect(page.getByLabel('Aandeel g-rekening in %')).toHaveValue('20,5');
    // Saved from the bar at hand, it is said there: the end of the form is out of sight.
    await page.getByLabel('Telefoon').first().fill('010 1234567');
    await page.getByRole('button', { name: 'Opslaan' }).click();
    const saved = page.getByText('Opgeslagen.');
    await expect(saved).toBeInViewport();
    await expect(page.getByRole('heading', { level: 1, name: organisation })).toBeInViewport();
  });

  await test.step('with a budget number', async () => {
    await page.getByRole('link', { name: 'Budgetnummers' }).click();
    await page.getByRole('button', { name: 'Nieuw budgetnummer' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Budgetnummer').fill('BN-1');
    await dialog.getByLabel('Omschrijving').fill('Nieuwbouw');
    await dialog.getByRole('button', { name: 'Opslaan' }).click();
    await expect(page.getByRole('row', { name: /BN-1 Nieuwbouw altijd/ })).toBeVisible();
  });

  await test.step('An employee, under the V', async () => {
    await openFromMenu(page, 'Werknemers');
    await page.getByRole('link', { name: 'Nieuwe werknemer' }).click();
    await page.getByLabel('Voornaam').fill('Anna');
    await page.getByLabel('Tussenvoegsel').fill('de');
    await page.getByLabel('Achternaam').fill(`Vries ${mark}`);
    await page.getByLabel('Personeelsnummer').fill('10001');
    await page.getByLabel('E-mail').fill(`anna-${mark}@werk.example`);
    await page.getByRole('button', { name: 'Werknemer toevoegen' }).click();
    await expect(page.getByText('Dit is al in gebruik.')).toBeVisible();
    await expect(page.getByLabel('Personeelsnummer')).toBeFocused();
    await page.getByLabel('Personeelsnummer').fill(`P-${mark}`);
    await page.getByRole('button', { name: 'Werknemer toevoegen' }).click();
    await expect(page.getByRole('heading', { level: 1, name: `Anna de Vries ${mark}` })).toBeVisible();
    await expect(page.getByText('Nog niet uitgenodigd').first()).toBeVisible();
  });

  await test.step('Everybody of a list who was never invited is, after a question', async () => {
    await openFromMenu(page, 'Werknemers');
    await page.getByRole('searchbox', { name: 'Zoeken' }).fill(mark);
    await expect(page.getByText('1 van 1')).toBeVisible();
    await page.getByRole('button', { name: 'Uitnodigen', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: '1 persoon uitnodigen' }).click();
    await expect(page.getByText('1 uitnodiging is onderweg.').first()).toBeVisible();
    await expect(page.getByText('Uitnodiging onderweg').last()).toBeVisible();
    await page.getByRole('link', { name: `Vries ${mark}, Anna de` }).click();
    await expect(page.getByRole('heading', { level: 1, name: `Anna de Vries ${mark}` })).toBeVisible();
  });

  await test.step('A placement, which begins with the rules of the client', async () => {
    await page.getByRole('link', { name: 'Plaatsingen' }).last().click();
    await page.getByRole('link', { name: 'Nieuwe plaatsing' }).click();
    await expect(page.getByRole('combobox', { name: 'Werknemer' })).toHaveValue(`Anna de Vries ${mark}`);
    await pick(page, 'Organisatie', mark, new RegExp(organisation));
    await page.getByLabel('Functie').fill('Timmerman');
    await typeDay(page.getByLabel('Eerste dag'), addDays(today(), -7));
    await page.getByLabel('Uren per week').fill('38:30');
    await page.getByRole('button', { name: 'Plaatsing toevoegen' }).click();
    await expect(page.getByText('Nog geen tarieven')).toBeVisible();
  });

  await test.step('with rates in euros, proposed by their share of the normal one', async () => {
    await page.getByRole('textbox', { name: 'Loon Normale uren' }).fill('16,80');
    await page.getByRole('textbox', { name: 'Tarief Normale uren' }).fill('30.24');
    await expect(page.getByText('Voorstel 21,00 en 37,80')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Loon Overuren 150 %' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Voorstellen invullen' }).click();
    await page.getByRole('button', { name: 'Tarieven opslaan' }).click();
    await expect(page.getByText('De tarieven zijn opgeslagen.')).toBeVisible();
    await expect(page.getByRole('row', { name: /Overuren 125 %.*€\s21,00.*€\s37,80.*Nu/ })).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });

  await test.step('A new rate is a new row; one that is to come can be taken back', async () => {
    await typeDay(page.getByLabel('Vanaf', { exact: true }), addDays(today(), 7));
    await page.getByRole('textbox', { name: 'Loon Normale uren' }).fill('17,20');
    await page.getByRole('textbox', { name: 'Tarief Normale uren' }).fill('30,96');
    await page.getByRole('button', { name: 'Tarieven opslaan' }).click();
    await expect(page.getByRole('row', { name: /Normale uren.*€\s17,20.*Gaat nog in/ })).toBeVisible();
    await expect(page.getByRole('row', { name: /Normale uren.*€\s16,80.*Nu/ })).toBeVisible();
    const future = page.getByRole('row', { name: /Normale uren.*€\s17,20/ });
    await future.getByRole('button', { name: /intrekken$/ }).click();
    await expect(page.getByRole('row', { name: /€\s17,20/ })).toHaveCount(0);
  });

  await test.step('A typing error is mended on the same day, and taken back after a question', async () => {
    await typeDay(page.getByLabel('Vanaf', { exact: true }), today());
    const fill = async (bill: string) => {
      await page.getByRole('textbox', { name: 'Loon Normale uren' }).fill('17,00');
      await page.getByRole('textbox', { name: 'Tarief Normale uren' }).fill(bill);
      await page.getByRole('button', { name: 'Tarieven opslaan' }).click();
      await expect(page.getByRole('row', { name: new RegExp(`Normale uren.*€\\s${bill}.*Nu`) })).toBeVisible();
    };
    await fill('302,40');
    await fill('30,24');
    await expect(page.getByRole('row', { name: /302,40/ })).toHaveCount(0);
    const rate = page.getByRole('row', { name: /Normale uren.*€\s17,00/ });
    await rate.getByRole('button', { name: /intrekken$/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Intrekken' }).click();
    await expect(rate).toHaveCount(0);
    await expect(page.getByRole('row', { name: /Normale uren.*€\s16,80.*Nu/ })).toBeVisible();
  });

  await test.step('The same placement once more is warned of, with a link to the one that is there', async () => {
    const made = page.url().split('?')[0] ?? '';
    await openFromMenu(page, 'Plaatsingen');
    await page.getByRole('link', { name: 'Nieuwe plaatsing' }).click();
    await pick(page, 'Werknemer', mark, new RegExp(mark));
    await pick(page, 'Organisatie', mark, new RegExp(organisation));
    await page.getByLabel('Functie').fill('timmerman');
    await expect(page.getByText('Deze plaatsing is er al')).toBeVisible();
    await expect(page.getByRole('link', { name: /^Timmerman, vanaf/ })).toHaveAttribute('href', new URL(made).pathname);
    await page.getByLabel('Functie').fill('Voorman');
    await expect(page.getByText('Deze plaatsing is er al')).toHaveCount(0);
    await page.getByRole('button', { name: 'Annuleren' }).click();
    await page.getByRole('button', { name: 'Weggaan en weggooien' }).click();
  });

  await test.step('A supervisor with a right, who moves on a date in one act', async () => {
    await openFromMenu(page, 'Supervisors');
    await page.getByRole('link', { name: 'Nieuwe supervisor' }).click();
    await page.getByLabel('Voornaam').fill('Lies');
    await page.getByLabel('Achternaam').fill(`Bos ${mark}`);
    await page.getByLabel('E-mail').fill(`lies-${mark}@klant.example`);
    await pick(page, 'Organisatie', mark, new RegExp(organisation));
    await page.getByRole('button', { name: 'Supervisor toevoegen' }).click();
    await expect(page.getByRole('row', { name: new RegExp(`${organisation} Uren goedkeuren .* Nu`) })).toBeVisible();

    await page.getByRole('button', { name: `Recht bij ${organisation} wijzigen` }).click();
    await pick(page, 'Organisatie', 'Drukkerij', /Drukkerij Noordzee/);
    const dialog = page.getByRole('dialog');
    await typeDay(dialog.getByLabel('Vanaf'), addDays(today(), 10));
    await dialog.getByRole('button', { name: 'Wijzigen' }).click();
    await expect(page.getByRole('row', { name: /Drukkerij Noordzee .* Gaat nog in/ })).toBeVisible();
    await expect(page.getByRole('row', { name: new RegExp(`${organisation} .* t/m .* Nu`) })).toBeVisible();
  });

  await test.step('What overlaps is refused at its field in plain words', async () => {
    await page.getByRole('button', { name: 'Recht geven' }).click();
    await pick(page, 'Organisatie', 'Drukkerij', /Drukkerij Noordzee/);
    const dialog = page.getByRole('dialog');
    await typeDay(dialog.getByLabel('Vanaf'), addDays(today(), 20));
    await dialog.getByRole('button', { name: 'Recht geven' }).click();
    await expect(dialog.getByText('Er is hier al een recht vanaf')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog.getByText('U hebt wijzigingen die niet zijn opgeslagen')).toBeVisible();
    await dialog.getByRole('button', { name: 'Weggaan en weggooien' }).click();
    await expect(dialog).toHaveCount(0);
  });

  await test.step('The move is taken back: the right before it goes on', async () => {
    await page.getByRole('button', { name: 'Recht bij Drukkerij Noordzee intrekken' }).click();
    const dialog = page.getByRole('dialog');
    await expect(
      dialog.getByText(`Het recht bij ${organisation} dat hiervoor eindigde, loopt weer door`),
    ).toBeVisible();
    await dialog.getByRole('button', { name: 'Intrekken' }).click();
    await expect(page.getByRole('row', { name: /Drukkerij Noordzee/ })).toHaveCount(0);
    await expect(page.getByRole('row', { name: new RegExp(`${organisation} .* vanaf .* Nu`) })).toBeVisible();
  });

  await test.step('The history of the organisation says who made it', async () => {
    await openFromMenu(page, 'Organisaties');
    await page.getByRole('searchbox', { name: 'Zoeken' }).fill(mark);
    await expect(page).toHaveURL(/q=/);
    await page.getByRole('link', { name: organisation }).click();
    await page.getByRole('link', { name: 'Historie' }).click();
    await expect(page.getByText(`Petra de Ruiter heeft de organisatie ${organisation} toegevoegd.`)).toBeVisible();
  });
});

test('Two people change one record: the second is told, and nothing typed is lost', async ({
  page,
  context,
  makeWorkplace,
  signInAs,
}) => {
  const { organisationId, organisationName } = await makeWorkplace(['Anna Bakker']);
  await signInAs('staff', { path: `/manage/organisations/${organisationId}` });
  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByLabel('Plaats', { exact: true }).fill('Delft');
  await other.getByLabel('E-mail voor facturen').fill('nota@klant.example');
  await other.getByRole('button', { name: 'Opslaan' }).click();
  await expect(other.getByText('Opgeslagen.')).toBeVisible();

  await page.getByLabel('Plaats', { exact: true }).fill('Gouda');
  await page.getByLabel('KvK-nummer').fill('87654321');
  await page.getByRole('button', { name: 'Opslaan' }).click();
  const notice = page.getByRole('alert').filter({ hasText: 'Petra de Ruiter heeft dit intussen gewijzigd' });
  await expect(notice).toContainText('Plaats is nu opgeslagen als “Delft”.');
  await expect(page.getByLabel('Plaats', { exact: true })).toHaveValue('Gouda');
  await expect(page.getByLabel('KvK-nummer')).toHaveValue('87654321');
  await expect(page.getByLabel('E-mail voor facturen')).toHaveValue('nota@klant.example');
  await page.getByRole('button', { name: 'Opslaan' }).click();
  await expect(page.getByText('Opgeslagen.', { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: organisationName })).toBeVisible();
  await expect(page.getByLabel('Plaats', { exact: true })).toHaveValue('Gouda');
  await expect(page.getByLabel('E-mail voor facturen')).toHaveValue('nota@klant.example');
});

test('Leaving over something typed asks first', async ({ page, makeWorkplace, signInAs }) => {
  const { organisationId } = await makeWorkplace(['Anna Bakker']);
  await signInAs('staff', { path: `/manage/organisations/${organisationId}` });
  await page.getByLabel('Plaats', { exact: true }).fill('Gouda');
  await page.getByRole('link', { name: 'Budgetnummers' }).click();
  await page.getByRole('button', { name: 'Verder typen' }).click();
  await expect(page.getByLabel('Plaats', { exact: true })).toHaveValue('Gouda');
  await page.getByRole('button', { name: 'Wijzigingen ongedaan maken' }).click();
  await expect(page.getByLabel('Plaats', { exact: true })).toHaveValue('Utrecht');
  await page.getByRole('link', { name: 'Budgetnummers' }).click();
  await expect(page.getByText('Nog geen budgetnummers')).toBeVisible();
});

test('A placement ends on a date, not before hours that were sent', async ({ page, makeSentWeek, signInAs }) => {
  const { workers } = await makeSentWeek(['Bram Citroen']);
  const [worker] = workers;
  await signInAs('staff', { path: `/manage/placements/${worker.placementId}` });
  await expect(page.getByRole('combobox', { name: 'Werknemer' })).toBeDisabled();
  await page.getByRole('button', { name: 'Plaatsing beëindigen' }).click();
  const dialog = page.getByRole('dialog');
  await typeDay(dialog.getByLabel('Laatste dag'), lastWeek().monday);
  await dialog.getByRole('button', { name: 'Plaatsing beëindigen' }).click();
  await expect(dialog.getByText(/Verstuurde uren van Week \d+, \d{4} zouden erbuiten vallen/)).toBeVisible();
  await typeDay(dialog.getByLabel('Laatste dag'), addDays(today(), 30));
  await dialog.getByRole('button', { name: 'Plaatsing beëindigen' }).click();
  await expect(page.getByText('De plaatsing eindigt op')).toBeVisible();
});

test('An employee is offered only the hour types and budget numbers of the client, and told what lacks', async ({
  page,
  makeWorkplace,
  signInAs,
}) => {
  const { organisationId, workers } = await makeWorkplace(['Carla Dekker']);
  const [worker] = workers;
  await signInAs('staff', { path: `/manage/organisations/${organisationId}` });
  await page.getByLabel('Normale uren').check();
  await page.getByLabel('Ziek').check();
  await page.getByLabel('Budgetnummer verplicht').check();
  await page.getByRole('button', { name: 'Opslaan' }).click();
  await expect(page.getByText('Opgeslagen.')).toBeVisible();
  await page.request.post(`/api/organisations/${organisationId}/budget-numbers`, { data: { number: 'BN-7' } });

  const { year, number, monday } = lastWeek();
  await signInAs(worker, { path: `/hours/${worker.placementId}/${year}/${number}` });
  await page.getByRole('button', { name: 'Uursoort toevoegen' }).first().click();
  await expect(page.getByText('Ziek')).not.toHaveCount(0);
  await expect(page.getByText('Overuren 125 %')).toHaveCount(0);
  await page.keyboard.press('Escape');

  const field = page.locator(`input[data-cell$="@${monday}"]`).first();
  await field.fill('8');
  await page.getByRole('button', { name: 'Versturen', exact: true }).click();
  await expect(page.getByText('Een budgetnummer is nodig. Vul het in bij de opmerking.')).toBeVisible();
  await page
    .getByRole('button', { name: /^Opmerking/ })
    .first()
    .click();
  await page.getByRole('dialog').getByLabel('Budgetnummer').fill('BN-7');
  await page.getByRole('button', { name: 'Klaar' }).click();
  await page.getByRole('button', { name: 'Versturen', exact: true }).click();
  await expect(page.getByText('Wacht op goedkeuring').first()).toBeVisible();
});

test('An admin sets the colour and the name of the agency', async ({ page, signInAs }) => {
  await signInAs('admin', { path: '/manage/settings' });
  await page.getByLabel('IBAN', { exact: true }).fill('NL00 ABNA 0417 1643 00');
  await page.getByLabel('Langste dienst').fill('abc');
  await page.getByRole('button', { name: 'Opslaan' }).click();
  await expect(page.getByText('2 velden kloppen nog niet.')).toBeVisible();
  await expect(page.getByText('Dit IBAN klopt niet.')).toBeVisible();
  await page.getByLabel('IBAN', { exact: true }).fill('NL91ABNA0417164300');
  await page.getByLabel('Langste dienst').fill('10');
  await page.getByRole('button', { name: 'Opslaan' }).click();
  await expect(page.getByText('Opgeslagen.')).toBeVisible();
  await expect(page.getByLabel('IBAN', { exact: true })).toHaveValue('NL91 ABNA 0417 1643 00');
  await page.getByLabel('Langste dienst').fill('');
  await page.getByRole('button', { name: 'Opslaan' }).click();
  await expect(page.getByText('Opgeslagen.')).toBeVisible();
  await signInAs('staff', { path: '/manage/settings' }).catch(() => undefined);
  await expect(page.getByRole('heading', { level: 1, name: 'Deze pagina bestaat niet' })).toBeVisible();
});

test('Staff closes a period and opens it again', async ({ page, signInAs }) => {
  await signInAs('staff', { path: '/manage/periods?type=month' });
  const close = page.getByRole('button', { name: /^November \d{4} sluiten$/ });
  await close.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sluiten', exact: true }).last().click();
  const reopen = page.getByRole('button', { name: /^November \d{4} heropenen$/ });
  await reopen.click();
  await expect(close).toBeVisible();
});
