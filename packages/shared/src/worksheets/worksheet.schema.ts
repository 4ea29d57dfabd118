import { z } from 'zod';
import { zReadText } from '../approval-texts/approval-text.contract.ts';
import { zDay, zId, zInstant, zMinutes, zVersion } from '../basics/fields.ts';
import { zHourType } from '../hour-types/hour-type.schema.ts';
import { zPeriod } from '../periods/period.schema.ts';
import { zPlacementSummary } from '../placements/placement.schema.ts';
import { zMissingRate } from '../placements/rate.schema.ts';
import { standOutCodes } from './worksheet.stands-out.ts';
import { decisions, worksheetStatuses } from './worksheet.status.ts';
import { zHourLine } from './worksheet-line.schema.ts';

export const zWorksheetKind = z.enum(['regular', 'supplement', 'correction']);
export const zStatus = z.enum(worksheetStatuses);
export const zFilledBy = z.enum(['employee', 'supervisor', 'staff']);

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
  'bring',
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
  missingRates: z.array(zMissingRate).describe('For the office: hours that are paid, for which no wage was agreed'),
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
  /** Paid and invoiced in an older system: what it was there, as far as it is known, and for who may see the one or the other. */
  brought: z.object({ invoices: z.array(z.string()), runs: z.array(z.string()) }).nullable(),
  /** What the reader may do with it now. */
  allowed: z.array(z.enum(worksheetActionNames)),
});
export type Worksheet = z.output<typeof zWorksheet>;
