import { isOffice } from '@konnekt/shared/basics/actor';
import { zDay, zId } from '@konnekt/shared/basics/fields';
import { mostCounted } from '@konnekt/shared/basics/most-counted';
import type { WorksheetQuery } from '@konnekt/shared/worksheets/worksheet-list.schema';
import { z } from 'zod';
import { isAskedFor, isOpen, runsBetween } from '#api/kit/conditions';
import { type Db, encodeCursor } from '#api/kit/database';
import { keyValue, type SortKey, zKeyInCursor } from '#api/kit/keyset-list';
import { decodeCursor, zCursorText } from '#api/kit/paging';
import { noSql, type Sql, sql } from '#api/kit/sql';
import { placementInSight, type Sight, sightOfSystem, worksheetInSight } from '#api/kit/visibility';
import { type Filters, isNarrowed, searched } from './worksheet-filter.repository.ts';
import { catalogueOf, knownSizes, type ListPage, type Sizes, zSizes } from './worksheet-page.repository.ts';
import {
  columns,
  isMendedByAnother,
  lacks,
  owedPeriod,
  type SortName,
  shownMinutes,
  sortName,
  statusRank,
  type WorksheetListRow,
} from './worksheet-row.repository.ts';

/**
 * What still has to be filled in: flexible placements that owe a worksheet for a period that has begun and have none
 * sent, saved or not, and what came back. A closed period is owed by nobody, nor one from before hours were entered here. Without a year: those of the last thirteen weeks.
 */
export async function listToFill(db: Db, sight: Sight, query: WorksheetQuery): Promise<ListPage> {
  const sort = query.sort ?? 'period';
  // What was never sent is out of sight for all but its writer: then only the debt shows, here and in the cursor.
  const inSight = sql`coalesce(${worksheetInSight(sight)}, FALSE)`;
  const mended = isMendedByAnother(sight, query);
  const key = owedKeys(shownMinutes(sql`total_minutes`, inSight, mended), inSight)[sortName(sort)];
  const [direction, beyond] = sort.startsWith('-') ? [sql`DESC`, sql`<`] : [sql`ASC`, sql`>`];
  const cursor = decodeCursor(query.cursor, z.tuple([zKeyInCursor(key), zDay, zCursorText, zId, z.int32(), ...zSizes]));
  const [, , , , , ...known] = cursor ?? [];
  const [, startsOn, employeeName, placementId, sequence] = cursor ?? [];
  const place = sql`(${key.column}, pe.starts_on, p.employee_sort_name, p.id, coalesce(w.sequence, 1))`;
  const afterLast = cursor
    ? sql`AND ${place} ${beyond} (${keyValue(cursor[0], key)}, ${startsOn}::date, ${employeeName}, ${placementId}::uuid, ${sequence}::int)`
    : noSql;
  const sum = (column: Sql) => sql`coalesce(sum(${shownMinutes(column, inSight, mended)}) OVER (), 0)`;
  const sizes = cursor
    ? sql`NULL::int[]`
    : sql`ARRAY[count(*) OVER (), ${sum(sql`total_minutes`)}, ${sum(sql`worked_minutes`)}]::int[]`;
  const rows = await db.query<
    WorksheetListRow & { sortKey: string; periodStart: string; sequence: number; sizes: Sizes | null }
  >(
    sql`
    SELECT ${columns({ inSight, mended, period: owedPeriod })}, ${lacks(sight, query)}, ${key.column}::text AS "sortKey", pe.starts_on AS "periodStart",
           coalesce(w.sequence, 1) AS sequence, ${sizes} AS sizes
      FROM ${owed(sight, query)} ${afterLast}
     ORDER BY ${key.column} ${direction}, pe.starts_on ${direction}, p.employee_sort_name ${direction}, p.id ${direction},
              coalesce(w.sequence, 1) ${direction}
     LIMIT ${query.limit + 1}::int`,
    isNarrowed(query) ? 'once' : 'kept',
  );
  if (rows.length === 0 && cursor) {
    const start = await listToFill(db, sight, { ...query, cursor: undefined, limit: 1 });
    return { ...start, rows: [], nextCursor: null };
  }
  const last = rows.length > query.limit ? rows[query.limit - 1] : undefined;
  const [total, totalMinutes, workedMinutes] = rows[0]?.sizes ?? knownSizes(known);
  const isMany = total > mostCounted;
  return {
    rows: rows.slice(0, query.limit),
    catalogue: await catalogueOf(db, rows),
    nextCursor: last
      ? encodeCursor([
          last.sortKey,
          last.periodStart,
          last.employeeSortName,
          last.placementId,
          last.sequence,
          total,
          totalMinutes,
          workedMinutes,
        ])
      : null,
    total: isMany ? mostCounted : total,
    totalMinutes: isMany ? null : totalMinutes,
    workedMinutes: isMany ? null : workedMinutes,
  };
}

/** What a list of debts is sorted by: what it holds of a worksheet out of sight says nothing. */
const owedKeys = (minutes: Sql, inSight: Sql): Record<SortName, SortKey> => ({
  period: { column: sql`pe.starts_on`, type: 'date' },
  employee: { column: sql`p.employee_sort_name` },
  organisation: { column: sql`(SELECT o.name FROM organisation o WHERE o.id = p.organisation_id)` },
  hours: { column: minutes, type: 'number' },
  status: { column: sql`CASE WHEN ${inSight} THEN ${statusRank} ELSE 0 END`, type: 'number' },
});

/** What is owed, with all that a row shows and that may be searched. Ends in a WHERE. */
export function owed(sight: Sight, query: Filters): Sql {
  return sql`(${toFill(sight, query)}) owed
      JOIN period pe ON pe.id = owed.period_id
      JOIN placement p ON p.id = owed.placement_id
      LEFT JOIN worksheet w ON w.id = owed.worksheet_id
      LEFT JOIN submission s ON s.id = w.submission_id
     WHERE TRUE ${searched(query.q, sql`p.id`, worksheetInSight(sight))}`;
}

/** Without a year, hours to fill in are those of periods that ended so many days ago at most. */
export const toFillGoesBack = 91;

/** What is not sent of what is asked. */
export const toFill = (sight: Sight, filters: Filters, of?: AskedOf): Sql =>
  sql`${askedFor(sight, filters, of)} AND (w.id IS NULL OR w.status IN ('draft', 'declined'))`;

/** Of which periods `pe`, other than a year's or the last ones; and what is told of them, of `p` and `w`, more than the ids. */
interface AskedOf {
  within: Sql;
  /** The same of worksheets `w`: of many periods they are read all at once, and not looked up one by one. */
  sheets: Sql;
  columns: Sql;
}

/** The worksheets that are owed for periods that have begun, sent or not: period, placement, and the worksheet where there is one. */
export function askedFor(sight: Sight, filters: Filters, of?: AskedOf): Sql {
  const { actor, today } = sight;
  const ids = sql`pe.id AS period_id, p.id AS placement_id, w.id AS worksheet_id`;
  // Of their own hours a person is asked only for what they fill in themselves.
  const asked = isOffice(actor)
    ? noSql
    : sql`AND (coalesce(w.filled_by, p.hours_by) = 'employee' OR p.employee_id IS DISTINCT FROM ${actor.employeeId}::uuid)`;
  return sql`
    SELECT ${of?.columns ?? ids}
      FROM placement p
      JOIN organisation client ON client.id = p.organisation_id
      JOIN period pe ON pe.type = p.period_type AND ${runsBetween(sql`pe.starts_on`, sql`pe.ends_on`)}
      LEFT JOIN worksheet w ON w.placement_id = p.id AND w.period_id = pe.id ${of ? sql`AND ${of.sheets}` : noSql}
     WHERE p.basis = 'flexible' AND pe.starts_on <= ${today}::date AND ${isOpen(sql`pe`)}
       -- What was begun is finished, whenever hours are owed from.
       AND (${isAskedFor(sql`client`)} OR w.status IN ('draft', 'declined'))
       AND ${of?.within ?? (filters.year ? sql`pe.year = ${filters.year}::int` : sql`pe.ends_on >= ${today}::date - ${toFillGoesBack}::int`)}
       ${filters.period ? sql`AND pe.number = ${filters.period}::int` : noSql}
       AND ${placementInSight(sight)} ${asked}
       ${filters.periodType ? sql`AND pe.type = ${filters.periodType}` : noSql}
       ${filters.organisationId ? sql`AND p.organisation_id = ${filters.organisationId}::uuid` : noSql}
       ${filters.employeeId ? sql`AND p.employee_id = ${filters.employeeId}::uuid` : noSql}
       ${filters.placementId ? sql`AND p.id = ${filters.placementId}::uuid` : noSql}`;
}

/** The same of what employees fill in themselves, of periods that are over, for who reminds them: period, placement and worksheet. */
export const owedByEmployees = (today: string, filters: Omit<Filters, 'phase'>): Sql => sql`
  SELECT owed.* FROM (${toFill(sightOfSystem(today), filters)}) owed
    JOIN placement f ON f.id = owed.placement_id JOIN period ended ON ended.id = owed.period_id AND ended.ends_on < ${today}::date
    LEFT JOIN worksheet begun ON begun.id = owed.worksheet_id
   WHERE coalesce(begun.filled_by, f.hours_by) = 'employee'`;
