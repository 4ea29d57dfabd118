import { zId } from '@konnekt/shared/basics/fields';
import type { DemoMail } from '@konnekt/shared/mail/mail.contract';
import { z } from 'zod';
import { type Db, encodeCursor, noSql, sql } from '#api/plugins/database';
import { decodeCursor } from '#api/plugins/paging';

const COUNT_LIMIT = 10_000;
const zIdCursor = z.tuple([zId]);

/** Every mail, for the demo: it has no secrets. */
export async function listMails(db: Db, page: { limit: number; cursor?: string | undefined }) {
  const after = decodeCursor(page.cursor, zIdCursor);
  const [rows, [counted]] = await Promise.all([
    db.query<DemoMail>(sql`
      SELECT id, to_address AS to, language, subject, coalesce(body_text, '') AS text, created_at AS at FROM mail
       ${after ? sql`WHERE id < ${after[0]}::uuid` : noSql} ORDER BY id DESC LIMIT ${page.limit + 1}::int`),
    db.query<{ total: number }>(sql`SELECT count(*)::int AS total FROM (SELECT FROM mail LIMIT ${COUNT_LIMIT}::int) n`),
  ]);
  const items = rows.slice(0, page.limit);
  const last = rows.length > page.limit ? items.at(-1) : undefined;
  return { items, nextCursor: last ? encodeCursor([last.id]) : null, total: counted?.total ?? 0 };
}
