import { z } from 'zod';
import { zDay, zId, zList, zMinutes, zPage, zPeriodNumberQuery, zYearQuery } from '../basics/fields.ts';
import { office, type Route, type Routes } from '../basics/route.ts';
import { zPeriod } from '../periods/period.schema.ts';
import { zWorksheet, zWorksheetEvent } from './worksheet.schema.ts';
import { zCorrectionStart, zWorksheetEntry } from './worksheet-entry.schema.ts';
import {
  listMinutes,
  zPhaseCounts,
  zWorksheetExport,
  zWorksheetQuery,
  zWorksheetRow,
} from './worksheet-list.schema.ts';
import {
  zAddHours,
  zApprove,
  zComment,
  zCorrect,
  zCreateWorksheet,
  zDecide,
  zDecided,
  zDecideWithReason,
  zSaveWorksheet,
  zStep,
} from './worksheet-step.schema.ts';

const params = z.object({ id: zId });
const decide = { access: ['supervisor'], body: zDecide, response: zDecided } as const satisfies Partial<Route>;
const agencys = { access: office, response: zDecided } as const satisfies Partial<Route>;

export const worksheetRoutes = {
  'GET /api/worksheets': {
    access: 'signed-in',
    summary: 'Worksheets this person may see, by phase, period, organisation, employee and text',
    query: zWorksheetQuery,
    response: zList(zWorksheetRow).extend(listMinutes),
  },
  'GET /api/worksheets/status': {
    access: 'signed-in',
    summary: 'How many wait to be filled in, approved and finalised, and are done',
    query: zWorksheetQuery.pick({
      periodType: true,
      year: true,
      period: true,
      organisationId: true,
      employeeId: true,
      placementId: true,
      q: true,
    }),
    response: zPhaseCounts,
  },
  'GET /api/worksheets/export': {
    access: 'signed-in',
    summary: 'The worksheets of a list as a file, all of them',
    query: zWorksheetExport,
    answersFile: true,
  },
  'GET /api/worksheets/:id': {
    access: 'signed-in',
    summary: 'One worksheet with lines, submissions, history and supplements',
    params,
    response: zWorksheet,
  },
  'GET /api/worksheets/:id/history': {
    access: 'signed-in',
    summary: 'What happened to a worksheet, newest first',
    params,
    query: z.object(zPage),
    response: zList(zWorksheetEvent),
  },
  'GET /api/placements/:id/entry': {
    access: 'signed-in',
    summary: 'All that filling in one period of a placement needs',
    params,
    query: z.object({ year: zYearQuery, number: zPeriodNumberQuery }),
    response: zWorksheetEntry,
  },
  'GET /api/placements/:id/hours-outside': {
    access: office,
    summary:
      'The worksheets with hours that would fall outside a placement, if it began and ended on these days; oldest first',
    params,
    query: z.object({ startsOn: zDay, endsOn: zDay.optional() }),
    response: z.object({
      items: z.array(
        z.object({
          worksheetId: zId,
          period: zPeriod,
          status: zWorksheet.shape.status,
          minutes: zMinutes.describe('Of the hours that fall outside'),
        }),
      ),
    }),
  },
  'GET /api/receipts/:id': {
    access: 'signed-in',
    summary: 'A receipt, for who sees the hours that it belongs to',
    params,
    answersFile: true,
  },
  'POST /api/worksheets': {
    access: ['employee', 'supervisor', ...office],
    summary: 'Save a new worksheet as a draft',
    body: zCreateWorksheet,
    response: zWorksheet,
    status: 201,
  },
  'PUT /api/worksheets/:id': {
    access: ['employee', 'supervisor', ...office],
    summary: 'Save: the lines and remark replace those saved before',
    params,
    body: zSaveWorksheet,
    response: zWorksheet,
  },
  'POST /api/worksheets/:id/send': {
    access: ['employee', 'supervisor', ...office],
    summary: 'Send for approval; seals a submission',
    params,
    body: zStep,
    response: zWorksheet,
  },
  'POST /api/worksheets/:id/withdraw': {
    access: ['employee', 'supervisor', ...office],
    summary: 'Take back what nobody decided on yet',
    params,
    body: zStep,
    response: zWorksheet,
  },
  'POST /api/worksheets/:id/supplements': {
    access: ['employee', 'supervisor', ...office],
    summary: 'Add hours to a worksheet that was sent: sent at once, as a supplement',
    params,
    body: zAddHours,
    response: zWorksheet,
    status: 201,
  },
  'GET /api/worksheets/:id/correction': {
    access: office,
    summary: 'The hours of the period as they are, to be corrected',
    params,
    response: zCorrectionStart,
  },
  'POST /api/worksheets/:id/corrections': {
    access: office,
    summary: 'Correct hours that are final: says what they should have been, the difference is worked out and sent',
    params,
    body: zCorrect,
    response: zWorksheet,
    status: 201,
  },
  'POST /api/worksheets/:id/comments': {
    access: 'signed-in',
    summary: 'Add a comment to the history',
    params,
    body: zComment,
    response: zWorksheet,
    status: 201,
  },
  'POST /api/worksheets/approve': { ...decide, body: zApprove, summary: 'Approve 1 to 500 worksheets' },
  'POST /api/worksheets/decline': {
    ...decide,
    body: zDecideWithReason,
    summary: 'Send 1 to 500 worksheets back, with one reason',
  },
  'POST /api/worksheets/undo-approval': {
    ...decide,
    summary: 'Take approvals back until payroll or invoice took them',
  },
  'POST /api/worksheets/undo-decline': {
    ...decide,
    summary: 'Take declines back, as long as nothing was changed since',
  },
  'POST /api/worksheets/finalise': { ...agencys, body: zDecide, summary: 'The last approval, by the agency' },
  'POST /api/worksheets/refuse': {
    ...agencys,
    body: zDecideWithReason,
    summary: 'The agency sends approved worksheets back, with one reason',
  },
  'POST /api/worksheets/reopen': { ...agencys, body: zDecide, summary: 'Take the last approval back' },
} as const satisfies Routes;
