import { zId } from '@konnekt/shared/basics/fields';
import { mostCounted } from '@konnekt/shared/basics/most-counted';
import type { WorksheetQuery } from '@konnekt/shared/worksheets/worksheet-list.schema';
import { z } from 'zod';
import { type Db, encodeCursor } from '#api/kit/database';
import { zKeyInCursor } from '#api/kit/keyset-list';
import { decodeCursor } from '#api/kit/paging';
import { noSql, type Sql, sql } from '#api/kit/sql';
import type { Sight } from '#api/kit/visibility';
import { conditions, type Filters, isNarrowed, sourceOf, waiting } from './worksheet-filter.repository.ts';
import {
  after,
  catalogueOf,
  inPlace,
  isByOrganisation,
  knownSizes,
  type ListPage,
  pageByOrganisation,
  pageOf,
  placesOf,
  type Sizes,
  sortKeys,
  zSizes,
} from './worksheet-page.repository.ts';
import {
  columns,
  isMendedByAnother,
  lacks,
  ofWorksheet,
  sortName,
  type WorksheetListRow,
} from './worksheet-row.repository.ts';

/**
 * One page of worksheets that exist, with the size of the whole list, in one statement. The size is counted for the first page; the
 * cursor takes it along.
 */
export async function listWorksheets(db: Db, sight: Sight, query: WorksheetQuery & Filters): Promise<ListPage> {
  const sort = query.sort ?? (query.phase === 'to-approve' ? 'period' : '-period');
  const mended = isMendedByAnother(sight, query);
  const source = sourceOf(sight, query, sort);
  const sums = sumsOf(source, mended);
  const key = sortKeys(sums.total)[sortName(sort)];
  const direction = sort.startsWith('-') ? sql`DESC` : sql`ASC`;
  const where = conditions(sight, query);
  const cursor = decodeCursor(query.cursor, z.tuple([zKeyInCursor(key), zId, ...zSizes]));
  const [, , ...known] = cursor ?? [];
  const page = { source, key, direction, sort, after: after(cursor, key, sort), limit: query.limit + 1 };
  const isByPlace = isByOrganisation(sight, query, sort);
  const minutes = sql`${sums.total} AS total, ${sums.worked} AS worked`;
  const matching = (what: Sql) =>
    isByPlace
      ? sql`place CROSS JOIN LATERAL (SELECT ${what} FROM ${source} w WHERE ${inPlace(sight, query)}) branch`
      : sql`(SELECT ${what} FROM ${source} w WHERE ${where}) all_of_them`;
  // Of many nothing is added up: that they are many is in an index, their hours are not.
  const sizes = cursor
    ? sql`NULL::int[]`
    : sql`CASE WHEN EXISTS (SELECT FROM ${matching(noSql)} OFFSET ${mostCounted}::int) THEN ARRAY[${mostCounted}::int, NULL, NULL]
               ELSE (SELECT ARRAY[count(*), coalesce(sum(total), 0), coalesce(sum(worked), 0)]::int[] FROM ${matching(minutes)}) END`;
  const rowsOf = isByPlace ? pageByOrganisation(sight, query, page) : pageOf(where, page);
  const rows = await db.query<WorksheetListRow & { sortKey: string; sizes: Sizes | null }>(
    sql`
    WITH ${isByPlace ? sql`place AS MATERIALIZED (SELECT * FROM ${placesOf(sight, query)}),` : noSql} page AS MATERIALIZED (${rowsOf})
    SELECT ${columns({ inSight: sql`TRUE`, mended, period: ofWorksheet, clashes })}, ${lacks(sight, query)}, page.sort_key::text AS "sortKey", ${sizes} AS sizes
      FROM page
      JOIN worksheet w ON w.id = page.id
      JOIN placement p ON p.id = w.placement_id
      LEFT JOIN submission s ON s.id = w.submission_id AND ${mended}
     ORDER BY page.sort_key ${direction}, page.id ${direction}`,
    isNarrowed(query) ? 'once' : 'kept',
  );
  // The list became shorter than this page begins: what is left of it is counted from its start.
  if (rows.length === 0 && query.cursor) {
    const start = await listWorksheets(db, sight, { ...query, cursor: undefined, limit: 1 });
    return { ...start, rows: [], nextCursor: null };
  }
  const last = rows.length > query.limit ? rows[query.limit - 1] : undefined;
  const [total, totalMinutes, workedMinutes] = rows[0]?.sizes ?? knownSizes(known);
  return {
    rows: rows.slice(0, query.limit),
    catalogue: await catalogueOf(db, rows),
    nextCursor: last ? encodeCursor([last.sortKey, last.id ?? '', total, totalMinutes, workedMinutes]) : null,
    total,
    totalMinutes,
    workedMinutes,
  };
}

/** Of a worksheet `w` of the page: looked for once for all of them. */
const clashes = sql`w.id = ANY(ARRAY(SELECT c.worksheet_id FROM worksheet_clash c WHERE c.worksheet_id = ANY(ARRAY(SELECT id FROM page))))`;

/** The minutes of a worksheet `w` as it shows. */
function sumsOf(source: Sql, mended: Sql): { total: Sql; worked: Sql } {
  const one = (column: Sql) =>
    source === waiting
      ? sql`w.${column}`
      : sql`CASE WHEN ${mended} THEN (SELECT sent.${column} FROM submission sent WHERE sent.id = w.submission_id) ELSE w.${column} END`;
  return { total: one(sql`total_minutes`), worked: one(sql`worked_minutes`) };
}
