import { type Actor, isOffice } from '@konnekt/shared/basics/actor';
import { zDay, zId } from '@konnekt/shared/basics/fields';
import type { WorksheetQuery, WorksheetRow, WorksheetSort } from '@konnekt/shared/worksheets/worksheet.schema';
import {
  isSent,
  type Phase,
  phaseStatuses,
  type WorksheetStatus,
  worksheetStatuses,
} from '@konnekt/shared/worksheets/worksheet.status';
import { z } from 'zod';
import { type Catalogue, catalogueAt, catalogueVersion } from '#api/kit/catalogue';
import { runsBetween } from '#api/kit/conditions';
import { type Db, encodeCursor } from '#api/kit/database';
import { COUNT_LIMIT, contains, keyValue, type SortKey, zKeyInCursor } from '#api/kit/keyset-list';
import { decodeCursor, zCursorText } from '#api/kit/paging';
import { constantsSql, joinSql, noSql, type Sql, sql } from '#api/kit/sql';
import {
  organisationsOf,
  placementInSight,
  type Sight,
  sentInSight,
  sightOfSystem,
  waitsForApproval,
  worksheetInSight,
} from '#api/kit/visibility';
import { fillsIn, previousMinutes, workedInPeriod } from './worksheet.repository.ts';

/** A row as the database gives it: the catalogue has the names of its client and period. */
export interface WorksheetListRow
  extends Omit<WorksheetRow, 'reference' | 'standsOut' | 'period' | 'plannedMinutes' | 'organisationName'> {
  reference: number | null;
  periodId: string;
  /** The version of the catalogue that names them. */
  catalogue: number;
  /** How the placement runs, and the minutes of a week that were agreed. */
  startsOn: string;
  endsOn: string | null;
  plannedMinutes: number;
  clashes: boolean;
  lacksBudgetNumber: boolean;
  lacksRate: boolean;
  lacksReceipt: boolean;
}

export interface ListPage {
  rows: WorksheetListRow[];
  catalogue: Catalogue;
  nextCursor: string | null;
  total: number;
  /** Of the whole list: all hours, and those of them that were worked. None of a list of more than are counted. */
  totalMinutes: number | null;
  workedMinutes: number | null;
}

type Filters = Omit<WorksheetQuery, 'limit' | 'cursor'> & {
  /** Only what this person registers for others. */
  registeredByMe?: boolean;
};

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
  const counted = sql`${sums.total} AS total, ${sums.worked} AS worked`;
  const matching = (what: Sql) =>
    isByPlace
      ? sql`${placesOf(sight, query)} CROSS JOIN LATERAL (SELECT ${what} FROM ${source} w WHERE ${inPlace(sight, query)}) branch`
      : sql`(SELECT ${what} FROM ${source} w WHERE ${where}) all_of_them`;
  // Of many nothing is added up: that they are many is in an index, their hours are not.
  const sizes = cursor
    ? sql`NULL::int[]`
    : sql`CASE WHEN EXISTS (SELECT FROM ${matching(noSql)} OFFSET ${COUNT_LIMIT}::int) THEN ARRAY[${COUNT_LIMIT}::int, NULL, NULL]
               ELSE (SELECT ARRAY[count(*), coalesce(sum(total), 0), coalesce(sum(worked), 0)]::int[] FROM ${matching(counted)}) END`;
  const rowsOf = isByPlace ? pageByOrganisation(sight, query, page) : pageOf(where, page);
  const rows = await db.query<WorksheetListRow & { sortKey: string; sizes: Sizes | null }>(
    sql`
    SELECT ${columns({ inSight: sql`TRUE`, mended, period: ofWorksheet })}, ${lacks(sight, query)}, page.sort_key::text AS "sortKey", ${sizes} AS sizes
      FROM (${rowsOf}) page
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

/** How many worksheets, and their minutes: all, and worked. */
type Sizes = [total: number, totalMinutes: number | null, workedMinutes: number | null];
/** What a cursor takes along of the list's size. */
const zSizes = [z.int32().min(0), z.int32().nullable(), z.int32().nullable()] as const;
const knownSizes = (known: [] | Sizes): Sizes => (known.length === 0 ? [0, 0, 0] : known);

/** The minutes of a worksheet `w` as it shows. */
function sumsOf(source: Sql, mended: Sql): { total: Sql; worked: Sql } {
  const one = (column: Sql) =>
    source === waiting
      ? sql`w.${column}`
      : sql`CASE WHEN ${mended} THEN (SELECT sent.${column} FROM submission sent WHERE sent.id = w.submission_id) ELSE w.${column} END`;
  return { total: one(sql`total_minutes`), worked: one(sql`worked_minutes`) };
}

/** The names of the clients and periods of these rows. */
const catalogueOf = (db: Db, [first]: WorksheetListRow[]): Promise<Catalogue> => catalogueAt(db, first?.catalogue ?? 0);

/** Put together from choices that are too many for the text of each combination to stay prepared. */
const isNarrowed = ({ phase: _, limit: __, cursor: ___, registeredByMe: ____, ...choices }: WorksheetQuery & Filters) =>
  Object.values(choices).some((choice) => choice !== undefined);

/**
 * Where a list finds its worksheets: in the few that wait for somebody, where their rows say all that is asked of them. Both tables
 * call alike what they both have.
 */
const everything = sql`worksheet`;
const waiting = sql`worksheet_waiting`;

function sourceOf({ actor }: Sight, query: Filters, sort: WorksheetSort): Sql {
  const { phase, year, period, periodType, placementId, q, registeredByMe } = query;
  const isOfSent = phase === 'to-approve' || phase === 'to-finalise';
  const isInRow = !(year || period || periodType || placementId || q || registeredByMe || sort.endsWith('employee'));
  return isOfSent && isInRow && isByState(actor, phase) ? waiting : everything;
}

/** The lists that are of a state before all else; who looks for their own hours has few of any. */
const isByState = ({ role, employeeId }: Actor, phase?: Phase): boolean =>
  role !== 'employee' && (!employeeId || role !== 'supervisor' || phase === 'to-approve');

interface PageParts {
  source: Sql;
  key: SortKey;
  direction: Sql;
  sort: WorksheetSort;
  after: Sql;
  limit: number;
}

/** The worksheets of a page, and what they are sorted by. */
const pageOf = (where: Sql, { source, key, direction, sort, after, limit }: PageParts): Sql => sql`
  SELECT w.id, ${key.column} AS sort_key
    FROM ${source} w ${joinsFor(sort)}
   WHERE ${where} ${after}
   ORDER BY ${key.column} ${direction}, w.id ${direction}
   LIMIT ${limit}::int`;

/** Lists of a supervisor in the order of periods, over their organisations alone: of what waits, or of the past. */
const isByOrganisation = (sight: Sight, query: Filters, sort: WorksheetSort): boolean =>
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
 * each says how far the page can reach: with a hundred organisations a row or two of each is read, not fifty.
 */
function pageByOrganisation(
  sight: Sight,
  query: Filters,
  { source, key, direction, sort, after, limit }: PageParts,
): Sql {
  const [within, farthest, farthestId] = sort.startsWith('-')
    ? [sql`>=`, sql`'-infinity'`, sql`'00000000-0000-0000-0000-000000000000'`]
    : [sql`<=`, sql`'infinity'`, sql`'ffffffff-ffff-ffff-ffff-ffffffffffff'`];
  const rows = sql`FROM ${source} w WHERE ${inPlace(sight, query)} ${after}`;
  return sql`
  WITH place AS MATERIALIZED (
    SELECT * FROM ${placesOf(sight, query)}
  ), reach AS MATERIALIZED (
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
const placesOf = (sight: Sight, { phase }: Filters): Sql =>
  sql`(SELECT DISTINCT organisation_id FROM ${organisationsOf(sight, phase === 'to-approve' ? 'may_approve' : undefined)} mine) place`;

/** For `w`: it belongs to the list, at `place`. */
const inPlace = (sight: Sight, query: Filters): Sql =>
  sql`w.organisation_id = place.organisation_id AND ${inState(query)} AND ${narrowed(sight, query, sql`(place.organisation_id)`)}`;

/** What is asked of the state of `w`; one that waits is in one state at a time. */
function inState(query: Filters): Sql {
  const [first, ...more] = statusesOf(query);
  if (!first) return sql`FALSE`;
  if (more.length === worksheetStatuses.length - 1) return sql`TRUE`;
  return more.length === 0
    ? sql`w.status = ${constantsSql([first])}`
    : sql`w.status IN (${constantsSql([first, ...more])})`;
}

function statusesOf({ phase, status }: Filters): readonly WorksheetStatus[] {
  const ofPhase: readonly WorksheetStatus[] = phase ? phaseStatuses[phase] : worksheetStatuses;
  return ofPhase.filter((one) => !status || (status === 'sent' ? one !== 'draft' : one === status));
}

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
  const isMany = total > COUNT_LIMIT;
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
    total: isMany ? COUNT_LIMIT : total,
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
function owed(sight: Sight, query: Filters): Sql {
  return sql`(${toFill(sight, query)}) owed
      JOIN period pe ON pe.id = owed.period_id
      JOIN placement p ON p.id = owed.placement_id
      LEFT JOIN worksheet w ON w.id = owed.worksheet_id
      LEFT JOIN submission s ON s.id = w.submission_id
     WHERE TRUE ${searched(query.q, sql`p.id`, worksheetInSight(sight))}`;
}

/** The three counts of the status overview. Each counts exactly what its list holds. */
export async function countPhases(db: Db, sight: Sight, filters: Filters) {
  const count = (phase: 'to-approve' | 'to-finalise') => {
    const query = { ...filters, phase };
    return sql`(SELECT count(*)::int FROM ${sourceOf(sight, query, 'period')} w WHERE ${conditions(sight, query)})`;
  };
  const toFillIn = filters.q ? owed(sight, filters) : sql`(${toFill(sight, filters)}) owed`;
  const [counts] = await db.query<{ toFill: number; toApprove: number; toFinalise: number }>(
    sql`
    SELECT (SELECT count(*)::int FROM ${toFillIn}) AS "toFill",
           ${count('to-approve')} AS "toApprove", ${count('to-finalise')} AS "toFinalise"`,
    Object.values(filters).some((choice) => choice !== undefined) ? 'once' : 'kept',
  );
  return counts ?? { toFill: 0, toApprove: 0, toFinalise: 0 };
}

/** How many are done, counted to 10,000. */
export async function countDone(db: Db, sight: Sight, filters: Filters): Promise<number> {
  const where = conditions(sight, { ...filters, phase: 'done' });
  const [counted] = await db.query<{ n: number }>(
    sql`SELECT count(*)::int AS n FROM (SELECT FROM ${everything} w WHERE ${where} LIMIT ${COUNT_LIMIT}::int) done`,
    Object.values(filters).some((choice) => choice !== undefined) ? 'once' : 'kept',
  );
  return counted?.n ?? 0;
}

/**
 * The three counts of each period and of each organisation, and of all, in one statement: over the same rows that the lists hold. The
 * grouped columns tell what a row is of; of all neither is set.
 */
export const countPlaces = (db: Db, sight: Sight, filters: Filters): Promise<PlaceCounts[]> =>
  db.query<PlaceCounts>(
    sql`
    SELECT open.period_id AS "periodId", o.id AS "organisationId", o.name AS "organisationName", open.to_fill AS "toFill",
           open.to_approve AS "toApprove", open.to_finalise AS "toFinalise", ${catalogueVersion} AS catalogue
      FROM (SELECT period_id, organisation_id, count(*) FILTER (WHERE phase = 'to-fill')::int AS to_fill,
                   count(*) FILTER (WHERE phase = 'to-approve')::int AS to_approve,
                   count(*) FILTER (WHERE phase = 'to-finalise')::int AS to_finalise
              FROM (SELECT pe.id AS period_id, p.organisation_id, 'to-fill' AS phase FROM ${owed(sight, filters)}
                    UNION ALL ${sentOf(sight, filters, 'to-approve')} UNION ALL ${sentOf(sight, filters, 'to-finalise')}) one
             GROUP BY GROUPING SETS ((), (period_id), (organisation_id))) open
      LEFT JOIN organisation o ON o.id = open.organisation_id
     ORDER BY o.name`,
    'once',
  );

export interface PlaceCounts {
  periodId: string | null;
  organisationId: string | null;
  organisationName: string | null;
  toFill: number;
  toApprove: number;
  toFinalise: number;
  /** The version of the catalogue that names the period. */
  catalogue: number;
}

/** What waits in a phase, with its period and organisation: what the list of the phase holds. */
function sentOf(sight: Sight, filters: Filters, phase: 'to-approve' | 'to-finalise'): Sql {
  const query = { ...filters, phase };
  return sql`SELECT x.period_id, x.organisation_id, ${constantsSql([phase])} FROM ${sourceOf(sight, query, 'period')} w
    JOIN worksheet x ON x.id = w.id WHERE ${conditions(sight, query)}`;
}

/** Without a year, hours to fill in are those of periods that ended so many days ago at most. */
export const toFillGoesBack = 91;

/** What is not sent of what is asked. */
const toFill = (sight: Sight, filters: Filters): Sql =>
  sql`${askedFor(sight, filters)} AND (w.id IS NULL OR w.status IN ('draft', 'declined'))`;

/** The worksheets that are owed for periods that have begun, sent or not: period, placement, and the worksheet where there is one. */
export function askedFor(sight: Sight, filters: Filters): Sql {
  const { actor, today } = sight;
  // Of their own hours a person is asked only for what they fill in themselves.
  const asked = isOffice(actor)
    ? noSql
    : sql`AND (coalesce(w.filled_by, p.hours_by) = 'employee' OR p.employee_id IS DISTINCT FROM ${actor.employeeId}::uuid)`;
  return sql`
    SELECT pe.id AS period_id, p.id AS placement_id, w.id AS worksheet_id
      FROM placement p
      JOIN organisation client ON client.id = p.organisation_id
     CROSS JOIN agency
      JOIN period pe ON pe.type = p.period_type AND ${runsBetween(sql`pe.starts_on`, sql`pe.ends_on`)}
      LEFT JOIN worksheet w ON w.placement_id = p.id AND w.period_id = pe.id
     WHERE p.basis = 'flexible' AND pe.starts_on <= ${today}::date AND pe.closed_at IS NULL
       AND pe.ends_on >= coalesce(client.hours_from, agency.hours_from, '-infinity')
       AND ${filters.year ? sql`pe.year = ${filters.year}::int` : sql`pe.ends_on >= ${today}::date - ${toFillGoesBack}::int`}
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

function conditions(sight: Sight, filters: Filters): Sql {
  const statuses = statusesOf(filters);
  const isFewAmongAll =
    isByState(sight.actor, filters.phase) &&
    !statuses.includes('finalised') &&
    sourceOf(sight, filters, filters.sort ?? 'period') === everything;
  const few = isFewAmongAll ? sql`w.id IN (SELECT w.id FROM ${waiting} w WHERE ${inState(filters)})` : sql`TRUE`;
  return sql`${few} AND ${inState(filters)} AND ${narrowed(sight, filters)}`;
}

/** What is asked of a worksheet `w` besides its state. `organisations`: those of the rights that it takes, where they are at hand. */
function narrowed(sight: Sight, filters: Filters, organisations?: Sql): Sql {
  const isDeciding = filters.phase === 'to-approve' && sight.actor.role === 'supervisor';
  const inSight = statusesOf(filters).every(isSent) ? sentInSight : worksheetInSight;
  const parts = [(isDeciding ? waitsForApproval : inSight)(sight, organisations)];
  if (filters.registeredByMe) parts.push(sql`w.filled_by = 'supervisor' AND ${fillsIn(sight)}`);
  if (filters.organisationId) parts.push(sql`w.organisation_id = ${filters.organisationId}::uuid`);
  if (filters.employeeId) parts.push(sql`w.employee_id = ${filters.employeeId}::uuid`);
  if (filters.placementId) parts.push(sql`w.placement_id = ${filters.placementId}::uuid`);
  if (filters.year || filters.period || filters.periodType) {
    const { year, period, periodType } = filters;
    parts.push(sql`w.period_id IN (SELECT f.id FROM period f WHERE TRUE
      ${year ? sql`AND f.year = ${year}::int` : noSql} ${period ? sql`AND f.number = ${period}::int` : noSql}
      ${periodType ? sql`AND f.type = ${periodType}` : noSql})`);
  }
  return sql`${joinSql(parts, ' AND ')} ${searched(filters.q, sql`w.placement_id`, sql`TRUE`)}`;
}

/**
 * Words of a name, function or organisation, or (the beginning of) the number of a worksheet `w` in sight. The placements that
 * match are found first: there are far fewer of them than worksheets.
 */
function searched(q: string | undefined, placementId: Sql, inSight: Sql): Sql {
  if (!q) return noSql;
  const placements = sql`SELECT f.id FROM placement f JOIN employee fe ON fe.id = f.employee_id JOIN person fn ON fn.id = fe.person_id
    JOIN organisation fo ON fo.id = f.organisation_id WHERE TRUE ${contains(q, sql`fn.full_name`, sql`f.function_name`, sql`fo.name`)}`;
  const reference = referencedBy(q);
  return sql`AND (${placementId} IN (${placements}) ${reference ? sql`OR (${inSight} AND ${reference})` : noSql})`;
}

const periodTypes: Record<string, string> = { w: 'week', p: 'four-weeks', m: 'month' };

/** 'UB-2026-W47-000456', as far as it was typed, or its last number alone. */
function referencedBy(q: string): Sql | undefined {
  const [, year, letter = '', number, typed] =
    /^(?:ub-)?(?:(\d{4})-([wpm])(\d{1,2})-?)?(\d{1,9})?$/i.exec(q.trim()) ?? [];
  const isNumber = sql`w.reference = ${Number(typed)}::int`;
  if (year === undefined) return typed === undefined ? undefined : isNumber;
  const inPeriod = sql`w.period_id IN (SELECT f.id FROM period f
    WHERE f.type = ${periodTypes[letter.toLowerCase()]} AND f.year = ${Number(year)}::int AND f.number = ${Number(number)}::int)`;
  if (typed === undefined) return inPeriod;
  return sql`(${inPeriod} AND (${isNumber} OR lpad(w.reference::text, 6, '0') LIKE ${`${typed}%`}))`;
}

/**
 * What a worksheet `w` lacks for who decides on it: a receipt that its hour type asks for; and in the office's last approval, what stops
 * hours from being paid or invoiced as they should: a line without the budget number that its client asks for, or that is paid and has no
 * rate on its day. Other lists do not ask.
 */
function lacks({ actor }: Sight, { phase }: Filters): Sql {
  const isDecided = phase === 'to-approve' || phase === 'to-finalise';
  const receipt = isDecided
    ? sql`EXISTS (SELECT FROM hour_line h JOIN hour_type t ON t.id = h.hour_type_id WHERE h.worksheet_id = w.id
             AND t.receipt <> 'none' AND h.receipt_id IS NULL AND coalesce(h.quantity, h.minutes) > 0)`
    : sql`FALSE`;
  if (!isOffice(actor) || phase !== 'to-finalise')
    return sql`${receipt} AS "lacksReceipt", FALSE AS "lacksBudgetNumber", FALSE AS "lacksRate"`;
  return sql`
    ${receipt} AS "lacksReceipt",
    EXISTS (SELECT FROM organisation o JOIN hour_line h ON h.worksheet_id = w.id
             WHERE o.id = w.organisation_id AND o.requires_budget_number AND h.budget_number IS NULL) AS "lacksBudgetNumber",
    EXISTS (SELECT FROM hour_line h JOIN hour_type t ON t.id = h.hour_type_id
             WHERE h.worksheet_id = w.id AND t.pay_share_bp > 0 AND t.unit <> 'euros' AND NOT EXISTS (
               SELECT FROM placement_rate r WHERE r.placement_id = w.placement_id AND r.hour_type_id = h.hour_type_id
                  AND r.valid_from <= coalesce(h.date, w.period_end))) AS "lacksRate"`;
}

/** The inner query joins only what it sorts by. */
function joinsFor(sort?: WorksheetSort): Sql {
  if (sort?.endsWith('employee')) return sql`JOIN placement p ON p.id = w.placement_id`;
  if (sort?.endsWith('organisation')) return sql`JOIN organisation o ON o.id = w.organisation_id`;
  return noSql;
}

type SortName = 'period' | 'employee' | 'hours' | 'organisation' | 'status';
const sortName = (sort: WorksheetSort) => sort.replace('-', '') as SortName;
const sortKeys = (minutes: Sql): Record<SortName, SortKey> => ({
  period: { column: sql`w.period_start`, type: 'date' },
  employee: { column: sql`p.employee_sort_name` },
  hours: { column: minutes, type: 'number' },
  organisation: { column: sql`o.name` },
  status: { column: statusRank, type: 'number' },
});

/** How far a worksheet `w` is in its life. */
const statusRank = sql`coalesce(array_position(ARRAY[${constantsSql(worksheetStatuses)}], w.status::text), 0)`;

function after(last: readonly [string, string, ...unknown[]] | undefined, key: SortKey, sort: WorksheetSort): Sql {
  if (!last) return noSql;
  const beyond = sort.startsWith('-') ? sql`<` : sql`>`;
  return sql`AND (${key.column}, w.id) ${beyond} (${keyValue(last[0], key)}, ${last[1]}::uuid)`;
}

/**
 * True for a worksheet `w` that was sent and that somebody else is mending: it shows as it was sent, in rows, sums and
 * order. In the phases after sending there is none, and those lists need not ask.
 */
function isMendedByAnother(sight: Sight, { phase }: Filters): Sql {
  if (isOffice(sight.actor) || (phase && phase !== 'to-fill')) return sql`FALSE`;
  return sql`(w.status IN ('draft', 'declined') AND w.submission_id IS NOT NULL AND NOT coalesce(${fillsIn(sight)}, FALSE))`;
}

/** A period as a row has it at hand. */
interface PeriodColumns {
  id: Sql;
  startsOn: Sql;
  endsOn: Sql;
}
const ofWorksheet: PeriodColumns = { id: sql`w.period_id`, startsOn: sql`w.period_start`, endsOn: sql`w.period_end` };
const owedPeriod: PeriodColumns = { id: sql`pe.id`, startsOn: sql`pe.starts_on`, endsOn: sql`pe.ends_on` };

/**
 * What a list shows of worksheet `w` and placement `p`: nothing of a worksheet out of sight, and of one that is being mended what was
 * sent (submission `s`).
 */
function columns({ inSight, mended, period }: { inSight: Sql; mended: Sql; period: PeriodColumns }): Sql {
  return sql`
    CASE WHEN ${inSight} THEN w.id END AS id, CASE WHEN ${inSight} THEN w.version END AS version,
    CASE WHEN ${inSight} THEN w.reference END AS reference, coalesce(w.kind, 'regular') AS kind,
    CASE WHEN ${inSight} THEN w.status END AS status, coalesce(w.filled_by, p.hours_by) AS "filledBy",
    p.id AS "placementId", p.employee_id AS "employeeId", p.employee_name AS "employeeName",
    p.employee_sort_name AS "employeeSortName", p.organisation_id AS "organisationId",
    p.function_name AS "functionName", ${period.id} AS "periodId", ${catalogueVersion} AS catalogue,
    ${shownMinutes(sql`total_minutes`, inSight, mended)} AS "totalMinutes", ${shownMinutes(sql`worked_minutes`, inSight, mended)} AS "workedMinutes",
    coalesce(CASE WHEN NOT ${inSight} THEN NULL WHEN ${mended} THEN (
      SELECT jsonb_object_agg(k.kind, k.minutes) FROM (
        SELECT t.kind, sum((line ->> 'minutes')::int) AS minutes FROM jsonb_array_elements(s.content::jsonb -> 'lines') line
          JOIN hour_type t ON t.code = line ->> 'hourType' GROUP BY t.kind HAVING sum((line ->> 'minutes')::int) <> 0) k)
    ELSE w.minutes_by_kind END, '{}') AS "minutesByKind",
    coalesce(CASE WHEN NOT ${inSight} THEN NULL WHEN ${mended} THEN (
      SELECT jsonb_object_agg(k.unit, k.quantity) FROM (
        SELECT line ->> 'unit' AS unit, sum((line ->> 'quantity')::int) AS quantity FROM jsonb_array_elements(s.content::jsonb -> 'lines') line
         WHERE line ? 'quantity' GROUP BY 1) k)
    ELSE w.quantities END, '{}') AS quantities,
    p.planned_minutes AS "plannedMinutes", p.starts_on AS "startsOn", p.ends_on AS "endsOn",
    ${previousMinutes({ placementId: sql`p.id`, ...period })} AS "previousMinutes",
    ${inSight} AND EXISTS (SELECT FROM worksheet_clash c WHERE c.worksheet_id = w.id) AS clashes,
    CASE WHEN w.sequence > 1 AND ${inSight} THEN ${workedInPeriod} END AS "periodWorkedMinutes",
    coalesce(CASE WHEN NOT ${inSight} THEN FALSE WHEN ${mended} THEN (
      SELECT s.content::jsonb ->> 'remark' IS NOT NULL OR bool_or(line ->> 'remark' IS NOT NULL)
        FROM jsonb_array_elements(s.content::jsonb -> 'lines') line)
    ELSE w.has_remark END, FALSE) AS "hasRemark", CASE WHEN ${inSight} THEN w.sent_at END AS "sentAt"`;
}

const shownMinutes = (column: Sql, inSight: Sql, mended: Sql): Sql =>
  sql`CASE WHEN NOT ${inSight} THEN 0 WHEN ${mended} THEN s.${column} ELSE coalesce(w.${column}, 0) END`;
