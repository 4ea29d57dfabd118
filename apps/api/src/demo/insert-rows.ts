import type pg from 'pg';

export type Row = Record<string, unknown>;

/**
 * Inserts rows keyed by column name into their tables, all in one statement: what refers to each other, or has to add up, is judged
 * when all of it is there. Columns that are not named get their default.
 */
export async function insertRows(client: pg.ClientBase, tables: Record<string, readonly Row[]>): Promise<void> {
  const filled = Object.entries(tables).filter(([, rows]) => rows.length > 0);
  if (filled.length === 0) return;
  const parts = filled.map(([table, rows], index) => {
    const columns = Object.keys(rows[0] ?? {})
      .map((column) => `"${column}"`)
      .join(', ');
    return `"${table}_rows" AS (INSERT INTO "${table}" (${columns})
      SELECT ${columns} FROM json_populate_recordset(NULL::"${table}", $${index + 1}) RETURNING 1)`;
  });
  await client.query(
    `WITH ${parts.join(', ')} SELECT`,
    filled.map(([, rows]) => JSON.stringify(rows)),
  );
}
