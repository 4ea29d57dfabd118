import { z } from 'zod';
import { approvalTextFields, inBothLanguages } from '../approval-texts/approval-text.contract.ts';
import { isDutchPostcode } from '../basics/business-numbers.ts';
import { zIban, zKvkNumber, zPhone, zPostcode, zVatNumber } from '../basics/contact-fields.ts';
import { zEmail, zId, zLine, zMinutes, zSoundDay, zVersion } from '../basics/fields.ts';
import type { Routes } from '../basics/route.ts';
import { longest } from '../basics/text-rules.ts';
import { lawLimits } from '../worksheets/working-time.limits.ts';

const limitNames = Object.keys(lawLimits) as [keyof typeof lawLimits, ...(keyof typeof lawLimits)[]];
const zWeekday = z.int().min(1).max(7).describe('1 is Monday');

/** Who the agency is, how it looks, and by which rules it works. */
const fields = {
  name: zLine(longest.agencyName),
  logoFileId: zId.nullable().default(null).describe('The logo that is there, or a file handed in as one'),
  accentColour: z
    .string()
    .toLowerCase()
    .regex(/^#[0-9a-f]{6}$/),
  helpdeskPhone: zPhone,
  helpdeskEmail: zEmail,
  mailFrom: zEmail.nullable().default(null).describe('Sender of all mail; without one the help desk'),
  street: zLine(longest.street).nullable().default(null),
  postcode: zPostcode
    .refine(isDutchPostcode, { params: { code: 'postcode' } })
    .nullable()
    .default(null),
  city: zLine(longest.city).nullable().default(null),
  kvkNumber: zKvkNumber.nullable().default(null),
  vatNumber: zVatNumber.nullable().default(null),
  iban: zIban.nullable().default(null),
  gAccountIban: zIban.nullable().default(null),
  lastApproval: z.boolean(),
  correctionsNeedApproval: z.boolean().default(true).describe('The client approves corrections of final hours'),
  ...approvalTextFields,
  paidOnWeekday: zWeekday,
  approveByWeekday: zWeekday,
  approveByMinutes: zMinutes.min(1).max(1440).describe('After midnight on that day; 1440 is its end'),
  weekFiftyThree: z.enum(['long-last-period', 'separate-week']),
  hoursFrom: zSoundDay.nullable().default(null).describe('Nothing is owed of periods that ended before this day'),
  warningLimits: z
    .partialRecord(z.enum(limitNames), zMinutes.min(0).max(100_000))
    .describe('Working-time limits that differ from the law'),
  standsOutFromPlannedMinutes: zMinutes
    .min(1)
    .max(10_080)
    .describe('A week: from this difference with what was agreed, up or down, a worksheet stands out'),
  standsOutFromPreviousMinutes: zMinutes
    .min(1)
    .max(10_080)
    .describe('A week: from so much more than in the period before'),
};
export const zSettings = inBothLanguages(z.object({ ...fields, version: zVersion }));
export type Settings = z.output<typeof zSettings>;

export const settingsRoutes = {
  'GET /api/settings': { access: ['admin'], summary: 'All settings of the agency', response: zSettings },
  'PUT /api/settings': {
    access: ['admin'],
    summary: 'Change the settings; other periods of four weeks are made where that is still possible',
    body: zSettings,
    response: zSettings,
  },
} as const satisfies Routes;
