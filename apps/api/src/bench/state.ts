import type { PoolClient } from 'pg';
import type { Db } from '#api/kit/database';
import { leanStatus } from './lean-schema.ts';
import type { Scenario } from './scenario.ts';
import { weekBack } from './work.ts';

/** The weeks before the last whose worksheets tasks change. */
const WEEKS_CHANGED = 12;

/**
 * Keeps a copy of what tasks change, so that every run starts from the same data: worksheets, lines, and the last id of the history
 * when it was filled.
 */
export async function keepCopies(db: Db): Promise<void> {
  const statements = [
    `CREATE SCHEMA bench`,
    `CREATE TABLE bench.worksheet AS TABLE worksheet`,
    `CREATE TABLE bench.lean_worksheet AS TABLE lean.worksheet`,
    `CREATE TABLE bench.hour_line AS SELECT l.* FROM hour_line l JOIN worksheet w ON w.id = l.worksheet_id
      WHERE w.period_start > '${weekBack(WEEKS_CHANGED + 1)}'`,
    `CREATE TABLE bench.lean_hour_line AS SELECT l.* FROM lean.hour_line l JOIN bench.hour_line USING (worksheet_id, number)`,
    `ALTER TABLE bench.worksheet ADD PRIMARY KEY (id)`,
    `ALTER TABLE bench.lean_worksheet ADD PRIMARY KEY (id)`,
    `CREATE INDEX ON bench.hour_line (worksheet_id)`,
    `CREATE INDEX ON bench.lean_hour_line (worksheet_id)`,
    `CREATE TABLE bench.filled_until (event_id uuid, lean_event_id bigint, migrations bigint)`,
    `VACUUM ANALYZE`,
    `INSERT INTO bench.filled_until
     SELECT uuid_v7(), (SELECT coalesce(max(id), 0) FROM lean.event), (SELECT count(*) FROM _prisma_migrations)`,
  ];
  for (const statement of statements) await db.pool.query(statement);
}

/** Puts the worksheets of a scenario in its state, and all others at their end: what waits elsewhere would lengthen its lists. */
export async function setStates(db: Db, { weeks: [from, until], status }: Scenario): Promise<void> {
  const inWeeks = `period_start BETWEEN '${weekBack(until)}' AND '${weekBack(from)}'`;
  const word = `CASE WHEN ${inWeeks} THEN '${status}' WHEN submission_id IS NULL THEN 'draft' ELSE 'finalised' END`;
  const { draft, finalised } = leanStatus;
  const number = `CASE WHEN ${inWeeks} THEN ${leanStatus[status]} WHEN sent_at IS NULL THEN ${draft} ELSE ${finalised} END`;
  await asReplica(db, async (client) => {
    for (const table of ['worksheet', 'bench.worksheet'])
      await client.query(`UPDATE ${table} SET status = ${word} WHERE status <> ${word}`);
    for (const table of ['lean.worksheet', 'bench.lean_worksheet'])
      await client.query(`UPDATE ${table} SET status = ${number} WHERE status <> ${number}`);
    await client.query('TRUNCATE worksheet_waiting');
    await client.query(waitingOf('worksheet'));
  });
  await tidy(db);
}

/** As the database keeps it (migration 20261129060100): no trigger does while states are put back. */
const waitingOf = (worksheets: string) => `INSERT INTO worksheet_waiting
  SELECT id, status, organisation_id, employee_id, period_start, CASE WHEN status IN ('submitted', 'approved') THEN worked_minutes END,
         CASE WHEN status IN ('submitted', 'approved') THEN total_minutes END
    FROM ${worksheets} WHERE status <> 'finalised' ORDER BY id`;

/** What a schema calls its tables, where its copies are, and which of its events came after it was filled. */
const schemas = {
  product: {
    prefix: '',
    copyPrefix: 'bench.',
    events: 'worksheet_event',
    isLater: 'id > (SELECT event_id FROM bench.filled_until)',
  },
  lean: {
    prefix: 'lean.',
    copyPrefix: 'bench.lean_',
    events: 'lean.event',
    isLater: 'id > (SELECT lean_event_id FROM bench.filled_until)',
  },
};
export type Schema = keyof typeof schemas;

/**
 * Undoes what runs did since the database was filled: events, submissions and lines they wrote, versions they raised, worksheets they
 * made. Returns how many worksheets that were.
 */
export async function putBack(db: Db, schema: Schema): Promise<number> {
  const { prefix, copyPrefix, events, isLater } = schemas[schema];
  const [worksheet, lines, submission] = [`${prefix}worksheet`, `${prefix}hour_line`, `${prefix}submission`];
  const isTouched = 'worksheet_id IN (SELECT id FROM touched)';
  const count = await asReplica(db, async (client) => {
    const { rowCount } = await client.query(
      `CREATE TEMP TABLE touched ON COMMIT DROP AS SELECT DISTINCT worksheet_id AS id FROM ${events} WHERE ${isLater}`,
    );
    if (!rowCount) return 0;
    await client.query(`ANALYZE touched`);
    await client.query(`DELETE FROM ${events} WHERE ${isTouched} AND ${isLater}`);
    await client.query(`DELETE FROM ${lines} WHERE ${isTouched}`);
    const isNew = `NOT EXISTS (SELECT FROM ${copyPrefix}worksheet f WHERE f.id = t.id)`;
    await client.query(`DELETE FROM ${submission} s USING touched t WHERE t.id = s.worksheet_id AND ${isNew}`);
    await client.query(`DELETE FROM ${worksheet} w USING touched t WHERE t.id = w.id AND ${isNew}`);
    const columns = await columnsOf(client, worksheet);
    await client.query(
      `UPDATE ${worksheet} w SET (${columns}) = ROW(${columns.map((column) => `f.${column}`)})
         FROM ${copyPrefix}worksheet f JOIN touched t USING (id) WHERE w.id = f.id`,
    );
    if (schema === 'product') {
      await client.query(`DELETE FROM worksheet_waiting x USING touched t WHERE t.id = x.id`);
      await client.query(waitingOf('worksheet JOIN touched USING (id)'));
      await client.query(`DELETE FROM notice WHERE id > (SELECT event_id FROM bench.filled_until)`);
      await client.query(`TRUNCATE live_word`);
    }
    const lineColumns = await columnsOf(client, lines);
    await client.query(
      `INSERT INTO ${lines} (${lineColumns}) SELECT ${lineColumns} FROM ${copyPrefix}hour_line WHERE ${isTouched} ORDER BY worksheet_id, number`,
    );
    return rowCount;
  });
  if (count > 0) await tidy(db);
  return count;
}

/** Ends all sessions, and takes what logging in left in the audit log. */
export async function forgetSessions(db: Db): Promise<void> {
  await asReplica(db, async (client) => {
    await client.query(`DELETE FROM session`);
    await client.query(`DELETE FROM audit_event WHERE id > (SELECT event_id FROM bench.filled_until)`);
  });
}

async function columnsOf(client: PoolClient, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT quote_ident(attname) AS name FROM pg_attribute
      WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' AND attname <> 'id' ORDER BY attnum`,
    [table],
  );
  return rows.map(({ name }) => name);
}

/** Append-only tables refuse a removal; as a replica would, nothing of that is asked. */
async function asReplica<T>(db: Db, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await db.pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SET LOCAL session_replication_role = replica');
    const done = await work(client);
    await client.query('COMMIT');
    return done;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

/** No run pays for what the one before left behind. */
async function tidy(db: Db): Promise<void> {
  await db.pool.query(
    `VACUUM worksheet, worksheet_waiting, hour_line, submission, worksheet_event, notice, lean.worksheet, lean.hour_line, lean.submission, lean.event`,
  );
  await db.pool.query('ANALYZE worksheet_waiting');
  await db.pool.query('CHECKPOINT');
}
