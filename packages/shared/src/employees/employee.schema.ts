import { z } from 'zod';
import { accountStates, invitableStates } from '../accounts/account.words.ts';
import { isDutchPostcode } from '../basics/business-numbers.ts';
import { zCountry, zKeptPerson, zNameParts, zPhone, zPostcode } from '../basics/contact-fields.ts';
import {
  zDay,
  zEmail,
  zId,
  zLanguage,
  zLine,
  zPage,
  zRole,
  zSearch,
  zSoundDay,
  zText,
  zVersion,
} from '../basics/fields.ts';
import { longest } from '../basics/text-rules.ts';
import { mailFailures } from '../mail/mail.words.ts';

/** How far somebody is with logging in; an account is there as soon as an e-mail address is known, new until it is invited. */
export const zAccountState = z.enum(accountStates);
/** Why the mail with the link did not go, or not yet. */
export const zInvitationFailure = z.enum(mailFailures).nullable();

/** Said by who was shown somebody of the same name, and knows that it is not them. */
export const zIsAnother = z.boolean().default(false).describe('Add them although somebody of this name is there');

/** What the agency keeps of somebody who works for it. Never shown to a client but the name. */
const fields = {
  personnelNumber: zLine(longest.recordNumber),
  ...zNameParts,
  email: zEmail.nullable().default(null).describe('Makes the account; without one nobody logs in'),
  language: zLanguage.default('nl'),
  phone: zPhone.nullable().default(null),
  birthDate: zSoundDay.nullable().default(null),
  street: zLine(longest.street).nullable().default(null),
  postcode: zPostcode.nullable().default(null),
  city: zLine(longest.city).nullable().default(null),
  country: zCountry.default('NL'),
  notes: zText(longest.notes).nullable().default(null),
};
const hasRightPostcode = ({ country, postcode }: { country: string; postcode: string | null }): boolean =>
  country !== 'NL' || !postcode || isDutchPostcode(postcode);
const atPostcode = { path: ['postcode'], params: { code: 'postcode' } };

export const zCreateEmployee = z.object({ ...fields, isAnother: zIsAnother }).refine(hasRightPostcode, atPostcode);
export const zSaveEmployee = z.object({ ...fields, version: zVersion }).refine(hasRightPostcode, atPostcode);
export type EmployeeFields = Omit<z.output<typeof zSaveEmployee>, 'version'>;

export const zEmployee = z.object({
  id: zId,
  personId: zId,
  version: zVersion,
  personnelNumber: z.string(),
  ...zKeptPerson,
  birthDate: zDay.nullable(),
  street: z.string().nullable(),
  postcode: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string(),
  notes: z.string().nullable(),
  accountId: zId.nullable(),
  account: zAccountState,
  role: zRole.nullable().describe('Of the account: who works here may supervise for a client as well'),
});
export type Employee = z.output<typeof zEmployee>;

const employeeSorts = ['name', '-name', 'number', '-number'] as const;
export const zEmployeeQuery = z.object({
  ...zPage,
  q: zSearch.optional().describe('Part of a name, personnel number or e-mail address'),
  organisationId: zId.optional().describe('Has a placement there today'),
  placed: z
    .enum(['now', 'not-over', 'not'])
    .optional()
    .describe('Has a placement today; has one today or later, or never had one; or has none today'),
  account: zAccountState.optional(),
  sort: z.enum(employeeSorts).default('name'),
});
/** What narrows the list down: everybody of it can be invited at once. */
export const zEmployeeFilter = zEmployeeQuery.pick({ q: true, organisationId: true, placed: true, account: true });
/** Whom of a list to send a link: whoever stands so with their account. */
export const zInvitedStates = z.array(z.enum(invitableStates)).min(1).max(invitableStates.length);
export const zInvited = z.object({
  invited: z.int().describe('How many were sent a link now'),
  waiting: z.int().describe('How many were sent as many within the hour as there may be, and are left for later'),
});
export type Invited = z.output<typeof zInvited>;
/** How many of a list stand how with their account, of those who can be sent a link. */
export const zInvitable = z.object({
  new: z.int(),
  'on-its-way': z.int(),
  'not-delivered': z.int(),
  invited: z.int(),
  expired: z.int(),
});
export type Invitable = z.output<typeof zInvitable>;
export type EmployeeQuery = z.output<typeof zEmployeeQuery>;

/** A row of the office's list. */
export const zEmployeeRow = z.object({
  id: zId,
  personnelNumber: z.string(),
  name: z.string(),
  sortName: z.string(),
  email: z.string().nullable(),
  account: zAccountState,
  invitationFailure: zInvitationFailure,
  /** Where a placement runs today, by name. */
  organisations: z.array(z.string()),
});
export type EmployeeRow = z.output<typeof zEmployeeRow>;
