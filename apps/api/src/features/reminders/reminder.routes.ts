import { reminderRoutes } from '@konnekt/shared/reminders/reminder.contract';
import type { FastifyInstance } from 'fastify';
import type { Services } from '#api/kit/services';
import { serve } from '#api/plugins/contract';
import { readReminders, remindByClock, remindNow, saveReminders } from './reminder.service.ts';

export function registerReminders(app: FastifyInstance, services: Services): void {
  const { db, jobs } = services;
  jobs.add({ name: 'reminders', cron: '*/5 * * * *', findsItsWork: true, work: () => remindByClock(services) });
  serve(app, services, reminderRoutes, {
    'GET /api/settings/reminders': () => readReminders(db),
    'PUT /api/settings/reminders': ({ author, body }) => saveReminders(db, author, body),
    'POST /api/reminders': async ({ author, body: { round, ...filter } }) => ({
      mails: await remindNow(services, author, round, filter),
    }),
  });
}
