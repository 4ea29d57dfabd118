import { isDutchPostcode } from '@konnekt/shared/basics/business-numbers';
import { keyForm } from '@konnekt/shared/basics/key-form';
import type { ImportRow } from '@konnekt/shared/imports/import-rows';
import type { Transaction } from '#api/kit/database';
import {
  changeOrganisations,
  createOrganisations,
  findByNumber,
  findNames,
} from './import-organisations.repository.ts';
import { inChunks, type Plan, type Planned, type RecordValues, sortOut } from './import-plan.ts';

const startsFrom: RecordValues = {
  street: null,
  postcode: null,
  country: 'NL',
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
    // The number as it is stored: its case says nothing.
    const values = found ? { ...row.values, number: found.number ?? null } : row.values;
    return { row: { ...row, values }, stored: found, next: { ...(found ?? startsFrom), ...values } };
  });

  const taken = await findNames(db, {
    names: planned.map(({ next }) => keyForm(String(next.name))),
    besides: planned.flatMap(({ stored: one }) => (one ? [String(one.number)] : [])),
  });
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
    notes: [],
    changes,
    same,
    write: async (tx, progress) => {
      await inChunks(creates, (next) => createOrganisations(tx, next), progress);
      await inChunks(updates, (next) => changeOrganisations(tx, next), progress);
    },
  };
}
