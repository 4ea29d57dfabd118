import { z } from 'zod';
import { namesOnce, zId, zInstant, zList, zPage } from '../basics/fields.ts';
import type { Routes } from '../basics/route.ts';
import { zPeriod } from '../periods/period.schema.ts';
import {
  hoursNoticeKinds,
  mostNoticesRead,
  noticeKindNames,
  noticeViews,
  reminderKinds,
  titledNoticeKinds,
} from './notice.words.ts';

const told = { id: zId, at: zInstant, isRead: z.boolean() };
const zHoursNotice = z.object({
  ...told,
  kind: z.enum(hoursNoticeKinds),
  by: z.string().describe('Who did it'),
  reason: z.string().nullable(),
  worksheetId: zId,
  organisationName: z.string(),
  period: zPeriod,
});
const zTitledNotice = z.object({
  ...told,
  kind: z.enum(titledNoticeKinds),
  by: z.string().describe('Who did it'),
  aboutId: zId.describe('Of the thread, the invoice, the document'),
  title: z.string().describe('What the thread is about; the number of an invoice; the name of a document'),
  isNewVersion: z.boolean().describe('Of a document that was there before'),
});
const zReminderNotice = z.object({ ...told, kind: z.enum(reminderKinds) });
const zNotice = z.discriminatedUnion('kind', [zHoursNotice, zTitledNotice, zReminderNotice]);
export type HoursNotice = z.output<typeof zHoursNotice>;
export type Notice = z.output<typeof zNotice>;

const zUnread = z.object({ unread: z.int().describe('Of all notices') });

const zChoice = z.object({ kind: z.enum(noticeKindNames), onScreen: z.boolean(), byMail: z.boolean() });
export type ChosenNotice = z.output<typeof zChoice>;
const zChoices = z.object({
  items: z.array(zChoice),
  isDaily: z.boolean().describe('What happened comes in one mail a day; reminders come at their own hour'),
});
export type NoticeChoices = z.output<typeof zChoices>;

export const noticeRoutes = {
  'GET /api/notices': {
    access: 'signed-in',
    summary: 'What the reader was told, newest first, and how much of it was not read',
    query: z.object({ ...zPage, view: z.enum(noticeViews).default('all') }),
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
    summary: 'Choose where one hears of what, and whether in one mail a day',
    body: z.object({
      items: z.array(zChoice).max(noticeKindNames.length).superRefine(namesOnce('kind')).default([]),
      isDaily: z.boolean().optional(),
    }),
    response: zChoices,
  },
} as const satisfies Routes;
