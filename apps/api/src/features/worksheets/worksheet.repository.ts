import { isOffice } from '@konnekt/shared/basics/actor';
import type { PlacementSummary } from '@konnekt/shared/placements/placement.schema';
import type { Answer } from '@konnekt/shared/routes';
import {
  commentMinutes,
  eventsShown,
  manySteps,
  mostComments,
  mostCommentsAtOnce,
  mostStepsAMinute,
  secondsBetweenManySteps,
  submissionsShown,
} from '@konnekt/shared/worksheets/worksheet.bounds';
import type { NumberedLine } from '@konnekt/shared/worksheets/worksheet.lines';
import type { HourLineInput, Receipt, Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import type { StandsOutFrom } from '@konnekt/shared/worksheets/worksheet.stands-out';
import type { WorksheetStatus } from '@konnekt/shared/worksheets/worksheet.status';
import { catalogueAt, catalogueVersion, hourTypesJson, type KnownHourType } from '#api/kit/catalogue';
import type { Db, Transaction } from '#api/kit/database';
import { noSql, type Sql, sql } from '#api/kit/sql';
import {
  invoiceInSight,
  isHeldOn,
  organisationsOf,
  placementInSight,
  rightsAt,
  type Sight,
  worksheetInSight,
} from '#api/kit/visibility';
import { clientHolidays, type EntryRules, ruleColumns } from './entry-rules.repository.ts';

export interface StoredSubmission {
  number: number;
  sentAt: string;
  sentByName: string;
  sentByRole: string;
  sha256: string;
  totalMinutes: number;
  workedMinutes: number;
  content: string;
  /** What its lines came with; none where nothing did. */
  receipts: Receipt[] | null;
}

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
  holidays: EntryRules['holidays'];
  employeePersonId: string;
  mayApprove: boolean;
  mayRegister: boolean;
  lastApproval: boolean;
  /** The client declined it, and nothing of it was changed since. */
  isAsDeclined: boolean;
  /** The agency closed its period. */
  isClosed: boolean;
  /** A payroll run or an invoice took it. */
  isPaid: boolean;
  /** The payroll run that took it. */
  payrollRun: Worksheet['payrollRun'];
  warningLimits: Record<string, number>;
  hourTypes: readonly KnownHourType[];
  standsOutFrom: StandsOutFrom;
}

export type StoredForEntry = StoredWorksheet &
  EntryRules & {
    /** What was sent of the placement in the period, and on the days next to it. */
    sentBeside: HourLineInput[];
  };

/** How long the next step on these worksheets has to wait: on the one that waits longest. */
export async function findLongestWait(db: Db, ids: readonly string[]): Promise<number | null> {
  const [found] = await db.query<{ seconds: number | null }>(
    sql`SELECT max(${secondsToWait}) AS seconds FROM worksheet w WHERE w.id = ANY(${[...ids]}::uuid[])`,
  );
  return found?.seconds ?? null;
}

/** What happened to a worksheet, newest first, from an event on; with the saves or without. */
export async function listEvents(
  db: Db,
  id: string,
  page: { limit: number; before: string | undefined; withSaves: boolean },
): Promise<{ items: Worksheet['history']; total: number }> {
  const which = sql`v.worksheet_id = ${id}::uuid ${page.withSaves ? noSql : sql`AND v.action <> 'save'`}`;
  const items = await db.query<Worksheet['history'][number]>(sql`
    SELECT ${eventFields} FROM worksheet_event v LEFT JOIN submission s ON s.id = v.submission_id
     WHERE ${which} ${page.before ? sql`AND v.id < ${page.before}::uuid` : noSql} ORDER BY v.id DESC LIMIT ${page.limit}::int`);
  const [counted] = await db.query<{ total: number }>(
    sql`SELECT count(*)::int AS total FROM (SELECT FROM worksheet_event v WHERE ${which} LIMIT 10000) n`,
  );
  return { items, total: counted?.total ?? 0 };
}

/** One after another: what one person says is counted before they say the next. */
export async function holdCommenter(tx: Transaction, { actor }: Sight): Promise<void> {
  await tx.query(sql`SELECT FROM person WHERE id = ${actor.personId}::uuid FOR NO KEY UPDATE`);
}

/** Of one person on one worksheet: how many comments there are, and how long the next has to wait. */
export async function findCommentRoom(
  db: Transaction,
  { actor }: Sight,
  id: string,
): Promise<{ count: number; secondsToWait: number | null }> {
  const own = sql`v.worksheet_id = ${id}::uuid AND v.action = 'comment' AND v.actor_id = ${actor.personId}::uuid`;
  const [found] = await db.query<{ count: number; secondsToWait: number | null }>(sql`
    SELECT (SELECT count(*)::int FROM (SELECT FROM worksheet_event v WHERE ${own} LIMIT ${mostComments}::int) n) AS count,
           (SELECT ceil(extract(epoch FROM v.at + make_interval(mins => ${commentMinutes}::int) - now()))::int FROM worksheet_event v
             WHERE ${own} ORDER BY v.id DESC OFFSET ${mostCommentsAtOnce - 1}::int LIMIT 1) AS "secondsToWait"`);
  return found ?? { count: 0, secondsToWait: null };
}

/** One worksheet in sight, whole, in one statement. */
export const findWorksheet = (db: Db, sight: Sight, id: string): Promise<StoredWorksheet | undefined> =>
  find(db, sight, id, noSql);

/** The same with what its client asks of hours: for who changes them. */
export const findForEntry = (db: Db, sight: Sight, id: string): Promise<StoredForEntry | undefined> =>
  find(
    db,
    sight,
    id,
    sql`, ${ruleColumns}, ${sentBeside({ placementId: sql`w.placement_id`, startsOn: sql`w.period_start`, endsOn: sql`w.period_end` })} AS "sentBeside"`,
  );

async function find(db: Db, sight: Sight, id: string, more: Sql): Promise<StoredForEntry | undefined> {
  const [worksheet] = await db.query<Omit<StoredForEntry, 'hourTypes' | 'standsOutFrom'> & { catalogue: number }>(sql`
    SELECT w.id, w.version, w.reference, w.kind, w.sequence, w.status, w.filled_by AS "filledBy", w.remark,
           w.total_minutes AS "totalMinutes", w.worked_minutes AS "workedMinutes", w.last_line_number AS "lastLineNumber", e.person_id AS "employeePersonId",
           ${placementJson} AS placement, ${periodJson} AS period, ${linesJson} AS lines, ${clientHolidays} AS holidays, ${catalogueVersion} AS catalogue,
           a.last_approval AS "lastApproval", pe.closed_at IS NOT NULL AS "isClosed", ${isAsDeclined} AS "isAsDeclined", w.status = 'finalised' AND ${isPaid} AS "isPaid", a.warning_limits AS "warningLimits",
           coalesce(rights.may_approve, false) AS "mayApprove", coalesce(rights.may_register, false) AS "mayRegister",
           (SELECT json_build_object('id', r.id, 'number', r.number, 'runDate', r.run_date)
              FROM payroll_run_worksheet k JOIN payroll_run r ON r.id = k.run_id WHERE k.worksheet_id = w.id) AS "payrollRun",
           (SELECT json_agg(x ORDER BY x.number) FROM (
             SELECT s.number, ${instant(sql`s.sent_at`)} AS "sentAt", s.sent_by_name AS "sentByName", s.sent_by_role AS "sentByRole", s.sha256,
                    s.total_minutes AS "totalMinutes", s.worked_minutes AS "workedMinutes", s.content,
                    (SELECT json_agg(json_build_object('id', f.id, 'name', f.name, 'sha256', f.sha256)) FROM submission_receipt r JOIN stored_file f ON f.id = r.file_id
                      WHERE r.submission_id = s.id) AS receipts
               FROM submission s WHERE s.worksheet_id = w.id AND (s.number = 1 OR s.number > (
                 SELECT max(number) FROM submission WHERE worksheet_id = w.id) - ${submissionsShown - 1}::int)) x) AS submissions,
           (SELECT json_agg(x ORDER BY x.id) FROM (
             SELECT ${eventFields} FROM worksheet_event v LEFT JOIN submission s ON s.id = v.submission_id
              WHERE v.worksheet_id = w.id AND v.id >= ${newestEvent(eventsShown, false)}
                AND (v.action <> 'save' OR v.id >= ${newestEvent(eventsShown, true)})) x) AS history,
           ${secondsToWait} AS "secondsToWait",
           (SELECT json_agg(x ORDER BY x.sequence) FROM (
             SELECT x.id, x.reference, x.kind, x.sequence, x.status, s.total_minutes AS "totalMinutes"
               FROM worksheet x JOIN submission s ON s.id = x.submission_id
              WHERE x.placement_id = w.placement_id AND x.period_id = w.period_id AND x.id <> w.id) x) AS supplements,
           ${waitsFor(sight)} AS "waitsFor", ${invoicesOf(sight)} AS invoices,
           ${ownPreviousMinutes} AS "previousMinutes", CASE WHEN w.sequence > 1 THEN ${workedInPeriod} END AS "periodWorkedMinutes",
           (SELECT coalesce(json_agg(json_build_object('date', c.date, 'dayMinutes', c.day_minutes, 'isTwice', c.is_twice) ORDER BY c.date), '[]')
              FROM worksheet_clash c WHERE c.worksheet_id = w.id) AS clashes,
           CASE WHEN pe.type = 'week' THEN ARRAY(${earlierWeeks(sight, sql`p.employee_id`, sql`pe.starts_on`)}) END AS "earlierWeekMinutes" ${more}
      FROM worksheet w
      JOIN placement p ON p.id = w.placement_id
      JOIN employee e ON e.id = w.employee_id
      JOIN organisation o ON o.id = w.organisation_id
      JOIN period pe ON pe.id = w.period_id
      CROSS JOIN agency a
      CROSS JOIN ${rightsAt(sight, sql`w.organisation_id`)} rights
     WHERE w.id = ${id}::uuid AND ${worksheetInSight(sight, rightHere)}`);
  if (!worksheet) return undefined;
  const { placement, filledBy, catalogue } = worksheet;
  const { hourTypes, standsOutFrom } = await catalogueAt(db, catalogue);
  return {
    ...worksheet,
    placement: { ...placement, hoursBy: settledBy(filledBy, placement.hoursBy) },
    hourTypes,
    standsOutFrom,
  };
}

/** The invoices that lines of worksheet `w` are on, as far as one sees them; what a credit note freed is on none. */
const invoicesOf = (sight: Sight): Sql => sql`(
  SELECT json_agg(x ORDER BY x.id) FROM (
    SELECT DISTINCT i.id, i.number FROM invoice_source s JOIN invoice_line l ON l.id = s.invoice_line_id JOIN invoice i ON i.id = l.invoice_id
     WHERE s.worksheet_id = w.id AND s.freed_at IS NULL AND ${invoiceInSight(sight)}) x)`;

/** The organisation of worksheet `w` where `rights` says that one has any there: what is asked of the rights is asked once. */
const rightHere = sql`(CASE WHEN rights.may_approve IS NOT NULL THEN w.organisation_id END)`;

/** Who fills in a period is settled by its first worksheet, whatever the placement says by now; what the office fills in settles nothing. */
export const settledBy = (
  filledBy: Worksheet['filledBy'] | null,
  hoursBy: PlacementSummary['hoursBy'],
): PlacementSummary['hoursBy'] => (filledBy === 'employee' || filledBy === 'supervisor' ? filledBy : hoursBy);

/** A placement in sight, for filling in one period: what the entry screen and the checks of a save need. */
export interface EntryPlace {
  placement: PlacementSummary;
  employeePersonId: string;
  mayRegister: boolean;
  weekFiftyThree: 'long-last-period' | 'separate-week';
  warningLimits: Record<string, number>;
  hourTypes: readonly KnownHourType[];
}
export async function findPlacement(db: Db, sight: Sight, id: string): Promise<EntryPlace | undefined> {
  const [place] = await db.query<EntryPlace>(sql`
    SELECT ${placementJson} AS placement, e.person_id AS "employeePersonId", a.week_fifty_three AS "weekFiftyThree",
           a.warning_limits AS "warningLimits", ${hourTypesJson} AS "hourTypes", p.organisation_id IN ${organisationsOf(sight, 'may_register')} AS "mayRegister"
      FROM placement p
      JOIN employee e ON e.id = p.employee_id
      JOIN organisation o ON o.id = p.organisation_id
      CROSS JOIN agency a
     WHERE p.id = ${id}::uuid AND ${placementInSight(sight)}`);
  return place;
}

/** The worksheet of a placement and period, if one was saved: the regular one, whoever looks. */
export async function findRegular(db: Db, placementId: string, period: Worksheet['period']) {
  const [worksheet] = await db.query<Pick<StoredWorksheet, 'id' | 'version' | 'filledBy'> & { changedAt: string }>(sql`
    SELECT w.id, w.version, w.filled_by AS "filledBy", w.updated_at AS "changedAt" FROM worksheet w JOIN period pe ON pe.id = w.period_id
     WHERE w.placement_id = ${placementId}::uuid AND w.sequence = 1
       AND pe.type = ${period.type} AND pe.year = ${period.year}::int AND pe.number = ${period.number}::int`);
  return worksheet;
}

/** The same of a placement that has no worksheet to read yet. */
export async function findSentBeside(
  db: Db,
  placementId: string,
  { startsOn, endsOn }: Worksheet['period'],
): Promise<HourLineInput[]> {
  const of = { startsOn: sql`${startsOn}::date`, endsOn: sql`${endsOn}::date`, placementId: sql`${placementId}::uuid` };
  const [found] = await db.query<{ lines: HourLineInput[] }>(sql`SELECT ${sentBeside(of)} AS lines`);
  return found?.lines ?? [];
}

/** What an employee worked in other placements, or typed there, in a period and on the days next to it. */
export async function findElsewhere(
  db: Db,
  { id, employeeId }: Pick<PlacementSummary, 'id' | 'employeeId'>,
  { startsOn, endsOn }: Worksheet['period'],
): Promise<HourLineInput[]> {
  const [found] = await db.query<{ lines: HourLineInput[] }>(sql`
    SELECT coalesce(json_agg(json_build_object(${lineFields})), '[]') AS lines FROM worksheet b JOIN hour_line l ON l.worksheet_id = b.id
     WHERE b.employee_id = ${employeeId}::uuid AND b.placement_id <> ${id}::uuid
       AND b.period_start <= ${endsOn}::date + 1 AND b.period_end >= ${startsOn}::date - 1
       AND l.date BETWEEN ${startsOn}::date - 1 AND ${endsOn}::date + 1`);
  return found?.lines ?? [];
}

export async function isPeriodClosed(db: Db, { type, year, number }: Worksheet['period']): Promise<boolean> {
  const closed = await db.query(sql`
    SELECT 1 FROM period WHERE type = ${type} AND year = ${year}::int AND number = ${number}::int AND closed_at IS NOT NULL`);
  return closed.length > 0;
}

/** The lines of the regular worksheet of the period before, to copy by whoever fills it in. */
export async function findLines(
  db: Db,
  sight: Sight,
  placementId: string,
  period: Worksheet['period'],
): Promise<NumberedLine[]> {
  const [found] = await db.query<{ lines: NumberedLine[] }>(sql`
    SELECT ${linesJson} AS lines FROM worksheet w JOIN period pe ON pe.id = w.period_id
     WHERE w.placement_id = ${placementId}::uuid AND w.sequence = 1 AND ${enters(sight)}
       AND pe.type = ${period.type} AND pe.year = ${period.year}::int AND pe.number = ${period.number}::int`);
  return found?.lines ?? [];
}

/**
 * Minutes worked by this employee in each of the fifteen ISO weeks before a Monday, newest first: in all placements as far as
 * the reader sees them, and not what somebody else has not sent (yet).
 */
export async function earlierWeekMinutes(db: Db, sight: Sight, employeeId: string, monday: string): Promise<number[]> {
  const rows = await db.query<{ minutes: number }>(earlierWeeks(sight, sql`${employeeId}::uuid`, sql`${monday}::date`));
  return rows.map(({ minutes }) => minutes);
}

/** The law's average is over sixteen weeks: this one and those before it. */
const EARLIER_WEEKS = 15;

const earlierWeeks = (sight: Sight, employeeId: Sql, monday: Sql): Sql => sql`
  SELECT coalesce((SELECT sum(w.worked_minutes) FROM worksheet w
      WHERE w.employee_id = ${employeeId} AND w.period_start = ${monday} - 7 * n AND w.period_end = w.period_start + 6
        AND (${fillsIn(sight)} OR (w.status IN ('submitted', 'approved', 'finalised') AND ${worksheetInSight(sight)}))), 0)::int AS minutes
    FROM generate_series(1, ${EARLIER_WEEKS}::int) AS n ORDER BY n`;

/** For a line `l` of a period `pe`: of no day between these. A period's total counts where a placement begins or ends only when none of it is left. */
export const isOutside = (startsOn: string, endsOn: string | null): Sql =>
  sql`(coalesce(l.date, pe.ends_on) < ${startsOn}::date OR coalesce(l.date, pe.starts_on) > ${endsOn}::date)`;

/** As many worksheets as a dialog shows. */
const mostOutside = 60;

/** The worksheets of a placement with hours that would fall outside it between these days, sent or not; for the office. */
export const listHoursOutside = (
  db: Db,
  placementId: string,
  { startsOn, endsOn }: { startsOn: string; endsOn?: string | undefined },
): Promise<Answer<'GET /api/placements/:id/hours-outside'>['items']> =>
  db.query(sql`
    SELECT w.id AS "worksheetId", w.status, sum(l.minutes)::int AS minutes, ${periodJson} AS period
      FROM worksheet w JOIN hour_line l ON l.worksheet_id = w.id JOIN period pe ON pe.id = w.period_id
     WHERE w.placement_id = ${placementId}::uuid AND ${isOutside(startsOn, endsOn ?? null)}
     GROUP BY w.id, pe.id ORDER BY pe.starts_on, w.sequence LIMIT ${mostOutside}::int`);

/** True for a worksheet `w` that the actor fills in: their own, or one of somebody else that they register. Repeats `reasonNotTo`. */
export function fillsIn(sight: Sight): Sql {
  return sql`((w.filled_by = 'employee' AND w.employee_id = ${sight.actor.employeeId}::uuid)
    OR (w.filled_by = 'supervisor' AND w.employee_id IS DISTINCT FROM ${sight.actor.employeeId}::uuid
      AND w.organisation_id IN ${organisationsOf(sight, 'may_register')})
    ${isOffice(sight.actor) ? sql`OR (w.filled_by = 'staff' AND ${isAnothers(sight)})` : noSql})`;
}

/** The same, and for the office all hours but their own: what somebody else began is taken over by saving it. */
export const enters = (sight: Sight): Sql => (isOffice(sight.actor) ? isAnothers(sight) : fillsIn(sight));

const isAnothers = ({ actor }: Sight): Sql => sql`w.employee_id IS DISTINCT FROM ${actor.employeeId}::uuid`;

/** The last step on worksheet `w` was the client's decline: any other raises the version. Repeats `reasonNotTo`. */
export const isAsDeclined: Sql = sql`(w.status = 'declined' AND EXISTS (
  SELECT FROM worksheet_event d WHERE d.worksheet_id = w.id AND d.version = w.version AND d.action = 'decline'))`;

/** A payroll run or an invoice took worksheet `w`. */
export const isPaid: Sql = sql`(EXISTS (SELECT FROM payroll_run_worksheet paid WHERE paid.worksheet_id = w.id)
  OR EXISTS (SELECT FROM invoice_source invoiced WHERE invoiced.worksheet_id = w.id AND invoiced.freed_at IS NULL))`;

/** An instant inside built JSON, as ISO 8601 in UTC. */
const instant = (column: Sql): Sql => sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** An event `v` of a worksheet, with its submission `s`, as the contract has it. */
const eventFields = sql`v.id, v.action, v.from_status AS "fromStatus", v.to_status AS "toStatus", ${instant(sql`v.at`)} AS at,
  v.actor_name AS "actorName", v.actor_role AS "actorRole", v.on_behalf_of_name AS "onBehalfOfName", s.number AS "submissionNumber", v.reason,
  (SELECT json_build_object('version', t.version, 'textNl', t.text_nl, 'textEn', t.text_en, 'sha256', t.sha256)
     FROM approval_text t WHERE t.id = v.approval_text_id) AS "approvalText", v.auth_method = 'mail-link' AS "isFromMail",
  v.auth_method = 'password-after-address-change' AS "isAfterAddressChange"`;

/**
 * The id of the event of worksheet `w` with so many newer ones, of all or without the saves, which not everybody sees; the first id
 * of all where there are fewer.
 */
const newestEvent = (count: number, withSaves: boolean): Sql => sql`coalesce((
  SELECT n.id FROM worksheet_event n WHERE n.worksheet_id = w.id ${withSaves ? noSql : sql`AND n.action <> 'save'`}
   ORDER BY n.id DESC OFFSET ${count}::int LIMIT 1), '00000000-0000-0000-0000-000000000000')`;

/** By name, who may approve worksheet `w` today if it was sent: never whose hours they are, nor who stands in for them. */
export const waitsFor = ({ today }: Sight): Sql => sql`
  CASE WHEN w.status = 'submitted' THEN ARRAY(
    SELECT DISTINCT n.full_name FROM employee own CROSS JOIN supervisor_right r JOIN person n ON n.id = r.person_id
     WHERE own.id = w.employee_id AND r.organisation_id = w.organisation_id AND r.may_approve AND r.person_id <> own.person_id
       AND r.on_behalf_of_id IS DISTINCT FROM own.person_id AND ${isHeldOn(today)}
     ORDER BY n.full_name) END`;

/** The same of several worksheets in sight, by id. */
export async function findWaitsFor(db: Db, sight: Sight, ids: string[]): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map();
  const found = await db.query<{ id: string; names: string[] | null }>(sql`
    SELECT w.id, ${waitsFor(sight)} AS names FROM worksheet w WHERE w.id = ANY(${ids}::uuid[]) AND ${worksheetInSight(sight)}`);
  return new Map(found.map(({ id, names }) => [id, names ?? []]));
}

/** How long the next step on worksheet `w` has to wait (worksheet.bounds.ts); nothing or less when it need not. */
const secondsToWait: Sql = sql`(SELECT ceil(extract(epoch FROM max(x.until) - now()))::int FROM (
  (SELECT n.at + interval '1 minute' AS until FROM worksheet_event n WHERE n.worksheet_id = w.id AND n.action <> 'comment'
    ORDER BY n.id DESC OFFSET ${mostStepsAMinute - 1}::int LIMIT 1)
  UNION ALL
  (SELECT n.at + make_interval(secs => ${secondsBetweenManySteps}::int) FROM worksheet_event n
    WHERE n.worksheet_id = w.id AND n.action <> 'comment' AND w.version > ${manySteps}::int ORDER BY n.id DESC LIMIT 1)) x)`;

export const periodJson = sql`json_build_object('type', pe.type, 'year', pe.year, 'number', pe.number, 'startsOn', pe.starts_on, 'endsOn', pe.ends_on)`;

export const placementJson = sql`json_build_object('id', p.id, 'employeeId', p.employee_id, 'employeeName', p.employee_name,
  'organisationId', p.organisation_id, 'organisationName', o.name, 'functionName', p.function_name, 'startsOn', p.starts_on,
  'endsOn', p.ends_on, 'periodType', p.period_type, 'basis', p.basis, 'hoursBy', p.hours_by, 'entryMode', p.entry_mode,
  'plannedMinutes', p.planned_minutes, 'budgetNumber', p.budget_number)`;

/** The receipt of a line `l`; of nearly all lines none. */
const receiptJson = sql`(CASE WHEN l.receipt_id IS NOT NULL THEN (
  SELECT json_build_object('id', f.id, 'name', f.name, 'sha256', f.sha256) FROM stored_file f WHERE f.id = l.receipt_id) END)`;

export const linesJson = sql`(SELECT coalesce(json_agg(x), '[]') FROM (SELECT l.number, l.hour_type_id AS "hourTypeId", l.date, l.minutes, l.quantity,
  l.starts_at AS "startsAt", l.ends_at AS "endsAt", l.break_minutes AS "breakMinutes", l.budget_number AS "budgetNumber", l.remark, ${receiptJson} AS receipt
  FROM hour_line l WHERE l.worksheet_id = w.id ORDER BY l.number) x)`;

/**
 * The lines that were sent of a placement in a period, and on the day before and after it: what hours that are still open have to fit with
 * (`linesProblems`; the trigger `hours_fit` reads the same).
 */
export const sentBeside = (of: { placementId: Sql; startsOn: Sql; endsOn: Sql }): Sql => sql`(
  SELECT coalesce(json_agg(json_build_object(${lineFields})), '[]') FROM worksheet b JOIN hour_line l ON l.worksheet_id = b.id
   WHERE b.placement_id = ${of.placementId} AND b.period_end >= ${of.startsOn} - 1 AND b.period_start <= ${of.endsOn} + 1
     AND b.status IN ('submitted', 'approved', 'finalised')
     AND (CASE WHEN l.date IS NULL THEN b.period_start = ${of.startsOn} ELSE l.date BETWEEN ${of.startsOn} - 1 AND ${of.endsOn} + 1 END))`;
const lineFields = sql`'hourTypeId', l.hour_type_id, 'date', l.date, 'minutes', l.minutes, 'quantity', l.quantity, 'startsAt', l.starts_at,
  'endsAt', l.ends_at, 'breakMinutes', l.break_minutes, 'budgetNumber', l.budget_number, 'remark', l.remark`;

/**
 * Worked by a placement in the period that ended the day before another began, of what was sent and did not come back: a week is
 * held against a week, and what is longer against what is longer. One look in an index made for it.
 */
export const previousMinutes = (of: { placementId: Sql; startsOn: Sql; endsOn: Sql }): Sql => sql`(
  SELECT sum(b.worked_minutes)::int FROM worksheet b
   WHERE b.placement_id = ${of.placementId} AND b.period_end = ${of.startsOn} - 1 AND b.status IN ('submitted', 'approved', 'finalised')
     AND (b.period_end - b.period_start > 6) = (${of.endsOn} - ${of.startsOn} > 6))`;
/** Worked in the period of worksheet `w`, with all that was sent of it. */
export const workedInPeriod: Sql = sql`(
  SELECT sum(b.worked_minutes)::int FROM worksheet b
   WHERE b.placement_id = w.placement_id AND b.period_id = w.period_id AND b.status IN ('submitted', 'approved', 'finalised'))`;
const ownPreviousMinutes = previousMinutes({
  placementId: sql`w.placement_id`,
  startsOn: sql`w.period_start`,
  endsOn: sql`w.period_end`,
});
