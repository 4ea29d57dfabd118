import { z } from 'zod';
import { zLanguage } from './fields.ts';

/** How a list is asked for as a file: all that its filters hold. */
export const zSheetAsked = { format: z.enum(['csv', 'xlsx']).default('csv'), language: zLanguage.default('nl') };
const zSheet = z.object(zSheetAsked);
export type SheetAsked = z.output<typeof zSheet>;
