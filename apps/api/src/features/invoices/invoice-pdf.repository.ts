import type { Db } from '#api/kit/database';
import { sql } from '#api/kit/sql';
import { invoiceInSight, type Sight } from '#api/kit/visibility';

export async function findPdf(db: Db, id: string, withWorksheets: boolean): Promise<Buffer | undefined> {
  const [kept] = await db.query<{ content: Buffer }>(
    sql`SELECT content FROM invoice_pdf WHERE invoice_id = ${id}::uuid AND with_worksheets = ${withWorksheets}::boolean`,
  );
  return kept?.content;
}

/** Keeps it, if none is kept yet; answers what is. */
export async function keepPdf(db: Db, id: string, withWorksheets: boolean, content: Buffer): Promise<Buffer> {
  await db.query(sql`
    INSERT INTO invoice_pdf (invoice_id, with_worksheets, content, sha256)
    VALUES (${id}::uuid, ${withWorksheets}::boolean, ${content}, encode(sha256(${content}), 'hex')) ON CONFLICT DO NOTHING`);
  return (await findPdf(db, id, withWorksheets)) ?? content;
}

/** Of these invoices the final ones in sight, by number. */
export const listFinalInvoices = (
  db: Db,
  sight: Sight,
  ids: readonly string[],
): Promise<{ id: string; number: string }[]> =>
  db.query(sql`
    SELECT i.id, i.number FROM invoice i WHERE i.id = ANY(${[...ids]}::uuid[]) AND i.status = 'final' AND ${invoiceInSight(sight)} ORDER BY i.number`);
