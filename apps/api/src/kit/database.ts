import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '#api/generated/prisma/client';
import { type Sql, sql } from '#api/kit/sql';
import { type FileStores, noFileStores } from './file-store/file-store.ts';

export type Db = ReturnType<typeof connect>;

/** One connection, for who has more to say on it than statements: how it plans, and how long it waits. */
export type Connection = pg.PoolClient;

/** One transaction: what is sent with its `query` is stored altogether or not at all. */
export interface Transaction {
  /** Where the bytes of its files lie. */
  files: FileStores;
  query<Row extends object>(statement: Statement, plan?: Plan): Promise<Row[]>;
}

/** Text with its values apart: as `sql` composes it. */
type Statement = Pick<Sql, 'text' | 'values'>;

/** Who makes a change, for the audit log; `null` is the system itself. */
export interface Author {
  personId: string | null;
  name: string | null;
  role: string | null;
  sessionId: string | null;
  /** Network address. */
  address: string | null;
}

/**
 * How long a person waits at most, in milliseconds: for a free connection, for what somebody else holds, for a statement, and (where
 * the database does not answer at all) until it is given up. What runs besides requests, and is known to take long, says so.
 */
const patience = { connect: 4_000, lock: 5_000, statement: 8_000, answer: 9_000, long: 10 * 60_000 } as const;

interface DbOptions {
  /** Connections kept at most. */
  poolSize?: number;
  /** Whose statements are many and known to be long: the demo's, a migration's, the check of all data. */
  isPatient?: boolean;
  /** Where the bytes of its files lie, for who has to do with them. */
  files?: FileStores;
}

/**
 * One pool of connections. `query` sends composed SQL as a prepared statement; `prisma` is for who writes rows without hurry: tests, and
 * the factories of theirs (docs/decisions/0003-sql-and-prisma.md, 0021-kept-statements.md).
 */
export function connect(url: string, { poolSize = 6, isPatient = false, files = noFileStores }: DbOptions = {}) {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    types: { getTypeParser },
    onConnect: settle,
    keepAlive: true,
    // What a connection gathers in the database's memory goes with it.
    maxLifetimeSeconds: 30 * 60,
    ...(!isPatient && {
      connectionTimeoutMillis: patience.connect,
      statement_timeout: patience.statement,
      lock_timeout: patience.lock,
      query_timeout: patience.answer,
      idle_in_transaction_session_timeout: patience.statement,
    }),
  });
  // An idle connection that breaks is replaced at its next use; unheard it would end the process.
  pool.on('error', () => {});
  // The same for one that breaks while it is in use: whoever uses it is told by their statement.
  pool.on('connect', (client) => client.on('error', () => {}));
  const roomForLong = gate(Math.max(1, Math.floor(poolSize / 2)));
  let prisma: PrismaClient | undefined;
  return {
    get prisma() {
      prisma ??= new PrismaClient({ adapter: new PrismaPg(pool) });
      return prisma;
    },
    pool,
    files,
    /**
     * One statement. Its text stays prepared on the connection it was sent on: for the few texts of a route that everybody
     * uses. What is put together from many choices (a list that is searched and narrowed down) is planned `'once'`.
     */
    query: <Row extends object>(statement: Sql, plan: Plan = 'kept'): Promise<Row[]> =>
      afterTheOther(async () => {
        const client = await pool.connect();
        let failed: Error | undefined;
        try {
          return await send<Row>(client, statement, { plan });
        } catch (error) {
          failed = brokenBy(error);
          throw error;
        } finally {
          client.release(failed);
        }
      }),
    /**
     * Runs `work` in one transaction. Every change of people, rights, rates and settings is made in one: the database writes the
     * audit log by itself, and `author` is who it says made the change. Long work says so: it may take ten minutes. What it does
     * besides can be done twice: it is begun anew where the database undid it for another's sake.
     */
    transaction: <T>(
      author: Author | null,
      work: (tx: Transaction) => Promise<T>,
      { isLong = false }: { isLong?: boolean } = {},
    ): Promise<T> =>
      afterTheOther(async () => {
        const done = isLong ? await roomForLong() : () => {};
        const client = await pool.connect().catch((error: unknown) => {
          done();
          throw error;
        });
        let failed: Error | undefined;
        try {
          await client.query('BEGIN');
          if (isLong) await client.query(longer);
          if (author) await send(client, authorSql(author));
          const answer = await work({ files, query: (statement, plan) => send(client, statement, { plan, isLong }) });
          await client.query('COMMIT');
          return answer;
        } catch (error) {
          failed = brokenBy(error);
          // A connection on which not even this works is not given back to the pool.
          if (!failed)
            await client.query('ROLLBACK').catch((broken: Error) => {
              failed = broken;
            });
          throw error;
        } finally {
          client.release(failed);
          done();
        }
      }),
    close: async () => {
      await prisma?.$disconnect();
      await pool.end();
    },
  };
}

const LEAST_STEP_BACK_MS = 20;

/**
 * Two held what the other one wanted, and the database undid one of them (`40P01`): it is done once more, when the other one has gone on. Begun at once,
 * it would hold again what the other one is about to take. What still is in its way then is told as it comes.
 */
async function afterTheOther<T>(act: () => Promise<T>, triesLeft = 2): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (triesLeft === 0 || sqlState(error) !== '40P01') throw error;
    await wait(LEAST_STEP_BACK_MS * (1 + Math.random()));
    return afterTheOther(act, triesLeft - 1);
  }
}

/** Lets so many in at a time; the others wait outside, in the order in which they came, and hold no connection meanwhile. */
function gate(most: number): () => Promise<() => void> {
  let inside = 0;
  const outside: (() => void)[] = [];
  const leave = () => {
    const next = outside.shift();
    if (next) next();
    else inside -= 1;
  };
  return async () => {
    if (inside < most) inside += 1;
    else await new Promise<void>((enter) => outside.push(enter));
    return leave;
  };
}

const longer = `SET LOCAL statement_timeout = ${patience.long}; SET LOCAL lock_timeout = ${patience.long};
  SET LOCAL idle_in_transaction_session_timeout = ${patience.long}`;

/** Whether a statement's text stays prepared. */
type Plan = 'kept' | 'once';

/** Texts that one connection keeps prepared at most: each holds up to 0.7 MB of the database's memory. */
export const MOST_KEPT = 60;

/** By connection: the name of each text that is prepared there, the one used longest ago first. */
const kept = new WeakMap<pg.ClientBase, Map<string, string>>();
let lastName = 0;

async function send<Row extends object>(
  client: pg.ClientBase,
  { text, values }: Statement,
  { plan = 'kept', isLong = false }: { plan?: Plan | undefined; isLong?: boolean } = {},
): Promise<Row[]> {
  const limits = isLong && { query_timeout: patience.long };
  if (plan === 'once') return (await client.query<Row>({ text, values, ...limits })).rows;
  const names = kept.get(client) ?? new Map<string, string>();
  kept.set(client, names);
  const known = names.get(text);
  const name = known ?? `k${++lastName}`;
  if (known) names.delete(text);
  else if (names.size >= MOST_KEPT) await giveUpOldest(client, names);
  try {
    return (await client.query<Row>({ name, text, values, ...limits })).rows;
  } finally {
    // One that was refused while it ran stays prepared as well, and takes its place among them.
    if (name in preparedOn(client)) names.set(text, name);
  }
}

async function giveUpOldest(client: pg.ClientBase, names: Map<string, string>): Promise<void> {
  const [oldest] = names;
  if (!oldest) return;
  const [text, name] = oldest;
  names.delete(text);
  try {
    await client.query(`DEALLOCATE ${name}`);
    delete preparedOn(client)[name];
  } catch (error) {
    // In a transaction that failed already nothing is given up: it is kept until later.
    names.set(text, name);
    throw error;
  }
}

/** What the database has prepared on a connection, by name, as pg itself keeps it: it is not among pg's types. */
const preparedOn = (client: pg.ClientBase): Record<string, string> =>
  (client as unknown as { connection: { parsedStatements: Record<string, string> } }).connection.parsedStatements;

/** A connection that may still be busy with what was given up, or is gone, goes back to nobody. */
const brokenBy = (error: unknown): Error | undefined =>
  error instanceof Error && !(error instanceof pg.DatabaseError) ? error : undefined;

/** Says in a transaction who makes its changes. */
export const authorSql = ({ personId, name, role, sessionId, address }: Author): Sql =>
  sql`SELECT set_config('konnekt.actor', ${JSON.stringify({ id: personId, name, role, sessionId, address })}, true)`;

/**
 * Our statements are composed for each kind of question, so the plan of one serves all its values: planning anew each time
 * costs more than running (7 ms against 2 ms for a list), and compiling never pays at this size.
 */
export async function settle(client: pg.ClientBase): Promise<void> {
  await client.query('SET plan_cache_mode = force_generic_plan');
  await client.query('SET jit = off');
}

/** Answers as soon as the database does. */
export async function isThere(db: Pick<Db, 'query'>): Promise<void> {
  await db.query(sql`SELECT 1`);
}

/** The PostgreSQL error code of a failed statement ('23505' for a doubled key), if it is one. */
export const sqlState = (error: unknown): string | undefined =>
  error instanceof pg.DatabaseError ? error.code : undefined;

/** The constraint or unique index that a statement broke, if it broke one. */
export const constraintOf = (error: unknown): string | undefined =>
  error instanceof pg.DatabaseError ? error.constraint : undefined;

/** One page of a list was asked for with a cursor: the sort values and id of the last row before it. */
export const encodeCursor = (values: readonly (string | number | null)[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

/** A new id that sorts by time (UUIDv7, RFC 9562), for rows that are named before they are written. */
export function newId(at = Date.now(), random: Uint8Array = randomOnes()): string {
  const bytes = Buffer.from(random);
  bytes.writeUIntBE(at, 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Sixteen random bytes; `randomUUID` has them at hand, where `randomBytes` asks for each. */
const randomOnes = () => Buffer.from(randomUUID().replaceAll('-', ''), 'hex');

// Days stay the text '2026-11-21' and instants become ISO text: no local midnight ever gets in between.
const [DATE, TIMESTAMPTZ, UUID, TEXT] = [1082, 1184, 2950, 25];
const asItIs = (text: string) => text;
function getTypeParser(oid: number, format?: 'text' | 'binary') {
  if (oid === DATE || oid === UUID || oid === TEXT) return asItIs;
  if (oid === TIMESTAMPTZ) return isoInstant;
  return pg.types.getTypeParser(oid, format as 'text');
}

/** '2026-11-21 09:12:00.5+00' as '2026-11-21T09:12:00.500Z'; from another zone than UTC it takes the long way. */
export function isoInstant(text: string): string {
  if (!text.endsWith('+00')) return new Date(text).toISOString();
  const [whole = '', fraction = ''] = text.slice(0, -3).split('.');
  return `${whole.replace(' ', 'T')}.${fraction.slice(0, 3).padEnd(3, '0')}Z`;
}
