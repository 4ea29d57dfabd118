import type { Receipt } from '@konnekt/shared/worksheets/worksheet-line.schema';
import type { Db } from '#api/kit/database';
import { sql } from '#api/kit/sql';
import { type Sight, worksheetInSight } from '#api/kit/visibility';
import { enters } from './worksheet-conditions.repository.ts';

/** Of these files those that this person may put on a line: receipts they handed in, and those of hours that they fill in. */
export const findUsable = (db: Db, sight: Sight, ids: readonly string[]): Promise<Receipt[]> =>
  db.query<Receipt>(sql`
    SELECT f.id, f.name, f.sha256 FROM stored_file f
     WHERE f.id = ANY(${[...ids]}::uuid[]) AND f.purpose = 'receipt' AND (
       f.created_by_id = ${sight.actor.personId}::uuid
       OR EXISTS (SELECT FROM hour_line l JOIN worksheet w ON w.id = l.worksheet_id WHERE l.receipt_id = f.id AND ${enters(sight)})
       OR EXISTS (SELECT FROM submission_receipt r JOIN submission s ON s.id = r.submission_id JOIN worksheet w ON w.id = s.worksheet_id
                   WHERE r.file_id = f.id AND ${enters(sight)}))`);

/**
 * A receipt in sight: of hours that were sent it goes with the worksheet, of a draft it is for who fills that in, and one that is on no line
 * yet is for who handed it in.
 */
export async function findReceipt(
  db: Db,
  sight: Sight,
  id: string,
): Promise<{ name: string; mediaType: string } | undefined> {
  const [found] = await db.query<{ name: string; mediaType: string }>(sql`
    SELECT f.name, f.media_type AS "mediaType" FROM stored_file f
     WHERE f.id = ${id}::uuid AND f.purpose = 'receipt' AND (
       EXISTS (SELECT FROM submission_receipt r JOIN submission s ON s.id = r.submission_id JOIN worksheet w ON w.id = s.worksheet_id
                WHERE r.file_id = f.id AND ${worksheetInSight(sight)})
       OR EXISTS (SELECT FROM hour_line l JOIN worksheet w ON w.id = l.worksheet_id
                   WHERE l.receipt_id = f.id AND ${worksheetInSight(sight)} AND ${enters(sight)})
       OR (f.created_by_id = ${sight.actor.personId}::uuid AND NOT EXISTS (SELECT FROM submission_receipt r WHERE r.file_id = f.id)
           AND NOT EXISTS (SELECT FROM hour_line l WHERE l.receipt_id = f.id)))`);
  return found;
}
