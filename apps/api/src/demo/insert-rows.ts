import type pg from 'pg';

export type Row = Record<string, unknown>;

/** Inserts rows keyed by column name, all in one statement. Columns that are not named get their default. */
export async function insertRows(client: pg.ClientBase, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first)
    .map((column) => `"${column}"`)
    .join(', ');
  const text = `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::"${table}", $1)`;
  await client.query(text, [JSON.stringify(rows)]);
}
