import type { ChangeDocument, NewDocument } from '@konnekt/shared/documents/document.schema';
import type { DocumentCategory, DocumentRole } from '@konnekt/shared/documents/document.words';
import type { Author, Transaction } from '#api/kit/database';
import { removeFile } from '#api/kit/files';
import { noticesTakenBack } from '#api/kit/notices';
import { sql } from '#api/kit/sql';
import { documentInSight, type Sight } from '#api/kit/visibility';
import { readersOf } from './document-readers.repository.ts';

/** A document in sight, held until it is written. */
export async function holdDocument(tx: Transaction, sight: Sight, id: string) {
  // Held before it is read: who had to wait finds the version that came meanwhile.
  await tx.query(sql`SELECT FROM document WHERE id = ${id}::uuid FOR UPDATE`);
  const [found] = await tx.query<{
    version: number;
    number: number;
    sha256: string;
    isRemoved: boolean;
    category: DocumentCategory;
    role: DocumentRole | null;
    organisationId: string | null;
    personId: string | null;
  }>(sql`
    SELECT d.version, d.current_number AS number, v.sha256, d.removed_at IS NOT NULL AS "isRemoved", d.category, d.role, d.organisation_id AS "organisationId", d.person_id AS "personId"
      FROM document d JOIN document_version v ON v.document_id = d.id AND v.number = d.current_number
     WHERE d.id = ${id}::uuid AND ${documentInSight(sight)} FOR UPDATE OF d`);
  return found;
}

/** Who put a document there under this id, and whether it is what is asked by now: what is sent twice is there once. */
export async function findPut(tx: Transaction, asked: NewDocument) {
  const { id, name, category, language, role, organisationId, personId, validFrom, validUntil, asksConfirmation } =
    asked;
  const [found] = await tx.query<{ byId: string; isSame: boolean }>(sql`
    SELECT v.by_id AS "byId", (
             d.name, d.category, d.language, d.role, d.organisation_id, d.person_id, d.valid_from, d.valid_until, d.asks_confirmation, v.file_id)
           IS NOT DISTINCT FROM (
             ${name}::text, ${category}::text, ${language}::text, ${role}::text, ${organisationId}::uuid, ${personId}::uuid, ${validFrom}::date,
             ${validUntil}::date, ${asksConfirmation}::boolean, ${asked.fileId}::uuid) AS "isSame"
      FROM document d JOIN document_version v ON v.document_id = d.id AND v.number = 1 WHERE d.id = ${id}::uuid`);
  return found;
}

/** False where one is there under this id. */
export async function insertDocument(tx: Transaction, document: NewDocument): Promise<boolean> {
  const { id, name, category, language, role, organisationId, personId, validFrom, validUntil, asksConfirmation } =
    document;
  const made = await tx.query(sql`
    INSERT INTO document (id, name, category, language, role, organisation_id, person_id, valid_from, valid_until, asks_confirmation)
    VALUES (${id}::uuid, ${name}, ${category}, ${language}, ${role}, ${organisationId}::uuid, ${personId}::uuid, ${validFrom}::date, ${validUntil}::date, ${asksConfirmation}::boolean)
        ON CONFLICT (id) DO NOTHING RETURNING id`);
  return made.length > 0;
}

/** False where the file is gone, of somebody else, or of another document already: that is looked at once nobody else holds it. */
export async function insertVersion(
  tx: Transaction,
  author: Author,
  { id, number, fileId }: { id: string; number: number; fileId: string },
): Promise<boolean> {
  await tx.query(sql`SELECT FROM stored_file WHERE id = ${fileId}::uuid FOR UPDATE`);
  const [free] = await tx.query(sql`
    SELECT id FROM stored_file f WHERE f.id = ${fileId}::uuid AND f.created_by_id = ${author.personId}::uuid AND f.purpose = 'document'
       AND NOT EXISTS (SELECT FROM document_version x WHERE x.file_id = f.id)`);
  if (!free) return false;
  await tx.query(sql`
    INSERT INTO document_version (document_id, number, file_id, sha256, file_name, media_type, size, by_id, by_name)
    SELECT ${id}::uuid, ${number}::int, f.id, f.sha256, f.name, f.media_type, f.size, ${author.personId}::uuid, ${author.name}
      FROM stored_file f WHERE f.id = ${fileId}::uuid`);
  return true;
}

/** Whether this person put a file there as a new version of a document: what is sent twice is there once. */
export async function isVersion(
  tx: Transaction,
  author: Author,
  { id, fileId }: { id: string; fileId: string },
): Promise<boolean> {
  const found = await tx.query(sql`
    SELECT FROM document_version
     WHERE document_id = ${id}::uuid AND number > 1 AND file_id = ${fileId}::uuid AND by_id = ${author.personId}::uuid`);
  return found.length > 0;
}

/** The version that was inserted is the one that readers see. */
export const replaceVersion = (tx: Transaction, id: string, number: number): Promise<object[]> =>
  tx.query(sql`
    UPDATE document SET current_number = ${number}::int, version = version + 1, updated_at = now() WHERE id = ${id}::uuid`);

/** Whom a document is for: one person; or a role, an organisation, or both. */
export type Audience = Pick<NewDocument, 'role' | 'organisationId' | 'personId'>;

export async function changeDocument(
  tx: Transaction,
  id: string,
  asked: Omit<ChangeDocument, keyof Audience> & Audience,
): Promise<void> {
  const { name, category, language, validFrom, validUntil, asksConfirmation, role, organisationId, personId } = asked;
  await tx.query(sql`
    UPDATE document SET name = ${name}, category = ${category}, language = ${language}, valid_from = ${validFrom}::date, valid_until = ${validUntil}::date,
           asks_confirmation = ${asksConfirmation}::boolean, role = ${role}, organisation_id = ${organisationId}::uuid, person_id = ${personId}::uuid,
           version = version + 1 WHERE id = ${id}::uuid`);
}

/** It is for others from now on: who it is no longer for is not told of it any more, and who it is for by now is still to be told. */
export async function changeReaders(tx: Transaction, { today }: Sight, id: string): Promise<void> {
  await tx.query(sql`
    DELETE FROM notice n WHERE n.about_id = ${id}::uuid AND n.kind IN ('document', 'document-to-confirm')
       AND NOT EXISTS (SELECT FROM document d CROSS JOIN LATERAL (SELECT FROM ${readersOf(today)} AND a.person_id = n.person_id) x WHERE d.id = ${id}::uuid)`);
  await tx.query(sql`
    UPDATE document_version v SET told_at = NULL FROM document d WHERE d.id = ${id}::uuid AND v.document_id = d.id AND v.number = d.current_number`);
}

/** Files go, with what told of them; what they were, and who opened and confirmed them, stays known. */
export async function removeDocument(tx: Transaction, id: string): Promise<void> {
  const files = await tx.query<{ fileId: string }>(sql`
    WITH held AS (SELECT document_id, number, file_id FROM document_version WHERE document_id = ${id}::uuid AND file_id IS NOT NULL)
    UPDATE document_version v SET file_id = NULL FROM held h WHERE h.document_id = v.document_id AND h.number = v.number RETURNING h.file_id AS "fileId"`);
  await tx.query(
    sql`UPDATE document SET removed_at = now(), updated_at = now(), version = version + 1 WHERE id = ${id}::uuid`,
  );
  await tx.query(noticesTakenBack('document', sql`${id}::uuid`));
  await tx.query(noticesTakenBack('document-to-confirm', sql`${id}::uuid`));
  for (const { fileId } of files) await removeFile(tx, fileId);
}

/** This reader has opened a version; what told of it is read, and is not mailed any more. */
export async function openVersion(tx: Transaction, { actor }: Sight, id: string, number: number): Promise<void> {
  const person = sql`${actor.personId}::uuid`;
  await tx.query(sql`
    INSERT INTO document_opening (person_id, document_id, number) VALUES (${person}, ${id}::uuid, ${number}::int) ON CONFLICT DO NOTHING`);
  await tx.query(sql`
    UPDATE notice n SET read_at = coalesce(n.read_at, now()), mail_due_at = NULL
     WHERE n.about_id = ${id}::uuid AND n.person_id = ${person} AND n.kind = 'document' AND (n.read_at IS NULL OR n.mail_due_at IS NOT NULL)`);
}

/** Keeps the proof. False where this reader has not opened that version. */
export async function confirmVersion(
  tx: Transaction,
  { actor }: Sight,
  { id, number, sha256 }: { id: string; number: number; sha256: string },
): Promise<boolean> {
  const person = sql`${actor.personId}::uuid`;
  const opened = await tx.query(sql`
    SELECT FROM document_opening WHERE person_id = ${person} AND document_id = ${id}::uuid AND number = ${number}::int`);
  if (opened.length === 0) return false;
  await tx.query(sql`
    INSERT INTO document_confirmation (document_id, number, person_id, sha256, person_name, role, auth_method)
    VALUES (${id}::uuid, ${number}::int, ${person}, ${sha256}, ${actor.name}, ${actor.role}, ${actor.authMethod}) ON CONFLICT DO NOTHING`);
  await tx.query(sql`
    UPDATE notice n SET read_at = coalesce(n.read_at, now()), mail_due_at = NULL
     WHERE n.about_id = ${id}::uuid AND n.person_id = ${person} AND n.kind = 'document-to-confirm' AND (n.read_at IS NULL OR n.mail_due_at IS NOT NULL)`);
  return true;
}

const theres = {
  person: (id: string) =>
    sql`SELECT FROM person WHERE id = ${id}::uuid AND (EXISTS (SELECT FROM employee e WHERE e.person_id = person.id) OR EXISTS (SELECT FROM account a WHERE a.person_id = person.id)) FOR KEY SHARE`,
  employee: (personId: string) => sql`SELECT FROM employee WHERE person_id = ${personId}::uuid FOR KEY SHARE`,
  organisation: (id: string) => sql`SELECT FROM organisation WHERE id = ${id}::uuid FOR KEY SHARE`,
};

/** Whether this person (as an employee), or organisation, is there to be given something. */
export const isThere = async (tx: Transaction, what: keyof typeof theres, id: string): Promise<boolean> =>
  (await tx.query(theres[what](id))).length > 0;
