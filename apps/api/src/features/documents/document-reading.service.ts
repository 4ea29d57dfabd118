import type { Document } from '@konnekt/shared/documents/document.schema';
import type { Db, Transaction } from '#api/kit/database';
import { Problem } from '#api/kit/problem';
import type { Sight } from '#api/kit/visibility';
import { findDocument } from './document.repository.ts';
import { readDocument } from './document.service.ts';
import * as writing from './document-writing.repository.ts';

/** The first time that this reader opens a version. Where it was replaced meanwhile, that is said. */
export const openDocument = (db: Db, sight: Sight, id: string, number: number): Promise<Document> =>
  db.transaction(null, async (tx) => {
    const { isToBeRead } = await findCurrent(tx, sight, id, number);
    if (isToBeRead) await writing.openVersion(tx, sight, id, number);
    return readDocument(tx, sight, id);
  });

/** The reader's word that they have read it, kept as proof: who, when, which version, and the hash of the very bytes. */
export const confirmDocument = (
  db: Db,
  sight: Sight,
  id: string,
  { number, sha256 }: { number: number; sha256: string },
): Promise<Document> =>
  db.transaction(null, async (tx) => {
    const found = await findCurrent(tx, sight, id, number);
    if (!found.isToBeRead) throw new Problem('not-allowed');
    if (sha256 !== found.sha256) throw new Problem('record-changed');
    if (!found.asksConfirmation) throw new Problem('wrong-state');
    if (!(await writing.confirmVersion(tx, sight, { id, number, sha256 }))) throw new Problem('wrong-state');
    return readDocument(tx, sight, id);
  });

async function findCurrent(tx: Transaction, sight: Sight, id: string, number: number) {
  const held = await writing.holdDocument(tx, sight, id);
  const found = held && (await findDocument(tx, sight, id));
  if (!held || !found || held.isRemoved) throw new Problem('not-found');
  if (held.number !== number) throw new Problem('record-changed');
  return found;
}
