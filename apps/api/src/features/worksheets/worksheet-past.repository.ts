import { eventsShown, submissionsShown } from '@konnekt/shared/worksheets/worksheet.bounds';
import type { Receipt } from '@konnekt/shared/worksheets/worksheet-line.schema';
import { type Sql, sql } from '#api/kit/sql';
import { eventFields, instant, newestEvent } from './worksheet-history.repository.ts';

export interface StoredSubmission {
  number: number;
  sentAt: string;
  sentByName: string;
  sentByRole: string;
  sha256: string;
  totalMinutes: number;
  workedMinutes: number;
  content: string;
  /** What its lines came with; none where nothing did. */
  receipts: Receipt[] | null;
}

const submissionFields = sql`s.number, ${instant(sql`s.sent_at`)} AS "sentAt", s.sent_by_name AS "sentByName", s.sent_by_role AS "sentByRole", s.sha256,
  s.total_minutes AS "totalMinutes", s.worked_minutes AS "workedMinutes", s.content,
  CASE WHEN s.content LIKE '%"receipt":"%' THEN receipts_sealed(s.id) END AS receipts`;

/** The submissions of worksheet `w`; of more than are shown, one more. */
export const submissionsJson: Sql = sql`(SELECT json_agg(x ORDER BY x.number) FROM (
  SELECT ${submissionFields} FROM submission s WHERE s.worksheet_id = w.id ORDER BY s.number DESC LIMIT ${submissionsShown + 1}::int) x)`;

/** Events that are read with a worksheet, saves and all: of hardly any there are more. */
export const eventsRead = 2 * eventsShown;

/** What happened to worksheet `w`; of more than that, one more. */
export const eventsJson: Sql = sql`(SELECT json_agg(x ORDER BY x.id) FROM (
  SELECT ${eventFields} FROM worksheet_event v LEFT JOIN submission s ON s.id = v.submission_id
   WHERE v.worksheet_id = w.id ORDER BY v.id DESC LIMIT ${eventsRead + 1}::int) x)`;

/** Of very many submissions of worksheet `w` the first and the newest. */
export const longSubmissions: Sql = sql`(SELECT json_agg(x ORDER BY x.number) FROM (
  SELECT ${submissionFields} FROM submission s WHERE s.worksheet_id = w.id AND (s.number = 1 OR s.number > (
    SELECT max(number) FROM submission WHERE worksheet_id = w.id) - ${submissionsShown - 1}::int)) x)`;

/** Of very many events of worksheet `w` the newest ones, with the saves and without: not everybody sees those. */
export const longHistory: Sql = sql`(SELECT json_agg(x ORDER BY x.id) FROM (
  SELECT ${eventFields} FROM worksheet_event v LEFT JOIN submission s ON s.id = v.submission_id
   WHERE v.worksheet_id = w.id AND v.id >= ${newestEvent(eventsShown, false)}
     AND (v.action <> 'save' OR v.id >= ${newestEvent(eventsShown, true)})) x)`;
