import { z } from 'zod';
import { zId, zMinutes } from '../basics/fields.ts';
import { office, type Routes } from '../basics/route.ts';
import { zPeriod } from '../periods/period.schema.ts';

/** Hours worked of what was sent, by where it is now: each is the sum of a list of that phase. */
const hours = {
  toApprove: zMinutes,
  toFinalise: zMinutes,
  done: zMinutes,
  plannedMinutes: zMinutes.describe('Agreed for those worksheets'),
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
    within: z.array(z.object({ hours: z.int().nullable().describe('None is longer than all'), count: z.int() })),
  }),
  /** Who sent most often after the deadline; the first twenty. */
  lateEmployees: z.array(z.object({ id: zId, name: z.string(), late: z.int(), worksheets: z.int() })),
});
export type Dashboard = z.output<typeof zDashboard>;

export const dashboardRoutes = {
  'GET /api/dashboard': {
    access: office,
    summary:
      'Hours of the last thirteen periods of a kind, by period and by organisation; how long approvals take, and who is late',
    query: z.object({ periodType: zPeriod.shape.type.default('week'), organisationId: zId.optional() }),
    response: zDashboard,
  },
} as const satisfies Routes;
