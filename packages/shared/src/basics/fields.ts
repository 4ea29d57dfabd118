import { z } from 'zod';
import { languages, roles } from './actor.ts';

export const zId = z.uuid();
export const zDay = z.iso.date().describe('A plain date, YYYY-MM-DD');
export const zInstant = z.string().describe('An instant in UTC, ISO 8601');
export const zMinutes = z.int().describe('Whole minutes');
export const zRole = z.enum(roles);
export const zLanguage = z.enum(languages);
export const zVersion = z.int().min(1).describe('The version this is based on; an older one is refused');
/** Text a person typed: trimmed, never only blanks, no control characters but line breaks and tabs. */
export const zText = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused (PostgreSQL cannot store NUL)
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f]*$/);

/** `?limit=&cursor=` of every list. */
export const zPage = {
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().max(500).optional(),
};
export const zList = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    nextCursor: z.string().nullable(),
    total: z.int().describe('Counted to 10,000 at most'),
  });
