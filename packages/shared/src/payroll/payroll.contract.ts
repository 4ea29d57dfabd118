import { z } from 'zod';
import { namesOnce, zById, zId, zList, zPage, zSearch, zSoundDay, zText, zVersion } from '../basics/fields.ts';
import { mostAtOnce } from '../basics/list-bounds.ts';
import { office, type Routes } from '../basics/route.ts';
import { longest } from '../basics/text-rules.ts';
import { zPeriod } from '../periods/period.schema.ts';
import { zHeld, zPayrollEmployee, zPayrollRun, zPayrollRunDetail, zPayrollWorksheet } from './payroll.schema.ts';

const ids = z.array(zId).min(1).max(mostAtOnce).superRefine(namesOnce());
const fields = {
  runDate: zSoundDay,
  periodTypes: z.array(zPeriod.shape.type).min(1).max(3).superRefine(namesOnce()),
  remark: zText(longest.reason).nullable().default(null),
};

export const payrollRoutes = {
  'GET /api/payroll-runs': {
    access: office,
    summary: 'Payroll runs, newest first',
    query: z.object(zPage),
    response: zList(zPayrollRun),
  },
  'POST /api/payroll-runs': {
    access: office,
    summary: 'Propose the next run; there is one open run at a time, and it is answered however often this is asked',
    response: zPayrollRunDetail,
  },
  'GET /api/payroll-runs/:id': {
    access: office,
    summary: 'A run with its control totals; an open one as it is at this moment',
    params: zById,
    response: zPayrollRunDetail,
  },
  'PUT /api/payroll-runs/:id': {
    access: office,
    summary: 'Change the day or the kinds of period of an open run',
    params: zById,
    body: z.object({ version: zVersion, ...fields }),
    response: zPayrollRunDetail,
  },
  'GET /api/payroll-runs/:id/employees': {
    access: office,
    summary: 'The employees of a run with their hours, by name',
    params: zById,
    query: z.object({ ...zPage, q: zSearch.optional() }),
    response: zList(zPayrollEmployee),
  },
  'GET /api/payroll-runs/:id/worksheets': {
    access: office,
    summary: 'The worksheets of a run; `held`: those that are held back from it',
    params: zById,
    query: z.object({
      ...zPage,
      q: zSearch.optional(),
      employeeId: zId.optional(),
      held: z.stringbool().default(false),
    }),
    response: zList(zPayrollWorksheet),
  },
  'POST /api/payroll-runs/hold': {
    access: office,
    summary: 'Hold finalised worksheets back from every run until they are let go, with a reason',
    body: z.object({ ids, reason: zText(longest.reason) }),
    response: zHeld,
  },
  'POST /api/payroll-runs/let-go': {
    access: office,
    summary: 'Let worksheets that were held back into the next run',
    body: z.object({ ids }),
    response: zHeld,
  },
  'POST /api/payroll-runs/:id/discard': {
    access: office,
    summary: 'Throw an open run away: what it would take, and what is held back, waits for the next one',
    params: zById,
    body: z.object({ version: zVersion }),
  },
  'POST /api/payroll-runs/:id/close': {
    access: office,
    summary: 'Close a run: what it takes is paid, once, and never changes',
    params: zById,
    body: z.object({ version: zVersion }),
    response: zPayrollRunDetail,
  },
} as const satisfies Routes;
