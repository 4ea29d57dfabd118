import { calendarDayAt } from '@konnekt/shared/basics/calendar-day';
import type { Services } from '#api/kit/services';
import { insertReminders } from './invoice-reminder.repository.ts';
import { readInvoicing } from './invoicing.service.ts';

/** Reminds of what is overdue, where the agency does; the mails are written as those of invoices are. Answers how many. */
export async function remindOfInvoices({ db, now }: Pick<Services, 'db' | 'now'>): Promise<number> {
  const { reminders } = await readInvoicing(db);
  if (!reminders.isOn) return 0;
  const at = now();
  const asked = { now: at, today: calendarDayAt(at), days: reminders.steps.map(({ days }) => days) };
  return db.transaction(null, (tx) => insertReminders(tx, asked));
}
