import { zId } from '@konnekt/shared/basics/fields';
import { mostComments } from '@konnekt/shared/worksheets/worksheet.bounds';
import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import { z } from 'zod';
import { refuseWhile } from '#api/kit/bounds';
import { type Db, encodeCursor } from '#api/kit/database';
import { decodeCursor } from '#api/kit/paging';
import { Problem } from '#api/kit/problem';
import type { Sight } from '#api/kit/visibility';
import { seesSaves } from './worksheet.presenter.ts';
import { findWorksheet } from './worksheet.repository.ts';
import { readWorksheet } from './worksheet.service.ts';
import { judgedAnew } from './worksheet-decision.repository.ts';
import { findCommentRoom, findLongestWait, holdCommenter, listEvents } from './worksheet-history.repository.ts';
import * as writing from './worksheet-writing.repository.ts';

/** Throws `too-fast` where steps on one of these worksheets came faster than anybody presses. */
export const refuseTooFast = async (db: Db, ids: readonly string[]): Promise<void> =>
  refuseWhile(ids.length > 0 ? await findLongestWait(db, ids) : null);

/** What happened to a worksheet, page by page, as far as this person sees it. */
export async function readHistory(
  db: Db,
  sight: Sight,
  id: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ items: Worksheet['history']; nextCursor: string | null; total: number }> {
  const stored = await findWorksheet(db, sight, id);
  if (!stored) throw new Problem('not-found');
  const withSaves = seesSaves(sight.actor, { ...stored, employeeId: stored.placement.employeeId });
  const [before] = decodeCursor(cursor, z.tuple([zId])) ?? [];
  const { items, total } = await listEvents(db, id, { limit: limit + 1, before, withSaves });
  const shown = items.slice(0, limit);
  const last = items.length > limit ? shown.at(-1) : undefined;
  return { items: shown, nextCursor: last ? encodeCursor([last.id]) : null, total };
}

export async function commentOn(db: Db, sight: Sight, id: string, text: string): Promise<Worksheet> {
  await judgedAnew(() =>
    db.transaction(null, async (tx) => {
      await holdCommenter(tx, sight);
      const { count, secondsToWait } = await findCommentRoom(tx, sight, id);
      if (count >= mostComments) throw new Problem('list-full');
      refuseWhile(secondsToWait);
      if (!(await writing.insertComment(tx, sight, id, text))) throw new Problem('not-found');
    }),
  );
  return readWorksheet(db, sight, id);
}
