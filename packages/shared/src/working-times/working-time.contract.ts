import { z } from 'zod';
import { daysBetween } from '../basics/calendar-day.ts';
import { zDay, zId, zLanguage, zMinutes } from '../basics/fields.ts';
import type { Routes } from '../basics/route.ts';
import { zPeriod } from '../periods/period.schema.ts';
import { zPlacementSummary } from '../placements/placement.schema.ts';
import { longestRegisterDays } from './working-time.words.ts';

const asked = {
  from: zDay,
  until: zDay,
  organisationId: zId.optional(),
  placementId: zId.optional(),
};
const inOrder = <T extends z.ZodType<{ from: string; until: string }>>(schema: T) =>
  schema
    .refine(({ from, until }) => until >= from, { path: ['until'], params: { code: 'before-start' } })
    .refine(({ from, until }) => daysBetween(from, until) < longestRegisterDays, {
      path: ['until'],
      params: { code: 'too-long' },
    });

const zWorkingTimesQuery = inOrder(z.object(asked));
export type WorkingTimesQuery = z.output<typeof zWorkingTimesQuery>;

const { id, employeeName, functionName, organisationName, entryMode } = zPlacementSummary.shape;
const zPlace = z.object({ placementId: id, employeeName, functionName, organisationName });

/** What the register of some days holds, and what it lacks: an inspector asks for begin and end of each day. */
const zWorkingTimes = z.object({
  employees: z.int(),
  lines: z.int().describe('As its file has them'),
  pdfParts: z.int().describe('A PDF of so many comes in so many parts'),
  workedMinutes: zMinutes,
  timedMinutes: zMinutes.describe('Those of them with begin and end'),
  untimed: z
    .array(zPlace.extend({ entryMode, minutes: zMinutes }))
    .describe('Who has hours without begin and end, most first; those who enter totals only cannot give them'),
  missing: z.object({
    count: z.int().describe('Periods that are over, of which nothing was sent'),
    items: z.array(zPlace.extend({ period: zPeriod })).describe('The first of them'),
  }),
});
export type WorkingTimes = z.output<typeof zWorkingTimes>;

export const workingTimeRoutes = {
  'GET /api/working-times': {
    access: 'signed-in',
    summary: 'What the register of working and rest times of some days holds, and what it lacks',
    query: zWorkingTimesQuery,
    response: zWorkingTimes,
  },
  'GET /api/working-times/file': {
    access: 'signed-in',
    summary:
      'The register of working and rest times: begin, end, break and rest per person and day (Arbeidstijdenwet 4:3)',
    query: inOrder(
      z.object({
        ...asked,
        format: z.enum(['xlsx', 'pdf']).default('xlsx'),
        language: zLanguage.default('nl'),
        part: z.coerce
          .number()
          .int()
          .min(1)
          .max(1000)
          .optional()
          .describe('Of a PDF that comes in parts; the first is 1'),
      }),
    ),
    answersFile: true,
  },
} as const satisfies Routes;
