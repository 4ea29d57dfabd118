import { sheetHeading, sheetLine } from '@konnekt/shared/basics/sheet';
import type { ReadersFile } from '@konnekt/shared/documents/document.schema';
import { readerColumns, readerLines } from '@konnekt/shared/documents/reader.columns';
import { recordEvent } from '#api/kit/audit-event';
import type { Author, Db, Transaction } from '#api/kit/database';
import { Problem } from '#api/kit/problem';
import { sheetFile } from '#api/kit/sheet-file';
import type { Sight } from '#api/kit/visibility';
import { findDocument } from './document.repository.ts';
import { listReaders } from './document-readers.repository.ts';

export async function readReaders(db: Transaction, sight: Sight, id: string, asked: Parameters<typeof listReaders>[3]) {
  if (!(await findDocument(db, sight, id))) throw new Problem('not-found');
  return listReaders(db, sight, id, asked);
}

/** Readers of which a file is made are read so many at a time. */
const FILE_PAGE = 500;

/** Who reads it as a file, read while it is sent; narrowed down as the list is, and with all that was confirmed where no version is asked for. Who took it is in the audit log. */
export async function exportReaders(db: Db, sight: Sight, author: Author, id: string, query: ReadersFile) {
  const { format, language, ...asked } = query;
  const found = await findDocument(db, sight, id);
  if (!found) throw new Problem('not-found');
  const event = {
    subjectType: 'document-readers-file',
    subjectId: null,
    subjectName: found.name,
    recordId: id,
  } as const;
  await db.transaction(author, (tx) => tx.query(recordEvent({ action: 'export', ...event })));
  async function* lines() {
    yield sheetHeading(readerColumns, language);
    for (let cursor: string | undefined; ; ) {
      const page = await listReaders(db, sight, id, { ...asked, limit: FILE_PAGE, cursor });
      for (const reader of page.items) {
        const all = readerLines(reader);
        for (const line of asked.version ? all.slice(0, 1) : all) yield sheetLine(readerColumns, line, language);
      }
      if (!page.nextCursor) return;
      cursor = page.nextCursor;
    }
  }
  return { name: found.name, content: sheetFile(format, language, lines()) };
}
