import pg from 'pg';
import type { Db } from '../kit/database.ts';
import type { Sql } from '../kit/sql.ts';

/** A step of a plan as PostgreSQL tells of it. */
export interface PlanNode {
  'Node Type': string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: PlanNode[];
}

/** Runs a statement by the plan that serves all its values, as requests do, takes it back, and gives the plan. */
export async function explain(
  db: Db,
  { text, values }: Pick<Sql, 'text' | 'values'>,
  settings = '',
): Promise<PlanNode> {
  const client = await db.pool.connect();
  try {
    await client.query(`BEGIN; ${settings}`);
    await client.query(`PREPARE explained AS ${text}`);
    const given = values.length ? `(${values.map(literal).join(', ')})` : '';
    const { rows } = await client.query(`EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) EXECUTE explained${given}`);
    return rows[0]['QUERY PLAN'][0].Plan;
  } finally {
    await client.query('ROLLBACK');
    await client.query('DEALLOCATE ALL');
    client.release(true);
  }
}

/** What reads a batch once for each of its rows: time by the square of its size. */
export function readForEachRow(node: PlanNode, batch: number): string[] {
  const read = (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'];
  const isQuadratic = node['Actual Loops'] >= batch / 2 && read >= (batch * batch) / 4;
  const own = isQuadratic ? [`${node['Node Type']}: ${node['Actual Loops']} times ${node['Actual Rows']} rows`] : [];
  return [...own, ...(node.Plans ?? []).flatMap((inner) => readForEachRow(inner, batch))];
}

/** What is done anew so many times: rows looked up one by one, each by a way of its own through an index. */
export function doneAnew(node: PlanNode, times: number): string[] {
  const own = node['Actual Loops'] >= times ? [`${node['Node Type']}: ${node['Actual Loops']} times`] : [];
  return [...own, ...(node.Plans ?? []).flatMap((inner) => doneAnew(inner, times))];
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  return pg.escapeLiteral(Array.isArray(value) ? `{${value.join(',')}}` : String(value));
}
