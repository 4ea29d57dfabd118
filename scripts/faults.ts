// pnpm faults: people save, send and approve while the API is killed, PostgreSQL is killed, stopped for 40 seconds, and its disk is
// full (root only: a small tmpfs). Then everything that was answered with success has to be there, and every rule of the data has
// to hold. Takes three minutes; needs nothing but this machine.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findLost, startWork } from '@konnekt/api/bench/acknowledged';
import { findBrokenRules } from '@konnekt/api/features/data-check/data-check.repository';
import { ensurePeriods } from '@konnekt/api/features/periods/period.repository';
import { connect, type Db } from '@konnekt/api/kit/database';
import { migrate } from '@konnekt/api/migrate';
import { createAgency } from '@konnekt/api/test/factories';
import { startDatabase } from './embedded-postgres.ts';
import { type Job, root, runJob } from './job.mjs';

const folder = path.join('/var/tmp', `konnekt-faults-${process.pid}`);
const port = 41_867;
const origin = `http://127.0.0.1:${port}`;
const secret = randomBytes(32).toString('hex');
const isRoot = process.getuid?.() === 0;
const DISK_MEGABYTES = 400;
const PAUSE_SECONDS = 40;

await runJob({ log: 'faults.log' }, async (job) => {
  mkdirSync(folder);
  if (isRoot) execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MEGABYTES}m,mode=755`, 'tmpfs', folder]);
  let server: ChildProcess | undefined;
  let database = await startPostgres(job);
  try {
    const url = database.url('konnekt_faults');
    await migrate(url, path.join(root, 'prisma/migrations'));
    const db = connect(url, { poolSize: 2, isPatient: true });
    await createAgency(db);
    await ensurePeriods(db, new Date());
    server = await startServer(url);
    const work = await startWork(db, origin);
    const done = () => `${work.found.approved.size} approved`;

    await wait(5_000);
    console.log(`the API is killed (${done()})`);
    server.kill('SIGKILL');
    await wait(1_000);
    server = await startServer(url);

    await wait(5_000);
    console.log(`PostgreSQL is killed (${done()})`);
    signalPostgres('SIGKILL');
    await wait(2_000);
    await database.release();
    database = await startPostgres(job);
    await untilWell();

    await wait(5_000);
    console.log(`PostgreSQL is stopped for ${PAUSE_SECONDS} s (${done()})`);
    signalPostgres('SIGSTOP');
    await wait(12_000);
    const health = await timeHealth();
    await wait(PAUSE_SECONDS * 1_000 - 14_000);
    signalPostgres('SIGCONT');
    await untilWell();
    console.log(`  meanwhile: health answered ${health.status} in ${health.milliseconds} ms`);

    await wait(5_000);
    if (isRoot) {
      console.log(`the disk is full (${done()})`);
      const filler = path.join(folder, 'filler');
      execFileSync('sh', ['-c', `cat /dev/zero > ${filler} 2>/dev/null || true`]);
      await wait(15_000);
      console.log(`  answers so far: ${tally(work.found.answers)}`);
      rmSync(filler);
      await wait(3_000);
      await database.release().catch(() => {});
      database = await startPostgres(job);
      await untilWell();
      await wait(5_000);
    }
    await work.stop();
    const fresh = connect(url, { poolSize: 1, isPatient: true });
    const [lost, broken] = [await findLost(fresh, work.found), await findBrokenRules(fresh)];
    const { saved, sent, approved, answers, slowest } = work.found;
    console.log(`\nanswered with success: ${saved.size} saved, ${sent.size} sent, ${approved.size} approved`);
    console.log(`answers: ${tally(answers)}; the slowest took ${(slowest / 1_000).toFixed(1)} s`);
    console.log(`lost: ${lost.length ? lost.join(', ') : 'nothing'}`);
    console.log(`rules broken: ${broken.length ? JSON.stringify(broken) : 'none'}`);
    await closed(fresh, db);
    return lost.length + broken.length === 0 ? 0 : 1;
  } finally {
    server?.kill('SIGKILL');
    await database.release().catch(() => {});
    if (isRoot) execFileSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true, force: true });
  }
});

function startPostgres(job: Job) {
  return startDatabase(job, {
    folder: path.join(folder, 'pg'),
    settings: { max_wal_size: '64MB', min_wal_size: '32MB', checkpoint_timeout: '30s' },
  });
}

/** The server and every process of it. */
function signalPostgres(signal: NodeJS.Signals): void {
  const [first] = readFileSync(path.join(folder, 'pg/postmaster.pid'), 'utf8').split('\n');
  const parent = Number(first);
  const children = execFileSync('sh', ['-c', `pgrep -P ${parent} || true`], { encoding: 'utf8' }).split('\n');
  for (const pid of [parent, ...children.filter(Boolean).map(Number)]) {
    try {
      process.kill(pid, signal);
    } catch {
      // it ended by itself
    }
  }
}

async function startServer(url: string): Promise<ChildProcess> {
  const env = {
    ...process.env,
    DATABASE_URL: url,
    JWT_SECRET: secret,
    PUBLIC_URL: origin,
    SMTP_URL: 'smtp://127.0.0.1:9',
    PORT: String(port),
    LOG_LEVEL: 'silent',
  };
  const server = spawn(process.execPath, [path.join(root, 'apps/api/src/server.ts')], { env, stdio: 'ignore' });
  await untilWell();
  return server;
}

async function timeHealth() {
  const began = performance.now();
  const { status } = await fetch(`${origin}/api/health`);
  return { status, milliseconds: Math.round(performance.now() - began) };
}

async function untilWell(): Promise<void> {
  for (let left = 300; left > 0; left--) {
    if (
      await fetch(`${origin}/api/health`)
        .then((answer) => answer.ok)
        .catch(() => false)
    )
      return;
    await wait(200);
  }
  throw new Error('The API does not get well again.');
}

function tally(answers: Map<number, number>): string {
  const counts = [...answers].toSorted(([one], [other]) => one - other);
  return counts.map(([status, count]) => `${count} × ${status || 'none'}`).join(', ');
}

async function closed(...all: Db[]): Promise<void> {
  await Promise.all(all.map((db) => db.close().catch(() => {})));
}
