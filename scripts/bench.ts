// pnpm bench: measures the main tasks on a database of real size, beside a bare Fastify route and lean SQL.
// BENCH_DATABASE_URL names a PostgreSQL server to use; else the embedded one runs in a folder of its own, kept for next time.
// pnpm bench [part of a task's name] [--runs N] [--ten-times] [--write] [--trial]
// --ten-times measures some tasks on ten times the data as well, in a database of its own (filled once, some 20 GB);
// --write puts the table into docs/performance.md; --trial tries the bench itself in a minute, on little data.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type BenchOptions, bench, fillOnce } from '@konnekt/api/bench/bench';
import { type FillSize, sizes } from '@konnekt/api/bench/fill';
import { meetsAims, table } from '@konnekt/api/bench/table';
import { migrate } from '@konnekt/api/migrate';
import { connect } from '@konnekt/api/plugins/database';
import { startDatabase } from './embedded-postgres.ts';
import { dataFolder, type Job, root, run, runJob, step } from './job.mjs';
import { Problem } from './problem.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '3' },
    write: { type: 'boolean', default: false },
    trial: { type: 'boolean', default: false },
    'ten-times': { type: 'boolean', default: false },
  },
});
const TRIAL_SHARE = 0.1;

await runJob({ log: 'bench.log' }, async (job) => {
  await requirePgbench(job);
  const server = await openServer(job);
  try {
    const options = {
      runs: Number(values.runs),
      share: values.trial ? TRIAL_SHARE : 1,
      ...(positionals[0] && { only: positionals[0] }),
      log: (line: string) => console.log(line),
    } satisfies Partial<BenchOptions>;
    const url = server.url(values.trial ? 'konnekt_bench_trial' : 'konnekt_bench');
    await step(job, 'Filling the database (once, a few minutes)', () =>
      prepare(url, values.trial ? sizes.trial : sizes.usual),
    );
    let results = await bench({ ...options, url, isTenTimes: false });
    if (values['ten-times']) {
      const tenUrl = values.trial ? url : server.url('konnekt_bench_ten');
      await step(job, 'Filling the database of ten times the size (once, long)', () =>
        prepare(tenUrl, values.trial ? sizes.trial : sizes.tenTimes),
      );
      results = await bench({ ...options, url: tenUrl, isTenTimes: true }, results);
    }
    const markdown = table(results);
    console.log(`\n${markdown}`);
    if (values.write) writeTable(markdown);
    return meetsAims(results) ? 0 : 1;
  } finally {
    await server.release();
  }
});

/** A server with a database for each size of the data. The one given keeps its own for the usual size. */
async function openServer(job: Job): Promise<{ url: (database: string) => string; release: () => Promise<void> }> {
  const given = process.env.BENCH_DATABASE_URL;
  if (!given) return startDatabase(job, { folder: path.join(dataFolder, 'bench-pg') });
  const url = (database: string) => {
    const address = new URL(given);
    if (database !== 'konnekt_bench') address.pathname = `/${database}`;
    return address.href;
  };
  return { url, release: async () => {} };
}

async function prepare(url: string, size: FillSize): Promise<void> {
  await migrate(url, path.join(root, 'prisma/migrations'));
  const db = connect(url, { poolSize: 2, isPatient: true });
  try {
    if ((await fillOnce(db, size)) !== 'refused') return;
    const { pathname } = new URL(url);
    throw new Problem(
      'bench-database',
      `The database ${pathname.slice(1)} was filled before the last migration, or not to its end: drop it, and it is filled anew.`,
    );
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
