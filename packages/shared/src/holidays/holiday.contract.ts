import { z } from 'zod';
import { zId, zYearQuery } from '../basics/fields.ts';
import { office, type Routes } from '../basics/route.ts';
import { zHolidayList, zSaveHolidays } from './holiday.schema.ts';

export const holidayRoutes = {
  'GET /api/office/holidays': {
    access: office,
    summary: 'The public holidays of a year: the agency’s, or those that hold at a client',
    query: z.object({ organisationId: zId.optional(), year: zYearQuery }),
    response: zHolidayList,
  },
  'PUT /api/office/holidays': {
    access: office,
    summary: 'Set the public holidays of a year, of the agency or of one client',
    body: zSaveHolidays,
    response: zHolidayList,
  },
} as const satisfies Routes;
