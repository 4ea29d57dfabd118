import { addDays } from '@konnekt/shared/basics/calendar-day';
import { expect, lastWeek, type Page, test, withDatabase } from '../fixtures.ts';

const { year, number, monday } = lastWeek();
const photo = {
  name: 'hotelbon.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfz0AEYBxVSF+FABJADveWkH6oAAAAAElFTkSuQmCC',
    'base64',
  ),
};
const code = `HOTEL-${Math.random().toString(36).slice(2, 6).toUpperCase()}`;

/** One that is not sent without a receipt; other tests go without it. */
const setHotel = (isActive: boolean) =>
  withDatabase(async (db) => {
    await db.query(
      `INSERT INTO hour_type (code, name_nl, name_en, kind, unit, bill_share_bp, pay_share_bp, is_worked, for_supervisor, receipt, sort_order, is_active)
       VALUES ($1, $1, $1, 'other', 'euros', 0, 0, false, false, 'required', 900, $2)
       ON CONFLICT (code) DO UPDATE SET is_active = $2`,
      [code, isActive],
    );
  });
test.beforeAll(() => setHotel(true));
test.afterAll(() => setHotel(false));

const words = {
  nl: {
    add: 'Uursoort toevoegen',
    send: 'Versturen',
    missing: 'Voeg hier de bon toe, met de paperclip.',
    attach: 'Bon toevoegen',
    remove: 'Bon verwijderen',
    done: 'Klaar',
    sent: 'Verstuurd ter goedkeuring.',
    open: 'Bon hotelbon.png openen',
    wrong: 'Dit is geen foto en geen pdf. Kies een JPEG-, PNG-, WebP- of pdf-bestand.',
  },
  en: {
    add: 'Add hour type',
    send: 'Send',
    missing: 'Attach the receipt here, with the paper clip.',
    attach: 'Attach receipt',
    remove: 'Remove receipt',
    done: 'Done',
    sent: 'Sent for approval.',
    open: 'Open receipt hotelbon.png',
    wrong: 'This is neither a photo nor a PDF. Choose a JPEG, PNG, WebP or PDF file.',
  },
} as const;
const widths = { nl: 1440, en: 360 } as const;

/** The hours of a day and a night in a hotel, on a desk and on a phone. */
async function fillIn(page: Page, language: 'nl' | 'en') {
  const day = new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', { weekday: 'long', timeZone: 'UTC' });
  const name = day.format(new Date(`${addDays(monday, 1)}T12:00:00Z`));
  const card = page.getByRole('region', { name: new RegExp(name, 'i') });
  const place = widths[language] === 360 ? card : page.getByRole('table');
  await page.getByRole('textbox', { name: new RegExp(`${name}.*(Normale uren|Normal hours)`, 'i') }).fill('8');
  await place.getByRole('button', { name: words[language].add }).click();
  await page.getByRole('button', { name: code, exact: true }).click();
  await page.getByRole('textbox', { name: new RegExp(`${name}.*${code}`, 'i') }).fill('99');
  return page.getByRole('button', { name: new RegExp(`${name}.*${code}`, 'i') }).first();
}

for (const language of ['nl', 'en'] as const) {
  test(`What is not sent without a receipt asks for it at its place; the supervisor opens it (${language})`, async ({
    page,
    makeWorkplace,
    signInAs,
  }) => {
    const say = words[language];
    await page.setViewportSize({ width: widths[language], height: 800 });
    const { workers, supervisor } = await makeWorkplace(['Bernard Bon']);
    const [worker] = workers;
    await signInAs(worker, { language, path: `/hours/${worker.placementId}/${year}/${number}` });
    const clip = await fillIn(page, language);
    await page.getByRole('button', { name: say.send, exact: true }).click();
    await expect(page.getByText(say.missing)).toBeVisible();

    await clip.click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText(say.missing)).toBeVisible();
    const choose = async (file: typeof photo) => {
      const chooser = page.waitForEvent('filechooser');
      await dialog.getByRole('button', { name: say.attach }).click();
      await (await chooser).setFiles(file);
    };
    await choose({ ...photo, buffer: Buffer.from('geen foto') });
    await expect(dialog.getByText(say.wrong)).toBeVisible();
    await choose(photo);
    await expect(dialog.getByRole('link', { name: say.open })).toBeVisible();
    await dialog.getByRole('button', { name: say.done }).click();

    // Typed, and still there after the page was closed.
    await page.reload();
    await page.getByRole('button', { name: say.send, exact: true }).click();
    await expect(page.getByText(say.sent).first()).toBeVisible();

    await signInAs(supervisor, { language, path: '/timesheets/approve' });
    await page.getByRole('link', { name: 'Bernard Bon' }).click();
    const link = page.getByRole('link', { name: say.open });
    const opened = await page.request.get((await link.getAttribute('href')) ?? '');
    expect([opened.status(), opened.headers()['content-type']]).toEqual([200, 'image/png']);
    const beside = page.waitForEvent('popup');
    await link.click();
    expect((await beside).url()).toContain('/api/receipts/');
  });
}

test('A photo of a phone is made smaller before it is handed in', async ({ page, makeWorkplace, signInAs }) => {
  const { workers } = await makeWorkplace(['Fien Foto']);
  const [worker] = workers;
  if (!worker) throw new Error('no worker');
  await page.setViewportSize({ width: 360, height: 800 });
  await signInAs(worker, { language: 'en', path: `/hours/${worker.placementId}/${year}/${number}` });
  await (await fillIn(page, 'en')).click();
  const buffer = Buffer.from(await page.evaluate(drawPhoto), 'base64');
  const handedIn = page.waitForRequest((request) => request.url().includes('/api/files'));
  const answered = page.waitForResponse((response) => response.url().includes('/api/files'));
  await page
    .getByRole('dialog')
    .locator('input[type=file]')
    .setInputFiles({ name: 'IMG_2041.png', mimeType: 'image/png', buffer });
  const sent = (await handedIn).postDataBuffer()?.length ?? 0;
  expect((await answered).ok()).toBe(true);
  expect(buffer.length).toBeGreaterThan(3_000_000);
  expect(sent).toBeLessThan(buffer.length / 3);
  await expect(page.getByRole('dialog').getByRole('link', { name: 'Open receipt IMG_2041.jpg' })).toBeVisible();
});

/** What a camera gives: many pixels, none like its neighbour. */
function drawPhoto(): string {
  const canvas = document.createElement('canvas');
  canvas.width = 2400;
  canvas.height = 1800;
  const context = canvas.getContext('2d');
  const image = context?.createImageData(canvas.width, canvas.height);
  for (let at = 0; image && at < image.data.length; at += 1)
    image.data[at] = at % 4 === 3 ? 255 : (at / 9600 + ((at * 2654435761) >>> 24) / 8) & 255;
  if (image) context?.putImageData(image, 0, 0);
  return canvas.toDataURL('image/png').slice('data:image/png;base64,'.length);
}
