import { workingTimeRoutes } from '@konnekt/shared/working-times/working-time.contract';
import type { FastifyInstance } from 'fastify';
import type { Services } from '#api/kit/services';
import { serve } from '#api/plugins/contract';
import { asFile, asSheet } from '#api/plugins/send-file';
import { sumUpRegister } from './working-time.repository.ts';
import { exportRegister } from './working-time.service.ts';

export function registerWorkingTimes(app: FastifyInstance, services: Services): void {
  const { db } = services;
  serve(app, services, workingTimeRoutes, {
    'GET /api/working-times': ({ sight, query }) => sumUpRegister(db, sight, query),
    'GET /api/working-times/file': async ({ sight, author, query, reply }) => {
      const file = await exportRegister(db, author, sight, query);
      const name = `${query.language === 'nl' ? 'arbeidstijden' : 'working-times'}-${query.from}-${query.until}`;
      if (query.format === 'pdf') asFile(reply, `${name}.pdf`, 'application/pdf');
      else asSheet(reply, name, 'xlsx');
      return file;
    },
  });
}
