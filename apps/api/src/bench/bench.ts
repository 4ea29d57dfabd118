import { randomBytes } from 'node:crypto';
import { connect, type Db } from '#api/kit/database';
import { sql } from '#api/kit/sql';
import { type FillSize, fill } from './fill.ts';
import { makeLeanSchema } from './lean-schema.ts';
import { measureScenario, type Result } from './measuring.ts';
import { fillNationals } from './national-supervisors.ts';
import { fillRegistrars } from './registrars.ts';
import { scenarios } from './scenarios.ts';
import { startServers } from './servers.ts';
import { keepCopies, putBack, setStates } from './state.ts';
import { rowOf } from './table.ts';

export interface BenchOptions {
  /** A database filled by `fillOnce`. */
  url: string;
  /** It holds ten times the data: the tasks for that, or all others. */
  isTenTimes: boolean;
  /** Runs of each measurement, in turns; the middle one counts. */
  runs: number;
  /** Of the usual number of requests, for a trial. */
  share: number;
  /** Only scenarios whose name holds this. */
  only?: string;
  log(line: string): void;
}

/** Fills a migrated database, unless it is filled. Refuses one that was filled half, by something else, or before a migration. */
export async function fillOnce(db: Db, size: FillSize): Promise<'filled' | 'as-it-was' | 'refused'> {
  const [found] = await db.query<{ hasCopies: boolean; isEmpty: boolean }>(sql`
    SELECT to_regclass('bench.filled_until') IS NOT NULL AS "hasCopies", NOT EXISTS (SELECT FROM agency) AS "isEmpty"`);
  if (found?.hasCopies) return (await isOfThisSchema(db)) ? 'as-it-was' : 'refused';
  if (!found?.isEmpty) return 'refused';
  await fill(db, size);
  await fillRegistrars(db);
  await fillNationals(db);
  await db.pool.query('VACUUM ANALYZE');
  await makeLeanSchema(db);
  await keepCopies(db);
  return 'filled';
}

/** Measures every task with 1 and 16 clients. `before` are the results of another database, to hold these against. */
export async function bench(options: BenchOptions, before: Result[] = []): Promise<Result[]> {
  const db = connect(options.url, { poolSize: 4, isPatient: true });
  const jwtSecret = randomBytes(32).toString('hex');
  const servers = await startServers(options.url, jwtSecret);
  try {
    for (const schema of ['product', 'lean'] as const) await putBack(db, schema);
    const results = [...before];
    for (const scenario of scenariosOf(options)) {
      await setStates(db, scenario);
      for (const clients of [1, 16] as const) {
        const result = await measureScenario({ ...options, db, servers, jwtSecret }, scenario, clients);
        results.push(result);
        options.log(rowOf(result, results));
      }
    }
    return results;
  } finally {
    await servers.stop();
    await db.close();
  }
}

async function isOfThisSchema(db: Db): Promise<boolean> {
  const [found] = await db.query<{ isAlike: boolean }>(
    sql`SELECT migrations = (SELECT count(*) FROM _prisma_migrations) AS "isAlike" FROM bench.filled_until`,
  );
  // The row is written last: without it the database is not filled to its end.
  return found?.isAlike ?? false;
}

const scenariosOf = ({ only = '', isTenTimes }: BenchOptions) =>
  scenarios.filter(({ name, inTenTimes = false }) => name.includes(only) && inTenTimes === isTenTimes);
