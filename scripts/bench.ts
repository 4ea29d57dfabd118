// pnpm bench: measures the main tasks on a database of real size against bare SQL and a bare Fastify route.
// BENCH_DATABASE_URL names a PostgreSQL server to use; else the embedded one runs in a folder of its own, kept for next time.
// pnpm bench [part of a task's name] [--runs N] [--write]: --write puts the table into docs/performance.md.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bench } from '@konnekt/api/bench/bench';
import { fill } from '@konnekt/api/bench/fill';
import { fillNationals } from '@konnekt/api/bench/national-supervisors';
import { fillRegistrars } from '@konnekt/api/bench/registration-state';
import { migrate } from '@konnekt/api/migrate';
import { connect, sql } from '@konnekt/api/plugins/database';
import { startDatabase } from './embedded-postgres.ts';
import { dataFolder, type Job, root, run, runJob, step } from './job.mjs';
import { Problem } from './problem.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '3' }, write: { type: 'boolean', default: false } },
});

await runJob({ log: 'bench.log' }, async (job) => {
  await requirePgbench(job);
  const server = await openServer(job);
  try {
    await step(job, 'Filling the database (once, a few minutes)', () => fillOnce(server.url));
    const only = positionals[0];
    const { markdown, isGood } = await bench({
      url: server.url,
      runs: Number(values.runs),
      ...(only && { only }),
      log: (line) => console.log(line),
    });
    console.log(`\n${markdown}`);
    if (values.write) writeTable(markdown);
    return isGood ? 0 : 1;
  } finally {
    await server.release();
  }
});

async function openServer(job: Job): Promise<{ url: string; release: () => Promise<void> }> {
  const given = process.env.BENCH_DATABASE_URL;
  if (given) return { url: given, release: async () => {} };
  const embedded = await startDatabase(job, { folder: path.join(dataFolder, 'bench-pg') });
  return { url: embedded.url('konnekt_bench'), release: embedded.release };
}

async function fillOnce(url: string): Promise<void> {
  await migrate(url, path.join(root, 'prisma/migrations'));
  const db = connect(url, { poolSize: 2, isPatient: true });
  try {
    const filled = await db.query(sql`SELECT 1 FROM pg_class WHERE relname = 'bench_next'`);
    if (filled.length === 0) await fill(db);
    await fillRegistrars(db);
    await fillNationals(db);
  } finally {
    await db.close();
  }
}

async function requirePgbench(job: Job): Promise<void> {
  try {
    await run(job, 'pgbench', ['--version'], {});
  } catch {
    throw new Problem(
      'pgbench',
      'pgbench is missing: install PostgreSQL’s own tools (on Debian: apt-get install postgresql).',
    );
  }
}

function writeTable(markdown: string): void {
  const file = path.join(root, 'docs/performance.md');
  const [start, end] = ['<!-- bench -->', '<!-- /bench -->'];
  const text = readFileSync(file, 'utf8');
  const before = text.slice(0, text.indexOf(start) + start.length);
  writeFileSync(file, `${before}\n${markdown}${text.slice(text.indexOf(end))}`);
}
