import { z } from 'zod';
import { zNameParts, zPhone, zPostcode } from '../basics/contact-fields.ts';
import { zDay, zEmail, zId, zLanguage, zLine, zPage, zSearch, zSoundDay, zVersion } from '../basics/fields.ts';
import { longest } from '../basics/text-rules.ts';

const accountStates = ['none', 'new', 'invited', 'active', 'blocked'] as const;
export type AccountState = (typeof accountStates)[number];
/** How far somebody is with logging in; an account is there as soon as an e-mail address is known, new until it is invited. */
export const zAccountState = z.enum(accountStates);

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
};
export const zCreateEmployee = z.object(fields);
export const zSaveEmployee = z.object({ ...fields, version: zVersion });
export type EmployeeFields = z.output<typeof zCreateEmployee>;

export const zEmployee = z.object({
  id: zId,
  personId: zId,
  version: zVersion,
  personnelNumber: z.string(),
  firstName: z.string(),
  prefix: z.string().nullable(),
  lastName: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  language: zLanguage,
  phone: z.string().nullable(),
  birthDate: zDay.nullable(),
  street: z.string().nullable(),
  postcode: z.string().nullable(),
  city: z.string().nullable(),
  accountId: zId.nullable(),
  account: zAccountState,
});
export type Employee = z.output<typeof zEmployee>;

const employeeSorts = ['name', '-name', 'number', '-number'] as const;
export const zEmployeeQuery = z.object({
  ...zPage,
  q: zSearch.optional().describe('Part of a name, personnel number or e-mail address'),
  organisationId: zId.optional().describe('Has a placement there today'),
  placed: z.enum(['now', 'not']).optional().describe('Has a placement today, or none'),
  account: zAccountState.optional(),
  sort: z.enum(employeeSorts).default('name'),
});
/** What narrows the list down: everybody of it can be invited at once. */
export const zEmployeeFilter = zEmployeeQuery.pick({ q: true, organisationId: true, placed: true, account: true });
/** Who was invited now; who had been before is not invited again. */
export const zInvited = z.object({ invited: z.int() });
export type EmployeeQuery = z.output<typeof zEmployeeQuery>;

/** A row of the office's list. */
export const zEmployeeRow = z.object({
  id: zId,
  personnelNumber: z.string(),
  name: z.string(),
  sortName: z.string(),
  email: z.string().nullable(),
  account: zAccountState,
  /** Where a placement runs today, by name. */
  organisations: z.array(z.string()),
});
export type EmployeeRow = z.output<typeof zEmployeeRow>;
