import { noticeRoutes } from '@konnekt/shared/notices/notice.contract';
import type { FastifyInstance } from 'fastify';
import type { Services } from '#api/kit/services';
import { serve } from '#api/plugins/contract';
import { presentNotice } from './notice.presenter.ts';
import { countUnread, listNotices, markRead } from './notice.repository.ts';
import { choose, mailNotices, readChoices } from './notice.service.ts';

export function registerNotices(app: FastifyInstance, services: Services): void {
  const { db, jobs } = services;
  jobs.add({ name: 'notices', cron: '* * * * *', findsItsWork: true, work: () => mailNotices(services) });
  serve(app, services, noticeRoutes, {
    'GET /api/notices': async ({ sight, query }) => {
      const [list, unread] = await Promise.all([listNotices(db, sight, query), countUnread(db, sight)]);
      return { ...list, items: list.items.map(presentNotice), unread };
    },
    'POST /api/notices/read': async ({ sight, body }) => {
      await markRead(db, sight, body.ids);
      return { unread: await countUnread(db, sight) };
    },
    'GET /api/me/notices': ({ sight }) => readChoices(db, sight),
    'PUT /api/me/notices': ({ sight, body }) => choose(db, sight, body),
  });
}
