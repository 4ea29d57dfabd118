import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { promisify } from 'node:util';
import { freePort, onServer, untilUp } from '../own-product.ts';
import { stallableLine } from './stallable-line.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** The product with the demo, on a database and a process of its own that can be made to fail. */
export interface FragilePortal {
  url: string;
  /** Past the line that stalls. */
  databaseUrl: string;
  /** The database does not answer while `during` lasts. */
  whileStalled<T>(during: () => Promise<T>): Promise<T>;
  /** The process is ended on the spot, and started anew once `during` is done. */
  whileKilled<T>(during: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export async function openFragilePortal(): Promise<FragilePortal> {
  const server = process.env.TEST_DATABASE_URL ?? '';
  const name = `konnekt_faults_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
  const database = new URL(server);
  database.pathname = `/${name}`;
  const line = await stallableLine(database.toString());
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env = {
    ...process.env,
    NODE_OPTIONS: '--disable-warning=ExperimentalWarning',
    DATABASE_URL: line.url,
    JWT_SECRET: 'end-to-end-secret-of-32-characters-or-more',
    KONNEKT_DEMO: '1',
    PORT: String(port),
    HOST: 'localhost',
    WEB_DIR: path.join(root, 'apps/web/dist'),
    LOG_LEVEL: 'fatal', // that the database is gone is what is tried here
  };
  // Makes the database, its tables and the demo.
  const seed = ['scripts/with-database.ts', process.execPath, 'prisma/seed.ts'];
  await promisify(execFile)(process.execPath, seed, { cwd: root, env });
  const start = async () => {
    const started = spawn(process.execPath, ['apps/api/src/server.ts'], { cwd: root, env, stdio: 'inherit' });
    await untilUp(`${url}/api/health`);
    return started;
  };
  const end = async (one: ChildProcess, signal: 'SIGKILL' | 'SIGTERM') => {
    const exit = once(one, 'exit');
    one.kill(signal);
    await exit;
  };
  let api = await start();
  return {
    url,
    databaseUrl: database.toString(),
    whileStalled: async (during) => {
      line.stall();
      try {
        return await during();
      } finally {
        line.goOn();
      }
    },
    whileKilled: async (during) => {
      await end(api, 'SIGKILL');
      try {
        return await during();
      } finally {
        api = await start();
      }
    },
    close: async () => {
      await end(api, 'SIGTERM');
      await line.close();
      await onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}
