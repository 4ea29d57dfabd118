import { z } from 'zod';
import { zNameParts } from '../basics/contact-fields.ts';
import { zEmail, zId, zInstant, zLanguage, zLine, zPage, zRole, zSearch, zVersion } from '../basics/fields.ts';
import { keyForm } from '../basics/key-form.ts';
import { zSheetAsked } from '../basics/sheet-asked.ts';
import { longest } from '../basics/text-rules.ts';
import { mailFailures } from '../mail/mail.words.ts';
import { accountStatuses, officeRoles } from './account.words.ts';

/** Of an older system; what contains an @ would be taken for an e-mail address. */
const zUserName = zLine(longest.userName).refine((name) => !keyForm(name).includes('@'));

/** The last link that was sent, and what became of its mail. */
const zSentLink = z.object({
  purpose: z.enum(['activation', 'new-password']),
  sentAt: zInstant,
  expiresAt: zInstant,
  isAlive: z.boolean().describe('It still works'),
  mail: z.enum(['waiting', 'sent', 'failed']),
  failure: z.enum(mailFailures).nullable().describe('Why it did not go, or not yet'),
});

/** An account as the office sees it. */
export const zAccount = z.object({
  id: zId,
  personId: zId,
  firstName: z.string(),
  prefix: z.string().nullable(),
  lastName: z.string(),
  name: z.string(),
  email: z.string(),
  userName: z.string().nullable(),
  role: zRole,
  language: zLanguage,
  status: z.enum(accountStatuses),
  /** The person's: raised by every change of person or account. */
  version: z.int(),
  lastSeenAt: zInstant.nullable().describe('The last sign of life of any session'),
  link: zSentLink.nullable(),
});
export type Account = z.output<typeof zAccount>;

const accountFilters = {
  q: zSearch.optional(),
  role: z.enum(officeRoles).optional(),
  status: z.enum(accountStatuses).optional(),
  sort: z.enum(['name', '-name']).default('name'),
};
export const zAccountQuery = z.object({ ...accountFilters, ...zPage });
export type AccountQuery = z.output<typeof zAccountQuery>;
export const zAccountsFile = z.object({ ...accountFilters, ...zSheetAsked });
export type AccountsFile = z.output<typeof zAccountsFile>;

export const zNewAccount = z.object({
  ...zNameParts,
  email: zEmail,
  language: zLanguage,
  role: z.enum(officeRoles),
});

/** The whole of what may be changed; name and role only where the account is the office's. */
export const zChangeAccount = z.object({
  version: zVersion,
  email: zEmail,
  userName: zUserName.nullable(),
  language: zLanguage,
  name: z.object(zNameParts).optional(),
  role: z.enum(officeRoles).optional(),
});

/** One log-in on one device. */
const zSession = z.object({
  id: zId,
  isCurrent: z.boolean(),
  userAgent: z.string().nullable(),
  address: z.string().nullable(),
  startedAt: zInstant,
  lastSeenAt: zInstant,
});
export type Session = z.output<typeof zSession>;
export const zSessions = z.object({ items: z.array(zSession) });
