import type { Delivery } from '@konnekt/shared/documents/delivery.contract';
import type { Whose } from '@konnekt/shared/documents/whose-files';
import type { Author, Transaction } from '#api/kit/database';
import { sql } from '#api/kit/sql';

type Head = Pick<Delivery, 'id' | 'name' | 'category' | 'appliedAt'> & { byId: string };

export async function findDelivery(tx: Transaction, id: string): Promise<Head | undefined> {
  const [found] = await tx.query<Head>(sql`
    SELECT id, name, category, applied_at AS "appliedAt", by_id AS "byId" FROM document_delivery WHERE id = ${id}::uuid`);
  return found;
}

export type AskedDelivery = Pick<Delivery, 'id' | 'name' | 'category'> & { fileIds: string[] };

/** Who made it, once who makes it at this moment has done so, and whether it is what is asked by now. */
export async function findMade(tx: Transaction, { id, name, category, fileIds }: AskedDelivery) {
  await tx.query(sql`SELECT pg_advisory_xact_lock(hashtextextended('konnekt delivery ' || ${id}::uuid, 0))`);
  const [found] = await tx.query<{ byId: string; isSame: boolean }>(sql`
    SELECT by_id AS "byId", name = ${name} AND category = ${category} AND (asked_file_ids IS NULL
             OR asked_file_ids @> ${[...fileIds]}::uuid[] AND asked_file_ids <@ ${[...fileIds]}::uuid[]) AS "isSame"
      FROM document_delivery WHERE id = ${id}::uuid`);
  return found;
}

/** One delivery after another is put there, for two may hold the same files, or files of the same bytes: each finds what is there by then. */
export async function holdDelivery(tx: Transaction, id: string): Promise<Head | undefined> {
  await tx.query(sql`SELECT pg_advisory_xact_lock(hashtext('konnekt delivery'))`);
  await tx.query(sql`
    SELECT FROM stored_file WHERE id IN (SELECT file_id FROM document_delivery_item WHERE delivery_id = ${id}::uuid) ORDER BY id FOR UPDATE`);
  return findDelivery(tx, id);
}

export const listItems = (tx: Transaction, id: string): Promise<Delivery['items']> =>
  tx.query<Delivery['items'][number]>(sql`
    SELECT i.file_name AS "fileName", i.folder, i.personnel_number AS "personnelNumber", n.full_name AS "personName", i.problem
      FROM document_delivery_item i LEFT JOIN person n ON n.id = i.person_id
     WHERE i.delivery_id = ${id}::uuid ORDER BY i.problem IS NULL, i.file_name, i.folder NULLS FIRST, i.number`);

export const listNumbers = (tx: Transaction): Promise<{ personnelNumber: string; personId: string }[]> =>
  tx.query(sql`SELECT personnel_number AS "personnelNumber", person_id AS "personId" FROM employee`);

/** Of these hashes with whose they are those that are there already, as 'person hash'. */
export async function listThere(
  tx: Transaction,
  files: readonly { personId: string; sha256: string }[],
): Promise<Set<string>> {
  const found = await tx.query<{ key: string }>(sql`
    SELECT DISTINCT d.person_id || ' ' || v.sha256 AS key
      FROM unnest(${files.map(({ personId }) => personId)}::uuid[], ${files.map(({ sha256 }) => sha256)}::text[]) AS x (person_id, sha256)
      JOIN document_version v ON v.sha256 = x.sha256 JOIN document d ON d.id = v.document_id AND d.person_id = x.person_id AND d.removed_at IS NULL`);
  return new Set(found.map(({ key }) => key));
}

/** Files that this person handed in for documents, and that are no document yet, held. */
export async function holdHandedIn(tx: Transaction, { personId }: Author, ids: readonly string[]) {
  return tx.query<{ id: string; name: string; sha256: string; purpose: 'document' | 'document-zip' }>(sql`
    SELECT f.id, f.name, f.sha256, f.purpose FROM stored_file f
     WHERE f.id = ANY(${[...ids]}::uuid[]) AND f.created_by_id = ${personId}::uuid AND f.purpose IN ('document', 'document-zip')
       AND NOT EXISTS (SELECT FROM document_version v WHERE v.file_id = f.id) ORDER BY f.name, f.id FOR UPDATE OF f`);
}

export type ItemToKeep = Whose & { fileName: string; folder: string | null; fileId: string | null };

/** False where one is there under this id. */
export async function insertDelivery(
  tx: Transaction,
  author: Author,
  { id, name, category, fileIds }: AskedDelivery,
  items: readonly ItemToKeep[],
): Promise<boolean> {
  const made = await tx.query(sql`
    INSERT INTO document_delivery (id, by_id, name, category, asked_file_ids)
    VALUES (${id}::uuid, ${author.personId}::uuid, ${name}, ${category}, ${fileIds}::uuid[])
        ON CONFLICT (id) DO NOTHING RETURNING id`);
  if (made.length === 0) return false;
  const column = <T>(of: (item: ItemToKeep) => T) => items.map(of);
  await tx.query(sql`
    INSERT INTO document_delivery_item (delivery_id, number, file_name, folder, file_id, personnel_number, person_id, problem)
    SELECT ${id}::uuid, x.number, x.file_name, x.folder, x.file_id, x.personnel_number, x.person_id, x.problem
      FROM unnest(${column(({ fileName }) => fileName)}::text[], ${column(({ folder }) => folder)}::text[], ${column(({ fileId }) => fileId)}::uuid[], ${column(({ personnelNumber }) => personnelNumber)}::text[],
                  ${column(({ personId }) => personId)}::uuid[], ${column(({ problem }) => problem)}::text[]) WITH ORDINALITY
        AS x (file_name, folder, file_id, personnel_number, person_id, problem, number)`);
  return true;
}

/**
 * Makes a document of each file that is somebody's, in one statement. Only of those whose number is still that person's, whose file is there, and
 * who do not have it by now: whoever asked for as many as were seen compares. Answers their ids.
 */
export async function putDelivered(tx: Transaction, author: Author, { id, name, category }: Head): Promise<string[]> {
  const put = await tx.query<{ id: string }>(sql`
    WITH each_one AS MATERIALIZED (
      SELECT uuid_v7() AS id, i.person_id, f.id AS file_id, f.sha256, f.name AS file_name, f.media_type, f.size
        FROM document_delivery_item i JOIN employee e ON e.person_id = i.person_id AND e.personnel_number = i.personnel_number
        JOIN stored_file f ON f.id = i.file_id AND f.purpose = 'document'
       WHERE i.delivery_id = ${id}::uuid AND i.problem IS NULL AND NOT EXISTS (SELECT FROM document_version v WHERE v.file_id = f.id)
         AND NOT EXISTS (SELECT FROM document_version v JOIN document d ON d.id = v.document_id AND d.removed_at IS NULL WHERE v.sha256 = f.sha256 AND d.person_id = i.person_id)),
    documents AS (
      INSERT INTO document (id, name, category, person_id) SELECT id, ${name}, ${category}, person_id FROM each_one),
    versions AS (
      INSERT INTO document_version (document_id, number, file_id, sha256, file_name, media_type, size, by_id, by_name)
      SELECT id, 1, file_id, sha256, file_name, media_type, size, ${author.personId}::uuid, ${author.name} FROM each_one),
    applied AS (UPDATE document_delivery SET applied_at = now() WHERE id = ${id}::uuid)
    SELECT id FROM each_one`);
  return put.map((document) => document.id);
}
