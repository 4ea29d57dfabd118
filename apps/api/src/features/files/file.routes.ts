import { isOffice } from '@konnekt/shared/basics/actor';
import { fileRoutes } from '@konnekt/shared/files/file.contract';
import { type FilePurpose, fileLimits, isForEverybody } from '@konnekt/shared/files/file.words';
import type { FastifyInstance } from 'fastify';
import { type HandedIn, keepFile } from '#api/kit/files';
import { stillPicture } from '#api/kit/picture';
import { Problem } from '#api/kit/problem';
import type { Services } from '#api/kit/services';
import { serve } from '#api/plugins/contract';
import { receiveFile } from '#api/plugins/uploads';

export function registerFiles(app: FastifyInstance, services: Services): void {
  const { db } = services;
  serve(app, services, fileRoutes, {
    'POST /api/files': async ({ actor, query: { purpose }, request }) => {
      if (!isForEverybody(purpose) && !isOffice(actor)) throw new Problem('not-allowed');
      return keepFile(db, actor.personId, purpose, asKept[purpose](await receiveFile(request, fileLimits[purpose])));
    },
  });
}

/** What becomes of a file before it is kept. */
const asKept: Record<FilePurpose, (file: HandedIn) => HandedIn> = {
  import: (file) => file,
  bank: (file) => file,
  logo: stillPicture,
  receipt: (file) => file,
  message: (file) => file,
  document: (file) => file,
};
