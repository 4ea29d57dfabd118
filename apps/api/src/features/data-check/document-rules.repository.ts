import { type Sql, sql } from '#api/kit/sql';

/** What must be true of documents and of the files that are handed in. */
export const documentRules = {
  'a document has its versions from the first on, and readers see the newest': sql`
    SELECT d.id AS what FROM document d LEFT JOIN (
      SELECT document_id, count(*) AS count, max(number) AS newest FROM document_version GROUP BY document_id) v ON v.document_id = d.id
     WHERE v.count IS DISTINCT FROM d.current_number OR v.newest IS DISTINCT FROM d.current_number`,
  'a version of a document has the file that it says, until it is removed': sql`
    SELECT v.document_id || ' ' || v.number AS what FROM document_version v JOIN document d ON d.id = v.document_id LEFT JOIN stored_file f ON f.id = v.file_id
     WHERE (d.removed_at IS NULL) <> (f.id IS NOT NULL) OR f.purpose <> 'document' OR f.sha256 <> v.sha256 OR f.size <> v.size OR f.media_type <> v.media_type`,
  'a confirmation is of the bytes of its version': sql`
    SELECT c.document_id || ' ' || c.number AS what FROM document_confirmation c JOIN document_version v USING (document_id, number) WHERE c.sha256 <> v.sha256`,
  'what is in a file is kept as long as a file has it, and no longer': sql`
    SELECT c.sha256 AS what FROM file_content c WHERE (c.unused_since IS NULL) <> EXISTS (SELECT FROM stored_file f WHERE f.sha256 = c.sha256)
    UNION ALL
    SELECT f.id::text FROM stored_file f LEFT JOIN file_content c ON c.sha256 = f.sha256 WHERE c.sha256 IS NULL OR f.size <> length(c.content)`,
} as const satisfies Record<string, Sql>;
