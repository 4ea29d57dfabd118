import { contactFields } from '@konnekt/shared/imports/columns/organisation-columns';
import { importColumns } from '@konnekt/shared/imports/import-columns';
import { type PlacedContact, setContacts } from '#api/features/organisations/organisation.service';
import type { Transaction } from '#api/kit/database';
import { rawSql, sql } from '#api/kit/sql';
import type { RecordValues } from './import-plan.ts';
import { columnOf, fieldsSql, insertAll, updateAll } from './import-writing.repository.ts';

// The hour types that are allowed and the contact persons stand in rows of their own.
const elsewhere = ['hourTypes', ...contactFields.flatMap((contact) => Object.values(contact))];
const fields = importColumns.organisations.flatMap(({ field, addsTo }) =>
  addsTo || elsewhere.includes(field) ? [] : [field],
);
const columnsOfContact = (fields: (typeof contactFields)[number], index: number): string =>
  Object.entries(fields)
    .map(([column, field]) => `c${index}.${column} AS "${field}"`)
    .join(', ');
const contactColumns = rawSql(contactFields.map(columnsOfContact).join(', '));
const contactAt = (_: unknown, index: number): string =>
  `LEFT JOIN organisation_contact c${index} ON c${index}.organisation_id = o.id AND c${index}.number = ${index + 1}`;
const contactJoins = rawSql(contactFields.map(contactAt).join(' '));
const columns = rawSql(['id', ...fields].map(columnOf).join(', '));
const sets = rawSql(
  [...fields.map((field) => `${columnOf(field)} = x.${columnOf(field)}`), 'version = t.version + 1'].join(', '),
);
export const organisationRecords = sql`SELECT o.id, o.version, ${fieldsSql(fields, 'o')}, ${contactColumns},
    (SELECT string_agg(t.code, ', ' ORDER BY t.code COLLATE "C") FROM organisation_hour_type a JOIN hour_type t ON t.id = a.hour_type_id
      WHERE a.organisation_id = o.id) AS "hourTypes" FROM organisation o ${contactJoins}`;

export const findByNumber = (db: Transaction, keys: string[]): Promise<RecordValues[]> =>
  db.query<RecordValues>(sql`${organisationRecords} WHERE key_form(o.number) = ANY(${keys}::text[])`);

/** Which number has each name, in the form that keys are compared by: of those that the file does not rename. */
export async function findNames(
  db: Transaction,
  { names, besides }: { names: string[]; besides: string[] },
): Promise<Map<string, string>> {
  const rows = await db.query<{ name: string; number: string }>(sql`
    SELECT key_form(name) AS name, number FROM organisation WHERE key_form(name) = ANY(${names}::text[])
       AND number <> ALL(${besides}::text[])`);
  return new Map(rows.map(({ name, number }) => [name, number]));
}

export async function createOrganisations(tx: Transaction, records: RecordValues[]): Promise<void> {
  await insertAll(tx, sql`organisation`, columns, records);
  await setLists(tx, records);
}

export async function changeOrganisations(tx: Transaction, records: RecordValues[]): Promise<void> {
  await updateAll(tx, sql`organisation`, sets, records);
  await setLists(tx, records);
}

/** What stands in rows of its own. */
async function setLists(tx: Transaction, records: RecordValues[]): Promise<void> {
  await allowHourTypes(tx, records);
  const ids = records.map(({ id }) => String(id));
  await setContacts(tx, ids, records.flatMap(contactsIn), contactFields.length);
}

/** The persons of a row, each at their place; a place without a name is nobody's. */
const contactsIn = (record: RecordValues): PlacedContact[] =>
  contactFields.flatMap(({ name, role, phone, email }, index) => {
    const text = (field: string) => (typeof record[field] === 'string' ? record[field] : null);
    const called = text(name);
    if (called === null) return [];
    const details = { role: text(role), phone: text(phone), email: text(email) };
    return [{ organisationId: String(record.id), number: index + 1, name: called, ...details }];
  });

/** Exactly those of each row; none allows all. */
async function allowHourTypes(tx: Transaction, records: RecordValues[]): Promise<void> {
  const given = records.flatMap(({ id, hourTypes }) =>
    (hourTypes === null ? [] : String(hourTypes).split(', ')).map((code) => ({ id, code })),
  );
  const allowed = sql`SELECT x.id, t.id AS hour_type_id FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb) AS x (id uuid, code text)
    JOIN hour_type t ON t.code = x.code`;
  await tx.query(sql`
    DELETE FROM organisation_hour_type a WHERE a.organisation_id = ANY(${records.map(({ id }) => String(id))}::uuid[])
       AND NOT EXISTS (SELECT FROM (${allowed}) x WHERE x.id = a.organisation_id AND x.hour_type_id = a.hour_type_id)`);
  await tx.query(
    sql`INSERT INTO organisation_hour_type (organisation_id, hour_type_id) ${allowed} ON CONFLICT DO NOTHING`,
  );
}
