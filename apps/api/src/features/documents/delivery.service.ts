import type { Delivery } from '@konnekt/shared/documents/delivery.contract';
import { mostDeliveredFiles, mostMegabytes } from '@konnekt/shared/documents/document.words';
import { type DeliveryProblem, whoseFiles } from '@konnekt/shared/documents/whose-files';
import { fileLimits } from '@konnekt/shared/files/file.words';
import type { Author, Db, Transaction } from '#api/kit/database';
import { whileCopied } from '#api/kit/file-content';
import { fileNameOf } from '#api/kit/file-name';
import { keepHandedIn, removeFile } from '#api/kit/files';
import { mediaTypeOf } from '#api/kit/media-type';
import { invalidInput, Problem } from '#api/kit/problem';
import { unzipped, ZipRefused } from '#api/kit/unzip';
import type { Sight } from '#api/kit/visibility';
import * as deliveries from './delivery.repository.ts';
import { readLimits } from './document-limits.service.ts';
import { tellReaders } from './document-readers.repository.ts';

const MEGABYTE = 1024 * 1024;

type ByPerson = Author & { personId: string };

/** What came, one by one: a file that may be somebody's, or why it may not. */
interface Found {
  name: string;
  folder: string | null;
  id: string | null;
  sha256: string;
  problem: DeliveryProblem | null;
}

export async function readDelivery(tx: Transaction, id: string): Promise<Delivery> {
  const found = await deliveries.findDelivery(tx, id);
  if (!found) throw new Problem('not-found');
  const items = await deliveries.listItems(tx, id);
  const { byId: _, ...head } = found;
  return { ...head, items, total: items.filter(({ problem }) => problem === null).length };
}

/**
 * Says whose each file is; what a ZIP holds is kept as files of their own, for as long as nobody put them there a day. Sent again, it is the one
 * that is there; sent again otherwise, it is refused.
 */
export const checkDelivery = (db: Db, author: ByPerson, asked: deliveries.AskedDelivery): Promise<Delivery> =>
  db.transaction(
    author,
    async (tx) => {
      const there = await deliveries.findMade(tx, asked);
      if (there && there.byId !== author.personId) throw invalidInput([{ pointer: '/id', code: 'duplicate' }]);
      if (there && !there.isSame) throw invalidInput([{ pointer: '/id', code: 'already-sent' }]);
      if (there) return readDelivery(tx, asked.id);
      const files = await collect(tx, author, asked.fileIds);
      if (files.length === 0) throw invalidInput([{ pointer: '/fileIds/0', code: 'required' }]);
      if (!(await deliveries.insertDelivery(tx, author, asked, await judge(tx, files))))
        throw invalidInput([{ pointer: '/id', code: 'duplicate' }]);
      return readDelivery(tx, asked.id);
    },
    { isLong: true },
  );

async function judge(tx: Transaction, files: readonly Found[]): Promise<deliveries.ItemToKeep[]> {
  // An odd name is not read: it counts for nobody.
  const named = files.map(({ name, sha256, problem }) => ({ name: problem === 'file-name' ? '' : name, sha256 }));
  const whose = whoseFiles(named, await deliveries.listNumbers(tx));
  const items = files.map((file, index) => ({ file, ...(whose[index] ?? noOnes) }));
  const there = await deliveries.listThere(
    tx,
    items.flatMap(({ personId, file: { sha256 } }) => (personId ? [{ personId, sha256 }] : [])),
  );
  return items.map(({ file, ...one }) => ({
    fileName: file.name,
    folder: file.folder,
    fileId: file.id,
    ...one,
    problem: file.problem ?? one.problem ?? (there.has(`${one.personId} ${file.sha256}`) ? 'already-there' : null),
  }));
}
const noOnes = { personnelNumber: null, personId: null, problem: 'unknown' as DeliveryProblem };

async function collect(tx: Transaction, author: ByPerson, ids: readonly string[]): Promise<Found[]> {
  const held = await deliveries.holdHandedIn(tx, author, ids);
  const gone = ids.flatMap((id, index) =>
    held.some((file) => file.id === id) ? [] : [{ pointer: `/fileIds/${index}`, code: 'file-gone' }],
  );
  if (gone.length > 0) throw invalidInput(gone);
  const { documentMegabytes } = await readLimits(tx);
  const found: Found[] = [];
  for (const { id, name, sha256, purpose } of held) {
    if (purpose === 'document') found.push({ id, name, folder: null, sha256, problem: null });
    else {
      const pointer = `/fileIds/${ids.indexOf(id)}`;
      const within = held.length > 1 ? name : null;
      found.push(...(await unpack(tx, author, { id, pointer, within, mostBytes: documentMegabytes * MEGABYTE })));
    }
    if (found.length > mostDeliveredFiles) throw new Problem('too-large');
  }
  return found;
}

/** A ZIP, where it was named, and how large what is in it may be. */
interface Packed {
  id: string;
  pointer: string;
  /** Its name, where others came with it. */
  within: string | null;
  mostBytes: number;
}

/** Keeps what is in a ZIP as files of their own; the ZIP itself is of no use any more. */
async function unpack(tx: Transaction, author: ByPerson, packed: Packed): Promise<Found[]> {
  const found = await whileCopied(tx, packed.id, (zip) => keepPacked(tx, author, zip, packed));
  await removeFile(tx, packed.id);
  return found;
}

async function keepPacked(
  tx: Transaction,
  author: ByPerson,
  zip: string,
  { pointer, within, mostBytes }: Packed,
): Promise<Found[]> {
  const found: Found[] = [];
  const limits = { mostFiles: mostDeliveredFiles, mostBytes, mostTotalBytes: 2 * mostMegabytes.zip * MEGABYTE };
  try {
    for await (const { name, folder: inside, isOdd, content } of unzipped(zip, limits)) {
      const folder = [within, inside].filter((part) => part !== null).join('/') || null;
      const refused = (problem: DeliveryProblem) =>
        found.push({ id: null, name, folder, sha256: `${found.length}`, problem });
      if (isOdd) refused('file-name');
      else if (!content) refused('too-large');
      else {
        const mediaType = await mediaTypeOf(content);
        if (!mediaType || !isDocument(mediaType)) refused('file-type');
        else {
          const named = fileNameOf(name, mediaType);
          const kept = await keepHandedIn(tx, author.personId, 'document', { name: named, mediaType, content });
          found.push({ id: kept.id, name: named, folder, sha256: kept.sha256, problem: null });
        }
      }
    }
  } catch (error) {
    if (!(error instanceof ZipRefused)) throw error;
    throw error.why === 'too-large' ? new Problem('too-large') : invalidInput([{ pointer, code: 'file-type' }]);
  }
  return found;
}

const isDocument = (mediaType: string): boolean =>
  fileLimits.document.mediaTypes.some((allowed) => allowed === mediaType);

/** Puts there exactly what was seen, and tells each; else nothing. Sent again, it is what was put there; with another number it is refused. */
export const applyDelivery = (db: Db, sight: Sight, author: Author, id: string, total: number): Promise<Delivery> =>
  db.transaction(
    author,
    async (tx) => {
      const held = await deliveries.holdDelivery(tx, id);
      if (!held) throw new Problem('not-found');
      if (held.appliedAt) {
        const put = await readDelivery(tx, id);
        if (put.total !== total) throw invalidInput([{ pointer: '/total', code: 'already-sent' }]);
        return put;
      }
      const ids = await deliveries.putDelivered(tx, author, held);
      const { total: seen } = await readDelivery(tx, id);
      if (ids.length !== total || seen !== total) throw new Problem('receivers-changed');
      await tellReaders(tx, sight.today, ids);
      return readDelivery(tx, id);
    },
    { isLong: true },
  );
