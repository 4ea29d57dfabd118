import type { Readable } from 'node:stream';
import { auditColumns, auditLines } from '@konnekt/shared/audit/audit.columns';
import type { AuditFile } from '@konnekt/shared/audit/audit.contract';
import type { Actor } from '@konnekt/shared/basics/actor';
import type { Author, Db } from '#api/kit/database';
import { listFile } from '#api/kit/list-file';
import { searchEvents } from './audit.repository.ts';

/** The log as a file, narrowed down as the list is. That it was taken is the next event. */
export function exportEvents(db: Db, author: Author, actor: Actor, query: AuditFile): Promise<Readable> {
  const { format, language, ...filter } = query;
  return listFile(db, author, {
    as: { format, language },
    columns: auditColumns,
    event: { subjectType: 'audit-file' },
    readPage: async (page) => {
      const { nextCursor, ...found } = await searchEvents(db, actor, { ...filter, ...page });
      return { items: auditLines(found), nextCursor };
    },
  });
}
