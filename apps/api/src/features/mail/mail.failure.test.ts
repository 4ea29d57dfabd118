import { once } from 'node:events';
import net from 'node:net';
import type { MailFailure } from '@konnekt/shared/mail/mail.words';
import type { SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { sql } from '#api/kit/sql';
import { testApp } from '#api/test/build-app';
import { certificates } from '#api/test/certificates';
import { createInvited } from '#api/test/factories';
import { startSmtpServer } from '#api/test/smtp-server';
import { queueMail } from './mail.repository.ts';
import { mailOutbox, mailServerProblem } from './mail.sender.ts';

const test = testApp();
const toClose: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of toClose.splice(0)) await close();
});

async function server(options: SMTPServerOptions = {}) {
  const smtp = await startSmtpServer(0, options);
  toClose.push(() => smtp.close());
  return smtp;
}

interface Outcome {
  failure: MailFailure;
  tries: number;
  isGivenUp: boolean;
  error: string;
}
/** Sends one mail there; what became of it, and what is in the log. */
async function sendTo(smtpUrl: string) {
  const { accountId } = await createInvited(test.db);
  await test.db.query(sql`DELETE FROM mail`);
  await test.db.transaction(null, (tx) =>
    queueMail(tx, {
      kind: 'x',
      to: 'anna@x.example',
      language: 'nl',
      accountId,
      subject: 's',
      text: 't',
      html: 'h',
      goodForHours: 48,
    }),
  );
  const logged: { level: 'warn' | 'error'; words: object }[] = [];
  const log = {
    warn: (words: object) => logged.push({ level: 'warn', words }),
    error: (words: object) => logged.push({ level: 'error', words }),
  };
  const outbox = mailOutbox(test.db, { smtpUrl, host: 'uren.bureau.example', log });
  toClose.push(() => outbox.close());
  const problem = await mailServerProblem(smtpUrl);
  await outbox.sendDue();
  const [mail] = await test.db.query<Outcome>(sql`
    SELECT failure, attempts AS tries, failed_at IS NOT NULL AS "isGivenUp", last_error AS error FROM mail`);
  return { ...mail, problem: problem?.failure, logged };
}

describe('a mail server that lets no mail go is named with its reason, at once and for each mail, and costs none a try', () => {
  const waits = { tries: 0, isGivenUp: false };
  const logged = (failure: MailFailure) => [{ level: 'warn', words: expect.objectContaining({ failure, tries: 0 }) }];
  const isServers = (failure: MailFailure) => ({ ...waits, failure, problem: failure, logged: logged(failure) });

  it('its certificate expired', async () => {
    const smtp = await server({ secure: true, ...certificates.expired });
    const url = smtp.url.replace('smtp://127.0.0.1', 'smtps://localhost');
    expect(await sendTo(url)).toMatchObject(isServers('certificate-expired'));
  });

  it('its certificate is not to be trusted', async () => {
    const smtp = await server({ secure: true, ...certificates.ownWord });
    const url = smtp.url.replace('smtp://127.0.0.1', 'smtps://localhost');
    expect(await sendTo(url)).toMatchObject(isServers('certificate-untrusted'));
  });

  it('it speaks no TLS where that is asked', async () => {
    const smtp = await server();
    expect(await sendTo(smtp.url.replace('smtp:', 'smtps:'))).toMatchObject(isServers('no-encryption'));
  });

  it('it refuses the password', async () => {
    const smtp = await server({
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(new Error('Invalid username or password')),
    });
    expect(await sendTo(smtp.url.replace('//', '//konnekt:wrong@'))).toMatchObject(isServers('wrong-password'));
  });

  it('it asks for a password that is not given', async () => {
    const smtp = await server({ disabledCommands: ['STARTTLS'], allowInsecureAuth: true, authOptional: false });
    expect(await sendTo(smtp.url)).toMatchObject({ ...waits, failure: 'wrong-password' });
  });

  it('nobody listens there', async () => {
    const smtp = await startSmtpServer();
    await smtp.close();
    expect(await sendTo(smtp.url)).toMatchObject(isServers('unreachable'));
  });

  it('nobody knows its name', async () => {
    expect(await sendTo('smtp://mail.invalid')).toMatchObject(isServers('unknown-host'));
  });

  it('it says nothing', async () => {
    const silent = net.createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as net.AddressInfo;
    const sockets = new Set<net.Socket>();
    silent.on('connection', (socket) => sockets.add(socket));
    toClose.push(() => {
      for (const socket of sockets) socket.destroy();
      silent.close();
    });
    expect(await sendTo(`smtp://127.0.0.1:${port}/?greetingTimeout=300`)).toMatchObject(isServers('timed-out'));
  });
});

describe('a mail that the server refuses', () => {
  it('for its address is given up at once', async () => {
    const smtp = await server();
    smtp.behaviour = 'refuse-for-good';
    expect(await sendTo(smtp.url)).toMatchObject({
      failure: 'address-refused',
      tries: 1,
      isGivenUp: true,
      error: expect.stringContaining('No such mailbox'),
      problem: undefined,
      logged: [{ level: 'error', words: { failure: 'address-refused', responseCode: 550 } }],
    });
  });

  it('for now is tried again', async () => {
    const smtp = await server();
    smtp.behaviour = 'refuse-for-now';
    expect(await sendTo(smtp.url)).toMatchObject({
      failure: 'refused-for-now',
      tries: 1,
      isGivenUp: false,
      logged: [{ level: 'warn', words: { failure: 'refused-for-now', responseCode: 451 } }],
    });
  });

  it('for its sender is given up, and says that', async () => {
    const smtp = await server({
      onMailFrom: (_address, _session, done) =>
        done(Object.assign(new Error('Not your address'), { responseCode: 553 })),
    });
    expect(await sendTo(smtp.url)).toMatchObject({ failure: 'sender-refused', tries: 1, isGivenUp: true });
  });

  it('by hanging up may have arrived: a try like any other', async () => {
    const smtp = await server();
    smtp.behaviour = 'hang-up';
    expect(await sendTo(smtp.url)).toMatchObject({ failure: 'hung-up', tries: 1, isGivenUp: false });
  });

  it('never puts an address into the log', async () => {
    const smtp = await server();
    smtp.behaviour = 'refuse-for-good';
    expect(JSON.stringify((await sendTo(smtp.url)).logged)).not.toContain('@');
  });
});
