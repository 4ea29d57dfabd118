import { z } from 'zod';
import { zReadText } from '../approval-texts/approval-text.contract.ts';
import {
  namesOnce,
  zDay,
  zId,
  zInstant,
  zLanguage,
  zLine,
  zMinutes,
  zPage,
  zPerItem,
  zPeriodNumber,
  zPeriodNumberQuery,
  zSearch,
  zText,
  zVersion,
  zYear,
  zYearQuery,
} from '../basics/fields.ts';
import { longest } from '../basics/text-rules.ts';
import { zHoliday } from '../holidays/holiday.schema.ts';
import { zHourType } from '../hour-types/hour-type.schema.ts';
import { mostQuantity } from '../hour-types/hour-type.words.ts';
import { zPeriod } from '../periods/period.schema.ts';
import { zPlacementSummary } from '../placements/placement.schema.ts';
import { mostAtOnce } from './worksheet.bounds.ts';
import { standOutCodes } from './worksheet.stands-out.ts';
import { decisions, phases, worksheetStatuses } from './worksheet.status.ts';

/** Most lines one worksheet can hold: 31 days with a few shifts each, and some to spare. */
export const maxLines = 250;

const clockText = 'Local wall time in Europe/Amsterdam, HH:MM';
const zStart = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .describe(clockText);
const zEnd = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/)
  .describe(`${clockText}; at or before the start is on the next day`);

/** The receipt of a line: a file that was handed in. Whoever types names it; what it is called is the API's. */
const zReceipt = z.object({ id: zId, name: z.string().max(longest.fileName), sha256: z.string().max(64) });
export type Receipt = z.output<typeof zReceipt>;

/** One line as typed: either minutes, or times from which the minutes follow. */
export const zHourLineInput = z.object({
  hourTypeId: zId,
  date: zDay.nullable().describe('None where a whole period is registered at once'),
  minutes: zMinutes.min(0).max(60 * 24 * 36),
  quantity: z
    .int()
    .min(0)
    .max(mostQuantity)
    .nullable()
    .default(null)
    .describe(
      'Of a hour type that is no time: surcharge minutes, hundredths of a kilometre or piece, cents; minutes are 0 then',
    ),
  startsAt: zStart.nullable().default(null),
  endsAt: zEnd.nullable().default(null),
  breakMinutes: zMinutes.min(0).max(1440).nullable().default(null),
  budgetNumber: zLine(longest.budgetNumber).nullable().default(null),
  remark: zText(longest.lineRemark).nullable().default(null),
  receipt: zReceipt.nullish().describe('Where its hour type asks for one'),
});
export type HourLineInput = z.output<typeof zHourLineInput>;

export const zHourLine = zHourLineInput.extend({
  number: z.int().min(1).describe('Names the line within its worksheet, for ever'),
  minutes: zMinutes,
  quantity: z.int().nullable(),
});
export type HourLine = z.output<typeof zHourLine>;

/** What a person types on a worksheet. */
const content = {
  lines: z.array(zHourLineInput).max(maxLines),
  remark: zText(longest.sheetRemark).nullable().default(null),
};
export const zCreateWorksheet = z.object({ placementId: zId, year: zYear, number: zPeriodNumber, ...content });
export const zSaveWorksheet = z.object({ version: zVersion, ...content });
export const zAddHours = z.object({
  version: zVersion,
  id: zId.optional().describe('Made by the sender: sent twice with the same id, hours are added once'),
  ...content,
});
/** What hours that are final should have been: all of the period. The difference is worked out. */
export const zCorrect = z.object({
  version: zVersion,
  id: zId.optional().describe('Made by the sender: sent twice with the same id, hours are corrected once'),
  reason: zText(longest.reason),
  lines: content.lines,
});
export const zStep = z.object({ version: zVersion });
export const zComment = z.object({ text: zText(longest.comment) });

/** A decision on 1 to 500 worksheets, each as the decider saw it. */
export const zDecide = z.object({
  items: z
    .array(z.object({ id: zId, version: zVersion }))
    .min(1)
    .max(mostAtOnce)
    .superRefine(namesOnce('id')),
});
export const zApprove = zDecide.extend({
  approvalTextIds: z
    .array(zId)
    .max(mostAtOnce)
    .superRefine(namesOnce())
    .default([])
    .describe('What was read and agreed to: where a text is in force, it is one of these'),
});
export const zDecideWithReason = zDecide.extend({ reason: zText(longest.reason) });

/** Why one worksheet of a decision was refused. `not-yours` also covers what does not exist. */
const refusalCodes = [
  'already-approved',
  'already-paid',
  'changed',
  'wrong-state',
  'not-yours',
  'not-allowed',
  'own-hours',
  'approval-text',
  'does-not-fit',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];
export const zDecided = zPerItem(
  z.object({ id: zId, version: zVersion }),
  z.object({ id: zId, code: z.enum(refusalCodes) }),
);
export type Decided = z.output<typeof zDecided>;

const zWorksheetKind = z.enum(['regular', 'supplement', 'correction']);
const zStatus = z.enum(worksheetStatuses);
const zFilledBy = z.enum(['employee', 'supervisor', 'staff']);

/** A row of every list of worksheets. In `to-fill`, id and version are null where nothing was saved yet. */
export const zWorksheetRow = z.object({
  id: zId.nullable(),
  version: z.int().nullable(),
  reference: z.string().nullable().describe('UB-2026-W47-000456'),
  kind: zWorksheetKind,
  status: zStatus.nullable(),
  filledBy: zFilledBy,
  placementId: zId,
  employeeId: zId,
  employeeName: z.string(),
  employeeSortName: z.string().describe('Surname first, as lists are sorted'),
  organisationId: zId,
  organisationName: z.string(),
  functionName: z.string(),
  period: zPeriod,
  totalMinutes: zMinutes,
  workedMinutes: zMinutes,
  minutesByKind: z.partialRecord(zHourType.shape.kind, zMinutes),
  quantities: z.partialRecord(zHourType.shape.unit, z.int()).describe('Of what is no time, per unit'),
  plannedMinutes: zMinutes.describe('Agreed for this period'),
  previousMinutes: zMinutes.nullable().describe('Worked in the period before, if there was a worksheet'),
  hasRemark: z.boolean(),
  periodWorkedMinutes: zMinutes.nullable().describe('Of added hours: worked in the period by all that was sent of it'),
  standsOut: z.array(z.enum(standOutCodes)),
  sentAt: zInstant.nullable(),
});
export type WorksheetRow = z.output<typeof zWorksheetRow>;

export const worksheetSorts = [
  'period',
  '-period',
  'employee',
  '-employee',
  'hours',
  '-hours',
  'organisation',
  '-organisation',
  'status',
  '-status',
] as const;
export type WorksheetSort = (typeof worksheetSorts)[number];

const worksheetFilters = {
  phase: z.enum(phases).optional(),
  /** Past worksheets: everything that was sent, whatever became of it. */
  status: z.enum([...worksheetStatuses, 'sent']).optional(),
  periodType: zPeriod.shape.type.optional(),
  year: zYearQuery.optional(),
  period: zPeriodNumberQuery.optional(),
  organisationId: zId.optional(),
  employeeId: zId.optional(),
  placementId: zId.optional(),
  q: zSearch.optional().describe('Part of a name, function, organisation or reference'),
  sort: z.enum(worksheetSorts).optional(),
};
export const zWorksheetQuery = z.object({ ...worksheetFilters, ...zPage });
export type WorksheetQuery = z.output<typeof zWorksheetQuery>;

/** A list of worksheets as a file: all that its filters hold. */
export const zWorksheetExport = z.object({
  ...worksheetFilters,
  format: z.enum(['csv', 'xlsx']).default('csv'),
  language: zLanguage.default('nl'),
});
export type WorksheetExport = z.output<typeof zWorksheetExport>;

/** All hours of a list's worksheets, and those of them that were worked: not leave, not sick. */
export const listMinutes = {
  totalMinutes: z
    .int()
    .nullable()
    .describe('All hours of the whole list, not only this page; null of more than 10,000'),
  workedMinutes: z.int().nullable().describe('Those of them that were worked'),
};

const eventActions = [
  'save',
  'send',
  'withdraw',
  'approve',
  'decline',
  'finalise',
  'refuse',
  'undo-approval',
  'undo-decline',
  'reopen',
  'comment',
  'correct',
] as const;
export const zWorksheetEvent = z.object({
  id: zId,
  action: z.enum(eventActions),
  fromStatus: zStatus.nullable(),
  toStatus: zStatus,
  at: zInstant,
  actorName: z.string(),
  actorRole: z.string(),
  /** For whom a substitute decided. */
  onBehalfOfName: z.string().nullable(),
  submissionNumber: z.int().nullable(),
  reason: z.string().nullable(),
  isFromMail: z.boolean().describe('By the link of a mail'),
  /** What was agreed to by it. */
  approvalText: zReadText.nullable(),
  /** With a password that was set by a link to an address which the office had changed, until their first approval. */
  isAfterAddressChange: z.boolean(),
});
export type WorksheetEvent = z.output<typeof zWorksheetEvent>;

/** The sealed copy of one send: what was sent, as it was sent. */
const zSubmission = z.object({
  number: z.int(),
  sentAt: zInstant,
  sentByName: z.string(),
  sentByRole: z.string(),
  sha256: z.string(),
  totalMinutes: zMinutes,
  remark: z.string().nullable(),
  lines: z.array(zHourLine.extend({ hourTypeCode: z.string() })),
});
export type Submission = z.output<typeof zSubmission>;

/** See worksheet.warnings.ts. */
const warningCodes = [
  'shift-too-long',
  'night-shift-too-long',
  'break-too-short',
  'daily-rest-too-short',
  'weekly-rest-too-short',
  'week-too-long',
  'four-weeks-too-long',
  'sixteen-weeks-too-long',
  'day-overfull-elsewhere',
  'times-elsewhere',
  'public-holiday',
] as const;
/** A limit of the working-time law that the hours go over. Never blocks: the hours were worked. */
const zWarning = z.object({
  code: z.enum(warningCodes),
  limitMinutes: zMinutes,
  foundMinutes: zMinutes,
  date: zDay.nullable(),
});

const worksheetActionNames = ['save', 'add-hours', 'correct', 'comment', 'send', 'withdraw', ...decisions] as const;

/** Why a worksheet came back: the last decline or refusal. */
export const zReturn = z.object({ reason: z.string(), by: z.string(), at: zInstant });

/** One worksheet, whole. Lines are the working copy for whoever fills it in, else the last submission's. */
export const zWorksheet = z.object({
  id: zId,
  version: zVersion,
  reference: z.string(),
  kind: zWorksheetKind,
  sequence: z.int(),
  status: zStatus,
  filledBy: zFilledBy,
  placement: zPlacementSummary,
  period: zPeriod,
  lines: z.array(zHourLine),
  remark: z.string().nullable(),
  totalMinutes: zMinutes,
  workedMinutes: zMinutes,
  plannedMinutes: zMinutes,
  previousMinutes: zMinutes.nullable(),
  periodWorkedMinutes: zMinutes.nullable(),
  averages: z
    .object({ fourWeeks: zMinutes, sixteenWeeks: zMinutes })
    .nullable()
    .describe(
      'Worked a week, over this week and those before it, in all that the reader sees of the employee; of weeks only',
    ),
  standsOut: z.array(z.enum(standOutCodes)),
  warnings: z.array(zWarning),
  hourTypes: z.array(zHourType),
  /** Newest last. The first is the original; of very many those after it are left out. */
  submissions: z.array(zSubmission),
  /** Newest last; the newest of them. */
  history: z.array(zWorksheetEvent),
  hasEarlierHistory: z.boolean().describe('There are older events: GET /api/worksheets/:id/history'),
  /** The other worksheets of the same placement and period, by sequence. */
  supplements: z.array(
    z.object({
      id: zId,
      reference: z.string(),
      kind: zWorksheetKind,
      sequence: z.int(),
      status: zStatus,
      totalMinutes: zMinutes,
    }),
  ),
  /** The invoices that its hours are on, for who may see those; a draft has no number yet. */
  invoices: z.array(z.object({ id: zId, number: z.string().nullable() })),
  /** Who can approve it now, by name. */
  waitsFor: z.array(z.string()),
  /** The run that paid it, for its employee and the agency. */
  payrollRun: z.object({ id: zId, number: z.int(), runDate: zDay }).nullable(),
  /** What the reader may do with it now. */
  allowed: z.array(z.enum(worksheetActionNames)),
});
export type Worksheet = z.output<typeof zWorksheet>;

/** A client's own reference to choose. */
export const zBudgetChoice = z.object({ number: z.string(), description: z.string().nullable() });

const zSentLine = zHourLine.omit({ number: true });

/** All that the entry screen of one placement and period needs, in one answer. */
export const zWorksheetEntry = z.object({
  placement: zPlacementSummary,
  period: zPeriod,
  /** The days of the period that lie within the placement. */
  openFrom: zDay,
  openUntil: zDay,
  isClosed: z.boolean().describe('The agency closed the period: nothing of it is filled in or sent any more'),
  hourTypes: z.array(zHourType),
  /** The regular worksheet; none was saved yet when null. */
  worksheet: zWorksheet.nullable(),
  /** Last period's lines, to copy. */
  previous: z.object({ period: zPeriod, lines: z.array(zHourLine) }).nullable(),
  /** Minutes worked by this employee, as far as the reader sees, in each of the 15 weeks before, newest first: for averages. */
  earlierWeekMinutes: z.array(zMinutes),
  /** What was sent of the placement in the period, and on the days next to it: what is typed has to fit with it. */
  sent: z.array(zSentLine),
  /** What the employee typed or sent in other placements, on the same days: only they see it here. */
  elsewhere: z.array(zSentLine),
  /** Working-time limits of the agency that differ from the law, in minutes (`lawLimits`). */
  warningLimits: z.record(z.string(), zMinutes),
  /** Every line that is sent names a budget number; where the client has some, one of these. */
  needsBudgetNumber: z.boolean(),
  /** Those of the client that are good somewhere in the period. */
  budgetNumbers: z.array(zBudgetChoice),
  /** Public holidays of the client in the period. */
  holidays: z.array(zHoliday),
});
export type WorksheetEntry = z.output<typeof zWorksheetEntry>;

/** What a correction starts from: the hours of a period as they are, with all that was added and corrected. */
export const zCorrectionStart = z.object({
  lines: z.array(zHourLineInput.extend({ minutes: zMinutes, quantity: z.int().nullable() })),
  hourTypes: z.array(zHourType),
  needsApproval: z.boolean().describe('The client approves corrections (setting of the agency)'),
});

export const zStatusCounts = z.object({ toFill: z.int(), toApprove: z.int(), toFinalise: z.int() });
export const zPhaseCounts = zStatusCounts.extend({ done: z.int().describe('Counted to 10,000 at most') });
