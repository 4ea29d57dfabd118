import { keyForm } from '@konnekt/shared/basics/key-form';
import type { CellValue } from '@konnekt/shared/imports/import-cells';
import type { ImportRow } from '@konnekt/shared/imports/import-rows';
import type { Transaction } from '#api/kit/database';
import {
  changePlacements,
  createPlacements,
  findBudgetNumbers,
  findEmployeesByNumber,
  findOrganisationsByNumber,
  findRunning,
  findSent,
  holdPlacements,
} from './import-placements.repository.ts';
import { inChunks, keysOf, type Plan, type Planned, type RecordValues, sortOut } from './import-plan.ts';

/** Placements are found by their number. What a file does not say of a new one is as the organisation has it. */
export async function planPlacements(db: Transaction, rows: ImportRow[]): Promise<Plan> {
  const keys = rows.map(({ values }) => keyForm(String(values.number)));
  // Held while it is judged and written: nobody sends hours meanwhile (see `holdPlacement`).
  const stored = await holdPlacements(db, keys);
  const byNumber = new Map(stored.map((one) => [keyForm(String(one.number)), one]));
  // One after the other: it may be one connection, in a transaction.
  const employees = await findEmployeesByNumber(db, keysOf(rows, 'personnelNumber'));
  const organisations = await findOrganisationsByNumber(db, keysOf(rows, 'organisationNumber'));
  const written = await findBudgetNumbers(
    db,
    [...organisations.values()].map(({ id }) => String(id)),
  );
  const sent = await findSent(
    db,
    stored.map(({ id }) => String(id)),
  );
  const asClientWrites = ({ id }: RecordValues, number: CellValue) =>
    written.get(`${id} ${keyForm(String(number))}`) ?? number;
  const errors: Plan['errors'] = [];
  const planned = rows.map((row): Planned<RecordValues> => {
    const fail = (column: string, code: Plan['errors'][number]['code']) =>
      errors.push({ row: row.row, column, code, value: String(row.values[column] ?? '') });
    const employee = employees.get(keyForm(String(row.values.personnelNumber)));
    const organisation = organisations.get(keyForm(String(row.values.organisationNumber)));
    if (!employee) fail('personnelNumber', 'unknown-employee');
    if (!organisation) fail('organisationNumber', 'unknown-organisation');
    const found = byNumber.get(keyForm(String(row.values.number)));
    const values = {
      ...(!found && organisation && asClientHasIt(organisation)),
      ...row.values,
      ...(found && { number: found.number ?? null }),
      ...(employee && { personnelNumber: employee.personnelNumber ?? null }),
      ...(organisation && { organisationNumber: organisation.number ?? null }),
      ...(organisation &&
        row.values.budgetNumber && { budgetNumber: asClientWrites(organisation, row.values.budgetNumber) }),
    };
    const startsFrom = {
      endsOn: null,
      basis: 'flexible',
      budgetNumber: null,
      costCentre: null,
      orderNumber: null,
      project: null,
      phase: null,
      notes: null,
      employeeId: employee?.id ?? null,
      organisationId: organisation?.id ?? null,
    };
    const next: RecordValues = { ...startsFrom, ...found, ...values };
    if (next.endsOn !== null && String(next.endsOn) < String(next.startsOn)) fail('endsOn', 'before-start');
    if (!found && organisation?.isActive === false) fail('organisationNumber', 'organisation-inactive');
    if (found) {
      if (employee && employee.id !== found.employeeId) fail('personnelNumber', 'cannot-change');
      if (organisation && organisation.id !== found.organisationId) fail('organisationNumber', 'cannot-change');
      const hours = sent.get(String(found.id));
      if (hours && next.periodType !== found.periodType) fail('periodType', 'cannot-change');
      if (hours?.first && hours.first < String(next.startsOn)) fail('startsOn', 'hours-outside');
      if (hours?.last && next.endsOn !== null && hours.last > String(next.endsOn)) fail('endsOn', 'hours-outside');
    }
    return { row: { ...row, values }, stored: found, next };
  });
  const { creates, updates, changes, same } = sortOut(
    planned,
    ({ number, functionName }) => `${number} ${functionName}`,
  );
  return {
    errors,
    notes: await sameTwice(db, [...creates, ...updates.filter(({ row }) => movesDays(row))]),
    changes,
    same,
    write: async (tx, progress) => {
      // Those that are there first: a new one asks for its employee's name, and who renames them holds their placements before.
      await inChunks(updates, (next) => changePlacements(tx, next), progress);
      await inChunks(creates, (next) => createPlacements(tx, next), progress);
    },
  };
}

/** What a file does not say of a new placement, and is shown as well: it changes with the client. */
const asClientHasIt = ({ periodType = null, hoursBy = null, entryMode = null }: RecordValues): RecordValues => ({
  ...{ periodType, hoursBy, entryMode },
});

const movesDays = ({ values }: ImportRow): boolean => values.startsOn !== undefined || values.endsOn !== undefined;

/**
 * Placements, new or with other days, of somebody who works there in that time already, under another number: here, as it will be, or
 * higher up in the file.
 */
async function sameTwice(db: Transaction, said: readonly Planned<RecordValues>[]): Promise<Plan['notes']> {
  const keyOf = ({ employeeId, organisationId }: RecordValues) => `${employeeId} ${organisationId}`;
  const isSaid = new Set(said.map(({ next }) => next.number));
  const placed = said.filter(({ next }) => next.employeeId !== null && next.organisationId !== null);
  const stored = await findRunning(
    db,
    placed.map(({ next }) => String(next.employeeId)),
  );
  const known = Map.groupBy(
    stored.filter(({ number }) => !isSaid.has(number)),
    keyOf,
  );
  return placed.flatMap(({ row, next }) => {
    const others = known.get(keyOf(next)) ?? [];
    known.set(keyOf(next), [...others, next]);
    const other = others.find((one) => runsAlong(one, next));
    return other
      ? [{ row: row.row, column: 'number', code: 'same-placement' as const, value: String(other.number) }]
      : [];
  });
}
const runsAlong = (one: RecordValues, other: RecordValues): boolean =>
  (one.endsOn === null || String(one.endsOn) >= String(other.startsOn)) &&
  (other.endsOn === null || String(other.endsOn) >= String(one.startsOn));
