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
      const words = query.language === 'nl' ? ['arbeidstijden', 'deel'] : ['working-times', 'part'];
      const part = query.part === undefined ? '' : `-${words[1]}-${query.part}`;
      const name = `${words[0]}-${query.from}-${query.until}${part}`;
      if (query.format === 'pdf') asFile(reply, `${name}.pdf`, 'application/pdf');
      else asSheet(reply, name, 'xlsx');
      return file;
    },
  });
}
