import { z } from 'zod';
import { zById } from '../basics/fields.ts';
import { office, type Routes } from '../basics/route.ts';
import { timecardForms } from './setu.words.ts';

const query = z.object({ form: z.enum(timecardForms).default('2.0-json') });

export const setuRoutes = {
  'GET /api/worksheets/:id/timecard': {
    access: office,
    summary: 'An approved worksheet as a SETU timecard; of a correction: the hours as they are now',
    params: zById,
    query,
    answersFile: true,
  },
  'GET /api/payroll-runs/:id/timecards': {
    access: office,
    summary: 'The worksheets of a closed run as SETU timecards: a ZIP with a file for each',
    params: zById,
    query,
    answersFile: true,
  },
} as const satisfies Routes;
