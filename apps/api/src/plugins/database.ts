import { createHash, randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { Prisma, PrismaClient } from '#api/generated/prisma/client';

export const sql = Prisma.sql;
export const joinSql = Prisma.join;
export const noSql = Prisma.empty;
export type Sql = Prisma.Sql;
/** Text of ours as SQL: names of columns and tables. Never what a person typed. */
export const rawSql = Prisma.raw;

/** Constants of ours as SQL text, so that the planner knows how rare they are. Never for what a person typed. */
export const constantsSql = (words: readonly string[]): Sql =>
  Prisma.raw(words.map((word) => `'${word.replaceAll("'", "''")}'`).join(', '));

export type Db = ReturnType<typeof connect>;

/** One transaction: what is sent with its `query` is stored altogether or not at all. */
export interface Transaction {
  query<Row extends object>(statement: Sql): Promise<Row[]>;
}

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
 * One pool of connections behind two ways to talk: `prisma` where speed does not matter, and `query` for the hot paths,
 * which sends composed SQL as a named prepared statement (docs/decisions/0003-sql-on-hot-paths.md).
 */
export function connect(url: string, options: { poolSize?: number } = {}) {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.poolSize ?? 16,
    types: { getTypeParser },
    onConnect: settle,
  });
  // An idle connection that breaks is replaced at its next use; unheard it would end the process.
  pool.on('error', () => {});
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    prisma,
    pool,
    query: <Row extends object>(statement: Sql): Promise<Row[]> => send<Row>(pool, statement),
    /**
     * Runs `work` in one transaction. Every change of people, rights, rates and settings is made in one: the database writes the
     * audit log by itself, and `author` is who it says made the change.
     */
    transaction: async <T>(author: Author | null, work: (tx: Transaction) => Promise<T>): Promise<T> => {
      const client = await pool.connect();
      let failed: Error | undefined;
      try {
        await client.query('BEGIN');
        if (author) await send(client, authorSql(author));
        const done = await work({ query: (statement) => send(client, statement) });
        await client.query('COMMIT');
        return done;
      } catch (error) {
        // A connection on which not even this works is not given back to the pool.
        await client.query('ROLLBACK').catch((broken: Error) => {
          failed = broken;
        });
        throw error;
      } finally {
        client.release(failed);
      }
    },
    close: async () => {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

async function send<Row extends object>(to: pg.Pool | pg.ClientBase, statement: Sql): Promise<Row[]> {
  const { text } = statement;
  const result = await to.query<Row>({ name: nameOf(text), text, values: statement.values });
  return result.rows;
}

const authorSql = ({ personId, name, role, sessionId, address }: Author): Sql =>
  sql`SELECT set_config('konnekt.actor', ${JSON.stringify({ id: personId, name, role, sessionId, address })}, true)`;

/**
 * Our statements are composed for each kind of question, so the plan of one serves all its values: planning anew each time
 * costs more than running (7 ms against 2 ms for a list), and compiling never pays at this size.
 */
export async function settle(client: pg.ClientBase): Promise<void> {
  await client.query('SET plan_cache_mode = force_generic_plan');
  await client.query('SET jit = off');
}

/** The PostgreSQL error code of a failed statement ('23505' for a doubled key), if it is one. */
export const sqlState = (error: unknown): string | undefined =>
  error instanceof pg.DatabaseError ? error.code : undefined;

/** The constraint or unique index that a statement broke, if it broke one. */
export const constraintOf = (error: unknown): string | undefined =>
  error instanceof pg.DatabaseError ? error.constraint : undefined;

/** One page of a list was asked for with a cursor: the sort values and id of the last row before it. */
export const encodeCursor = (values: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

/** A new id that sorts by time (UUIDv7, RFC 9562), for rows that are named before they are written. */
export function newId(at = Date.now(), random: Uint8Array = randomOnes()): string {
  const bytes = Buffer.from(random);
  bytes.writeUIntBE(at, 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Sixteen random bytes; `randomUUID` has them at hand, where `randomBytes` asks for each. */
const randomOnes = () => Buffer.from(randomUUID().replaceAll('-', ''), 'hex');

const names = new Map<string, string>();
function nameOf(text: string): string {
  const known = names.get(text);
  if (known) return known;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 22);
  names.set(text, name);
  return name;
}

// Days stay the text '2026-11-21' and instants become ISO text: no local midnight ever gets in between.
const [DATE, TIMESTAMPTZ] = [1082, 1184];
function getTypeParser(oid: number, format?: 'text' | 'binary') {
  if (oid === DATE) return (text: string) => text;
  if (oid === TIMESTAMPTZ) return (text: string) => new Date(text).toISOString();
  return pg.types.getTypeParser(oid, format as 'text');
}
