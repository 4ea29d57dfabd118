import { isOffice } from '@konnekt/shared/basics/actor';
import { fileRoutes } from '@konnekt/shared/files/file.contract';
import { type FilePurpose, fileLimits, isForEverybody } from '@konnekt/shared/files/file.words';
import type { FastifyInstance } from 'fastify';
import { readLimits } from '#api/features/documents/document-limits.service';
import type { Db } from '#api/kit/database';
import { type HandedIn, keepFile } from '#api/kit/files';
import { stillPicture } from '#api/kit/picture';
import { Problem } from '#api/kit/problem';
import type { Services } from '#api/kit/services';
import { serve } from '#api/plugins/contract';
import { whileReceived } from '#api/plugins/uploads';

export function registerFiles(app: FastifyInstance, services: Services): void {
  const { db } = services;
  serve(app, services, fileRoutes, {
    'POST /api/files': async ({ actor, query: { purpose }, request }) => {
      if (!isForEverybody(purpose) && !isOffice(actor)) throw new Problem('not-allowed');
      const asked = { ...fileLimits[purpose], mostBytes: await mostBytesOf(db, purpose), files: db.files };
      return whileReceived(request, asked, async (file) =>
        keepFile(db, actor.personId, purpose, await asKept[purpose](file)),
      );
    },
  });
}

/** What becomes of a file before it is kept. */
const asKept: Record<FilePurpose, (file: HandedIn) => HandedIn | Promise<HandedIn>> = {
  import: (file) => file,
  bank: (file) => file,
  logo: stillPicture,
  receipt: (file) => file,
  message: (file) => file,
  document: (file) => file,
  'document-zip': (file) => file,
};

/** How large it may be: of documents as the agency set it. */
async function mostBytesOf(db: Db, purpose: FilePurpose): Promise<number> {
  if (purpose !== 'document' && purpose !== 'document-zip') return fileLimits[purpose].mostBytes;
  const { documentMegabytes, zipMegabytes } = await readLimits(db);
  return (purpose === 'document' ? documentMegabytes : zipMegabytes) * 1024 * 1024;
}
