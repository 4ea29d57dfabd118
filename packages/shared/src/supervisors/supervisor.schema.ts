import { z } from 'zod';
import { inOrder, zKeptPerson, zNameParts, zPhone } from '../basics/contact-fields.ts';
import { zDay, zEmail, zId, zLanguage, zPage, zSearch, zSoundDay, zVersion } from '../basics/fields.ts';
import { zAccountState, zInvitationFailure, zIsAnother } from '../employees/employee.schema.ts';
import { type RightName, rightNames } from './supervisor.words.ts';

const what = {
  mayApprove: z.boolean().default(false),
  mayRegister: z.boolean().default(false),
  maySeeInvoices: z.boolean().default(false),
  mayManage: z.boolean().default(false).describe('May invite and end colleagues of this organisation'),
};
/** A right that allows nothing is none. */
const allowsSomething = <T extends z.ZodType<Record<RightName, boolean>>>(schema: T) =>
  schema.refine((right) => rightNames.some((name) => right[name]), {
    path: ['mayApprove'],
    params: { code: 'choose-one' },
  });

/** What somebody may do at one organisation, from–until (both included; without an end until further notice). */
export const zGiveRight = allowsSomething(
  inOrder(
    z.object({ organisationId: zId, ...what, validFrom: zSoundDay, validUntil: zSoundDay.nullable().default(null) }),
  ),
);
export type GiveRight = z.output<typeof zGiveRight>;
/** From a day on another right, here or at another organisation: the one before ends the day before. */
export const zChangeRight = allowsSomething(
  inOrder(
    z.object({
      version: zVersion,
      organisationId: zId,
      ...what,
      validFrom: zSoundDay.describe('Today or later'),
      validUntil: zSoundDay.nullable().default(null),
    }),
  ),
);
export type ChangeRight = z.output<typeof zChangeRight>;
export const zEndRight = z.object({
  version: zVersion,
  validUntil: zSoundDay.nullable().describe('The last day, yesterday or later; none takes the end away'),
});

const fields = {
  ...zNameParts,
  email: zEmail,
  language: zLanguage.default('nl'),
  phone: zPhone.nullable().default(null),
};
export const zCreateSupervisor = z.object({
  ...fields,
  rights: z.array(zGiveRight).max(50).default([]),
  isAnother: zIsAnother,
});
export const zSaveSupervisor = z.object({ ...fields, version: zVersion });
export type SupervisorFields = Omit<z.output<typeof zSaveSupervisor>, 'version'>;

export const zSupervisorRight = z.object({
  id: zId,
  version: zVersion,
  personId: zId,
  personName: z.string(),
  organisationId: zId,
  organisationName: z.string(),
  mayApprove: z.boolean(),
  mayRegister: z.boolean(),
  maySeeInvoices: z.boolean(),
  mayManage: z.boolean(),
  /** A substitute approves on behalf of this supervisor. */
  onBehalfOf: z.string().nullable(),
  validFrom: zDay,
  validUntil: zDay.nullable(),
  /** What ended the day before this one took its place, and goes on when this one is taken back. */
  endedForIt: z.object({ organisationName: z.string(), validUntil: zDay.nullable() }).nullable(),
});
export type SupervisorRight = z.output<typeof zSupervisorRight>;

/** Named by their person: somebody who supervises may also be an employee. */
export const zSupervisor = z.object({
  id: zId,
  version: zVersion,
  ...zKeptPerson,
  accountId: zId.nullable(),
  account: zAccountState,
  /** Somebody who works for the agency as well. */
  employee: z.object({ id: zId, personnelNumber: z.string() }).nullable(),
  /** By organisation, the newest first. */
  rights: z.array(zSupervisorRight),
});
export type Supervisor = z.output<typeof zSupervisor>;

const supervisorSorts = ['name', '-name'] as const;
export const zSupervisorQuery = z.object({
  ...zPage,
  q: zSearch.optional().describe('Part of a name, organisation or e-mail address'),
  organisationId: zId.optional().describe('Has a right there today'),
  right: z.enum(rightNames).optional().describe('Has this right somewhere today'),
  account: zAccountState.optional(),
  sort: z.enum(supervisorSorts).default('name'),
});
export const zSupervisorFilter = zSupervisorQuery.pick({ q: true, organisationId: true, right: true, account: true });
export type SupervisorQuery = z.output<typeof zSupervisorQuery>;

/** A row of the office's list. */
export const zSupervisorRow = z.object({
  id: zId,
  name: z.string(),
  sortName: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  account: zAccountState,
  invitationFailure: zInvitationFailure,
  /** Where a right holds today, by name. */
  organisations: z.array(z.string()),
  /** Where none does, and one begins later: the first first. */
  later: z.array(z.object({ name: z.string(), from: zDay })),
});
export type SupervisorRow = z.output<typeof zSupervisorRow>;
