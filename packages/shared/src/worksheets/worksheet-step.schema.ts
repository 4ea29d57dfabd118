import { z } from 'zod';
import { namesOnce, zId, zPerItem, zPeriodNumber, zText, zVersion, zYear } from '../basics/fields.ts';
import { mostAtOnce } from '../basics/list-bounds.ts';
import { longest } from '../basics/text-rules.ts';
import { maxLines } from './worksheet.bounds.ts';
import { zHourLineInput } from './worksheet-line.schema.ts';

/** What a person types on a worksheet. */
const content = {
  lines: z.array(zHourLineInput).max(maxLines),
  remark: zText(longest.sheetRemark).nullable().default(null),
};
export const zCreateWorksheet = z.object({ placementId: zId, year: zYear, number: zPeriodNumber, ...content });
export const zSaveWorksheet = z.object({ version: zVersion, ...content });
export const zAddHours = z.object({
  version: zVersion,
  id: zId.optional().describe('Made by the sender: sent twice with the same id, hours are added once'),
  ...content,
});

/** What hours that are final should have been: all of the period. The difference is worked out. */
export const zCorrect = z.object({
  version: zVersion,
  id: zId.optional().describe('Made by the sender: sent twice with the same id, hours are corrected once'),
  periodVersion: zVersion
    .optional()
    .describe('As the sender read it: refused when hours of the period were added, corrected or taken back since'),
  reason: zText(longest.reason),
  lines: content.lines,
});

export const zStep = z.object({ version: zVersion });
export const zComment = z.object({ text: zText(longest.comment) });

/** A decision on 1 to 500 worksheets, each as the decider saw it. */
export const zDecide = z.object({
  items: z
    .array(z.object({ id: zId, version: zVersion }))
    .min(1)
    .max(mostAtOnce)
    .superRefine(namesOnce('id')),
});

export const zApprove = zDecide.extend({
  approvalTextIds: z
    .array(zId)
    .max(mostAtOnce)
    .superRefine(namesOnce())
    .default([])
    .describe('What was read and agreed to: where a text is in force, it is one of these'),
});

export const zDecideWithReason = zDecide.extend({ reason: zText(longest.reason) });

/** Why one worksheet of a decision was refused. `not-yours` also covers what does not exist. */
const refusalCodes = [
  'already-approved',
  'already-paid',
  'changed',
  'wrong-state',
  'not-yours',
  'not-allowed',
  'own-hours',
  'approval-text',
  'does-not-fit',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

export const zDecided = zPerItem(
  z.object({ id: zId, version: zVersion }),
  z.object({ id: zId, code: z.enum(refusalCodes) }),
);
export type Decided = z.output<typeof zDecided>;
