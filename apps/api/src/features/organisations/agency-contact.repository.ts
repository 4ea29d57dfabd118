import type { Transaction } from '#api/kit/database';
import { sql } from '#api/kit/sql';

const ofOffice = sql`person c JOIN account a ON a.person_id = c.id AND a.role IN ('staff', 'admin') AND a.status <> 'blocked'`;

/** Whom clients may be told to ask: everybody of the office. */
export const listAgencyContacts = (db: Transaction): Promise<{ id: string; name: string }[]> =>
  db.query(sql`SELECT c.id, c.full_name AS name FROM ${ofOffice} ORDER BY c.sort_name, c.id`);

/** Somebody of the office, or who is named already by this client. */
export async function mayBeContact(tx: Transaction, personId: string, organisationId?: string): Promise<boolean> {
  const found = await tx.query(sql`
    SELECT FROM ${ofOffice} WHERE c.id = ${personId}::uuid
     UNION ALL SELECT FROM organisation o WHERE o.id = ${organisationId ?? null}::uuid AND o.agency_contact_id = ${personId}::uuid`);
  return found.length > 0;
}
