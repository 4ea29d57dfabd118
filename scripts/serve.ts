// The second half of npm start: database, tables, demo data, server. Runs until it is stopped, and stops all of them.
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { nodeOptions, openDatabase, seedDatabase, updateDatabase } from './database.ts';
import { dataFolder, type Job, root, runJob, startProcess, step } from './job.mjs';
import { tryMailServer } from './mail-server.ts';
import { CommandProblem } from './problem.mjs';

await runJob({ log: 'start.log', append: true }, async (job) => {
  const port = Number(process.env.PORT ?? 3000);
  const database = await openDatabase(job);
  try {
    await updateDatabase(job, database);
    if (database.isEmbedded) await seedDatabase(job, database);
    else if (process.env.SMTP_URL) await tryMailServer(job, process.env.SMTP_URL);
    const environment = {
      ...process.env,
      DATABASE_URL: database.url,
      PORT: String(port),
      HOST: process.env.HOST ?? '127.0.0.1',
      WEB_DIR: path.join(root, 'apps/web/dist'),
      ...(database.isEmbedded && { KONNEKT_DEMO: '1', JWT_SECRET: process.env.JWT_SECRET || ownSecret() }),
    };
    return await serve(job, port, environment, database.isEmbedded);
  } finally {
    await database.release();
    if (job.signal.aborted) console.log('Stopped.');
  }
});

/** Runs the server until somebody stops it (0). Ends with a problem when the server ends by itself. */
async function serve(job: Job, port: number, env: NodeJS.ProcessEnv, isDemo: boolean): Promise<number> {
  const server = startProcess(process.execPath, [...nodeOptions, path.join(root, 'apps/api/src/server.ts')], {
    cwd: root,
    env,
    // the server's own log: for the demo in the file, in production where every other program writes it
    stdio: isDemo ? 'pipe' : 'inherit',
    patience: 15_000,
    withParent: true,
  });
  for (const stream of [server.process.stdout, server.process.stderr])
    stream?.on('data', (text) => job.log(String(text)));
  const ended = server.ended.then(
    () => 'ended' as const,
    () => 'ended' as const,
  );
  const stopped = new Promise<'stopped'>((resolve) => {
    if (job.signal.aborted) resolve('stopped');
    job.signal.addEventListener('abort', () => resolve('stopped'));
  });
  const polling = new AbortController();
  try {
    const first = await step(job, 'Starting the server', () =>
      Promise.race([untilHealthy(port, polling.signal), ended, stopped]),
    );
    if (first === 'ended') {
      throw new CommandProblem(
        'server',
        `The server does not start: the reason stands ${isDemo ? `at the end of ${job.logFile}` : 'above'}.`,
      );
    }
    if (first === 'healthy') {
      tellAddress(port, isDemo);
      if ((await Promise.race([ended, stopped])) === 'ended') {
        throw new CommandProblem(
          'server',
          `The server ended by itself: the reason stands ${isDemo ? `at the end of ${job.logFile}` : 'above'}; try again.`,
        );
      }
    }
    console.log('\nStopping …');
    return 0;
  } finally {
    polling.abort();
    await server.stop();
  }
}

async function untilHealthy(port: number, signal: AbortSignal): Promise<'healthy'> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline && !signal.aborted) {
    const isHealthy = await fetch(`http://127.0.0.1:${port}/api/health`, { signal: AbortSignal.timeout(5000) }).then(
      (response) => response.ok,
      () => false,
    );
    if (isHealthy) return 'healthy';
    await wait(100);
  }
  throw new CommandProblem(
    'server',
    'The server does not answer within a minute: try again when the machine is less busy.',
  );
}

function tellAddress(port: number, isDemo: boolean): void {
  const accounts = ['supervisor', 'registrar', 'employee', 'staff', 'admin'].map(
    (name) => `    ${name}@konnekt.example`,
  );
  const demo = ['', '  Demo accounts, password konnekt-demo:', ...accounts];
  console.log(
    ['', `  Konnekt runs on http://localhost:${port}`, ...(isDemo ? demo : []), '', '  Ctrl-C stops it.', ''].join(
      '\n',
    ),
  );
}

/** Signs the sessions of this checkout: made once, so that people stay logged in, and readable by nobody else. */
function ownSecret(): string {
  const file = path.join(dataFolder, 'secret');
  try {
    const secret = readFileSync(file, 'utf8').trim();
    if (secret.length >= 32) return secret;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const secret = randomBytes(32).toString('hex');
  writeFileSync(file, secret, { mode: 0o600 });
  return secret;
}
