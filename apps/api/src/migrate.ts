import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';

/**
 * Brings a database up to date: applies the migrations of a folder (prisma/migrations) that it does not have yet, and
 * returns their names. Makes the database itself where it does not exist. Does what `prisma migrate deploy` does, with
 * the same table, checksums and lock, so both may be used in turn, but each migration and the note of it are one
 * transaction: one that fails, or is broken off, leaves nothing behind.
 *
 * Refuses, with a `MigrationProblem`, a database that has migrations this code does not know, one in which an applied
 * migration reads otherwise here, and one in which another tool left a migration half done.
 */
export async function migrate(url: string, dir: string): Promise<string[]> {
  const migrations = await migrationsIn(dir);
  const client = await connectOrCreate(url);
  try {
    await client.query(`SET lock_timeout = '60s'`);
    await client.query('SELECT pg_advisory_lock($1)', [prismaLock]);
    await client.query('RESET lock_timeout');
    await client.query(migrationsTable);
    const applied = await appliedMigrations(client);
    refuseOtherHistory(migrations, applied);
    const missing = migrations.filter(({ name }) => !applied.has(name));
    for (const migration of missing) await apply(client, migration);
    return missing.map(({ name }) => name);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Why a database cannot be brought up to date; the message names the migration. */
export class MigrationProblem extends Error {
  readonly code: 'unknown' | 'changed' | 'half-done' | 'failed';

  constructor(code: MigrationProblem['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

type Migration = { name: string; sql: string; checksum: string };

/** The advisory lock that Prisma takes while it migrates. */
const prismaLock = 72707369;

/** As Prisma makes it. */
const migrationsTable = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

async function migrationsIn(dir: string): Promise<Migration[]> {
  const entries = await readdir(dir, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(path.join(dir, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

async function connectOrCreate(url: string): Promise<pg.Client> {
  try {
    return await connect(url);
  } catch (error) {
    if (!hasCode(error, '3D000')) throw error;
    await createDatabase(url);
    return connect(url);
  }
}

async function createDatabase(url: string): Promise<void> {
  const address = new URL(url);
  const name = decodeURIComponent(address.pathname.slice(1));
  address.pathname = '/postgres';
  const client = await connect(address.toString());
  try {
    await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  } catch (error) {
    // somebody else made it in the same moment
    if (!hasCode(error, '42P04') && !hasCode(error, '23505')) throw error;
  } finally {
    await client.end().catch(() => {});
  }
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 15_000 });
  // a connection that breaks fails the query that runs; the event is for nobody
  client.on('error', () => {});
  await client.connect();
  return client;
}

async function appliedMigrations(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ migration_name: string; checksum: string; is_finished: boolean }>(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS is_finished
     FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  );
  const halfDone = rows.find((row) => !row.is_finished);
  if (halfDone) {
    throw new MigrationProblem(
      'half-done',
      `Migration ${halfDone.migration_name} was begun with another tool and not finished.`,
    );
  }
  return new Map(rows.map((row) => [row.migration_name, row.checksum]));
}

function refuseOtherHistory(migrations: Migration[], applied: Map<string, string>): void {
  const known = new Map(migrations.map(({ name, checksum }) => [name, checksum]));
  for (const [name, checksum] of applied) {
    if (!known.has(name)) {
      throw new MigrationProblem('unknown', `The database has migration ${name}, which this version does not know.`);
    }
    if (known.get(name) !== checksum) {
      throw new MigrationProblem('changed', `Migration ${name} was changed after it was applied to this database.`);
    }
  }
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('BEGIN');
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    const reason = error instanceof Error ? error.message : String(error);
    throw new MigrationProblem('failed', `Migration ${name} failed: ${reason}`, { cause: error });
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
