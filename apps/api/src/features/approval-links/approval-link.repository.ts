import type { ApprovalLink, LinkedWorksheet } from '@konnekt/shared/approval-links/approval-link.contract';
import type { Actor, Language } from '@konnekt/shared/basics/actor';
import { mostAtOnce } from '@konnekt/shared/basics/list-bounds';
import type { Transaction } from '#api/kit/database';
import { type Sql, sql } from '#api/kit/sql';
import { isHeldOn, type Sight } from '#api/kit/visibility';

/** Links for accounts that wait for one, each with its own worksheets: `waiting` selects account, worksheet and version. The ones before are good no more. */
export async function insertApprovalLinks(
  tx: Transaction,
  links: readonly { accountId: string; tokenHash: Buffer; goodForHours: number }[],
  waiting: Sql,
): Promise<Set<string>> {
  const accountIds = links.map(({ accountId }) => accountId);
  await tx.query(sql`
    UPDATE approval_link SET revoked_at = now() WHERE account_id = ANY(${accountIds}::uuid[]) AND revoked_at IS NULL`);
  const made = await tx.query<{ accountId: string }>(sql`
    WITH waiting AS MATERIALIZED (${waiting}), made AS (
      INSERT INTO approval_link (account_id, token_hash, expires_at)
      SELECT g.account_id, decode(g.hash, 'hex'), now() + make_interval(hours => g.hours)
        FROM unnest(${accountIds}::uuid[], ${links.map(({ tokenHash }) => tokenHash.toString('hex'))}::text[],
                    ${links.map(({ goodForHours }) => goodForHours)}::int[]) g (account_id, hash, hours)
       WHERE EXISTS (SELECT FROM waiting w WHERE w.account_id = g.account_id)
      RETURNING id, account_id
    ), items AS (
      INSERT INTO approval_link_item (link_id, worksheet_id, version)
      SELECT made.id, w.worksheet_id, w.version FROM made JOIN (
        SELECT waiting.*, row_number() OVER (PARTITION BY account_id ORDER BY worksheet_id) AS place FROM waiting) w ON w.account_id = made.account_id AND w.place <= ${mostAtOnce}::int
    )
    SELECT account_id AS "accountId" FROM made`);
  return new Set(made.map(({ accountId }) => accountId));
}

export interface FoundApprovalLink {
  id: string;
  language: Language;
  expiresAt: string;
  isPast: boolean;
  isRevoked: boolean;
  /** Its receiver, as who approves. */
  receiver: Omit<Actor, 'sessionId' | 'authMethod'>;
}

/** A link with its receiver, while they may log in. */
export async function findApprovalLink(db: Transaction, tokenHash: Buffer): Promise<FoundApprovalLink | undefined> {
  const [link] = await db.query<FoundApprovalLink>(sql`
    SELECT l.id, a.language, l.expires_at AS "expiresAt", l.expires_at <= now() AS "isPast", l.revoked_at IS NOT NULL OR a.status <> 'active' AS "isRevoked",
           json_build_object('accountId', a.id, 'personId', p.id, 'employeeId', e.id, 'role', a.role, 'name', p.full_name) AS receiver
      FROM approval_link l JOIN account a ON a.id = l.account_id JOIN person p ON p.id = a.person_id LEFT JOIN employee e ON e.person_id = p.id
     WHERE l.token_hash = ${tokenHash}`);
  return link;
}

export async function revokeApprovalLink(db: Transaction, tokenHash: Buffer): Promise<void> {
  await db.query(
    sql`UPDATE approval_link SET revoked_at = now() WHERE token_hash = ${tokenHash} AND revoked_at IS NULL`,
  );
}

/**
 * What of a link waits still, as it was then, where its receiver may approve today and the client still allows it: by name. `isOpen`: anybody who has
 * the link may see and approve it.
 */
export const listLinked = (
  db: Transaction,
  linkId: string,
  { actor, today }: Sight,
): Promise<(LinkedWorksheet & { isOpen: boolean })[]> =>
  db.query(sql`
    SELECT w.id, w.version, p.employee_name AS "employeeName", p.function_name AS "functionName", o.id AS "organisationId", o.name AS "organisationName",
           json_build_object('type', pe.type, 'year', pe.year, 'number', pe.number, 'startsOn', pe.starts_on, 'endsOn', pe.ends_on) AS period,
           w.total_minutes AS "totalMinutes", w.worked_minutes AS "workedMinutes", o.mail_approval = 'open' AS "isOpen"
      FROM approval_link_item i JOIN worksheet w ON w.id = i.worksheet_id AND w.version = i.version AND w.status = 'submitted'
      JOIN placement p ON p.id = w.placement_id JOIN organisation o ON o.id = w.organisation_id AND o.mail_approval <> 'off' JOIN period pe ON pe.id = w.period_id
     WHERE i.link_id = ${linkId}::uuid AND EXISTS (
       SELECT FROM supervisor_right r WHERE r.organisation_id = w.organisation_id AND r.person_id = ${actor.personId}::uuid AND r.may_approve AND ${isHeldOn(today)})
     ORDER BY o.name, p.employee_sort_name, w.period_start, w.id`);

/** What is agreed to at these clients. */
export const listTexts = (db: Transaction, organisationIds: readonly string[]): Promise<ApprovalLink['texts']> =>
  db.query(sql`
    SELECT t.id, t.version, t.text_nl AS "textNl", t.text_en AS "textEn", t.sha256 FROM approval_text t
     WHERE t.id IN (SELECT coalesce(o.approval_text_id, g.approval_text_id) FROM organisation o CROSS JOIN agency g WHERE o.id = ANY(${[...organisationIds]}::uuid[]))
     ORDER BY t.id`);
