import { z } from 'zod';
import { zById, zId, zInstant, zText } from '../basics/fields.ts';
import { office, type Routes } from '../basics/route.ts';
import { longest } from '../basics/text-rules.ts';

const zMessage = z.object({
  id: zId,
  body: z.string(),
  isOffice: z.boolean().describe('Written by the agency, to its client'),
  at: zInstant,
  byName: z.string(),
  lineId: zId.nullable(),
});
export type InvoiceMessage = z.output<typeof zMessage>;
const zMessages = z.object({ items: z.array(zMessage) });

export const invoiceMessageRoutes = {
  'GET /api/invoices/:id/messages': {
    access: ['supervisor', ...office],
    summary: 'What was asked and answered about a final invoice, the oldest first',
    params: zById,
    response: zMessages,
  },
  'POST /api/invoices/:id/messages': {
    access: ['supervisor', ...office],
    summary: 'Ask about a final invoice or a line of it, or answer: the other side is mailed',
    params: zById,
    body: z.object({ body: zText(longest.comment), lineId: zId.nullable().default(null) }),
    response: zMessages,
    status: 201,
  },
} as const satisfies Routes;
