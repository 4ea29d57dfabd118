import type { Readable } from 'node:stream';
import type { AuditSubject } from '@konnekt/shared/audit/audit.actions';
import { type SheetColumn, sheetHeading, sheetLine } from '@konnekt/shared/basics/sheet';
import type { SheetAsked } from '@konnekt/shared/basics/sheet-asked';
import { recordEvent } from './audit-event.ts';
import type { Author, Db } from './database.ts';
import { sheetFile } from './sheet-file.ts';

interface ListFile<Row> {
  as: SheetAsked;
  columns: readonly SheetColumn<Row>[];
  /** A page of the list, as whoever asks sees it, as rows of the file. */
  readPage: (page: { limit: number; cursor: string | undefined }) => Promise<{
    items: readonly Row[];
    nextCursor: string | null;
  }>;
  pageSize?: number;
  /** What the audit log says was taken; without a name how it was. */
  event: { subjectType: AuditSubject; subjectName?: string; recordId?: string };
}

/**
 * All that a list holds as a file, read page by page while it is sent. The first page is read before, so that what cannot be asked is
 * refused. Who took it is in the audit log.
 */
export async function listFile<Row>(db: Db, author: Author, file: ListFile<Row>): Promise<Readable> {
  const { as, columns, readPage, event, pageSize = 500 } = file;
  const pageFrom = (cursor?: string) => readPage({ limit: pageSize, cursor });
  const first = await pageFrom();
  const { subjectType, subjectName = as.format, recordId = null } = event;
  const told = recordEvent({ action: 'export', subjectType, subjectId: null, subjectName, recordId });
  await db.transaction(author, (tx) => tx.query(told));
  async function* lines() {
    yield sheetHeading(columns, as.language);
    for (let page = first; ; page = await pageFrom(page.nextCursor ?? undefined)) {
      for (const row of page.items) yield sheetLine(columns, row, as.language);
      if (!page.nextCursor) return;
    }
  }
  return sheetFile(as.format, as.language, lines());
}
