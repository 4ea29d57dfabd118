import { zDay, zId } from '@konnekt/shared/basics/fields';
import { mostCounted } from '@konnekt/shared/basics/most-counted';
import { searchWords } from '@konnekt/shared/basics/search-text';
import { z } from 'zod';
import { encodeCursor, type Transaction } from './database.ts';
import { decodeCursor, zCursorText } from './paging.ts';
import { joinSql, noSql, type Sql, sql } from './sql.ts';

/** What a list for filters and pickers is asked with. */
export interface AskedPage {
  limit: number;
  cursor?: string | undefined;
  q?: string | undefined;
}

/** What a list is in the order of, before the id. */
export interface SortKey {
  column: Sql;
  type?: 'text' | 'date' | 'number' | 'instant';
}

const keyTypes = {
  text: { inCursor: zCursorText, cast: sql`text` },
  date: { inCursor: zDay, cast: sql`date` },
  // As the database writes one, to the millisecond that it is kept to.
  instant: {
    inCursor: z.string().regex(/^\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+\d\d$/),
    cast: sql`timestamptz`,
  },
  number: { inCursor: z.string().regex(/^-?\d{1,9}$/), cast: sql`int` },
};

/** How a value of the key stands in a cursor. */
export const zKeyInCursor = ({ type = 'text' }: SortKey): z.ZodType<string> => keyTypes[type].inCursor;

/** A value of the key that a cursor held. */
export const keyValue = (value: string, { type = 'text' }: SortKey): Sql => sql`${value}::${keyTypes[type].cast}`;

interface List {
  columns: Sql;
  /** From FROM to the last condition of its WHERE. */
  matching: Sql;
  /** None where the order is that of the ids, which sort by time. */
  key?: SortKey;
  id: Sql;
  isDescending?: boolean;
  page: { limit: number; cursor?: string | undefined };
  /** Where few match (fewer than are counted): what they are read from, of `matching`. Then they are counted first. */
  few?: (matching: Sql) => Sql;
}

/** One page of a list in the order of one column and then the id, and how long the whole is. */
export async function keysetList<Item extends object>(db: Transaction, list: List) {
  const { columns, matching, key, id, isDescending = false, page, few } = list;
  const after = decodeCursor(page.cursor, z.tuple([key ? zKeyInCursor(key) : zCursorText, zId]));
  const [direction, beyond] = isDescending ? [sql`DESC`, sql`<`] : [sql`ASC`, sql`>`];
  const afterLast = !after
    ? noSql
    : key
      ? sql`AND (${key.column}, ${id}) ${beyond} (${keyValue(after[0], key)}, ${after[1]}::uuid)`
      : sql`AND ${id} ${beyond} ${after[1]}::uuid`;
  const read = (from: Sql) =>
    db.query<Item & { cursorKey: string; cursorId: string }>(
      sql`
      SELECT ${columns}, ${key ? key.column : sql`''`}::text AS "cursorKey", ${id} AS "cursorId" ${from} ${afterLast}
       ORDER BY ${key ? sql`${key.column} ${direction}, ` : noSql}${id} ${direction} LIMIT ${page.limit + 1}::int`,
      'once',
    );
  const counting = countMatching(db, matching);
  const [rows, total] = few
    ? await counting.then(async (count) => [await read(count < mostCounted ? few(matching) : matching), count] as const)
    : await Promise.all([read(matching), counting]);
  const last = rows.length > page.limit ? rows[page.limit - 1] : undefined;
  return {
    // Without the cursor's columns a row is the item: TypeScript cannot tell for a type it does not know.
    items: rows.slice(0, page.limit).map(({ cursorKey: _, cursorId: __, ...item }) => item as unknown as Item),
    nextCursor: last ? encodeCursor([last.cursorKey, last.cursorId]) : null,
    total,
  };
}

async function countMatching(db: Transaction, matching: Sql): Promise<number> {
  const [counted] = await db.query<{ total: number }>(
    sql`SELECT count(*)::int AS total FROM (SELECT ${matching} LIMIT ${mostCounted}::int) n`,
    'once',
  );
  return counted?.total ?? 0;
}

/**
 * True where each word stands in one of the columns, whatever its case and accents; an empty search asks for nothing. All words
 * are one parameter: however many there are, the statement is the same.
 */
export function contains(q: string | undefined, ...columns: [Sql, ...Sql[]]): Sql {
  // No word holds a line break, so none is found across two columns.
  return holdsWords(q, sql`search_text(concat_ws(E'\n', ${joinSql(columns, ', ')}))`);
}

/** What LIKE looks for of each word, in a text that is kept as words are compared (`search_text`). */
export const wordPatterns = (q: string | undefined): string[] =>
  searchWords(q ?? '').map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);

/** The same of a text that is kept as words are compared. */
export function holdsWords(q: string | undefined, text: Sql): Sql {
  const parts = wordPatterns(q);
  return parts.length === 0 ? noSql : sql`AND ${text} LIKE ALL(${parts}::text[])`;
}
