import { z } from 'zod';
import { zId, zText, zVersion } from '../basics/fields.ts';
import type { Routes } from '../basics/route.ts';
import { longest } from '../basics/text-rules.ts';

/** As a setting: in both languages, or none. */
export const approvalTextFields = {
  approvalTextNl: zText(longest.approvalText).nullable().default(null).describe('What is agreed to by approving'),
  approvalTextEn: zText(longest.approvalText).nullable().default(null),
};
type Fields = z.output<z.ZodObject<typeof approvalTextFields>>;
export const inBothLanguages = <T extends z.ZodType<Partial<Fields>>>(schema: T) =>
  schema
    .refine(({ approvalTextNl, approvalTextEn }) => !approvalTextEn || approvalTextNl, {
      path: ['approvalTextNl'],
      params: { code: 'required' },
    })
    .refine(({ approvalTextNl, approvalTextEn }) => !approvalTextNl || approvalTextEn, {
      path: ['approvalTextEn'],
      params: { code: 'required' },
    });

/** A version of a text, as it was read. */
export const zReadText = z.object({ version: zVersion, textNl: z.string(), textEn: z.string(), sha256: z.string() });

const zApprovalText = zReadText.extend({
  id: zId,
  organisationIds: z.array(zId).nullable().describe('Whose own it is; null is the agency’s, for all others'),
});
export type ApprovalText = z.output<typeof zApprovalText>;

export const approvalTextRoutes = {
  'GET /api/approval-texts': {
    access: ['supervisor'],
    summary: 'What this person agrees to by approving, where they may approve today',
    response: z.object({ items: z.array(zApprovalText) }),
  },
} as const satisfies Routes;
