import type { Db } from '#api/kit/database';
import { asText, withVariables } from './pgbench-params.ts';
import type { Call } from './recorder.ts';

/** What pgbench runs: each transaction takes its work and does it. */
export interface Script {
  text: string;
  /** Taking the work alone: what it costs is taken off. */
  takingWork: string;
  /** Not all of its statements stay prepared. */
  isPlannedAnew: boolean;
}

/** Work that changes nothing is taken anew this often: it is as good for many transactions as for one. */
const TRANSACTIONS_BETWEEN = 16;

/**
 * Stores the calls of all work, and makes a script that sends the same statements with the same parameters. Client c of so many does
 * the work c, c + clients, …; parameters that are the same in all work are taken once.
 */
export async function prepareScript(
  db: Db,
  whose: 'our_work' | 'lean_work',
  work: Call[][],
  { clients, writes }: { clients: number; writes: boolean },
): Promise<Script> {
  const params = work.map((calls) => calls.flatMap(({ values }) => values.map(asText)));
  await store(db, whose, params);
  const first = params[0] ?? [];
  const every = writes ? 1 : TRANSACTIONS_BETWEEN;
  const numbers = [...first.keys()].filter((at) => first[at] !== null);
  const isSame = (at: number) => params.every((one) => one[at] === first[at]);
  const take = (ats: number[], n: string) =>
    ats.length === 0 ? '' : `SELECT ${ats.map((at) => `p${at}`)} FROM bench.${whose} WHERE n = ${n} \\gset`;
  const takingWork = [
    `\\set at :at + 1`,
    `\\set n (:client_id + ${clients} * (:at - 1)) % ${params.length}`,
    `\\if :at = 1`,
    take(numbers.filter(isSame), '0'),
    `\\endif`,
    `\\if (:at - 1) % ${every} = 0`,
    take(
      numbers.filter((at) => !isSame(at)),
      ':n::int',
    ),
    `\\endif`,
    '',
  ].join('\n');
  const calls = work[0] ?? [];
  const statements = calls.map(({ text }, i) => {
    const before = calls.slice(0, i).reduce((sum, { values }) => sum + values.length, 0);
    return `${withVariables(text, before, first)};\n`;
  });
  return { takingWork, text: takingWork + statements.join(''), isPlannedAnew: calls.some(({ isKept }) => !isKept) };
}

/** A row for each work, a column for each parameter: what is taken is read once and not unpacked. */
async function store(db: Db, whose: string, params: (string | null)[][]): Promise<void> {
  const [first = []] = params;
  if (params.some((one) => one.some((value, at) => (value === null) !== (first[at] === null))))
    throw new Error(`${whose}: a parameter that only some requests have cannot be sent by pgbench`);
  const columns = first.map((_, at) => `p${at}`);
  const table = `bench.${whose}`;
  await db.pool.query(`DROP TABLE IF EXISTS ${table}`);
  await db.pool.query(`CREATE TABLE ${table} (n int PRIMARY KEY, ${columns.map((column) => `${column} text`)})`);
  await db.pool.query(`ALTER TABLE ${table} ${columns.map((column) => `ALTER ${column} SET STORAGE EXTERNAL`)}`);
  const values = columns.map((_, at) => `$${at + 2}`);
  for (const [n, one] of params.entries())
    await db.pool.query(`INSERT INTO ${table} VALUES ($1, ${values})`, [n, ...one]);
  await db.pool.query(`VACUUM ANALYZE ${table}`);
}
