import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { SMTPServer } from 'smtp-server';
import { freePort, onServer, untilUp } from '../own-product.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** The portal in production on an empty database of its own, with a mail server that keeps what it takes. */
export interface EmptyPortal {
  url: string;
  /** The link in the newest mail to an address; waits until there is one. */
  linkFor(email: string): Promise<string>;
  /** The newest mail to an address that says something, as it came over the line; waits until there is one. */
  mailFor(email: string, saying: string): Promise<string>;
  /** The demo agency, in production. */
  fill(): Promise<void>;
  /** What `npm run admin` does. */
  makeAdmin(email: string, name: string): Promise<void>;
  close(): Promise<void>;
}

export async function openEmptyPortal(): Promise<EmptyPortal> {
  const server = process.env.TEST_DATABASE_URL ?? '';
  const name = `konnekt_chain_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
  await onServer(server, `CREATE DATABASE ${name}`);
  const database = new URL(server);
  database.pathname = `/${name}`;
  const mails: { to: string; text: string; source: string }[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const source = Buffer.concat(chunks).toString();
        const text = readable(source);
        for (const { address } of session.envelope.rcptTo) mails.push({ to: address.toLowerCase(), text, source });
        done();
      });
    },
  });
  smtp.listen(0, '127.0.0.1');
  await once(smtp.server, 'listening');
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    KONNEKT_DEMO: '0',
    DATABASE_URL: database.toString(),
    JWT_SECRET: 'b3f1c09e7a5d42168c7e90ab34d1f6527c8e',
    PUBLIC_URL: url,
    SMTP_URL: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`,
    HOST: 'localhost',
    PORT: String(port),
    WEB_DIR: path.join(root, 'apps/web/dist'),
    LOG_LEVEL: 'error',
  };
  let api: ChildProcess | undefined;
  const start = async () => {
    api = spawn(process.execPath, ['apps/api/src/server.ts'], { cwd: root, env, stdio: 'inherit' });
    await untilUp(`${url}/api/health`);
  };
  const mailsTo = (to: string) => mails.filter((mail) => mail.to === to.toLowerCase());
  const waitFor = async (to: string, find: () => string | undefined): Promise<string> => {
    for (let tries = 0; tries < 300; tries++) {
      const found = find();
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`No mail for ${to}`);
  };
  return {
    url,
    linkFor: (to) =>
      waitFor(
        to,
        () =>
          mailsTo(to)
            .at(-1)
            ?.text.match(new RegExp(`${url}/[a-z-]+#[\\w-]+`))?.[0],
      ),
    mailFor: (to, saying) => waitFor(to, () => mailsTo(to).findLast(({ text }) => text.includes(saying))?.source),
    fill: async () => {
      const migrate = `import { migrate } from './apps/api/src/migrate.ts'; await migrate(process.env.DATABASE_URL, 'prisma/migrations')`;
      for (const script of [['--input-type=module', '-e', migrate], ['prisma/seed.ts']])
        await promisify(execFile)(process.execPath, script, { cwd: root, env });
      await start();
    },
    makeAdmin: async (email, adminName) => {
      const script = path.join(root, 'scripts/make-admin.ts');
      await promisify(execFile)(process.execPath, [script, email, adminName, '--agency', 'Uitzendbureau Ketting'], {
        cwd: root,
        env,
      });
      await start();
    },
    close: async () => {
      if (api) {
        api.kill('SIGTERM');
        await once(api, 'exit');
      }
      smtp.close();
      await onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

/** Quoted-printable as text: lines cut by `=` joined, `=3D` and its like as letters. */
const readable = (source: string): string =>
  source
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
