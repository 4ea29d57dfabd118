import { z } from 'zod';
import { namesOnce, zDay, zEmail, zId, zLanguage, zLine, zVersion } from '../basics/fields.ts';
import type { Routes } from '../basics/route.ts';
import { longest } from '../basics/text-rules.ts';

/** What a supervisor may do at an organisation. */
const zRights = z.object({
  mayApprove: z.boolean(),
  mayRegister: z.boolean(),
  maySeeInvoices: z.boolean(),
  mayManage: z.boolean(),
});
export type Rights = z.output<typeof zRights>;

const zOwnOrganisation = zRights.extend({
  id: zId,
  name: z.string(),
  validUntil: zDay.nullable().describe('Last day of the own right; what is given to others ends no later'),
});

const zColleagueRight = zRights.extend({
  id: zId,
  version: zVersion,
  organisationId: zId,
  organisationName: z.string(),
  validFrom: zDay,
  validUntil: zDay.nullable(),
  /** The reader manages people here and has every right that this one holds. */
  mayChange: z.boolean(),
});
const zColleague = z.object({
  personId: zId,
  name: z.string(),
  /** Told to who manages people at one of these organisations. */
  email: z.string().nullable(),
  status: z.enum(['invited', 'active', 'blocked']).nullable(),
  /** Where both supervise, from today on. */
  rights: z.array(zColleagueRight),
});
export type Colleague = z.output<typeof zColleague>;

/** Somebody approves for somebody else, from–until. */
const zSubstitute = z.object({
  id: zId,
  version: zVersion,
  organisationId: zId,
  organisationName: z.string(),
  personId: zId,
  name: z.string(),
  onBehalfOfName: z.string(),
  /** The reader named them; else the reader is the one who stands in. */
  isMine: z.boolean(),
  validFrom: zDay,
  validUntil: zDay,
});
export type Substitute = z.output<typeof zSubstitute>;

/** Somebody asks the reader to supervise with them: nothing is theirs until they say so. */
const zColleagueInvitation = z.object({
  id: zId,
  invitedByName: z.string().nullable(),
  rights: z.array(zRights.extend({ organisationName: z.string(), validFrom: zDay, validUntil: zDay.nullable() })),
});
export type ColleagueInvitation = z.output<typeof zColleagueInvitation>;

const zColleagues = z.object({
  /** Where the reader is a supervisor today, and what they may do and give there. */
  organisations: z.array(zOwnOrganisation),
  colleagues: z.array(zColleague),
  substitutes: z.array(zSubstitute),
  /** Those that were sent to the reader's own address. */
  invitations: z.array(zColleagueInvitation),
});
export type Colleagues = z.output<typeof zColleagues>;

const zName = zLine(longest.name);
const zPeriodOfRight = { validFrom: zDay, validUntil: zDay.nullable() };

export const zInviteColleague = zRights.extend({
  organisationId: zId,
  firstName: zName,
  prefix: zName.nullable(),
  lastName: zName,
  email: zEmail,
  language: zLanguage,
  ...zPeriodOfRight,
});
export const zGiveColleagueRight = zRights.extend({ organisationId: zId, ...zPeriodOfRight });
/** Rights as they are from today on, and the last day of them; yesterday ends them at once. */
export const zChangeColleagueRight = zRights.extend({ version: zVersion, validUntil: zDay.nullable() });

export const zNameSubstitute = z.object({
  personId: zId,
  organisationIds: z.array(zId).min(1).max(200).superRefine(namesOnce()),
  validFrom: zDay,
  validUntil: zDay,
});

export const colleagueRoutes = {
  'GET /api/colleagues': {
    access: ['supervisor'],
    summary: 'Supervisors of the own organisations, and who stands in for whom',
    response: zColleagues,
  },
  'POST /api/colleagues': {
    access: ['supervisor'],
    summary:
      'Invite a colleague to an organisation where one manages people, with rights no larger than the own; whether the address has an account is not told',
    body: zInviteColleague,
    response: zColleagues,
    status: 201,
  },
  'POST /api/colleagues/:id/rights': {
    access: ['supervisor'],
    summary: 'Give a colleague a right at another organisation where one manages people',
    params: z.object({ id: zId }),
    body: zGiveColleagueRight,
    response: zColleagues,
    status: 201,
  },
  'POST /api/colleagues/:id/invite': {
    access: ['supervisor'],
    summary: 'Mail a new invitation to a colleague who did not follow the one before, where one manages people',
    params: z.object({ id: zId }),
    response: zColleagues,
  },
  'POST /api/colleague-invitations/:id/accept': {
    access: ['supervisor'],
    summary: 'Take over the rights that a colleague offers to the own address',
    params: z.object({ id: zId }),
    response: zColleagues,
  },
  'POST /api/colleague-invitations/:id/decline': {
    access: ['supervisor'],
    summary: 'Turn down what a colleague offers to the own address',
    params: z.object({ id: zId }),
    response: zColleagues,
  },
  'PUT /api/colleague-rights/:id': {
    access: ['supervisor'],
    summary: 'Change or end (by date) what a colleague may do at an organisation where one manages people',
    params: z.object({ id: zId }),
    body: zChangeColleagueRight,
    response: zColleagues,
  },
  'POST /api/substitutes': {
    access: ['supervisor'],
    summary: 'Name a colleague who approves in the own place, from–until',
    body: zNameSubstitute,
    response: zColleagues,
    status: 201,
  },
  'POST /api/substitutes/:id/end': {
    access: ['supervisor'],
    summary: 'End a substitution that one named, at once',
    params: z.object({ id: zId }),
    body: z.object({ version: zVersion }),
    response: zColleagues,
  },
} as const satisfies Routes;
