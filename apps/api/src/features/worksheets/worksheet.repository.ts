import type { PlacementSummary } from '@konnekt/shared/placements/placement.schema';
import { eventsShown, submissionsShown } from '@konnekt/shared/worksheets/worksheet.bounds';
import type { NumberedLine } from '@konnekt/shared/worksheets/worksheet.lines';
import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import type { StandsOutFrom } from '@konnekt/shared/worksheets/worksheet.stands-out';
import type { WorksheetStatus } from '@konnekt/shared/worksheets/worksheet.status';
import type { HourLineInput, Receipt } from '@konnekt/shared/worksheets/worksheet-line.schema';
import { catalogueAt, catalogueVersion, type KnownHourType } from '#api/kit/catalogue';
import type { Db } from '#api/kit/database';
import { noSql, type Sql, sql } from '#api/kit/sql';
import { invoiceInSight, rightsAt, type Sight, worksheetInSight } from '#api/kit/visibility';
import { clientHolidays, type EntryRules, ruleColumns } from './entry-rules.repository.ts';
import {
  earlierWeeks,
  linesJson,
  periodJson,
  placementJson,
  previousMinutes,
  sentBeside,
  workedInPeriod,
} from './worksheet-columns.repository.ts';
import { isAsDeclined, isPaid, settledBy, waitsFor } from './worksheet-conditions.repository.ts';
import { eventFields, instant, newestEvent, secondsToWait } from './worksheet-history.repository.ts';

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

const ownPreviousMinutes = previousMinutes({
  placementId: sql`w.placement_id`,
  startsOn: sql`w.period_start`,
  endsOn: sql`w.period_end`,
});
