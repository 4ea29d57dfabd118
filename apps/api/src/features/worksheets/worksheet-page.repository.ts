import type { WorksheetSort } from '@konnekt/shared/worksheets/worksheet-list.schema';
import { z } from 'zod';
import { type Catalogue, catalogueAt } from '#api/kit/catalogue';
import type { Db } from '#api/kit/database';
import { keyValue, type SortKey } from '#api/kit/keyset-list';
import { noSql, type Sql, sql } from '#api/kit/sql';
import { organisationsOf, type Sight } from '#api/kit/visibility';
import {
  type Filters,
  inState,
  isByState,
  narrowed,
  sourceOf,
  statusesOf,
  waiting,
} from './worksheet-filter.repository.ts';
import { type SortName, statusRank, type WorksheetListRow } from './worksheet-row.repository.ts';

export interface ListPage {
  rows: WorksheetListRow[];
  catalogue: Catalogue;
  nextCursor: string | null;
  total: number;
  /** Of the whole list: all hours, and those of them that were worked. None of a list of more than are counted. */
  totalMinutes: number | null;
  workedMinutes: number | null;
}

/** How many worksheets, and their minutes: all, and worked. */
export type Sizes = [total: number, totalMinutes: number | null, workedMinutes: number | null];

/** What a cursor takes along of the list's size. */
export const zSizes = [z.int32().min(0), z.int32().nullable(), z.int32().nullable()] as const;

export const knownSizes = (known: [] | Sizes): Sizes => (known.length === 0 ? [0, 0, 0] : known);

/** The names of the clients and periods of these rows. */
export const catalogueOf = (db: Db, [first]: WorksheetListRow[]): Promise<Catalogue> =>
  catalogueAt(db, first?.catalogue ?? 0);

interface PageParts {
  source: Sql;
  key: SortKey;
  direction: Sql;
  sort: WorksheetSort;
  after: Sql;
  limit: number;
}

/** The worksheets of a page, and what they are sorted by. */
export const pageOf = (where: Sql, { source, key, direction, sort, after, limit }: PageParts): Sql => sql`
  SELECT w.id, ${key.column} AS sort_key
    FROM ${source} w ${joinsFor(sort)}
   WHERE ${where} ${after}
   ORDER BY ${key.column} ${direction}, w.id ${direction}
   LIMIT ${limit}::int`;

/** Lists of a supervisor in the order of periods, over their organisations alone: of what waits, or of the past. */
export const isByOrganisation = (sight: Sight, query: Filters, sort: WorksheetSort): boolean =>
  sight.actor.role === 'supervisor' &&
  sort.endsWith('period') &&
  !query.employeeId &&
  !query.placementId &&
  isByState(sight.actor, query.phase) &&
  (sourceOf(sight, query, sort) === waiting || statusesOf(query).includes('finalised'));

/**
 * The same page, looked for in each organisation by itself, where the index has it in this very order: it reads so many
 * rows of each at most, however many wait. Asked for all at once, the planner walks through every period of the agency for it when
 * many wait (a ninth of the speed with 60,000; docs/performance.md). Where there are more places than rows on a page, the first row of
 * each says how far the page can reach: with a hundred organisations a row or two of each is read, not fifty. The statement has the places at hand,
 * as `place`.
 */
export function pageByOrganisation(
  sight: Sight,
  query: Filters,
  { source, key, direction, sort, after, limit }: PageParts,
): Sql {
  const [within, farthest, farthestId] = sort.startsWith('-')
    ? [sql`>=`, sql`'-infinity'`, sql`'00000000-0000-0000-0000-000000000000'`]
    : [sql`<=`, sql`'infinity'`, sql`'ffffffff-ffff-ffff-ffff-ffffffffffff'`];
  const rows = sql`FROM ${source} w WHERE ${inPlace(sight, query)} ${after}`;
  return sql`
  WITH reach AS MATERIALIZED (
    SELECT coalesce(last.sort_key, ${farthest}) AS sort_key, coalesce(last.id, ${farthestId}) AS id
      FROM (VALUES (1)) one LEFT JOIN (
        SELECT first.sort_key, first.id FROM place CROSS JOIN LATERAL (
          SELECT ${key.column} AS sort_key, w.id ${rows} ORDER BY ${key.column} ${direction}, w.id ${direction} LIMIT 1) first
         ORDER BY first.sort_key ${direction}, first.id ${direction} OFFSET ${limit - 1}::int LIMIT 1) last ON TRUE
  )
  SELECT branch.*
    FROM place CROSS JOIN reach CROSS JOIN LATERAL (
      SELECT w.id, ${key.column} AS sort_key ${rows} AND (${key.column}, w.id) ${within} (reach.sort_key, reach.id)
       ORDER BY ${key.column} ${direction}, w.id ${direction}
       LIMIT ${limit}::int) branch
   ORDER BY branch.sort_key ${direction}, branch.id ${direction}
   LIMIT ${limit}::int`;
}

/** The organisations of such a list, each once, as `place`. */
export const placesOf = (sight: Sight, { phase }: Filters): Sql =>
  sql`(SELECT DISTINCT organisation_id FROM ${organisationsOf(sight, phase === 'to-approve' ? 'may_approve' : undefined)} mine) place`;

/** For `w`: it belongs to the list, at `place`. */
export const inPlace = (sight: Sight, query: Filters): Sql =>
  sql`${isAtPlace} AND ${inState(query)} AND ${narrowed(sight, query, isAtPlace)}`;

const isAtPlace = sql`w.organisation_id = place.organisation_id`;

/** The inner query joins only what it sorts by. */
function joinsFor(sort?: WorksheetSort): Sql {
  if (sort?.endsWith('employee')) return sql`JOIN placement p ON p.id = w.placement_id`;
  if (sort?.endsWith('organisation')) return sql`JOIN organisation o ON o.id = w.organisation_id`;
  return noSql;
}

export const sortKeys = (minutes: Sql): Record<SortName, SortKey> => ({
  period: { column: sql`w.period_start`, type: 'date' },
  employee: { column: sql`p.employee_sort_name` },
  hours: { column: minutes, type: 'number' },
  organisation: { column: sql`o.name` },
  status: { column: statusRank, type: 'number' },
});

export function after(
  last: readonly [string, string, ...unknown[]] | undefined,
  key: SortKey,
  sort: WorksheetSort,
): Sql {
  if (!last) return noSql;
  const beyond = sort.startsWith('-') ? sql`<` : sql`>`;
  return sql`AND (${key.column}, w.id) ${beyond} (${keyValue(last[0], key)}, ${last[1]}::uuid)`;
}
