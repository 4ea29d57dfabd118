import { isOffice } from '@konnekt/shared/basics/actor';
import type { FieldProblem } from '@konnekt/shared/basics/problem';
import type { ChangeDocument, Document, NewDocument } from '@konnekt/shared/documents/document.schema';
import { isPersonal } from '@konnekt/shared/documents/document.words';
import type { Author, Db, Transaction } from '#api/kit/database';
import { openContent } from '#api/kit/file-content';
import { invalidInput, Problem } from '#api/kit/problem';
import { changedSince } from '#api/kit/records';
import type { Sight } from '#api/kit/visibility';
import { presentDocument } from './document.presenter.ts';
import { findDocument, findVersionFile, listVersions } from './document.repository.ts';
import { countReaders, tellReaders } from './document-readers.repository.ts';
import * as writing from './document-writing.repository.ts';

// What other features may use.
export { countDocuments } from './document.repository.ts';

export async function readDocument(db: Transaction, sight: Sight, id: string): Promise<Document> {
  const found = await findDocument(db, sight, id);
  if (!found) throw new Problem('not-found');
  const ofOffice = isOffice(sight.actor);
  return {
    ...presentDocument(found),
    isToBeRead: found.isToBeRead,
    readers: ofOffice ? await countReaders(db, sight, id) : null,
    versions: ofOffice ? await listVersions(db, id) : [],
  };
}

export async function openFile(db: Db, sight: Sight, id: string, number: number) {
  const file = await findVersionFile(db, sight, id, number);
  const content = file && (await openContent(db, file.fileId));
  if (!content) throw new Problem('not-found');
  return { ...file, content };
}

/** Puts a document there, and tells its readers once it holds. Sent again, it is the one that is there; sent again otherwise, it is refused. */
export const putDocument = (db: Db, sight: Sight, author: Author, asked: NewDocument): Promise<Document> =>
  db.transaction(author, async (tx) => {
    const { id, fileId } = asked;
    if (await wasPut(tx, author, asked)) return readDocument(tx, sight, id);
    refuseDates(asked);
    await refuseReaders(tx, asked);
    if (!(await writing.insertDocument(tx, asked))) {
      if (await wasPut(tx, author, asked)) return readDocument(tx, sight, id);
      throw at('/id', 'duplicate');
    }
    if (!(await writing.insertVersion(tx, author, { id, number: 1, fileId }))) throw at('/fileId', 'file-gone');
    await tellReaders(tx, sight.today, [id]);
    return readDocument(tx, sight, id);
  });

/** With anything else than what is there, what was amended since would be lost without a word; also where a colleague changed it meanwhile. */
async function wasPut(tx: Transaction, author: Author, asked: NewDocument): Promise<boolean> {
  const put = await writing.findPut(tx, asked);
  if (!put) return false;
  if (put.byId !== author.personId) throw at('/id', 'duplicate');
  if (!put.isSame) throw at('/id', 'already-sent');
  return true;
}

/** Whom it is for: one person, or a role and an organisation; what tells of wages is always of one, who is an employee. */
async function refuseReaders(
  tx: Transaction,
  { category, role, organisationId, personId }: writing.Audience & Pick<NewDocument, 'category'>,
): Promise<void> {
  if (personId && (role || organisationId)) throw at('/personId', 'not-together');
  if (isPersonal(category) && !personId) throw at('/personId', 'required');
  if (personId && !(await writing.isThere(tx, 'person', personId))) throw at('/personId', 'unknown');
  if (personId && isPersonal(category) && !(await writing.isThere(tx, 'employee', personId)))
    throw at('/personId', 'no-employee');
  if (organisationId && !(await writing.isThere(tx, 'organisation', organisationId)))
    throw at('/organisationId', 'unknown');
}

function refuseDates({ validFrom, validUntil }: Pick<NewDocument, 'validFrom' | 'validUntil'>): void {
  if (validFrom && validUntil && validUntil < validFrom) throw at('/validUntil', 'before-start');
}

/** What is for one person stays for one person, whatever it is called by now: it may tell of wages. docs/decisions/0074-a-document-may-change-hands.md */
export const changeDocument = (
  db: Db,
  sight: Sight,
  author: Author,
  id: string,
  asked: ChangeDocument,
): Promise<Document> =>
  db.transaction(author, async (tx) => {
    const held = await holdVersion(tx, sight, id, asked.version);
    const { role = held.role, organisationId = held.organisationId, personId = held.personId } = asked;
    const changed = { ...asked, role, organisationId, personId };
    refuseDates(asked);
    if (held.personId && !personId) throw at('/personId', 'stays-of-one-person');
    if (isPersonal(asked.category) && !personId) throw at('/category', 'of-one-person');
    const isForOthers = role !== held.role || organisationId !== held.organisationId || personId !== held.personId;
    if (isForOthers || asked.category !== held.category) await refuseReaders(tx, changed);
    await writing.changeDocument(tx, id, changed);
    if (isForOthers) await writing.changeReaders(tx, sight, id);
    await tellReaders(tx, sight.today, [id]);
    return readDocument(tx, sight, id);
  });

/**
 * What is there stays for the office to see; to readers the new one is new, and to be confirmed again. Sent again for an answer that was lost, it
 * names the version before it, and is the one that is there.
 */
export const putVersion = (
  db: Db,
  sight: Sight,
  author: Author,
  id: string,
  { version, fileId }: { version: number; fileId: string },
): Promise<Document> =>
  db.transaction(author, async (tx) => {
    const held = await holdThere(tx, sight, id);
    const isLate = version < held.version;
    if (isLate && (await writing.isVersion(tx, author, { id, fileId }))) return readDocument(tx, sight, id);
    await refuseChanged(tx, id, held, version);
    const number = held.number + 1;
    if (!(await writing.insertVersion(tx, author, { id, number, fileId }))) throw at('/fileId', 'file-gone');
    await writing.replaceVersion(tx, id, number);
    await tellReaders(tx, sight.today, [id]);
    return readDocument(tx, sight, id);
  });

export const removeDocument = (db: Db, sight: Sight, author: Author, id: string, version: number): Promise<void> =>
  db.transaction(author, async (tx) => {
    await holdVersion(tx, sight, id, version);
    await writing.removeDocument(tx, id);
  });

/** Throws `record-changed` where it is in another version than the one that was seen, and `not-found` where it was removed. */
async function holdVersion(tx: Transaction, sight: Sight, id: string, version: number) {
  const held = await holdThere(tx, sight, id);
  await refuseChanged(tx, id, held, version);
  return held;
}

async function holdThere(tx: Transaction, sight: Sight, id: string) {
  const held = await writing.holdDocument(tx, sight, id);
  if (!held || held.isRemoved) throw new Problem('not-found');
  return held;
}

async function refuseChanged(tx: Transaction, id: string, held: { version: number }, version: number): Promise<void> {
  if (held.version !== version) throw await changedSince(tx, id, { id, version: held.version });
}

const at = (pointer: string, code: FieldProblem['code']) => invalidInput([{ pointer, code }]);
