import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { sql } from '#api/kit/sql';
import { ask, type Client, now, testApp } from '#api/test/build-app';
import { completeAgency, createClient, createDraft, createInvoices } from '#api/test/invoices';
import { signInNew } from '#api/test/sign-in-as';
import { startSmtpServer, type TestSmtpServer } from '#api/test/smtp-server';
import { findBrokenRules } from '../data-check/data-check.repository.ts';
import { type MailOutbox, mailOutbox } from '../mail/mail.sender.ts';
import { writeMails } from './invoice-sending.service.ts';

const test = testApp();
let staff: Client;
let smtp: TestSmtpServer;
let outbox: MailOutbox;

beforeAll(async () => {
  await completeAgency(test.db);
  staff = await signInNew(test, 'staff');
  smtp = await startSmtpServer();
  outbox = mailOutbox(test.db, { smtpUrl: smtp.url, host: 'uren.bureau.example' });
});
afterAll(async () => {
  outbox.close();
  await smtp.close();
});

const send = async (ids: string[], again = false) =>
  (await ask(test.app, staff, 'POST', '/api/invoices/send', { ids, again })).body;
const log = async (id: string) => (await ask(test.app, staff, 'GET', `/api/invoices/${id}/sendings`)).body.items;
const download = async (id: string, part: string) =>
  (await test.app.inject({ url: `/api/invoices/${id}/${part}`, cookies: staff.cookies })).rawPayload;
const write = () => writeMails({ db: test.db, now: () => now, wakeMail: () => {} });
/** Until nothing waits: the job of the application may have taken some. */
async function deliver() {
  await write();
  await vi.waitFor(async () => {
    await outbox.sendDue();
    const [waiting] = await test.db.query<{ n: number }>(sql`
      SELECT count(*)::int AS n FROM invoice_sending s LEFT JOIN mail m ON m.id = s.mail_id WHERE s.mail_id IS NULL OR (m.sent_at IS NULL AND m.attempts = 0)`);
    expect(waiting?.n).toBe(0);
  }, 10_000);
}
const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');
const attachmentsOf = (source: string) =>
  source.split(/^--.+\r?$/m).flatMap((part) => {
    const [headers = '', body = ''] = part.split(/\r?\n\r?\n/);
    if (!/^content-disposition: attachment/im.test(headers)) return [];
    const name = /filename="?([^"\r\n]+)"?/.exec(headers)?.[1];
    return [{ name, sha256: sha256(Buffer.from(body.replace(/\s/g, ''), 'base64')) }];
  });

describe('an invoice is mailed', () => {
  it('with the same bytes as are downloaded, in the language of the client, to both its addresses', async () => {
    const client = await createClient(test.db);
    await test.db.query(sql`
      UPDATE organisation SET invoice_language = 'en', invoice_copy_email = 'kopie@klant.example' WHERE id = ${client}::uuid`);
    const [invoice] = await createInvoices(test, staff, [client]);
    if (!invoice) throw new Error('no invoice');
    expect(await send([invoice.id])).toEqual({ done: [{ id: invoice.id }], refused: [] });
    await deliver();
    const mails = smtp.received.filter(({ source }) => source.includes(invoice.number));
    expect(mails.flatMap(({ to }) => to).sort()).toEqual(['facturen@klant.example', 'kopie@klant.example']);
    expect(mails[0]?.source).toMatch(new RegExp(`^Subject: Invoice ${invoice.number} from`, 'm'));
    const files = [
      { name: `${invoice.number}.pdf`, sha256: sha256(await download(invoice.id, 'pdf')) },
      { name: `${invoice.number}.xml`, sha256: sha256(await download(invoice.id, 'ubl')) },
    ];
    for (const { source } of mails) expect(attachmentsOf(source)).toEqual(files);
    const told = (await log(invoice.id)).toSorted((a: { to: string }, b: { to: string }) => a.to.localeCompare(b.to));
    expect(told).toEqual([
      expect.objectContaining({ to: 'facturen@klant.example', state: 'sent', tries: 1 }),
      expect.objectContaining({ to: 'kopie@klant.example', state: 'sent', step: 0, byName: expect.any(String) }),
    ]);
  });

  it('once, however often it is pressed and whoever writes the mails; again only where that is asked for', async () => {
    const clients = await Promise.all([createClient(test.db), createClient(test.db)]);
    const ids = (await createInvoices(test, staff, clients)).map(({ id }) => id);
    const pressed = await Promise.all([send(ids), send(ids), send(ids)]);
    expect(pressed.flatMap(({ done }) => done)).toHaveLength(2);
    await Promise.all([write(), write(), write()]);
    await deliver();
    const mailsOf = async () =>
      (
        await test.db.query(
          sql`SELECT FROM mail m JOIN invoice_sending s ON s.mail_id = m.id WHERE s.invoice_id = ANY(${ids}::uuid[])`,
        )
      ).length;
    expect(await mailsOf()).toBe(2);
    expect((await send(ids)).refused.map(({ code }: { code: string }) => code)).toEqual([
      'already-sent',
      'already-sent',
    ]);
    expect((await send(ids, true)).done).toHaveLength(2);
    expect((await send(ids, true)).refused.map(({ code }: { code: string }) => code)).toEqual([
      'on-its-way',
      'on-its-way',
    ]);
    await deliver();
    expect(await mailsOf()).toBe(4);
  });

  it('not where there is no address, a draft, or nothing; each says why, and the others go', async () => {
    const [withAddress, without] = [await createClient(test.db), await createClient(test.db, null)];
    const [one, other] = await createInvoices(test, staff, [withAddress, without]);
    const draft = await createDraft(test.db, withAddress);
    const unknown = '018f0000-0000-7000-8000-000000000000';
    const answer = await send([one?.id ?? '', other?.id ?? '', draft, unknown]);
    expect(answer).toEqual({
      done: [{ id: one?.id }],
      refused: [
        { id: other?.id, code: 'no-address' },
        { id: draft, code: 'not-final' },
        { id: unknown, code: 'not-found' },
      ],
    });
  });

  it('without the e-invoice where the client wants the PDF alone, and again after the server refused it', async () => {
    const client = await createClient(test.db);
    await test.db.query(sql`UPDATE organisation SET invoice_document = 'pdf' WHERE id = ${client}::uuid`);
    const [invoice] = await createInvoices(test, staff, [client]);
    const id = invoice?.id ?? '';
    smtp.behaviour = 'refuse-for-good';
    await send([id]);
    await deliver();
    const [failed] = await log(id);
    expect(failed).toMatchObject({ state: 'given-up', failure: 'address-refused', canTryAgain: true });
    smtp.behaviour = 'accept';
    expect((await ask(test.app, staff, 'POST', '/api/mails/try-again', { ids: [failed.mailId] })).body.done).toBe(1);
    await vi.waitFor(async () => {
      await outbox.sendDue();
      expect((await log(id))[0].state).toBe('sent');
    });
    const mail = smtp.received.find(({ source }) => source.includes(invoice?.number ?? '?'));
    expect(attachmentsOf(mail?.source ?? '').map(({ name }) => name)).toEqual([`${invoice?.number}.pdf`]);
  });

  it('is not known to who is not of the office', async () => {
    const supervisor = await signInNew(test, 'supervisor');
    expect((await ask(test.app, supervisor, 'POST', '/api/invoices/send', { ids: [staff] })).status).toBe(403);
    expect(await findBrokenRules(test.db)).toEqual([]);
  });
});
