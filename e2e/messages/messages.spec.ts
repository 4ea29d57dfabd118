import { calendarDayAt } from '@konnekt/shared/basics/calendar-day';
import { expect, type Page, test } from '../fixtures.ts';
import { expectNoViolations } from '../no-violations.ts';

const menu = (page: Page) => page.getByRole('navigation', { name: 'Hoofdmenu', exact: true });
const streaming = (page: Page) => page.waitForRequest((request) => request.url().endsWith('/api/live'));

test('An employee asks about a week and the agency answers: it is there within a second, without a reload', async ({
  page,
  browser,
  apiOf,
  makeSentWeek,
  signInAs,
}) => {
  test.slow();
  const { workers } = await makeSentWeek(['Berber Bericht']);
  const [berber] = workers;
  const api = await apiOf(berber);
  const [sent] = (await (await api.get('/api/worksheets?status=sent')).json()).items;
  const stream = streaming(page);
  await signInAs(berber, { path: `/timesheets/${sent.id}` });
  await page.getByRole('link', { name: 'Stel een vraag over deze uren' }).click();
  await expect(page.getByRole('link', { name: /Over de uren van Berber Bericht/ })).toBeVisible();
  await page.getByRole('button', { name: 'Versturen' }).click();
  await expect(page.getByLabel('Onderwerp')).toBeFocused();
  await expect(page.getByText('Geef aan waar het over gaat.')).toBeVisible();
  await expectNoViolations(page, 'new message with errors');
  await page.getByLabel('Onderwerp').fill('Woensdag klopt niet');
  await page.getByRole('textbox', { name: 'Bericht' }).fill('Ik werkte tot vijf uur.\n\nGroet, Berber');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Bestand toevoegen' }).click(),
  ]);
  await chooser.setFiles([
    { name: 'rooster.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj') },
    { name: 'fout.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ\u0000\u0001') },
  ]);
  await expect(page.getByText('rooster.pdf')).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('fout.exe');
  await page.getByRole('button', { name: 'Versturen' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Woensdag klopt niet' })).toBeVisible();
  const messages = page.getByRole('list', { name: 'Berichten' });
  await expect(messages.getByText('Ik werkte tot vijf uur.')).toBeVisible();
  await stream;

  // The office, in a browser of its own, finds it in the shared inbox, takes it and answers with an answer that is kept.
  const context = await browser.newContext();
  const office = await context.newPage();
  await office.request.post('/api/auth/login', { data: { login: 'staff@konnekt.example', password: 'konnekt-demo' } });
  await office.goto('/messages?tab=waiting&q=woensdag');
  await office.getByRole('link', { name: 'Woensdag klopt niet' }).click();
  await expect(office.getByRole('link', { name: 'rooster.pdf' })).toBeVisible();
  await office.getByRole('button', { name: 'Oppakken' }).click();
  await expect(office.getByText('Door u opgepakt')).toBeVisible();
  await office.getByLabel('Standaardantwoord invoegen').selectOption('Wij bellen u');
  await expect(office.getByRole('textbox', { name: 'Bericht' })).toHaveValue('Wij bellen u hier vandaag nog over.');
  const sentAt = office.waitForResponse((answer) => answer.url().endsWith('/replies'));
  await office.getByRole('button', { name: 'Versturen' }).click();
  await sentAt;
  await expect(messages.getByText('Wij bellen u hier vandaag nog over.')).toBeVisible({ timeout: 1000 });
  await expect(office.getByText(/Wacht sinds/)).toHaveCount(0);
  await office.getByRole('button', { name: 'Sluiten' }).click();
  await expect(office.getByText('Gesloten', { exact: true })).toBeVisible();

  // A word of who asked opens it again, and the office sees that at once as well.
  await page.getByRole('textbox', { name: 'Bericht' }).fill('Dank u');
  await page.getByRole('button', { name: 'Versturen' }).click();
  await expect(office.getByText(/Wacht sinds/)).toBeVisible({ timeout: 3000 });
  await context.close();
});

test('Unread messages are counted in the menu and on home; what was put away is in the archive', async ({
  page,
  apiOf,
  makeWorkplace,
  signInAs,
}) => {
  const { workers } = await makeWorkplace(['Annie Archief']);
  const [annie] = workers;
  const staff = await apiOf('staff');
  const id = crypto.randomUUID();
  const begun = await staff.post('/api/messages', {
    data: { id, title: 'Welkom', body: 'Fijn dat u er bent', personId: annie.personId },
  });
  expect(begun.status()).toBe(201);
  await signInAs(annie, { path: '/account' });
  // What is counted after the screen is there moves nothing in the header.
  const header = page.getByRole('navigation', { name: 'Hoofdmenu in de menubalk' });
  const places = () =>
    Promise.all([
      header.getByRole('link', { name: 'Documenten' }).boundingBox(),
      page.getByRole('banner').getByRole('group').boundingBox(),
    ]);
  const before = await places();
  await expect(page.getByRole('button', { name: /^Meldingen/ })).toBeVisible();
  await expect(menu(page).getByRole('link', { name: 'Berichten 1 nieuw' })).toBeVisible();
  expect(await places()).toEqual(before);
  await page.goto('/');
  await page.getByRole('link', { name: '1 nieuw bericht' }).click();
  await expect(menu(page).getByRole('link', { name: 'Berichten 1 nieuw' })).toBeVisible();
  await page.getByRole('link', { name: 'Welkom' }).click();
  await expect(page.getByText('Fijn dat u er bent')).toBeVisible();
  await expect(menu(page).getByRole('link', { name: 'Berichten', exact: true })).toBeVisible();
  // On a phone a conversation of which nothing is new has no word without an answer to it.
  const size = page.viewportSize() ?? { width: 1280, height: 720 };
  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByRole('link', { name: 'Alle berichten' }).click();
  const card = page.getByRole('list', { name: 'Berichten' }).getByRole('listitem');
  await expect(card.getByText('Laatste bericht')).toBeVisible();
  await expect(card.getByText('Status')).toBeHidden();
  await page.getByRole('link', { name: 'Welkom' }).click();
  await page.setViewportSize(size);
  await page.getByRole('button', { name: 'Naar archief' }).click();
  await expect(page.getByRole('button', { name: 'Terug naar postvak' })).toBeVisible();
  await page.getByRole('link', { name: 'Alle berichten' }).click();
  await expect(page.getByText('Geen berichten')).toBeVisible();
  await expectNoViolations(page, 'empty mailbox');
  await page.getByRole('link', { name: 'Archief' }).click();
  await expect(page.getByRole('link', { name: 'Welkom' })).toBeVisible();
});

test('What the menu counts is there with the first screen, in one answer', async ({
  page,
  apiOf,
  makeWorkplace,
  signInAs,
}) => {
  const { workers } = await makeWorkplace(['Tessa Teller']);
  const [tessa] = workers;
  const staff = await apiOf('staff');
  const thread = { id: crypto.randomUUID(), title: 'Welkom', body: 'Hallo', personId: tessa.personId };
  expect((await staff.post('/api/messages', { data: thread })).status()).toBe(201);
  await signInAs(tessa);
  // Each of these comes later, and is waited for in vain.
  await page.route(/\/api\/(messages\/counts|documents\/counts|notices|live)/, () => {});
  await page.goto('/account');
  await expect(menu(page).getByRole('link', { name: 'Berichten 1 nieuw' })).toBeVisible();
  await expect(page.getByRole('banner').getByRole('link', { name: 'Meldingen, 1 nieuw' })).toBeVisible();
});

test('What is being written is still there after a reload, a lost connection and logging out', async ({
  page,
  context,
  apiOf,
  makeWorkplace,
  signInAs,
}) => {
  const { workers } = await makeWorkplace(['Klaas Klad']);
  const [klaas] = workers;
  const staff = await apiOf('staff');
  const id = crypto.randomUUID();
  await staff.post('/api/messages', {
    data: { id, title: 'Vraag aan u', body: 'Kunt u zaterdag?', personId: klaas.personId },
  });
  await signInAs(klaas, { path: `/messages/${id}` });
  const field = page.getByRole('textbox', { name: 'Bericht' });
  const text = 'Ja, vanaf negen uur';
  await field.fill(text);
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Bestand toevoegen' }).click(),
  ]);
  await chooser.setFiles({
    name: 'rooster.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj'),
  });
  await expect(page.getByRole('button', { name: 'rooster.pdf verwijderen' })).toBeVisible();
  await page.reload();
  await expect(field).toHaveValue(text);
  await expect(page.getByText('rooster.pdf')).toBeVisible();

  await context.setOffline(true);
  await field.press('End');
  await field.pressSequentially('.');
  await page.getByRole('button', { name: 'Versturen' }).click();
  await expect(
    page
      .getByRole('status')
      .filter({ hasText: /verbinding/i })
      .first(),
  ).toBeVisible();
  await expect(field).toHaveValue(`${text}.`);
  await context.setOffline(false);

  const kept = page.waitForResponse(
    (answer) => answer.url().endsWith('/api/message-draft') && answer.request().method() === 'PUT',
  );
  await field.press('End');
  await field.pressSequentially('!');
  await page.getByRole('button', { name: 'Uw account' }).focus();
  expect((await kept).status()).toBe(204);
  await page.getByRole('button', { name: 'Uw account' }).click();
  await page.getByRole('button', { name: 'Uitloggen' }).click();
  await expect(page).toHaveURL(/\/login/);
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('message.')))).toEqual([]);
  await signInAs(klaas, { path: `/messages/${id}` });
  await expect(field).toHaveValue(`${text}.!`);
  await expect(page.getByText('rooster.pdf')).toBeVisible();
  await page.getByRole('button', { name: 'Versturen' }).click();
  await expect(page.getByRole('list', { name: 'Berichten' }).getByText(`${text}.!`)).toBeVisible();
  await expect(field).toHaveValue('');
  await page.reload();
  await expect(field).toHaveValue('');
});

test('What is being written on one device goes on on another, and once it was sent it stands on none and in no tab', async ({
  page,
  context,
  browser,
  apiOf,
  makeWorkplace,
  signInAs,
}) => {
  const { workers } = await makeWorkplace(['Daan Dubbel']);
  const [daan] = workers;
  const staff = await apiOf('staff');
  const id = crypto.randomUUID();
  await staff.post('/api/messages', { data: { id, title: 'Zaterdag', body: 'Kunt u?', personId: daan.personId } });
  const fieldOf = (on: Page) => on.getByRole('textbox', { name: 'Bericht' });
  const write = async (on: Page, text: string) => {
    const kept = on.waitForResponse((answer) => answer.url().endsWith('/message-draft') && answer.status() === 204);
    await fieldOf(on).fill(text);
    await kept;
  };
  const send = async (on: Page, text: string) => {
    await on.getByRole('button', { name: 'Versturen' }).click();
    await expect(on.getByRole('list', { name: 'Berichten' }).getByText(text, { exact: true })).toBeVisible();
    await expect(fieldOf(on)).toHaveValue('');
  };
  await signInAs(daan, { path: `/messages/${id}` });
  await write(page, 'Ja');
  const phone = await (await browser.newContext({ storageState: await (await apiOf(daan)).storageState() })).newPage();
  await phone.goto(`/messages/${id}`);
  await expect(fieldOf(phone)).toHaveValue('Ja');
  await write(phone, 'Ja, vanaf negen uur');
  await page.reload();
  await expect(fieldOf(page)).toHaveValue('Ja, vanaf negen uur');
  await write(page, 'Ja, vanaf tien uur');
  await phone.reload();
  await expect(fieldOf(phone)).toHaveValue('Ja, vanaf tien uur');
  await send(phone, 'Ja, vanaf tien uur');
  await page.reload();
  await expect(page.getByRole('list', { name: 'Berichten' }).getByText('Ja, vanaf tien uur')).toBeVisible();
  await expect(fieldOf(page)).toHaveValue('');

  // What did not get to the server holds where it was typed.
  await page.route('**/api/message-draft', (route) =>
    route.request().method() === 'PUT' ? route.abort('connectionreset') : route.continue(),
  );
  await fieldOf(page).fill('En zondag niet');
  await write(phone, 'Iets anders');
  await page.reload();
  await expect(page.getByRole('list', { name: 'Berichten' }).getByText('Ja, vanaf tien uur')).toBeVisible();
  await expect(fieldOf(page)).toHaveValue('En zondag niet');
  await page.unroute('**/api/message-draft');

  // Another tab of the same browser.
  const tab = await context.newPage();
  await tab.goto(`/messages/${id}`);
  await expect(fieldOf(tab)).toHaveValue('En zondag niet');
  await write(page, 'En zondag ook');
  await expect(fieldOf(tab)).toHaveValue('En zondag ook');
  await send(page, 'En zondag ook');
  await expect(fieldOf(tab)).toHaveValue('');
  await tab.reload();
  await expect(tab.getByRole('list', { name: 'Berichten' }).getByText('En zondag ook')).toBeVisible();
  await expect(fieldOf(tab)).toHaveValue('');
  const { messages } = await (await staff.get(`/api/messages/${id}`)).json();
  expect(messages.map(({ body }: { body: string }) => body)).toEqual([
    'Kunt u?',
    'Ja, vanaf tien uur',
    'En zondag ook',
  ]);
});

test('What is begun from hours and what is about nothing are two messages, also after logging out, and for which organisation stays', async ({
  page,
  apiOf,
  makeSentWeek,
  makeWorkplace,
  signInAs,
}) => {
  const { supervisor } = await makeSentWeek(['Hilde Half']);
  const elsewhere = await makeWorkplace([]);
  const admin = await apiOf('admin');
  const given = await admin.post(`/api/supervisors/${supervisor.personId}/rights`, {
    data: {
      ...{ organisationId: elsewhere.organisationId, mayApprove: true, mayRegister: false, maySeeInvoices: false },
      ...{ mayManage: false, validFrom: calendarDayAt(new Date()), validUntil: null },
    },
  });
  expect(given.status(), await given.text()).toBeLessThan(300);
  const [sent] = (await (await (await apiOf(supervisor)).get('/api/worksheets?status=sent')).json()).items;
  const field = page.getByRole('textbox', { name: 'Bericht' });
  const kept = () =>
    page.waitForResponse((answer) => answer.url().endsWith('/api/message-draft') && answer.status() === 204);
  const ofHours = `/messages/new?worksheet=${sent.id}`;

  await signInAs(supervisor, { path: ofHours });
  await expect(page.getByRole('link', { name: /Over de uren van Hilde Half/ })).toBeVisible();
  let isKept = kept();
  await field.fill('Over deze uren');
  await isKept;
  await page.goto('/messages/new');
  await expect(page.getByLabel('Over uw werk voor')).toHaveValue('');
  await expect(field).toHaveValue('');
  await page.getByLabel('Over uw werk voor').selectOption(elsewhere.organisationName);
  isKept = kept();
  await field.fill('Over iets anders');
  await isKept;
  await page.reload();
  await expect(field).toHaveValue('Over iets anders');
  await expect(page.getByLabel('Over uw werk voor').getByRole('option', { selected: true })).toHaveText(
    elsewhere.organisationName,
  );

  await page.getByRole('button', { name: 'Uw account' }).click();
  await page.getByRole('button', { name: 'Uitloggen' }).click();
  await expect(page).toHaveURL(/\/login/);
  await signInAs(supervisor, { path: ofHours });
  await expect(field).toHaveValue('Over deze uren');
  await page.goto('/messages/new');
  await expect(field).toHaveValue('Over iets anders');
});

test('A file that is chosen without a connection says so where it was chosen, and goes along once there is one', async ({
  page,
  context,
  makeWorkplace,
  signInAs,
}) => {
  const { workers } = await makeWorkplace(['Onno Offline']);
  await page.setViewportSize({ width: 1024, height: 640 });
  await signInAs(workers[0], { path: '/messages/new' });
  await page.getByLabel('Onderwerp').fill('Bon');
  await page.getByRole('textbox', { name: 'Bericht' }).fill('Hierbij.');
  await context.setOffline(true);
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Bestand toevoegen' }).click(),
  ]);
  await chooser.setFiles({
    name: 'bon.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj'),
  });
  await expect(page.getByRole('alert')).toHaveText(/^Geen verbinding/);
  await page.getByRole('button', { name: 'Versturen' }).click();
  await expect(page.getByText(/nog een bestand onderweg/)).toBeVisible();
  // Nothing lies over it: it can be pressed.
  await page.getByRole('button', { name: 'Opnieuw proberen' }).click();
  await expect(page.getByRole('alert').filter({ hasText: /^Geen verbinding/ })).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByRole('button', { name: 'bon.pdf verwijderen' })).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.getByRole('button', { name: 'Versturen' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Bon' })).toBeVisible();
  await expect(page.getByRole('link', { name: /bon\.pdf/ })).toBeVisible();
});

test('Without a connection a button that is held for a moment does what it says all the same', async ({
  page,
  context,
  makeWorkplace,
  signInAs,
}) => {
  const { workers } = await makeWorkplace(['Lies Lang']);
  await signInAs(workers[0], { path: '/messages/new' });
  await context.setOffline(true);
  const isTold = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/api/message-draft'));
  await page.getByRole('textbox', { name: 'Bericht' }).fill('Hierbij.');
  await page.getByRole('button', { name: 'Bestand toevoegen' }).hover();
  const chooser = page.waitForEvent('filechooser');
  // What was typed goes to the server as its field is left.
  await page.mouse.down();
  await isTold;
  await page.mouse.up();
  await chooser;
  await expect(page.getByText(/^Er is geen verbinding/)).toBeVisible();
});

test('A message whose answer was lost is sent once', async ({ page, apiOf, makeWorkplace, signInAs }) => {
  const { workers } = await makeWorkplace(['Loes Lijn']);
  const [loes] = workers;
  const staff = await apiOf('staff');
  const id = crypto.randomUUID();
  await staff.post('/api/messages', { data: { id, title: 'Lijn', body: 'Hallo', personId: loes.personId } });
  await signInAs(loes, { path: `/messages/${id}` });
  let lost = 0;
  await page.route('**/replies', async (route) => {
    if (lost++ > 0) return route.continue();
    await route.fetch();
    await route.abort('connectionreset');
  });
  await page.getByRole('textbox', { name: 'Bericht' }).fill('Eén keer');
  await page.getByRole('button', { name: 'Versturen' }).click();
  await expect(page.getByRole('list', { name: 'Berichten' }).getByText('Eén keer')).toHaveCount(1);
  await expect(page.getByRole('textbox', { name: 'Bericht' })).toHaveValue('');
  expect(lost).toBeGreaterThan(1);
  expect((await (await staff.get(`/api/messages/${id}`)).json()).messages).toHaveLength(2);
});

test('What was amended after the answer was lost is not lost: it goes as a message of its own', async ({
  page,
  apiOf,
  makeWorkplace,
  signInAs,
}) => {
  const { workers } = await makeWorkplace(['Arie Aanvulling']);
  const [arie] = workers;
  const staff = await apiOf('staff');
  const id = crypto.randomUUID();
  await staff.post('/api/messages', { data: { id, title: 'Aanvulling', body: 'Hallo', personId: arie.personId } });
  await signInAs(arie, { path: `/messages/${id}` });
  const arrivesUnseen = async (url: string) => {
    await page.route(url, async (route) => {
      await route.fetch();
      await route.fulfill({ status: 500, contentType: 'text/plain', body: 'cut' });
      await page.unroute(url);
    });
  };
  const attach = async (name: string) => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Bestand toevoegen' }).click(),
    ]);
    await chooser.setFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj') });
    await expect(page.getByRole('button', { name: `${name} verwijderen` })).toBeVisible();
  };
  const field = page.getByRole('textbox', { name: 'Bericht' });
  const send = page.getByRole('button', { name: 'Versturen' });
  await arrivesUnseen('**/replies');
  await field.fill('Ik was er om acht uur');
  await attach('een.pdf');
  await send.click();
  await expect(page.getByText('Er ging bij ons iets mis.')).toBeVisible();
  await field.fill('Ik was er om acht uur, en zaterdag ook');
  await attach('twee.pdf');
  await send.click();
  await expect(page.getByRole('alert')).toContainText('Wat u eerst verstuurde, is aangekomen');
  await expect(page.getByRole('alert')).toContainText('Bijlagen die al meegingen, zijn uit de lijst gehaald.');
  await expect(page.getByRole('button', { name: 'een.pdf verwijderen' })).toHaveCount(0);
  await expectNoViolations(page, 'a message that was amended after it arrived');
  await send.click();
  await expect(field).toHaveValue('');
  await expect(page.getByText('Wat u eerst verstuurde, is aangekomen')).toHaveCount(0);
  const { messages } = await (await staff.get(`/api/messages/${id}`)).json();
  expect(messages).toMatchObject([
    { body: 'Hallo' },
    { body: 'Ik was er om acht uur', files: [{ name: 'een.pdf' }] },
    { body: 'Ik was er om acht uur, en zaterdag ook', files: [{ name: 'twee.pdf' }] },
  ]);

  // A new thread, in the same way.
  await page.goto('/messages/new');
  await arrivesUnseen('**/api/messages');
  await page.getByLabel('Onderwerp').fill('Vrij');
  await field.fill('Ik wil vrij');
  await send.click();
  await expect(page.getByText('Er ging bij ons iets mis.')).toBeVisible();
  await page.getByLabel('Onderwerp').fill('Vrij in mei');
  await send.click();
  await expect(page.getByRole('alert')).toContainText('Wat u daarna wijzigde, is niet verstuurd.');
  await send.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Vrij in mei' })).toBeVisible();
  const { items } = await (await (await apiOf(arie)).get('/api/messages?q=vrij')).json();
  expect(items).toMatchObject([{ title: 'Vrij in mei' }, { title: 'Vrij' }]);
});

test('The office writes to everybody of an organisation, after it saw how many they are', async ({
  page,
  apiOf,
  makeWorkplace,
  signInAs,
}) => {
  const { workers, organisationName } = await makeWorkplace(['Eva Een', 'Tess Twee', 'Daan Drie']);
  await signInAs('staff', { path: '/messages' });
  await expect(page.getByRole('table', { name: 'Berichten' })).toBeVisible();
  await expectNoViolations(page, 'inbox of the office');
  await page.getByRole('link', { name: 'Nieuw bericht' }).click();
  await page.getByLabel('Rol').selectOption('Werknemers');
  await page.getByLabel('Organisatie').selectOption(organisationName);
  await expect(page.getByText('3 personen', { exact: true })).toBeVisible();
  await expectNoViolations(page, 'new message of the office');
  await page.getByLabel('Onderwerp').fill('Kerstsluiting');
  await page.getByRole('textbox', { name: 'Bericht' }).fill('Wij zijn dicht.');

  // What is for one stays for that one, also after a reload; what says nobody goes to nobody.
  await page.getByRole('button', { name: 'Alleen Eva Een' }).click();
  await page.reload();
  await expect(page.getByText('Aan Eva Een')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Bericht' })).toHaveValue('Wij zijn dicht.');
  await page.getByRole('button', { name: 'Anderen kiezen' }).click();
  await page.getByLabel('Rol').selectOption('Kies');
  await page.getByLabel('Organisatie').selectOption('Alle organisaties');
  await page.getByRole('button', { name: 'Versturen', exact: true }).click();
  await expect(page.getByText('Kies aan wie u schrijft.').first()).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Nieuw bericht' })).toBeVisible();

  await page.getByLabel('Rol').selectOption('Werknemers');
  await page.getByLabel('Organisatie').selectOption(organisationName);
  await page.reload();
  await page.getByRole('button', { name: 'Versturen aan 3 personen' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('aan 3 personen');
  await dialog.getByRole('button', { name: 'Versturen' }).click();
  await expect(page.getByText('Verstuurd aan 3 personen.')).toBeVisible();
  for (const worker of workers) {
    const { items } = await (await (await apiOf(worker)).get('/api/messages')).json();
    expect(items).toMatchObject([{ title: 'Kerstsluiting', personName: worker.name, isUnread: true }]);
  }
});

test('Answers that are kept are added, changed and removed, in both languages', async ({ page, signInAs }) => {
  await signInAs('staff', { path: '/messages/templates' });
  await page.getByRole('button', { name: 'Standaardantwoord toevoegen' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Naam').fill('Vakantiedagen');
  await dialog.getByRole('button', { name: 'Opslaan' }).click();
  await expect(dialog.getByText('Vul dit in.').first()).toBeVisible();
  await dialog.getByLabel('Nederlandse tekst').fill('U hebt er nog vijf.');
  await dialog.getByLabel('Engelse tekst').fill('You have five left.');
  await expectNoViolations(page, 'kept answer');
  await dialog.getByRole('button', { name: 'Opslaan' }).click();
  for (const width of [360, 1024]) {
    await page.setViewportSize({ width, height: 800 });
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), `at ${width}`)
      .toBeLessThanOrEqual(0);
  }
  await page.getByRole('button', { name: 'Vakantiedagen wijzigen' }).click();
  await dialog.getByRole('button', { name: 'Verwijderen' }).click();
  await expect(page.getByRole('button', { name: 'Vakantiedagen wijzigen' })).toHaveCount(0);
});

test('A supervisor who reads English writes to the agency by keyboard alone, for one of their organisations', async ({
  page,
  makeWorkplace,
  signInAs,
}) => {
  const { supervisor, organisationName } = await makeWorkplace([]);
  await signInAs(supervisor, { language: 'en', path: '/messages' });
  await expect(page.getByText('No messages')).toBeVisible();
  await page.getByRole('link', { name: 'New message' }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Subject').focus();
  await page.keyboard.type('More people');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Four for the late shift, please.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Send' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'More people' })).toBeVisible();
  await expect(page.getByText(organisationName)).toBeVisible();
  await expect(page.getByRole('list', { name: 'Messages' })).toContainText('You');
  await expectNoViolations(page, 'thread');
  await page.goto('/messages/019ad0c4-0000-7000-8000-000000000000');
  await expect(page.getByText('It does not exist, or it is not for you.')).toBeVisible();
});
