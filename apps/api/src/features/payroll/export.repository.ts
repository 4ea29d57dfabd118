import type { ExportDefinition, PayrollFile } from '@konnekt/shared/payroll/export.contract';
import type { Author, Transaction } from '#api/kit/database';
import { noSql, type Sql, sql } from '#api/kit/sql';

const definitionColumns = sql`d.id, d.version, d.name, d.is_used AS "isUsed", d.content`;

export const listDefinitions = (db: Transaction): Promise<ExportDefinition[]> =>
  db.query(
    sql`SELECT ${definitionColumns} FROM export_definition d WHERE d.removed_at IS NULL ORDER BY lower(d.name), d.id`,
  );

/** Those that the agency hands to its payroll. */
export const listUsedDefinitions = (db: Transaction): Promise<ExportDefinition[]> =>
  db.query(
    sql`SELECT ${definitionColumns} FROM export_definition d WHERE d.is_used AND d.removed_at IS NULL ORDER BY lower(d.name), d.id`,
  );

export async function countDefinitions(tx: Transaction): Promise<number> {
  const [found] = await tx.query<{ count: number }>(
    sql`SELECT count(*)::int AS count FROM export_definition WHERE removed_at IS NULL`,
  );
  return found?.count ?? 0;
}

export async function findDefinition(db: Transaction, id: string): Promise<ExportDefinition | undefined> {
  const [found] = await db.query<ExportDefinition>(
    sql`SELECT ${definitionColumns} FROM export_definition d WHERE d.id = ${id}::uuid AND d.removed_at IS NULL`,
  );
  return found;
}

type Fields = Omit<ExportDefinition, 'id' | 'version'>;

export async function insertDefinition(tx: Transaction, { name, isUsed, content }: Fields): Promise<ExportDefinition> {
  const [written] = await tx.query<ExportDefinition>(sql`
    INSERT INTO export_definition AS d (name, is_used, content) VALUES (${name}, ${isUsed}::boolean, ${JSON.stringify(content)}::jsonb)
    RETURNING ${definitionColumns}`);
  if (!written) throw new Error('An insert returned nothing');
  return written;
}

/** Nothing when it is not there in this version. */
export async function updateDefinition(
  tx: Transaction,
  id: string,
  version: number,
  { name, isUsed, content }: Fields,
): Promise<ExportDefinition | undefined> {
  const [written] = await tx.query<ExportDefinition>(sql`
    UPDATE export_definition d SET version = version + 1, name = ${name}, is_used = ${isUsed}::boolean, content = ${JSON.stringify(content)}::jsonb
     WHERE d.id = ${id}::uuid AND d.version = ${version}::int AND d.removed_at IS NULL RETURNING ${definitionColumns}`);
  return written;
}

/** False when it is not there in this version. Files that were made by it stay, and say by what. */
export async function removeDefinition(tx: Transaction, id: string, version: number): Promise<boolean> {
  const removed = await tx.query(sql`
    UPDATE export_definition SET version = version + 1, is_used = FALSE, removed_at = now()
     WHERE id = ${id}::uuid AND version = ${version}::int AND removed_at IS NULL RETURNING id`);
  return removed.length > 0;
}

interface WhichFiles {
  runId: string;
  definitionId?: string;
  definitionVersion?: number;
}

/** Files of a run; of one version of a definition there is one at most. */
export const listFiles = (db: Transaction, which: WhichFiles): Promise<PayrollFile[]> =>
  db.query(filesSql(sql`x.run_id = ${which.runId}::uuid ${ofDefinition(which)}`));

const ofDefinition = ({ definitionId, definitionVersion }: WhichFiles): Sql =>
  definitionId === undefined
    ? noSql
    : sql`AND x.definition_id = ${definitionId}::uuid AND x.definition_version = ${definitionVersion}::int`;

const filesSql = (matching: Sql): Sql => sql`
  SELECT x.id, x.run_id AS "runId", x.definition_id AS "definitionId", x.definition_version AS "definitionVersion", v.name AS "definitionName",
         f.name AS "fileName", f.size, f.sha256, x.created_at AS "createdAt", x.created_by_name AS "createdByName"
    FROM payroll_export x JOIN stored_file f ON f.id = x.file_id
    JOIN export_definition_version v ON v.definition_id = x.definition_id AND v.version = x.definition_version
   WHERE ${matching} ORDER BY x.id DESC`;

/** Where what is in a file is kept. */
export async function findFile(
  db: Transaction,
  id: string,
): Promise<{ fileId: string; name: string; mediaType: string } | undefined> {
  const [found] = await db.query<{ fileId: string; name: string; mediaType: string }>(sql`
    SELECT f.id AS "fileId", f.name, f.media_type AS "mediaType" FROM payroll_export x JOIN stored_file f ON f.id = x.file_id WHERE x.id = ${id}::uuid`);
  return found;
}

/** Whoever makes the same file at the same moment waits here, and finds it made. */
export async function waitForTurn(tx: Transaction, runId: string): Promise<void> {
  await tx.query(sql`SELECT pg_advisory_xact_lock(hashtext('payroll file'), hashtext(${runId}))`);
}

export async function insertFile(
  tx: Transaction,
  author: Author,
  file: Required<WhichFiles> & { fileId: string },
): Promise<void> {
  await tx.query(sql`
    INSERT INTO payroll_export (run_id, definition_id, definition_version, file_id, created_by_id, created_by_name)
    VALUES (${file.runId}::uuid, ${file.definitionId}::uuid, ${file.definitionVersion}::int, ${file.fileId}::uuid, ${author.personId}::uuid, ${author.name})`);
}
