import type { ReadersFile } from '@konnekt/shared/documents/document.schema';
import { readerColumns, readerLines } from '@konnekt/shared/documents/reader.columns';
import type { Author, Db, Transaction } from '#api/kit/database';
import { listFile } from '#api/kit/list-file';
import { Problem } from '#api/kit/problem';
import type { Sight } from '#api/kit/visibility';
import { findDocument } from './document.repository.ts';
import { listReaders } from './document-readers.repository.ts';

export async function readReaders(db: Transaction, sight: Sight, id: string, asked: Parameters<typeof listReaders>[3]) {
  if (!(await findDocument(db, sight, id))) throw new Problem('not-found');
  return listReaders(db, sight, id, asked);
}

/** Who reads it as a file; narrowed down as the list is, and with all that was confirmed where no version is asked for. */
export async function exportReaders(db: Db, sight: Sight, author: Author, id: string, query: ReadersFile) {
  const { format, language, ...asked } = query;
  const found = await findDocument(db, sight, id);
  if (!found) throw new Problem('not-found');
  const content = await listFile(db, author, {
    as: { format, language },
    columns: readerColumns,
    event: { subjectType: 'document-readers-file', subjectName: found.name, recordId: id },
    readPage: async (page) => {
      const { items, nextCursor } = await listReaders(db, sight, id, { ...asked, ...page });
      return {
        items: items.flatMap((reader) => readerLines(reader).slice(0, asked.version ? 1 : undefined)),
        nextCursor,
      };
    },
  });
  return { name: found.name, content };
}
