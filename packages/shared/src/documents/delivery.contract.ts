import { z } from 'zod';
import { namesOnce, zById, zId, zInstant, zLine, zVersion } from '../basics/fields.ts';
import { office, type Routes } from '../basics/route.ts';
import { longest } from '../basics/text-rules.ts';
import { mostDeliveredFiles, mostMegabytes } from './document.words.ts';
import { deliveryProblems } from './whose-files.ts';

const zDelivery = z.object({
  id: zId,
  name: z.string(),
  category: z.enum(['payslip', 'annual-statement']),
  appliedAt: zInstant.nullable(),
  total: z.int().describe('Files that are somebody’s: so many documents are put there'),
  items: z.array(
    z.object({
      fileName: z.string(),
      folder: z.string().nullable().describe('Where in a ZIP it was; of several ZIPs also in which'),
      personnelNumber: z.string().nullable(),
      personName: z.string().nullable(),
      problem: z.enum(deliveryProblems).nullable(),
    }),
  ),
});
export type Delivery = z.output<typeof zDelivery>;

const zLimits = z.object({
  documentMegabytes: z.int().min(1).max(mostMegabytes.document).describe('Of one document'),
  zipMegabytes: z.int().min(1).max(mostMegabytes.zip).describe('Of a ZIP of payslips'),
});
export type DocumentLimits = z.output<typeof zLimits>;
const zSavedLimits = zLimits.extend({ version: zVersion });
export type SavedDocumentLimits = z.output<typeof zSavedLimits>;

export const deliveryRoutes = {
  'POST /api/document-deliveries': {
    access: office,
    summary:
      'See whose each of many files is, by the personnel number in its name; nothing is put there yet. What has this id already is answered as before where it is the same, and refused as `already-sent` where it is not',
    body: z.object({
      id: zId.describe('Made by who sends it: what is sent twice is there once'),
      name: zLine(longest.documentName),
      category: z.enum(['payslip', 'annual-statement']),
      fileIds: z
        .array(zId)
        .min(1)
        .max(mostDeliveredFiles)
        .superRefine(namesOnce())
        .describe('A ZIP is all that is in it'),
    }),
    response: zDelivery,
    status: 201,
  },
  'GET /api/document-deliveries/:id': {
    access: office,
    summary: 'A delivery as it was seen',
    params: zById,
    response: zDelivery,
  },
  'POST /api/document-deliveries/:id/apply': {
    access: office,
    summary: 'Put there what was seen, exactly so; where it would be something else by now, nothing is',
    params: zById,
    body: z.object({ total: z.int().min(1).describe('As many as were seen') }),
    response: zDelivery,
  },
  'GET /api/document-limits': { access: office, summary: 'How large files of documents may be', response: zLimits },
  'GET /api/settings/documents': { access: ['admin'], summary: 'The same, to be changed', response: zSavedLimits },
  'PUT /api/settings/documents': {
    access: ['admin'],
    summary: 'Change how large files of documents may be',
    body: zSavedLimits,
    response: zSavedLimits,
  },
} as const satisfies Routes;
