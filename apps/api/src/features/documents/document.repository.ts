import type { Language } from '@konnekt/shared/basics/actor';
import { isOffice } from '@konnekt/shared/basics/actor';
import type { DocumentCounts } from '@konnekt/shared/documents/document.contract';
import type { DocumentVersion } from '@konnekt/shared/documents/document.schema';
import type { DocumentCategory, DocumentRole, DocumentView } from '@konnekt/shared/documents/document.words';
import { hasBegun } from '#api/kit/conditions';
import type { Transaction } from '#api/kit/database';
import { keysetList, wordPatterns } from '#api/kit/keyset-list';
import { joinSql, noSql, type Sql, sql } from '#api/kit/sql';
import { documentInSight, documentIsFor, readerOf, type Sight } from '#api/kit/visibility';
import { isNotPast } from './document-readers.repository.ts';
import { findFewWith, hasWord } from './document-words.repository.ts';

/** A document as a list shows it, with what it is for this reader. */
export interface FoundDocument {
  id: string;
  version: number;
  name: string;
  category: DocumentCategory;
  language: Language | null;
  role: DocumentRole | null;
  organisationId: string | null;
  organisationName: string | null;
  personId: string | null;
  personName: string | null;
  validFrom: string | null;
  validUntil: string | null;
  asksConfirmation: boolean;
  number: number;
  at: string;
  fileName: string;
  mediaType: string;
  size: number;
  sha256: string;
  isToBeRead: boolean;
  isNew: boolean;
  isToConfirm: boolean;
  openedAt: string | null;
  confirmedAt: string | null;
  opened: number | null;
  confirmed: number | null;
  removedAt: string | null;
}

/** Documents `d` with the version that readers see `v`, and what this reader did with it: `mine` and `said`. */
const documents = ({ actor }: Sight): Sql => sql`FROM document d
  JOIN document_version v ON v.document_id = d.id AND v.number = d.current_number
  LEFT JOIN organisation o ON o.id = d.organisation_id LEFT JOIN person pn ON pn.id = d.person_id
  LEFT JOIN document_opening mine ON mine.person_id = ${actor.personId}::uuid AND mine.document_id = d.id AND mine.number = d.current_number
  LEFT JOIN document_confirmation said ON said.document_id = d.id AND said.number = d.current_number AND said.person_id = ${actor.personId}::uuid`;

/** What the office puts there for many it does not read itself. */
const isToBeRead = (sight: Sight): Sql =>
  isOffice(sight.actor)
    ? sql`(d.person_id IS NOT DISTINCT FROM ${sight.actor.personId}::uuid AND ${documentIsFor(readerOf(sight), sight.today)})`
    : sql`TRUE`;

const columns = (sight: Sight): Sql => {
  const many = (table: Sql) =>
    isOffice(sight.actor)
      ? sql`(SELECT count(*)::int FROM ${table} x WHERE x.document_id = d.id AND x.number = d.current_number)`
      : sql`NULL::int`;
  return sql`d.id, d.version, d.name, d.category, d.language, d.role, d.organisation_id AS "organisationId", o.name AS "organisationName",
    d.person_id AS "personId", pn.full_name AS "personName", d.valid_from AS "validFrom", d.valid_until AS "validUntil",
    d.asks_confirmation AS "asksConfirmation", d.current_number AS number, v.at, v.file_name AS "fileName", v.media_type AS "mediaType", v.size, v.sha256,
    ${isToBeRead(sight)} AS "isToBeRead", ${isNew(sight)} AS "isNew", ${isToConfirm(sight)} AS "isToConfirm", mine.at AS "openedAt", said.at AS "confirmedAt",
    ${many(sql`document_opening`)} AS opened, ${many(sql`document_confirmation`)} AS confirmed, d.removed_at AS "removedAt"`;
};

/** For a document `d` in sight, with `mine` and `said`: there is something for this reader to do. */
const isNew = (sight: Sight): Sql =>
  sql`(mine.at IS NULL AND ${isToBeRead(sight)} AND d.removed_at IS NULL AND ${isNotPast(sight.today)})`;
const isToConfirm = (sight: Sight): Sql =>
  sql`(d.asks_confirmation AND said.at IS NULL AND ${isToBeRead(sight)} AND d.removed_at IS NULL AND ${isNotPast(sight.today)})`;

function inView(view: DocumentView, sight: Sight): Sql {
  const { today } = sight;
  if (view === 'removed') return sql`d.removed_at IS NOT NULL`;
  const views: Record<Exclude<DocumentView, 'removed'>, Sql> = {
    current: sql`${isNotPast(today)} AND ${hasBegun(sql`d`, today)}`,
    new: isNew(sight),
    'to-confirm': isToConfirm(sight),
    upcoming: sql`NOT ${hasBegun(sql`d`, today)}`,
    past: sql`NOT ${isNotPast(today)}`,
  };
  return sql`d.removed_at IS NULL AND ${views[view]}`;
}

interface AskedDocuments {
  limit: number;
  cursor?: string | undefined;
  q?: string | undefined;
  view: DocumentView;
  category?: DocumentCategory | undefined;
  language?: Language | undefined;
  role?: DocumentRole | undefined;
  organisationId?: string | undefined;
  personId?: string | undefined;
}

/** Newest first. */
export async function listDocuments(db: Transaction, sight: Sight, asked: AskedDocuments) {
  const { q, view, category, language, role, organisationId, personId, ...page } = asked;
  const words = wordPatterns(q);
  // Readers have no more than a few hundred.
  const few = isOffice(sight.actor) ? await findFewWith(db, words) : undefined;
  return keysetList<FoundDocument>(db, {
    columns: columns(sight),
    matching: sql`${documents(sight)} WHERE ${inView(view, sight)} AND ${documentInSight(sight)}
      ${category ? sql`AND d.category = ${category}` : noSql} ${language ? sql`AND (d.language IS NULL OR d.language = ${language})` : noSql}
      ${role ? sql`AND d.role = ${role}` : noSql} ${organisationId ? sql`AND d.organisation_id = ${organisationId}::uuid` : noSql}
      ${personId ? sql`AND d.person_id = ${personId}::uuid` : noSql}
      ${few ? sql`AND d.id = ANY(${few}::uuid[])` : noSql} ${joinSql([noSql, ...words.map((word) => sql`AND ${hasWord(word)}`)], ' ')}`,
    key: { column: sql`d.updated_at`, type: 'instant' },
    id: sql`d.id`,
    isDescending: true,
    page,
  });
}

const MOST_COUNTED = 1000;

/** How many documents this reader has still to open, and to confirm. */
export async function countDocuments(db: Transaction, sight: Sight): Promise<DocumentCounts> {
  const count = (condition: Sql) => sql`(SELECT count(*)::int FROM (SELECT FROM document d
    LEFT JOIN document_opening mine ON mine.person_id = ${sight.actor.personId}::uuid AND mine.document_id = d.id AND mine.number = d.current_number
    LEFT JOIN document_confirmation said ON said.document_id = d.id AND said.number = d.current_number AND said.person_id = ${sight.actor.personId}::uuid
    WHERE ${isOffice(sight.actor) ? sql`d.person_id = ${sight.actor.personId}::uuid` : sql`TRUE`} AND ${condition} AND ${documentInSight(sight)} LIMIT ${MOST_COUNTED}::int) n)`;
  const [counted] = await db.query<DocumentCounts>(
    sql`SELECT ${count(isNew(sight))} AS unread, ${count(isToConfirm(sight))} AS "toConfirm"`,
  );
  return counted ?? { unread: 0, toConfirm: 0 };
}

/** One document in sight. */
export async function findDocument(db: Transaction, sight: Sight, id: string): Promise<FoundDocument | undefined> {
  const [found] = await db.query<FoundDocument>(
    sql`SELECT ${columns(sight)} ${documents(sight)} WHERE d.id = ${id}::uuid AND ${documentInSight(sight)}`,
  );
  return found;
}

/** Newest first, as the office sees them. */
export async function listVersions(db: Transaction, id: string): Promise<DocumentVersion[]> {
  const many = (table: Sql) =>
    sql`(SELECT count(*)::int FROM ${table} x WHERE x.document_id = v.document_id AND x.number = v.number)`;
  return db.query<DocumentVersion>(sql`
    SELECT v.number, v.at, v.by_name AS "byName", v.file_id IS NOT NULL AS "isThere",
           json_build_object('name', v.file_name, 'mediaType', v.media_type, 'size', v.size, 'sha256', v.sha256) AS file,
           ${many(sql`document_opening`)} AS opened, ${many(sql`document_confirmation`)} AS confirmed
      FROM document_version v WHERE v.document_id = ${id}::uuid ORDER BY v.number DESC`);
}

/** The file of a version in sight: the one that readers see, to the office also those before it. */
export async function findVersionFile(db: Transaction, sight: Sight, id: string, number: number) {
  const [found] = await db.query<{ fileId: string; name: string; mediaType: string }>(sql`
    SELECT v.file_id AS "fileId", v.file_name AS name, v.media_type AS "mediaType"
      FROM document d JOIN document_version v ON v.document_id = d.id
     WHERE d.id = ${id}::uuid AND v.number = ${number}::int AND v.file_id IS NOT NULL AND ${documentInSight(sight)}
       AND ${isOffice(sight.actor) ? sql`TRUE` : sql`v.number = d.current_number`}`);
  return found;
}
