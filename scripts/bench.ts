// pnpm bench: measures the main tasks on a database of real size, beside a bare Fastify route and lean SQL.
// BENCH_DATABASE_URL names a PostgreSQL server to use; else the embedded one runs in a folder of its own, kept for next time.
// pnpm bench [part of a task's name] [--runs N] [--ten-times] [--write] [--trial]
// --office measures what the back office does instead: status, invoices, payroll.
// --ten-times measures some tasks on ten times the data as well, in a database of its own (filled once, some 20 GB);
// --write puts the table into docs/performance.md; --trial tries the bench itself in a minute, on little data.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type BenchOptions, bench, fillOnce } from '@konnekt/api/bench/bench';
import { type FillSize, sizes } from '@konnekt/api/bench/fill';
import { benchOffice, officeHeading, rowOf } from '@konnekt/api/bench/office';
import { meetsAims, table } from '@konnekt/api/bench/table';
import { connect, type Db } from '@konnekt/api/kit/database';
import { MigrationProblem, migrate } from '@konnekt/api/migrate';
import { startDatabase } from './embedded-postgres.ts';
import { dataFolder, type Job, root, run, runJob, step } from './job.mjs';
import { CommandProblem } from './problem.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '3' },
    write: { type: 'boolean', default: false },
    trial: { type: 'boolean', default: false },
    office: { type: 'boolean', default: false },
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
    const database = values.trial ? 'konnekt_bench_trial' : 'konnekt_bench';
    const url = server.url(database);
    await step(job, 'Filling the database (once, a few minutes)', () =>
      prepare(server, database, values.trial ? sizes.trial : sizes.usual),
    );
    if (values.office) {
      const rows = (await benchOffice(server.url('postgres'), database, options.log)).map(rowOf);
      const markdown = `${[officeHeading, ...rows].join('\n')}\n`;
      console.log(`\n${markdown}`);
      if (values.write) writeTable(markdown, 'office');
      return 0;
    }
    let results = await bench({ ...options, url, isTenTimes: false });
    if (values['ten-times']) {
      const ten = values.trial ? database : 'konnekt_bench_ten';
      await step(job, 'Filling the database of ten times the size (once, long)', () =>
        prepare(server, ten, values.trial ? sizes.trial : sizes.tenTimes),
      );
      results = await bench({ ...options, url: server.url(ten), isTenTimes: true }, results);
    }
    const markdown = table(results);
    console.log(`\n${markdown}`);
    if (values.write) writeTable(markdown);
    return meetsAims(results) ? 0 : 1;
  } finally {
    await server.release();
  }
});

interface Server {
  url: (database: string) => string;
  /** It holds nothing but what the bench fills. */
  isOwn: boolean;
  release: () => Promise<void>;
}

/** A server with a database for each size of the data. Of one that is given, the database it names has the usual size. */
async function openServer(job: Job): Promise<Server> {
  const given = process.env.BENCH_DATABASE_URL;
  if (!given) return { ...(await startDatabase(job, { folder: path.join(dataFolder, 'bench-pg') })), isOwn: true };
  const url = (database: string) => {
    const address = new URL(given);
    if (database !== 'konnekt_bench') address.pathname = `/${database}`;
    return address.href;
  };
  return { url, isOwn: false, release: async () => {} };
}

async function prepare(server: Server, database: string, size: FillSize): Promise<void> {
  const url = server.url(database);
  if ((await migrateAndFill(url, size)) !== 'refused') return;
  if (!server.isOwn)
    throw new CommandProblem(
      'bench-database',
      `The database ${new URL(url).pathname.slice(1)} was filled before the last migration, or not to its end: drop it, and it is filled anew.`,
    );
  await connected(server.url('postgres'), (db) => db.pool.query(`DROP DATABASE ${database}`));
  await migrateAndFill(url, size);
}

async function migrateAndFill(url: string, size: FillSize) {
  try {
    await migrate(url, path.join(root, 'prisma/migrations'));
  } catch (error) {
    // Filled by another branch of the product.
    if (error instanceof MigrationProblem && error.code !== 'failed') return 'refused';
    throw error;
  }
  return await connected(url, (db) => fillOnce(db, size));
}

async function connected<T>(url: string, work: (db: Db) => Promise<T>): Promise<T> {
  const db = connect(url, { poolSize: 2, isPatient: true });
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

async function requirePgbench(job: Job): Promise<void> {
  try {
    await run(job, 'pgbench', ['--version'], {});
  } catch {
    throw new CommandProblem(
      'pgbench',
      'pgbench is missing: install PostgreSQL’s own tools (on Debian: apt-get install postgresql).',
    );
  }
}

function writeTable(markdown: string, mark = 'bench'): void {
  const file = path.join(root, 'docs/performance.md');
  const [start, end] = [`<!-- ${mark} -->`, `<!-- /${mark} -->`];
  const text = readFileSync(file, 'utf8');
  const before = text.slice(0, text.indexOf(start) + start.length);
  writeFileSync(file, `${before}\n${markdown}${text.slice(text.indexOf(end))}`);
}
