import { isDutchPostcode } from '@konnekt/shared/basics/business-numbers';
import { keyForm } from '@konnekt/shared/basics/key-form';
import { longest } from '@konnekt/shared/basics/text-rules';
import { contactFields } from '@konnekt/shared/imports/columns/organisation-columns';
import type { CellValue } from '@konnekt/shared/imports/import-cells';
import type { ImportRow } from '@konnekt/shared/imports/import-rows';
import { otherAddresses } from '@konnekt/shared/organisations/other-addresses';
import { newId, type Transaction } from '#api/kit/database';
import {
  changeOrganisations,
  createOrganisations,
  findByNumber,
  findNames,
} from './import-organisations.repository.ts';
import { cellOf, type Plan, type Planned, type RecordValues, sortOut, withNumbers, writeEach } from './import-plan.ts';
import { findHourTypes } from './import-writing.repository.ts';

const startsFrom: RecordValues = {
  street: null,
  postcode: null,
  country: 'NL',
  phone: null,
  ...Object.fromEntries(contactFields.flatMap((contact) => Object.values(contact).map((field) => [field, null]))),
  postalStreet: null,
  postalPostcode: null,
  postalCity: null,
  invoiceStreet: null,
  invoicePostcode: null,
  invoiceCity: null,
  orderNumber: null,
  notes: null,
  hourTypes: null,
  kvkNumber: null,
  vatNumber: null,
  invoiceEmail: null,
  invoiceCopyEmail: null,
  invoiceLanguage: 'nl',
  invoiceDocument: 'peppol',
  debtorNumber: null,
  buyerReference: null,
  contractReference: null,
  costCentre: null,
  oin: null,
  gln: null,
  peppolId: null,
  invoicePer: 'organisation',
  invoiceEvery: 'week',
  paymentTermDays: 30,
  gAccountShareBp: 0,
  reverseCharge: false,
  requiresBudgetNumber: false,
  hoursFrom: null,
  approveByWeekday: null,
  approveByMinutes: null,
  periodType: 'week',
  hoursBy: 'employee',
  entryMode: 'totals',
  isActive: true,
};

/** Clients are found by the agency's own number for them. */
export async function planOrganisations(db: Transaction, rows: ImportRow[]): Promise<Plan> {
  const keys = rows.map(({ values }) => keyForm(String(values.number)));
  const stored = await findByNumber(db, keys);
  const byNumber = new Map(stored.map((one) => [keyForm(String(one.number)), one]));
  const planned = rows.map((row): Planned<RecordValues> => {
    const found = byNumber.get(keyForm(String(row.values.number)));
    const values = withContacts(withNumbers(row, found), found);
    // The number as it is stored: its case says nothing.
    if (found) values.number = found.number ?? null;
    return {
      row: { ...row, values },
      stored: found,
      next: { ...(found ?? { id: newId(), ...startsFrom }), ...values },
    };
  });

  const taken = await findNames(db, {
    names: planned.map(({ next }) => keyForm(String(next.name))),
    besides: planned.flatMap(({ stored: one }) => (one ? [String(one.number)] : [])),
  });
  const known = new Set((await findHourTypes(db)).map(({ code }) => code));
  const errors: Plan['errors'] = [];
  const notes: Plan['notes'] = [];
  for (const { row, stored: before, next } of planned) {
    const name = String(next.name);
    const share = row.values.gAccountShareBp;
    // 0,25 may be meant as a quarter.
    if (typeof share === 'number' && share > 0 && share < 100 && share !== before?.gAccountShareBp)
      notes.push({
        ...{ row: row.row, column: 'gAccountShareBp', code: 'small-share' },
        value: cellOf('organisations', row, 'gAccountShareBp'),
      });
    for (const { name: column, ...details } of contactFields)
      if (
        isRenamed(row.values[column], before?.[column]) &&
        Object.values(details).some((field) => isKept(field, row, next))
      )
        notes.push({ row: row.row, column, code: 'contact-renamed', value: String(before?.[column]) });
    const owner = taken.get(keyForm(name));
    if (owner !== undefined && owner !== String(next.number)) {
      errors.push({ row: row.row, column: 'name', code: 'name-taken', value: name });
    }
    taken.set(keyForm(name), String(next.number));
    for (const column of ['postcode', ...otherAddresses.map(({ postcode }) => postcode)]) {
      const postcode = row.values[column];
      if (typeof postcode === 'string' && next.country === 'NL' && !isDutchPostcode(postcode))
        errors.push({ row: row.row, column, code: 'not-a-postcode', value: postcode });
    }
    for (const { street, postcode, city } of otherAddresses) {
      if ((next[postcode] !== null || next[city] !== null) && next[street] === null)
        errors.push({ row: row.row, column: street, code: 'required', value: null });
      if (next[street] !== null && next[city] === null)
        errors.push({ row: row.row, column: city, code: 'required', value: null });
    }
    for (const { name: column, ...details } of contactFields)
      if (next[column] === null && Object.values(details).some((field) => next[field] !== null))
        errors.push({ row: row.row, column, code: 'required', value: null });
    const unknown =
      typeof row.values.hourTypes === 'string'
        ? row.values.hourTypes.split(', ').filter((code) => !known.has(code))
        : [];
    if (unknown.length > 0)
      errors.push({ row: row.row, column: 'hourTypes', code: 'unknown-hour-type', value: unknown.join(', ') });
    if (next.reverseCharge === true && next.vatNumber === null) {
      errors.push({ row: row.row, column: 'vatNumber', code: 'needs-vat-number', value: null });
    }
  }
  const { creates, updates, changes, same } = sortOut(planned, ({ name }) => String(name));
  return {
    errors,
    notes,
    changes,
    same,
    write: writeEach({ creates, updates }, createOrganisations, changeOrganisations),
  };
}

/** Somebody else, or the same by another name: only who brought the file knows. */
const isRenamed = (said: CellValue | undefined, before: CellValue | undefined): boolean =>
  typeof said === 'string' && typeof before === 'string' && keyForm(said) !== keyForm(before);

/** Stays as it is stored, for the row says nothing of it. */
const isKept = (field: string, { values }: ImportRow, next: RecordValues): boolean =>
  values[field] === undefined && next[field] !== null;

/**
 * What a row says of contact persons, to its end: who is taken away takes along how to reach them, and who was never given a name is called
 * as the client.
 */
function withContacts(said: ImportRow['values'], stored: RecordValues | undefined): RecordValues {
  const values = { ...said };
  const held: RecordValues = { ...stored, ...said };
  const holds = (field: string) => (held[field] ?? null) !== null;
  for (const { name, ...details } of contactFields) {
    const fields = Object.values(details);
    if (said[name] === null) {
      for (const field of fields) if (said[field] === undefined && holds(field)) values[field] = null;
    } else if (!holds(name) && fields.some(holds)) {
      values[name] = String(held.name).slice(0, longest.contactName).trim();
    }
  }
  return values;
}
