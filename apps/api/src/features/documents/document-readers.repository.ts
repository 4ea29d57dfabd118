import type { DocumentReader } from '@konnekt/shared/documents/document.schema';
import type { ReaderState } from '@konnekt/shared/documents/document.words';
import { hasBegun, isNotOver } from '#api/kit/conditions';
import type { Transaction } from '#api/kit/database';
import { contains, keysetList } from '#api/kit/keyset-list';
import { noticesOf } from '#api/kit/notices';
import { noSql, type Sql, sql } from '#api/kit/sql';
import { documentIsFor, type Sight } from '#api/kit/visibility';

/** Accounts `a` in use of whom a document `d` is for on a day, with their employee `e`. */
export const readersOf = (today: string): Sql =>
  sql`account a LEFT JOIN employee e ON e.person_id = a.person_id
    WHERE a.status = 'active' AND ${documentIsFor({ personId: sql`a.person_id`, employeeId: sql`e.id`, role: sql`a.role` }, today)}`;

/** For a document `d`: it holds on a day, or from a later one. */
export const isNotPast = (today: string): Sql => isNotOver(sql`d`, today);

/** How many a document is for today. */
export async function countReaders(db: Transaction, { today }: Sight, id: string): Promise<number> {
  const [counted] = await db.query<{ total: number }>(sql`
    SELECT count(*)::int AS total FROM document d CROSS JOIN LATERAL (SELECT FROM ${readersOf(today)}) x WHERE d.id = ${id}::uuid`);
  return counted?.total ?? 0;
}

const inState: Record<ReaderState, Sql> = {
  opened: sql`AND x.opened_at IS NOT NULL`,
  'not-opened': sql`AND x.opened_at IS NULL AND x.is_reader`,
  confirmed: sql`AND x.confirmed_at IS NOT NULL`,
  'not-confirmed': sql`AND x.confirmed_at IS NULL AND x.is_reader`,
};

interface AskedReaders {
  limit: number;
  cursor?: string | undefined;
  q?: string | undefined;
  state?: ReaderState | undefined;
  version?: number | undefined;
}

const instant = (column: Sql): Sql => sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** What somebody `x` confirmed of a document, of any version. */
const confirmations = sql`(
  SELECT coalesce(json_agg(json_build_object('number', c.number, 'openedAt', ${instant(sql`op.at`)}, 'at', ${instant(sql`c.at`)}, 'sha256', c.sha256) ORDER BY c.number DESC), '[]')
    FROM document_confirmation c JOIN document_opening op ON op.person_id = c.person_id AND op.document_id = c.document_id AND op.number = c.number
   WHERE c.person_id = x.id AND c.document_id = x.document_id)`;

/** By name: whom a document is for today, and who has opened it before; how far they are with a version, or with the one that readers see. */
export function listReaders(
  db: Transaction,
  { today }: Sight,
  id: string,
  { q, state, version, ...page }: AskedReaders,
) {
  const shown = version ? sql`${version}::int` : sql`d.current_number`;
  return keysetList<DocumentReader>(db, {
    columns: sql`x.id, x.name, x.is_reader AS "isReader", x.detail, x.opened_at AS "openedAt", x.confirmed_at AS "confirmedAt", x.version, x.number, ${confirmations} AS confirmations`,
    matching: sql`FROM (
      SELECT pn.id, pn.full_name AS name, pn.sort_name, w.is_reader, coalesce(em.personnel_number, ac.email) AS detail, op.at AS opened_at, c.at AS confirmed_at,
             d.id AS document_id, ${shown} AS version,
             (SELECT max(any_one.number) FROM document_opening any_one WHERE any_one.document_id = d.id AND any_one.person_id = pn.id) AS number
        FROM document d
        CROSS JOIN LATERAL (
          SELECT person_id, bool_or(is_reader) AS is_reader FROM (
            SELECT a.person_id, TRUE AS is_reader FROM ${readersOf(today)}
             UNION ALL
            SELECT other.person_id, FALSE FROM document_opening other WHERE other.document_id = d.id) everyone GROUP BY person_id) w
        JOIN person pn ON pn.id = w.person_id
        LEFT JOIN employee em ON em.person_id = pn.id LEFT JOIN account ac ON ac.person_id = pn.id
        LEFT JOIN document_opening op ON op.document_id = d.id AND op.number = ${shown} AND op.person_id = pn.id
        LEFT JOIN document_confirmation c ON c.document_id = d.id AND c.number = ${shown} AND c.person_id = pn.id
       WHERE d.id = ${id}::uuid) x
      WHERE TRUE ${state ? inState[state] : noSql} ${contains(q, sql`x.name`, sql`x.detail`)}`,
    key: { column: sql`x.sort_name` },
    id: sql`x.id`,
    page,
  });
}

/** Tells readers of what holds today and they were not told of yet: of these documents, or of all. Answers how many versions. */
export async function tellReaders(tx: Transaction, today: string, ids?: readonly string[]): Promise<number> {
  const told = (asksConfirmation: boolean) => sql`
    SELECT x.person_id, d.id, n.id FROM now_told n JOIN document d ON d.id = n.document_id AND d.asks_confirmation = ${asksConfirmation}::boolean
     CROSS JOIN LATERAL (SELECT a.person_id FROM ${readersOf(today)}) x
     WHERE n.is_current AND NOT EXISTS (SELECT FROM document_opening o WHERE o.person_id = x.person_id AND o.document_id = d.id AND o.number = d.current_number)`;
  const versions = await tx.query(sql`
    WITH now_told AS (
      UPDATE document_version v SET told_at = now() FROM document d
       WHERE d.id = v.document_id AND v.told_at IS NULL AND d.removed_at IS NULL AND ${hasBegun(sql`d`, today)}
         AND ${isNotPast(today)} AND ${ids ? sql`d.id = ANY(${[...ids]}::uuid[])` : sql`TRUE`}
      RETURNING v.document_id, v.id, v.number = d.current_number AS is_current),
    told AS (${noticesOf('document', told(false))}),
    told_to_confirm AS (${noticesOf('document-to-confirm', told(true))})
    SELECT id FROM now_told`);
  return versions.length;
}
