// The database that the commands of this folder work with: the one of DATABASE_URL, or the embedded one.
import path from 'node:path';
import pg from 'pg';
import { MigrationProblem, migrate } from '../apps/api/src/migrate.ts';
import { type EmbeddedDatabase, startDatabase } from './embedded-postgres.ts';
import { CommandFailed, dataFolder, type Job, root, run, step } from './job.mjs';
import { CommandProblem, commonProblem, databaseProblem } from './problem.mjs';

export type Database = {
  url: string;
  /** Whether it is the embedded one, which holds the demo. */
  isEmbedded: boolean;
  release: () => Promise<void>;
};

/** Starts the embedded database unless `DATABASE_URL` names another; then that one has to answer. */
export async function openDatabase(job: Job): Promise<Database> {
  const url = process.env.DATABASE_URL;
  if (url) {
    await step(job, 'Reaching the database of DATABASE_URL', () => requireDatabase(url));
    return { url, isEmbedded: false, release: async () => {} };
  }
  const embedded = await step(job, 'Starting the database', () =>
    startDatabase(job, { folder: path.join(dataFolder, 'pg') }),
  );
  return { url: embedded.url('konnekt'), isEmbedded: true, release: embedded.release };
}

/** Applies the migrations that the database does not have yet. */
export async function updateDatabase(job: Job, { url, isEmbedded }: Database): Promise<void> {
  await step(job, 'Updating the tables', async () => {
    try {
      const applied = await migrate(url, path.join(root, 'prisma/migrations'));
      job.log(`applied: ${applied.join(', ') || 'nothing'}\n`);
    } catch (error) {
      throw asProblem(error, isEmbedded ? undefined : describe(url));
    }
  });
}

/** Fills an empty embedded database with the demo; the seed itself knows whether there is something to do. */
export async function seedDatabase(job: Job, { url }: Database): Promise<void> {
  await step(job, 'Filling in the demo data', async () => {
    try {
      await run(job, process.execPath, [...nodeOptions, path.join(root, 'prisma/seed.ts')], {
        env: { ...process.env, DATABASE_URL: url },
      });
    } catch (error) {
      if (!(error instanceof CommandFailed)) throw error;
      throw (
        commonProblem(error.output, dataFolder) ??
        new CommandProblem(
          'seed',
          `The demo data could not be written: the reason stands at the end of ${job.logFile}.`,
          error.output,
        )
      );
    }
  });
}

/** Node 22 warns about the TypeScript that it runs. */
export const nodeOptions = ['--disable-warning=ExperimentalWarning'];

/** A database for one run of the tests, in a folder of its own and with nothing kept safe against a power cut. */
export function throwAwayDatabase(job: Job, folder: string): Promise<EmbeddedDatabase> {
  return startDatabase(job, {
    folder,
    isThrowAway: true,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
  });
}

const oldestServer = 15;

async function requireDatabase(url: string): Promise<void> {
  const place = describe(url);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 15_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
    const version = rows[0]?.server_version ?? '';
    if (Number.parseInt(version, 10) < oldestServer) {
      throw new CommandProblem(
        'database-too-old',
        `The database of DATABASE_URL is PostgreSQL ${version}: one of version ${oldestServer} or newer is needed.`,
      );
    }
  } catch (error) {
    if (error instanceof CommandProblem) throw error;
    const { code, message } = error as { code?: string; message: string };
    // no such database: the migration makes it
    if (code === '3D000') return;
    throw (
      databaseProblem(error, place) ??
      new CommandProblem(
        'database-unreachable',
        `${place} cannot be used (${message || code}): check the address, the password and that it runs.`,
        String(error),
      )
    );
  } finally {
    await client.end().catch(() => {});
  }
}

/** For people: host and name, without user and password. */
export function describe(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `The database of DATABASE_URL (${host}${pathname})`;
  } catch {
    throw new CommandProblem(
      'database-url',
      'DATABASE_URL is no address of a PostgreSQL: it looks like postgresql://user:password@host:5432/konnekt.',
    );
  }
}

/** `place` is the database of somebody else; the embedded one is in a folder of ours. */
function asProblem(error: unknown, place: string | undefined): unknown {
  const known = place ? databaseProblem(error, place) : commonProblem(String(error), dataFolder);
  if (known) return known;
  if (!(error instanceof MigrationProblem)) return error;
  const advice = !place
    ? `move ${path.join(dataFolder, 'pg')} away (or delete it, with all that was entered) to begin with a new one, then try again`
    : 'use the version of Konnekt that belongs to it, or restore a back-up';
  return new CommandProblem('migration', `${error.message.replace(/\.$/, '')}: ${advice}.`, String(error.cause ?? ''));
}
