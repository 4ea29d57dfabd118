import { z } from 'zod';
import { zId, zInstant } from '../basics/fields.ts';
import { office, type Routes } from '../basics/route.ts';
import { zHoliday } from '../holidays/holiday.schema.ts';
import { zDeadline } from '../home/home.contract.ts';
import { zPeriod } from '../periods/period.schema.ts';
import { reminderRounds } from '../reminders/reminder.words.ts';
import { zStatusCounts, zWorksheetQuery, zWorksheetRow } from '../worksheets/worksheet-list.schema.ts';
import { mostNamedAtDeadline } from './status.words.ts';

const filters = zWorksheetQuery.pick({ periodType: true, year: true, period: true, organisationId: true, q: true });

const zStatusOverview = zStatusCounts.extend({
  /** Newest first. What is older than the list of hours to fill in goes back says nothing of those. */
  periods: z.array(z.object({ period: zPeriod, ...zStatusCounts.shape, toFill: z.int().nullable() })),
  organisations: z.array(z.object({ id: zId, name: z.string(), ...zStatusCounts.shape })),
});
export type StatusOverview = z.output<typeof zStatusOverview>;

/** The last reminder of a period that somebody got: when, in which round, and whether somebody pressed for it. */
const zAsked = z.object({ at: zInstant, round: z.enum(reminderRounds), isByHand: z.boolean() });
export type Asked = z.output<typeof zAsked>;

/** What of a period that is over does not make the payroll run yet, and who was asked. */
const zDeadlineState = z.object({
  period: zPeriod,
  deadline: zDeadline,
  holidays: z.array(zHoliday).describe('Of the agency, from the deadline up to the pay day: nothing moves by itself'),
  expected: z.int().describe('Worksheets asked of the period: sent, and not'),
  notSent: z.int(),
  declined: z.int().describe('Came back and were not sent again'),
  waiting: z.int().describe('For a client'),
  toFinalise: z.int(),
  late: z
    .array(
      z.object({
        ...zWorksheetRow.pick({
          placementId: true,
          employeeId: true,
          employeeName: true,
          organisationName: true,
          filledBy: true,
        }).shape,
        worksheetId: zId.nullable(),
        isDeclined: z.boolean(),
        asked: zAsked.nullable(),
      }),
    )
    .describe(`Not sent or declined: the first ${mostNamedAtDeadline} by name`),
  clients: z
    .array(
      z.object({
        organisationId: zId,
        organisationName: z.string(),
        waiting: z.int(),
        since: zInstant,
        approvers: z.array(z.object({ name: z.string(), asked: zAsked.nullable() })),
      }),
    )
    .describe(`Where hours wait, longest first: ${mostNamedAtDeadline} at most`),
});
export type DeadlineState = z.output<typeof zDeadlineState>;

export const statusRoutes = {
  'GET /api/status': {
    access: 'signed-in',
    summary: 'How many worksheets wait in each phase: in all, by period and by organisation',
    query: filters,
    response: zStatusOverview,
  },
  'GET /api/status/deadline': {
    access: office,
    summary:
      'What of a period does not make the payroll run yet, with who was asked, when and how; without one the last week that is over',
    query: filters.omit({ q: true }),
    response: zDeadlineState,
  },
} as const satisfies Routes;
