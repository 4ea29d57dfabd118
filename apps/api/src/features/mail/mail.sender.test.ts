import { createHash, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readContent } from '#api/kit/file-content';
import { keepFile, removeFile } from '#api/kit/files';
import { sql } from '#api/kit/sql';
import { testApp } from '#api/test/build-app';
import { createInvited, type Person } from '#api/test/factories';
import { startSmtpServer, type TestSmtpServer } from '#api/test/smtp-server';
import { queueMail } from './mail.repository.ts';
import { type MailOutbox, MOST_TRIES, mailOutbox, waitAfter } from './mail.sender.ts';

const test = testApp();
let smtp: TestSmtpServer;
let outbox: MailOutbox;
let person: Person;

const openOutbox = (keepsBodies = false) =>
  mailOutbox(test.db, { smtpUrl: smtp.url, host: 'uren.bureau.example', keepsBodies });

beforeEach(async () => {
  await test.db.query(sql`DELETE FROM mail`);
  smtp = await startSmtpServer();
  outbox = openOutbox();
  person = await createInvited(test.db);
});
afterEach(async () => {
  outbox.close();
  await smtp.close();
});

type Attachment = { fileId: string; name: string };
const write = (subject = 'Uitnodiging', to = 'Anna@klant.example', goodForHours = 48, attachments: Attachment[] = []) =>
  test.db.transaction(null, (tx) =>
    queueMail(tx, {
      kind: 'activation',
      to,
      language: 'nl',
      accountId: person.accountId,
      subject,
      text: 'Beste Anna, zo ging het vóór 9.00 uur € 5',
      html: '<p>Beste Anna</p>',
      goodForHours,
      attachments,
    }),
  );

interface State {
  id: string;
  attempts: number;
  isSent: boolean;
  isFailed: boolean;
  hasBody: boolean;
  lastError: string | null;
  waits: number;
}
const states = () =>
  test.db.query<State>(sql`
    SELECT id, attempts, sent_at IS NOT NULL AS "isSent", failed_at IS NOT NULL AS "isFailed", body_text IS NOT NULL AS "hasBody",
           last_error AS "lastError", greatest(0, round(extract(epoch FROM next_try_at - now())))::int AS waits
      FROM mail ORDER BY id`);
/** The parts of a mail that are files: what they say of themselves, and the hash of what is in them. */
const attachmentsOf = (source: string) =>
  source.split(/^--.+\r?$/m).flatMap((part) => {
    const [headers = '', body = ''] = part.split(/\r?\n\r?\n/);
    if (!/^content-disposition: attachment/im.test(headers)) return [];
    const content = Buffer.from(body.replace(/\s/g, ''), 'base64');
    return [{ headers, sha256: createHash('sha256').update(content).digest('hex') }];
  });
const letTimePass = () => test.db.query(sql`UPDATE mail SET next_try_at = now()`);

describe('the outbox', () => {
  it('sends what was written, in text and in HTML, from the agency', async () => {
    await write();
    expect(await outbox.sendDue()).toBe(1);
    const [mail] = smtp.received;
    expect(mail?.to).toEqual(['Anna@klant.example']);
    expect(mail?.source).toMatch(/^From: Testbureau <help@bureau\.example>/m);
    expect(mail?.source).toMatch(/^Subject: Uitnodiging/m);
    expect(mail?.source).toContain('multipart/alternative');
    expect(mail?.source).toMatch(/^Auto-Submitted: auto-generated/im);
  });

  it('takes files along, byte for byte, under the names they were given', async () => {
    const { personId } = person;
    const keep = (content: Buffer) =>
      keepFile(test.db, personId, 'import', { name: 'x', mediaType: 'application/pdf', content });
    const [long, none] = [await keep(randomBytes(1_000_003)), await keep(Buffer.alloc(0))];
    await write('Factuur', 'a@b.example', 48, [
      { fileId: long.id, name: 'Factuur “2026-47” Café.pdf' },
      { fileId: none.id, name: 'leeg.pdf' },
    ]);
    smtp.behaviour = 'refuse-for-now';
    await outbox.sendDue();
    await letTimePass();
    smtp.behaviour = 'accept';
    expect(await outbox.sendDue()).toBe(1);
    const files = attachmentsOf(smtp.received[0]?.source ?? '');
    expect(files.map(({ sha256 }) => sha256)).toEqual([long.sha256, none.sha256]);
    expect(files[0]?.headers).toMatch(/^Content-Type: application\/pdf/m);
    expect(files[0]?.headers).toMatch(/filename\*0\*=utf-8''Factuur%20.+Caf/);
    expect(files[1]?.headers).toContain('filename=leeg.pdf');
  });

  it('keeps the files of a mail as long as the mail', async () => {
    const file = await keepFile(test.db, person.personId, 'import', {
      name: 'x.pdf',
      mediaType: 'application/pdf',
      content: Buffer.from('kept'),
    });
    await write('Factuur', 'a@b.example', 48, [{ fileId: file.id, name: 'x.pdf' }]);
    const remove = () => test.db.transaction(null, (tx) => removeFile(tx, file.id));
    await expect(remove()).rejects.toThrow('mail_attachment');
    await test.db.query(sql`DELETE FROM mail`);
    await remove();
    expect(await readContent(test.db, file.id)).toBeUndefined();
  });

  it('has one line in each header, whatever it was made of', async () => {
    const name = 'Bureau\r\nBcc: mallory@x.example';
    await test.db.query(sql`UPDATE agency SET name = ${name}`);
    await write('Uitnodiging\r\nBcc: mallory@x.example\u2028\u202e van Bureau');
    await outbox.sendDue();
    await test.db.query(sql`UPDATE agency SET name = 'Testbureau'`);
    const [mail] = smtp.received;
    expect(mail?.to).toEqual(['Anna@klant.example']);
    const [headers = ''] = (mail?.source ?? '').split(/\r?\n\r?\n/);
    expect(headers).not.toMatch(/^Bcc:/im);
    const [stored] = await test.db.query<{ subject: string }>(sql`SELECT subject FROM mail`);
    expect(stored?.subject).toBe('Uitnodiging Bcc: mallory@x.example van Bureau');
  });

  it('sends each once, and keeps none of its words after that', async () => {
    await write();
    await outbox.sendDue();
    await outbox.sendDue();
    const [state] = await states();
    expect(smtp.received).toHaveLength(1);
    expect(state).toMatchObject({ attempts: 1, isSent: true, hasBody: false, lastError: null });
    expect(smtp.received[0]?.messageId).toBe(`<${state?.id}@uren.bureau.example>`);
  });

  it('keeps the words where they are read in the product', async () => {
    const demo = openOutbox(true);
    await write();
    await demo.sendDue();
    demo.close();
    expect((await states())[0]).toMatchObject({ isSent: true, hasBody: true });
  });

  it('sends each once when many processes send at the same time', async () => {
    for (let n = 0; n < 12; n++) await write(`Mail ${n}`);
    const others = [openOutbox(), openOutbox(), openOutbox()];
    const counts = await Promise.all([outbox, ...others].map((one) => one.sendDue()));
    for (const one of others) one.close();
    // Whoever found nothing left stopped early; what they left is sent now.
    await outbox.sendDue();
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(12);
    expect(new Set(smtp.received.map(({ messageId }) => messageId)).size).toBe(12);
    expect(smtp.received).toHaveLength(12);
  });

  it('sends nothing of a transaction that failed', async () => {
    const failing = test.db.transaction(null, async (tx) => {
      await queueMail(tx, {
        kind: 'x',
        to: 'a@b.example',
        language: 'nl',
        accountId: person.accountId,
        subject: 's',
        text: 't',
        html: 'h',
        goodForHours: 48,
      });
      throw new Error('broken off');
    });
    await expect(failing).rejects.toThrow('broken off');
    expect(await outbox.sendDue()).toBe(0);
  });
});

describe('a mail server that does not take a mail', () => {
  it('is asked again later, and later each time', async () => {
    smtp.behaviour = 'refuse-for-now';
    await write();
    for (let tries = 1; tries <= 3; tries++) {
      await letTimePass();
      expect(await outbox.sendDue()).toBe(0);
      const [state] = await states();
      expect(state).toMatchObject({ attempts: tries, isSent: false, isFailed: false, hasBody: true });
      expect(state?.lastError).toContain('Try again later');
      expect(state?.waits).toBeGreaterThan(waitAfter(tries) / 2);
      expect(state?.waits).toBeLessThanOrEqual(waitAfter(tries));
    }
    expect(await outbox.sendDue()).toBe(0);
    smtp.behaviour = 'accept';
    await letTimePass();
    expect(await outbox.sendDue()).toBe(1);
    expect(smtp.received).toHaveLength(1);
  });

  it('is given up after so many tries, and the link goes', async () => {
    smtp.behaviour = 'refuse-for-now';
    await write();
    for (let n = 0; n < MOST_TRIES; n++) {
      await letTimePass();
      await outbox.sendDue();
    }
    expect((await states())[0]).toMatchObject({ attempts: MOST_TRIES, isFailed: true, hasBody: false });
    smtp.behaviour = 'accept';
    expect(await outbox.sendDue()).toBe(0);
  });

  it('is believed at once when it says that there is no such address; others still get theirs', async () => {
    smtp.behaviour = 'refuse-for-good';
    await write();
    await outbox.sendDue();
    expect((await states())[0]).toMatchObject({ attempts: 1, isFailed: true, hasBody: false });
    smtp.behaviour = 'accept';
    await write('Volgende');
    expect(await outbox.sendDue()).toBe(1);
  });

  it('is asked for one mail a minute, not for each, while it cannot be reached, and costs none a try', async () => {
    for (let n = 0; n < 5; n++) await write();
    await smtp.close();
    await outbox.sendDue();
    const after = await states();
    expect(after.map(({ attempts }) => attempts)).toEqual([0, 0, 0, 0, 0]);
    expect(after.map(({ waits }) => waits > 0)).toEqual([true, false, false, false, false]);
    expect(after[0]?.lastError).toContain('ECONNREFUSED');
    for (let n = 0; n < MOST_TRIES; n++) {
      await letTimePass();
      await outbox.sendDue();
    }
    smtp = await startSmtpServer(Number(new URL(smtp.url).port));
    await letTimePass();
    expect(await outbox.sendDue()).toBe(5);
  });

  it('that comes back late gets no mail that is of no use any more', async () => {
    await write('Over');
    await write('Goed', undefined, 49);
    await test.db.query(sql`UPDATE mail SET expires_at = expires_at - interval '48 hours'`);
    expect(await outbox.sendDue()).toBe(1);
    expect(smtp.heard).toHaveLength(1);
    expect(await states()).toMatchObject([
      { attempts: 0, isFailed: true, hasBody: false },
      { attempts: 1, isSent: true },
    ]);
  });

  it('that hangs up after the last byte gets the mail again, known by the same Message-ID', async () => {
    smtp.behaviour = 'hang-up';
    await write();
    expect(await outbox.sendDue()).toBe(0);
    smtp.behaviour = 'accept';
    await letTimePass();
    expect(await outbox.sendDue()).toBe(1);
    expect(smtp.heard).toHaveLength(2);
    expect(smtp.heard[0]?.messageId).toBe(smtp.heard[1]?.messageId);
    expect((await states())[0]).toMatchObject({ attempts: 2, isSent: true });
  });
});
