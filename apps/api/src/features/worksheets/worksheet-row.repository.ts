import { isOffice } from '@konnekt/shared/basics/actor';
import { worksheetStatuses } from '@konnekt/shared/worksheets/worksheet.status';
import type { WorksheetRow, WorksheetSort } from '@konnekt/shared/worksheets/worksheet-list.schema';
import { catalogueVersion } from '#api/kit/catalogue';
import { constantsSql, type Sql, sql } from '#api/kit/sql';
import type { Sight } from '#api/kit/visibility';
import { missingRates, previousMinutes } from './worksheet-columns.repository.ts';
import { fillsIn } from './worksheet-conditions.repository.ts';
import type { Filters } from './worksheet-filter.repository.ts';

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
  lacksReceipt: boolean;
  isSentAsDeclined: boolean;
  hasDaysAhead: boolean;
}

/**
 * What a worksheet `w` lacks for who decides on it: a receipt that its hour type asks for; and in the office's last approval, what stops
 * hours from being paid or invoiced as they should: a line without the budget number that its client asks for, or that is paid and has no
 * rate on its day. Other lists do not ask.
 */
export function lacks({ actor, today }: Sight, { phase }: Filters): Sql {
  const isDecided = phase === 'to-approve' || phase === 'to-finalise';
  // Which types ask for one is asked once; where none does, no line is looked at.
  const receipt = isDecided
    ? sql`(${typesWithReceipt} <> '{}' AND EXISTS (SELECT FROM hour_line h WHERE h.worksheet_id = w.id
             AND h.hour_type_id = ANY(${typesWithReceipt}) AND h.receipt_id IS NULL AND coalesce(h.quantity, h.minutes) > 0))`
    : sql`FALSE`;
  const known = sql`${receipt} AS "lacksReceipt", ${isDecided ? isSentAsDeclined : sql`FALSE`} AS "isSentAsDeclined",
    ${isDecided ? hasDaysAhead(today) : sql`FALSE`} AS "hasDaysAhead"`;
  if (!isOffice(actor) || phase !== 'to-finalise')
    return sql`${known}, FALSE AS "lacksBudgetNumber", '[]'::json AS "missingRates"`;
  return sql`
    ${known},
    EXISTS (SELECT FROM organisation o JOIN hour_line h ON h.worksheet_id = w.id
             WHERE o.id = w.organisation_id AND o.requires_budget_number AND h.budget_number IS NULL) AS "lacksBudgetNumber",
    ${missingRates} AS "missingRates"`;
}

const typesWithReceipt = sql`ARRAY(SELECT t.id FROM hour_type t WHERE t.receipt <> 'none')`;

/** What a decision on worksheet `w` is told beside its hours, where one is still to be made. */
export const tellsWhoDecides = (today: string): Sql => {
  const isDecided = sql`w.status IN ('submitted', 'approved')`;
  return sql`${isDecided} AND ${isSentAsDeclined} AS "isSentAsDeclined", ${isDecided} AND ${hasDaysAhead(today)} AS "hasDaysAhead"`;
};

/** Worksheet `w` says to the letter what was sent back the time before. */
const isSentAsDeclined = sql`(w.version > 2 AND is_sent_as_declined(w.id, w.submission_id))`;

/** Work that worksheet `w` has on days after today. */
const hasDaysAhead = (today: string) => sql`(w.period_end > ${today}::date AND EXISTS (
  SELECT FROM hour_line h WHERE h.worksheet_id = w.id AND h.date > ${today}::date AND h.minutes > 0
     AND h.hour_type_id = ANY(ARRAY(SELECT t.id FROM hour_type t WHERE t.is_worked))))`;

export type SortName = 'period' | 'employee' | 'hours' | 'organisation' | 'status';

export const sortName = (sort: WorksheetSort) => sort.replace('-', '') as SortName;

/** How far a worksheet `w` is in its life. */
export const statusRank = sql`coalesce(array_position(ARRAY[${constantsSql(worksheetStatuses)}], w.status::text), 0)`;

/**
 * True for a worksheet `w` that was sent and that somebody else is mending: it shows as it was sent, in rows, sums and
 * order. In the phases after sending there is none, and those lists need not ask.
 */
export function isMendedByAnother(sight: Sight, { phase }: Filters): Sql {
  if (isOffice(sight.actor) || (phase && phase !== 'to-fill')) return sql`FALSE`;
  return sql`(w.status IN ('draft', 'declined') AND w.submission_id IS NOT NULL AND NOT coalesce(${fillsIn(sight)}, FALSE))`;
}

/** A period as a row has it at hand. */
interface PeriodColumns {
  id: Sql;
  startsOn: Sql;
  endsOn: Sql;
}

export const ofWorksheet: PeriodColumns = {
  id: sql`w.period_id`,
  startsOn: sql`w.period_start`,
  endsOn: sql`w.period_end`,
};

export const owedPeriod: PeriodColumns = { id: sql`pe.id`, startsOn: sql`pe.starts_on`, endsOn: sql`pe.ends_on` };

/**
 * What a list shows of worksheet `w` and placement `p`: nothing of a worksheet out of sight, and of one that is being mended what was
 * sent (submission `s`). `clashes` tells whether days of it cannot be true together with others.
 */
export function columns({
  inSight,
  mended,
  period,
  clashes = sql`EXISTS (SELECT FROM worksheet_clash c WHERE c.worksheet_id = w.id)`,
}: {
  inSight: Sql;
  mended: Sql;
  period: PeriodColumns;
  clashes?: Sql;
}): Sql {
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
    ${inSight} AND ${clashes} AS clashes,
    CASE WHEN w.sequence > 1 AND ${inSight} THEN worked_in_period(w.placement_id, w.period_id) END AS "periodWorkedMinutes",
    coalesce(CASE WHEN NOT ${inSight} THEN FALSE WHEN ${mended} THEN (
      SELECT s.content::jsonb ->> 'remark' IS NOT NULL OR bool_or(line ->> 'remark' IS NOT NULL)
        FROM jsonb_array_elements(s.content::jsonb -> 'lines') line)
    ELSE w.has_remark END, FALSE) AS "hasRemark", CASE WHEN ${inSight} THEN w.sent_at END AS "sentAt"`;
}

export const shownMinutes = (column: Sql, inSight: Sql, mended: Sql): Sql =>
  sql`CASE WHEN NOT ${inSight} THEN 0 WHEN ${mended} THEN s.${column} ELSE coalesce(w.${column}, 0) END`;
