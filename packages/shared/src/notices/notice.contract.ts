import { z } from 'zod';
import { namesOnce, zId, zInstant, zList, zPage } from '../basics/fields.ts';
import type { Routes } from '../basics/route.ts';
import { zPeriod } from '../periods/period.schema.ts';
import { choiceKindNames, mostNoticesRead } from './notice.words.ts';

const told = { id: zId, at: zInstant, isRead: z.boolean(), by: z.string().describe('Who did it') };
const zHoursNotice = z.object({
  ...told,
  kind: z.enum(['hours-sent-back', 'hours-approved']),
  reason: z.string().nullable(),
  worksheetId: zId,
  organisationName: z.string(),
  period: zPeriod,
});
const zMessageNotice = z.object({
  ...told,
  kind: z.enum(['message', 'message-office']),
  threadId: zId,
  title: z.string().describe('What the thread is about'),
});
const zNotice = z.discriminatedUnion('kind', [zHoursNotice, zMessageNotice]);
export type HoursNotice = z.output<typeof zHoursNotice>;
export type Notice = z.output<typeof zNotice>;

const zUnread = z.object({ unread: z.int().describe('Of all notices') });

const zChoice = z.object({ kind: z.enum(choiceKindNames), onScreen: z.boolean(), byMail: z.boolean() });
export type ChosenNotice = z.output<typeof zChoice>;
const zChoices = z.object({ items: z.array(zChoice) });

export const noticeRoutes = {
  'GET /api/notices': {
    access: 'signed-in',
    summary: 'What the reader was told, newest first, and how much of it was not read',
    query: z.object(zPage),
    response: zList(zNotice).extend(zUnread.shape),
  },
  'POST /api/notices/read': {
    access: 'signed-in',
    summary: 'The reader has seen these notices, or all',
    body: z.object({ ids: z.array(zId).max(mostNoticesRead).superRefine(namesOnce()).optional() }),
    response: zUnread,
  },
  'GET /api/me/notices': {
    access: 'signed-in',
    summary: 'What one may be told of, and where one hears it',
    response: zChoices,
  },
  'PUT /api/me/notices': {
    access: 'signed-in',
    summary: 'Choose where one hears of what',
    body: z.object({ items: z.array(zChoice).max(choiceKindNames.length).superRefine(namesOnce('kind')) }),
    response: zChoices,
  },
} as const satisfies Routes;
