import { z } from 'zod';
import { languages, roles } from './actor.ts';
import { isPlausibleDay } from './calendar-day.ts';
import { isEmail, writtenEmail } from './email.ts';
import { mostInPage } from './list-bounds.ts';
import { longest } from './text-rules.ts';
import { cleanFixed, cleanLine, cleanText, lineProblem } from './typed-text.ts';

/** Case does not matter in a UUID: written small, so that one id is one text. */
export const zId = z.uuid().toLowerCase();
/** The database knows no year 0. */
export const zDay = z.iso
  .date()
  .refine((day) => day >= '0001')
  .describe('A plain date, YYYY-MM-DD');
/** A day in the life of somebody or of their work: a year that was mistyped is refused. */
export const zSoundDay = zDay.refine(isPlausibleDay, { params: { code: 'odd-year' } });
export const zInstant = z.string().describe('An instant in UTC, ISO 8601');
export const zMinutes = z.int().describe('Whole minutes');
export const zRole = z.enum(roles);
export const zLanguage = z.enum(languages);
/** Counters are 32 bits in the database. */
export const zVersion = z.int32().min(1).describe('The version this is based on; an older one is refused');
/** A period's name: its year, and the number of the week, four weeks or month in it. Whether it exists is asked later. */
export const zYear = z.int().min(2000).max(2100);
export const zPeriodNumber = z.int().min(1).max(99);
export const zYearQuery = z.coerce.number().int().min(2000).max(2100);
export const zPeriodNumberQuery = z.coerce.number().int().min(1).max(99);

/** A line as it is kept, whatever was typed around it; one that holds a line break or half a character says so. */
const lineBy = (clean: (typed: string) => string) =>
  z
    .string()
    .overwrite(clean)
    .refine((text) => lineProblem(text) !== 'line-break', { params: { code: 'line-break' } })
    .refine((text) => lineProblem(text) !== 'odd-characters', { params: { code: 'odd-characters' } });
const line = lineBy(cleanLine);
/** One line a person typed, such as a name or a number: never only blanks. See `cleanLine`. */
export const zLine = (max: number) => line.min(1).max(max);
/** What a system asks for literally: it may be nothing, and blanks around it are its own affair. See `cleanFixed`. */
export const zFixed = (max: number) => lineBy(cleanFixed).max(max);
/** Text of several lines a person typed, such as a remark or a reason: never only blanks. See `cleanText`. */
export const zText = (max: number) =>
  z
    .string()
    .overwrite(cleanText)
    .min(1)
    .max(max)
    .refine((text) => !text.includes('\0'), { params: { code: 'odd-characters' } });
/** What a list is searched for; empty searches for nothing. */
export const zSearch = line.max(longest.search);
/** Who logs in; never told what was wrong with it. */
export const zLoginName = line.min(1).max(longest.email);

/** Where mail goes; case does not matter when it is compared. */
export const zEmail = line
  .overwrite(writtenEmail)
  .min(1)
  .refine(isEmail, { params: { code: 'email' } });

/** `?limit=&cursor=` of every list. */
export const zPage = {
  limit: z.coerce.number().int().min(1).max(mostInPage).default(50),
  cursor: z.string().max(2000).optional(),
};
export const zList = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    nextCursor: z.string().nullable(),
    total: z.int().describe('Counted to 10,000 at most'),
  });

/** The answer to many at once: a refusal of one is data, never a failed request. */
export const zPerItem = <D extends z.ZodType, F extends z.ZodType>(done: D, refused: F) =>
  z.object({ done: z.array(done), refused: z.array(refused) });

/**
 * For a list that names objects, in one of `fields` of each row or by itself: one that is named again is refused at its place. What
 * names none (null) may stand there as often as it likes.
 */
export const namesOnce =
  <Row>(...fields: (keyof Row & string)[]) =>
  (rows: readonly Row[], ctx: z.RefinementCtx<readonly Row[]>): void => {
    const check = (names: readonly unknown[], ...field: string[]) => {
      const seen = new Set<unknown>();
      names.forEach((name, index) => {
        if (name === null || name === undefined) return;
        if (seen.has(name)) ctx.addIssue({ code: 'custom', path: [index, ...field], params: { code: 'duplicate' } });
        seen.add(name);
      });
    };
    if (fields.length === 0) check(rows);
    for (const field of fields)
      check(
        rows.map((row) => row[field]),
        field,
      );
  };

/** `…/:id` */
export const zById = z.object({ id: zId });
