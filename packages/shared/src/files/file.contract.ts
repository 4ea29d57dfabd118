import { z } from 'zod';
import { zId } from '../basics/fields.ts';
import type { Routes } from '../basics/route.ts';
import { filePurposes } from './file.words.ts';

const zStoredFile = z.object({
  id: zId,
  name: z.string(),
  mediaType: z.string().describe('By what is in it'),
  size: z.int().describe('Bytes'),
  sha256: z.string(),
});
export type StoredFile = z.output<typeof zStoredFile>;

export const fileRoutes = {
  'POST /api/files': {
    access: 'signed-in',
    summary:
      'Hand in one file (multipart/form-data), to be named by what uses it; all but receipts and what goes with messages are for the office',
    query: z.object({ purpose: z.enum(filePurposes) }),
    takesFile: true,
    response: zStoredFile,
    status: 201,
  },
} as const satisfies Routes;
