import type { DocumentLimits, SavedDocumentLimits } from '@konnekt/shared/documents/delivery.contract';
import { usualLimits } from '@konnekt/shared/documents/document.words';
import { readPart, savePart } from '#api/features/agency/settings-part.service';
import type { Author, Db, Transaction } from '#api/kit/database';

/** How large files of documents may be. */
export const readSavedLimits = (db: Transaction): Promise<SavedDocumentLimits> =>
  readPart<DocumentLimits>(db, 'documents', usualLimits);

export async function readLimits(db: Transaction): Promise<DocumentLimits> {
  const { documentMegabytes, zipMegabytes } = await readSavedLimits(db);
  return { documentMegabytes, zipMegabytes };
}

export async function saveLimits(db: Db, author: Author, limits: SavedDocumentLimits): Promise<SavedDocumentLimits> {
  await savePart(db, author, 'documents', limits);
  return readSavedLimits(db);
}
