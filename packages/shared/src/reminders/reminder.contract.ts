import { z } from 'zod';
import { zId, zMinutes, zPeriodNumber, zText, zVersion, zYear } from '../basics/fields.ts';
import { office, type Routes } from '../basics/route.ts';
import { longest } from '../basics/text-rules.ts';
import { zPeriod } from '../periods/period.schema.ts';
import { reminderRounds } from './reminder.words.ts';

const zRound = z.object({
  isOn: z.boolean(),
  weekday: z.int().min(1).max(7).describe('ISO: 1 is Monday'),
  minutes: zMinutes.min(0).max(1440).describe('After midnight in Amsterdam'),
  textNl: zText(longest.reason).nullable().default(null).describe('Said in place of the usual sentence'),
  textEn: zText(longest.reason).nullable().default(null),
});
export type ReminderRule = z.output<typeof zRound>;

const zReminders = z.object({
  employees: zRound,
  supervisors: zRound,
  escalation: zRound,
  office: zRound,
});
export type Reminders = z.output<typeof zReminders>;
const zSavedReminders = zReminders.extend({ version: zVersion });
export type SavedReminders = z.output<typeof zSavedReminders>;

export const reminderRoutes = {
  'GET /api/settings/reminders': {
    access: ['admin'],
    summary: 'When who is reminded, and with what text',
    response: zSavedReminders,
  },
  'PUT /api/settings/reminders': {
    access: ['admin'],
    summary: 'Change when who is reminded',
    body: zSavedReminders,
    response: zSavedReminders,
  },
  'POST /api/reminders': {
    access: office,
    summary: 'Remind now those who have not sent, or who have hours to approve; nobody twice within the hour',
    body: z.object({
      round: z.enum(reminderRounds).exclude(['escalation', 'office']),
      organisationId: zId.optional(),
      employeeId: zId.optional(),
      periodType: zPeriod.shape.type.optional(),
      year: zYear.optional(),
      period: zPeriodNumber.optional(),
    }),
    response: z.object({ mails: z.int() }),
  },
} as const satisfies Routes;
