import { fileRoutes } from '@konnekt/shared/files/file.contract';
import { fileLimits } from '@konnekt/shared/files/file.words';
import type { FastifyInstance } from 'fastify';
import { keepFile } from '#api/kit/files';
import type { Services } from '#api/kit/services';
import { serve } from '#api/plugins/contract';
import { receiveFile } from '#api/plugins/uploads';

export function registerFiles(app: FastifyInstance, services: Services): void {
  const { db } = services;
  serve(app, services, fileRoutes, {
    'POST /api/files': async ({ actor, query: { purpose }, request }) =>
      keepFile(db, actor.personId, purpose, await receiveFile(request, fileLimits[purpose])),
  });
}
