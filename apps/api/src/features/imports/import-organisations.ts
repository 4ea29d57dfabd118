import { isDutchPostcode } from '@konnekt/shared/basics/business-numbers';
import { keyForm } from '@konnekt/shared/basics/key-form';
import { importColumns } from '@konnekt/shared/imports/import-columns';
import type { ImportRow } from '@konnekt/shared/imports/import-rows';
import { rawSql, sql, type Transaction } from '#api/kit/database';
import {
  columnOf,
  fieldsSql,
  inChunks,
  insertAll,
  type Plan,
  type Planned,
  sortOut,
  updateAll,
  type Values,
} from './import-plan.ts';

const fields = importColumns.organisations.map(({ field }) => field);
const columns = rawSql(fields.map(columnOf).join(', '));
const sets = rawSql(
  [...fields.map((field) => `${columnOf(field)} = x.${columnOf(field)}`), 'version = t.version + 1'].join(', '),
);
export const organisationRecords = sql`SELECT o.id, o.version, ${fieldsSql(fields, rawSql, 'o')} FROM organisation o`;

const startsFrom: Values = {
  street: null,
  postcode: null,
  country: 'NL',
  kvkNumber: null,
  vatNumber: null,
  invoiceEmail: null,
  invoicePer: 'organisation',
  invoiceEvery: 'week',
  paymentTermDays: 30,
  gAccountShareBp: 0,
  reverseCharge: false,
  requiresBudgetNumber: false,
  periodType: 'week',
  hoursBy: 'employee',
  entryMode: 'totals',
  isActive: true,
};

/** Clients are found by the agency's own number for them. */
export async function planOrganisations(db: Transaction, rows: ImportRow[]): Promise<Plan> {
  const keys = rows.map(({ values }) => keyForm(String(values.number)));
  const stored = await db.query<Values>(sql`${organisationRecords} WHERE key_form(o.number) = ANY(${keys}::text[])`);
  const byNumber = new Map(stored.map((one) => [keyForm(String(one.number)), one]));
  const planned = rows.map((row): Planned<Values> => {
    const found = byNumber.get(keyForm(String(row.values.number)));
    // The number as it is stored: its case says nothing.
    const values = found ? { ...row.values, number: found.number ?? null } : row.values;
    return { row: { ...row, values }, stored: found, next: { ...(found ?? startsFrom), ...values } };
  });

  const taken = await namesOf(db, planned);
  const errors: Plan['errors'] = [];
  for (const { row, next } of planned) {
    const name = String(next.name);
    const owner = taken.get(keyForm(name));
    if (owner !== undefined && owner !== String(next.number)) {
      errors.push({ row: row.row, column: 'name', code: 'name-taken', value: name });
    }
    taken.set(keyForm(name), String(next.number));
    const postcode = row.values.postcode;
    if (typeof postcode === 'string' && next.country === 'NL' && !isDutchPostcode(postcode)) {
      errors.push({ row: row.row, column: 'postcode', code: 'not-a-postcode', value: postcode });
    }
    if (next.reverseCharge === true && next.vatNumber === null) {
      errors.push({ row: row.row, column: 'vatNumber', code: 'needs-vat-number', value: null });
    }
  }
  const { creates, updates, changes, same } = sortOut(planned, ({ name }) => String(name));
  return {
    errors,
    changes,
    same,
    write: async (tx, progress) => {
      await inChunks(
        creates,
        (chunk) =>
          insertAll(
            tx,
            sql`organisation`,
            columns,
            chunk.map(({ next }) => next),
          ),
        progress,
      );
      await inChunks(
        updates,
        (chunk) =>
          updateAll(
            tx,
            sql`organisation`,
            sets,
            chunk.map(({ next }) => next),
          ),
        progress,
      );
    },
  };
}

/** Which number has each name, in small letters: of those that the file does not rename. */
async function namesOf(db: Transaction, planned: Planned<Values>[]): Promise<Map<string, string>> {
  const numbers = planned.flatMap(({ stored }) => (stored ? [String(stored.number)] : []));
  const rows = await db.query<{ name: string; number: string }>(sql`
    SELECT key_form(name) AS name, number FROM organisation WHERE key_form(name) = ANY(${planned.map(({ next }) => keyForm(String(next.name)))}::text[])
       AND number <> ALL(${numbers}::text[])`);
  return new Map(rows.map(({ name, number }) => [name, number]));
}
