import { homeRoutes } from '@konnekt/shared/home/home.contract';
import type { FastifyInstance } from 'fastify';
import { whoIs } from '#api/features/accounts/account.service';
import type { Services } from '#api/kit/services';
import { serve } from '#api/plugins/contract';
import { readHome, readNews } from './home.service.ts';

export function registerHome(app: FastifyInstance, services: Services): void {
  const { db } = services;
  serve(app, services, homeRoutes, {
    'GET /api/start': async ({ actor, sight }) => {
      const [me, news] = await Promise.all([whoIs(db, actor.accountId, sight.today), readNews(db, sight)]);
      return { me, news };
    },
    'GET /api/news': ({ sight }) => readNews(db, sight),
    'GET /api/home': ({ sight }) => readHome(db, sight, services.now()),
  });
}
