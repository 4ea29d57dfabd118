import type { OrganisationContact } from '@konnekt/shared/organisations/organisation.schema';
import type { Transaction } from '#api/kit/database';
import { type Sql, sql } from '#api/kit/sql';

/** Whom the agency asks for at the client of this id, in their order. */
export const contactsOf = (organisationId: Sql): Sql => sql`(
  SELECT coalesce(json_agg(json_build_object('name', c.name, 'role', c.role, 'phone', c.phone, 'email', c.email) ORDER BY c.number), '[]')
    FROM organisation_contact c WHERE c.organisation_id = ${organisationId})`;

/** A person at their place among those of a client. */
export type PlacedContact = OrganisationContact & { organisationId: string; number: number };

type StoredContact = PlacedContact & { id: string };

/** Exactly these persons at these clients, of the places up to `most`; who stands after them stays. */
export async function setContacts(
  tx: Transaction,
  organisationIds: readonly string[],
  contacts: readonly PlacedContact[],
  most: number,
): Promise<void> {
  const stored = await tx.query<StoredContact>(sql`
    SELECT id, organisation_id AS "organisationId", number, name, role, phone, email FROM organisation_contact
     WHERE organisation_id = ANY(${[...organisationIds]}::uuid[]) AND number <= ${most}::int ORDER BY organisation_id, number`);
  const { kept, gone } = whoIsWho(stored, contacts);
  const changed = [...kept].flatMap(([given, { id, ...held }]) => (isSame(given, held) ? [] : [{ ...given, id }]));
  const added = contacts.filter((given) => !kept.has(given));
  if (gone.length + changed.length + added.length === 0) return;
  // In one statement: places are exchanged.
  await tx.query(sql`
    WITH gone AS (
      DELETE FROM organisation_contact WHERE id = ANY(${gone.map(({ id }) => id)}::uuid[])
    ), changed AS (
      UPDATE organisation_contact c SET number = x.number, name = x.name, role = x.role, phone = x.phone, email = x.email
        FROM jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) AS x (id uuid, number int, name text, role text, phone text, email text)
       WHERE c.id = x.id
    )
    INSERT INTO organisation_contact (organisation_id, number, name, role, phone, email)
    SELECT x."organisationId", x.number, x.name, x.role, x.phone, x.email
      FROM jsonb_to_recordset(${JSON.stringify(added)}::jsonb) AS x ("organisationId" uuid, number int, name text, role text, phone text, email text)`);
}

/**
 * Who is called the same is the same person, wherever they stand now; else who stands at the same place is. So the history tells of who came,
 * changed or left, and not of who moved up.
 */
function whoIsWho(stored: readonly StoredContact[], given: readonly PlacedContact[]) {
  const kept = new Map<PlacedContact, StoredContact>();
  const gone = new Set(stored);
  for (const key of [byName, byPlace]) {
    const held = Map.groupBy(gone, key);
    for (const one of given) {
      const found = kept.has(one) ? undefined : held.get(key(one))?.shift();
      if (!found) continue;
      kept.set(one, found);
      gone.delete(found);
    }
  }
  return { kept, gone: [...gone] };
}

const byName = ({ organisationId, name }: PlacedContact): string => `${organisationId} ${name}`;
const byPlace = ({ organisationId, number }: PlacedContact): string => `${organisationId} ${number}`;

const isSame = (one: PlacedContact, other: PlacedContact): boolean =>
  (['number', 'name', 'role', 'phone', 'email'] as const).every((field) => one[field] === other[field]);
