import { z } from 'zod';
import { zDay, zId, zInstant, zList, zMinutes, zPage } from '../basics/fields.ts';
import { office, type Routes } from '../basics/route.ts';
import { zPeriod } from '../periods/period.schema.ts';
import { zStatus } from '../worksheets/worksheet.schema.ts';
import { behindNumbers } from './dashboard.words.ts';

const zHours = z.coerce.number().int().min(0).max(10_000);

/** Hours worked of what was sent, by where it is now: each is the sum of a list of that phase. */
const hours = {
  toApprove: zMinutes,
  toFinalise: zMinutes,
  done: zMinutes,
  missing: z.int().describe('Worksheets that were asked for and not sent, or came back'),
  plannedMinutes: zMinutes.describe('Agreed for all that was asked, sent or not'),
};

const zDashboard = z.object({
  /** Oldest first. */
  periods: z.array(z.object({ period: zPeriod, ...hours })),
  /** Most hours first. */
  organisations: z.array(
    z.object({
      id: zId,
      name: z.string(),
      ...hours,
      approvals: z.int(),
      lateApprovals: z.int().describe('Approved after the deadline of the period, though sent before it'),
      medianMinutes: zMinutes.nullable().describe('From sent to approved'),
    }),
  ),
  /** From sent to approved: within so many hours, and longer than the one before. */
  approvals: z.object({
    count: z.int(),
    medianMinutes: zMinutes.nullable(),
    within: z.array(
      z.object({ fromHours: z.int(), hours: z.int().nullable().describe('None is longer than all'), count: z.int() }),
    ),
  }),
  /** Who fill in their own hours, and sent most often after the deadline or not at all; the first twenty. */
  lateEmployees: z.array(
    z.object({
      id: zId,
      name: z.string(),
      late: z.int().describe('Sent after the deadline'),
      overdue: z.int().describe('Not sent, though the deadline is over'),
      worksheets: z.int().describe('All that were asked of them'),
    }),
  ),
});
export type Dashboard = z.output<typeof zDashboard>;

/** A row of a list behind a number: what was asked of a placement in a period, and what came of it. */
const zBehindRow = z.object({
  id: zId.nullable().describe('Of the worksheet, where there is one'),
  employeeId: zId,
  employeeName: z.string(),
  organisationName: z.string(),
  period: zPeriod,
  status: zStatus.nullable(),
  workedMinutes: zMinutes.describe('Of what was sent'),
  plannedMinutes: zMinutes,
  deadline: zInstant,
  firstSentAt: zInstant.nullable(),
  approvedAt: zInstant.nullable(),
  approvalMinutes: zMinutes.nullable().describe('From sent to approved'),
});
export type BehindRow = z.output<typeof zBehindRow>;

const zBehind = zList(zBehindRow).extend({
  /** Of the whole list. */
  size: z.object({
    worksheets: z.int(),
    workedMinutes: zMinutes,
    plannedMinutes: zMinutes,
    medianMinutes: zMinutes.nullable(),
  }),
});
export type Behind = z.output<typeof zBehind>;

export const dashboardRoutes = {
  'GET /api/dashboard': {
    access: office,
    summary:
      'Hours of the last thirteen periods of a kind, by period and by organisation; how long approvals take, and who is late',
    query: z.object({ periodType: zPeriod.shape.type.default('week'), organisationId: zId.optional() }),
    response: zDashboard,
  },
  'GET /api/dashboard/worksheets': {
    access: office,
    summary: 'The worksheets behind a number of the dashboard, whose sums are that number',
    query: z.object({
      ...zPage,
      show: z.enum(behindNumbers).default('asked'),
      periodType: zPeriod.shape.type.default('week'),
      startsOn: zDay.optional().describe('Of the period that begins on this day alone'),
      organisationId: zId.optional(),
      employeeId: zId.optional(),
      fromHours: zHours.optional().describe('Approved after so many hours or more'),
      untilHours: zHours.optional().describe('Approved in less than so many'),
    }),
    response: zBehind,
  },
} as const satisfies Routes;
