import { expect, test } from '../fixtures.ts';
import { finalInvoice } from './final-invoice.ts';

const texts = {
  nl: {
    ...{ act: 'Dit klopt niet', ofLine: 'Vraag over Werkschoenen', subject: 'Onderwerp', body: 'Bericht' },
    ...{ send: 'Versturen' },
    invoices: 'Facturen',
    unread: 'Ongelezen',
    open: 'Open',
    questions: 'Vragen',
  },
  en: {
    ...{ act: 'This is not right', ofLine: 'Question about Werkschoenen', subject: 'Subject', body: 'Message' },
    ...{ send: 'Send' },
    invoices: 'Invoices',
    unread: 'Unread',
    open: 'To be paid',
    questions: 'Questions',
  },
};

for (const language of ['nl', 'en'] as const) {
  test(`A supervisor reads an invoice, asks about a line, and gets an answer (${language})`, async ({
    page,
    makeWorkplace,
    signInAs,
    request,
  }) => {
    const words = texts[language];
    const place = await makeWorkplace([]);
    const { id, number } = await finalInvoice(request, place);
    await signInAs(place.supervisor, { language, path: '/finance/invoices' });
    const row = page.getByRole('row').filter({ hasText: number });
    await expect(row).toContainText(words.unread);
    await expect(row).toContainText(words.open);
    await page.getByRole('link', { name: number, exact: true }).click();
    const questions = page.getByRole('region', { name: words.questions });
    await expect(questions.getByRole('link', { name: words.act })).toBeVisible();
    await page.getByRole('link', { name: words.ofLine }).click();
    await expect(page.getByRole('link', { name: new RegExp(`${number}.*Werkschoenen`) })).toBeVisible();
    await expect(page.getByLabel(words.subject)).toHaveValue(new RegExp(number));
    await page.getByRole('textbox', { name: words.body }).fill('Wij kregen er geen.');
    await page.getByRole('button', { name: words.send }).click();
    await expect(page).toHaveURL(/messages\/[0-9a-f-]{36}$/);
    await expect(page.getByText('Wij kregen er geen.')).toBeVisible();

    // The office, elsewhere.
    const { items } = await (await request.get(`/api/messages?invoiceId=${id}`)).json();
    const asked = await (await request.get(`/api/invoices?question=true&q=${number}`)).json();
    expect([items.length, asked.total]).toEqual([1, 1]);
    const answer = await request.post(`/api/messages/${items[0].id}/replies`, {
      data: { id: crypto.randomUUID(), body: 'Die crediteren wij.', fileIds: [] },
    });
    expect(answer.status()).toBe(201);
    await page.goto('/finance/invoices');
    await expect(row).not.toContainText(words.unread);
    await page.getByRole('link', { name: number, exact: true }).click();
    await questions.getByRole('link', { name: new RegExp(number) }).click();
    await expect(page.getByText('Die crediteren wij.')).toBeVisible();
  });
}

test('Staff book a payment in part, undo it, and have a bank statement book the whole', async ({
  page,
  makeWorkplace,
  signInAs,
  request,
}) => {
  const place = await makeWorkplace([]);
  const { id, number } = await finalInvoice(request, place);
  await signInAs('staff', { path: `/finance/invoices/${id}` });
  const payments = page.getByRole('region', { name: 'Betalingen' });
  await expect(payments).toContainText('€ 121,00');
  await payments.getByRole('button', { name: 'Betaling boeken' }).click();
  const dialog = page.getByRole('dialog', { name: 'Betaling boeken' });
  await dialog.getByLabel('Bedrag (€)').fill('200');
  await dialog.getByRole('button', { name: 'Betaling boeken' }).click();
  await expect(dialog).toContainText('Er staat niet meer open dan € 121,00.');
  await dialog.getByLabel('Bedrag (€)').fill('21');
  await dialog.getByRole('button', { name: 'Betaling boeken' }).click();
  await expect(payments).toContainText('€ 100,00');
  await payments.getByRole('button', { name: 'Betaling van € 21,00 ongedaan maken' }).click();
  await expect(payments).toContainText('Ongedaan gemaakt door');

  await page.goto('/finance/bank');
  const short = await finalInvoice(request, place);
  const entry = (
    amount: string,
    said: string,
  ) => `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
    <BookgDt><Dt>2026-11-20</Dt></BookgDt><NtryDtls><TxDtls><RltdPties><Dbtr><Nm>${place.organisationName}</Nm></Dbtr></RltdPties>
    <RmtInf><Ustrd>${said}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`;
  const statement = `<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt>
    <Acct><Id><IBAN>NL91ABNA0417164300</IBAN></Id></Acct>${entry('121.00', `Factuur ${number}`)}${entry('12.34', `${place.organisationName} bedankt`)}${entry('120.63', `Betreft ${short.number}`)}</Stmt></BkToCstmrStmt></Document>`;
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: /Kies een bestand/ }).click(),
  ]);
  await chooser.setFiles({ name: 'afschrift.xml', mimeType: 'application/xml', buffer: Buffer.from(statement) });
  await expect(page.getByRole('status').filter({ hasText: '1 geboekt.' })).toContainText('2 te bekijken.');
  // One that names its invoice and is too little: booked in one press, and taken back.
  const less = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: `Betreft ${short.number}` });
  await expect(less).toContainText('€ 0,37 blijft open');
  await less.getByRole('button', { name: `Boeken op ${short.number}` }).click();
  await expect(less).toBeHidden();
  await page.getByRole('button', { name: 'Ongedaan maken' }).click();
  await expect(less).toBeVisible();
  const doubtful = page.getByRole('listitem').filter({ hasText: `${place.organisationName} bedankt` });
  await doubtful.getByRole('button', { name: 'Boeken', exact: true }).click();
  await expect(doubtful.getByLabel('Factuurnummer')).toBeFocused();
  await expect(doubtful).toContainText('Vul dit in.');
  await doubtful.getByLabel('Factuurnummer').fill(number);
  await doubtful.getByRole('button', { name: 'Boeken', exact: true }).click();
  await expect(doubtful).toContainText('Er is geen openstaande factuur met dit nummer.');
  await doubtful.getByRole('button', { name: /^Voor geen factuur/ }).click();
  await expect(doubtful).toBeHidden();
  await page.goto(`/finance/invoices/${id}`);
  await expect(payments.getByText('Betaald', { exact: true })).toBeVisible();
});
