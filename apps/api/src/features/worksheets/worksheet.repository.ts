import { isOffice } from '@konnekt/shared/basics/actor';
import { sumMinutes } from '@konnekt/shared/basics/minutes';
import type { PlacementSummary } from '@konnekt/shared/placements/placement.schema';
import type { MissingRate } from '@konnekt/shared/placements/rate.schema';
import { submissionsShown } from '@konnekt/shared/worksheets/worksheet.bounds';
import type { NumberedLine } from '@konnekt/shared/worksheets/worksheet.lines';
import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import type { StandsOutFrom } from '@konnekt/shared/worksheets/worksheet.stands-out';
import { isSent, type WorksheetStatus } from '@konnekt/shared/worksheets/worksheet.status';
import type { HourLineInput } from '@konnekt/shared/worksheets/worksheet-line.schema';
import {
  type Catalogue,
  type ClientRules,
  catalogueAt,
  catalogueVersion,
  type KnownHourType,
} from '#api/kit/catalogue';
import type { Db } from '#api/kit/database';
import { type Sql, sql } from '#api/kit/sql';
import { rightsAt, type Sight, worksheetInSight } from '#api/kit/visibility';
import {
  byWeek,
  type EarlierWeeks,
  earlierWeeks,
  linesJson,
  missingRates,
  periodVersion,
  previousMinutes,
  sentBeside,
} from './worksheet-columns.repository.ts';
import { isAsDeclined, settledBy, waitsFor } from './worksheet-conditions.repository.ts';
import { secondsToWait } from './worksheet-history.repository.ts';
import { findAllOf, findTaken, type TakenBy } from './worksheet-more.repository.ts';
import { eventsJson, eventsRead, type StoredSubmission, submissionsJson } from './worksheet-past.repository.ts';
import { tellsWhoDecides } from './worksheet-row.repository.ts';

export type { StoredSubmission };

/** A day on which other placements of the person hold hours that cannot be true together with these. */
export interface Clash {
  date: string;
  /** Of that day, in all placements. */
  dayMinutes: number;
  /** The same time is in two of them. */
  isTwice: boolean;
}

/** A worksheet with everything that its page shows, as the database holds it. */
export interface StoredWorksheet {
  id: string;
  version: number;
  reference: number;
  kind: Worksheet['kind'];
  sequence: number;
  status: WorksheetStatus;
  filledBy: Worksheet['filledBy'];
  remark: string | null;
  totalMinutes: number;
  workedMinutes: number;
  placement: PlacementSummary;
  period: Worksheet['period'];
  lines: NumberedLine[];
  /** The highest number that a line of it was ever given. */
  lastLineNumber: number;
  submissions: StoredSubmission[] | null;
  history: Worksheet['history'] | null;
  /** Until the next step on it; none when it need not wait. */
  secondsToWait: number | null;
  supplements: (Omit<Worksheet['supplements'][number], 'reference'> & { reference: number })[] | null;
  invoices: Worksheet['invoices'] | null;
  waitsFor: string[] | null;
  previousMinutes: number | null;
  /** Worked in the weeks before a week, newest first, as far as the reader sees them. */
  earlierWeekMinutes: number[] | null;
  /** Of a part: worked in the period with all that was sent of it. */
  periodWorkedMinutes: number | null;
  clashes: Clash[];
  /** Public holidays of the client. */
  holidays: ClientRules['holidays'];
  employeePersonId: string;
  mayApprove: boolean;
  mayRegister: boolean;
  lastApproval: boolean;
  /** The client declined it, and nothing of it was changed since. */
  isAsDeclined: boolean;
  /** Of what waits for a decision: it was sent again as it was declined; there is work on days to come. */
  isSentAsDeclined: boolean;
  hasDaysAhead: boolean;
  /** None of them for who is not of the office. */
  missingRates: MissingRate[];
  /** The agency closed its period. */
  isClosed: boolean;
  /** A payroll run or an invoice took it. */
  isPaid: boolean;
  /** The payroll run that took it. */
  payrollRun: Worksheet['payrollRun'];
  brought: Worksheet['brought'];
  warningLimits: Record<string, number>;
  hourTypes: readonly KnownHourType[];
  standsOutFrom: StandsOutFrom;
}

export type StoredForEntry = StoredWorksheet &
  ClientRules & {
    /** What was sent of the placement in the period, and on the days next to it. */
    sentBeside: HourLineInput[];
    /** Rises with every change of the period's hours. */
    periodVersion: number;
  };

/** One worksheet in sight, whole, in one statement; of one that is final, or has a long history, in two. */
export const findWorksheet = (db: Db, sight: Sight, id: string): Promise<StoredWorksheet | undefined> =>
  find(db, sight, id, sql`${waitsFor(sight)} AS "waitsFor"`);

/** The same with what is asked of hours, for who changes them: whom it waits for does not matter to them. */
export const findForEntry = (db: Db, sight: Sight, id: string): Promise<StoredForEntry | undefined> =>
  find(
    db,
    sight,
    id,
    sql`NULL AS "waitsFor", ${secondsToWait} AS "secondsToWait", ${periodVersion} AS "periodVersion",
        ${sentBeside({ placementId: sql`w.placement_id`, startsOn: sql`w.period_start`, endsOn: sql`w.period_end` })} AS "sentBeside"`,
  );

/** As the statement reads it: what is the same for many worksheets comes from the catalogue. */
type Found = Omit<
  StoredForEntry,
  keyof Remembered | keyof TakenBy | 'placement' | 'supplements' | 'earlierWeekMinutes' | 'periodWorkedMinutes'
> &
  Omit<PlacementSummary, 'id' | 'organisationName'> & {
    catalogue: number;
    placementId: string;
    periodId: string;
    earlierWeeks: EarlierWeeks;
    supplements: (NonNullable<StoredWorksheet['supplements']>[number] & { workedMinutes: number })[] | null;
  };

type Remembered = Pick<
  StoredForEntry,
  keyof ClientRules | 'period' | 'isClosed' | 'lastApproval' | 'warningLimits' | 'hourTypes' | 'standsOutFrom'
>;

async function find(db: Db, sight: Sight, id: string, more: Sql): Promise<StoredForEntry | undefined> {
  const [found] = await db.query<Found>(sql`
    SELECT w.id, w.version, w.reference, w.kind, w.sequence, w.status, w.filled_by AS "filledBy", w.remark,
           w.total_minutes AS "totalMinutes", w.worked_minutes AS "workedMinutes", w.last_line_number AS "lastLineNumber", w.period_id AS "periodId",
           e.person_id AS "employeePersonId", ${placementColumns}, ${linesJson} AS lines, ${catalogueVersion} AS catalogue, ${isAsDeclined} AS "isAsDeclined",
           ${tellsWhoDecides(sight.today)},
           coalesce(rights.may_approve, false) AS "mayApprove", coalesce(rights.may_register, false) AS "mayRegister",
           ${submissionsJson} AS submissions, ${eventsJson} AS history,
           (SELECT json_agg(x ORDER BY x.sequence) FROM (
             SELECT x.id, x.reference, x.kind, x.sequence, x.status, s.total_minutes AS "totalMinutes", x.worked_minutes AS "workedMinutes"
               FROM worksheet x JOIN submission s ON s.id = x.submission_id
              WHERE x.placement_id = w.placement_id AND x.period_id = w.period_id AND x.id <> w.id) x) AS supplements,
           ${ownPreviousMinutes} AS "previousMinutes", ${isOffice(sight.actor) ? missingRates : sql`'[]'::json`} AS "missingRates",
           (SELECT coalesce(json_agg(json_build_object('date', c.date, 'dayMinutes', c.day_minutes, 'isTwice', c.is_twice) ORDER BY c.date), '[]')
              FROM worksheet_clash c WHERE c.worksheet_id = w.id) AS clashes,
           CASE WHEN w.period_end = w.period_start + 6 THEN ${earlierWeeks(sight, sql`p.employee_id`, sql`own.monday`, otherRights)} END AS "earlierWeeks", ${more}
      FROM worksheet w
      JOIN placement p ON p.id = w.placement_id
      JOIN employee e ON e.id = w.employee_id
      CROSS JOIN LATERAL (SELECT w.period_start AS monday) own
      CROSS JOIN ${rightsAt(sight, sql`w.organisation_id`)} rights
     WHERE w.id = ${id}::uuid AND ${worksheetInSight(sight, isThere)}`);
  if (!found) return undefined;
  const [catalogue, taken, all] = await Promise.all([
    catalogueAt(db, found.catalogue),
    found.status === 'finalised' ? findTaken(db, sight, id) : nothingTaken,
    isCutOff(found) ? findAllOf(db, id) : undefined,
  ]);
  return { ...withNames({ ...found, ...all }, catalogue), ...taken };
}

/** Only what is final is in a payroll run or on an invoice: the database sees to it. */
const nothingTaken: TakenBy = { isPaid: false, payrollRun: null, brought: null, invoices: null };

/** There may be more events or submissions than were read with the worksheet. */
const isCutOff = ({ history, submissions }: Pick<Found, 'history' | 'submissions'>): boolean =>
  (history ?? []).length > eventsRead || (submissions ?? []).length > submissionsShown;

function withNames(found: Found, catalogue: Catalogue): Omit<StoredForEntry, keyof TakenBy> {
  const period = catalogue.periods.get(found.periodId);
  const rules = catalogue.clientRules.get(found.organisationId);
  if (!period || !rules) throw new Error(`The catalogue has no period or client of worksheet ${found.id}`);
  const { status, workedMinutes, supplements, filledBy } = found;
  const sent = [{ status, workedMinutes }, ...(supplements ?? [])].filter((one) => isSent(one.status));
  return {
    ...found,
    ...rules,
    period,
    placement: { ...placementOf(found, catalogue), hoursBy: settledBy(filledBy, found.hoursBy) },
    supplements: supplements?.map(({ workedMinutes: _, ...shown }) => shown) ?? null,
    earlierWeekMinutes: period.type === 'week' ? byWeek(found.earlierWeeks) : null,
    periodWorkedMinutes: found.sequence > 1 ? sumMinutes(sent.map((one) => one.workedMinutes)) : null,
    isClosed: catalogue.closedPeriods.has(found.periodId),
    lastApproval: catalogue.lastApproval,
    warningLimits: catalogue.warningLimits,
    hourTypes: catalogue.hourTypes,
    standsOutFrom: catalogue.standsOutFrom,
  };
}

const placementOf = (found: Found, { organisationNames }: Catalogue): PlacementSummary => ({
  id: found.placementId,
  employeeId: found.employeeId,
  employeeName: found.employeeName,
  organisationId: found.organisationId,
  organisationName: organisationNames.get(found.organisationId) ?? '',
  functionName: found.functionName,
  startsOn: found.startsOn,
  endsOn: found.endsOn,
  periodType: found.periodType,
  basis: found.basis,
  hoursBy: found.hoursBy,
  entryMode: found.entryMode,
  plannedMinutes: found.plannedMinutes,
  budgetNumber: found.budgetNumber,
});

const placementColumns = sql`p.id AS "placementId", p.employee_id AS "employeeId", p.employee_name AS "employeeName", p.organisation_id AS "organisationId",
  p.function_name AS "functionName", p.starts_on AS "startsOn", p.ends_on AS "endsOn", p.period_type AS "periodType", p.basis, p.hours_by AS "hoursBy",
  p.entry_mode AS "entryMode", p.planned_minutes AS "plannedMinutes", p.budget_number AS "budgetNumber"`;

/** By the `rights` at the organisation of worksheet `w`: what is asked of them is asked once. */
const isThere = sql`rights.may_approve IS NOT NULL`;

/** The same of a worksheet of other weeks, which may be of another client. */
const otherRights = {
  isThere: sql`w.organisation_id = ANY(rights.seen)`,
  registersThere: sql`w.organisation_id = ANY(rights.registered)`,
};

const ownPreviousMinutes = previousMinutes({
  placementId: sql`w.placement_id`,
  startsOn: sql`w.period_start`,
  endsOn: sql`w.period_end`,
});
