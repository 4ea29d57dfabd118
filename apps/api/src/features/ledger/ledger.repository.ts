import type { LedgerDefinition, LedgerExport } from '@konnekt/shared/ledger/ledger.contract';
import type { LedgerInvoice } from '@konnekt/shared/ledger/ledger.rules';
import type { Author, Transaction } from '#api/kit/database';
import { sql } from '#api/kit/sql';

/** One file is made after another: each invoice is in one. */
export async function holdLedger(tx: Transaction): Promise<void> {
  await tx.query(sql`SELECT pg_advisory_xact_lock(hashtextextended('ledger', 0))`);
}

/** Final invoices up to a day that are in no file yet, in the order of their numbers. */
export const listUnbooked = (tx: Transaction, until: string): Promise<(LedgerInvoice & { id: string })[]> =>
  tx.query(sql`
    SELECT i.id, i.number, i.kind, i.invoice_date AS "invoiceDate", CASE i.kind WHEN 'invoice' THEN i.due_date END AS "dueDate",
           coalesce(i.printed -> 'buyer' ->> 'debtorNumber', i.printed -> 'buyer' ->> 'number') AS "debtorNumber",
           coalesce(i.printed -> 'buyer' ->> 'name', o.name) AS "debtorName", coalesce(i.cost_centre, i.printed -> 'buyer' ->> 'costCentre') AS "costCentre",
           i.order_reference AS "orderReference", i.is_reverse_charged AS "isReverseCharged", i.vat_cents AS "vatCents",
           (SELECT coalesce(json_agg(json_build_object('hourTypeId', l.hour_type_id, 'hourTypeNl', l.hour_type_nl, 'hourTypeEn', l.hour_type_en, 'vatBp', l.vat_bp, 'netCents', l.net_cents)
              ORDER BY l.position), '[]') FROM invoice_line l WHERE l.invoice_id = i.id) AS lines
      FROM invoice i JOIN organisation o ON o.id = i.organisation_id
     WHERE i.status = 'final' AND i.invoice_date <= ${until}::date AND NOT EXISTS (SELECT FROM ledger_export_invoice b WHERE b.invoice_id = i.id)
     ORDER BY i.year, i.sequence`);

interface NewExport {
  name: string;
  until: string;
  netCents: number;
  vatCents: number;
  fileId: string;
  invoiceIds: readonly string[];
}

export async function insertExport(tx: Transaction, author: Author, made: NewExport): Promise<string> {
  const { name, until, netCents, vatCents, fileId, invoiceIds } = made;
  const [written] = await tx.query<{ id: string }>(sql`
    WITH e AS (
      INSERT INTO ledger_export (preset, until_day, invoices, net_cents, vat_cents, file_id, by_name)
      VALUES (${name}, ${until}::date, ${invoiceIds.length}::int, ${netCents}::bigint, ${vatCents}::bigint, ${fileId}::uuid, ${author.name}) RETURNING id
    ), items AS (
      INSERT INTO ledger_export_invoice (invoice_id, export_id) SELECT x, e.id FROM unnest(${[...invoiceIds]}::uuid[]) x CROSS JOIN e)
    SELECT id FROM e`);
  if (!written) throw new Error('An insert returned nothing');
  return written.id;
}

/** The newest ones. */
export const listExports = (tx: Transaction, id?: string): Promise<LedgerExport[]> =>
  tx.query<LedgerExport>(sql`
    SELECT e.id, e.preset AS name, e.until_day AS "untilDay", e.invoices, e.net_cents::float8 AS "netCents", e.vat_cents::float8 AS "vatCents", f.name AS "fileName",
           e.at, e.by_name AS "byName"
      FROM ledger_export e JOIN stored_file f ON f.id = e.file_id WHERE ${id ?? null}::uuid IS NULL OR e.id = ${id ?? null}::uuid ORDER BY e.id DESC LIMIT 100`);

export async function findLedgerFile(tx: Transaction, id: string) {
  const [found] = await tx.query<{ fileId: string; name: string; mediaType: string }>(sql`
    SELECT f.id AS "fileId", f.name, f.media_type AS "mediaType" FROM ledger_export e JOIN stored_file f ON f.id = e.file_id WHERE e.id = ${id}::uuid`);
  return found;
}

const definitionColumns = sql`d.id, d.version, d.name, d.content`;

export const listLedgerDefinitions = (tx: Transaction): Promise<LedgerDefinition[]> =>
  tx.query(sql`SELECT ${definitionColumns} FROM ledger_definition d ORDER BY lower(d.name), d.id`);

export async function countLedgerDefinitions(tx: Transaction): Promise<number> {
  const [found] = await tx.query<{ count: number }>(sql`SELECT count(*)::int AS count FROM ledger_definition`);
  return found?.count ?? 0;
}

export async function findLedgerDefinition(tx: Transaction, id: string): Promise<LedgerDefinition | undefined> {
  const [found] = await tx.query<LedgerDefinition>(
    sql`SELECT ${definitionColumns} FROM ledger_definition d WHERE d.id = ${id}::uuid`,
  );
  return found;
}

type Fields = Omit<LedgerDefinition, 'id' | 'version'>;

export async function insertLedgerDefinition(tx: Transaction, { name, content }: Fields): Promise<LedgerDefinition> {
  const [written] = await tx.query<LedgerDefinition>(sql`
    INSERT INTO ledger_definition AS d (name, content) VALUES (${name}, ${JSON.stringify(content)}::jsonb) RETURNING ${definitionColumns}`);
  if (!written) throw new Error('An insert returned nothing');
  return written;
}

/** Nothing when it is not there in this version. */
export async function updateLedgerDefinition(
  tx: Transaction,
  id: string,
  version: number,
  { name, content }: Fields,
): Promise<LedgerDefinition | undefined> {
  const [written] = await tx.query<LedgerDefinition>(sql`
    UPDATE ledger_definition d SET version = version + 1, name = ${name}, content = ${JSON.stringify(content)}::jsonb
     WHERE d.id = ${id}::uuid AND d.version = ${version}::int RETURNING ${definitionColumns}`);
  return written;
}
