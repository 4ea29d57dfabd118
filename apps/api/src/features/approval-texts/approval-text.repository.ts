import type { ApprovalText } from '@konnekt/shared/approval-texts/approval-text.contract';
import type { Transaction } from '#api/kit/database';
import { sql } from '#api/kit/sql';
import { organisationsOf, type Sight } from '#api/kit/visibility';

/** The agency's text, and those that clients have in its place where one may approve. */
export const listApprovalTexts = (db: Transaction, sight: Sight): Promise<ApprovalText[]> =>
  db.query(sql`
    SELECT t.id, t.version, t.text_nl AS "textNl", t.text_en AS "textEn", t.sha256,
           CASE WHEN t.organisation_id IS NOT NULL THEN ARRAY[t.organisation_id] END AS "organisationIds"
      FROM approval_text t
     WHERE t.id IN (SELECT approval_text_id FROM agency)
        OR t.id IN (SELECT o.approval_text_id FROM organisation o WHERE o.id IN ${organisationsOf(sight, 'may_approve')})
     ORDER BY t.organisation_id NULLS FIRST`);
