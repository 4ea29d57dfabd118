import { fileRoutes } from '@konnekt/shared/files/file.contract';
import { type FilePurpose, fileLimits } from '@konnekt/shared/files/file.words';
import type { FastifyInstance } from 'fastify';
import { type HandedIn, keepFile } from '#api/kit/files';
import { stillPicture } from '#api/kit/picture';
import type { Services } from '#api/kit/services';
import { serve } from '#api/plugins/contract';
import { receiveFile } from '#api/plugins/uploads';

export function registerFiles(app: FastifyInstance, services: Services): void {
  const { db } = services;
  serve(app, services, fileRoutes, {
    'POST /api/files': async ({ actor, query: { purpose }, request }) =>
      keepFile(db, actor.personId, purpose, asKept[purpose](await receiveFile(request, fileLimits[purpose]))),
  });
}

/** What becomes of a file before it is kept. */
const asKept: Record<FilePurpose, (file: HandedIn) => HandedIn> = {
  import: (file) => file,
  logo: stillPicture,
};
