import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { background } from './features/background/background.work.ts';
import { queueMail } from './features/mail/mail.repository.ts';
import { mailOutbox } from './features/mail/mail.sender.ts';
import { addClockwork } from './jobs.ts';
import { type Jobs, openJobs } from './kit/jobs.ts';
import { sql } from './kit/sql.ts';
import { testApp } from './test/build-app.ts';
import { createInvited } from './test/factories.ts';
import { startSmtpServer, type TestSmtpServer } from './test/smtp-server.ts';

const test = testApp();
let smtp: TestSmtpServer;
let jobs: Jobs | undefined;
let wakeMail = () => {};

beforeEach(async () => {
  smtp = await startSmtpServer();
});
afterEach(async () => {
  await jobs?.stop();
  jobs = undefined;
  await smtp.close();
});

const start = async () => {
  const outbox = mailOutbox(test.db, { smtpUrl: smtp.url, host: 'uren.bureau.example' });
  jobs = openJobs({ db: test.db, log: console, background: background(test.db, console) });
  ({ wakeMail } = addClockwork(jobs, test.db, outbox));
  await jobs.start();
};
async function write(): Promise<void> {
  const { accountId } = await createInvited(test.db);
  await test.db.transaction(null, (tx) =>
    queueMail(tx, {
      kind: 'x',
      to: 'a@b.example',
      language: 'nl',
      accountId,
      subject: 's',
      text: 't',
      html: 'h',
      goodForHours: 48,
    }),
  );
}
const waiting = async () =>
  (await test.db.query(sql`SELECT FROM mail WHERE sent_at IS NULL AND failed_at IS NULL`)).length;

describe('mail', () => {
  it('leaves as soon as somebody says that there is some, and what waited when the process starts', async () => {
    await write();
    await start();
    await expect.poll(() => smtp.received.length, { timeout: 20_000 }).toBe(1);
    await write();
    wakeMail();
    await expect.poll(() => smtp.received.length, { timeout: 20_000 }).toBe(2);
    await expect.poll(waiting).toBe(0);
  });

  it('is sent exactly once when the process is killed before the server took it', async () => {
    smtp.behaviour = 'hold';
    await write();
    const sender = fork(path.join(import.meta.dirname, 'test/send-mail.ts'), [test.url, smtp.url]);
    await expect.poll(() => smtp.heard.length, { timeout: 30_000 }).toBe(1);
    sender.kill('SIGKILL');
    await once(sender, 'exit');
    // Nobody was told that it was taken: a server throws away what it has not acknowledged.
    smtp.behaviour = 'accept';
    await expect.poll(waiting).toBe(1);
    await start();
    await expect.poll(() => smtp.received.length, { timeout: 20_000 }).toBe(1);
    await expect.poll(waiting).toBe(0);
    expect(smtp.heard[1]?.messageId).toBe(smtp.heard[0]?.messageId);
  });

  it('is not sent again when the process is killed after it was taken and noted', async () => {
    await write();
    const sender = fork(path.join(import.meta.dirname, 'test/send-mail.ts'), [test.url, smtp.url]);
    await expect.poll(waiting, { timeout: 30_000 }).toBe(0);
    sender.kill('SIGKILL');
    await once(sender, 'exit');
    await start();
    wakeMail();
    await write();
    wakeMail();
    await expect.poll(waiting, { timeout: 20_000 }).toBe(0);
    expect(smtp.received).toHaveLength(2);
  });
});
