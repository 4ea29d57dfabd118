import { expect, it } from 'vitest';
import { certificates } from '../apps/api/src/test/certificates.ts';
import { startSmtpServer } from '../apps/api/src/test/smtp-server.ts';
import { mailServerSentence } from './mail-server.ts';

it('says in one sentence why no mail goes, without the password, and that mail waits', async () => {
  const smtp = await startSmtpServer(0, { secure: true, ...certificates.expired });
  const host = `localhost:${new URL(smtp.url).port}`;
  try {
    expect(await mailServerSentence(`smtps://konnekt:geheim@${host}`)).toBe(
      `The mail server of SMTP_URL (${host}) has a certificate that expired (certificate has expired): until that is put right mail waits in the outbox, and goes by itself after that.`,
    );
  } finally {
    await smtp.close();
  }
  expect(await mailServerSentence(`smtp://konnekt:geheim@${host}`)).toMatch(/cannot be reached \(.*ECONNREFUSED/);
  expect(await mailServerSentence('smtp://mail.invalid')).toMatch(/has a name that nobody knows/);
});

it('says nothing where mail goes', async () => {
  const smtp = await startSmtpServer();
  expect(await mailServerSentence(smtp.url)).toBeUndefined();
  await smtp.close();
});
