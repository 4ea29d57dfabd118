import { z } from 'zod';
import { zId, zLine, zSoundDay, zVersion, zYear } from '../basics/fields.ts';
import { longestHolidayName, mostHolidays } from './holiday.words.ts';

export const zHoliday = z.object({
  date: zSoundDay,
  nameNl: zLine(longestHolidayName),
  nameEn: zLine(longestHolidayName),
});
export type Holiday = z.output<typeof zHoliday>;

/** A list is of one year, and names a day once. */
export const zSaveHolidays = z
  .object({
    organisationId: zId.nullable().describe('None is the agency’s list'),
    year: zYear,
    version: zVersion.or(z.literal(0)).describe('0 where there is no list yet'),
    days: z.array(zHoliday).max(mostHolidays).nullable().describe('None: a client goes by the agency’s list again'),
  })
  .superRefine(({ year, days }, context) => {
    const seen = new Set<string>();
    for (const [index, { date }] of (days ?? []).entries()) {
      const code = seen.has(date) ? 'duplicate' : date.startsWith(`${year}-`) ? undefined : 'other-year';
      seen.add(date);
      if (code) context.addIssue({ code: 'custom', path: ['days', index, 'date'], params: { code } });
    }
  });

export const zHolidayList = z.object({
  organisationId: zId.nullable(),
  year: z.int(),
  version: z.int().describe('0 where there is no list of its own yet'),
  isOwn: z.boolean().describe('Of the client itself; else the days are those of the agency'),
  days: z.array(zHoliday),
});
export type HolidayList = z.output<typeof zHolidayList>;
