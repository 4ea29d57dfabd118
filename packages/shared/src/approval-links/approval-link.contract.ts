import { z } from 'zod';
import { zReadText } from '../approval-texts/approval-text.contract.ts';
import { zId, zInstant, zLanguage, zMinutes, zVersion } from '../basics/fields.ts';
import type { Routes } from '../basics/route.ts';
import { zPeriod } from '../periods/period.schema.ts';
import { zApprove, zDecided } from '../worksheets/worksheet-step.schema.ts';
import { approvalLinkStates } from './approval-link.words.ts';

/** What a mail carries; anything else is a link that is not known. */
const zToken = z.string().min(1).max(200);

const zLinkedWorksheet = z.object({
  id: zId,
  version: zVersion,
  employeeName: z.string(),
  functionName: z.string(),
  organisationId: zId,
  organisationName: z.string(),
  period: zPeriod,
  totalMinutes: zMinutes,
  workedMinutes: zMinutes,
});
export type LinkedWorksheet = z.output<typeof zLinkedWorksheet>;

/** What a link from a digest opens. Of what may not be seen without logging in only the number is told. */
const zApprovalLink = z.object({
  state: z.enum(approvalLinkStates),
  language: zLanguage.nullable(),
  expiresAt: zInstant.nullable(),
  isSignedIn: z.boolean().describe('Its receiver is logged in'),
  /** That wait still, in the version that the mail was about, by name. */
  worksheets: z.array(zLinkedWorksheet),
  hidden: z.int().describe('That wait too, and are shown to its receiver alone, logged in'),
  /** What is agreed to by approving these. */
  texts: z.array(zReadText.extend({ id: zId })),
});
export type ApprovalLink = z.output<typeof zApprovalLink>;

export const approvalLinkRoutes = {
  'POST /api/approval-links/look': {
    access: 'public',
    summary: 'What a link from a digest opens; changes nothing',
    body: z.object({ token: zToken }),
    response: zApprovalLink,
  },
  'POST /api/approval-links/approve': {
    access: 'public',
    summary: 'Approve worksheets of a link, in the name of its receiver',
    body: zApprove.extend({ token: zToken }),
    response: zDecided,
  },
  'POST /api/approval-links/revoke': {
    access: 'public',
    summary: 'Make a link unusable, for whoever has it',
    body: z.object({ token: zToken }),
  },
} as const satisfies Routes;
