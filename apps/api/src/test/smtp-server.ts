import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

interface ReceivedMail {
  to: string[];
  /** As it came over the line: headers and body. */
  source: string;
  messageId: string;
}

/** What the server does with the next mails: takes them, refuses them for now or for good, or hangs up after the last byte. */
type Behaviour = 'accept' | 'refuse-for-now' | 'refuse-for-good' | 'hang-up' | 'hold';

export interface TestSmtpServer {
  url: string;
  /** Every mail whose last byte came in, taken or not. */
  heard: ReceivedMail[];
  /** Those that were taken with a 250. */
  received: ReceivedMail[];
  behaviour: Behaviour;
  /** Lets what is held be taken. */
  release(): void;
  close(): Promise<void>;
}

/** A real SMTP server on a port of its own. */
export async function startSmtpServer(port = 0, options: SMTPServerOptions = {}): Promise<TestSmtpServer> {
  let letGo: (() => void)[] = [];
  const test: Pick<TestSmtpServer, 'heard' | 'received' | 'behaviour'> = {
    heard: [],
    received: [],
    behaviour: 'accept',
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    ...options,
    onRcptTo: (_address, _session, done) =>
      done(test.behaviour === 'refuse-for-good' ? answer(550, 'No such mailbox') : undefined),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const source = Buffer.concat(chunks).toString();
        const mail = {
          to: session.envelope.rcptTo.map(({ address }) => address),
          source,
          messageId: /^message-id: (.+)$/im.exec(source)?.[1] ?? '',
        };
        test.heard.push(mail);
        if (test.behaviour === 'refuse-for-now') return done(answer(451, 'Try again later'));
        if (test.behaviour === 'hang-up') {
          // biome-ignore lint/suspicious/noExplicitAny: the connections are no part of the package's types
          for (const connection of (server as any).connections) connection.close();
          return;
        }
        const take = () => {
          test.received.push(mail);
          done();
        };
        if (test.behaviour === 'hold') letGo.push(take);
        else take();
      });
    },
  });
  server.on('error', () => {});
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  const { port: given } = server.server.address() as AddressInfo;
  return Object.assign(test, {
    url: `smtp://127.0.0.1:${given}`,
    release: () => {
      for (const take of letGo) take();
      letGo = [];
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  });
}

const answer = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode });
