import { z } from 'zod';
import { zMe } from '../accounts/account.schema.ts';
import { zDay, zId, zInstant, zMinutes } from '../basics/fields.ts';
import type { Routes } from '../basics/route.ts';
import { mailFailures } from '../mail/mail.words.ts';
import { zPeriod } from '../periods/period.schema.ts';
import { zPlacementSummary } from '../placements/placement.schema.ts';
import { zReturn } from '../worksheets/worksheet.schema.ts';
import { listMinutes, zStatusCounts, zWorksheetRow } from '../worksheets/worksheet-list.schema.ts';

/** The next payroll run: hours must be approved by `endsAt` to be paid on `paidOn`. Of who has several clients: the earliest. */
export const zDeadline = z.object({
  approveBy: zDay,
  approveByMinutes: zMinutes.describe('After midnight; 1440 is the end of the day'),
  paidOn: zDay,
  endsAt: zInstant,
});
export type Deadline = z.output<typeof zDeadline>;

const zReturned = zReturn.extend({ row: zWorksheetRow });

const zEmployeeHome = z.object({
  /** One per flexible placement running today: its current period, and what was saved or sent of it. */
  current: z.array(z.object({ placement: zPlacementSummary, period: zPeriod, row: zWorksheetRow.nullable() })),
  /** Periods that are over and were not sent, oldest first. */
  late: z.array(zWorksheetRow),
  /** What came back, with the reason. */
  returned: z.array(zReturned),
  /** Sent, and not yet decided on: by whom, by name. */
  waiting: z.array(zWorksheetRow.extend({ waitsFor: z.array(z.string()) })),
});

/** How far an organisation is in a period that is due: of those whose hours this supervisor registers there. */
const zDue = z.object({
  organisationId: zId,
  organisationName: z.string(),
  period: zPeriod,
  /** The period that is wanted now came after it. */
  isLate: z.boolean(),
  people: z.int(),
  sent: z.int(),
  saved: z.int().describe('Of the rest nothing is there yet'),
});
export type Due = z.output<typeof zDue>;

const zSupervisorHome = z.object({
  /** Late ones first, then what is due now; of earlier periods those that are not complete. */
  due: z.array(zDue),
  /** The first worksheets that wait, oldest first, and how many there are in all. */
  toApprove: z.object({ items: z.array(zWorksheetRow), total: z.int(), ...listMinutes }),
  /** Saved and not sent (hours registered by this supervisor's side). */
  toSend: z.object({ items: z.array(zWorksheetRow.extend({ returned: zReturn.nullable() })), total: z.int() }),
  /** Of organisations whose invoices this person may see: the newest that were not opened yet, and how many are late. None without that right. */
  invoices: z
    .object({
      items: z.array(z.object({ id: zId, number: z.string(), organisationName: z.string(), totalCents: z.int() })),
      total: z.int(),
      overdue: z.int(),
    })
    .nullable(),
  organisations: z.array(
    z.object({
      id: zId,
      name: z.string(),
      city: z.string().nullable(),
      mayApprove: z.boolean(),
      mayRegister: z.boolean(),
      maySeeInvoices: z.boolean(),
      validUntil: zDay.nullable(),
      /** Whom this person stands in for here, by name; none for somebody who only has rights of their own. */
      onBehalfOf: z.array(z.string()).nullable(),
      waiting: z.int(),
    }),
  ),
});

/** Of whom the office waits for at work, whose invitation did not arrive or works no more: each number is that of a list. */
const zUnreached = z.object({ 'not-delivered': z.int(), expired: z.int() });
export type Unreached = z.output<typeof zUnreached>;

/** What an agency does before its first week is approved, and what of it is done. */
const zFirstSteps = z.object({
  settings: z.boolean().describe('Saved at least once'),
  mail: z.boolean().describe('At least one mail was taken by the mail server'),
  mailFailure: z.enum(mailFailures).nullable().describe('Why the newest mail did not go'),
  organisation: z.boolean(),
  employee: z.boolean(),
  placement: z.boolean(),
  rates: z.boolean(),
  supervisor: z.boolean(),
  invited: z.boolean().describe('Somebody outside the office'),
});
export type FirstSteps = z.output<typeof zFirstSteps>;

const zOfficeHome = z.object({
  period: zPeriod,
  thisPeriod: zStatusCounts,
  all: zStatusCounts,
  /** Employees with a placement today, and supervisors. */
  unreached: z.object({ employees: zUnreached, supervisors: zUnreached }),
  /** None once hours were approved. */
  firstSteps: zFirstSteps.nullable(),
});

const counts = {
  /** New messages, and of the office those that wait for an answer. */
  messages: z.object({ unread: z.int(), waiting: z.int().nullable() }),
  /** Documents that this reader has still to open, and to confirm. */
  documents: z.object({ unread: z.int(), toConfirm: z.int() }),
};

const zNews = z.object({ ...counts, notices: z.object({ unread: z.int() }) });
export type News = z.output<typeof zNews>;

const zHome = z.object({
  today: zDay,
  deadline: zDeadline,
  ...counts,
  employee: zEmployeeHome.nullable(),
  supervisor: zSupervisorHome.nullable(),
  office: zOfficeHome.nullable(),
});
export type Home = z.output<typeof zHome>;

export const homeRoutes = {
  'GET /api/start': {
    access: 'signed-in',
    summary:
      'What every screen begins with, in one answer: who is logged in, and how much is new of all that the menu counts',
    response: z.object({ me: zMe, news: zNews }),
  },
  'GET /api/news': { access: 'signed-in', summary: 'How much is new of all that the menu counts', response: zNews },
  'GET /api/home': { access: 'signed-in', summary: 'What the home screen shows, in one answer', response: zHome },
} as const satisfies Routes;
